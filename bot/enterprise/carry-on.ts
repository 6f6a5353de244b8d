// What comes next after anything an enterprise said: collect for what it set out to do, ask the most decisive question, or
// show the results.
import type { Reading } from '#engine'
import type { Question } from '#matching'
import { type Line, text } from '../card.ts'
import { changeLines } from '../cards/change.ts'
import { pageCard } from '../cards/page.ts'
import { questionCard, shortWhy } from '../cards/question.ts'
import type { Turn } from '../turn-state.ts'
import { goalMissing, showConsent } from './consent.ts'
import { seen } from './news.ts'
import { ask, askDoubt, outlookFor } from './question.ts'
import { showFirstResults, showResults } from './results.ts'

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

/** Why it is asked and how much may follow, in one breath. */
function noteOf(turn: Turn, question: Question, left: number): string {
  const { asking } = turn.case
  const count = asking === 'first' ? Math.min(left, question.remaining) : question.remaining
  const key = asking === 'first' ? 'ask.first' : count > 1 ? 'ask.remaining' : 'ask.last'
  const forAll = question.facts.some(fact => turn.knowledge.catalogue.need.always.includes(fact))
  const [why, ahead] = [forAll ? undefined : shortWhy(turn, question), turn.t(key, { count })]
  return why === undefined ? ahead : turn.t('ask.note', { why, ahead })
}

/** About so many facts are asked in one natural request. */
const FACTS_PER_REQUEST = 3

/**
 * Goes on with the talk, saying `before` first: a few questions, then the probable results; after that only as far as the
 * owner wants, until grade and plans are proven or nothing is open.
 */
export function carryOn(turn: Turn, before: readonly Line[] = []): void {
  const { pending, asking, asked } = turn.case
  turn.settle()
  if (turn.case.goal) return carryOnGoal(turn, before)
  if (asking === 'no' && before.length > 0) return turn.say({ lines: before, buttons: [nextSteps(turn)] })
  const { question } = outlookFor(turn, pending?.kind === 'ask' ? pending.facts : [])
  const { questionsBeforeFirstResults: requests } = turn.knowledge.script.limits
  // asked one fact at a time, the same takes more turns
  const left = (turn.case.singly ? requests * FACTS_PER_REQUEST : requests) - asked
  const enough = asking === 'no' || (asking === 'first' && left <= 0) || (asking !== 'all' && !question?.decides)
  if (!question || enough) return asking === 'first' ? showFirstResults(turn, before) : showResults(turn, before)
  turn.update({ asked: asked + 1 })
  ask(turn, before, question.facts, question.request, noteOf(turn, question, left))
}

/** The owner wants to be asked on: until grade and plans are proven or, when they are, until nothing is open. */
export function goOn(turn: Turn): void {
  if (turn.case.asking !== 'first') turn.update({ asking: outlookFor(turn).question?.decides ? 'proof' : 'all' })
  carryOn(turn)
}

/** More was told after the results were shown: what it changed, and the way on. */
export function showChange(turn: Turn, before: readonly Line[], was: Reading): void {
  turn.settle()
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
