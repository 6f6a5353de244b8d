// Rank among peers: companies of the same stage, compared by score. Equal scores share the better rank, and the next rank
// is left out: 1, 2, 2, 4.
import { PPM_PER_ONE } from './quantity.ts'

export interface Rank {
  readonly rank: number
  /** how many are compared, the company included */
  readonly of: number
  /** share of the others with a lower score, in parts per million; nobody to compare with has none */
  readonly ahead?: number | undefined
}

/** How many of an ascending list lie below a value. */
function below(ascending: readonly number[], value: number, orEqual: boolean): number {
  let [from, to] = [0, ascending.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const one = ascending[middle] ?? 0
    if (one < value || (orEqual && one === value)) from = middle + 1
    else to = middle
  }
  return from
}

/** The rank of a score among the scores of all peers, its own included. */
export function rankOf(score: number, ascending: readonly number[]): Rank {
  const of = ascending.length
  const rank = of - below(ascending, score, true) + 1
  const ahead = of > 1 ? Math.floor((below(ascending, score, false) * PPM_PER_ONE) / (of - 1)) : undefined
  return { rank, of, ahead }
}

/**
 * Ranks a list within its groups, in the order given. `placeOf` says in which group (the stage) an entry competes and with
 * which score (the low end of a range, so that nobody gains by leaving answers out).
 */
export function rankAll<T>(
  list: readonly T[],
  placeOf: (entry: T) => { readonly group: string; readonly score: number },
): readonly Rank[] {
  const places = list.map(placeOf)
  const groups = new Map<string, number[]>()
  for (const { group, score } of places) {
    const scores = groups.get(group)
    if (scores) scores.push(score)
    else groups.set(group, [score])
  }
  for (const scores of groups.values()) scores.sort((a, b) => a - b)
  return places.map(({ group, score }) => rankOf(score, groups.get(group) ?? []))
}
