// A step to a product that asks for a score, a grade or a pass. A rating cannot be worked backwards limit by limit, so sets of
// facts are tried in the order of their cost, each at the values on which anything in the model turns, and the first set that
// opens the product is the cheapest. Nothing counts that was not tried.
import {
  type Condition,
  type FactDefinition,
  type FactId,
  type FactValue,
  judge,
  modelInForce,
  type RatingModel,
  type Reading,
  type Test,
  testsOf,
  whatIf,
} from '#engine'
import { patienceFor, type Repairs } from './repair.ts'
import type { Move } from './step-search.ts'
import { type Node, treeOf } from './step-tree.ts'
import { nearest } from './step-wish.ts'

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

/** The condition's own hinges and those of every model it asks. */
function allHinges(condition: Condition, reading: Reading): Hinge[] {
  return testsOf(condition).flatMap(test => {
    if (!('model' in test.subject)) return hinges(test)
    const model = modelInForce(reading.rulebook, test.subject.model, reading.today)
    return model ? hingesOf(model) : []
  })
}

/** Does a condition ask a rating that does not hold on one of these readings? */
export const hangsOnRating = (condition: Condition, ...readings: readonly Reading[]): boolean =>
  testsOf(condition).some(test => 'model' in test.subject && readings.some(reading => judge(test, reading).is === 'no'))

function wishes(node: Node): readonly Extract<Node, { is: 'wish' }>[] {
  if (node.is === 'wish') return [node]
  return node.is === 'group' ? node.of.flatMap(wishes) : []
}

type Values = ReadonlyMap<FactId, readonly FactValue[]>

/** The values of each fact on which some hinge turns, the others left as they are; of facts within so much patience only. */
function turningValues(all: readonly Hinge[], reading: Reading, repairs: Repairs, most: number): Values {
  const found = new Map<FactId, Map<string, FactValue>>()
  const patient = (fact: FactId) => (patienceFor(repairs, fact) ?? Number.POSITIVE_INFINITY) <= most
  for (const { test, wanted } of all) {
    if (!test.facts.some(patient) || judge(test, reading).is === (wanted ? 'yes' : 'no')) continue
    for (const { fact, wish, met } of wishes(treeOf(test, reading, wanted))) {
      if (met || !patient(fact.id)) continue
      const setting = { fact, own: reading.value(fact.id), reading, repairs }
      // what else is asked may refuse the nearest option, so each is worth a try
      const each = wish.is === 'options' ? wish.among.map(option => ({ ...wish, among: [option] })) : [wish]
      for (const to of each.flatMap(one => nearest(one, setting) ?? []))
        found.set(fact.id, (found.get(fact.id) ?? new Map()).set(JSON.stringify(to), to))
    }
  }
  return new Map([...found].map(([fact, values]) => [fact, [...values.values()]]))
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
  readonly hinges: readonly Hinge[]
  /** days of patience that all moves together may take */
  readonly most: number
}

/** Values for every fact of a set, one after the other, under which the condition holds or only lacks answers. */
function tried(trial: Trial, set: readonly Candidate[], reading: Reading, values: Values): readonly Move[] | undefined {
  const [first] = set
  if (!first) return judge(trial.condition, reading).is === 'no' ? undefined : []
  // what one fact must become may hang on the other, so each may go first
  for (const { fact } of set) {
    const rest = set.filter(other => other.fact !== fact)
    for (const to of values.get(fact.id) ?? []) {
      const after = whatIf(reading, { [fact.id]: to })
      const next = rest.length > 0 ? turningValues(trial.hinges, after, trial.repairs, trial.most) : values
      const moves = tried(trial, rest, after, next)
      if (moves) return [{ fact, to }, ...moves]
    }
  }
  return undefined
}

/**
 * The cheapest moves within a step's reach (`repairs.near`) that open a product which hangs on a rating, or undefined. With
 * `bound`, only moves of less patience count.
 */
export function ratingMoves(
  condition: Condition,
  reading: Reading,
  repairs: Repairs,
  bound = Number.POSITIVE_INFINITY,
): readonly Move[] | undefined {
  const all = allHinges(condition, reading)
  const { changes, patience } = repairs.near
  const most = Math.min(patience, bound - 1)
  const values = turningValues(all, reading, repairs, most)
  const candidates = [...values.keys()].flatMap((id): Candidate[] => {
    const [fact, patience] = [reading.rulebook.facts.get(id), patienceFor(repairs, id)]
    return fact && patience !== undefined ? [{ fact, patience }] : []
  })
  const trial = { condition, repairs, hinges: all, most }
  for (const set of setsOf(candidates, changes, most)) {
    const moves = tried(trial, set, reading, values)
    if (moves) return moves
  }
  return undefined
}
