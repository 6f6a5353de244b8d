// The indicative amount of an offer: every published limit that applies, in order, each step shown. It is an estimate for
// the owner's orientation, never a credit decision.
import {
  divide,
  type Exact,
  type FactId,
  floor,
  joinLacks,
  type Language,
  lacksOf,
  least,
  multiply,
  PPM_PER_ONE,
  type Reading,
  showQuantity,
  toNumber,
  type Words,
} from '#engine'
import type { Need } from './need.ts'
import type { Product } from './product.ts'

export interface AmountStep {
  readonly what: Words
  /** fen */
  readonly amount: number
}

/** Fen, both ends; absent ends are not published. */
export interface AmountRange {
  readonly low?: number | undefined
  readonly high?: number | undefined
  readonly steps: readonly AmountStep[]
}

const words = (zh: string, en: string): Words => ({ zh, en })
const money = (fen: number, language: Language) => showQuantity(fen, 'money', language)

const known = new WeakMap<object, Words>()

/** "上年营业收入 × 20%", of the part of a product that says so: always the same, so it is put into words once. */
function timesOf(part: object, title: Words, ppm: number): Words {
  const named = known.get(part)
  if (named) return named
  const factor = showQuantity(ppm, 'percent', 'zh')
  const made = words(`${title.zh} × ${factor}`, `${title.en} × ${factor}`)
  known.set(part, made)
  return made
}

/** The limit of the best grade still possible: what the rating may open. */
function gradeLimit(product: Product, reading: Reading): { limit: number; grade: string } | undefined {
  const by = product.amount?.byGrade
  const grades = by ? (reading.rating(by.model)?.grades ?? []) : []
  for (const grade of grades) {
    const limit = by?.limits.get(grade)
    if (limit !== undefined) return { limit, grade }
  }
  return undefined
}

/** Upper limits that apply, smallest wins. */
function ceilings(product: Product, reading: Reading): AmountStep[] {
  const { amount } = product
  const steps: AmountStep[] = []
  if (amount?.max !== undefined) steps.push({ what: words('公开上限', 'published cap'), amount: amount.max })
  const byGrade = gradeLimit(product, reading)
  if (byGrade)
    steps.push({ what: words(`${byGrade.grade} 级对应额度`, `limit of grade ${byGrade.grade}`), amount: byGrade.limit })
  if (amount?.shareOf) {
    const { share, of } = amount.shareOf
    const base = of.evaluate(reading)
    if (base.is === 'range' && toNumber(base.high) < Number.POSITIVE_INFINITY && base.lacks.length === 0) {
      const part: Exact = divide(multiply(base.high, share), PPM_PER_ONE)
      steps.push({
        what: timesOf(amount.shareOf, of.title, share),
        // a share of a loss is nothing
        amount: Math.max(0, floor(part)),
      })
    }
  }
  return steps
}

/** Facts that could still change what a product's amount comes to: the grade it hangs on, the figure it is a share of. */
export function amountLacks(product: Product, reading: Reading): readonly FactId[] {
  const { byGrade, shareOf } = product.amount ?? {}
  const rating = byGrade && reading.rating(byGrade.model)
  const limits = new Set((rating?.grades ?? []).map(grade => byGrade?.limits.get(grade)))
  return joinLacks(limits.size > 1 && rating ? rating.lacks : [], shareOf ? lacksOf(shareOf.of.evaluate(reading)) : [])
}

/** Modifiers raise the cap step by step (浙科贷: like firms' limit × 1.3). */
function raised(cap: number, modifiers: readonly Product[]): AmountStep[] {
  const steps: AmountStep[] = []
  let current = cap
  for (const by of modifiers) {
    const times = by.modifies?.amountTimes
    if (times === undefined) continue
    current = floor(divide(multiply(current, times), PPM_PER_ONE))
    steps.push({ what: timesOf(by, by.title, times), amount: current })
  }
  return steps
}

/** The amount a product may come to for this reading; undefined when nothing about amounts is published. */
export function amountOf(
  product: Product,
  reading: Reading,
  need: Need,
  modifiers: readonly Product[] = [],
): AmountRange | undefined {
  const tops = ceilings(product, reading)
  const floor = product.amount?.min
  if (tops.length === 0 && floor === undefined) return undefined
  const cap = tops.length > 0 ? tops.map(step => step.amount).reduce((a, b) => toNumber(least(a, b))) : undefined
  const better = cap === undefined ? [] : raised(cap, modifiers)
  const steps = [...tops, ...better]
  let high = better.at(-1)?.amount ?? cap
  // without a published cap the need says nothing about what is available
  if (need && high !== undefined && need.high < high) {
    high = need.high
    steps.push({ what: words('您的需求', 'what you need'), amount: need.high })
  }
  if (floor !== undefined) {
    steps.push({ what: words('公开保底', 'published floor'), amount: floor })
    if (high !== undefined && high < floor) high = floor
  }
  return { low: floor, high, steps }
}

/** "50 万元～300 万元", "不超过 500 万元", or "不低于 50 万元". */
export function showAmount(range: AmountRange, language: Language): string {
  const { low, high } = range
  const zh = language === 'zh'
  if (low !== undefined && high !== undefined)
    return low === high ? money(low, language) : `${money(low, language)}～${money(high, language)}`
  if (high !== undefined) return zh ? `不超过 ${money(high, language)}` : `up to ${money(high, language)}`
  return low === undefined ? '' : zh ? `${money(low, language)} 起` : `from ${money(low, language)}`
}
