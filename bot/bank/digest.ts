// The daily summary of one person at a desk: what waits for them, what they let rest, and for managers how the team does. At
// most seven lines, no names of companies, and nothing at all on a day without anything to say.
import { type Card, type Line, text } from '../card.ts'
import type { Lead, LeadState } from '../case.ts'
import type { Knowledge } from '../knowledge.ts'
import { type Phrases, say } from '../phrases.ts'
import { isOpen as isVisitOpen } from '../service/visit.ts'
import { isWorkingDay } from '../staff/calendar.ts'
import type { Person } from '../staff/people.ts'
import { deskSchedule, isAbsent } from '../staff/roster.ts'
import { isTheirs, type VisitRow } from '../staff/visit-row.ts'
import { minutesPerDay, workingMinutes } from '../staff/working-time.ts'
import { clockInChina, clockText, dayInChina } from '../turn-state.ts'

export const DIGEST_LINES_MAX = 7
/** Minutes after somebody's hour at which their summary is made. */
const SETTLE_MINUTES = 5
/** Leads named one by one; the first lines are counts. */
const NAMED_MAX = 4
const MINUTES_PER_HOUR = 60
const MS_PER_DAY = 86_400_000
/** Response times are those of the last days. */
const RESPONSE_DAYS = 30

/** What the summary needs of a lead: ids, codes and times. Instants are ISO. */
export interface LeadRow {
  readonly id: string
  readonly state: LeadState
  readonly holder?: string | undefined
  readonly offeredAt?: string | undefined
  readonly takenAt?: string | undefined
  readonly due?: string | undefined
  /** the last thing the clock did about it since anybody reacted, and when */
  readonly step?: NonNullable<Lead['ladder']>['did']
  readonly stepAt?: string | undefined
  /** when it last changed */
  readonly changedAt: string
}

const isOpenRow = (row: LeadRow): boolean => row.due !== undefined

/** Whether this person's summary is due now: on a day they work, from their hour on. */
export function digestDue({ calendar }: Knowledge, person: Person, at: string): boolean {
  const day = dayInChina(at)
  if (person.digest === undefined || !isWorkingDay(calendar, day) || isAbsent(person, day)) return false
  const clock = clockInChina(at)
  const minutes = Number(clock.slice(11, 13)) * MINUTES_PER_HOUR + Number(clock.slice(14, 16))
  // what came in the night is put to people as the desk opens: it is to be in there
  return minutes >= person.digest + SETTLE_MINUTES
}

/** The middle of the working minutes from recommendation to taking; undefined without any. */
export function responseMinutes(knowledge: Knowledge, rows: readonly LeadRow[], at: string): number | undefined {
  const schedule = deskSchedule(knowledge)
  const since = Date.parse(at) - RESPONSE_DAYS * MS_PER_DAY
  const minutes = rows
    .flatMap(({ offeredAt, takenAt }) =>
      offeredAt !== undefined && takenAt !== undefined && Date.parse(offeredAt) >= since
        ? [workingMinutes(schedule, offeredAt, takenAt)]
        : [],
    )
    .toSorted((a, b) => a - b)
  return minutes[Math.floor(minutes.length / 2)]
}

/** People who hold leads that nobody touched for more than a working day, with their number, most first. */
export function silentHolders(knowledge: Knowledge, rows: readonly LeadRow[], at: string): readonly [string, number][] {
  const schedule = deskSchedule(knowledge)
  const day = minutesPerDay(schedule)
  const silent = new Map<string, number>()
  for (const { holder, changedAt, due } of rows)
    if (holder !== undefined && due !== undefined && workingMinutes(schedule, changedAt, at) > day)
      silent.set(holder, (silent.get(holder) ?? 0) + 1)
  return [...silent].toSorted(([, a], [, b]) => b - a)
}

