// One product or programme as a reviewable data file: who can have it, how much, for how long, at what cost, who shares the
// risk, what to bring, how sure the information is. Terms that are not published are not written.
import { z } from 'zod'
import { type Condition, type Expression, isoDate, type Source, sourceSchema, type Words, wordsSchema } from '#engine'

export const KINDS = ['loan', 'guarantee', 'subsidy', 'insurance', 'fund', 'lease', 'bond', 'service'] as const
export type ProductKind = (typeof KINDS)[number]
export const COLLATERALS = [
  'none',
  'ip',
  'receivables',
  'orders',
  'equipment',
  'property',
  'guarantee',
  'insurance',
  'pipeline',
] as const
export const SHARERS = ['government', 'bank', 'guarantor', 'insurer', 'national-fund'] as const

const quantity = z.union([z.string(), z.number()])
const exampleSchema = z.strictObject({
  name: z.string().min(1),
  /** the day it is judged on; the information date when absent */
  at: isoDate.optional(),
  facts: z.record(z.string(), z.unknown()),
  expect: z.union([z.literal('eligible'), z.literal('open'), z.strictObject({ not: z.array(z.string()).min(1) })]),
  /** the indicative amount that must come out, as "low ~ high" or one figure */
  amount: z.string().optional(),
})
export type ProductExample = z.output<typeof exampleSchema>

export const productSchema = z.strictObject({
  title: wordsSchema,
  summary: wordsSchema,
  kind: z.enum(KINDS),
  /** numbers of the programmes this file stands for (matching/rows.yaml); a product that nobody numbered has none */
  rows: z.array(z.string().regex(/^[A-Z]{1,2}-\d+$/)).default([]),
  /** who offers it; ids of institutions.yaml */
  institutions: z.array(z.string()).min(1),
  source: sourceSchema.extend({ date: isoDate }),
  valid: z.strictObject({ from: isoDate.optional(), to: isoDate.optional() }).default({}),
  /** `ask`: only the name is known, so nobody is ever called eligible */
  terms: z.enum(['stated', 'ask']),
  /** money for banks, not for firms: never shown to firms */
  bankSide: z.boolean().default(false),
  eligible: z.unknown(),
  /** the needs it serves; absent: any */
  serves: z.unknown().optional(),
  amount: z
    .strictObject({
      max: quantity.optional(),
      min: quantity.optional(),
      byGrade: z.strictObject({ model: z.string(), limits: z.record(z.string(), quantity) }).optional(),
      shareOf: z.strictObject({ share: quantity, of: z.unknown() }).optional(),
      note: wordsSchema.optional(),
    })
    .optional(),
  /** a published case or average: shown as such, never a limit */
  known: z.array(wordsSchema).default([]),
  term: z.strictObject({ max: quantity, note: wordsSchema.optional() }).optional(),
  rate: z.strictObject({ from: quantity.optional(), to: quantity.optional(), note: wordsSchema.optional() }).optional(),
  fees: z
    .array(z.strictObject({ title: wordsSchema, yearly: quantity.optional(), note: wordsSchema.optional() }))
    .default([]),
  collateral: z.array(z.enum(COLLATERALS)).default([]),
  riskShare: z
    .array(z.strictObject({ by: z.enum(SHARERS), share: quantity, atMost: z.boolean().default(false) }))
    .default([]),
  benefit: z
    .strictObject({
      /** part of the interest paid back */
      interestShare: quantity.optional(),
      /** percentage points taken off the rate */
      ratePoints: quantity.optional(),
      /** the rate the firm is left with */
      rateAfter: quantity.optional(),
      premiumShare: quantity.optional(),
      max: quantity.optional(),
      /** `max` is for one year; without it, for the whole loan */
      maxPer: z.enum(['year', 'loan']).default('loan'),
      /** only so much of the loan is subsidised */
      principal: quantity.optional(),
      /** the figures are upper limits: it may also be less */
      atMost: z.boolean().default(false),
      note: wordsSchema.optional(),
    })
    .optional(),
  /** changes the terms of another product instead of being one */
  /** `institutions`: only their offers are bettered; absent: every offer of the kinds */
  modifies: z
    .strictObject({
      kinds: z.array(z.enum(KINDS)).min(1),
      institutions: z.array(z.string()).min(1).optional(),
      amountTimes: quantity.optional(),
      extraTerm: quantity.optional(),
      note: wordsSchema.optional(),
    })
    .optional(),
  time: z.strictObject({ days: quantity.optional(), note: wordsSchema }).optional(),
  documents: z.array(z.string()).default([]),
  steps: z.array(wordsSchema).default([]),
  contact: wordsSchema.optional(),
  examples: z.array(exampleSchema).min(2),
})
export type WrittenProduct = z.output<typeof productSchema>

/** Money in fen, percent in ppm, durations in months or days. */
export interface Product
  extends Omit<
    WrittenProduct,
    | 'eligible'
    | 'serves'
    | 'amount'
    | 'term'
    | 'rate'
    | 'fees'
    | 'riskShare'
    | 'benefit'
    | 'modifies'
    | 'valid'
    | 'time'
    | 'source'
  > {
  /** provider folder / file name */
  readonly id: string
  readonly file: string
  readonly source: Source & { readonly date: string }
  /** days since 1970 */
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly eligible: Condition
  readonly serves?: Condition | undefined
  /** division codes named in the conditions; empty: the whole country */
  readonly regions: readonly string[]
  readonly amount?: Amount | undefined
  readonly term?: { readonly max: number; readonly note?: Words | undefined } | undefined
  readonly rate?:
    | { readonly from?: number | undefined; readonly to?: number | undefined; readonly note?: Words | undefined }
    | undefined
  readonly fees: readonly {
    readonly title: Words
    readonly yearly?: number | undefined
    readonly note?: Words | undefined
  }[]
  readonly riskShare: readonly {
    readonly by: (typeof SHARERS)[number]
    readonly share: number
    readonly atMost: boolean
  }[]
  readonly benefit?: Benefit | undefined
  readonly modifies?:
    | {
        readonly kinds: readonly ProductKind[]
        readonly institutions?: readonly string[] | undefined
        readonly amountTimes?: number | undefined
        readonly extraTerm?: number | undefined
        readonly note?: Words | undefined
      }
    | undefined
  readonly time?: { readonly days?: number | undefined; readonly note: Words } | undefined
}
export interface Amount {
  readonly max?: number | undefined
  readonly min?: number | undefined
  readonly byGrade?: { readonly model: string; readonly limits: ReadonlyMap<string, number> } | undefined
  readonly shareOf?: { readonly share: number; readonly of: Expression } | undefined
  readonly note?: Words | undefined
}
export interface Benefit {
  readonly interestShare?: number | undefined
  readonly ratePoints?: number | undefined
  readonly rateAfter?: number | undefined
  readonly premiumShare?: number | undefined
  readonly max?: number | undefined
  /** what `max` is for */
  readonly maxPer: 'year' | 'loan'
  readonly principal?: number | undefined
  /** upper limits: it may also be less */
  readonly atMost: boolean
  readonly note?: Words | undefined
}
