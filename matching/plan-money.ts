// Whole fen and parts per million of plans. Costs are rounded up and savings down, so that no figure looks better than it is.
import { add, divide, floor, multiply, PPM_PER_ONE, subtract } from '#engine'

/** Best and worst case; without a worst case the figure is a starting one ("3.1% 起"). */
export interface Span {
  readonly best: number
  readonly worst?: number | undefined
}

export const mapSpan = (span: Span, change: (value: number) => number): Span => ({
  best: change(span.best),
  worst: span.worst === undefined ? undefined : change(span.worst),
})

/** A share of an amount as a cost: never less than it will be. */
export const costOf = (fen: number, ppm: number): number =>
  0 - floor(subtract(0, divide(multiply(fen, ppm), PPM_PER_ONE)))

/** A share of an amount as a saving: never more than it will be. */
export const savingOf = (fen: number, ppm: number): number => floor(divide(multiply(fen, ppm), PPM_PER_ONE))

/** What an amount is of the loan, half up, so that the percentage shown is the money shown. */
export const shareOf = (fen: number, principal: number): number =>
  floor(divide(add(multiply(fen, PPM_PER_ONE), divide(principal, 2)), principal))
