// Which form a staff member's button opens, judged on the case as it stands: a look, not a turn. Nothing is written here;
// when the form comes back, the turn judges again.
import { openLeadForm } from './bank/handle-bank.ts'
import type { Case } from './case.ts'
import { type Form, type FormValues, readForm } from './form.ts'
import type { Knowledge } from './knowledge.ts'
import { say } from './phrases.ts'
import type { Incoming, Sender } from './ports.ts'
import { readPress } from './press.ts'
import { openVisitForm } from './service/handle-service.ts'
import { openTurn } from './turn-state.ts'

export interface Look {
  readonly knowledge: Knowledge
  readonly case: Case
  readonly from: Extract<Sender, { kind: 'staff' }>
  readonly press: string
  /** ISO instant */
  readonly at: string
}

/** The form; undefined where the button has none or this person may not: then the press itself is to be played. */
export function formFor({ knowledge, case: current, from, press, at }: Look): Form | undefined {
  const pressed = readPress(press)
  const [thread, verb = '', argument] = pressed?.args ?? []
  // with an argument the choice is made already
  if (!pressed || argument !== undefined) return undefined
  const incoming: Incoming = { kind: 'press', eventId: 'look', at, from, press }
  const { turn } = openTurn(knowledge, current, incoming)
  const lead = turn.case.leads.find(one => one.id === thread)
  if (lead && pressed.verb === 'L') return openLeadForm(turn, lead, from, verb)
  const visit = turn.case.visits.find(one => one.id === thread)
  return visit && pressed.verb === 'V' ? openVisitForm(turn, visit, from, verb) : undefined
}

/** What is wrong with a form that was handed in, in words by field; desks read Chinese. Undefined: nothing. */
export function faultsOf(
  { phrases }: Knowledge,
  form: Form,
  given: FormValues,
): Readonly<Record<string, string>> | undefined {
  const read = readForm(form, given)
  if (read.is === 'filled') return undefined
  return Object.fromEntries(
    Object.entries(read.faults).map(([name, fault]) => [name, say(phrases, 'zh', `form.fault.${fault}`)] as const),
  )
}
