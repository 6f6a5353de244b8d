// Why a rating is what it is, in few and specific words: at most four reasons, adverse first.
import type { PartialScore, Rating } from './rating.ts'

export const REASONS_MAX = 4

export type Reason =
  | { readonly kind: 'knockout'; readonly knockout: Rating['knockouts'][number]['knockout'] }
  /** points surely lost against the maximum, in hundredths */
  | { readonly kind: 'lost'; readonly partial: PartialScore; readonly points: number }
  /** points that a missing answer still decides, in hundredths */
  | { readonly kind: 'open'; readonly partial: PartialScore; readonly points: number }
  | { readonly kind: 'earned'; readonly partial: PartialScore; readonly points: number }

const byPoints = (a: { points: number }, b: { points: number }) => b.points - a.points

/** The strongest reasons of a rating: knockouts, then lost points, then what is open, then what earned most. */
export function reasonsOf(rating: Rating): readonly Reason[] {
  const knockouts = rating.knockouts
    .filter(one => one.verdict.is === 'yes')
    .map(({ knockout }): Reason => ({ kind: 'knockout', knockout }))
  const of = (kind: 'lost' | 'open' | 'earned', points: (partial: PartialScore) => number) =>
    rating.partials
      .map(partial => ({ kind, partial, points: points(partial) }))
      .filter(one => one.points > 0)
      .sort(byPoints)
  const adverse = [
    ...knockouts,
    ...of('lost', partial => partial.max - partial.high).slice(0, 2),
    ...of('open', partial => partial.high - partial.low).slice(0, 1),
  ]
  // a characteristic is named once: what costs points is not praised in the same breath
  const named = new Set(adverse.flatMap(reason => (reason.kind === 'knockout' ? [] : [reason.partial])))
  const earned = of('earned', partial => partial.low).filter(one => !named.has(one.partial))
  return [...adverse, ...earned].slice(0, REASONS_MAX)
}