export function managerLines(knowledge: Knowledge, rows: readonly LeadRow[], at: string): Line[] {
  const t = (key: string, values?: Record<string, string | number>) => say(knowledge.phrases, 'zh', key, values)
  const open = rows.filter(isOpenRow)
  const waiting = open.filter(row => row.state === 'offered').length
  const response = responseMinutes(knowledge, rows, at)
  const silent = silentHolders(knowledge, open, at)
    .slice(0, NAMED_MAX)
    .map(([id, count]) => `${knowledge.staffing.people.get(id)?.name ?? id} ${count}`)
  return [
    text(t('digest.team', { open: open.length, waiting })),
    ...(response === undefined ? [] : [text(t('digest.response', { minutes: response }))]),
    ...(silent.length > 0 ? [text(t('digest.silent', { names: silent.join('、') }))] : []),
  ]
}

/** One lead by the end of its id, its state and when something has to happen. */
export const leadLine = (phrases: Phrases, row: LeadRow, at: string): Line =>
  text(
    say(phrases, 'zh', 'digest.lead', {
      lead: row.id.slice(-8),
      state: say(phrases, 'zh', `lead.state.${row.state}`),
      due: clockText(row.due ?? at),
    }),
  )

function clerkLines(knowledge: Knowledge, person: Person, rows: readonly LeadRow[], at: string): Line[] {
  const t = (key: string, values?: Record<string, string | number>) => say(knowledge.phrases, 'zh', key, values)
  const mine = rows.filter(row => row.holder === person.id && isOpenRow(row))
  const waiting = mine.filter(row => row.state === 'offered')
  const urgent = mine.toSorted((a, b) => Date.parse(a.due ?? at) - Date.parse(b.due ?? at)).slice(0, NAMED_MAX)
  if (mine.length === 0) return []
  return [
    text(t('digest.mine', { waiting: waiting.length, open: mine.length - waiting.length })),
    ...urgent.map(row => leadLine(knowledge.phrases, row, at)),
    ...(mine.length > urgent.length ? [text(t('digest.more', { count: mine.length - urgent.length }))] : []),
  ]
}

/** Visits: what waits for this person, when they go next, and for managers how many nobody has accepted. */
function visitLines({ phrases }: Knowledge, person: Person, rows: readonly VisitRow[]): Line[] {
  const t = (key: string, values?: Record<string, string | number>) => say(phrases, 'zh', key, values)
  const open = rows.filter(row => isVisitOpen(row))
  const waiting = (some: readonly VisitRow[]) => some.filter(row => row.state === 'requested').length
  const mine = open.filter(row => isTheirs(row, person))
  const ahead = mine
    .filter(row => row.state === 'scheduled')
    .toSorted((a, b) => (a.time ?? '~').localeCompare(b.time ?? '~'))
  const [next] = ahead
  return [
    ...(person.role === 'manager' && open.length > 0
      ? [text(t('digest.visits-team', { open: open.length, waiting: waiting(open) }))]
      : []),
    ...(mine.length > 0
      ? [text(t('digest.visits', { waiting: waiting(mine), open: mine.length - waiting(mine) }))]
      : []),
    ...(next?.time === undefined
      ? []
      : [text(t('digest.visit-next', { visit: next.id.slice(-8), time: clockText(next.time) }))]),
  ]
}

/** The summary of one person, from the rows of their desk; undefined when there is nothing to say. */
export function digestCard(
  knowledge: Knowledge,
  person: Person,
  rows: readonly LeadRow[],
  at: string,
  visits: readonly VisitRow[] = [],
): Card | undefined {
  const own = clerkLines(knowledge, person, rows, at)
  const team = person.role === 'manager' && rows.some(isOpenRow) ? managerLines(knowledge, rows, at) : []
  const lines = [...team, ...own, ...visitLines(knowledge, person, visits)].slice(0, DIGEST_LINES_MAX)
  if (lines.length === 0) return undefined
  return { title: say(knowledge.phrases, 'zh', 'digest.title', { name: person.name }), lines, calls: [person.id] }
}
