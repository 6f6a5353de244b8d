// What time alone will open or close: "满 2 年后 2 款可以申请，2027-03-01 起". Only what a company could act on is told: that
// something can be applied for from a day on, or that something it could have ends.
import { isoOf, showQuantity } from '#engine'
import { calendarOf, nextTurnings, type Turning } from '#matching'
import { head, item, type Line, text } from '../card.ts'
import { limitText } from '../show.ts'
import type { Turn } from '../turn-state.ts'

const DAYS_PER_MONTH = 31
/** So many names are told of each day. */
const NAMES_SHOWN = 3

interface Group {
  readonly day: number
  readonly why: string
  readonly opens: boolean
  readonly names: string[]
}

/** Why a day changes something, in words: an age that is reached, the product's own dates, a title that ends. */
export function turningText(turn: Turn, { because, ripe }: Turning): string {
  if (!ripe) return turn.t(`calendar.because.${because}`)
  const what = turn.w(ripe.title)
  const { limit } = ripe
  return limit.op === 'atLeast'
    ? turn.t('calendar.ripe', { what, age: showQuantity(limit.value, 'months', turn.language) })
    : turn.t('calendar.reached', { what, limit: limitText(turn, ripe) })
}

function groupsOf(turn: Turn, turnings: Iterable<Turning>): Group[] {
  const groups = new Map<string, Group>()
  for (const one of turnings) {
    const opens = one.after === 'can'
    if (!opens && one.before !== 'can') continue
    const why = turningText(turn, one)
    const key = [one.day, opens, why].join()
    const group = groups.get(key) ?? { day: one.day, why, opens, names: [] }
    group.names.push(turn.w(one.product.title))
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => a.day - b.day || Number(b.opens) - Number(a.opens))
}

function groupLine(turn: Turn, { day, why, opens, names }: Group): Line {
  const line = turn.t(opens ? 'calendar.opens' : 'calendar.closes', { why, count: names.length, date: isoOf(day) })
  const more = names.length - NAMES_SHOWN
  const hidden = more > 0 ? [turn.t('list.more', { count: more })] : []
  return item(line, [...names.slice(0, NAMES_SHOWN), ...hidden].join(turn.comma))
}

/** The next change of every product within the script's horizon, a line a day; nothing when time changes nothing. */
export function calendarLines(turn: Turn): Line[] {
  const { catalogue, rulebook, script } = turn.knowledge
  const { calendarMonths, calendarShown } = script.limits
  const until = turn.today + calendarMonths * DAYS_PER_MONTH
  const turnings = calendarOf(catalogue, rulebook, turn.reading.dossier, turn.today, until)
  const groups = groupsOf(turn, nextTurnings(turnings).values())
  if (groups.length === 0) return []
  const hidden = groups.length - calendarShown
  return [
    head(turn.t('calendar.title')),
    ...groups.slice(0, calendarShown).map(group => groupLine(turn, group)),
    ...(hidden > 0 ? [text(turn.t('calendar.more', { count: hidden }))] : []),
  ]
}
