// One product or programme as a reviewable data file: who can have it, how much, for how long, at what cost, who shares the
// risk, what to bring, how sure the information is. Terms that are not published are not written.
import { z } from 'zod'
import {
  type Condition,
  collect,
  type DataPath,
  type DataProblem,
  dayOf,
  type Expression,
  isoDate,
  parseCondition,
  parseExpression,
  parseQuantity,
  type QuantityKind,
  type Report,
  reportShape,
  type Source,
  sourceSchema,
  testsOf,
  type Vocabulary,
  type Words,
  wordsSchema,
} from '#engine'
import type { Directory } from './institution.ts'

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
  /** rows of the domain table this file stands for */
  rows: z.array(z.string().regex(/^[A-Z]{1,2}-\d+$/)).min(1),
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
      note: wordsSchema.optional(),
    })
    .optional(),
  /** changes the terms of another product instead of being one */
  modifies: z
    .strictObject({
      kinds: z.array(z.enum(KINDS)).min(1),
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
type Written = z.output<typeof productSchema>

/** Money in fen, percent in ppm, durations in months or days. */
export interface Product
  extends Omit<
    Written,
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
  readonly note?: Words | undefined
}

/** What a product file may name besides facts and models. */
export interface Names {
  readonly words: Vocabulary
  readonly directory: Directory
  readonly documents: ReadonlyMap<string, Words>
}

/** Reads one product file; faults are added to `problems` and undefined is answered when it has no usable shape. */
export function parseProduct(
  id: string,
  file: string,
  raw: unknown,
  names: Names,
  problems: DataProblem[],
): Product | undefined {
  const report = collect(file, problems)
  const shape = productSchema.safeParse(raw)
  if (!shape.success) {
    reportShape(shape.error, report)
    return undefined
  }
  const written = shape.data
  const read = reader(report)
  const from = read(written.valid.from, 'date', ['valid', 'from'])
  const to = read(written.valid.to, 'date', ['valid', 'to'])
  if (from !== undefined && to !== undefined && to < from)
    report('date-order', ['valid', 'to'], 'the product ends before it begins')
  if (dayOf(written.source.date) === undefined)
    report('bad-quantity', ['source', 'date'], `${written.source.date} is no day of the calendar`)
  for (const [index, one] of written.institutions.entries())
    if (!names.directory.institutions.has(one))
      report('unknown-name', ['institutions', index], `no institution is called ${one}`)
  for (const [index, one] of written.documents.entries())
    if (!names.documents.has(one)) report('unknown-name', ['documents', index], `no document is called ${one}`)
  const eligible = parseCondition(written.eligible, names.words, ['eligible'], report)
  const serves =
    written.serves === undefined ? undefined : parseCondition(written.serves, names.words, ['serves'], report)
  if (!eligible) return undefined
  const { valid: _valid, ...rest } = written
  return {
    ...rest,
    id,
    file,
    from,
    to,
    eligible,
    serves,
    regions: testsOf(eligible).flatMap(test => (test.limit.op === 'within' ? test.limit.codes : [])),
    amount: written.amount && parseAmount(written.amount, names, report, read),
    term: written.term && { ...written.term, max: read(written.term.max, 'months', ['term', 'max']) ?? 0 },
    rate: written.rate && {
      note: written.rate.note,
      from: read(written.rate.from, 'percent', ['rate', 'from']),
      to: read(written.rate.to, 'percent', ['rate', 'to']),
    },
    fees: written.fees.map((fee, index) => ({
      ...fee,
      yearly: read(fee.yearly, 'percent', ['fees', index, 'yearly']),
    })),
    riskShare: written.riskShare.map((one, index) => ({
      ...one,
      share: read(one.share, 'percent', ['riskShare', index, 'share']) ?? 0,
    })),
    benefit: written.benefit && {
      note: written.benefit.note,
      interestShare: read(written.benefit.interestShare, 'percent', ['benefit', 'interestShare']),
      ratePoints: read(written.benefit.ratePoints, 'percent', ['benefit', 'ratePoints']),
      rateAfter: read(written.benefit.rateAfter, 'percent', ['benefit', 'rateAfter']),
      premiumShare: read(written.benefit.premiumShare, 'percent', ['benefit', 'premiumShare']),
      max: read(written.benefit.max, 'money', ['benefit', 'max']),
    },
    modifies: written.modifies && {
      kinds: written.modifies.kinds,
      note: written.modifies.note,
      amountTimes: read(written.modifies.amountTimes, 'percent', ['modifies', 'amountTimes']),
      extraTerm: read(written.modifies.extraTerm, 'months', ['modifies', 'extraTerm']),
    },
    time: written.time && { note: written.time.note, days: read(written.time.days, 'days', ['time', 'days']) },
  }
}

type Read = (written: string | number | undefined, kind: QuantityKind, path: DataPath) => number | undefined

function reader(report: Report): Read {
  return (written, kind, path) => {
    if (written === undefined) return undefined
    const value = parseQuantity(written, kind)
    if (value === undefined) report('bad-quantity', path, `${written} is no ${kind}`)
    return value
  }
}

function parseAmount(written: NonNullable<Written['amount']>, names: Names, report: Report, read: Read): Amount {
  const max = read(written.max, 'money', ['amount', 'max'])
  const min = read(written.min, 'money', ['amount', 'min'])
  if (max !== undefined && min !== undefined && min > max)
    report('bands-disorder', ['amount', 'min'], 'the floor lies above the cap')
  const of =
    written.shareOf && parseExpression(written.shareOf.of, names.words.facts, ['amount', 'shareOf', 'of'], report)
  const share = read(written.shareOf?.share, 'percent', ['amount', 'shareOf', 'share'])
  return {
    max,
    min,
    note: written.note,
    byGrade: written.byGrade && parseGradeLimits(written.byGrade, names, report, read),
    shareOf: of && share !== undefined ? { of, share } : undefined,
  }
}

function parseGradeLimits(
  written: { model: string; limits: Record<string, string | number> },
  names: Names,
  report: Report,
  read: Read,
): Amount['byGrade'] {
  const model = names.words.models.get(written.model)
  if (!model) report('unknown-model', ['amount', 'byGrade', 'model'], `no rating model is called ${written.model}`)
  const limits = new Map<string, number>()
  for (const [grade, limit] of Object.entries(written.limits)) {
    const path = ['amount', 'byGrade', 'limits', grade]
    if (model && !model.grades.includes(grade)) report('unknown-option', path, `${written.model} has no grade ${grade}`)
    const value = read(limit, 'money', path)
    if (value !== undefined) limits.set(grade, value)
  }
  return { model: written.model, limits }
}
