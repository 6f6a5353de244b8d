// How far it is to the next grade, or to a pass, and the cheapest changes found that lead there. Applying the steps is tried
// before they are told: a way that does not reach its target is none.
import { type Advice, BY_CHANGEABLE, type Lever, leverOf } from './advice.ts'
import type { Condition } from './condition.ts'
import type { FactDefinition, FactId, FactValue } from './fact.ts'
import { joined, meet, NO_CHANGE, type Way } from './meet.ts'
import type { Grade, RatingModel } from './model.ts'
import { type Missing, raise } from './raise-points.ts'
import type { Rating } from './rating.ts'
import type { Reading } from './reading.ts'
import { whatIf } from './what-if.ts'

export type Target = { readonly kind: 'grade'; readonly grade: Grade } | { readonly kind: 'pass' }

/** One fact to tell or to change. */
export interface WayStep {
  readonly fact: FactDefinition
  /** the present answer, when there is one */
  readonly from?: FactValue | undefined
  /** from this value on the step counts */
  readonly to: FactValue
  /** it may be so already: nothing that is known speaks against it */
  readonly told: boolean
  /** hundredths that this step adds after the steps before it */
  readonly points: number
}

export interface WayUp {
  readonly target: Target
  /** hundredths missing now, on points alone; 0 when it is conditions that are missing */
  readonly gap: number
  /** cheapest first; empty when no way was found */
  readonly steps: readonly WayStep[]
  readonly reached: boolean
  readonly before: Rating
  /** the rating after all steps */
  readonly after: Rating
}

/** What has to be so for a target: conditions to hold or to fail, and points to be reached. */
type Need = { readonly condition: Condition; readonly holds: boolean } | { readonly missing: Missing }

const notKnockedOut = (model: RatingModel): Need[] =>
  model.knockouts.filter(one => one.effect === 'zero').map(one => ({ condition: one.when, holds: false }))

const gradeNeeds = (model: RatingModel, { when, atLeast }: Grade): Need[] => [
  ...notKnockedOut(model),
  ...(when ? [{ condition: when, holds: true }] : []),
  ...(atLeast === undefined ? [] : [{ missing: (rating: Rating) => atLeast - rating.score.low }]),
]

/** Every way a model lets somebody pass, as needs. */
function passNeeds(model: RatingModel): Need[][] {
  const { pass, directPass } = model
  const gates: Need = { condition: model.gates, holds: true }
  const direct = directPass ? [[gates, { condition: directPass, holds: true }]] : []
  if (!pass) return directPass ? direct : [[gates]]
  const { atLeast } = pass
  const grade = model.grades?.list.find(one => one.id === atLeast)
  const total: Need[] =
    typeof atLeast === 'number'
      ? [{ missing: rating => atLeast + (pass.above ? 1 : 0) - rating.score.low }]
      : grade
        ? gradeNeeds(model, grade)
        : []
  const blocks = model.dimensions.flatMap(({ id, atLeast: least }, index): Need[] =>
    least === undefined
      ? []
      : [{ missing: ({ dimensions }) => least - (dimensions[index]?.dimension.id === id ? dimensions[index].low : 0) }],
  )
  const nonZero = pass.nonZero.map(
    (id): Need => ({
      missing: rating => 1 - (rating.partials.find(one => one.characteristic.id === id)?.low ?? 0),
    }),
  )
  return [...direct, [gates, ...notKnockedOut(model), ...blocks, ...nonZero, ...total]]
}

const isReached = (target: Target, rating: Rating): boolean => {
  if (target.kind === 'pass') return rating.passes.is === 'yes'
  const order = rating.model.grades?.list.map(grade => grade.id) ?? []
  return rating.grades.every(grade => order.indexOf(grade) <= order.indexOf(target.grade.id))
}

