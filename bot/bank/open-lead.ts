// Opens a lead: one receiver, the products chosen, under one consent. A company has at most one open lead at a receiver;
// a further product joins it.
import { text } from '../card.ts'
import type { Consent, Lead } from '../case.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { isOpen } from './lead.ts'
import { leadCard } from './lead-card.ts'

/** Replaces one lead of the case. */
export function putLead(turn: Turn, lead: Lead): void {
  const others = turn.case.leads.filter(one => one.id !== lead.id)
  turn.update({ leads: [...others, lead] })
}

/** Creates the lead, or joins the open one, and posts its card to the receiver's desk. */
export function openLead(turn: Turn, consent: Consent, products: readonly string[]): void {
  const open = turn.case.leads.find(lead => lead.receiver === consent.receiver && isOpen(lead))
  const lead: Lead = open
    ? { ...open, consent: consent.id, products: [...new Set([...open.products, ...products])] }
    : {
        id: turn.newId('L'),
        receiver: consent.receiver,
        products: [...products],
        consent: consent.id,
        state: 'offered',
        history: [{ state: 'offered', at: turn.incoming.at, by: 'enterprise' }],
      }
  putLead(turn, lead)
  turn.note(open ? 'lead-joined' : 'lead-offered', lead.id, lead.receiver)
  turn.post(lead.receiver, lead.id, leadCard(turn, lead), lead.id)
  turn.say({
    lines: [text(turn.t('lead.sent', { receiver: deskName(turn, lead.receiver) })), text(turn.t('lead.sent-next'))],
    buttons: [
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
