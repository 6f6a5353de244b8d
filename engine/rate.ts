// Rates one reading by one model. Where answers are missing the score is a range; the true score always lies inside it.
import { compare } from './exact.ts'
import type { FactId } from './fact.ts'
import { combineVerdicts, type Finding, judge, type Verdict } from './judge.ts'
import type { Dimension, RatingModel, Stage } from './model.ts'
import type { DimensionScore, PartialScore, Rating, ScoreRange } from './rating.ts'
import type { Reading } from './reading.ts'
import { joinLacks, lacksOf, NO_LACKS, range, type Value } from './value.ts'
import type { Words } from './words.ts'

const NOTHING: Verdict = { is: 'no', findings: [], lacks: NO_LACKS }

function stagesOf(model: RatingModel, reading: Reading): { possible: readonly Stage[]; lacks: readonly string[] } {
  if (!model.stages) return { possible: [], lacks: NO_LACKS }
  const { list, of } = model.stages
  const value = of.evaluate(reading)
  if (value.is !== 'range' || value.orNone) return { possible: list, lacks: lacksOf(value) }
  const place = (end: typeof value.low) =>
    list.findIndex(stage => stage.below === undefined || compare(end, stage.below) < 0)
  const possible = list.slice(place(value.low), place(value.high) + 1)
  return { possible, lacks: possible.length > 1 ? value.lacks : NO_LACKS }
}

/** Points of every characteristic for one stage, capped by dimension. */
function scoreStage(
  model: RatingModel,
  stage: Stage | undefined,
  reading: Reading,
): { partials: PartialScore[]; dimensions: DimensionScore[]; total: ScoreRange } {
  const partials = model.characteristics.map((characteristic): PartialScore => {
    const scoring = (stage && characteristic.byStage.get(stage.id)) ?? characteristic.score
    if (!scoring) throw new Error(`${model.id}: ${characteristic.id} has no score`) // crossCheck refuses such a model
    return { ...scoring.earn(reading), characteristic, max: characteristic.max }
  })
  const dimensions = model.dimensions.map((dimension): DimensionScore => {
    const own = partials.filter(partial => partial.characteristic.dimension === dimension.id)
    const total = (end: 'low' | 'high') =>
      Math.min(
        dimension.max,
        own.reduce((sum, partial) => sum + partial[end], 0),
      )
    return { dimension, low: total('low'), high: total('high'), max: dimension.max }
  })
  const low = dimensions.reduce((sum, one) => sum + one.low, 0)
  const high = dimensions.reduce((sum, one) => sum + one.high, 0)
  return { partials, dimensions, total: { low: Math.max(0, low), high: Math.max(0, high) } }
}

const spanOf = (ranges: readonly ScoreRange[]): ScoreRange => ({
  low: Math.min(...ranges.map(one => one.low)),
  high: Math.max(...ranges.map(one => one.high)),
})

/** Several stages are possible: every figure is the span over them, and which band gave it is not said. */
function spanPartials(lists: readonly (readonly PartialScore[])[]): PartialScore[] {
  const [first = []] = lists
  if (lists.length === 1) return [...first]
  return first.map((partial, index) => {
    const same = lists.flatMap(list => list[index] ?? [])
    return { ...partial, ...spanOf(same), lacks: joinLacks(...same.map(one => one.lacks)), reached: undefined }
  })
}

function gradesWithin(model: RatingModel, { low, high }: ScoreRange): string[] {
  const list = model.grades?.list ?? []
  const place = (score: number) => list.findIndex(grade => grade.atLeast === undefined || score >= grade.atLeast)
  return list.slice(place(high), place(low) + 1).map(grade => grade.id)
}

/** A threshold on points, explained like any other test. */
function threshold(
  model: RatingModel,
  title: Words,
  score: ScoreRange,
  limit: number,
  above: boolean,
  lacks: readonly string[],
): Verdict {
  const reached = (points: number) => (above ? points > limit : points >= limit)
  const is = reached(score.low) ? 'yes' : reached(score.high) ? 'open' : 'no'
  const own: Value = range(score.low, score.high, lacks)
  const finding: Finding = {
    test: {
      is: 'test',
      subject: { kind: 'score', model: model.id },
      limit: { op: above ? 'above' : 'atLeast', value: limit },
      title,
      kind: 'points',
      facts: [],
      source: model.pass?.source ?? model.source,
    },
    is,
    own,
    lacks: is === 'open' ? lacks : NO_LACKS,
  }
  return { is, findings: [finding], lacks: finding.lacks }
}

