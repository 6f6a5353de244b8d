// What is known of one company, in the codes of a normal form: one set of possible codes a column, and the facts that could
// narrow it.
import { type FactId, isRange } from '../fact.ts'
import type { Reading } from '../reading.ts'
import { lacksOf, NO_LACKS, range, type Value } from '../value.ts'
import { cellOf } from './cell.ts'
import type { NormalForm, Watched } from './form.ts'

/** `cells` by column, `lacks` by what is watched. */
export interface Row {
  readonly cells: Uint32Array
  readonly lacks: readonly (readonly FactId[])[]
}

/** A value as seen, and what could narrow it. A rating's grades may be known in part: `among` are those still possible. */
export interface Seen {
  readonly value: Value
  readonly among?: readonly string[] | undefined
  readonly lacks: readonly FactId[]
}

const NOTHING: Seen = { value: { is: 'none', lacks: NO_LACKS }, lacks: NO_LACKS }

function see(watched: Watched, reading: Reading): Seen {
  if (watched.is === 'quantity') {
    const value = watched.expression.evaluate(reading)
    return { value, lacks: lacksOf(value) }
  }
  if (watched.is === 'word') {
    const value = reading.value(watched.fact.id)
    // a place known too broadly is asked again
    return { value, lacks: value.is === 'known' ? watched.itself : value.lacks }
  }
  const rating = reading.rating(watched.model)
  if (!rating) return NOTHING
  const { lacks } = rating
  if (watched.is === 'score') return { value: range(rating.score.low, rating.score.high, lacks), lacks }
  if (watched.is === 'grade') return { value: { is: 'unknown', lacks }, among: rating.grades, lacks }
  const verdict = watched.is === 'passes' ? rating.passes : rating.knockedOut
  const value: Value =
    verdict.is === 'open' ? { is: 'unknown', lacks: verdict.lacks } : { is: 'known', value: verdict.is === 'yes' }
  return { value, lacks: verdict.lacks }
}

/** What a company looks like to a form: made once, used for every reading. */
export interface Encoder {
  readonly row: (reading: Reading) => Row
  /** The row after one answer changed: only what is watched at these places is looked at again. */
  readonly again: (row: Row, reading: Reading, watched: readonly number[]) => Row
}

export function encoderOf({ watched, columns }: NormalForm): Encoder {
  const cells = columns.map(cellOf)
  const columnsBy = watched.map((_, index) =>
    columns.flatMap((column, at) => {
      const cell = cells[at]
      return column.watched === index && cell ? [{ at, cell }] : []
    }),
  )
  const encode = (into: Uint32Array, index: number, reading: Reading): readonly FactId[] => {
    const one = watched[index]
    if (!one) throw new RangeError(`nothing is watched at ${index}`)
    const own = columnsBy[index] ?? []
    // an exact answer is the value, and most are: there is nothing for the reading to work out
    const answer = one.fact && reading.dossier[one.fact.id]?.value
    if (typeof answer === 'number') {
      for (const { at, cell } of own) into[at] = cell.number(answer)
      return NO_LACKS
    }
    if (answer !== undefined && !isRange(answer)) {
      for (const { at, cell } of own) into[at] = cell.word(answer)
      return one.itself
    }
    const seen = see(one, reading)
    for (const { at, cell } of own) into[at] = cell.seen(seen)
    return seen.lacks
  }
  return {
    row(reading) {
      const into = new Uint32Array(columns.length)
      return { cells: into, lacks: watched.map((_, index) => encode(into, index, reading)) }
    },
    again(row, reading, changed) {
      const into = row.cells.slice()
      const lacks = [...row.lacks]
      for (const index of changed) lacks[index] = encode(into, index, reading)
      return { cells: into, lacks }
    },
  }
}
