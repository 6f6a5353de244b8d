// How far a lead is, for its card: who has it or is asked, figures, reasons, and what holds it up.
import { FEN_PER_WAN, showQuantity } from '#engine'
import { field, type Line, text } from '../card.ts'
import type { Lead } from '../case.ts'
import { clockText, type Turn } from '../turn-state.ts'
import { isOpen } from './lead.ts'

/** Whether the company's name and contact may be shown: somebody has taken the lead and still has it. */
export const isUnmasked = (lead: Lead): boolean =>
  lead.owner !== undefined && lead.history.some(step => step.state === 'taken')

function holderLine(turn: Turn, lead: Lead): Line[] {
  if (lead.owner) return [field(turn.t('lead.owner'), lead.owner.name)]
  const asked = lead.holder === undefined ? undefined : turn.knowledge.staffing.people.get(lead.holder)
  return [
    ...(asked && lead.state === 'offered' ? [field(turn.t('lead.asked'), asked.name)] : []),
    text(turn.t('lead.masked')),
  ]
}

function figures(turn: Turn, { amount, rate, months, days }: Lead): Line[] {
  if (amount === undefined) return []
  const parts = [
    turn.t('lead.amount-text', { amount: String(amount / FEN_PER_WAN) }),
    ...(rate === undefined ? [] : [showQuantity(rate, 'percent', 'zh')]),
    ...(months === undefined ? [] : [turn.t('lead.months', { months })]),
    ...(days === undefined ? [] : [turn.t('lead.days', { days })]),
  ]
  return [field(turn.t('lead.amount'), parts.join(' · '))]
}

/** A coded reason in words. */
function reasonLine(turn: Turn, lead: Lead): Line[] {
  const { refusals, blockages } = turn.knowledge.script
  const words = (table: typeof refusals, code: string) => turn.w(table[code]?.title ?? { zh: code, en: code })
  return [
    ...(lead.refusal === undefined ? [] : [field(turn.t('lead.refusal'), words(refusals, lead.refusal))]),
    ...(lead.blockage === undefined ? [] : [field(turn.t('lead.blocked-by'), words(blockages, lead.blockage))]),
  ]
}

/** The lines at the head of the card. */
export function progressLines(turn: Turn, lead: Lead): Line[] {
  return [
    ...holderLine(turn, lead),
    ...(lead.kind === 'pre-offer' ? [field(turn.t('lead.kind'), turn.t('lead.kind-pre-offer'))] : []),
    ...(lead.twin === undefined ? [] : [field(turn.t('lead.twin'), lead.twin)]),
    ...figures(turn, lead),
    ...reasonLine(turn, lead),
    ...(lead.snoozed !== undefined && isOpen(lead)
      ? [field(turn.t('lead.snoozed-until'), clockText(lead.snoozed))]
      : []),
  ]
}
