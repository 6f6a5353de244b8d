// Rates many companies by the same models at once: compiled once, run over columns block by block. Every figure equals what
// `rate` gives for that company alone; rows whose numbers do not fit are rated by it.
import type { FactDefinition } from '../fact.ts'
import { modelInForce, type Rulebook, read } from '../rulebook.ts'
import { type ColumnRatings, emptyRatings, FIGURES, putRating } from './column-ratings.ts'
import { type Columns, dossierAt } from './columns.ts'
import { compileTracks } from './outcome.ts'
import { BLOCK_ROWS, type Program, startProgram } from './program.ts'

export interface ColumnRater {
  /** what the models look at: the columns to fill */
  readonly facts: readonly FactDefinition[]
  /** Rates every company in the columns. `exact` counts the rows that the exact path rated. */
  rate(columns: Columns): { readonly ratings: readonly ColumnRatings[]; readonly exact: number }
}

function compile(program: Program, id: string): ColumnRatings | undefined {
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
          if (into) for (const figure of FIGURES) into[figure].set(tracks[figure].subarray(0, block.count), block.start)
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
