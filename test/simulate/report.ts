// The simulated month as text: what must be zero, how soon leads were owned or escalated, how they were shared, how many
// messages anybody got.
import { deskSchedule } from '../../bot/staff/roster.ts'
import { minutesPerDay, workingMinutes } from '../../bot/staff/working-time.ts'
import { END, type Month } from './month.ts'
import type { FirstHours } from './watch.ts'

const ROLES = ['clerk', 'manager']

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`

function quantiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
  return `median ${at(0.5)}, 90 % ${at(0.9)}, 99 % ${at(0.99)}, most ${at(1)}`
}

/** How many days had so many: 0, 1, … and all beyond the last. */
function spread(values: readonly number[]): string {
  const last = 5
  const counts = Array.from({ length: last + 1 }, (_, n) => values.filter(one => Math.min(one, last) === n).length)
  return counts.map(count => share(count, values.length)).join(' · ')
}

function table(rows: readonly (readonly [string, string | number])[]): string[] {
  return ['| | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value} |`)]
}

/** Every figure of the run, as Markdown. */
export function reportMonth({ world, watch }: Month, firms: number, seed: number): string {
  const { knowledge, people } = world.town
  const schedule = deskSchedule(knowledge)
  const day = minutesPerDay(schedule)
  const reaction = ({ taken, escalated }: FirstHours) => Math.min(taken ?? Infinity, escalated ?? Infinity)
  // one that began on the last day is only counted when something has happened already
  const seen = [...watch.leads.values()].filter(
    one => Number.isFinite(reaction(one)) || workingMinutes(schedule, one.start, END) >= day,
  )
  const first = seen.map(reaction)
  const settled = first.filter(minutes => minutes <= day)
  const taken = [...watch.leads.values()].flatMap(one => one.taken ?? [])
  const leads = world.scenes.flatMap(scene => scene.case.leads)
  const states = Map.groupBy(leads, lead => lead.state)
  const clerks = people.filter(person => person.role === 'clerk')
  const asked = (id: string) => leads.filter(lead => lead.asked?.includes(id)).length
  const verb = (name: string) => watch.verbs.get(name) ?? 0
  const days = [...watch.personDays.values()]
  const roles = new Map(people.map(person => [person.id, person.role]))
  const daysOf = (role: string) =>
    [...watch.personDays].flatMap(([key, day]) => (roles.get(key.split(' ')[0] ?? '') === role ? [day] : []))
  return [
    `# A simulated month: ${firms} companies, ${new Set(people.map(person => person.desk)).size} institutions, ${people.length} people (seed ${seed})`,
    '',
    ...table([
      ['turns played', world.turns],
      ['leads', leads.length],
      [
        'owned or escalated within one working day',
        `${share(settled.length, first.length)} (${settled.length} of ${first.length})`,
      ],
      ['withdrawn before anybody had to react', watch.withdrawnFirst.count],
      ['begun less than a working day before the end', watch.leads.size - seen.length],
      ['messages outside working hours', watch.faults.outsideHours],
      ['leads in two hands', watch.faults.twoHands],
      ['cards to a receiver without valid consent', watch.faults.withoutConsent],
      ['open leads without a deadline', watch.faults.unwatched],
      ['working minutes until owned or escalated', quantiles(first.filter(Number.isFinite))],
      ['working minutes until owned', quantiles(taken)],
      [
        'reminders · next person · manager',
        `${verb('lead-nudged')} · ${verb('lead-next-person')} · ${verb('lead-to-manager')}`,
      ],
      ['to the reserve · company told that nobody took it', `${verb('lead-passed')} · ${verb('lead-nobody')}`],
      ['put back after silence · handed over', `${verb('lead-put-back')} · ${verb('lead-handed-over')}`],
      ['taken by somebody it was not put to', `${leads.filter(lead => lead.picked).length}`],
      ['leads put to one clerk', quantiles(clerks.map(person => asked(person.id)))],
      [
        'messages by themselves, per person and working day',
        quantiles(days.map(({ reminder, summary }) => reminder + summary)),
      ],
      ...ROLES.map(
        role => [`of a ${role}`, quantiles(daysOf(role).map(({ reminder, summary }) => reminder + summary))] as const,
      ),
      ['days with 0 · 1 · 2 · 3 · 4 · more messages', spread(days.map(({ reminder, summary }) => reminder + summary))],
      ['cards put to a person a day, which ring nobody', quantiles(days.map(({ card }) => card))],
      ['messages the clock sent to companies', watch.companyMessages.count],
    ]),
    '',
    '| State at the end | Leads |',
    '| --- | --- |',
    ...[...states]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([state, list]) => `| ${state} | ${list.length} |`),
  ].join('\n')
}
