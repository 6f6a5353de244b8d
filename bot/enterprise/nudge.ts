// One reminder for an owner who stopped in the middle: on the next working day, fitting where the talk stands, and never a
// second one. Who said "later", asked for deletion, or has something under way with a bank or a team is left in peace.
import { text } from '../card.ts'
import { press } from '../press.ts'
import { deskSchedule } from '../staff/roster.ts'
import { isWorkingTime, nextWorkingTime } from '../staff/working-time.ts'
import type { Turn } from '../turn-state.ts'
import { askAgain } from './carry-on.ts'

/** Key of the timer, and what its tick says. */
export const NUDGE = 'nudge'
const MS_PER_HOUR = 3_600_000

type Spot = 'question' | 'consent' | 'results'

/** Where an owner who goes away now leaves the talk; undefined where there is nothing to remind of. */
function spotOf(turn: Turn): Spot | undefined {
  const { pending, paused, leads, visits, shown } = turn.case
  if (paused || leads.length + visits.length > 0) return undefined
  if (pending === undefined) return shown ? 'results' : undefined
  if (pending.kind === 'ask' || pending.kind === 'confirm') return 'question'
  return pending.kind === 'consent' ? 'consent' : undefined
}

/** After everything the owner does: sets the reminder anew, or takes it back when there is nothing to remind of. */
export function planNudge(turn: Turn): void {
  const { nudge, ...rest } = turn.case
  if (nudge === 'said') return
  const hours = turn.knowledge.script.limits.nudgeAfterHours
  const earliest = new Date(Date.parse(turn.incoming.at) + hours * MS_PER_HOUR).toISOString()
  const at = spotOf(turn) && nextWorkingTime(deskSchedule(turn.knowledge), earliest)
  if (at !== undefined) {
    turn.remind(NUDGE, at, NUDGE)
    turn.update({ ...rest, nudge: 'waiting' })
  } else if (nudge === 'waiting') {
    turn.forgetReminder(NUDGE)
    turn.update({ nudge: undefined })
  }
}

/** The timer is due: says the one reminder, or waits for working time when the tick came late. */
export function nudge(turn: Turn): void {
  if (turn.case.nudge !== 'waiting') return
  const spot = spotOf(turn)
  if (spot === undefined) return turn.update({ nudge: undefined })
  const schedule = deskSchedule(turn.knowledge)
  if (!isWorkingTime(schedule, turn.incoming.at)) {
    const at = nextWorkingTime(schedule, turn.incoming.at)
    if (at !== undefined) turn.remind(NUDGE, at, NUDGE)
    return
  }
  turn.update({ nudge: 'said' })
  turn.note('nudged', spot)
  const lines = [text(turn.t(`nudge.${spot}`))]
  if (spot === 'results')
    turn.say({
      lines,
      buttons: [
        [
          { text: turn.t('button.plan'), press: press('pl'), style: 'primary' },
          { text: turn.t('button.results'), press: press('x') },
        ],
        [{ text: turn.t('button.person'), press: press('h') }],
      ],
    })
  else askAgain(turn, lines)
}
