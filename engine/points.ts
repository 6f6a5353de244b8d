// Points as data files write them, and what experts decide: a row may give `[7, 8]`, and a fact that holds the experts'
// score says where inside it. Until somebody gives that score the row stays a range.
import { z } from 'zod'
import type { Vocabulary } from './condition.ts'
import { toNumber } from './exact.ts'
import type { FactId } from './fact.ts'
import type { DataPath, Report } from './problem.ts'
import { UNITS_PER_POINT } from './quantity.ts'
import type { Reading } from './reading.ts'
import { joinLacks, NO_LACKS } from './value.ts'

/** Hundredths of a point, both ends included. */
export interface Points {
  readonly low: number
  readonly high: number
}

/** A number, or the two ends between which experts decide. */
export const pointsSchema = z.union([z.number(), z.tuple([z.number(), z.number()])])
export type WrittenPoints = z.output<typeof pointsSchema>

/** Points as people write them → hundredths. */
export const hundredths = (written: number): number => Math.round(written * UNITS_PER_POINT)

export function readPoints(written: WrittenPoints, path: DataPath, report: Report): Points {
  const [low, high] = typeof written === 'number' ? [written, written] : written
  if (low > high) report('bands-disorder', path, `from ${low} to ${high} is no range of points`)
  return { low: hundredths(low), high: hundredths(high) }
}

export const spread = (rows: readonly Points[]) => ({
  lowest: Math.min(...rows.map(row => row.low)),
  highest: Math.max(...rows.map(row => row.high)),
})

const isOpen = (row: Points): boolean => row.low < row.high

/** The fact that holds the experts' score of a characteristic. Faults are reported: a range needs one, a number none. */
export function readExpert(
  written: string | undefined,
  rows: readonly Points[],
  words: Vocabulary,
  path: DataPath,
  report: Report,
): FactId | undefined {
  const left = rows.filter(isOpen)
  if (written === undefined) {
    if (left.length > 0) report('shape', path, 'a range of points needs expert: the fact that holds the experts’ score')
    return undefined
  }
  if (left.length === 0) report('shape', path, 'expert decides nothing here: every row gives one number')
  const fact = words.facts.get(written)
  if (fact?.type !== 'count') {
    report('unknown-fact', [...path, 'expert'], `${written} is no counted fact`)
    return undefined
  }
  const { lowest, highest } = spread(left.length > 0 ? left : rows)
  const [min, max] = [fact.min, fact.max]
  if (typeof min !== 'number' || typeof max !== 'number' || hundredths(min) > lowest || hundredths(max) < highest)
    report('points-mismatch', [...path, 'expert'], `${written} cannot hold every score the rows allow`)
  return fact.id
}

/** What the rows that are still possible give, once the experts' score has been looked at. */
export function givenBy(
  possible: readonly Points[],
  lacks: readonly FactId[],
  expert: FactId | undefined,
  reading: Reading,
): Points & { readonly lacks: readonly FactId[] } {
  const opinion = expert !== undefined && possible.some(isOpen) ? reading.value(expert) : undefined
  const within = (score: number, row: Points) => Math.min(row.high, Math.max(row.low, score * UNITS_PER_POINT))
  const settled =
    opinion?.is === 'range'
      ? possible.map(row => ({ low: within(toNumber(opinion.low), row), high: within(toNumber(opinion.high), row) }))
      : possible
  const low = Math.min(...settled.map(row => row.low))
  const high = Math.max(...settled.map(row => row.high))
  const wanted = opinion?.is === 'range' ? joinLacks(lacks, opinion.lacks) : lacks
  return { low, high, lacks: low === high ? NO_LACKS : wanted }
}
