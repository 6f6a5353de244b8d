// The yearly account of a plan written a second time, in whole numbers of fen only, as a clerk would with a pocket
// calculator: nothing of the tested arithmetic is used here.
import type { Product } from '#matching'

const MILLION = 1_000_000n
const up = (n: bigint, d: bigint): bigint => (n <= 0n ? -(-n / d) : (n + d - 1n) / d)
const down = (n: bigint, d: bigint): bigint => n / d
const least = (first: bigint, ...more: readonly bigint[]): bigint => {
  let found = first
  for (const one of more) if (one < found) found = one
  return found
}

export interface Account {
  /** fen a year, everything published */
  readonly best: bigint
  readonly worst: bigint | undefined
  readonly unknownCosts: readonly string[]
  readonly unknownSavings: readonly string[]
}

interface Case {
  interest: bigint | undefined
  total: bigint
}

/** The net of the best and of the worst case, for a loan of `principal` fen over `months`. */
export function accountOf(main: Product, others: readonly Product[], principal: number, months: number): Account {
  const loan = BigInt(principal)
  const all = [main, ...others]
  const unknownCosts: string[] = []
  const unknownSavings: string[] = []
  const fixed = all.flatMap(one => one.benefit?.rateAfter ?? [])
  const lowered = fixed.length > 0 ? Math.min(...fixed) : undefined
  const from = lowered ?? main.rate?.from
  const to = lowered ?? main.rate?.to
  if (from === undefined) unknownCosts.push(`interest ${main.id}`)
  const start = (rate: number | undefined): Case => {
    const interest = rate === undefined ? undefined : up(loan * BigInt(rate), MILLION)
    return { interest, total: interest ?? 0n }
  }
  const cases = { best: start(from), worst: start(to) }
  // from a starting rate alone nobody knows the worst case; without any rate both cases hold what else is published
  let worstKnown = from === undefined || to !== undefined
  const guarantee = others.find(one => one.kind === 'guarantee')
  for (const one of all) {
    for (const fee of one.fees) {
      if (fee.yearly === undefined) {
        unknownCosts.push(`${one.kind === 'guarantee' ? 'guarantee-fee' : 'fee'} ${one.id}`)
        continue
      }
      const cap = one.kind === 'guarantee' ? one.amount?.max : undefined
      const base = cap === undefined ? loan : least(loan, BigInt(cap))
      const money = up(base * BigInt(fee.yearly), MILLION)
      cases.best.total += money
      cases.worst.total += money
    }
    if (one.fees.length === 0 && one.kind === 'guarantee') unknownCosts.push(`guarantee-fee ${one.id}`)
  }
  if (
    main.fees.length === 0 &&
    !main.collateral.includes('none') &&
    main.collateral.includes('guarantee') &&
    !guarantee
  )
    unknownCosts.push(`guarantee-fee ${main.id}`)
  const points = all.filter(one => one.benefit?.ratePoints !== undefined)
  const shares = all.filter(one => one.benefit && one.benefit.ratePoints === undefined)
  const byId = (list: readonly Product[]) => [...list].sort((a, b) => a.id.localeCompare(b.id))
  for (const one of [...byId(points), ...byId(shares)]) {
    const { benefit } = one
    if (!benefit || benefit.rateAfter !== undefined) continue
    const years = months > 12 ? BigInt(months) : 12n
    const cap =
      benefit.max === undefined
        ? undefined
        : benefit.maxPer === 'year'
          ? BigInt(benefit.max)
          : down(BigInt(benefit.max) * 12n, years)
    const base = benefit.principal === undefined ? loan : least(loan, BigInt(benefit.principal))
    let known = false
    for (const [name, now] of Object.entries(cases)) {
      const raw =
        benefit.ratePoints !== undefined
          ? down(base * BigInt(benefit.ratePoints), MILLION)
          : now.interest === undefined || benefit.interestShare === undefined
            ? undefined
            : down(now.interest * BigInt(benefit.interestShare), MILLION)
      if (raw === undefined) continue
      known = true
      const paid =
        name === 'worst' && benefit.atMost
          ? 0n
          : least(raw, ...(cap === undefined ? [] : [cap]), ...(now.interest === undefined ? [] : [now.interest]))
      now.total -= paid
      if (now.interest !== undefined) now.interest -= paid
    }
    if (!known) unknownSavings.push(`interest-saving ${one.id}`)
  }
  if (from !== undefined && to === undefined) worstKnown = false
  return {
    best: cases.best.total,
    worst: worstKnown ? cases.worst.total : undefined,
    unknownCosts,
    unknownSavings,
  }
}
