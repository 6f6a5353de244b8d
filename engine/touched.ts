// What an answer to one fact can change: the facts that follow from it, and the tables that look at any of them. Everything
// else stays as it was, so a reading with one answer more need not work it out again.
import { testsOf } from './condition.ts'
import type { FactId } from './fact.ts'
import type { Rulebook } from './rulebook.ts'
import type { Scoring } from './score-table.ts'

const touched = new WeakMap<Rulebook, Map<FactId, ReadonlySet<FactId>>>()

function findTouched({ facts, derivations }: Rulebook, fact: FactId): ReadonlySet<FactId> {
  const found = new Set([fact])
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const one of facts.values()) if (one.notAbove !== undefined && found.has(one.notAbove)) found.add(one.id)
    for (const [id, expressions] of derivations)
      if (expressions.some(one => one.facts.some(from => found.has(from)))) found.add(id)
  }
  return found
}

/** The facts whose value may be another one once this fact is answered or answered otherwise, itself included. */
export function touchedBy(rulebook: Rulebook, fact: FactId): ReadonlySet<FactId> {
  const own = touched.get(rulebook) ?? new Map<FactId, ReadonlySet<FactId>>()
  touched.set(rulebook, own)
  const known = own.get(fact) ?? findTouched(rulebook, fact)
  own.set(fact, known)
  return known
}

const rated = new WeakMap<Scoring, boolean>()

/** Does a row ask another rating? That may hang on any fact. */
function asksRating(scoring: Scoring): boolean {
  const asks =
    rated.get(scoring) ??
    scoring.rows.some(({ condition }) => condition && testsOf(condition).some(test => 'model' in test.subject))
  rated.set(scoring, asks)
  return asks
}

/** May a table give other points when these facts change? */
export const mayEarnOther = (scoring: Scoring, changed: ReadonlySet<FactId>): boolean =>
  scoring.facts.some(fact => changed.has(fact)) || asksRating(scoring)
