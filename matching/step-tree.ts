// A condition as a tree of wishes: every test becomes what it wants of one fact and whether that is already so. Negation and
// a model's knockouts are opened up, so that "not knocked out" can be worked on like any other limit.
import {
  answerTo,
  type Condition,
  type FactDefinition,
  type FactId,
  isNumeric,
  modelInForce,
  type Reading,
  type Test,
  testsOf,
  whatIf,
} from '#engine'
import { between, UNCHANGED, type Wish, wishOf } from './step-wish.ts'

export type Node =
  /** `met`: nothing need change for it; `test` may still be unanswered */
  | { readonly is: 'wish'; readonly fact: FactDefinition; readonly wish: Wish; readonly met: boolean }
  /** cannot be worked on fact by fact: a score, a place */
  | { readonly is: 'given'; readonly met: boolean }
  /** at least `count` of them */
  | { readonly is: 'group'; readonly count: number; readonly of: readonly Node[] }

/** The tree of a condition; with `wanted` false, of its opposite. */
export function treeOf(
  condition: Condition,
  reading: Reading,
  wanted = true,
  known: Map<Test, Node> = reading.once(noNodes, reading.rulebook),
): Node {
  if (condition.is === 'test') return wanted ? nodeOf(condition, reading, known) : makeNode(condition, reading, false)
  const { of } = condition
  const needed =
    condition.is === 'at-least' ? condition.count : condition.is === 'all' ? of.length : Math.min(1, of.length)
  return {
    is: 'group',
    // not (at least n of m) wants m − n + 1 of the opposites
    count: wanted ? needed : of.length - needed + 1,
    of: of.map(child => treeOf(child, reading, wanted, known)),
  }
}

/** Tests of a condition that look at nothing any other of its tests looks at; none where a knockout is opened up. */
function findAlone(condition: Condition): ReadonlySet<Test> {
  const tests = testsOf(condition)
  if (tests.some(test => test.subject.kind === 'knocked-out')) return new Set()
  const uses = new Map<FactId, number>()
  for (const fact of tests.flatMap(test => test.facts)) uses.set(fact, (uses.get(fact) ?? 0) + 1)
  return new Set(tests.filter(test => test.facts.every(fact => uses.get(fact) === 1)))
}

const alone = new WeakMap<Condition, ReadonlySet<Test>>()

function aloneIn(condition: Condition): ReadonlySet<Test> {
  const known = alone.get(condition)
  if (known) return known
  const found = findAlone(condition)
  alone.set(condition, found)
  return found
}

/**
 * The tree of what a condition still wants: of its parts that are all needed, those are left out that hold already and look
 * at nothing another looks at, for no move can spoil them.
 */
export function wantsOf(condition: Condition, reading: Reading): Node {
  if (condition.is !== 'all') return treeOf(condition, reading)
  const own = aloneIn(condition)
  const isLeft = (part: Condition) => part.is !== 'test' || !own.has(part) || answerTo(part, reading) === 'no'
  const known = reading.once(noNodes, reading.rulebook)
  const of = condition.of.filter(isLeft).map(part => treeOf(part, reading, true, known))
  return { is: 'group', count: of.length, of }
}

const noNodes = (): Map<Test, Node> => new Map()

/** The node of a wanted test, made once: a search comes by several times. */
function nodeOf(test: Test, reading: Reading, known: Map<Test, Node>): Node {
  const own = known.get(test)
  if (own) return own
  const node = makeNode(test, reading, true)
  known.set(test, node)
  return node
}

function makeNode(test: Test, reading: Reading, wanted: boolean): Node {
  const { subject, limit } = test
  const met = answerTo(test, reading) !== (wanted ? 'no' : 'yes')
  if (subject.kind === 'knocked-out' && limit.op === 'is') {
    const model = modelInForce(reading.rulebook, subject.model, reading.today)
    if (!model) return { is: 'given', met }
    const knocked = limit.value === wanted
    const of = model.knockouts.map(knockout => treeOf(knockout.when, reading, knocked))
    return { is: 'group', count: knocked ? Math.min(1, of.length) : of.length, of }
  }
  if (subject.kind === 'fact') return { is: 'wish', fact: subject.fact, wish: wishOf(limit, subject.fact, wanted), met }
  if (subject.kind !== 'quantity') return { is: 'given', met }
  const [only, ...more] = test.facts
  const fact = only === undefined ? undefined : reading.rulebook.facts.get(only)
  if (!fact) return { is: 'given', met }
  if (more.length === 0 && fact.type === test.kind) return { is: 'wish', fact, wish: wishOf(limit, fact, wanted), met }
  return leversOf(test, reading, wanted, met)
}

/** A limit on several facts at once is met by moving one of them and leaving the others alone. */
function leversOf(test: Test, reading: Reading, wanted: boolean, met: boolean): Node {
  const facts = test.facts.flatMap(id => reading.rulebook.facts.get(id) ?? [])
  const still = (fact: FactDefinition): Node => ({ is: 'wish', fact, wish: UNCHANGED, met: true })
  const ways: Node[] = met ? [{ is: 'group', count: facts.length, of: facts.map(still) }] : []
  for (const fact of facts) {
    const wish = leverOf(fact, test, reading, wanted)
    if (!wish) continue
    const others = facts.filter(other => other !== fact).map(still)
    ways.push({ is: 'group', count: facts.length, of: [{ is: 'wish', fact, wish, met }, ...others] })
  }
  return { is: 'group', count: 1, of: ways }
}

/** From where on a single fact decides the test, found by halving; undefined when it never does. */
function leverOf(fact: FactDefinition, test: Test, reading: Reading, wanted: boolean): Wish | undefined {
  if (!isNumeric(fact.type)) return undefined
  const granted = (value: number) => answerTo(test, whatIf(reading, { [fact.id]: value })) === (wanted ? 'yes' : 'no')
  const end = (limit: number | 'today' | undefined, other: number) =>
    limit === 'today' ? reading.today : (limit ?? other)
  const [least, most] = [end(fact.min, -WIDE), end(fact.max, WIDE)]
  if (granted(most)) return between(edge(granted, least - 1, most), most)
  // a share of nothing does not apply, so the small end of a divisor is the first whole unit
  const small = [least, 1].find(value => value >= least && granted(value))
  return small === undefined ? undefined : between(small, edge(granted, most + 1, small))
}

/** The last whole value on the granted side of where it turns. */
function edge(granted: (value: number) => boolean, no: number, yes: number): number {
  let [refused, found] = [no, yes]
  while (Math.abs(found - refused) > 1) {
    const middle = Math.floor((refused + found) / 2)
    if (granted(middle)) found = middle
    else refused = middle
  }
  return found
}

/** No real quantity lies beyond, in any base unit. */
const WIDE = 10_000_000_000_000
