// The published figures of a product in one line, for noticing that they have changed. Not for people to read.
import type { Product } from '#matching'

/** Amounts in fen, rates in ppm, months; what is not published is empty. */
export function termsOf({ amount, term, rate, benefit }: Product): string {
  const { interestShare, ratePoints, rateAfter, premiumShare, max } = benefit ?? {}
  const figures = [amount?.max, amount?.min, term?.max, rate?.from, rate?.to]
  return [...figures, interestShare, ratePoints, rateAfter, premiumShare, max].map(one => one ?? '').join('/')
}
