// Side questions: what a term or product is, why a question is asked, what it costs, who sees the data, how to improve. Each
// is answered from data, and the talk goes back to the same spot.
import { type Rating, UNITS_PER_POINT } from '#engine'
import { item, type Line, text } from '../card.ts'
import { planAnswer } from '../cards/plan-answer.ts'
import { whyText } from '../cards/question.ts'
import { wayUpLines } from '../cards/way-up.ts'
import { ratingsFor } from '../ratings.ts'
import type { Turn } from '../turn-state.ts'
import { askAgain } from './carry-on.ts'
import { definitionOf } from './definition.ts'
import { outlookFor, questionFor } from './question.ts'

export function explainTerm(turn: Turn, term: string): void {
  askAgain(turn, definitionOf(turn, term) ?? [text(turn.t('term.unknown', { term: term.slice(0, 20) }))])
}

/** Why the open question is asked: the products and points that hang on it. */
export function why(turn: Turn): void {
  const { pending } = turn.case
  if (pending?.kind !== 'ask') {
    askAgain(turn, [text(turn.t('why.nothing-open'))])
    return
  }
  const question = questionFor(turn)
  const same = question?.facts.some(fact => pending.facts.includes(fact))
  askAgain(turn, [text(question && same ? whyText(turn, question) : turn.t('why.goal'))])
}

const LOST_SHOWN = 3

/** Where a rating without a ladder surely lost most. */
function lostLines(turn: Turn, { partials }: Rating): Line[] {
  const lost = partials.filter(partial => partial.max > partial.high)
  return lost
    .sort((a, b) => b.max - b.high - (a.max - a.high))
    .slice(0, LOST_SHOWN)
    .map(({ characteristic, max, high }) => {
      const points = String((max - high) / UNITS_PER_POINT)
      return item(turn.t('improve.part', { what: turn.w(characteristic.title), points }))
    })
}

/** What would bring most: the way to the next grade, or where points were surely lost. */
export function improve(turn: Turn): void {
  const lines = ratingsFor(turn.knowledge, turn.reading).flatMap(rating => {
    const way = wayUpLines(turn, rating)
    const found = way.length > 0 ? way : lostLines(turn, rating)
    return found.length > 0 ? [text(turn.w(rating.model.title)), ...found] : []
  })
  askAgain(turn, lines.length > 0 ? lines : [text(turn.t('improve.nothing'))])
}

/** Answers that are one phrase; some go on with what the plans at hand say. */
const PHRASE_ANSWERS: Record<string, string> = {
  'bot-identity': 'answer.identity',
  'ask-points': 'answer.points',
  'ask-privacy': 'answer.privacy',
  'ask-rate': 'answer.rate',
  'ask-limit': 'answer.limit',
  'ask-process': 'answer.process',
  'ask-policy': 'answer.policy',
  'ask-fee': 'answer.fee',
  thanks: 'answer.thanks',
  goodbye: 'answer.goodbye',
  greet: 'answer.greet',
  'want-loan': 'answer.want-loan',
}

/** The answer to a side question, undefined when the intent is none. */
export function sideAnswer(turn: Turn, intent: string): readonly Line[] | undefined {
  const phrase = Object.hasOwn(PHRASE_ANSWERS, intent) ? PHRASE_ANSWERS[intent] : undefined
  return phrase === undefined
    ? undefined
    : [text(turn.t(phrase)), ...planAnswer(turn, intent, outlookFor(turn).settled)]
}
