// What the points of every row come to: knockouts, the grades still possible, and who passes, as in rate.ts, rate-grades.ts
// and rate-pass.ts.
import type { Grade, Pass, RatingModel } from '../model.ts'
import { NO, OPEN, YES } from '../normal/closures.ts'
import type { ColumnRatings } from './column-ratings.ts'
import { BLOCK_ROWS, type Program } from './program.ts'
import { type PointTracks, pointTracks, type Span, span } from './stages.ts'
import { combineTracks, type ModelOf, verdictOf, verdictTrack } from './verdicts.ts'

const verdicts = (): Uint8Array => new Uint8Array(BLOCK_ROWS)

/** Does any knockout of one effect hold? */
function anyKnockout(program: Program, model: RatingModel, effect: 'zero' | 'no-loan', modelOf: ModelOf): Uint8Array {
  const own = model.knockouts.filter(one => one.effect === effect).map(one => verdictTrack(program, one.when, modelOf))
  return own.length > 0 ? combineTracks(program, own, 1) : verdicts()
}

/** A bit for every knockout that surely holds. */
function knockoutBits(program: Program, model: RatingModel, modelOf: ModelOf): Uint32Array {
  const out = new Uint32Array(BLOCK_ROWS)
  const own = model.knockouts.map(one => verdictTrack(program, one.when, modelOf))
  program.steps.push(() => {
    for (let i = 0; i < program.block.count; i++) {
      let bits = 0
      for (const [index, track] of own.entries()) if ((track[i] as number) === YES) bits |= 1 << index
      out[i] = bits
    }
  })
  return out
}

/** The score once knockouts are counted: nothing when one holds, down to nothing while one may. */
function afterKnockouts(program: Program, total: Span, knockedOut: Uint8Array): Span {
  const out = span()
  program.steps.push(() => {
    for (let i = 0; i < program.block.count; i++) {
      const out0 = (knockedOut[i] as number) === YES
      out.low[i] = (knockedOut[i] as number) === NO ? (total.low[i] as number) : 0
      out.high[i] = out0 ? 0 : (total.high[i] as number)
    }
  })
  return out
}

interface GradeRow {
  readonly grade: Grade
  readonly bit: number
  readonly atLeast: number
  readonly when: Uint8Array | undefined
}

function gradeBits(
  program: Program,
  model: RatingModel,
  total: Span,
  knockedOut: Uint8Array,
  modelOf: ModelOf,
): Uint32Array {
  const out = new Uint32Array(BLOCK_ROWS)
  const rows = (model.grades?.list ?? []).map(
    (grade, index): GradeRow => ({
      grade,
      bit: 1 << index,
      atLeast: grade.atLeast ?? Number.NEGATIVE_INFINITY,
      when: grade.when && verdictTrack(program, grade.when, modelOf),
    }),
  )
  const lowest = rows.at(-1)?.bit ?? 0
  program.steps.push(() => {
    for (let i = 0; i < program.block.count; i++) {
      const out0 = knockedOut[i] as number
      const low = total.low[i] as number
      let ceiling = out0 === YES ? Number.NEGATIVE_INFINITY : (total.high[i] as number)
      let bits = out0 === NO ? 0 : lowest
      for (const { bit, atLeast, when } of rows) {
        if (Math.max(low, atLeast) > ceiling) continue
        const is = when ? (when[i] as number) : YES
        if (is === NO) continue
        bits |= bit
        if (is === YES) ceiling = Math.min(ceiling, atLeast - 1)
      }
      out[i] = bits
    }
  })
  return out
}

function pointsTest(program: Program, points: Span, limit: number, above: boolean): Uint8Array {
  const out = verdicts()
  const side = (x: number) => (x < limit ? -1 : x > limit ? 1 : 0)
  program.steps.push(() => {
    for (let i = 0; i < program.block.count; i++)
      out[i] = verdictOf(above ? 'above' : 'atLeast', side(points.low[i] as number), side(points.high[i] as number))
  })
  return out
}

