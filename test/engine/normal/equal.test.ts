// Every fast way to judge gives the verdicts of `judge`, for conditions nobody has written yet and companies of which
// everything, half or hardly anything is known.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dossier, judge, read } from '#engine'
import { ANSWERED, closuresOf, OPEN, YES } from '../../../engine/normal/closures.ts'
import { run } from '../../../engine/normal/kernel.ts'
import { normalise } from '../../../engine/normal/normalise.ts'
import { BLOCK, countOf, firmsIn, planesOf, without } from '../../../engine/normal/planes.ts'
import { programOf } from '../../../engine/normal/program.ts'
import { encoderOf, type Row } from '../../../engine/normal/row.ts'
import { sweepOf } from '../../../engine/normal/sweep.ts'
import { SMALL_TODAY } from '../small-rulebook.ts'
import { anyConditions, book, broad, condition, told } from './asking.ts'

/** Some companies, each told about in part and in whole, some with a place that is only known broadly. */
const firms: fc.Arbitrary<readonly Dossier[]> = fc
  .array(fc.tuple(told, broad), { minLength: 1, maxLength: 12 })
  .map(all =>
    all.flatMap(([{ early, late, truth }, place]) =>
      [{}, early, late, truth].map(
        (dossier): Dossier =>
          place === undefined
            ? dossier
            : { ...dossier, 'r.place': { value: place, source: 'stated', at: '2026-11-20T08:00:00Z' } },
      ),
    ),
  )

describe('for any conditions and companies', () => {
  test('closures, sweep and planes judge like judge, and the sweep misses the same facts', () => {
    fc.assert(
      fc.property(anyConditions(5), firms, (written, dossiers) => {
        const parsed = written.map(condition)
        const form = normalise(parsed)
        const closures = closuresOf(form)
        const readings = dossiers.map(dossier => read(book, dossier, SMALL_TODAY))
        const rows = readings.map(encoderOf(form).row)
        const planes = planesOf(form, rows)
        const swept = rows.map(sweepOf(form))
        const { yes, possible } = run(planes, programOf(form))
        for (const [index, one] of parsed.entries()) {
          const expected = readings.map(reading => judge(one, reading))
          for (const [firm, row] of rows.entries()) {
            const verdict = expected[firm]
            const level = closures[index]?.(row.cells)
            const one = swept[firm]
            if (!verdict || level === undefined || !one) throw new Error('a verdict for every company')
            expect(ANSWERED[level]).toBe(verdict.is)
            expect(ANSWERED[one.level(index)]).toBe(verdict.is)
            expect([...one.lacks(index)].sort()).toEqual([...verdict.lacks].sort())
          }
          const those = (is: string) => expected.flatMap((verdict, firm) => (verdict.is === is ? [firm] : []))
          const [sure, may] = [yes[index], possible[index]]
          if (!sure || !may) throw new Error('a plane for every condition')
          expect([...firmsIn(sure)]).toEqual(those('yes'))
          expect([...firmsIn(without(may, sure))]).toEqual(those('open'))
          expect(countOf(may)).toBe(expected.length - those('no').length)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('planes judge alike in blocks where all is told, where nothing is, and where both stand together', () => {
    fc.assert(
      fc.property(anyConditions(4), fc.array(told, { minLength: 3, maxLength: 6 }), (written, companies) => {
        const form = normalise(written.map(condition))
        const { row } = encoderOf(form)
        const rowsOf = (stage: 'early' | 'truth') => companies.map(one => row(read(book, one[stage], SMALL_TODAY)))
        const [early, whole] = [rowsOf('early'), rowsOf('truth')]
        const fill = (rows: readonly Row[]) =>
          Array.from({ length: BLOCK * 32 }, (_, index) => rows[index % rows.length]).filter(one => one !== undefined)
        const all = [...fill(whole), ...fill(early), ...fill([...whole, ...early]), ...whole]
        const { yes, possible } = run(planesOf(form, all), programOf(form))
        for (const [index, judged] of closuresOf(form).entries()) {
          const [sure, may] = [yes[index], possible[index]]
          if (!sure || !may) throw new Error('a plane for every condition')
          const levels = all.map(({ cells }) => judged(cells))
          const those = (level: number) => levels.flatMap((one, firm) => (one >= level ? [firm] : []))
          expect([...firmsIn(sure)]).toEqual(those(YES))
          expect([...firmsIn(may)]).toEqual(those(OPEN))
        }
      }),
      { numRuns: 25 },
    )
  })
})
