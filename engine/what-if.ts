// The same company looked at another way, without touching its answers: with some facts changed, and with only what
// somebody else stands for.
import { type Dossier, forget, record, verifiedOnly } from './dossier.ts'
import type { FactId, FactValue } from './fact.ts'
import type { Rating } from './rating.ts'
import type { Reading } from './reading.ts'
import { read, readAlso } from './rulebook.ts'

/** Changed facts with their new value; undefined stands for "not answered". */
export type Changes = Readonly<Record<FactId, FactValue | undefined>>

/** The answers as they would be. */
export function changed(dossier: Dossier, changes: Changes): Dossier {
  return Object.entries(changes).reduce(
    (all, [fact, value]) =>
      value === undefined ? forget(all, fact) : record(all, fact, { value, source: 'stated', at: '' }),
    dossier,
  )
}

/** A reading of the same company on the same day with some facts changed. The given reading stays as it is. */
export function whatIf(reading: Reading, changes: Changes): Reading {
  const [only, ...more] = Object.entries(changes)
  if (!only || more.length > 0 || only[1] === undefined)
    return read(reading.rulebook, changed(reading.dossier, changes), reading.today)
  return readAlso(reading, only[0], { value: only[1], source: 'stated', at: '' })
}

/** The same rating twice: from everything the owner said, and from what somebody else has verified. */
export function declaredAndVerified(
  reading: Reading,
  model: string,
): { readonly declared: Rating; readonly verified: Rating } | undefined {
  const declared = reading.rating(model)
  const verified = read(reading.rulebook, verifiedOnly(reading.dossier), reading.today).rating(model)
  return declared && verified ? { declared, verified } : undefined
}
