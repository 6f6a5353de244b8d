// The search for the cheapest way to meet a condition: exact branch and bound over its tree of wishes. The running cost can
// only rise, because wishes about one fact only narrow, so a way that is no cheaper than the best found is given up.
import { answerTo, type Condition, type FactDefinition, type FactValue, type Reading, type Test } from '#engine'
import { patienceFor, type Repairs } from './repair.ts'
import { type Node, wantsOf } from './step-tree.ts'
import { both, nearest, type Wish } from './step-wish.ts'

/** What has to hold on the way so far, fact by fact. */
interface Held {
  readonly fact: FactDefinition
  readonly wish: Wish
  readonly to?: FactValue | undefined
}
/** What is held so far, the latest first; of one fact the latest counts. A way goes on from it without copying it. */
interface State {
  readonly held: Held
  readonly before: State | undefined
}
/** Still to be met: `count` of these nodes from `from` on, then the rest. */
interface Agenda {
  readonly of: readonly Node[]
  readonly from: number
  readonly count: number
  readonly next?: Agenda | undefined
}
interface Cost {
  readonly patience: number
  readonly changes: number
}
interface Search {
  readonly reading: Reading
  readonly repairs: Repairs
  best?: { readonly cost: Cost; readonly state: State | undefined }
}

function heldOf(state: State | undefined, fact: FactDefinition): Held | undefined {
  for (let one = state; one; one = one.before) if (one.held.fact === fact) return one.held
  return undefined
}

/** The last that is held of every fact. */
function allHeld(state: State | undefined): readonly Held[] {
  const found: Held[] = []
  for (let one = state; one; one = one.before) {
    const { held } = one
    if (!found.some(other => other.fact === held.fact)) found.push(held)
  }
  return found
}

const NOTHING: Cost = { patience: 0, changes: 0 }
const less = (a: Cost, b: Cost): boolean =>
  a.patience < b.patience || (a.patience === b.patience && a.changes < b.changes)

function reach(search: Search, fact: FactDefinition, wish: Wish): FactValue | undefined {
  const { reading, repairs } = search
  if (patienceFor(repairs, fact.id) === undefined) return undefined
  return nearest(wish, { fact, own: reading.value(fact.id), reading, repairs })
}

/**
 * The children worth trying. Where all are needed the dearest comes first, so that a hopeless way ends early; where some
 * are enough, the cheapest. What can never be met is left out.
 */
function hopeful({ of, count }: Extract<Node, { is: 'group' }>, search: Search): readonly Node[] {
  const looks = (node: Node): number => {
    if (node.is === 'group') {
      const costs = node.of.map(looks).sort((a, b) => a - b)
      if (costs.length < node.count) return Number.POSITIVE_INFINITY
      return costs.slice(0, node.count).reduce((a, b) => a + b, 0)
    }
    if (node.met) return 0
    const reachable = node.is === 'wish' && reach(search, node.fact, node.wish) !== undefined
    return reachable ? (patienceFor(search.repairs, node.fact.id) ?? 0) : Number.POSITIVE_INFINITY
  }
  const seen = of
    .map(node => ({ node, looks: looks(node) }))
    .filter(one => one.looks < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.looks - b.looks)
  const nodes = seen.map(one => one.node)
  return nodes.length === count ? nodes.reverse() : nodes
}

function meet(search: Search, agenda: Agenda | undefined, state: State | undefined, cost: Cost): void {
  if (search.best && !less(cost, search.best.cost)) return
  if (!agenda) {
    search.best = { cost, state }
    return
  }
  const { of, from, count, next } = agenda
  const left = of.length - from
  if (count === 0) return meet(search, next, state, cost)
  const node = of[from]
  if (left < count || !node) return
  const rest: Agenda = { of, from: from + 1, count: count - 1, next }
  if (node.is === 'group')
    meet(search, { of: hopeful(node, search), from: 0, count: node.count, next: rest }, state, cost)
  else if (node.is === 'given') {
    if (node.met) meet(search, rest, state, cost)
  } else hold(search, node, rest, state, cost)
  if (left > count) meet(search, { of, from: from + 1, count, next }, state, cost)
}

function hold(
  search: Search,
  { fact, wish, met }: Extract<Node, { is: 'wish' }>,
  rest: Agenda,
  state: State | undefined,
  cost: Cost,
): void {
  const held = heldOf(state, fact)
  const joint = held ? both(held.wish, wish) : wish
  const going = (to: FactValue | undefined): State => ({ held: { fact, wish: joint, to }, before: state })
  if (met && held?.to === undefined) return meet(search, rest, going(undefined), cost)
  const to = reach(search, fact, joint)
  if (to === undefined) return
  const more = held?.to === undefined ? (patienceFor(search.repairs, fact.id) ?? 0) : 0
  const changes = cost.changes + (held?.to === undefined ? 1 : 0)
  meet(search, rest, going(to), { patience: cost.patience + more, changes })
}

/** One fact and what it must become. */
export interface Move {
  readonly fact: FactDefinition
  readonly to: FactValue
}

/** Of a condition that wants all its parts: those that nothing can change. */
function fixedTests(condition: Condition, repairs: Repairs): readonly Test[] {
  if (condition.is === 'all') return condition.of.flatMap(child => fixedTests(child, repairs))
  if (condition.is !== 'test' || 'model' in condition.subject) return []
  return condition.facts.every(fact => patienceFor(repairs, fact) === undefined) ? [condition] : []
}

/** What nothing can change in a condition, under the rules it was last looked at by. */
interface Fixed {
  readonly repairs: Repairs
  readonly tests: readonly Test[]
}
const fixed = new WeakMap<Condition, Fixed>()

/** Does a part fail that nothing can change? Most refusals end here. */
function hopeless(condition: Condition, reading: Reading, repairs: Repairs): boolean {
  let own = fixed.get(condition)
  if (own?.repairs !== repairs) {
    own = { repairs, tests: fixedTests(condition, repairs) }
    fixed.set(condition, own)
  }
  return own.tests.some(test => answerTo(test, reading) === 'no')
}

/** The cheapest moves that meet a condition, exactly; empty when it is met already, undefined when nothing helps. */
export function cheapest(condition: Condition, reading: Reading, repairs: Repairs): readonly Move[] | undefined {
  if (hopeless(condition, reading, repairs)) return undefined
  const search: Search = { reading, repairs }
  meet(search, { of: [wantsOf(condition, reading)], from: 0, count: 1 }, undefined, NOTHING)
  const found = search.best && allHeld(search.best.state)
  return found?.flatMap(({ fact, to }) => (to === undefined ? [] : [{ fact, to }]))
}
