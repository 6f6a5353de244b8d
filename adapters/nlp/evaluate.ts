// How well the classifier does on utterances whose meaning is known: what is right, what is let through that is none of our
// business, what is turned away, and which intents are taken for which.
import type { IntentGuess } from '#bot'
import { type Labelled, OUT_OF_SCOPE } from './labelled.ts'

export interface Thresholds {
  /** from here on a guess is acted on */
  readonly certain: number
  /** from here on it is offered as a choice */
  readonly possible: number
}

export interface Confusion {
  readonly label: string
  readonly guessed: string
  readonly count: number
}

/** Shares are 0…1; NaN where there was nothing to count. */
export interface Evaluation {
  readonly inScope: number
  readonly outOfScope: number
  /** labels that no intent has; their utterances are not counted */
  readonly unknownLabels: readonly string[]
  /** the first guess, or one of the three, is what was meant */
  readonly accuracy: number
  readonly topThree: number
  /** how well confidence tells in-scope from out-of-scope: 0.5 is a coin, 1 is perfect */
  readonly auroc: number
  /** of the in-scope ones: acted on; of those right; neither acted on nor offered; meant intent acted on or offered */
  readonly acted: number
  readonly actedRight: number
  readonly rejected: number
  readonly helped: number
  /** of the out-of-scope ones: acted on; at least offered */
  readonly outActed: number
  readonly outOffered: number
  /** most frequent first; an empty list of guesses counts as `—` */
  readonly confusions: readonly Confusion[]
}

interface Judged extends Labelled {
  readonly guesses: readonly IntentGuess[]
}

const confidence = ({ guesses }: Judged): number => guesses[0]?.confidence ?? 0

function share(list: readonly Judged[], test: (one: Judged) => boolean): number {
  return list.filter(test).length / list.length
}

/** The chance that an in-scope utterance gets more confidence than an out-of-scope one; a tie counts half. */
export function auroc(inside: readonly number[], outside: readonly number[]): number {
  const wins = inside.flatMap(one => outside.map((other): number => (one > other ? 1 : one === other ? 0.5 : 0)))
  return wins.reduce((sum, each) => sum + each, 0) / wins.length
}

function confusionsOf(inside: readonly Judged[]): readonly Confusion[] {
  const counts = new Map<string, Confusion>()
  for (const { label, guesses } of inside) {
    const guessed = guesses[0]?.intent ?? '—'
    if (guessed === label) continue
    const key = `${label} ${guessed}`
    counts.set(key, { label, guessed, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((one, other) => other.count - one.count)
}

/**
 * Runs `guess` over the utterances. `intents` are the ids that exist: utterances under other labels are left out and named.
 * @example evaluate(parseLabelled(file), text => classifier.guess(text, 'zh'), ids, { certain: INTENT_CERTAIN, possible: INTENT_POSSIBLE })
 */
export function evaluate(
  utterances: readonly Labelled[],
  guess: (text: string) => readonly IntentGuess[],
  intents: ReadonlySet<string>,
  { certain, possible }: Thresholds,
): Evaluation {
  const isKnown = ({ label }: Labelled) => label === OUT_OF_SCOPE || intents.has(label)
  const judged: readonly Judged[] = utterances.filter(isKnown).map(each => ({ ...each, guesses: guess(each.text) }))
  const inside = judged.filter(each => each.label !== OUT_OF_SCOPE)
  const outside = judged.filter(each => each.label === OUT_OF_SCOPE)
  const isRight = (one: Judged) => one.guesses[0]?.intent === one.label
  const isActedOn = (one: Judged) => confidence(one) >= certain
  const isAmong = (one: Judged, least: number) =>
    one.guesses.some(each => each.intent === one.label && each.confidence >= least)
  return {
    inScope: inside.length,
    outOfScope: outside.length,
    unknownLabels: [...new Set(utterances.filter(each => !isKnown(each)).map(each => each.label))],
    accuracy: share(inside, isRight),
    topThree: share(inside, one => isAmong(one, 0)),
    auroc: auroc(inside.map(confidence), outside.map(confidence)),
    acted: share(inside, isActedOn),
    actedRight: share(inside.filter(isActedOn), isRight),
    rejected: share(inside, one => confidence(one) < possible),
    helped: share(inside, one => (isActedOn(one) ? isRight(one) : isAmong(one, possible))),
    outActed: share(outside, isActedOn),
    outOffered: share(outside, one => confidence(one) >= possible),
    confusions: confusionsOf(inside),
  }
}
