// What the clock wants of one person at a desk, gathered into one message: who is asked for several leads in one hour reads it
// once. The first comes at once, whatever follows soon waits and comes together; the daily summary counts as one of them.
import { type Card, text } from '../card.ts'
import type { Knowledge } from '../knowledge.ts'
import { say } from '../phrases.ts'
import { noticeOf } from '../staff/notice.ts'
import type { Person } from '../staff/people.ts'
import { deskSchedule, isAbsent, managersOf } from '../staff/roster.ts'
import { isWorkingTime } from '../staff/working-time.ts'
import { dayInChina } from '../turn-state.ts'
import type { LeadRow } from './digest.ts'
import { leadLine } from './digest.ts'

const MS_PER_MINUTE = 60_000
/** Lines of one message: a count for each thing asked, then leads by name, then how many more. */
const NAMED_MAX = 4

/** What a person is asked for, in the order it is said. */
const WANTS = ['take', 'go-on', 'assign'] as const
type Want = (typeof WANTS)[number]

/** Since when a lead wants something: the last thing the clock did about it, or that it was put to somebody. */
const wantedSince = ({ stepAt, state, offeredAt }: LeadRow): string | undefined =>
  stepAt ?? (state === 'offered' ? offeredAt : undefined)

/** What this lead wants of a person now; undefined: nothing of this person. */
function wantOf(row: LeadRow, person: Person, managers: readonly Person[]): Want | undefined {
  if (row.due === undefined || wantedSince(row) === undefined) return undefined
  // work that is under way for days is reminded of in the daily summary only
  if (row.state !== 'offered' && row.state !== 'taken') return undefined
  if (row.step === 'manager' && managers.length > 0)
    return managers.some(one => one.id === person.id) ? 'assign' : undefined
  if (row.holder !== person.id || row.step === 'elsewhere') return undefined
  return row.state === 'offered' ? 'take' : 'go-on'
}

/**
 * The message that is due to a person now, from the rows of their desk; undefined when nothing new is wanted, when the last
 * one (`lastAt`, ISO) is younger than `lead.reminderMinutes` of the script, for what a manager has to assign
 * `lead.assignMinutes`, or when nobody works.
 */
export function reminderCard(
  knowledge: Knowledge,
  person: Person,
  rows: readonly LeadRow[],
  lastAt: string | undefined,
  at: string,
): Card | undefined {
  const { phrases, script, staffing } = knowledge
  const today = dayInChina(at)
  const last = lastAt === undefined ? undefined : Date.parse(lastAt)
  if (!isWorkingTime(deskSchedule(knowledge), at)) return undefined
  const managers = managersOf(staffing, person.desk, today)
  // when all managers are away they are told all the same: nobody else could assign it
  if (isAbsent(person, today) && !managers.includes(person)) return undefined
  const asked = rows
    .flatMap(row => {
      const want = wantOf(row, person, managers)
      return want === undefined ? [] : [{ row, want }]
    })
    .toSorted((a, b) => Date.parse(wantedSince(a.row) ?? at) - Date.parse(wantedSince(b.row) ?? at))
  const isNew = (row: LeadRow) => last === undefined || Date.parse(wantedSince(row) ?? at) > last
  const fresh = asked.filter(({ row }) => isNew(row))
  if (fresh.length === 0) return undefined
  const hasToAssign = fresh.some(({ want }) => want === 'assign')
  const pause = (hasToAssign ? script.lead.assignMinutes : script.lead.reminderMinutes) * MS_PER_MINUTE
  if (last !== undefined && Date.parse(at) - last < pause) return undefined
  const counts = WANTS.flatMap(want => {
    const count = asked.filter(one => one.want === want).length
    return count === 0 ? [] : [text(say(phrases, 'zh', `reminder.${want}`, { count }))]
  })
  const more = asked.length - Math.min(fresh.length, NAMED_MAX)
  const lines = [
    ...counts,
    ...fresh.slice(0, NAMED_MAX).map(({ row }) => leadLine(phrases, row, at)),
    ...(more > 0 && counts.length < WANTS.length ? [text(say(phrases, 'zh', 'digest.more', { count: more }))] : []),
  ]
  return {
    title: say(phrases, 'zh', 'reminder.title', { name: person.name }),
    lines,
    calls: [person.id],
    // a robot cannot ring one person, and names none
    notice: noticeOf(phrases, say(phrases, 'zh', 'notice.reminder'), lines),
  }
}
