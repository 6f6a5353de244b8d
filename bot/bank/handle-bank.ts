// What bank staff do with a lead. Rights are asked here, at the moment of the write.
import type { Lead, LeadState } from '../case.ts'
import type { Form, FormValues } from '../form.ts'
import { deskRead } from '../relay/read-state.ts'
import { leadThread } from '../relay/thread.ts'
import type { LeadVerb } from '../rights.ts'
import { admitted } from '../staff/admit.ts'
import type { Turn } from '../turn-state.ts'
import { block, offerBlockages } from './acts/block.ts'
import { handOver, offerHandOver, putBackBy } from './acts/hand-over.ts'
import { move, recordAmount } from './acts/move.ts'
import { askPapers } from './acts/papers.ts'
import { proposeVisit } from './acts/propose-visit.ts'
import { offerReasons, refuse } from './acts/refuse.ts'
import { endByOwner, listRequests, relayToEnterprise, resumeByOwner, sendRequest } from './acts/relay.ts'
import { offerSnooze, snooze } from './acts/snooze.ts'
import { take } from './acts/take.ts'
import { markUnreachable } from './acts/unreachable.ts'
import type { Staff } from './desk.ts'
import { isOpen } from './lead.ts'
import { fillLeadForm, leadForm } from './lead-forms.ts'

type Act = (turn: Turn, lead: Lead, staff: Staff, argument: string) => void

const moveTo =
  (to: LeadState): Act =>
  (turn, lead, staff) =>
    move(turn, lead, staff, to)

/** What every button of a lead does. Who may press it stands in bot/rights.ts. */
const LEAD_ACTS: Readonly<Record<LeadVerb, Act>> = {
  take: take,
  refuse: offerReasons,
  refused: (turn, lead, staff, code) => refuse(turn, lead, staff, code),
  papers: (turn, lead) => askPapers(turn, lead),
  requests: listRequests,
  request: sendRequest,
  end: endByOwner,
  resume: resumeByOwner,
  visit: proposeVisit,
  talking: moveTo('talking'),
  intent: moveTo('intent'),
  granted: moveTo('granted'),
  paid: moveTo('paid'),
  later: offerSnooze,
  snooze: (turn, lead, _staff, days) => snooze(turn, lead, days),
  hand: offerHandOver,
  to: (turn, lead, _staff, person) => handOver(turn, lead, person),
  back: putBackBy,
  unreachable: markUnreachable,
  block: offerBlockages,
  blocked: block,
}

const isLeadVerb = (verb: string): verb is LeadVerb => Object.hasOwn(LEAD_ACTS, verb)

const mayDo = (turn: Turn, lead: Lead, staff: Staff, verb: LeadVerb | 'words'): boolean =>
  admitted(turn, staff, { ...lead, desk: lead.receiver, open: isOpen(lead) }, `lead.${verb}`)

/** The form a button opens for this person; undefined where it has none or they may not. Changes nothing. */
export function openLeadForm(turn: Turn, lead: Lead, staff: Staff, verb: string): Form | undefined {
  return isLeadVerb(verb) && mayDo(turn, lead, staff, verb) ? leadForm(turn, lead, verb) : undefined
}

/** A form of a lead's card was handed in: the right is that of its button. */
export function handleLeadForm(turn: Turn, lead: Lead, staff: Staff, verb: string, values: FormValues): void {
  if (isLeadVerb(verb) && mayDo(turn, lead, staff, verb)) fillLeadForm(turn, seen(turn, lead), staff, verb, values)
}

/** Who acts on a lead has seen what the company wrote there. */
function seen(turn: Turn, lead: Lead): Lead {
  deskRead(turn, leadThread(turn, lead))
  return turn.case.leads.find(one => one.id === lead.id) ?? lead
}

/** A button of a lead's card. */
export function handleLeadPress(
  turn: Turn,
  lead: Lead,
  staff: Staff,
  verb: string,
  argument: string | undefined,
): void {
  if (isLeadVerb(verb) && mayDo(turn, lead, staff, verb)) LEAD_ACTS[verb](turn, seen(turn, lead), staff, argument ?? '')
}

/** Words a clerk typed into the lead's thread: they go to the company, unless a figure was asked for. */
export function handleLeadText(turn: Turn, lead: Lead, staff: Staff, words: string): void {
  if (!mayDo(turn, lead, staff, 'words')) return
  if (lead.awaiting) return recordAmount(turn, seen(turn, lead), staff, words)
  relayToEnterprise(turn, seen(turn, lead), staff, words)
}
