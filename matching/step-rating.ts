// A step to a product that asks for a score, a grade or a pass. A rating cannot be worked backwards limit by limit, so sets of
// facts are tried in the order of their cost, each at the values on which anything in the model turns, and the first set that
// opens the product is the cheapest. Nothing counts that was not tried; what no try can open is not tried.
import {
  answerOf,
  type Condition,
  type FactDefinition,
  type FactId,
  type FactValue,
  modelInForce,
  type RatingModel,
  type Reading,
  type Rulebook,
  type Test,
  testsOf,
} from '#engine'
import { patienceFor, type Repairs } from './repair.ts'
import type { Move } from './step-search.ts'
import { type Node, treeOf } from './step-tree.ts'
import { nearest } from './step-wish.ts'
import type { World, Worlds } from './worlds.ts'

/** A condition that may turn, and which way would help. */
interface Hinge {
  readonly test: Test
  readonly wanted: boolean
}

const hinges = (condition: Condition, wanted = true): Hinge[] => testsOf(condition).map(test => ({ test, wanted }))

/** Everything in a model that an answer can turn to the better. */
function hingesOf(model: RatingModel): Hinge[] {
  const tables = model.characteristics.flatMap(one => [...(one.score ? [one.score] : []), ...one.byStage.values()])
  return [
    ...tables.flatMap(table => table.rows.flatMap(row => (row.condition ? hinges(row.condition) : []))),
    ...model.knockouts.flatMap(one => hinges(one.when, false)),
    ...hinges(model.gates),
    ...(model.directPass ? hinges(model.directPass) : []),
    ...(model.grades?.list.flatMap(grade => (grade.when ? hinges(grade.when) : [])) ?? []),
  ]
}

/** Does a condition ask a rating that does not hold in one of these worlds? */
export const hangsOnRating = (condition: Condition, ...worlds: readonly World[]): boolean =>
  ratingTests(condition).some(test => worlds.some(world => world.answer(test) === 'no'))

const asking = new WeakMap<Condition, readonly Test[]>()

/** The tests of a condition that ask a rating. */
function ratingTests(condition: Condition): readonly Test[] {
  const known = asking.get(condition)
  if (known) return known
  const tests = testsOf(condition).filter(asksRating)
  asking.set(condition, tests)
  return tests
}

function wishes(node: Node): readonly Extract<Node, { is: 'wish' }>[] {
  if (node.is === 'wish') return [node]
  return node.is === 'group' ? node.of.flatMap(wishes) : []
}

type Values = ReadonlyMap<FactId, readonly FactValue[]>
type Turn = readonly [fact: FactId, to: FactValue]

/** The values on which a hinge turns, the other facts left as they are; only of facts within a step's reach. */
function turnsOf({ test, wanted }: Hinge, { reading, answer }: World, repairs: Repairs): readonly Turn[] {
  const patient = (fact: FactId) => (patienceFor(repairs, fact) ?? Number.POSITIVE_INFINITY) <= repairs.near.patience
  if (!test.facts.some(patient) || answer(test) === (wanted ? 'yes' : 'no')) return []
  return wishes(treeOf(test, reading, wanted)).flatMap(({ fact, wish, met }): readonly Turn[] => {
    if (met || !patient(fact.id)) return []
    const setting = { fact, own: reading.value(fact.id), reading, repairs }
    // what else is asked may refuse the nearest option, so each is worth a try
    const each = wish.is === 'options' ? wish.among.map(option => ({ ...wish, among: [option] })) : [wish]
    return each.flatMap(one => nearest(one, setting) ?? []).map(to => [fact.id, to])
  })
}

/** The condition's own hinges and those of every model it asks, each worked out once in a world. */
function allTurns({ condition, repairs }: Trial, world: World): readonly Turn[] {
  const { rulebook, today } = world.reading
  return testsOf(condition).flatMap(test => {
    if (!('model' in test.subject)) return turnsOf({ test, wanted: true }, world, repairs)
    const model = modelInForce(rulebook, test.subject.model, today)
    if (!model) return []
    return world.once(model, () => hingesOf(model).flatMap(hinge => turnsOf(hinge, world, repairs)))
  })
}

/** The values of each fact worth trying in a world, each once. */
function turningValues(trial: Trial, world: World): Values {
  return world.once(trial, () => {
    const found = new Map<FactId, Map<string, FactValue>>()
    for (const [fact, to] of allTurns(trial, world)) {
      if ((patienceFor(trial.repairs, fact) ?? Number.POSITIVE_INFINITY) > trial.most) continue
      found.set(fact, (found.get(fact) ?? new Map()).set(JSON.stringify(to), to))
    }
    return new Map([...found].map(([fact, values]) => [fact, [...values.values()]]))
  })
}

