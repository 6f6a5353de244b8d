// READ THIS FIRST. One turn of the talk, pure: a case, one thing that happened, and everything that follows from it — the
// new case, the cards to send and the audit rows. No clock, no randomness, no waiting: played twice, it gives the same.
import { handleLeadForm, handleLeadPress, handleLeadText } from './bank/handle-bank.ts'
import type { Case } from './case.ts'
import { goAway } from './enterprise/away.ts'
import { handleEdited, rememberMessage } from './enterprise/edited.ts'
import { stay } from './enterprise/expiry.ts'
import { handlePress } from './enterprise/handle-press.ts'
import { handleText } from './enterprise/handle-text.ts'
import { planNudge } from './enterprise/nudge.ts'
import type { Handled } from './enterprise/settle.ts'
import { open } from './enterprise/start.ts'
import { handleTick } from './handle-tick.ts'
import type { Knowledge } from './knowledge.ts'
import { normalise } from './language/index.ts'
import { noteMilestones } from './milestones.ts'
import type { Incoming, Outcome, Sender } from './ports.ts'
import { readPress } from './press.ts'
import { takePaper } from './relay/paper.ts'
import { enterpriseRead } from './relay/read-state.ts'
import { may, rightOf } from './rights.ts'
import { handleVisitForm, handleVisitPress, handleVisitText } from './service/handle-service.ts'
import { openTurn, type Turn } from './turn-state.ts'

type Staff = Extract<Sender, { kind: 'staff' }>

/** A clerk or a visitor did something in the thread of one lead or visit of this case. */
function staffTurn(turn: Turn, staff: Staff): void {
  const { incoming } = turn
  if (incoming.kind !== 'text' && incoming.kind !== 'press' && incoming.kind !== 'form') return
  const pressed = incoming.kind !== 'text' ? readPress(incoming.press) : undefined
  const thread = incoming.kind === 'text' ? incoming.thread : pressed?.args[0]
  const lead = turn.case.leads.find(one => one.id === thread)
  const visit = turn.case.visits.find(one => one.id === thread)
  const [, verb = '', argument] = pressed?.args ?? []
  if (incoming.kind === 'text') {
    const words = normalise(incoming.text)
    if (words === '') return
    if (lead) handleLeadText(turn, lead, staff, words)
    else if (visit) handleVisitText(turn, visit, staff, words)
  } else if (incoming.kind === 'form') {
    if (lead && pressed?.verb === 'L') handleLeadForm(turn, lead, staff, verb, incoming.values)
    else if (visit && pressed?.verb === 'V') handleVisitForm(turn, visit, staff, verb, incoming.values)
  } else if (lead && pressed?.verb === 'L') handleLeadPress(turn, lead, staff, verb, argument)
  else if (visit && pressed?.verb === 'V') handleVisitPress(turn, visit, staff, verb, argument)
}

/** Words of the enterprise: new ones, or an earlier message that was changed. */
function textTurn(turn: Turn, incoming: Extract<Incoming, { kind: 'text' }>, before: Case): Handled {
  const { text, guesses, message } = incoming
  if (message?.edited && turn.case.greeted) {
    handleEdited(turn, message.id, text)
    return 'done'
  }
  const handled = handleText(turn, text, guesses)
  if (message && handled !== 'erase') rememberMessage(turn, message.id, before)
  return handled
}

/** Plays one event on one case. */
export function turn(knowledge: Knowledge, current: Case, incoming: Incoming): Outcome {
  const { turn: state, finish } = openTurn(knowledge, current, incoming)
  if (incoming.kind !== 'tick' && incoming.kind !== 'away') stay(state)
  if (incoming.from.kind === 'staff') {
    staffTurn(state, incoming.from)
    noteMilestones(state, current)
    return finish()
  }
  // a company's press that is not allowed is answered by handlePress, like any button that fits nothing
  const mayDo = may([incoming.from.kind === 'clock' ? 'clock' : 'company'], rightOf(incoming))
  if (!mayDo && (incoming.from.kind === 'clock' || incoming.kind !== 'press')) return finish()
  if (incoming.kind === 'tick') {
    handleTick(state, incoming.what)
    return finish()
  }
  if (incoming.kind === 'away') {
    goAway(state)
    return finish()
  }
  enterpriseRead(state)
  if (incoming.kind === 'paper') {
    takePaper(state, incoming.paper)
    return finish()
  }
  if (incoming.kind === 'open') {
    open(state, incoming.channel)
    return finish()
  }
  const handled = incoming.kind === 'text' ? textTurn(state, incoming, current) : handlePress(state, incoming.press)
  if (handled !== 'erase') {
    planNudge(state)
    noteMilestones(state, current)
  }
  return finish(handled === 'erase')
}
