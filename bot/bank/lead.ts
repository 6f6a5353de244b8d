// A lead's life, pure: which state follows which, and who may move it. National words: 推荐 → 已领取 → 洽谈 → 意向 → 授信 →
// 放款, or 婉拒 at any step, or 撤回 by the enterprise.
import type { Lead, LeadState } from '../case.ts'

/** From each state, the states a clerk may move to. Later steps may be reached without the ones between. */
const NEXT: Record<LeadState, readonly LeadState[]> = {
  offered: ['taken', 'refused'],
  taken: ['talking', 'intent', 'granted', 'refused'],
  talking: ['intent', 'granted', 'refused'],
  intent: ['granted', 'refused'],
  granted: ['paid', 'refused'],
  paid: [],
  refused: [],
  withdrawn: [],
}

/** States in which the lead still needs somebody. */
export const isOpen = (lead: Lead): boolean =>
  lead.state !== 'paid' && lead.state !== 'refused' && lead.state !== 'withdrawn'

export const nextStates = (lead: Lead): readonly LeadState[] => NEXT[lead.state]

/** The lead in its next state with a history row; undefined when that step is not open. */
export function advance(lead: Lead, to: LeadState, by: string, at: string): Lead | undefined {
  if (!NEXT[lead.state].includes(to)) return undefined
  return { ...lead, state: to, history: [...lead.history, { state: to, at, by }] }
}

/** The enterprise took its consent back: the lead ends wherever it was. */
export function withdraw(lead: Lead, at: string): Lead {
  return isOpen(lead)
    ? { ...lead, state: 'withdrawn', history: [...lead.history, { state: 'withdrawn', at, by: 'enterprise' }] }
    : lead
}
