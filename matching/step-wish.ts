// What a test wants of one fact, and the nearest value that gives it: the limit itself for a quantity, the closest option
// for a choice. Two wishes about the same fact are one wish that grants both.
import {
  compare,
  type FactDefinition,
  type FactValue,
  isNumeric,
  type Limit,
  type Reading,
  toNumber,
  type Value,
} from '#engine'
import type { Repairs } from './repair.ts'

export type Wish =
  /** between two ends; an open end is not included */
  | {
      readonly is: 'quantity'
      readonly low: number
      readonly lowOpen: boolean
      readonly high: number
      readonly highOpen: boolean
    }
  /** one of these options; a yes-or-no has the options true and false */
  | { readonly is: 'options'; readonly among: readonly string[] }
  /** of several choices: none of `without`, at least one of each list */
  | { readonly is: 'choices'; readonly without: readonly string[]; readonly each: readonly (readonly string[])[] }
  /** left as it is, or not to be had at all */
  | { readonly is: 'unchanged' }

const ANY = {
  is: 'quantity',
  low: Number.NEGATIVE_INFINITY,
  lowOpen: false,
  high: Number.POSITIVE_INFINITY,
  highOpen: false,
} as const

/** Between two whole numbers, both included. */
export const between = (low: number, high: number): Wish => ({ ...ANY, low, high })
export const UNCHANGED: Wish = { is: 'unchanged' }

const FLAG_OPTIONS: readonly string[] = ['true', 'false']
const optionsOf = (fact: FactDefinition): readonly string[] =>
  fact.type === 'flag' ? FLAG_OPTIONS : Object.keys(fact.options ?? {})

/** What a limit wants of a fact; with `wanted` false, what its failing wants. */
export function wishOf(limit: Limit, fact: FactDefinition, wanted: boolean): Wish {
  switch (limit.op) {
    case 'atLeast':
    case 'below': {
      const from = (limit.op === 'atLeast') === wanted
      return from ? { ...ANY, low: limit.value } : { ...ANY, high: limit.value, highOpen: true }
    }
    case 'above':
    case 'atMost': {
      const from = (limit.op === 'above') === wanted
      return from ? { ...ANY, low: limit.value, lowOpen: true } : { ...ANY, high: limit.value }
    }
    case 'is':
      return { is: 'options', among: [String(limit.value === wanted)] }
    case 'oneOf':
    case 'noneOf': {
      const inside = (limit.op === 'oneOf') === wanted
      if (fact.type === 'choices')
        return inside
          ? { is: 'choices', without: [], each: [limit.options] }
          : { is: 'choices', without: limit.options, each: [] }
      const among = optionsOf(fact).filter(option => limit.options.includes(option) === inside)
      return { is: 'options', among }
    }
    case 'within':
    case 'outside':
      return UNCHANGED
  }
}

/** The wish that grants both. */
export function both(a: Wish, b: Wish): Wish {
  if (a.is === 'quantity' && b.is === 'quantity') {
    const low = a.low > b.low || (a.low === b.low && a.lowOpen) ? a : b
    const high = a.high < b.high || (a.high === b.high && a.highOpen) ? a : b
    return { is: 'quantity', low: low.low, lowOpen: low.lowOpen, high: high.high, highOpen: high.highOpen }
  }
  if (a.is === 'options' && b.is === 'options')
    return { is: 'options', among: a.among.filter(option => b.among.includes(option)) }
  if (a.is === 'choices' && b.is === 'choices')
    return { is: 'choices', without: [...a.without, ...b.without], each: [...a.each, ...b.each] }
  return UNCHANGED
}

interface Setting {
  readonly fact: FactDefinition
  readonly own: Value
  readonly reading: Reading
  readonly repairs: Repairs
}

/** The value nearest to the present one that grants a wish; undefined when none can be had or advised. */
export function nearest(wish: Wish, setting: Setting): FactValue | undefined {
  switch (wish.is) {
    case 'quantity':
      return nearestQuantity(wish, setting)
    case 'options':
      return nearestOption(wish.among, setting)
    case 'choices':
      return nearestChoices(wish, setting)
    case 'unchanged':
      return undefined
  }
}

function bounds({ fact, reading }: Setting): { least: number; most: number } {
  const end = (limit: number | 'today' | undefined, other: number) =>
    limit === 'today' ? reading.today : (limit ?? other)
  const above = fact.notAbove === undefined ? undefined : reading.value(fact.notAbove)
  const most = end(fact.max, Number.POSITIVE_INFINITY)
  const cap = above?.is === 'range' && compare(above.high, most) < 0 ? Math.floor(toNumber(above.high)) : most
  return { least: end(fact.min, Number.NEGATIVE_INFINITY), most: cap }
}

function nearestQuantity(wish: Extract<Wish, { is: 'quantity' }>, setting: Setting): FactValue | undefined {
  const { fact, own, repairs } = setting
  if (!isNumeric(fact.type)) return undefined
  const { least, most } = bounds(setting)
  const low = Math.max(least, wish.lowOpen ? wish.low + 1 : wish.low)
  const high = Math.min(most, wish.highOpen ? wish.high - 1 : wish.high)
  if (low > high) return undefined
  const down = own.is === 'range' && compare(own.low, high) > 0
  const up = own.is === 'range' ? compare(own.high, low) < 0 : Number.isFinite(low)
  if ((down && repairs.grows.has(fact.id)) || (up && repairs.shrinks.has(fact.id))) return undefined
  const to = down || !Number.isFinite(low) ? high : low
  return Number.isFinite(to) ? to : undefined
}

function nearestOption(among: readonly string[], { fact, own, repairs }: Setting): FactValue | undefined {
  const order = fact.order ?? []
  // what has no place in the order stands below everything in it
  const place = (option: string) => (order.includes(option) ? order.indexOf(option) : order.length)
  const now = own.is === 'known' ? String(own.value) : undefined
  const forward = (option: string): boolean => {
    if (now === undefined || (!repairs.grows.has(fact.id) && !repairs.shrinks.has(fact.id))) return true
    const better = fact.type === 'flag' ? option === 'true' : order.length === 0 || place(option) < place(now)
    return better === repairs.grows.has(fact.id)
  }
  const open = among.filter(option => option !== now && forward(option))
  const far = (option: string) => (now === undefined ? 0 : Math.abs(place(option) - place(now)))
  const best = open.reduce<string | undefined>(
    (found, option) => (found === undefined || far(option) < far(found) ? option : found),
    undefined,
  )
  return fact.type === 'flag' && best !== undefined ? best === 'true' : best
}

/** Keeps what is chosen and allowed, and adds the first option that meets each further list. */
function nearestChoices({ without, each }: Extract<Wish, { is: 'choices' }>, { own }: Setting): FactValue | undefined {
  const now = own.is === 'known' && Array.isArray(own.value) ? (own.value as readonly string[]) : []
  const chosen = now.filter(option => !without.includes(option))
  for (const list of each) {
    if (list.some(option => chosen.includes(option))) continue
    const add = list.find(option => !without.includes(option))
    if (add === undefined) return undefined
    chosen.push(add)
  }
  return chosen
}
