// Reads a product file: quantities into base units, conditions compiled, every name it uses looked up.
import {
  collect,
  type DataPath,
  type DataProblem,
  dayOf,
  parseCondition,
  parseExpression,
  parseQuantity,
  type QuantityKind,
  type Report,
  readShape,
  testsOf,
  type Vocabulary,
  type Words,
} from '#engine'
import type { Directory } from './institution.ts'
import { type Amount, type Product, productSchema, type WrittenProduct } from './product.ts'

/** What a product file may name besides facts and models. */
export interface Names {
  readonly words: Vocabulary
  readonly directory: Directory
  readonly documents: ReadonlyMap<string, Words>
}

/** More than this a year nobody in the catalogue asks; 350 % is 3.50 % that has lost its point. Ours, not a rule of anybody's. */
const YEARLY_MAX = 360_000
/** ppm: a share of something is no more than all of it */
const WHOLE = 1_000_000

/** Reads one product file; faults are added to `problems` and undefined is answered when it has no usable shape. */
export function parseProduct(
  id: string,
  file: string,
  raw: unknown,
  names: Names,
  problems: DataProblem[],
): Product | undefined {
  const report = collect(file, problems)
  const written = readShape(productSchema, raw, report)
  if (!written) return undefined
  const read = reader(report)
  checkShares(written, report)
  const from = read(written.valid.from, 'date', ['valid', 'from'])
  const to = read(written.valid.to, 'date', ['valid', 'to'])
  if (from !== undefined && to !== undefined && to < from)
    report('date-order', ['valid', 'to'], 'the product ends before it begins')
  if (dayOf(written.source.date) === undefined)
    report('bad-quantity', ['source', 'date'], `${written.source.date} is no day of the calendar`)
  checkNames(written, names, report)
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
    benefit: written.benefit && parseBenefit(written.benefit, read),
    modifies: written.modifies && {
      kinds: written.modifies.kinds,
      institutions: written.modifies.institutions,
      note: written.modifies.note,
      amountTimes: read(written.modifies.amountTimes, 'percent', ['modifies', 'amountTimes']),
      extraTerm: read(written.modifies.extraTerm, 'months', ['modifies', 'extraTerm']),
    },
    time: written.time && { note: written.time.note, days: read(written.time.days, 'days', ['time', 'days']) },
  }
}

function parseBenefit(written: NonNullable<WrittenProduct['benefit']>, read: Read): Product['benefit'] {
  return {
    note: written.note,
    interestShare: read(written.interestShare, 'percent', ['benefit', 'interestShare']),
    ratePoints: read(written.ratePoints, 'percent', ['benefit', 'ratePoints']),
    rateAfter: read(written.rateAfter, 'percent', ['benefit', 'rateAfter']),
    premiumShare: read(written.premiumShare, 'percent', ['benefit', 'premiumShare']),
    max: read(written.max, 'money', ['benefit', 'max']),
    maxPer: written.maxPer,
    principal: read(written.principal, 'money', ['benefit', 'principal']),
    atMost: written.atMost,
  }
}

function checkNames(written: WrittenProduct, { directory, documents }: Names, report: Report): void {
  const institutions = (list: readonly string[], path: DataPath) => {
    for (const [index, one] of list.entries())
      if (!directory.institutions.has(one)) report('unknown-name', [...path, index], `no institution is called ${one}`)
  }
  institutions(written.institutions, ['institutions'])
  institutions(written.modifies?.institutions ?? [], ['modifies', 'institutions'])
  for (const [index, one] of written.documents.entries())
    if (!documents.has(one)) report('unknown-name', ['documents', index], `no document is called ${one}`)
}

/** What is read without a fault and yet cannot be meant: a rate or a share far too high, a rate that ends below its beginning. */
function checkShares({ rate, fees, riskShare, benefit }: WrittenProduct, report: Report): void {
  const atMost = (max: number, written: string | number | undefined, path: DataPath) => {
    // what cannot be read at all is told where it is parsed
    const value = written === undefined ? undefined : parseQuantity(written, 'percent')
    if (value !== undefined && value > max) report('implausible', path, `${written} is more than can be meant`)
    return value
  }
  const from = atMost(YEARLY_MAX, rate?.from, ['rate', 'from'])
  const to = atMost(YEARLY_MAX, rate?.to, ['rate', 'to'])
  if (from !== undefined && to !== undefined && to < from)
    report('implausible', ['rate', 'to'], 'the rate ends below its beginning')
  for (const [index, fee] of fees.entries()) atMost(YEARLY_MAX, fee.yearly, ['fees', index, 'yearly'])
  for (const [index, one] of riskShare.entries()) atMost(WHOLE, one.share, ['riskShare', index, 'share'])
  atMost(YEARLY_MAX, benefit?.ratePoints, ['benefit', 'ratePoints'])
  atMost(YEARLY_MAX, benefit?.rateAfter, ['benefit', 'rateAfter'])
  atMost(WHOLE, benefit?.interestShare, ['benefit', 'interestShare'])
  atMost(WHOLE, benefit?.premiumShare, ['benefit', 'premiumShare'])
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

function parseAmount(written: NonNullable<WrittenProduct['amount']>, names: Names, report: Report, read: Read): Amount {
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
