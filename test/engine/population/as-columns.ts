// Rates companies both ways: together over columns, and each one alone. Answers what differs, so that a test can demand that
// nothing does.
import { addCompany, type ColumnRater, columnRater, type Dossier, type Rulebook, read, startColumns } from '#engine'
import { FIGURES, putRating } from '../../../engine/population/column-ratings.ts'

export interface Compared {
  /** what differs, in words */
  readonly faults: readonly string[]
  /** rows that the exact path rated */
  readonly exact: number
  /** rows of which the columns say that nothing is missing */
  readonly settled: number
}

/** Rates `dossiers` by one model over columns and one by one. */
export function compareRatings(
  book: Rulebook,
  id: string,
  dossiers: readonly Dossier[],
  today: number,
  rater: ColumnRater = columnRater(book, [id], today),
): Compared {
  const columns = startColumns(rater.facts, dossiers.length)
  for (const dossier of dossiers) addCompany(columns, dossier)
  const { ratings, exact } = rater.rate(columns)
  const [own] = ratings
  if (!own) throw new Error(`${id} was not rated`)
  const wanted = structuredClone({ ...own, model: undefined })
  const faults: string[] = []
  for (const [row, dossier] of dossiers.entries()) {
    const rating = read(book, dossier, today).rating(id)
    if (!rating) throw new Error(`${id} is not in force`)
    putRating({ ...wanted, model: own.model }, row, rating)
    for (const figure of FIGURES)
      if (figure !== 'settled' && wanted[figure][row] !== own[figure][row])
        faults.push(`${id} row ${row} ${figure}: ${own[figure][row]} instead of ${wanted[figure][row]}`)
    // it may be said too rarely, never wrongly
    if (own.settled[row] === 1 && rating.lacks.length > 0) faults.push(`${id} row ${row} lacks ${rating.lacks}`)
  }
  return { faults, exact, settled: own.settled.reduce((sum, one) => sum + one, 0) }
}