interface Candidate {
  readonly fact: FactDefinition
  readonly patience: number
}

/** Sets of at most `size` candidates within `most` days of patience, cheapest first, then the smallest. */
function setsOf(candidates: readonly Candidate[], size: number, most: number): (readonly Candidate[])[] {
  const sum = (set: readonly Candidate[]) => set.reduce((total, one) => total + one.patience, 0)
  let sets: (readonly Candidate[])[] = [[]]
  for (const one of candidates)
    sets = sets.concat(
      sets.filter(set => set.length < size && sum(set) + one.patience <= most).map(set => [...set, one]),
    )
  return sets.slice(1).sort((a, b) => sum(a) - sum(b) || a.length - b.length)
}

interface Trial {
  readonly condition: Condition
  readonly repairs: Repairs
  readonly worlds: Worlds
  /** days of patience that all moves together may take */
  readonly most: number
}

const asksRating = ({ subject }: Test): boolean => 'model' in subject

/** Does the condition hold in a world, or only lack answers? Limits on facts are looked at before anything is rated. */
function opensIn({ condition }: Trial, { answer, once }: World): boolean {
  return once(condition, () => {
    if (answerOf(condition, test => (asksRating(test) ? 'open' : answer(test))) === 'no') return false
    return answerOf(condition, answer) !== 'no'
  })
}

/** Values for every fact of a set, one after the other, under which the condition holds or only lacks answers. */
function tried(trial: Trial, set: readonly Candidate[], moves: readonly Move[]): readonly Move[] | undefined {
  const world = trial.worlds(moves)
  if (set.length === 0) return opensIn(trial, world) ? moves : undefined
  const values = turningValues(trial, world)
  // what one fact must become may hang on the other, so each may go first
  for (const { fact } of set) {
    const rest = set.filter(other => other.fact !== fact)
    for (const to of values.get(fact.id) ?? []) {
      const found = tried(trial, rest, [...moves, { fact, to }])
      if (found) return found
    }
  }
  return undefined
}

/** A fact and everything that its value is worked out from. */
function behind(fact: FactId, rulebook: Rulebook, seen = new Set<FactId>()): ReadonlySet<FactId> {
  if (seen.has(fact)) return seen
  seen.add(fact)
  const whole = rulebook.facts.get(fact)?.notAbove
  const from = (rulebook.derivations.get(fact) ?? []).flatMap(expression => expression.facts)
  for (const one of whole === undefined ? from : [...from, whole]) behind(one, rulebook, seen)
  return seen
}

/** Can changing these facts alone open the condition? Not while a limit refuses that looks at none of them. */
function hopefulSets({ condition, worlds }: Trial, rulebook: Rulebook): (set: readonly Candidate[]) => boolean {
  const now = worlds([])
  const looks = new Map(
    testsOf(condition).map(test => [test, new Set(test.facts.flatMap(fact => [...behind(fact, rulebook)]))] as const),
  )
  const touched = (test: Test, set: readonly Candidate[]): boolean =>
    asksRating(test) || set.some(({ fact }) => looks.get(test)?.has(fact.id))
  return set => answerOf(condition, test => (touched(test, set) ? 'open' : now.answer(test))) !== 'no'
}

/**
 * The cheapest moves within a step's reach (`repairs.near`) that open a product which hangs on a rating, or undefined. With
 * `bound`, only moves of less patience count.
 */
export function ratingMoves(
  condition: Condition,
  worlds: Worlds,
  repairs: Repairs,
  bound = Number.POSITIVE_INFINITY,
): readonly Move[] | undefined {
  const { rulebook }: Reading = worlds([]).reading
  const { changes, patience } = repairs.near
  const most = Math.min(patience, bound - 1)
  const trial = { condition, repairs, worlds, most }
  const candidates = [...turningValues(trial, worlds([])).keys()].flatMap((id): Candidate[] => {
    const [fact, patience] = [rulebook.facts.get(id), patienceFor(repairs, id)]
    return fact && patience !== undefined ? [{ fact, patience }] : []
  })
  const hopeful = hopefulSets(trial, rulebook)
  for (const set of setsOf(candidates, changes, most)) {
    const moves = hopeful(set) ? tried(trial, set, []) : undefined
    if (moves) return moves
  }
  return undefined
}
