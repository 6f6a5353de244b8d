// One model's ratings as the columns of a table: of every company, or, while a program runs, of the rows under work.
import type { RatingModel } from '../model.ts'
import { NO, OPEN, YES } from '../normal/closures.ts'
import type { Rating } from '../rating.ts'

/** The figures; verdicts are 0 no, 1 open, 2 yes. */
export interface ColumnRatings {
  readonly model: RatingModel
  /** hundredths of a point, after knockouts */
  readonly low: Float64Array
  readonly high: Float64Array
  /** a bit for every grade still possible, the best grade first */
  readonly grades: Uint32Array
  readonly applies: Uint8Array
  readonly passes: Uint8Array
  readonly knockedOut: Uint8Array
  readonly noLoan: Uint8Array
  /** a bit for every knockout that surely holds, in the model's order */
  readonly knockouts: Uint32Array
  /** places of the first and the last stage still possible; 0 where a model has no stages */
  readonly firstStage: Uint8Array
  readonly lastStage: Uint8Array
  /** 1 where no answer is missing: `lacks` of the rating is empty then */
  readonly settled: Uint8Array
}

/** The columns' names. */
export const FIGURES = [
  'low',
  'high',
  'grades',
  'applies',
  'passes',
  'knockedOut',
  'noLoan',
  'knockouts',
  'firstStage',
  'lastStage',
  'settled',
] as const satisfies readonly Exclude<keyof ColumnRatings, 'model'>[]

export function emptyRatings(model: RatingModel, rows: number): ColumnRatings {
  const bytes = () => new Uint8Array(rows)
  return {
    model,
    low: new Float64Array(rows),
    high: new Float64Array(rows),
    grades: new Uint32Array(rows),
    applies: bytes(),
    passes: bytes(),
    knockedOut: bytes(),
    noLoan: bytes(),
    knockouts: new Uint32Array(rows),
    firstStage: bytes(),
    lastStage: bytes(),
    settled: bytes(),
  }
}

const CODES = { no: NO, open: OPEN, yes: YES } as const
const bits = (list: readonly boolean[]): number =>
  list.reduce((all, is, index) => (is ? all | (1 << index) : all), 0) >>> 0

/** Writes one company's rating into its row. */
export function putRating(into: ColumnRatings, row: number, rating: Rating): void {
  const { model, stages } = rating
  const places = stages.map(stage => model.stages?.list.indexOf(stage) ?? 0)
  into.low[row] = rating.score.low
  into.high[row] = rating.score.high
  into.grades[row] = bits((model.grades?.list ?? []).map(grade => rating.grades.includes(grade.id)))
  into.applies[row] = CODES[rating.applies.is]
  into.passes[row] = CODES[rating.passes.is]
  into.knockedOut[row] = CODES[rating.knockedOut.is]
  into.noLoan[row] = CODES[rating.noLoan.is]
  into.knockouts[row] = bits(rating.knockouts.map(one => one.verdict.is === 'yes'))
  into.firstStage[row] = places[0] ?? 0
  into.lastStage[row] = places.at(-1) ?? 0
  into.settled[row] = rating.lacks.length === 0 ? 1 : 0
}
