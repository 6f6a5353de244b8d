// Points over a quantity: bands from the highest down, or so many points for each full step. The lower end of a band is
// stated as included (atLeast) or not (above).
import type { Vocabulary } from './condition.ts'
import { compare, divide, type Exact, floor } from './exact.ts'
import { type Expression, parseExpression } from './expression.ts'
import type { FactId } from './fact.ts'
import { givenBy, hundredths, type Points, readExpert, readPoints, spread, type WrittenPoints } from './points.ts'
import type { DataPath, Report } from './problem.ts'
import { EXAMPLES, parseQuantity } from './quantity.ts'
import type { Reading } from './reading.ts'
import { type Band, type Earned, quantityTest, type Reached, type Scoring } from './score-table.ts'
import { joinLacks, NO_LACKS } from './value.ts'

interface WrittenBand {
  readonly atLeast?: string | number | undefined
  readonly above?: string | number | undefined
  readonly points: WrittenPoints
}

/** Bands: `of` is compared with each band's lower end, highest first. */
export function banded(
  written: {
    readonly of?: unknown
    readonly bands: readonly WrittenBand[]
    readonly otherwise: WrittenPoints
    readonly expert?: string | undefined
  },
  words: Vocabulary,
  path: DataPath,
  report: Report,
): Scoring | undefined {
  const expression = parseExpression(written.of, words.facts, [...path, 'of'], report)
  if (!expression) return undefined
  const bands = readBands(written.bands, expression, [...path, 'bands'], report)
  const otherwise = readPoints(written.otherwise, [...path, 'otherwise'], report)
  const all = [...bands.map(band => band.points), otherwise]
  const expert = readExpert(written.expert, all, words, path, report)
  return {
    ...spread(all),
    form: { is: 'bands', of: expression, bands, otherwise, expert },
    facts: expert === undefined ? expression.facts : joinLacks(expression.facts, [expert]),
    rows: [
      ...bands.map(band => ({ ...band.points, condition: quantityTest(expression, band.op, band.value) })),
      otherwise,
    ],
    earn: reading => earnBand(expression, bands, otherwise, expert, reading),
  }
}

function readBands(
  written: readonly WrittenBand[],
  expression: Expression,
  path: DataPath,
  report: Report,
): readonly Band[] {
  const bands: Band[] = []
  for (const [index, band] of written.entries()) {
    const here = [...path, index]
    const limit = band.atLeast ?? band.above
    if (limit === undefined || (band.atLeast !== undefined && band.above !== undefined)) {
      report('shape', here, 'a band has one lower end: atLeast (included) or above (not included)')
      continue
    }
    const value = parseQuantity(limit, expression.kind)
    if (value === undefined) {
      report('bad-quantity', here, `${limit} is no ${expression.kind}; write for instance ${EXAMPLES[expression.kind]}`)
      continue
    }
    const op = band.atLeast !== undefined ? 'atLeast' : 'above'
    const before = bands.at(-1)
    // highest band first, each next one strictly lower: nothing overlaps and nothing is left out
    if (before && !(value < before.value || (value === before.value && before.op === 'above' && op === 'atLeast')))
      report('bands-disorder', here, `band ${index + 1} (${limit}) does not lie below band ${index}`)
    bands.push({ op, value, points: readPoints(band.points, [...here, 'points'], report) })
  }
  return bands
}

const reaches = (value: Exact, band: Band): boolean => compare(value, band.value) > (band.op === 'atLeast' ? -1 : 0)

function earnBand(
  expression: Expression,
  bands: readonly Band[],
  otherwise: Points,
  expert: FactId | undefined,
  reading: Reading,
): Earned {
  const own = expression.evaluate(reading)
  if (own.is !== 'range') {
    const lacks = own.is === 'known' ? NO_LACKS : own.lacks
    const none = lacks.length === 0
    const all = none ? [otherwise] : [...bands.map(band => band.points), otherwise]
    const reached: Reached | undefined = none ? { kind: 'otherwise' } : undefined
    return { ...givenBy(all, lacks, expert, reading), own, expression, ...(reached && { reached }) }
  }
  const first = bands.findIndex(band => reaches(own.high, band))
  const last = bands.findIndex(band => reaches(own.low, band))
  const from = first < 0 ? bands.length : first
  const to = last < 0 ? bands.length : last
  const least = to === bands.length || own.orNone
  const possible = [...bands.slice(from, to + 1).map(band => band.points), ...(least ? [otherwise] : [])]
  const band = bands[from]
  const reached: Reached | undefined =
    from !== to || (band && own.orNone)
      ? undefined
      : band
        ? { kind: 'band', op: band.op, value: band.value }
        : { kind: 'otherwise' }
  return { ...givenBy(possible, own.lacks, expert, reading), own, expression, reached }
}

/** `points` for every full `each`, up to `max`. */
export function stepped(
  written: { of?: unknown; each: string | number; points: number; max: number },
  words: Vocabulary,
  path: DataPath,
  report: Report,
): Scoring | undefined {
  const expression = parseExpression(written.of, words.facts, [...path, 'of'], report)
  const each = expression && parseQuantity(written.each, expression.kind)
  if (!expression) return undefined
  if (each === undefined || each <= 0) {
    report('bad-quantity', [...path, 'each'], `${written.each} is no positive ${expression.kind}`)
    return undefined
  }
  if (written.points <= 0 || written.max <= 0) {
    report('points-mismatch', path, 'each step gives points, up to a max above 0')
    return undefined
  }
  const step = hundredths(written.points)
  const max = hundredths(written.max)
  const count = (value: Exact) => Math.min(max, Math.max(0, floor(divide(value, each))) * step)
  const row = (steps: number) => {
    const points = Math.min(max, steps * step)
    return { low: points, high: points, condition: quantityTest(expression, 'atLeast', steps * each) }
  }
  const steps = Math.ceil(max / step)
  return {
    lowest: 0,
    highest: max,
    form: { is: 'steps', of: expression, each, step, max },
    facts: expression.facts,
    rows: [...Array.from({ length: steps }, (_, index) => row(steps - index)), { low: 0, high: 0 }],
    earn(reading) {
      const own = expression.evaluate(reading)
      if (own.is !== 'range') {
        const lacks = own.is === 'known' ? NO_LACKS : own.lacks
        return { low: 0, high: lacks.length > 0 ? max : 0, lacks, own, expression }
      }
      const low = own.orNone ? 0 : count(own.low)
      const high = count(own.high)
      return { low, high, lacks: low === high ? NO_LACKS : own.lacks, own, expression }
    },
  }
}
