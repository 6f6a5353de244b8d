// What comes next after anything an enterprise said: collect for what it set out to do, ask the most decisive question, or
// show the results.
import type { Reading } from '#engine'
import { type Line, text } from '../card.ts'
import { changeLines } from '../cards/change.ts'
import { pageCard } from '../cards/page.ts'
import { questionCard } from '../cards/question.ts'
import type { Turn } from '../turn-state.ts'
import { goalMissing, showConsent } from './consent.ts'
import { seen } from './news.ts'
import { ask, askDoubt, questionFor } from './question.ts'
import { showResults } from './results.ts'

/** Collects what the owner's request still needs, then asks for consent. */
function carryOnGoal(turn: Turn, before: readonly Line[]): void {
  const [first] = goalMissing(turn)
  if (first === undefined) return showConsent(turn, before)
  const { facts } = turn.knowledge.rulebook
  const personal = [...facts.values()].filter(fact => fact.personal).map(fact => fact.id)
  // said once, before the first thing that tells who somebody is
  const isFirst = personal.includes(first) && !personal.some(fact => Object.hasOwn(turn.case.answers, fact))
  ask(turn, isFirst ? [...before, text(turn.t('goal.contact'))] : before, [first])
}

/** Goes on with the talk, saying `before` first. The results come after a handful of questions, settled or not. */
export function carryOn(turn: Turn, before: readonly Line[] = []): void {
  const { pending } = turn.case
  turn.settle()
  if (turn.case.goal) return carryOnGoal(turn, before)
  const question = questionFor(turn, pending?.kind === 'ask' ? pending.facts : [])
  const left = turn.knowledge.script.limits.questionsBeforeResults - turn.case.asked
  if (!question || left <= 0) return showResults(turn, before)
  turn.update({ asked: turn.case.asked + 1 })
  ask(turn, before, question.facts, question.request, Math.min(question.remaining, left))
}

/** More was told after the results were shown: what it changed, and the way on. */
export function showChange(turn: Turn, before: readonly Line[], was: Reading): void {
  seen(turn)
  turn.say({ lines: [...before, ...changeLines(turn, was, turn.reading)], buttons: [nextSteps(turn)] })
}

/** Says again what the bot waits for, after a side question or a misunderstanding. */
export function askAgain(turn: Turn, before: readonly Line[]): void {
  const { pending } = turn.case
  if (pending?.kind === 'ask') turn.say(questionCard(turn, before, pending.facts, pending.request))
  else if (pending?.kind === 'confirm') askDoubt(turn, before, pending.values)
  else if (pending?.kind === 'page') turn.say(pageCard(turn, pending, before))
  else if (pending?.kind === 'consent') showConsent(turn, before)
  else if (turn.case.shown && !turn.case.goal) turn.say({ lines: before, buttons: [nextSteps(turn)] })
  else carryOn(turn, before)
}

/** After a card that answered a side question: the question that was open, if there was one. */
export function backToSpot(turn: Turn): void {
  if (turn.case.pending) askAgain(turn, [text(turn.t('back-to-spot'))])
}

/** After the plan was shown a side answer does not start the questions again by itself. */
function nextSteps(turn: Turn) {
  return [
    { text: turn.t('button.go-on'), press: 'go' },
    { text: turn.t('button.results'), press: 'x' },
  ]
}
