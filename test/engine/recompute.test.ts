// Every rating ever given comes out again bit for bit, from its stored answers, the version of the model and the day, also
// after the model has had newer versions.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  type Dossier,
  dossierSchema,
  parseRulebook,
  type RatingRecord,
  type Rulebook,
  ratingRecord,
  read,
  recompute,
} from '#engine'
import { yamlFiles } from '../../adapters/files/yaml.ts'
import { dataFiles, day, ROOT, rulebook } from '../support/rulebook.ts'

interface Given {
  readonly story: string
  readonly day: string
  readonly answers: unknown
  readonly ratings: readonly RatingRecord[]
}
const GIVEN = JSON.parse(readFileSync(path.join(import.meta.dirname, 'given-ratings.json'), 'utf8')) as readonly Given[]

function again(book: Rulebook, { answers, day: on, ratings }: Given): string[] {
  const dossier = dossierSchema.parse(answers) as Dossier
  return ratings.map(({ model, version }) => {
    const rating = recompute(book, dossier, model, version, day(on))
    if (!rating) throw new Error(`${model} ${version} is gone`)
    return JSON.stringify(ratingRecord(rating))
  })
}
const stored = ({ ratings }: Given) => ratings.map(one => JSON.stringify(one))

/** The real rules a year later: every model has a newer version, in which every grade wants one point more. */
function later(): Rulebook {
  const models = dataFiles(ROOT, yamlFiles(ROOT, 'engine/models'))
  const newer = models.map(({ file, content }) => {
    const model = structuredClone(content) as {
      effectiveFrom: string
      examples: unknown
      grades?: { list: { atLeast?: number }[] }
    }
    for (const grade of model.grades?.list ?? []) if (grade.atLeast !== undefined) grade.atLeast += 1
    return { file: `${file}.later`, content: { ...model, effectiveFrom: '2026-12-31' } }
  })
  const parsed = parseRulebook(dataFiles(ROOT, yamlFiles(ROOT, 'engine/facts')), [...models, ...newer])
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

describe('ratings given once', () => {
  test('they are many, by many models', () => {
    expect(GIVEN.length).toBeGreaterThanOrEqual(8)
    for (const { ratings } of GIVEN) expect(new Set(ratings.map(one => one.model)).size).toBeGreaterThanOrEqual(16)
  })
  test.each(GIVEN)('$story', given => {
    expect(again(rulebook(), given)).toEqual(stored(given))
  })
  test('a newer version changes no old rating', () => {
    const book = later()
    for (const given of GIVEN) expect(again(book, given)).toEqual(stored(given))
    // and it does rate differently, once it is in force
    const [{ answers }] = GIVEN as [Given]
    const grade = (on: string) =>
      read(book, dossierSchema.parse(answers) as Dossier, day(on)).rating('binjiang-points')?.model
    expect([grade('2026-12-30')?.version, grade('2026-12-31')?.version]).toEqual(['2022-01-01', '2026-12-31'])
    expect(grade('2026-12-31')?.grades?.list[0]?.atLeast).toBe(7_600)
  })
  test('a version that never was gives no rating', () => {
    expect(recompute(rulebook(), {}, 'tech-sme', '2016-01-01', 20_000)).toBeUndefined()
    expect(recompute(rulebook(), {}, 'no-model', '2017-05-03', 20_000)).toBeUndefined()
  })
  test('a record is plain data: it survives being stored', () => {
    for (const { ratings } of GIVEN) expect(JSON.parse(JSON.stringify(ratings))).toEqual(ratings)
  })
})
