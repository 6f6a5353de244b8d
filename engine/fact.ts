// What can be known of a company. Each fact is defined once, in engine/facts/*.yaml, with its question, its bounds, who
// can verify it and how owners say it; TypeScript carries only the id.
import { z } from 'zod'
import { FEN_PER_WAN, PPM_PER_PERCENT, parseQuantity, type QuantityKind } from './quantity.ts'
import { wordsSchema } from './words.ts'

export type FactId = string

/**
 * text, company (a firm's name), uscc (统一社会信用代码), phone, region (division code) are strings; choice is one option,
 * choices several, flag yes or no; the rest are quantities in base units (see quantity.ts).
 */
export const FACT_TYPES = [
  'money',
  'percent',
  'count',
  'months',
  'days',
  'date',
  'choice',
  'choices',
  'flag',
  'text',
  'company',
  'uscc',
  'phone',
  'region',
] as const
export type FactType = (typeof FACT_TYPES)[number]
export type NumericFactType = Extract<FactType, QuantityKind>

/** A quantity known only between two ends (both included), in base units: 两三百万, 2018 年. */
export interface Range {
  readonly low: number
  readonly high: number
}
export type FactValue = number | Range | string | boolean | readonly string[]

export const isRange = (value: FactValue): value is Range => typeof value === 'object' && 'low' in value
const NUMERIC = new Set<FactType>(['money', 'percent', 'count', 'months', 'days', 'date'])
export const isNumeric = (type: FactType): type is NumericFactType => NUMERIC.has(type)

/** How soon an owner can change it; `never` facts can only be waited for or lived with. */
export const CHANGEABLE = ['never', 'freely', 'weeks', 'months', 'years', 'by-date'] as const

const id = z
  .string()
  .regex(/^[a-z]+(\.[a-z0-9_]+)+$/, 'a fact id is chapter.name in lower case')
  .max(40)
const quantity = z.union([z.string(), z.number()])
const sayings = z.strictObject({
  zh: z.array(z.string().min(1)).default([]),
  en: z.array(z.string().min(1)).default([]),
})
const NO_SAYINGS = { zh: [], en: [] }

export const optionSchema = z.strictObject({
  title: wordsSchema,
  help: wordsSchema.optional(),
  says: sayings.default(NO_SAYINGS),
})

export const factSchema = z.strictObject({
  /** row of the domain table, 1–62 */
  row: z.int().min(1).max(62),
  title: wordsSchema,
  ask: wordsSchema,
  help: wordsSchema,
  type: z.enum(FACT_TYPES),
  /** the counting word for people: 人, 件, 项 … */
  unit: wordsSchema.optional(),
  /** hard bounds, both included: outside them the answer is asked again. A date may say `today`. */
  min: quantity.optional(),
  max: quantity.optional(),
  /** where most companies lie: it orders questions, and refuses nothing */
  typical: z.tuple([quantity, quantity]).optional(),
  /** another fact of the same kind that this one cannot exceed */
  notAbove: id.optional(),
  options: z
    .record(
      z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/)
        .max(32),
      optionSchema,
    )
    .optional(),
  /** a higher option includes the lower ones: the keys from best to worst, for `atLeast` on a choice */
  order: z.array(z.string()).optional(),
  /** who can verify it */
  verifier: wordsSchema,
  changeable: z.enum(CHANGEABLE),
  /** personal information: never shown before its receiver has consent and has taken the case */
  personal: z.boolean().default(false),
  /** how owners name the fact; the extractor's anchors */
  says: sayings.default(NO_SAYINGS),
  /** counting words that point to this fact alone: 件专利, 号人 */
  measure: z.array(z.string().min(1)).default([]),
  /** how the fact follows from others when it was not answered; the first that is known wins */
  derive: z.array(z.unknown()).default([]),
  /** false for what is only ever computed: the facts it follows from are asked instead */
  asked: z.boolean().default(true),
  /** facts of one chapter with the same request are asked together in one natural question */
  request: z.string().optional(),
})

type Written = z.output<typeof factSchema>
export type FactOption = z.output<typeof optionSchema>

export interface FactDefinition extends Omit<Written, 'min' | 'max' | 'typical' | 'derive'> {
  readonly id: FactId
  /** place in the talk: chapters and stanzas in file order */
  readonly place: number
  readonly min: number | 'today' | undefined
  readonly max: number | 'today' | undefined
  readonly typical: readonly [number, number] | undefined
  readonly derive: readonly unknown[]
}

export const chapterSchema = z.strictObject({
  chapter: wordsSchema,
  /** natural requests that ask for several facts at once */
  requests: z.record(z.string(), wordsSchema).default({}),
  facts: z.record(id, factSchema),
})
export type Chapter = z.output<typeof chapterSchema>

/** Reads a written bound in the fact's own kind; undefined when it cannot be read. */
export function bound(written: string | number, type: FactType): number | 'today' | undefined {
  if (written === 'today') return type === 'date' ? 'today' : undefined
  return isNumeric(type) ? parseQuantity(written, type) : undefined
}

/** Bounds that hold for a kind when the fact states none: wide enough never to exclude a real company. */
export const WIDEST: Record<NumericFactType, readonly [number, number]> = {
  money: [-10_000_000 * FEN_PER_WAN, 10_000_000 * FEN_PER_WAN],
  percent: [-100_000 * PPM_PER_PERCENT, 100_000 * PPM_PER_PERCENT],
  count: [0, 10_000_000],
  months: [0, 2_400],
  days: [0, 36_500],
  date: [-36_500, 73_000],
}
