// How one characteristic earns its points: bands over a quantity, points by option, cases, the best or the sum of several.
// Points are integers in hundredths; what is unknown earns a range from its worst to its best band.
import { z } from 'zod'
import { banded, stepped } from './bands.ts'
import { type Condition, factsOf, type Vocabulary } from './condition.ts'
import type { Expression } from './expression.ts'
import type { FactId } from './fact.ts'
import { judge } from './judge.ts'
import { parseCondition } from './parse-condition.ts'
import type { DataPath, Report } from './problem.ts'
import { UNITS_PER_POINT } from './quantity.ts'
import type { Reading } from './reading.ts'
import { joinLacks, NO_LACKS, type Value } from './value.ts'

/** The band, option or case that gave the points, for showing. */
export type Reached =
  | { readonly kind: 'band'; readonly op: 'atLeast' | 'above'; readonly value: number }
  | { readonly kind: 'option'; readonly option: string }
  | { readonly kind: 'case'; readonly condition: Condition }
  | { readonly kind: 'otherwise' }

export interface Earned {
  /** hundredths of a point */
  readonly low: number
  readonly high: number
  readonly lacks: readonly FactId[]
  readonly own?: Value | undefined
  readonly expression?: Expression | undefined
  /** only when one band is certain */
  readonly reached?: Reached | undefined
}

export interface Scoring {
  readonly lowest: number
  readonly highest: number
  readonly facts: readonly FactId[]
  earn(reading: Reading): Earned
}

const points = z.number()
const quantity = z.union([z.string(), z.number()])
const scoringSchema = z.union([
  z.strictObject({
    of: z.unknown(),
    bands: z.array(z.strictObject({ atLeast: quantity.optional(), above: quantity.optional(), points })).min(1),
    otherwise: points,
  }),
  z.strictObject({ of: z.unknown(), each: quantity, points, max: points }),
  z.strictObject({ fact: z.string(), points: z.record(z.string(), points), otherwise: points.optional() }),
  z.strictObject({ when: z.unknown(), points, otherwise: points }),
  z.strictObject({ cases: z.array(z.strictObject({ when: z.unknown(), points })).min(1), otherwise: points }),
  z.strictObject({ bestOf: z.array(z.unknown()).min(2) }),
  z.strictObject({ sumOf: z.array(z.unknown()).min(2), max: points.optional() }),
])

/** Points as people write them → hundredths. */
export const hundredths = (written: number): number => Math.round(written * UNITS_PER_POINT)

export const spread = (values: readonly number[]) => ({ lowest: Math.min(...values), highest: Math.max(...values) })

/** Reads a scoring; faults are reported and undefined is answered. */
export function parseScoring(raw: unknown, words: Vocabulary, path: DataPath, report: Report): Scoring | undefined {
  const shape = scoringSchema.safeParse(raw)
  if (!shape.success) {
    report(
      'shape',
      path,
      'a scoring is: of + bands + otherwise, of + each + points + max, fact + points, when + points + otherwise, cases + otherwise, bestOf, or sumOf',
    )
    return undefined
  }
  const written = shape.data
  if ('bands' in written) return banded(written, words, path, report)
  if ('each' in written) return stepped(written, words, path, report)
  if ('fact' in written) return byOption(written, words, path, report)
  if ('cases' in written)
    return byCase(written.cases, written.otherwise, words, index => [...path, 'cases', index, 'when'], report)
  if ('when' in written)
    return byCase(
      [{ when: written.when, points: written.points }],
      written.otherwise,
      words,
      () => [...path, 'when'],
      report,
    )
  if ('bestOf' in written) return bestOf(written.bestOf, words, [...path, 'bestOf'], report)
  return sumOf(written.sumOf, written.max, words, [...path, 'sumOf'], report)
}

