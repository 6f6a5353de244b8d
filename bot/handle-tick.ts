// A timer of the case is due. What it says is read like a press: a verb and what it is about; one whose lead has ended, or
// that nobody knows any more, does nothing.
import { decisionTick } from './bank/decision-time.ts'
import { leadTick } from './bank/lead-tick.ts'
import type { Lead } from './case.ts'
import { EXPIRY, expiryTick } from './enterprise/expiry.ts'
import { askFeedback, offerNextTopic } from './enterprise/follow-up.ts'
import { NEWS, newsTick } from './enterprise/news.ts'
import { NUDGE, nudge } from './enterprise/nudge.ts'
import { PACED, tellPaced } from './enterprise/paced.ts'
import { PRE_OFFER, preOfferTick } from './enterprise/pre-offer.ts'
import { visitOf } from './service/desk.ts'
import { visitTick } from './service/visit-tick.ts'
import type { Turn } from './turn-state.ts'

const ofLead = (act: (turn: Turn, lead: Lead) => void) => (turn: Turn, id: string) => {
  const lead = turn.case.leads.find(one => one.id === id)
  if (lead) act(turn, lead)
}

/** verb → what happens. Each is set by `Turn.remind` as "verb:about". */
const TICKS: Readonly<Record<string, (turn: Turn, about: string) => void>> = {
  [NUDGE]: nudge,
  [NEWS]: newsTick,
  [EXPIRY]: expiryTick,
  [PRE_OFFER]: preOfferTick,
  [PACED]: tellPaced,
  lead: ofLead(leadTick),
  month: ofLead(decisionTick),
  visit: (turn, id) => {
    const visit = visitOf(turn, id)
    if (visit) visitTick(turn, visit)
  },
  feedback: ofLead(askFeedback),
  'next-topic': offerNextTopic,
}

export function handleTick(turn: Turn, what: string): void {
  const [verb = '', about = ''] = what.split(':')
  if (Object.hasOwn(TICKS, verb)) TICKS[verb]?.(turn, about)
}
