// Ways to look at a rating: its blocks as a radar, the credit range its grades may open, and which of its parts are only
// illustrative and must be shown as such.
import { divide, toNumber } from './exact.ts'
import type { Dimension, Grade } from './model.ts'
import { PPM_PER_ONE } from './quantity.ts'
import type { Rating } from './rating.ts'
import type { Mark, Source } from './words.ts'

/** One ray: how much of its full points a block has, both ends in parts per million. */
export interface Ray {
  readonly dimension: Dimension
  readonly low: number
  readonly high: number
}

/** Every block that gives points, as a share of its full points; deductions do not go below nothing. */
export function radarOf(rating: Rating): readonly Ray[] {
  return rating.dimensions
    .filter(one => one.max > 0)
    .map(({ dimension, low, high, max }) => {
      const share = (points: number) => Math.floor(toNumber(divide(Math.max(0, points) * PPM_PER_ONE, max)))
      return { dimension, low: share(low), high: share(high) }
    })
}

/** A credit range for reference, in fen. It is never an offer and never a promise. */
export interface LimitRange {
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** the grades it comes from, best first */
  readonly grades: readonly Grade[]
  readonly sources: readonly Source[]
  readonly illustrative: boolean
}

/** What the grades still possible may open, from the least to the most; undefined when they open nothing. */
export function limitOf(rating: Rating): LimitRange | undefined {
  if (rating.noLoan.is === 'yes') return undefined
  const possible = rating.gradeVerdicts.map(one => one.grade)
  const limits = possible.flatMap(grade => grade.limit ?? [])
  if (limits.length === 0) return undefined
  const froms = limits.flatMap(limit => limit.from ?? [])
  const tos = limits.flatMap(limit => limit.to ?? [])
  // a grade that opens nothing, or whose floor nobody published, leaves no floor
  const sure = froms.length === possible.length && rating.noLoan.is === 'no'
  const sources = [...new Set(limits.map(limit => limit.source))]
  return {
    from: sure ? Math.min(...froms) : undefined,
    to: tos.length > 0 ? Math.max(...tos) : undefined,
    grades: possible.filter(grade => grade.limit),
    sources,
    illustrative: sources.some(isIllustrative),
  }
}

/**
 * The grades still possible, best first, as long as no knockout that is not certain yet comes true: what the points before
 * any knockout say. Without such a knockout these are the rating's own grades.
 */
export function gradesUnlessKnockedOut({ gradeVerdicts, knockedOut }: Rating): readonly Grade[] {
  // a grade that is possible only through the knockout carries its verdict
  const stands = gradeVerdicts.filter(one => knockedOut.is !== 'open' || one.verdict !== knockedOut)
  return stands.map(one => one.grade)
}

const ILLUSTRATIVE: Mark = '示意'
/** Is a figure only made up to show how it works? */
export const isIllustrative = (source: Source): boolean => source.mark === ILLUSTRATIVE

/** What of a rating rests on illustrative numbers. */
export interface Illustrative {
  /** ids of characteristics whose points are illustrative */
  readonly parts: readonly string[]
  readonly stages: boolean
  readonly grades: boolean
  readonly pass: boolean
  readonly limit: boolean
  /** anything at all */
  readonly any: boolean
}

/** Which parts of a rating rest on illustrative numbers. */
export function illustrativeOf(rating: Rating): Illustrative {
  const { model } = rating
  const parts = rating.partials.filter(one => isIllustrative(one.source)).map(one => one.characteristic.id)
  const stages = model.stages !== undefined && isIllustrative(model.stages.source)
  const grades = model.grades?.list.some(grade => isIllustrative(grade.source)) ?? false
  const pass =
    model.pass !== undefined &&
    (isIllustrative(model.pass.source) || (grades && typeof model.pass.atLeast === 'string'))
  const limit = limitOf(rating)?.illustrative ?? false
  return { parts, stages, grades, pass, limit, any: parts.length > 0 || stages || grades || pass || limit }
}
