// Made-up companies for properties. A world is the whole truth about one company, without contradictions; what somebody
// has told so far is a part of it, some answers exact and some only about right, and what is told later never takes
// anything back.
import fc from 'fast-check'
import {
  type Dossier,
  type FactDefinition,
  type FactId,
  type FactValue,
  isNumeric,
  isRange,
  type Rulebook,
  read,
} from '#engine'
import { WIDEST } from '../../engine/fact.ts'

const AT = '2026-11-20T08:00:00Z'
const DIE = 1_000_000
type Dice = readonly number[]
/** Every fact with the facts behind its derivations. */
type Sources = ReadonlyMap<FactId, ReadonlySet<FactId>>

/** Numbers worth trying for a fact: the limits that rules put on it. */
export type Edges = ReadonlyMap<FactId, readonly number[]>
export const NO_EDGES: Edges = new Map()

export interface Tale {
  /** everything that is true */
  readonly truth: Dossier
  /** what was told first */
  readonly early: Dossier
  /** what is told later: early with answers added or narrowed */
  readonly late: Dossier
}

const answer = (value: FactValue) => ({ value, source: 'stated' as const, at: AT })

/** Facts behind a fact's derivations, through all steps. */
function behind(book: Rulebook, id: FactId, found = new Set<FactId>()): Set<FactId> {
  for (const expression of book.derivations.get(id) ?? [])
    for (const fact of expression.facts)
      if (!found.has(fact)) {
        found.add(fact)
        behind(book, fact, found)
      }
  return found
}

/**
 * An order in which facts can be made up without contradiction: first those that follow from nothing, limits before what
 * they limit, then each that follows from others after them. Of a circle (share ↔ amount) a die decides who comes first.
 */
function orderOf(book: Rulebook, sources: Sources, dice: Dice): FactId[] {
  const die = new Map([...book.facts.keys()].map((id, index) => [id, dice[index] ?? 0]))
  // a die decides among equals; facts that follow from nothing come before all others
  const queue = [...book.facts.keys()].sort(
    (a, b) =>
      Math.sign(sources.get(a)?.size ?? 0) - Math.sign(sources.get(b)?.size ?? 0) ||
      (die.get(a) ?? 0) - (die.get(b) ?? 0),
  )
  const order = new Set<FactId>()
  const ready = (id: FactId) => {
    const above = book.facts.get(id)?.notAbove
    if (above !== undefined && !order.has(above)) return false
    // in a circle with itself: its companions need not come first
    return [...(sources.get(id) ?? [])].every(from => order.has(from) || sources.get(from)?.has(id))
  }
  while (order.size < queue.length) {
    const next = queue.find(id => !order.has(id) && ready(id))
    if (next === undefined) throw new Error('the facts limit or follow from each other in a way no company can be')
    order.add(next)
  }
  return [...order]
}

function number([low, high]: readonly [number, number], edges: readonly number[], how: number, which: number): number {
  const within = (x: number) => Math.min(high, Math.max(low, x))
  const u = which / DIE
  switch (how % 6) {
    case 0:
      return low
    case 1:
      return within(low + (which % 7))
    case 2:
      if (edges.length > 0) return within((edges[which % edges.length] ?? 0) + (how % 3) - 1)
      return within(Math.floor(low + u * (high - low)))
    default: // small numbers are as likely as large ones
      return within(low + Math.floor((high - low + 1) ** u) - 1)
  }
}

const PLACES = ['330108', '330106', '330200', '370102', '140100', '420111', '440305', '110108']

function word(fact: FactDefinition, die: number): FactValue {
  const options = Object.keys(fact.options ?? {})
  switch (fact.type) {
    case 'flag':
      return die % 2 === 1
    case 'choice':
      return options[die % options.length] ?? ''
    case 'choices':
      return options.filter((_, index) => (die >> index) % 2 === 1 || index === die % options.length)
    case 'region':
      return PLACES[die % PLACES.length] ?? ''
    default:
      return `文字${die % 10}`
  }
}

