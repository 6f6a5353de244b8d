// The door to leads and visits for staff: asks the table of rights at the moment of the write, inside the turn. Who may not
// gets the same neutral words whatever the reason, other desks none at all, and a row goes into the audit log.
import { text } from '../card.ts'
import type { Sender } from '../ports.ts'
import { type Held, may, type Right, type Standing, standingsOf } from '../rights.ts'
import { clockInChina, forDesk, type Turn } from '../turn-state.ts'

const TAKING: readonly string[] = ['lead.take', 'visit.take'] satisfies Right[]

interface Thread extends Held {
  readonly id: string
  readonly owner?: { readonly person: string; readonly name: string } | undefined
  readonly history: readonly { readonly state: string; readonly at: string }[]
  /** it still runs */
  readonly open: boolean
}

type Staff = Extract<Sender, { kind: 'staff' }>

/** Since when somebody has it, on the clock of China: "11-23 09:05". */
function takenAt({ history }: Thread): string {
  const step = history.findLast(({ state }) => state === 'taken' || state === 'accepted')
  return step ? clockInChina(step.at).slice(5).replace('T', ' ') : ''
}

/** Why not: a phrase for the thread, and a code for the audit log where it was no harmless attempt. */
interface Obstacle {
  readonly says: string
  readonly why?: string
}

function obstacleOf(standings: readonly Standing[], thread: Thread, right: string): Obstacle | undefined {
  if (standings.includes('unlisted')) return { says: 'lead.not-listed', why: 'unlisted' }
  if (!thread.open) return { says: 'lead.closed' }
  if (may(standings, right)) return undefined
  if (standings.includes('free')) return { says: 'lead.take-first' }
  // two who take the same one at once have done nothing wrong
  if (TAKING.includes(right)) return { says: standings.includes('owner') ? 'lead.already-yours' : 'lead.already-taken' }
  return { says: 'lead.not-yours', why: 'not-owner' }
}

/** Whether staff may do this with a lead or visit; when not, it has been said and noted. */
export function admitted(turn: Turn, staff: Staff, thread: Thread, right: string): boolean {
  const standings = standingsOf(turn.knowledge.staffing, staff, thread)
  if (standings.includes('elsewhere')) {
    turn.note('denied', thread.id, 'other-desk')
    return false
  }
  const obstacle = obstacleOf(standings, thread, right)
  if (!obstacle) return true
  if (obstacle.why !== undefined) turn.note('denied', thread.id, obstacle.why)
  const words = forDesk(turn).t(obstacle.says, { name: thread.owner?.name ?? '', when: takenAt(thread) })
  turn.post(thread.desk, thread.id, { lines: [text(words)] })
  return false
}
