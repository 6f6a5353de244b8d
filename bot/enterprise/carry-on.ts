// What comes next after anything an enterprise said: collect for what it set out to do, ask the most decisive question, or
// show the results.
import { type Line, text } from '../card.ts'
import { questionCard } from '../cards/question.ts'
import type { Turn } from '../turn-state.ts'
import { goalMissing, showConsent } from './consent.ts'
import { ask, askDoubt, questionFor } from './question.ts'
import { showResults } from './results.ts'

/** Goes on with the talk, saying `before` first. */
export function carryOn(turn: Turn, before: readonly Line[] = []): void {
  turn.settle()
  if (turn.case.goal) {
    const missing = goalMissing(turn)
    const [first] = missing
    const goalNote = first && turn.knowledge.rulebook.facts.get(first)?.personal ? [text(turn.t('goal.contact'))] : []
    if (first) ask(turn, [...before, ...goalNote], [first])
    else showConsent(turn, before)
    return
  }
  const question = questionFor(turn)
  // once the plan was shown, answers go straight into a new plan only when nothing is open; else the talk continues
  if (question) ask(turn, before, question.facts, question.request, question.remaining)
  else showResults(turn, before)
}

/** Says again what the bot waits for, after a side question or a misunderstanding. */
export function askAgain(turn: Turn, before: readonly Line[]): void {
  const { pending } = turn.case
  if (pending?.kind === 'ask') turn.say(questionCard(turn, before, pending.facts, pending.request))
  else if (pending?.kind === 'confirm') askDoubt(turn, before, pending.values)
  else if (pending?.kind === 'consent') showConsent(turn, before)
  else if (turn.case.shown && !turn.case.goal) turn.say({ lines: before, buttons: [nextSteps(turn)] })
  else carryOn(turn, before)
}

/** After the plan was shown a side answer does not start the questions again by itself. */
function nextSteps(turn: Turn) {
  return [
    { text: turn.t('button.go-on'), press: 'go' },
    { text: turn.t('button.results'), press: 'x' },
  ]
}
