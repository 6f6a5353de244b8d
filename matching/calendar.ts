// The eligibility calendar: on which day a product opens, closes or changes for a company if nothing but time passes. Only
// days on which something can change are looked at; between them every verdict is the same.
import {
  type Dossier,
  dayOf,
  type FactId,
  isoOf,
  isRange,
  judge,
  type Reading,
  type Rulebook,
  read,
  record,
  type Test,
  testsOf,
  type Verdict,
} from '#engine'
import type { Catalogue } from './catalogue.ts'
import type { Product } from './product.ts'
import type { Lapse, Repairs } from './repair.ts'

/** can: can be applied for · answer: something is not known yet · no: not suitable, or not in force */
export type Standing = 'can' | 'answer' | 'no'

/** opens, closes: the product's own dates · lapse: a title runs out · rules: a new edition · time: the company grows older */
export type TurnCause = 'opens' | 'closes' | 'lapse' | 'rules' | 'time'

/** One product changes its standing on one day. */
export interface Turning {
  readonly product: Product
  /** days since 1970 */
  readonly day: number
  readonly before: Standing
  readonly after: Standing
  readonly because: TurnCause
  /** the verdict from that day on */
  readonly verdict: Verdict
  /** the age or other duration that is long enough from that day on, when that is what opens it */
  readonly ripe?: Test | undefined
}

/** Is a product in force on a day (days since 1970)? */
export const inForce = ({ from, to }: Product, day: number): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to)

/** Where a product stands for a company on the reading's day. */
export function standingOf(product: Product, reading: Reading): Standing {
  if (!inForce(product, reading.today)) return 'no'
  const verdicts = [product.eligible, ...(product.serves ? [product.serves] : [])].map(one => judge(one, reading).is)
  if (verdicts.includes('no')) return 'no'
  return verdicts.includes('open') || product.terms === 'ask' ? 'answer' : 'can'
}

/** The answers as they hold on a day: a title counts as gone once its last day, as told, has passed. */
export function answersOn(dossier: Dossier, day: number, { lapses }: Repairs): Dossier {
  return lapses.reduce<Dossier>((answers, lapse) => {
    const until = lastDay(dossier, lapse)
    const answer = answers[lapse.fact]
    return until === undefined || day <= until || answer?.value !== true
      ? answers
      : record(answers, lapse.fact, { ...answer, value: false })
  }, dossier)
}

/** Only a day that is known exactly ends a title: nobody loses one because of a guess. */
function lastDay(dossier: Dossier, { until }: Lapse): number | undefined {
  const value = dossier[until]?.value
  return typeof value === 'number' ? value : undefined
}

/** The first day on which so many whole months have passed since another. */
function monthsAfter(day: number, months: number): number {
  const [year = 0, month = 0, date = 0] = isoOf(day).split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  const two = (x: number) => String(x).padStart(2, '0')
  const on = (at: number, of: number) => dayOf(`${Math.floor(at / 12)}-${two((at % 12) + 1)}-${two(of)}`)
  // the 31st of a short month is the 1st of the next
  return on(count, date) ?? on(count + 1, 1) ?? day
}

function* anniversaries(day: number, from: number, until: number): Generator<number> {
  for (let months = Math.max(0, Math.floor((from - day) / 31)); ; months++) {
    const on = monthsAfter(day, months)
    if (on > until) return
    if (on >= from) yield on
  }
}

/** The ends of what is known of a date: the answer's, or the widest possible. */
function endsOf(rulebook: Rulebook, dossier: Dossier): number[] {
  return [...rulebook.facts.values()].flatMap(fact => {
    if (fact.type !== 'date') return []
    const value = dossier[fact.id]?.value
    if (typeof value === 'number') return [value]
    if (value !== undefined && isRange(value)) return [value.low, value.high]
    return typeof fact.min === 'number' ? [fact.min] : []
  })
}

const allTests = (product: Product): readonly Test[] =>
  [product.eligible, ...(product.serves ? [product.serves] : [])].flatMap(testsOf)

interface Setting {
  readonly catalogue: Catalogue
  readonly rulebook: Rulebook
  readonly dossier: Dossier
  readonly today: number
  readonly until: number
}

