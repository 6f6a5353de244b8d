// The result of rating one company by one model: points per characteristic with the band that gave them, a range while
// answers are missing, and the grades that are still possible.
import type { FactId } from './fact.ts'
import type { Verdict } from './judge.ts'
import type { Characteristic, Dimension, Evidence, Grade, Knockout, RatingModel, Stage } from './model.ts'
import type { Earned } from './score-table.ts'
import type { Source } from './words.ts'

/** Hundredths of a point, both ends included. */
export interface ScoreRange {
  readonly low: number
  readonly high: number
}

export interface PartialScore extends Earned {
  readonly characteristic: Characteristic
  /** full points in the stage, or in the best of the stages that are still possible */
  readonly max: number
  /** of the table that gave the points; 示意 must be shown wherever they are */
  readonly source: Source
}

export interface DimensionScore extends ScoreRange {
  readonly dimension: Dimension
  readonly max: number
}

/** A grade that is still possible, and what it rests on beside the points. */
export interface GradeVerdict {
  readonly grade: Grade
  readonly verdict: Verdict
}

export interface Rating {
  readonly model: RatingModel
  /** does the model apply to this company at all (its region, its kind) */
  readonly applies: Verdict
  /** stages still possible; one when the stage is certain, none when the model has no stages */
  readonly stages: readonly Stage[]
  readonly score: ScoreRange
  /** the points before any knockout */
  readonly earned: ScoreRange
  readonly dimensions: readonly DimensionScore[]
  readonly partials: readonly PartialScore[]
  readonly knockouts: readonly { readonly knockout: Knockout; readonly verdict: Verdict }[]
  /** does a knockout set the score to nothing */
  readonly knockedOut: Verdict
  /** does a knockout keep banks from lending, whatever the score */
  readonly noLoan: Verdict
  readonly gates: Verdict
  readonly passes: Verdict
  /** the two ways to pass once the gates are met, as far as the model knows them */
  readonly ways: { readonly direct?: Verdict | undefined; readonly score?: Verdict | undefined }
  /** ids of the grades still possible, best first; empty when the model gives no grades */
  readonly grades: readonly string[]
  readonly gradeVerdicts: readonly GradeVerdict[]
  /** what speaks for the company without being worth points */
  readonly evidence: readonly { readonly evidence: Evidence; readonly verdict: Verdict }[]
  /** facts that could still change score, grade or pass */
  readonly lacks: readonly FactId[]
}

export type { Characteristic, Dimension, Evidence, Grade, Knockout, RatingModel, Stage }
