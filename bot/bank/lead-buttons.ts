// The buttons of a lead's card: what can be done with it now.
import type { Button } from '../card.ts'
import type { Lead } from '../case.ts'
import { press } from '../press.ts'
import type { Turn } from '../turn-state.ts'
import { isOpen, mayBecome, nextSteps } from './lead.ts'

export function leadButtons(turn: Turn, lead: Lead): Button[][] {
  if (!isOpen(lead)) return []
  const one = (key: string, verb: string, style?: Button['style']): Button => ({
    text: turn.t(key),
    press: press('L', lead.id, verb),
    ...(style ? { style } : {}),
  })
  if (lead.state === 'offered') return [[one('lead.take', 'take', 'primary'), one('lead.refuse', 'refuse', 'danger')]]
  return [
    nextSteps(lead).map(state => one(`lead.to.${state}`, state)),
    [
      one('lead.papers-please', 'papers'),
      ...(mayBecome(lead, 'unreachable') ? [one('lead.to-unreachable', 'unreachable')] : []),
      ...(mayBecome(lead, 'blocked') ? [one('lead.to-blocked', 'block')] : []),
    ],
    [
      one('talk.requests', 'requests'),
      one('visit.propose', 'visit'),
      lead.talk?.ended?.by === 'desk' ? one('talk.on', 'resume') : one('talk.end', 'end'),
    ],
    [one('lead.later', 'later'), one('lead.hand', 'hand'), one('lead.refuse', 'refuse', 'danger')],
  ].filter(row => row.length > 0)
}
