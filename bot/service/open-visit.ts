// Opens a visit order under a consent. A company has at most one open visit; asking again only brings its card up to date.
import { text } from '../card.ts'
import type { Consent, Visit } from '../case.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { isOpen } from './visit.ts'
import { visitCard } from './visit-card.ts'

/** Replaces one visit of the case. */
export function putVisit(turn: Turn, visit: Visit): void {
  turn.update({ visits: [...turn.case.visits.filter(one => one.id !== visit.id), visit] })
}

/** Creates the visit order and posts it to the team's desk. */
export function openVisit(turn: Turn, consent: Consent): void {
  const value = turn.case.answers[turn.knowledge.script.visit.topics]?.value
  const topics = Array.isArray(value) ? [...value] : []
  const open = turn.case.visits.find(visit => visit.team === consent.receiver && isOpen(visit))
  const visit: Visit = open
    ? { ...open, consent: consent.id, topics: [...new Set([...open.topics, ...topics])] }
    : {
        id: turn.newId('V'),
        team: consent.receiver,
        consent: consent.id,
        topics,
        state: 'requested',
        history: [{ state: 'requested', at: turn.incoming.at, by: 'enterprise' }],
      }
  putVisit(turn, visit)
  turn.note(open ? 'visit-joined' : 'visit-requested', visit.id, visit.team)
  turn.post(visit.team, visit.id, visitCard(turn, visit), visit.id)
  turn.say({
    lines: [text(turn.t('visit.sent', { team: deskName(turn, visit.team) })), text(turn.t('visit.sent-next'))],
    buttons: [
      [
        { text: turn.t('button.status'), press: press('st') },
        { text: turn.t('button.withdraw'), press: press('rv') },
      ],
    ],
    note: turn.t('free'),
  })
}
