// Ratings given once: as plain data to be stored, and worked out again from the stored answers, the version of the model
// and the day. The same inputs give the same bits, whatever versions of the model came later.
import type { Dossier } from './dossier.ts'
import type { Answered } from './judge.ts'
import { rateBy } from './rate.ts'
import type { Rating } from './rating.ts'
import { type Rulebook, read } from './rulebook.ts'

/** A rating as it is stored: plain JSON, points in hundredths. */
export interface RatingRecord {
  readonly model: string
  readonly version: string
  readonly score: readonly [low: number, high: number]
  readonly grades: readonly string[]
  readonly stages: readonly string[]
  readonly applies: Answered
  readonly passes: Answered
  readonly knockedOut: Answered
  readonly noLoan: Answered
  readonly dimensions: Readonly<Record<string, readonly [low: number, high: number]>>
  readonly parts: Readonly<Record<string, readonly [low: number, high: number]>>
  readonly knockouts: Readonly<Record<string, Answered>>
  readonly evidence: Readonly<Record<string, Answered>>
  readonly lacks: readonly string[]
}

/** What of a rating is stored. */
export function ratingRecord(rating: Rating): RatingRecord {
  return {
    model: rating.model.id,
    version: rating.model.version,
    score: [rating.score.low, rating.score.high],
    grades: [...rating.grades],
    stages: rating.stages.map(stage => stage.id),
    applies: rating.applies.is,
    passes: rating.passes.is,
    knockedOut: rating.knockedOut.is,
    noLoan: rating.noLoan.is,
    dimensions: Object.fromEntries(rating.dimensions.map(one => [one.dimension.id, [one.low, one.high]])),
    parts: Object.fromEntries(rating.partials.map(one => [one.characteristic.id, [one.low, one.high]])),
    knockouts: Object.fromEntries(rating.knockouts.map(one => [one.knockout.id, one.verdict.is])),
    evidence: Object.fromEntries(rating.evidence.map(one => [one.evidence.id, one.verdict.is])),
    lacks: [...rating.lacks],
  }
}

/** The rating by one version of a model, in force or not, of these answers on a day (days since 1970). */
export function recompute(
  rulebook: Rulebook,
  dossier: Dossier,
  model: string,
  version: string,
  day: number,
): Rating | undefined {
  const found = rulebook.models.get(model)?.find(one => one.version === version)
  return found && rateBy(found, read(rulebook, dossier, day))
}