function byOption(
  written: { fact: string; points: Record<string, number>; otherwise?: number | undefined },
  words: Vocabulary,
  path: DataPath,
  report: Report,
): Scoring | undefined {
  const fact = words.facts.get(written.fact)
  if (!fact?.options) {
    report('unknown-fact', [...path, 'fact'], `${written.fact} is no fact with options`)
    return undefined
  }
  const options = Object.keys(fact.options)
  for (const option of Object.keys(written.points))
    if (!options.includes(option))
      report('unknown-option', [...path, 'points', option], `${option} is none of ${options.join(', ')}`)
  const missing = options.filter(option => !Object.hasOwn(written.points, option))
  if (missing.length > 0 && written.otherwise === undefined) {
    report('bands-disorder', [...path, 'points'], `no points for ${missing.join(', ')}: name them or add otherwise`)
    return undefined
  }
  const worth = (option: string) => hundredths(written.points[option] ?? written.otherwise ?? 0)
  const all = options.map(worth)
  return {
    ...spread(all),
    facts: [fact.id],
    earn(reading) {
      const own = reading.value(fact.id)
      if (own.is !== 'known') {
        const [low, high] = [Math.min(...all), Math.max(...all)]
        return { low, high, lacks: low === high ? NO_LACKS : own.lacks, own }
      }
      const chosen: readonly string[] = Array.isArray(own.value) ? own.value : [String(own.value)]
      // nothing chosen earns the least
      const mine = chosen.length > 0 ? Math.max(...chosen.map(worth)) : Math.min(...all)
      return { low: mine, high: mine, lacks: NO_LACKS, own, reached: { kind: 'option', option: String(own.value) } }
    },
  }
}

function byCase(
  cases: readonly { when?: unknown; points: number }[],
  rest: number,
  words: Vocabulary,
  place: (index: number) => DataPath,
  report: Report,
): Scoring | undefined {
  const read = cases.map((written, index) => {
    const condition = parseCondition(written.when, words, place(index), report)
    return condition && { condition, points: hundredths(written.points) }
  })
  const known = read.filter(one => one !== undefined)
  if (known.length < read.length) return undefined
  const otherwise = hundredths(rest)
  return {
    ...spread([...known.map(one => one.points), otherwise]),
    facts: joinLacks(...known.map(one => factsOf(one.condition))),
    earn(reading) {
      const possible: { points: number; lacks: readonly FactId[]; reached: Reached }[] = []
      let settled = false
      for (const { condition, points: worth } of known) {
        const verdict = judge(condition, reading)
        if (verdict.is === 'no') continue
        possible.push({ points: worth, lacks: verdict.lacks, reached: { kind: 'case', condition } })
        settled = verdict.is === 'yes'
        if (settled) break
      }
      if (!settled) possible.push({ points: otherwise, lacks: NO_LACKS, reached: { kind: 'otherwise' } })
      const low = Math.min(...possible.map(one => one.points))
      const high = Math.max(...possible.map(one => one.points))
      const lacks = low === high ? NO_LACKS : joinLacks(...possible.map(one => one.lacks))
      return { low, high, lacks, reached: possible.length === 1 ? possible[0]?.reached : undefined }
    },
  }
}

function parts(
  raw: readonly unknown[],
  words: Vocabulary,
  path: DataPath,
  report: Report,
): readonly Scoring[] | undefined {
  const read = raw.map((one, index) => parseScoring(one, words, [...path, index], report))
  const known = read.filter(one => one !== undefined)
  return known.length === read.length ? known : undefined
}

function bestOf(raw: readonly unknown[], words: Vocabulary, path: DataPath, report: Report): Scoring | undefined {
  const all = parts(raw, words, path, report)
  if (!all) return undefined
  return {
    lowest: Math.min(...all.map(one => one.lowest)),
    highest: Math.max(...all.map(one => one.highest)),
    facts: joinLacks(...all.map(one => one.facts)),
    earn(reading) {
      const earned = all.map(one => one.earn(reading))
      const low = Math.max(...earned.map(one => one.low))
      const high = Math.max(...earned.map(one => one.high))
      const best = earned.find(one => one.high === high)
      // an alternative that cannot beat what is already certain is not worth a question
      const lacks = low === high ? NO_LACKS : joinLacks(...earned.filter(one => one.high > low).map(one => one.lacks))
      return { ...best, low, high, lacks }
    },
  }
}

function sumOf(
  raw: readonly unknown[],
  max: number | undefined,
  words: Vocabulary,
  path: DataPath,
  report: Report,
): Scoring | undefined {
  const all = parts(raw, words, path, report)
  if (!all) return undefined
  const cap = max === undefined ? Number.POSITIVE_INFINITY : hundredths(max)
  const total = (values: readonly number[]) =>
    Math.min(
      cap,
      values.reduce((a, b) => a + b, 0),
    )
  return {
    lowest: total(all.map(one => one.lowest)),
    highest: total(all.map(one => one.highest)),
    facts: joinLacks(...all.map(one => one.facts)),
    earn(reading) {
      const earned = all.map(one => one.earn(reading))
      const low = total(earned.map(one => one.low))
      const high = total(earned.map(one => one.high))
      return { low, high, lacks: low === high ? NO_LACKS : joinLacks(...earned.map(one => one.lacks)) }
    },
  }
}