function makeWorld(book: Rulebook, sources: Sources, today: number, edges: Edges, dice: Dice): Dossier {
  const truth: Record<FactId, Dossier[string]> = {}
  const untold = new Set<FactId>()
  for (const [index, id] of orderOf(book, sources, dice).entries()) {
    const fact = book.facts.get(id)
    if (!fact) continue
    const [how = 0, which = 0] = [dice[2 * index], dice[2 * index + 1]]
    if (!isNumeric(fact.type)) {
      truth[id] = answer(word(fact, which))
      continue
    }
    const reading = read(book, truth, today)
    const value = reading.value(id)
    if ((book.derivations.get(id) ?? []).some(one => one.evaluate(reading).is === 'none')) {
      untold.add(id) // a share of nothing: nobody could tell it
      continue
    }
    const follows = [...(sources.get(id) ?? [])].some(from => Object.hasOwn(truth, from) || untold.has(from))
    if (value.is === 'range' && !(follows && !value.lacks.includes(id))) {
      const [low, high] = [value.low, value.high].map(Number)
      truth[id] = answer(number([low ?? 0, high ?? 0], edges.get(id) ?? [], how, which))
    } else if (value.is === 'range' && value.low === value.high && typeof value.low === 'number') {
      truth[id] = answer(value.low)
    } else untold.add(id) // it follows, but as no whole number: nobody could tell it
  }
  return truth
}

/** How much of a fact is told: nothing, about right, narrower, exactly. */
const DEPTHS = 4

function told(fact: FactDefinition, truth: Dossier, depth: number, die: number): FactValue | undefined {
  const value = truth[fact.id]?.value
  if (value === undefined || depth === 0) return undefined
  if (depth === DEPTHS - 1) return value
  if (fact.type === 'region') return `${String(value).slice(0, 2 * depth)}${'0'.repeat(6 - 2 * depth)}`
  if (typeof value !== 'number' || !isNumeric(fact.type)) return undefined
  const [widest, top] = WIDEST[fact.type]
  const low = typeof fact.min === 'number' ? fact.min : widest
  const above = fact.notAbove === undefined ? undefined : truth[fact.notAbove]?.value
  const most = typeof fact.max === 'number' ? fact.max : Math.min(top, value)
  const high = typeof above === 'number' ? Math.min(above, most) : most
  // the second, narrower answer lies inside the first
  const slack = (depth === 1 ? 2 : 1) * (1 + Math.floor((Math.abs(value) * (die % 100)) / 100))
  const ends = { low: Math.max(low, value - slack), high: Math.min(Math.max(high, value), value + slack) }
  return ends.low === ends.high ? value : ends
}

function tellings(book: Rulebook, truth: Dossier, first: Dice, second: Dice): Tale {
  const early: Record<FactId, Dossier[string]> = {}
  const late: Record<FactId, Dossier[string]> = {}
  for (const [index, fact] of [...book.facts.values()].entries()) {
    const die = first[index] ?? 0
    const depth = die % DEPTHS
    // half of the facts get deeper
    const deeper = Math.min(DEPTHS - 1, depth + Math.max(0, ((second[index] ?? 0) % 6) - 2))
    const before = told(fact, truth, depth, die >> 2)
    const after = told(fact, truth, deeper, die >> 2) ?? before
    if (before !== undefined) early[fact.id] = answer(before)
    if (after !== undefined) late[fact.id] = answer(after)
  }
  return { truth, early, late }
}

/** Companies of a rulebook with what is told of them early and late. */
export function tales(book: Rulebook, today: number, edges: Edges = NO_EDGES): fc.Arbitrary<Tale> {
  const n = book.facts.size
  const sources: Sources = new Map([...book.facts.keys()].map(id => [id, behind(book, id)]))
  const dice = (length: number) => fc.array(fc.nat(DIE - 1), { minLength: length, maxLength: length })
  return fc
    .record({ world: dice(2 * n), first: dice(n), second: dice(n) })
    .map(({ world, first, second }) => tellings(book, makeWorld(book, sources, today, edges, world), first, second))
}

/** A dossier whose answers about right are replaced by some number inside them. */
export function pointIn(dossier: Dossier, dice: Dice): Dossier {
  return Object.fromEntries(
    Object.entries(dossier).map(([id, one], index) => {
      const { value } = one
      if (!isRange(value)) return [id, one]
      const die = dice[index % dice.length] ?? 0
      const ends = [value.low, value.high, Math.round((value.low + value.high) / 2)]
      return [id, answer(ends[die] ?? value.low + (die % (value.high - value.low + 1)))]
    }),
  )
}
