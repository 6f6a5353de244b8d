// What an answer may do to a rating: each likely answer is tried on the rating itself, and what it settles or narrows is
// weighed by how likely it is. Orders questions and decides nothing.
import {
  type FactDefinition,
  type FactId,
  type FactValue,
  isNumeric,
  NO_LACKS,
  type Rating,
  type Reading,
  readAlso,
} from '#engine'
import type { Likelihood } from './likelihood.ts'

/** Does a rating still have something open that its reader is told: its grade, or its pass? */
export function unsettled(rating: Rating): boolean {
  return rating.applies.is !== 'no' && (gradeOpen(rating) || passOpen(rating))
}

const gradeOpen = ({ model, grades }: Rating): boolean => model.grades !== undefined && grades.length > 1
const passOpen = ({ model, passes }: Rating): boolean => model.pass !== undefined && passes.is === 'open'

/** Facts that can still change what its reader is told: points that no longer decide a grade or a pass are not asked for. */
const decidingLacks = (rating: Rating): readonly FactId[] =>
  gradeOpen(rating) ? rating.lacks : passOpen(rating) ? rating.passes.lacks : NO_LACKS

/** Do the points still decide anything? */
const pointsDecide = (rating: Rating): boolean => gradeOpen(rating) || rating.ways.score?.is === 'open'

/** Small, middling and large, each as likely as the other: the middles of three thirds. */
const THIRDS = [1 / 6, 3 / 6, 5 / 6]
/** For quantities of which nothing typical is written. */
const SPAN_DEFAULT = [0, 100] as const

/** Answers that stand for all, with how likely they are; none where no answer can be guessed. */
function likelyAnswers(fact: FactDefinition, likely: Likelihood): readonly (readonly [FactValue, number])[] {
  if (fact.type === 'flag') {
    const yes = likely.facts.get(fact.id) ?? likely.yes
    return [
      [true, yes],
      [false, 1 - yes],
    ]
  }
  if (fact.type === 'choice') {
    const options = Object.keys(fact.options ?? {})
    return options.map(option => [option, 1 / options.length])
  }
  if (!isNumeric(fact.type)) return []
  const none = likely.none.get(fact.id) ?? 0
  const [low, high] = fact.typical ?? SPAN_DEFAULT
  const some = THIRDS.map(
    at => [Math.round(low + (high - low) * at ** likely.skew), (1 - none) / THIRDS.length] as const,
  )
  return none > 0 ? [[0, none], ...some] : some
}

/** One fewer to ask counts so much beside the points that are no longer open. */
const ASKED_SHARE = 0.075

const width = ({ score }: Rating): number => score.high - score.low

/** How much of what a rating leaves open one answer closes: of its points, or of the facts it hangs on. */
function narrowedBy(after: Rating, before: Rating): number {
  if (!unsettled(after)) return 1
  const [left, all] = pointsDecide(before)
    ? [pointsDecide(after) ? width(after) : 0, width(before)]
    : [decidingLacks(after).length, decidingLacks(before).length]
  return Math.max(0, 1 - left / Math.max(1, all))
}

/** How much of what a rating leaves open one answer settles: its points, and what would still have to be asked. */
function settledBy(after: Rating, before: Rating): number {
  if (!unsettled(after)) return 1 + ASKED_SHARE * decidingLacks(before).length
  return narrowedBy(after, before) + ASKED_SHARE * (decidingLacks(before).length - decidingLacks(after).length)
}

/** What an answer to one fact is expected to do. */
export interface Expectation {
  /** for each open rating, how much of it is settled; 1 is about all of it */
  readonly settles: ReadonlyMap<Rating, number>
  /** the largest part of what some rating leaves open that the answer closes, between 0 and 1 */
  readonly narrows: number
  /** how likely each other fact still has to be asked afterwards, for any of the ratings */
  readonly leaves: ReadonlyMap<FactId, number>
}

const add = <K>(sums: Map<K, number>, key: K, share: number): void => void sums.set(key, (sums.get(key) ?? 0) + share)

/** Tries the likely answers to a fact on the open ratings that lack it. */
export function expect(
  fact: FactDefinition,
  ratings: readonly Rating[],
  reading: Reading,
  likely: Likelihood,
): Expectation {
  const concerned = ratings.filter(rating => decidingLacks(rating).includes(fact.id))
  const told = Object.hasOwn(reading.dossier, fact.id)
  const answers = told || concerned.length === 0 ? [] : likelyAnswers(fact, likely)
  const settles = new Map<Rating, number>()
  const leaves = new Map<FactId, number>()
  const narrowed = new Map<Rating, number>()
  // what was told about right, or cannot be guessed, is one of those that are still to be asked
  if (answers.length === 0) {
    for (const rating of concerned) settles.set(rating, ASKED_SHARE + 1 / decidingLacks(rating).length)
    for (const rating of concerned) narrowed.set(rating, 1 / decidingLacks(rating).length)
    for (const other of lackedBy(ratings)) leaves.set(other, 1)
  }
  for (const [value, share] of answers) {
    const answer = { value, source: 'stated' as const, at: '' }
    const after = readAlso(reading, fact.id, answer)
    const now = ratings.map(rating => (concerned.includes(rating) ? after.rating(rating.model.id) : rating) ?? rating)
    for (const [index, rating] of ratings.entries())
      if (concerned.includes(rating)) {
        add(settles, rating, share * settledBy(now[index] ?? rating, rating))
        add(narrowed, rating, share * narrowedBy(now[index] ?? rating, rating))
      }
    for (const other of lackedBy(now.filter(unsettled))) add(leaves, other, share)
  }
  return { settles, leaves, narrows: Math.max(0, ...narrowed.values()) }
}

/** Every fact that some open rating lacks. */
export const lackedBy = (ratings: readonly Rating[]): ReadonlySet<FactId> => new Set(ratings.flatMap(decidingLacks))
