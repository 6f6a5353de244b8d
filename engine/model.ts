// A rating model as a dated data file: stages, dimensions, characteristics, knockouts, gates, direct passes and grades.
// A model in force is frozen; a change is a new file with a later date.
import { z } from 'zod'
import type { Condition } from './condition.ts'
import type { Expression } from './expression.ts'
import type { DataPath, Report } from './problem.ts'
import type { Scoring } from './scoring.ts'
import { isoDate, type Source, sourceSchema, type Words, wordsSchema } from './words.ts'

const quantity = z.union([z.string(), z.number()])
const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case words joined by hyphens')

const characteristicSchema = z.strictObject({
  id: slug,
  title: wordsSchema,
  dimension: slug,
  /** full points */
  max: z.number(),
  score: z.unknown().optional(),
  /** stages that score it their own way */
  byStage: z.record(slug, z.unknown()).optional(),
  source: sourceSchema.optional(),
})

export const modelSchema = z.strictObject({
  id: slug,
  title: wordsSchema,
  summary: wordsSchema,
  kind: z.enum(['points', 'self-check']),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.optional(),
  source: sourceSchema,
  /** which companies it is for */
  scope: z.unknown().optional(),
  stages: z
    .strictObject({
      of: z.unknown(),
      source: sourceSchema,
      list: z
        .array(
          z.strictObject({ id: slug, title: wordsSchema, goal: wordsSchema.optional(), below: quantity.optional() }),
        )
        .min(2),
    })
    .optional(),
  dimensions: z
    .array(z.strictObject({ id: slug, title: wordsSchema, max: z.number(), atLeast: z.number().optional() }))
    .min(1),
  characteristics: z.array(characteristicSchema).min(1),
  knockouts: z
    .array(z.strictObject({ id: slug, title: wordsSchema, when: z.unknown(), source: sourceSchema }))
    .default([]),
  gates: z.unknown().optional(),
  directPass: z.unknown().optional(),
  pass: z
    .strictObject({
      atLeast: z.number(),
      above: z.boolean().default(false),
      nonZero: z.array(slug).default([]),
      source: sourceSchema,
    })
    .optional(),
  grades: z
    .strictObject({
      source: sourceSchema,
      list: z
        .array(z.strictObject({ id: z.string().min(1), title: wordsSchema, atLeast: z.number().optional() }))
        .min(2),
    })
    .optional(),
  examples: z.array(z.unknown()).min(1),
})
export type WrittenModel = z.output<typeof modelSchema>

export interface Stage {
  readonly id: string
  readonly title: Words
  readonly goal?: Words | undefined
  /** base units, exclusive upper end; the last stage has none */
  readonly below?: number | undefined
}
export interface Dimension {
  readonly id: string
  readonly title: Words
  readonly max: number
  readonly atLeast?: number | undefined
}
export interface Characteristic {
  readonly id: string
  readonly title: Words
  readonly dimension: string
  readonly max: number
  readonly score?: Scoring | undefined
  readonly byStage: ReadonlyMap<string, Scoring>
  readonly source: Source
}
export interface Knockout {
  readonly id: string
  readonly title: Words
  readonly when: Condition
  readonly source: Source
}
export interface Grade {
  readonly id: string
  readonly title: Words
  /** hundredths; the lowest grade has none */
  readonly atLeast?: number | undefined
}
export interface RatingModel {
  readonly id: string
  /** effective date: the version */
  readonly version: string
  readonly title: Words
  readonly summary: Words
  readonly kind: 'points' | 'self-check'
  /** days since 1970, both included */
  readonly from: number
  readonly to?: number | undefined
  readonly source: Source
  readonly scope: Condition
  readonly stages?: { readonly of: Expression; readonly list: readonly Stage[]; readonly source: Source } | undefined
  readonly dimensions: readonly Dimension[]
  readonly characteristics: readonly Characteristic[]
  readonly knockouts: readonly Knockout[]
  readonly gates: Condition
  readonly directPass?: Condition | undefined
  /** hundredths */
  readonly pass?:
    | {
        readonly atLeast: number
        readonly above: boolean
        readonly nonZero: readonly string[]
        readonly source: Source
      }
    | undefined
  readonly grades?: { readonly list: readonly Grade[]; readonly source: Source } | undefined
  readonly examples: readonly unknown[]
}

const pathOf = (path: readonly PropertyKey[]): DataPath =>
  path.map(key => (typeof key === 'symbol' ? String(key) : key))

/** Shape faults of a parsed file, as problems. */
export function reportShape(error: z.ZodError, report: Report): void {
  for (const issue of error.issues) report('shape', pathOf(issue.path), issue.message)
}