function follow(needs: readonly Need[], model: string, reading: Reading, advice: Advice): Way | undefined {
  let way = NO_CHANGE
  for (const need of needs) {
    const now = whatIf(reading, way.changes)
    const next =
      'missing' in need ? raise(model, need.missing, now, advice) : meet(need.condition, need.holds, now, advice)
    if (!next) return undefined
    way = joined(way, next)
  }
  return way
}

function priced(way: Way, reading: Reading, advice: Advice): Lever[] {
  return Object.entries(way.changes).flatMap(([id, to]) => {
    const fact = reading.rulebook.facts.get(id)
    return (fact && leverOf(fact, to, reading, advice)) ?? []
  })
}

const changesOf = (steps: readonly Lever[]): Readonly<Record<FactId, FactValue>> =>
  Object.fromEntries(steps.map(({ fact, to }) => [fact.id, to]))

/** Leaves out every change without which the target is reached as well, the dearest first. */
function pruned(steps: readonly Lever[], reaches: (steps: readonly Lever[]) => boolean): readonly Lever[] {
  let needed = [...steps].sort((a, b) => a.cost - b.cost || a.fact.place - b.fact.place)
  for (const step of needed.toReversed()) {
    const without = needed.filter(other => other !== step)
    if (reaches(without)) needed = without
  }
  return needed
}

/** The next better grade than the worst one still possible; a pass when the model gives no grades. */
function nextTarget({ model, grades, passes }: Rating): Target | undefined {
  // a class is a description and no ladder
  if (model.kind === 'classes') return undefined
  const list = model.grades?.list ?? []
  if (list.length === 0) return passes.is === 'yes' ? undefined : { kind: 'pass' }
  const worst = list.findIndex(grade => grade.id === grades.at(-1))
  const grade = list[worst - 1]
  return grade && { kind: 'grade', grade }
}

function gapOf(target: Target, { model, score }: Rating): number {
  const wanted = target.kind === 'grade' ? target.grade.atLeast : model.pass?.atLeast
  if (typeof wanted !== 'number') return 0
  const above = target.kind === 'pass' && model.pass?.above ? 1 : 0
  return Math.max(0, wanted + above - score.low)
}

/**
 * The way to the next grade (or, in a model without grades, to a pass) from what is surely known; undefined at the top or
 * where the model says nothing. `target` names another grade, or `pass`.
 */
export function wayUp(reading: Reading, model: string, advice = BY_CHANGEABLE, target?: string): WayUp | undefined {
  const before = reading.rating(model)
  if (!before) return undefined
  const named = before.model.grades?.list.find(grade => grade.id === target)
  const aim: Target | undefined =
    target === 'pass' ? { kind: 'pass' } : named ? { kind: 'grade', grade: named } : nextTarget(before)
  if (!aim || isReached(aim, before)) return undefined
  const reaches = (steps: readonly Lever[]) => {
    const rating = whatIf(reading, changesOf(steps)).rating(model)
    return rating !== undefined && isReached(aim, rating)
  }
  const ways = (aim.kind === 'pass' ? passNeeds(before.model) : [gradeNeeds(before.model, aim.grade)])
    .flatMap(needs => follow(needs, model, reading, advice) ?? [])
    .map(way => priced(way, reading, advice))
    .filter(reaches)
    .map(steps => pruned(steps, reaches))
  const costOf = (steps: readonly Lever[]) => steps.reduce((sum, step) => sum + step.cost, 0)
  const [best] = ways.sort((a, b) => costOf(a) - costOf(b) || a.length - b.length)
  const found = best ?? []
  const ratings = found.map((_, index) => whatIf(reading, changesOf(found.slice(0, index + 1))).rating(model) ?? before)
  return {
    target: aim,
    gap: gapOf(aim, before),
    steps: found.map(({ fact, to, told }, index) => ({
      fact,
      from: reading.dossier[fact.id]?.value,
      to,
      told,
      points: (ratings[index] ?? before).score.low - (ratings[index - 1] ?? before).score.low,
    })),
    reached: best !== undefined,
    before,
    after: ratings.at(-1) ?? before,
  }
}
