// Clear answers to what must not be guessed: consent, deletion, starting over, and values that were not certain enough to
// store. Anything unclear is asked again.
import { type Button, text } from '../card.ts'
import { readConsent } from '../language/index.ts'
import { press } from '../press.ts'
import { title } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { askAgain, carryOn } from './carry-on.ts'
import { giveConsent, refuseConsent } from './consent.ts'
import { deleteAll, keep, restart } from './data-rights.ts'
import { askDoubt } from './question.ts'
import { echo, store } from './record.ts'

/** What a handled text leaves: nothing more to say, or `erase` for a confirmed deletion. */
export type Handled = 'done' | 'erase'

/** Yes, no or unclear to what needs a clear answer. Anything unclear is asked again and never counts as a yes. */
export function settleConsent(turn: Turn, words: string): Handled | undefined {
  const { pending } = turn.case
  if (pending?.kind !== 'consent' && pending?.kind !== 'delete' && pending?.kind !== 'restart') return undefined
  const answer = readConsent(words)
  if (answer === undefined) return undefined
  if (answer === 'unclear') {
    askClearly(turn)
    return 'done'
  }
  const yes = answer === 'yes'
  if (pending.kind === 'consent') yes ? giveConsent(turn) : refuseConsent(turn)
  else if (pending.kind === 'restart') yes ? restart(turn) : keep(turn)
  else if (yes) {
    deleteAll(turn)
    return 'erase'
  } else keep(turn)
  return 'done'
}

/** Repeats the yes-or-no question with its buttons. */
function askClearly(turn: Turn): void {
  const { pending } = turn.case
  const buttons: Record<string, Button[]> = {
    consent: [
      { text: turn.t('button.agree'), press: press('cy') },
      { text: turn.t('button.disagree'), press: press('cn') },
    ],
    delete: [
      { text: turn.t('button.delete-yes'), press: press('dy'), style: 'danger' },
      { text: turn.t('button.keep'), press: press('dn') },
    ],
    restart: [
      { text: turn.t('button.restart-yes'), press: press('ry') },
      { text: turn.t('button.keep'), press: press('rn') },
    ],
  }
  turn.say({ lines: [text(turn.t('consent.unclear'))], buttons: [buttons[pending?.kind ?? ''] ?? []] })
}

/** Yes or no to a doubtful value. */
export function settleDoubt(turn: Turn, words: string): boolean {
  const { pending } = turn.case
  if (pending?.kind !== 'confirm') return false
  const answer = readConsent(words)
  const [first] = pending.values
  if (answer === 'no') {
    noneOfThese(turn)
    return true
  }
  if (answer === 'yes' && first?.choices.length === 1) {
    chooseReading(turn, 0)
    return true
  }
  return false
}

/** The owner picked one of the readings offered. */
export function chooseReading(turn: Turn, index: number): void {
  const { pending } = turn.case
  if (pending?.kind !== 'confirm') return stale(turn)
  const [first, ...rest] = pending.values
  const choice = first?.choices[index]
  if (!first || choice === undefined) return stale(turn)
  store(turn, first.fact, choice)
  const lines = echo(turn, [first.fact])
  if (rest.length > 0) askDoubt(turn, lines, rest)
  else carryOn(turn, lines)
}

/** The new value is right and the earlier one wrong: the first is kept and the other asked again. */
export function otherIsWrong(turn: Turn): void {
  const { pending } = turn.case
  if (pending?.kind !== 'confirm') return stale(turn)
  const [first] = pending.values
  const [choice] = first?.choices ?? []
  if (!first || choice === undefined || first.against === undefined) return stale(turn)
  store(turn, first.fact, choice)
  turn.update({ pending: { kind: 'ask', facts: [first.against], failures: 0 } })
  askAgain(turn, [...echo(turn, [first.fact]), text(turn.t('confirm.other', { fact: title(turn, first.against) }))])
}

/** None of the readings was meant: the fact is asked in its own words. */
export function noneOfThese(turn: Turn): void {
  const { pending } = turn.case
  if (pending?.kind !== 'confirm') return stale(turn)
  const [first] = pending.values
  if (!first) return stale(turn)
  turn.update({ pending: { kind: 'ask', facts: [first.fact], failures: 0 } })
  askAgain(turn, [text(turn.t('confirm.no'))])
}

/** A button of an earlier question: say so and show where we are. */
export function stale(turn: Turn): void {
  askAgain(turn, [text(turn.t('stale'))])
}