function passOf(
  model: RatingModel,
  reading: Reading,
  gates: Verdict,
  score: ScoreRange & { readonly lacks: readonly FactId[] },
  partials: readonly PartialScore[],
  dimensions: readonly DimensionScore[],
  stageLacks: readonly FactId[],
): Pick<Rating, 'passes' | 'ways'> {
  const { pass } = model
  const direct = model.directPass && judge(model.directPass, reading)
  if (!pass) return { passes: direct ? combineVerdicts([gates, direct], 2) : gates, ways: { direct } }
  const lacksIn = (dimension: Dimension) =>
    joinLacks(stageLacks, ...partials.filter(p => p.characteristic.dimension === dimension.id).map(p => p.lacks))
  const total = threshold(model, { zh: '总分', en: 'Total score' }, score, pass.atLeast, pass.above, score.lacks)
  const blocks = dimensions.flatMap(one =>
    one.dimension.atLeast === undefined
      ? []
      : [threshold(model, one.dimension.title, one, one.dimension.atLeast, false, lacksIn(one.dimension))],
  )
  const nonZero = partials
    .filter(p => pass.nonZero.includes(p.characteristic.id))
    .map(p => threshold(model, p.characteristic.title, p, 0, true, joinLacks(stageLacks, p.lacks)))
  const byScore = combineVerdicts([total, ...blocks, ...nonZero], 1 + blocks.length + nonZero.length)
  const way = direct ? combineVerdicts([direct, byScore], 1) : byScore
  // a failed "any" would list the direct passes too; what an owner can work on is the score
  const explained = way.is === 'no' ? { ...way, findings: byScore.findings } : way
  return { passes: combineVerdicts([gates, explained], 2), ways: { direct, score: byScore } }
}

/** Rates a reading by a model: score range, grades still possible, knockouts, gates and pass. */
export function rateBy(model: RatingModel, reading: Reading): Rating {
  const { possible, lacks: stageLacks } = stagesOf(model, reading)
  const runs = (possible.length > 0 ? possible : [undefined]).map(stage => scoreStage(model, stage, reading))
  const partials = spanPartials(runs.map(run => run.partials))
  const dimensions = model.dimensions.map(
    (dimension, index): DimensionScore => ({
      dimension,
      max: dimension.max,
      ...spanOf(runs.flatMap(run => run.dimensions[index] ?? [])),
    }),
  )
  const knockouts = model.knockouts.map(knockout => ({ knockout, verdict: judge(knockout.when, reading) }))
  const knockedOut =
    knockouts.length > 0
      ? combineVerdicts(
          knockouts.map(one => one.verdict),
          1,
        )
      : NOTHING
  const earned = spanOf(runs.map(run => run.total))
  const score =
    knockedOut.is === 'yes' ? { low: 0, high: 0 } : knockedOut.is === 'open' ? { low: 0, high: earned.high } : earned
  const order = (model.grades?.list ?? []).map(grade => grade.id)
  const found = new Set([
    ...(knockedOut.is === 'yes' ? [] : gradesWithin(model, earned)),
    ...(knockedOut.is === 'no' ? [] : gradesWithin(model, { low: 0, high: 0 })),
  ])
  const grades = order.filter(grade => found.has(grade))
  const gates = judge(model.gates, reading)
  const scoreLacks =
    knockedOut.is === 'yes' ? NO_LACKS : joinLacks(stageLacks, ...partials.map(p => p.lacks), knockedOut.lacks)
  const { passes, ways } = passOf(
    model,
    reading,
    gates,
    { ...score, lacks: scoreLacks },
    partials,
    dimensions,
    stageLacks,
  )
  return {
    model,
    applies: judge(model.scope, reading),
    stages: possible,
    score,
    dimensions,
    partials,
    knockouts,
    knockedOut,
    gates,
    passes,
    ways,
    grades,
    lacks: joinLacks(scoreLacks, model.pass || model.directPass ? passes.lacks : NO_LACKS),
  }
}
