// The SQL of a condition, run on PostgreSQL in the process, gives the verdict of `judge`: for conditions nobody has written
// yet, for the real catalogue, and for firms of which everything, half or nothing is known.
import { PGlite } from '@electric-sql/pglite'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Condition, type Dossier, isoOf, isRange, judge, type Reading, type Rulebook, read, sqlOf } from '#engine'
import { shownOf } from '../../../matching/survey.ts'
import { firms } from '../../support/firms.ts'
import { catalogue, rulebook, TODAY } from '../../support/rulebook.ts'
import { anyConditions, book, condition, told } from '../normal/asking.ts'
import { SMALL_TODAY } from '../small-rulebook.ts'

let db: PGlite
beforeAll(async () => {
  db = await PGlite.create()
})
afterAll(async () => {
  await db.close()
})

/** A warehouse has no ranges: what is known only about right is left out. */
const exact = (dossier: Dossier): Dossier =>
  Object.fromEntries(Object.entries(dossier).filter(([, { value }]) => !isRange(value)))

/** What a warehouse would hold in a column of a firm. */
function cell(reading: Reading, column: string): unknown {
  const fact = reading.rulebook.facts.get(column)
  if (fact) {
    const value = reading.dossier[fact.id]?.value
    return fact.type === 'date' && typeof value === 'number' ? isoOf(value) : (value ?? null)
  }
  const [model = '', ...aspect] = column.split(' ')
  const rating = reading.rating(model)
  if (!rating) throw new Error(`no rating ${model}`)
  const open = { yes: true, no: false, open: null }
  switch (aspect.join(' ')) {
    case 'score low':
      return rating.score.low
    case 'score high':
      return rating.score.high
    case 'grades':
      return rating.grades
    case 'passes':
      return open[rating.passes.is]
    case 'knocked-out':
      return open[rating.knockedOut.is]
    default:
      throw new Error(`no column ${column}`)
  }
}

/** Runs the query over a table that holds just what it reads. */
async function asked(rule: Condition, rules: Rulebook, readings: readonly Reading[], today: number) {
  const { text, columns } = sqlOf(rule, rules, today)
  const types = columns.map(({ name, type }) => `, "${name}" ${type}`).join('')
  await db.exec(`drop table if exists firms; create table firms (firm integer${types})`)
  const row = (reading: Reading, index: number) => [index, ...columns.map(({ name }) => cell(reading, name))]
  const holes = columns.map((_, index) => `, $${index + 2}`).join('')
  for (const [index, reading] of readings.entries())
    await db.query(`insert into firms values ($1${holes})`, row(reading, index))
  const { rows } = await db.query<{ eligible: boolean | null }>(`${text}\norder by firm`)
  return rows.map(({ eligible }) => (eligible === null ? 'open' : eligible ? 'yes' : 'no'))
}

describe('the SQL of a condition', () => {
  test('is judge, whatever is asked and whatever is known', async () => {
    const some = fc.array(told, { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(anyConditions(2), some, async (written, tales) => {
        const readings = [{}, ...tales.flatMap(({ early, late, truth }) => [early, late, truth])].map(dossier =>
          read(book, exact(dossier), SMALL_TODAY),
        )
        for (const raw of written) {
          const rule = condition(raw)
          const expected = readings.map(reading => judge(rule, reading).is)
          expect(await asked(rule, book, readings, SMALL_TODAY)).toEqual(expected)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('is judge for every product of the catalogue', async () => {
    const seen = new Set<string>()
    const readings = [1, 0.8, 0.5, 0.1].flatMap((known, index) =>
      firms(rulebook(), 6, known, 60 + index).map(dossier => read(rulebook(), exact(dossier), TODAY)),
    )
    for (const { id, eligible } of shownOf(catalogue())) {
      const expected = readings.map(reading => judge(eligible, reading).is)
      for (const one of expected) seen.add(one)
      expect(await asked(eligible, rulebook(), readings, TODAY), id).toEqual(expected)
    }
    expect([...seen].sort()).toEqual(['no', 'open', 'yes'])
  })
})
