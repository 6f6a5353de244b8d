// Opens a lead: one receiver, the products chosen, under one consent. A company has at most one open lead at a receiver;
// a further product joins it. A desk with listed people gets it in working time, put to one of them.
import { text } from '../card.ts'
import type { Consent, Lead } from '../case.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import { deskSchedule, isStaffed } from '../staff/roster.ts'
import { isWorkingTime } from '../staff/working-time.ts'
import { clockText, type Turn } from '../turn-state.ts'
import { nextPerson, putTo } from './assign.ts'
import { basisOf } from './basis.ts'
import { watchDecision } from './decision-time.ts'
import { advance, isOpen } from './lead.ts'
import { leadCard } from './lead-card.ts'
import { putLead } from './put-lead.ts'
import { standbyButtons } from './standby.ts'
import { reacted } from './watch.ts'

/** Whether a desk is disturbed at this hour: one of which nobody is listed always may be. */
const mayAsk = (turn: Turn, desk: string): boolean =>
  !isStaffed(turn.knowledge.staffing, desk) || isWorkingTime(deskSchedule(turn.knowledge), turn.incoming.at)

/** 申报 → 推荐: the card reaches the desk, put to a person where some are listed. */
export function offer(turn: Turn, lead: Lead): Lead {
  const offered = advance(lead, 'offered', 'clock', turn.incoming.at)
  if (!offered) return lead
  const fresh = reacted(turn, offered)
  const person = nextPerson(turn, fresh)
  const put = putLead(turn, person ? putTo(fresh, person) : fresh)
  turn.note('lead-offered', put.id, put.receiver)
  turn.post(put.receiver, put.id, leadCard(turn, put), put.id)
  return put
}

/** What tells the company from others, when it told: repeats from other chats are found by it. */
function firmOf(turn: Turn): string | undefined {
  const firm = turn.case.answers[turn.knowledge.script.lead.firm]?.value
  return typeof firm === 'string' ? firm : undefined
}

function newLead(turn: Turn, consent: Consent, products: readonly string[], more: Partial<Lead>): Lead {
  const firm = firmOf(turn)
  const twin = turn.incoming.around?.twins.find(one => one.receiver === consent.receiver)
  return {
    id: turn.newId('L'),
    receiver: consent.receiver,
    products: [...products],
    consent: consent.id,
    basis: basisOf(turn, products),
    state: 'applied',
    ...(firm === undefined ? {} : { firm }),
    ...(twin === undefined ? {} : { twin: twin.lead }),
    ...more,
    history: [{ state: 'applied', at: turn.incoming.at, by: 'enterprise' }],
  }
}

/** Creates the lead, or joins the open one; sends it now or when the desk works again. Says nothing to the company. */
export function startLead(turn: Turn, consent: Consent, products: readonly string[], more: Partial<Lead> = {}): Lead {
  const open = turn.case.leads.find(lead => lead.receiver === consent.receiver && isOpen(lead))
  if (open) {
    const all = [...new Set([...open.products, ...products])]
    const joined = putLead(turn, { ...open, consent: consent.id, products: all, basis: basisOf(turn, all) })
    turn.note('lead-joined', joined.id, joined.receiver)
    if (joined.state !== 'applied') turn.post(joined.receiver, joined.id, leadCard(turn, joined), joined.id)
    return joined
  }
  const lead = putLead(turn, newLead(turn, consent, products, more))
  turn.note('lead-applied', lead.id, lead.receiver)
  watchDecision(turn, lead)
  return mayAsk(turn, lead.receiver) ? offer(turn, lead) : lead
}

/** The owner agreed: the lead goes out, and the company is told what happens next. */
export function openLead(turn: Turn, consent: Consent, products: readonly string[], more: Partial<Lead> = {}): void {
  const lead = startLead(turn, consent, products, more)
  const receiver = deskName(turn, lead.receiver)
  const sent =
    lead.state === 'applied'
      ? turn.t('lead.held', { receiver, time: clockText(lead.due ?? turn.incoming.at) })
      : turn.t('lead.sent', { receiver })
  turn.say({
    lines: [text(sent), text(turn.t('lead.sent-next'))],
    buttons: [
      ...standbyButtons(turn, lead),
      [
        { text: turn.t('button.status'), press: press('st') },
        { text: turn.t('button.withdraw'), press: press('rv') },
      ],
      [
        { text: turn.t('button.visit'), press: press('vs') },
        { text: turn.t('button.results'), press: press('x') },
      ],
    ],
    note: turn.t('free'),
  })
}
