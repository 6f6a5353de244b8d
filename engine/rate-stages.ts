// The points of a rating: every characteristic in every stage that is still possible, capped by block, and the span over
// the stages.
import { fullBlock, fullPoints } from './check-model.ts'
import { compare } from './exact.ts'
import type { FactId } from './fact.ts'
import type { RatingModel, Stage } from './model.ts'
import type { DimensionScore, PartialScore, ScoreRange } from './rating.ts'
import type { Reading } from './reading.ts'
import { weigh } from './score-several.ts'
import type { Earned, Scoring } from './score-table.ts'
import { mayEarnOther } from './touched.ts'
import { joinLacks, lacksOf, NO_LACKS } from './value.ts'

export interface EarnedPoints {
  readonly stages: readonly Stage[]
  readonly stageLacks: readonly FactId[]
  readonly partials: readonly PartialScore[]
  readonly dimensions: readonly DimensionScore[]
  readonly total: ScoreRange
}

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

const noPoints = (): Map<Scoring, Earned> => new Map()

/**
 * What tables give on a reading. A table that several stages weigh differently is looked at once: only its weight is the
 * stage's. A table that no changed fact concerns gives what it gave before.
 */
function earningOf(reading: Reading): (scoring: Scoring) => Earned {
  const known = reading.once(noPoints, reading.rulebook)
  const { from } = reading
  const before = from && earningOf(from.reading)
  const earn = (scoring: Scoring): Earned => {
    const { form } = scoring
    if (form.is === 'weighted') return weigh(earn(form.of), form)
    const isSame = before && from && !mayEarnOther(scoring, from.touched)
    const earned = known.get(scoring) ?? (isSame ? before(scoring) : scoring.earn(reading))
    known.set(scoring, earned)
    return earned
  }
  return earn
}

/** Points of every characteristic for one stage, capped by dimension. */
function scoreStage(
  model: RatingModel,
  stage: Stage | undefined,
  earn: (scoring: Scoring) => Earned,
): { partials: PartialScore[]; dimensions: DimensionScore[]; total: ScoreRange } {
  const partials = model.characteristics.map((characteristic): PartialScore => {
    const scoring = (stage && characteristic.byStage.get(stage.id)) ?? characteristic.score
    if (!scoring) throw new Error(`${model.id}: ${characteristic.id} has no score`) // checkModel refuses such a model
    const source = scoring.source ?? characteristic.source
    return { ...earn(scoring), characteristic, max: fullPoints(characteristic, stage), source }
  })
  const dimensions = model.dimensions.map((dimension): DimensionScore => {
    const own = partials.filter(partial => partial.characteristic.dimension === dimension.id)
    const max = fullBlock(dimension, stage)
    const total = (end: 'low' | 'high') => {
      const sum = own.reduce((points, partial) => points + partial[end], 0)
      return Math.max(dimension.notBelow ?? Number.NEGATIVE_INFINITY, Math.min(max, sum))
    }
    return { dimension, low: total('low'), high: total('high'), max }
  })
  const total = (end: 'low' | 'high') => {
    const sum = dimensions.reduce((points, one) => points + one[end], 0)
    return Math.max(0, Math.min(model.cap ?? Number.POSITIVE_INFINITY, sum))
  }
  return { partials, dimensions, total: { low: total('low'), high: total('high') } }
}

const spanOf = (ranges: readonly ScoreRange[]): ScoreRange => ({
  low: Math.min(...ranges.map(one => one.low)),
  high: Math.max(...ranges.map(one => one.high)),
})
const mostOf = (list: readonly { readonly max: number }[]): number => Math.max(...list.map(one => one.max))

/** Several stages are possible: every figure is the span over them, and which band gave it is not said. */
function spanPartials(lists: readonly (readonly PartialScore[])[]): readonly PartialScore[] {
  const [first = []] = lists
  if (lists.length === 1) return first
  return first.map((partial, index) => {
    const same = lists.flatMap(list => list[index] ?? [])
    // when one of the possible tables is illustrative, so is what is said now
    const source = same.find(one => one.source.mark === '示意')?.source ?? partial.source
    const lacks = joinLacks(...same.map(one => one.lacks))
    return { ...partial, ...spanOf(same), max: mostOf(same), source, lacks, reached: undefined }
  })
}

/** The points of a reading by a model, over all stages that are still possible. */
export function pointsOf(model: RatingModel, reading: Reading): EarnedPoints {
  const { possible, lacks } = stagesOf(model, reading)
  const earn = earningOf(reading)
  const runs = (possible.length > 0 ? possible : [undefined]).map(stage => scoreStage(model, stage, earn))
  const dimensions = model.dimensions.map((dimension, index): DimensionScore => {
    const same = runs.flatMap(run => run.dimensions[index] ?? [])
    return { dimension, max: mostOf(same), ...spanOf(same) }
  })
  return {
    stages: possible,
    stageLacks: lacks,
    partials: spanPartials(runs.map(run => run.partials)),
    dimensions,
    total: spanOf(runs.map(run => run.total)),
  }
}
