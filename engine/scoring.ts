// How one characteristic earns its points: bands over a quantity, points by option, cases, a score that experts give, the
// best or the sum of several. Points are integers in hundredths; what is unknown earns a range from its worst to its best
// row.
import { z } from 'zod'
import { banded, stepped } from './bands.ts'
import type { Vocabulary } from './condition.ts'
import { pointsSchema } from './points.ts'
import type { DataPath, Report } from './problem.ts'
import { byCase, byExpert, byOption } from './score-by-word.ts'
import { bestOf, sumOf } from './score-several.ts'
import type { Scoring } from './score-table.ts'
import { sourceSchema } from './words.ts'

export type { Earned, Reached, ScoreRow, Scoring } from './score-table.ts'

const points = z.number()
const quantity = z.union([z.string(), z.number()])
const common = { source: sourceSchema.optional() }
const judged = { ...common, expert: z.string().optional() }
const scoringSchema = z.union([
  z.strictObject({
    of: z.unknown(),
    bands: z
      .array(z.strictObject({ atLeast: quantity.optional(), above: quantity.optional(), points: pointsSchema }))
      .min(1),
    otherwise: pointsSchema,
    ...judged,
  }),
  z.strictObject({ of: z.unknown(), each: quantity, points, max: points, ...common }),
  z.strictObject({
    fact: z.string(),
    points: z.record(z.string(), pointsSchema),
    otherwise: pointsSchema.optional(),
    ...judged,
  }),
  z.strictObject({ when: z.unknown(), points: pointsSchema, otherwise: pointsSchema, ...judged }),
  z.strictObject({
    cases: z.array(z.strictObject({ when: z.unknown(), points: pointsSchema })).min(1),
    otherwise: pointsSchema,
    ...judged,
  }),
  z.strictObject({ expert: z.string(), points: z.tuple([points, points]), ...common }),
  z.strictObject({ bestOf: z.array(z.unknown()).min(2), ...common }),
  z.strictObject({ sumOf: z.array(z.unknown()).min(2), max: points.optional(), ...common }),
])
type WrittenScoring = z.output<typeof scoringSchema>

const FORMS =
  'a scoring is: of + bands + otherwise, of + each + points + max, fact + points, when + points + otherwise, cases + otherwise, expert + points, bestOf, or sumOf'

/** Reads a scoring; faults are reported and undefined is answered. */
export function parseScoring(raw: unknown, words: Vocabulary, path: DataPath, report: Report): Scoring | undefined {
  const shape = scoringSchema.safeParse(raw)
  if (!shape.success) {
    report('shape', path, FORMS)
    return undefined
  }
  const scoring = parseForm(shape.data, words, path, report)
  const { source } = shape.data
  return scoring && source ? { ...scoring, source } : scoring
}

function parseForm(written: WrittenScoring, words: Vocabulary, path: DataPath, report: Report): Scoring | undefined {
  if ('bands' in written) return banded(written, words, path, report)
  if ('each' in written) return stepped(written, words, path, report)
  if ('fact' in written) return byOption(written, words, path, report)
  if ('cases' in written) return byCase(written, index => ['cases', index], words, path, report)
  if ('when' in written) {
    const { when, points: worth, ...rest } = written
    return byCase({ ...rest, cases: [{ when, points: worth }] }, () => [], words, path, report)
  }
  const parts = (list: readonly unknown[], key: string) => {
    const read = list.map((one, index) => parseScoring(one, words, [...path, key, index], report))
    const known = read.filter(one => one !== undefined)
    return known.length === read.length ? known : undefined
  }
  if ('bestOf' in written) {
    const all = parts(written.bestOf, 'bestOf')
    return all && bestOf(all)
  }
  if ('sumOf' in written) {
    const all = parts(written.sumOf, 'sumOf')
    return all && sumOf(all, written.max)
  }
  return byExpert(written, words, path, report)
}