function gradePasses(program: Program, model: RatingModel, worst: string, grades: Uint32Array): Uint8Array {
  const out = verdicts()
  const place = model.grades?.list.findIndex(grade => grade.id === worst) ?? -1
  const wanted = 2 ** (place + 1) - 1
  program.steps.push(() => {
    for (let i = 0; i < program.block.count; i++) {
      const possible = grades[i] as number
      const hits = possible & wanted
      out[i] = hits === 0 ? NO : hits === possible ? YES : OPEN
    }
  })
  return out
}

function enough(
  program: Program,
  model: RatingModel,
  pass: Pass,
  score: Span,
  points: PointTracks,
  grades: Uint32Array,
) {
  const total =
    typeof pass.atLeast === 'string'
      ? gradePasses(program, model, pass.atLeast, grades)
      : pointsTest(program, score, pass.atLeast, pass.above)
  const blocks = model.dimensions.flatMap(({ id, atLeast }) => {
    const own = points.dimensions.get(id)
    return own && atLeast !== undefined ? [pointsTest(program, own, atLeast, false)] : []
  })
  const parts = [...points.partials.values()].map(own => pointsTest(program, own, 0, true))
  const all = [total, ...blocks, ...parts]
  return combineTracks(program, all, all.length)
}

function passTrack(
  program: Program,
  model: RatingModel,
  score: Span,
  points: PointTracks,
  grades: Uint32Array,
  modelOf: ModelOf,
) {
  const gates = verdictTrack(program, model.gates, modelOf)
  const direct = model.directPass && verdictTrack(program, model.directPass, modelOf)
  if (!model.pass) return direct ? combineTracks(program, [gates, direct], 2) : gates
  const own = enough(program, model, model.pass, score, points, grades)
  const way = direct ? combineTracks(program, [direct, own], 1) : own
  return combineTracks(program, [gates, way], 2)
}

/** 1 where nothing is missing: stage, characteristics and knockouts, the grade and, where the model decides it, the pass. */
function settledTrack(program: Program, tracks: Omit<ColumnRatings, 'settled'>, open: Uint8Array): Uint8Array {
  const out = new Uint8Array(BLOCK_ROWS)
  const { model, firstStage, lastStage, knockedOut, passes, grades } = tracks
  const decides = model.pass ?? model.directPass ?? (model.characteristics.length === 0 ? model.gates : undefined)
  program.steps.push(() => {
    for (let i = 0; i < program.block.count; i++) {
      const bits = grades[i] as number
      const oneGrade = (bits & (bits - 1)) === 0
      const isScored = (open[i] as number) === 0 && firstStage[i] === lastStage[i] && knockedOut[i] === NO
      const isPassed = decides === undefined || passes[i] !== OPEN
      out[i] = oneGrade && isPassed && (isScored || knockedOut[i] === YES) ? 1 : 0
    }
  })
  return out
}

/** Compiles a model: everything a rating says but its words and what it lacks. */
export function compileTracks(program: Program, model: RatingModel, modelOf: ModelOf): ColumnRatings {
  const watched = new Set(model.pass?.nonZero.filter(id => model.characteristics.some(one => one.id === id)) ?? [])
  const points = pointTracks(program, model, watched, modelOf)
  const knockedOut = anyKnockout(program, model, 'zero', modelOf)
  const score = afterKnockouts(program, points.total, knockedOut)
  const grades = gradeBits(program, model, points.total, knockedOut, modelOf)
  const tracks = {
    model,
    ...score,
    grades,
    applies: verdictTrack(program, model.scope, modelOf),
    passes: passTrack(program, model, score, points, grades, modelOf),
    knockedOut,
    noLoan: anyKnockout(program, model, 'no-loan', modelOf),
    knockouts: knockoutBits(program, model, modelOf),
    firstStage: points.firstStage,
    lastStage: points.lastStage,
  }
  return { ...tracks, settled: settledTrack(program, tracks, points.open) }
}
