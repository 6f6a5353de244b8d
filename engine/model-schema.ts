// A rating model as its YAML file writes it. Every number stands in a part that has, or inherits, a source with its mark.
import { z } from 'zod'
import { isoDate, sourceSchema, wordsSchema } from './words.ts'

const quantity = z.union([z.string(), z.number()])
const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case words joined by hyphens')
const source = sourceSchema.optional()

const characteristicSchema = z.strictObject({
  id: slug,
  title: wordsSchema,
  dimension: slug,
  /** full points, in the stage that gives most */
  max: z.number(),
  score: z.unknown().optional(),
  /** stages that score it their own way, or give the common score another weight (a number: its full points there) */
  byStage: z.record(slug, z.unknown()).optional(),
  source,
})

const dimensionSchema = z.strictObject({
  id: slug,
  title: wordsSchema,
  max: z.number(),
  /** stages in which the block is worth less or more than max */
  byStage: z.record(slug, z.number()).optional(),
  /** needed to pass */
  atLeast: z.number().optional(),
  /** deductions cannot take the block below this */
  notBelow: z.number().optional(),
  source,
})

const stagesSchema = z.strictObject({
  of: z.unknown(),
  source: sourceSchema,
  list: z
    .array(z.strictObject({ id: slug, title: wordsSchema, goal: wordsSchema.optional(), below: quantity.optional() }))
    .min(2),
})

const knockoutSchema = z.strictObject({
  id: slug,
  title: wordsSchema,
  when: z.unknown(),
  /** zero: the score is nothing; no-loan: the score stands, but banks do not lend */
  effect: z.enum(['zero', 'no-loan']).default('zero'),
  source: sourceSchema,
})

const gradeSchema = z.strictObject({
  id: z.string().min(1),
  title: wordsSchema,
  atLeast: z.number().optional(),
  /** what else, or instead of points, must hold */
  when: z.unknown().optional(),
  /** the credit range this grade may open; for reference, never an offer */
  limit: z
    .strictObject({ from: quantity.optional(), to: quantity.optional(), note: wordsSchema.optional(), source })
    .optional(),
  source,
})

const passSchema = z.strictObject({
  /** points, or the grade, from which it passes */
  atLeast: z.union([z.number(), z.string()]),
  above: z.boolean().default(false),
  nonZero: z.array(slug).default([]),
  /** what passing opens */
  title: wordsSchema.optional(),
  source: sourceSchema,
})

export const modelSchema = z.strictObject({
  id: slug,
  title: wordsSchema,
  summary: wordsSchema,
  /** points: a score, mostly with grades; self-check: who passes; classes: a class by conditions, without points */
  kind: z.enum(['points', 'self-check', 'classes']),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.optional(),
  source: sourceSchema,
  /** which companies it is for */
  scope: z.unknown().optional(),
  stages: stagesSchema.optional(),
  dimensions: z.array(dimensionSchema).default([]),
  characteristics: z.array(characteristicSchema).default([]),
  /** the most the total can be, when bonuses could exceed it */
  cap: z.number().optional(),
  knockouts: z.array(knockoutSchema).default([]),
  gates: z.unknown().optional(),
  directPass: z.unknown().optional(),
  pass: passSchema.optional(),
  /** shown beside the rating and worth no points */
  evidence: z
    .array(z.strictObject({ id: slug, title: wordsSchema, when: z.unknown(), source: sourceSchema }))
    .default([]),
  grades: z.strictObject({ source: sourceSchema, list: z.array(gradeSchema).min(2) }).optional(),
  examples: z.array(z.unknown()).min(1),
})
export type WrittenModel = z.output<typeof modelSchema>