/** Days on which the verdict of any product may change, apart from products' own first and last days. */
function daysOfChange({ catalogue, rulebook, dossier, today, until }: Setting): Map<number, TurnCause> {
  const days = new Map<number, TurnCause>()
  const add = (day: number, cause: TurnCause) => {
    if (day > today && day <= until) days.set(day, cause)
  }
  // what is not answered yet lies before today, so a limit on a date can be passed by today itself
  for (const { kind, limit } of [...catalogue.products.values()].flatMap(allTests)) {
    if (kind !== 'date' || !('value' in limit)) continue
    add(Number(limit.value), 'time')
    add(Number(limit.value) + 1, 'time')
  }
  for (const end of endsOf(rulebook, dossier)) for (const day of anniversaries(end, today + 1, until)) add(day, 'time')
  for (const { from, to } of [...rulebook.models.values()].flat()) {
    add(from, 'rules')
    if (to !== undefined) add(to + 1, 'rules')
  }
  for (const lapse of catalogue.repairs.lapses) {
    const last = lastDay(dossier, lapse)
    if (last !== undefined) add(last + 1, 'lapse')
  }
  return days
}

/** Facts that change by time alone, and everything that follows from them. */
function movingFacts(rulebook: Rulebook, { lapses }: Repairs): ReadonlySet<FactId> {
  const moving = new Set<FactId>(lapses.map(lapse => lapse.fact))
  for (const fact of rulebook.facts.values()) if (fact.type === 'date') moving.add(fact.id)
  for (let size = -1; size < moving.size; ) {
    size = moving.size
    for (const [fact, expressions] of rulebook.derivations)
      if (expressions.some(one => one.facts.some(from => moving.has(from)))) moving.add(fact)
  }
  return moving
}

/**
 * Every change of standing from tomorrow to `until`, in order. `dossier` holds today's answers; money for banks is left out.
 */
export function calendarOf(
  catalogue: Catalogue,
  rulebook: Rulebook,
  dossier: Dossier,
  today: number,
  until: number,
): readonly Turning[] {
  const setting = { catalogue, rulebook, dossier, today, until }
  const shared = daysOfChange(setting)
  const moving = movingFacts(rulebook, catalogue.repairs)
  const readings = new Map<number, Reading>()
  const on = (day: number): Reading => {
    const known = readings.get(day) ?? read(rulebook, answersOn(dossier, day, catalogue.repairs), day)
    readings.set(day, known)
    return known
  }
  const turnings: Turning[] = []
  for (const product of catalogue.products.values()) {
    if (product.bankSide) continue
    // a rating may hang on any fact, so a product that asks for one is looked at on every day of change
    const moves = allTests(product).some(test => test.facts.length === 0 || test.facts.some(fact => moving.has(fact)))
    const days = new Map(moves ? shared : [])
    if (product.from !== undefined) days.set(product.from, 'opens')
    if (product.to !== undefined) days.set(product.to + 1, 'closes')
    turnings.push(...turningsOf(product, days, setting, on))
  }
  return turnings.sort((a, b) => a.day - b.day || (a.product.id < b.product.id ? -1 : 1))
}

function turningsOf(
  product: Product,
  days: ReadonlyMap<number, TurnCause>,
  { today, until }: Setting,
  on: (day: number) => Reading,
): Turning[] {
  const found: Turning[] = []
  let before = standingOf(product, on(today))
  for (const [day, because] of [...days].sort(([a], [b]) => a - b)) {
    if (day <= today || day > until) continue
    const after = standingOf(product, on(day))
    if (after !== before) {
      const grown = ({ kind }: Test) => kind === 'months'
      const ripens = (one: Test) => judge(one, on(day - 1)).is === 'no' && judge(one, on(day)).is === 'yes'
      const ripe = because === 'time' ? allTests(product).find(one => grown(one) && ripens(one)) : undefined
      found.push({ product, day, before, after, because, verdict: judge(product.eligible, on(day)), ripe })
    }
    before = after
  }
  return found
}

/** The next change of each product. */
export function nextTurnings(turnings: readonly Turning[]): ReadonlyMap<Product, Turning> {
  const next = new Map<Product, Turning>()
  for (const one of turnings) if (!next.has(one.product)) next.set(one.product, one)
  return next
}
