// What the owner says to the company, and the buttons of that talk. Saying something is working on the lead.
import type { Lead } from '../../case.ts'
import { toEnterprise } from '../../relay/carry.ts'
import { endTalk, refuseDesk, resumeTalk } from '../../relay/end.ts'
import { offerRequests, request } from '../../relay/request.ts'
import { leadThread, obstacleOf, type Thread } from '../../relay/thread.ts'
import type { Turn } from '../../turn-state.ts'
import { refresh, type Staff, tellText } from '../desk.ts'
import { putLead } from '../put-lead.ts'
import { reacted } from '../watch.ts'

/** Runs `act` when words may pass, otherwise says why not. */
function mayTalk(turn: Turn, lead: Lead, act: (thread: Thread) => void): void {
  const thread = leadThread(turn, lead)
  const why = obstacleOf(thread)
  if (why) return refuseDesk(turn, thread, why)
  putLead(turn, reacted(turn, lead))
  act(thread)
}

const nameOf = (lead: Lead, staff: Staff): string => lead.owner?.name ?? staff.name

/** Words typed into the thread, as they are. */
export function relayToEnterprise(turn: Turn, lead: Lead, staff: Staff, words: string): void {
  mayTalk(turn, lead, thread => toEnterprise(turn, thread, nameOf(lead, staff), words))
}

export function listRequests(turn: Turn, lead: Lead): void {
  mayTalk(turn, lead, thread => offerRequests(turn, thread))
}

export function sendRequest(turn: Turn, lead: Lead, staff: Staff, code: string): void {
  mayTalk(turn, lead, thread => request(turn, thread, nameOf(lead, staff), code))
}

/** 结束对话: the lead goes on, its card offers to begin again. */
export function endByOwner(turn: Turn, lead: Lead): void {
  endTalk(turn, leadThread(turn, lead), 'desk')
  refreshLead(turn, lead.id)
}

export function resumeByOwner(turn: Turn, lead: Lead): void {
  const resumed = resumeTalk(turn, leadThread(turn, lead), 'desk')
  tellText(turn, lead, resumed ? 'talk.resumed' : 'talk.not-yours')
  if (resumed) refreshLead(turn, lead.id)
}

function refreshLead(turn: Turn, id: string): void {
  const lead = turn.case.leads.find(one => one.id === id)
  if (lead) refresh(turn, lead)
}
