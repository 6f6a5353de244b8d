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

type Kind = 'opens' | 'renews' | 'closes'
const KINDS: readonly Kind[] = ['opens', 'renews', 'closes']

interface Group {
  readonly day: number
  readonly why: string
  readonly kind: Kind
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

const opens = (one: Turning): boolean => one.after === 'can'
const closes = (one: Turning): boolean => one.before === 'can' && !opens(one)

function groupsOf(turn: Turn, turnings: readonly Turning[]): Group[] {
  const groups = new Map<string, Group>()
  const told = turnings.filter(one => opens(one) || closes(one))
  for (const one of told) {
    // a product that ends on the day its next edition begins only changes its terms
    const renews = (other: Turning) =>
      other.day === one.day && other.product.title.zh === one.product.title.zh && opens(other) !== opens(one)
    const renewed = told.some(renews)
    if (renewed && !opens(one)) continue
    const kind = renewed ? 'renews' : opens(one) ? 'opens' : 'closes'
    const why = turningText(turn, one)
    const key = [one.day, kind, why].join()
    const group = groups.get(key) ?? { day: one.day, why, kind, names: [] }
    group.names.push(turn.w(one.product.title))
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => a.day - b.day || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind))
}

function groupLine(turn: Turn, { day, why, kind, names }: Group): Line {
  const line = turn.t(`calendar.${kind}`, { why, count: names.length, date: isoOf(day) })
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
  const groups = groupsOf(turn, [...nextTurnings(turnings).values()])
  if (groups.length === 0) return []
  const hidden = groups.length - calendarShown
  return [
    head(turn.t('calendar.title')),
    ...groups.slice(0, calendarShown).map(group => groupLine(turn, group)),
    ...(hidden > 0 ? [text(turn.t('calendar.more', { count: hidden }))] : []),
  ]
}
