// The result of rating one company by one model: points per characteristic with the band that gave them, a range while
// answers are missing, and the grades that are still possible.
import type { FactId } from './fact.ts'
import type { Verdict } from './judge.ts'
import type { Characteristic, Dimension, Grade, Knockout, RatingModel, Stage } from './model.ts'
import type { Earned } from './scoring.ts'

/** Hundredths of a point, both ends included. */
export interface ScoreRange {
  readonly low: number
  readonly high: number
}

export interface PartialScore extends Earned {
  readonly characteristic: Characteristic
  readonly max: number
}

export interface DimensionScore extends ScoreRange {
  readonly dimension: Dimension
  readonly max: number
}

export interface Rating {
  readonly model: RatingModel
  /** does the model apply to this company at all (its region, its kind) */
  readonly applies: Verdict
  /** stages still possible; one when the stage is certain, none when the model has no stages */
  readonly stages: readonly Stage[]
  readonly score: ScoreRange
  readonly dimensions: readonly DimensionScore[]
  readonly partials: readonly PartialScore[]
  readonly knockouts: readonly { readonly knockout: Knockout; readonly verdict: Verdict }[]
  readonly knockedOut: Verdict
  readonly gates: Verdict
  readonly passes: Verdict
  /** the two ways to pass once the gates are met, as far as the model knows them */
  readonly ways: { readonly direct?: Verdict | undefined; readonly score?: Verdict | undefined }
  /** ids of the grades still possible, best first; empty when the model gives no grades */
  readonly grades: readonly string[]
  /** facts that could still change score, grade or pass */
  readonly lacks: readonly FactId[]
}

export type { Characteristic, Dimension, Grade, Knockout, RatingModel, Stage }
