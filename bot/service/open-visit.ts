// Opens a visit order under a consent. A company has at most one open visit; asking again only brings its card up to date.
import { text } from '../card.ts'
import type { Consent } from '../case.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { assignVisit, waitsForWork } from './assign-visit.ts'
import { refresh } from './desk.ts'
import { isOpen } from './visit.ts'
import type { Visit } from './visit-record.ts'
import { putVisit } from './watch-visit.ts'

/** Creates the visit order and posts it to the team's desk; `by` is the desk that proposed it. */
export function openVisit(turn: Turn, consent: Consent, by?: string): void {
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
        ...(by === undefined ? {} : { proposedBy: by }),
        history: [{ state: 'requested', at: turn.incoming.at, by: 'enterprise' }],
      }
  turn.note(open ? 'visit-joined' : 'visit-requested', visit.id, visit.team)
  if (open || !waitsForWork(turn, visit)) refresh(turn, open ? visit : assignVisit(turn, visit))
  // kept until somebody of the team works: their clock puts it to one of them
  else putVisit(turn, visit)
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
