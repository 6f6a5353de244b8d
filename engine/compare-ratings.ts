// What changed from one rating to another of the same company: after an answer, a what-if, a year, or a new version of the
// model. Only what differs is listed.
import type { Answered } from './judge.ts'
import type { Characteristic, Dimension, Evidence } from './model.ts'
import type { Rating, ScoreRange } from './rating.ts'

/** Undefined on the side on which there was no such part. */
export interface Change<T> {
  readonly before: T | undefined
  readonly after: T | undefined
}

export interface RatingDiff {
  readonly model: string
  readonly version?: Change<string> | undefined
  readonly score?: Change<ScoreRange> | undefined
  readonly grades?: Change<readonly string[]> | undefined
  readonly stages?: Change<readonly string[]> | undefined
  readonly passes?: Change<Answered> | undefined
  readonly knockedOut?: Change<Answered> | undefined
  readonly noLoan?: Change<Answered> | undefined
  readonly dimensions: readonly (Change<ScoreRange> & { readonly dimension: Dimension })[]
  readonly partials: readonly (Change<ScoreRange> & { readonly characteristic: Characteristic })[]
  readonly evidence: readonly (Change<Answered> & { readonly evidence: Evidence })[]
}

const rangeOf = ({ low, high }: ScoreRange): ScoreRange => ({ low, high })
const shown = (value: unknown): string => JSON.stringify(value) ?? ''

function change<T>(before: T, after: T): Change<T> | undefined {
  return shown(before) === shown(after) ? undefined : { before, after }
}

/** Pairs parts by id, in the order of the later rating; parts that are gone come last. */
function pairs<P, V>(
  [before, after]: readonly [readonly P[], readonly P[]],
  idOf: (part: P) => string,
  lookAt: (part: P) => V,
): (Change<V> & { readonly part: P })[] {
  const find = (list: readonly P[], id: string) => list.find(part => idOf(part) === id)
  const gone = before.filter(part => !find(after, idOf(part)))
  return [...after, ...gone].flatMap(part => {
    const [old, now] = [find(before, idOf(part)), find(after, idOf(part))]
    const found = change(old && lookAt(old), now && lookAt(now))
    return found ? [{ ...found, part }] : []
  })
}

/** The differences between two ratings by the same model, in any of its versions. */
export function compareRatings(before: Rating, after: Rating): RatingDiff {
  const ids = (list: readonly { readonly id: string }[]) => list.map(one => one.id)
  return {
    model: after.model.id,
    version: change(before.model.version, after.model.version),
    score: change(rangeOf(before.score), rangeOf(after.score)),
    grades: change(before.grades, after.grades),
    stages: change(ids(before.stages), ids(after.stages)),
    passes: change(before.passes.is, after.passes.is),
    knockedOut: change(before.knockedOut.is, after.knockedOut.is),
    noLoan: change(before.noLoan.is, after.noLoan.is),
    dimensions: pairs([before.dimensions, after.dimensions], one => one.dimension.id, rangeOf).map(
      ({ part, ...found }) => ({ ...found, dimension: part.dimension }),
    ),
    partials: pairs([before.partials, after.partials], one => one.characteristic.id, rangeOf).map(
      ({ part, ...found }) => ({ ...found, characteristic: part.characteristic }),
    ),
    evidence: pairs(
      [before.evidence, after.evidence],
      one => one.evidence.id,
      one => one.verdict.is,
    ).map(({ part, ...found }) => ({ ...found, evidence: part.evidence })),
  }
}
