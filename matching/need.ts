// Which facts describe the need, named in data (matching/need.yaml) so that no code spells a fact.
import { z } from 'zod'
import {
  collect,
  type DataProblem,
  type FactId,
  isNumeric,
  type Reading,
  type Rulebook,
  readShape,
  toNumber,
} from '#engine'

const needSchema = z.strictObject({
  /** how much is wanted */
  amount: z.string(),
  /** for how long */
  term: z.string(),
  /** what kinds of help are wanted */
  kinds: z.string(),
  /** what it is for */
  purpose: z.string(),
  /** where the company is */
  place: z.string(),
  /** asked for every company, because receivers and amounts depend on them */
  always: z.array(z.string()),
})
export type NeedFacts = z.output<typeof needSchema>

/** Reads matching/need.yaml; faults are added to `problems`. */
export function parseNeedFacts(file: string, raw: unknown, rulebook: Rulebook, problems: DataProblem[]): NeedFacts {
  const report = collect(file, problems)
  const written = readShape(needSchema, raw, report)
  if (!written) return { amount: '', term: '', kinds: '', purpose: '', place: '', always: [] }
  const { always, ...named } = written
  for (const [key, id] of Object.entries(named))
    if (!rulebook.facts.has(id)) report('unknown-fact', [key], `no fact is called ${id}`)
  for (const [index, id] of always.entries())
    if (!rulebook.facts.has(id)) report('unknown-fact', ['always', index], `no fact is called ${id}`)
  return written
}

/** The amount wanted, in fen; undefined while it was not answered. */
export type Need = { readonly low: number; readonly high: number } | undefined

/** Reads the amount wanted. */
export function needOf(need: NeedFacts, reading: Reading): Need {
  const id: FactId = need.amount
  const fact = reading.rulebook.facts.get(id)
  if (!fact || !isNumeric(fact.type) || !Object.hasOwn(reading.dossier, id)) return undefined
  const value = reading.value(id)
  return value.is === 'range' ? { low: toNumber(value.low), high: toNumber(value.high) } : undefined
}
