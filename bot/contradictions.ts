// Answers that cannot both be true, as rules in bot/contradictions.yaml: a condition that holds only when something told is
// wrong, the answers to show side by side, and a kind sentence.
import { z } from 'zod'
import {
  type Condition,
  collect,
  type DataFile,
  type DataProblem,
  type FactId,
  judge,
  parseCondition,
  type Reading,
  type Rulebook,
  readShape,
  type Words,
  wordsSchema,
} from '#engine'

export const CONTRADICTIONS_FILE = 'bot/contradictions.yaml'

const fileSchema = z.strictObject({
  contradictions: z.record(
    z.string().regex(/^[a-z][a-z-]*$/),
    z.strictObject({ between: z.array(z.string()).min(2), when: z.unknown(), say: wordsSchema }),
  ),
})

export interface Contradiction {
  readonly id: string
  /** the answers shown side by side */
  readonly between: readonly FactId[]
  readonly when: Condition
  readonly say: Words
}

/** Reads the rules; faults are added to `problems`. */
export function parseContradictions(
  { file, content }: DataFile,
  { facts, vocabulary }: Rulebook,
  problems: DataProblem[],
): readonly Contradiction[] {
  const report = collect(file, problems)
  const written = readShape(fileSchema, content, report)
  if (!written) return []
  return Object.entries(written.contradictions).flatMap(([id, { between, when, say }]) => {
    const path = ['contradictions', id]
    for (const [index, fact] of between.entries())
      if (!facts.has(fact)) report('unknown-fact', [...path, 'between', index], `no fact is called ${fact}`)
    const condition = parseCondition(when, vocabulary, [...path, 'when'], report)
    return condition ? [{ id, between, when: condition, say }] : []
  })
}

/** The first rule that a new answer breaks: it holds on the reading with the answer and did not hold before. */
export function brokenBy(rules: readonly Contradiction[], before: Reading, after: Reading): Contradiction | undefined {
  return rules.find(rule => judge(rule.when, after).is === 'yes' && judge(rule.when, before).is !== 'yes')
}
