// What is known of a company, and what it is worth. From common to rare: rate a dossier, keep answers, judge conditions,
// read data files, show quantities.

export { type Advice, BY_CHANGEABLE } from './advice.ts'
export { readAnswers, readWritten, showValue, withinBounds } from './answers.ts'
export { type Change as RatingChange, compareRatings, type RatingDiff } from './compare-ratings.ts'
export {
  ALWAYS,
  type Condition,
  factsOf,
  type Limit,
  type Test,
  testsOf,
  type Vocabulary,
} from './condition.ts'
export { subtreeOf } from './division.ts'
export {
  type Answer,
  type AnswerSource,
  answered,
  type Dossier,
  dossierSchema,
  forget,
  NO_ANSWERS,
  record,
  SOURCES,
  valueSchema,
  verifiedOnly,
} from './dossier.ts'
export { add, compare, divide, type Exact, floor, least, most, multiply, subtract, toNumber } from './exact.ts'
export { checkModelExamples } from './examples.ts'
export { type Expression, parseExpression } from './expression.ts'
export {
  CHANGEABLE,
  chapterSchema,
  FACT_TYPES,
  type FactDefinition,
  type FactId,
  type FactOption,
  type FactType,
  type FactValue,
  isNumeric,
  isRange,
  type Range,
} from './fact.ts'
export { checkFrozen, FROZEN_FILE, modelFile } from './frozen.ts'
export {
  type Answered,
  answerOf,
  answerTo,
  combineVerdicts,
  type Finding,
  failedSubjects,
  findingOf,
  judge,
  type Verdict,
} from './judge.ts'
export type {
  Characteristic,
  Dimension,
  Evidence,
  Grade,
  GradeLimit,
  Knockout,
  Pass,
  RatingModel,
  Stage,
} from './model.ts'
export { type ModelNumber, numbersOf } from './model-numbers.ts'
export { ANSWERED, type Closures, closuresOf, type Level, NO, OPEN, YES } from './normal/closures.ts'
export type { Column, NormalForm } from './normal/form.ts'
export { testKey } from './normal/gather.ts'
export { run } from './normal/kernel.ts'
export { normalise } from './normal/normalise.ts'
export {
  countOf,
  firmsIn,
  holds,
  type Plane,
  type Planes,
  planesOf,
  without,
} from './normal/planes.ts'
export { type Program, programOf, type Verdicts } from './normal/program.ts'
export { type Encoder, encoderOf, type Row } from './normal/row.ts'
export { type Sweep, type Swept, sweepOf } from './normal/sweep.ts'
export { parseCondition } from './parse-condition.ts'
export type { ColumnRatings } from './population/column-ratings.ts'
export {
  addCompany,
  type Columns,
  clearColumns,
  dossierAt,
  startColumns,
  TOLD,
} from './population/columns.ts'
export { type ColumnRater, columnRater } from './population/rate-columns.ts'
export {
  collect,
  type DataPath,
  type DataProblem,
  type Parsed,
  PROBLEM_CODES,
  type ProblemCode,
  type Report,
  readShape,
} from './problem.ts'
export {
  dayOf,
  FEN_PER_WAN,
  FEN_PER_YUAN,
  isoOf,
  monthsBetween,
  PPM_PER_ONE,
  PPM_PER_PERCENT,
  parseQuantity,
  QUANTITY_KINDS,
  type QuantityKind,
  scaleDecimal,
  showQuantity,
  UNITS_PER_POINT,
} from './quantity.ts'
export { type Rank, rankAll, rankOf } from './ranking.ts'
export type { DimensionScore, GradeVerdict, PartialScore, Rating, ScoreRange } from './rating.ts'
export {
  gradesUnlessKnockedOut,
  type Illustrative,
  illustrativeOf,
  isIllustrative,
  type LimitRange,
  limitOf,
  type Ray,
  radarOf,
} from './rating-views.ts'
export type { Reading } from './reading.ts'
export { REASONS_MAX, type Reason, reasonsOf } from './reasons.ts'
export { type RatingRecord, ratingRecord, recompute } from './recompute.ts'
export { type DataFile, modelInForce, parseRulebook, type Rulebook, read, readAlso } from './rulebook.ts'
export type { Earned, Reached, ScoreRow, Scoring } from './score-table.ts'
export { settle } from './settle.ts'
export { type SqlQuery, sqlOf } from './sql/condition.ts'
export type { SqlColumn } from './sql/names.ts'
export { certain, joinLacks, lacksOf, NO_LACKS, type Value } from './value.ts'
export { type Target, type WayStep, type WayUp, wayUp } from './way-up.ts'
export { type Changes, declaredAndVerified, whatIf } from './what-if.ts'
export {
  isoDate,
  LANGUAGES,
  type Language,
  MARKS,
  type Mark,
  type Source,
  sourceSchema,
  type Words,
  wordsSchema,
} from './words.ts'
