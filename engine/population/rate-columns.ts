// Rates many companies by the same models at once: compiled once, run over columns block by block. Every figure equals what
// `rate` gives for that company alone; rows whose numbers do not fit are rated by it.
import type { FactDefinition } from '../fact.ts'
import type { RatingModel } from '../model.ts'
import { NO, OPEN, YES } from '../normal/closures.ts'
import type { Rating } from '../rating.ts'
import { modelInForce, type Rulebook, read } from '../rulebook.ts'
import { type Columns, dossierAt } from './columns.ts'
import { compileTracks } from './outcome.ts'
import { BLOCK_ROWS, type ModelTracks, type Program, startProgram } from './program.ts'

/** One model's result for every company: the columns of a table. Verdicts are 0 no, 1 open, 2 yes. */
export interface ColumnRatings {
  readonly model: RatingModel
  /** hundredths of a point, after knockouts */
  readonly low: Float64Array
  readonly high: Float64Array
  /** a bit for every grade still possible, the best grade first */
  readonly grades: Uint32Array
  readonly applies: Uint8Array
  readonly passes: Uint8Array
  readonly knockedOut: Uint8Array
  readonly noLoan: Uint8Array
  /** a bit for every knockout that surely holds, in the model's order */
  readonly knockouts: Uint32Array
  /** places of the first and the last stage still possible; 0 where a model has no stages */
  readonly firstStage: Uint8Array
  readonly lastStage: Uint8Array
  /** 1 where no answer is missing: `lacks` of the rating is empty then */
  readonly settled: Uint8Array
}

export interface ColumnRater {
  /** what the models look at: the columns to fill */
  readonly facts: readonly FactDefinition[]
  /** Rates every company in the columns. `exact` counts the rows that the exact path rated. */
  rate(columns: Columns): { readonly ratings: readonly ColumnRatings[]; readonly exact: number }
}

const PARTS = [
  'low',
  'high',
  'grades',
  'applies',
  'passes',
  'knockedOut',
  'noLoan',
  'knockouts',
  'firstStage',
  'lastStage',
  'settled',
] as const

function emptyRatings(model: RatingModel, rows: number): ColumnRatings {
  const bytes = () => new Uint8Array(rows)
  return {
    model,
    low: new Float64Array(rows),
    high: new Float64Array(rows),
    grades: new Uint32Array(rows),
    applies: bytes(),
    passes: bytes(),
    knockedOut: bytes(),
    noLoan: bytes(),
    knockouts: new Uint32Array(rows),
    firstStage: bytes(),
    lastStage: bytes(),
    settled: bytes(),
  }
}

const CODES = { no: NO, open: OPEN, yes: YES } as const
const bits = (list: readonly boolean[]): number =>
  list.reduce((all, is, index) => (is ? all | (1 << index) : all), 0) >>> 0

/** Writes one company's rating into its row. */
export function putRating(into: ColumnRatings, row: number, rating: Rating): void {
  const { model, stages } = rating
  const places = stages.map(stage => model.stages?.list.indexOf(stage) ?? 0)
  into.low[row] = rating.score.low
  into.high[row] = rating.score.high
  into.grades[row] = bits((model.grades?.list ?? []).map(grade => rating.grades.includes(grade.id)))
  into.applies[row] = CODES[rating.applies.is]
  into.passes[row] = CODES[rating.passes.is]
  into.knockedOut[row] = CODES[rating.knockedOut.is]
  into.noLoan[row] = CODES[rating.noLoan.is]
  into.knockouts[row] = bits(rating.knockouts.map(one => one.verdict.is === 'yes'))
  into.firstStage[row] = places[0] ?? 0
  into.lastStage[row] = places.at(-1) ?? 0
  into.settled[row] = rating.lacks.length === 0 ? 1 : 0
}

function compile(program: Program, id: string): ModelTracks | undefined {
  if (program.models.has(id)) return program.models.get(id)
  const model = modelInForce(program.rulebook, id, program.today)
  const tracks = model && compileTracks(program, model, other => compile(program, other))
  program.models.set(id, tracks)
  return tracks
}

/**
 * Compiles the models in force on a day (days since 1970) for many companies. A rater keeps working space of its own and
 * rates one set of columns at a time.
 * @throws Error when no model of one of the ids is in force
 * @example
 * const rater = columnRater(rulebook, ['tech-sme'], today)
 * const columns = startColumns(rater.facts, dossiers.length)
 * for (const dossier of dossiers) addCompany(columns, dossier)
 * const [techSme] = rater.rate(columns).ratings
 */
export function columnRater(rulebook: Rulebook, models: readonly string[], today: number): ColumnRater {
  const program = startProgram(rulebook, today)
  const compiled = models.map(id => {
    const tracks = compile(program, id)
    if (!tracks) throw new Error(`no model ${id} is in force`)
    return tracks
  })
  const { block, steps } = program
  return {
    facts: [...program.facts].flatMap(id => rulebook.facts.get(id) ?? []),
    rate(columns) {
      const ratings = compiled.map(one => emptyRatings(one.model, columns.count))
      let exact = 0
      block.columns = columns
      for (block.start = 0; block.start < columns.count; block.start += BLOCK_ROWS) {
        block.count = Math.min(BLOCK_ROWS, columns.count - block.start)
        block.odd.fill(0)
        for (const step of steps) step()
        for (const [index, tracks] of compiled.entries()) {
          const into = ratings[index]
          if (into) for (const part of PARTS) into[part].set(tracks[part].subarray(0, block.count), block.start)
        }
        exact += rateOdd(program, ratings)
      }
      return { ratings, exact }
    },
  }
}

/** Rates the marked rows of the block one by one, exactly. */
function rateOdd({ rulebook, today, block }: Program, ratings: readonly ColumnRatings[]): number {
  let count = 0
  for (let i = 0; i < block.count; i++) {
    if (block.odd[i] === 0) continue
    count += 1
    const row = block.start + i
    const reading = read(rulebook, dossierAt(block.columns, row), today)
    for (const into of ratings) {
      const rating = reading.rating(into.model.id)
      if (rating) putRating(into, row, rating)
    }
  }
  return count
}
