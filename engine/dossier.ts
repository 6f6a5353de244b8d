// One company's answers, each with where it came from and when. Only answers are kept; ratings and matches are always
// computed from them.
import { z } from 'zod'
import type { FactId, FactValue } from './fact.ts'

/** How well an answer is founded, weakest first: 自报, 已传, 已核验, 走访核实. */
export const SOURCES = ['stated', 'document', 'verified', 'visited'] as const
export type AnswerSource = (typeof SOURCES)[number]

export const valueSchema = z.union([
  z.number(),
  z.boolean(),
  z.string(),
  z.array(z.string()).readonly(),
  z.strictObject({ low: z.number(), high: z.number() }),
])

export const answerSchema = z.strictObject({
  value: valueSchema,
  source: z.enum(SOURCES),
  /** ISO instant */
  at: z.string(),
  /** the owner said "about": kept for the bank, not asked again unless it decides something */
  approximate: z.boolean().optional(),
})
export interface Answer {
  readonly value: FactValue
  readonly source: AnswerSource
  readonly at: string
  readonly approximate?: boolean | undefined
}
export type Dossier = Readonly<Record<FactId, Answer>>

export const dossierSchema = z.record(z.string(), answerSchema)
export const NO_ANSWERS: Dossier = Object.freeze({})

/** The dossier with one answer added or replaced. */
export function record(dossier: Dossier, fact: FactId, answer: Answer): Dossier {
  return { ...dossier, [fact]: answer }
}

/** The dossier without one answer. */
export function forget(dossier: Dossier, fact: FactId): Dossier {
  const { [fact]: _gone, ...rest } = dossier
  return rest
}

export const answered = (dossier: Dossier, fact: FactId): boolean => Object.hasOwn(dossier, fact)

/** Only the answers that somebody else than the owner stands for. */
export function verifiedOnly(dossier: Dossier): Dossier {
  return Object.fromEntries(
    Object.entries(dossier).filter(([, a]) => a.source === 'verified' || a.source === 'visited'),
  )
}
