// When nothing was understood: first the question again, one thing at a time, or the nearest guesses to choose from, then
// choices, then a person.
// Nothing is ever guessed, and nothing said before is lost.
import { type Button, text } from '../card.ts'
import { INTENT_POSSIBLE } from '../intents/thresholds.ts'
import type { IntentGuess } from '../ports.ts'
import { press } from '../press.ts'
import { title } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { askAgain } from './carry-on.ts'
import { askOneOf } from './read-asked.ts'
import { person } from './talk.ts'

/** The second failure in a row is answered with choices, whatever the guesses are. */
const FAILURES_BEFORE_CHOICES = 2

/** Nobody presses that a wish is forbidden or that words are abuse. */
const NO_CHOICE = new Set(['None', 'forbidden', 'insult'])

function guessButtons(turn: Turn, guesses: readonly IntentGuess[]): Button[][] {
  return guesses
    .filter(guess => !NO_CHOICE.has(guess.intent) && guess.confidence >= INTENT_POSSIBLE)
    .map(guess => [{ text: turn.t(`intent.${guess.intent}`), press: press('i', guess.intent) }])
}

/** Ways on that need no typing. */
function wayButtons(turn: Turn): Button[][] {
  const { pending } = turn.case
  const skip: Button[] = pending?.kind === 'ask' ? [{ text: turn.t('button.skip'), press: press('s', '*') }] : []
  return [
    [...skip, { text: turn.t('button.help'), press: press('q') }],
    [
      { text: turn.t('button.results'), press: press('x') },
      { text: turn.t('button.person'), press: press('h') },
    ],
  ]
}

/** Answers a text of which nothing was understood. */
export function fallBack(turn: Turn, guesses: readonly IntentGuess[]): void {
  const failures = turn.case.failures + 1
  turn.update({ failures })
  const asked = turn.case.pending?.kind === 'ask' ? turn.case.pending.facts : []
  const facts = asked.map(fact => title(turn, fact)).join(turn.comma)
  if (failures >= turn.knowledge.script.limits.failuresBeforePerson) {
    turn.update({ failures: 0 })
    person(turn)
    return
  }
  const possible = guessButtons(turn, guesses)
  if (failures >= FAILURES_BEFORE_CHOICES) {
    const lines = [text(facts ? turn.t('choices.asked', { facts }) : turn.t('choices'))]
    turn.say({ lines, buttons: [...possible, ...wayButtons(turn)] })
    return
  }
  if (possible.length > 0) {
    const none = [{ text: turn.t('button.none-of-these'), press: press('go') }]
    turn.say({ lines: [text(turn.t('did-you-mean'))], buttons: [...possible, none] })
    return
  }
  if (askOneOf(turn, [text(turn.t('not-understood.one'))])) return
  askAgain(turn, [text(facts ? turn.t('not-understood.asked', { facts }) : turn.t('not-understood'))])
}
