// A lead's life, pure: which state follows which, and who may move it. National words: 申报 → 推荐 → 已领取 → 洽谈/尽调 →
// 意向 → 授信 → 放款; 婉拒 at any step, 联系不上 and 梗阻 on the way, 已转出 when nobody took it, 撤回 by the enterprise.
import type { Lead, LeadState } from '../case.ts'

/** From each state, the states it may come to. Later steps may be reached without the ones between. */
const NEXT: Record<LeadState, readonly LeadState[]> = {
  applied: ['offered'],
  offered: ['taken', 'refused', 'passed'],
  taken: ['talking', 'intent', 'granted', 'refused', 'unreachable', 'blocked', 'offered'],
  talking: ['intent', 'granted', 'refused', 'unreachable', 'blocked', 'offered'],
  intent: ['granted', 'refused', 'unreachable', 'blocked', 'offered'],
  granted: ['paid', 'refused', 'unreachable', 'blocked', 'offered'],
  unreachable: ['taken', 'talking', 'intent', 'granted', 'refused', 'blocked', 'offered'],
  blocked: ['talking', 'intent', 'granted', 'refused', 'unreachable', 'offered'],
  paid: [],
  refused: [],
  passed: [],
  withdrawn: [],
}

/** States in which nobody has to do anything about a lead any more. */
export const LEAD_ENDS: readonly LeadState[] = ['paid', 'refused', 'passed', 'withdrawn']
/** States a clerk moves a lead on to by a button of its own. */
const STEPS: readonly LeadState[] = ['talking', 'intent', 'granted', 'paid']

/** States in which the lead still needs somebody. */
export const isOpen = (lead: Lead): boolean => !LEAD_ENDS.includes(lead.state)

/** The steps forward that its owner may take now. */
export const nextSteps = (lead: Lead): readonly LeadState[] => NEXT[lead.state].filter(state => STEPS.includes(state))

export const mayBecome = (lead: Lead, to: LeadState): boolean => NEXT[lead.state].includes(to)

/** The lead in its next state with a history row; undefined when that step is not open. */
export function advance(lead: Lead, to: LeadState, by: string, at: string): Lead | undefined {
  if (!mayBecome(lead, to)) return undefined
  return { ...lead, state: to, history: [...lead.history, { state: to, at, by }] }
}

/** The enterprise took its consent back: the lead ends wherever it was. */
export function withdraw(lead: Lead, at: string): Lead {
  if (!isOpen(lead)) return lead
  const { due: _due, snoozed: _snoozed, ...rest } = lead
  return { ...rest, state: 'withdrawn', history: [...lead.history, { state: 'withdrawn', at, by: 'enterprise' }] }
}

/** When the company applied. */
export const appliedAt = (lead: Lead): string => lead.history[0]?.at ?? ''

/** The desk has seen it: until then there is nothing there to bring up to date. */
export const wasOffered = (lead: Lead): boolean => lead.history.some(step => step.state === 'offered')
