// A sum of money in a short text, as a clerk types it: 授信 300 万. Nothing is guessed: without a unit there is no amount.
import type { Range } from '#engine'
import { lower, normalise } from '../text/normalise.ts'
import { findMentions } from './mentions.ts'

/** The one sum a text names, in fen; undefined when it names none, several, a foreign or a too vague one. */
export function readAmount(raw: string): number | Range | undefined {
  // sums need no calendar: day 0 only keeps the date reader quiet
  const money = findMentions(lower(normalise(raw)), 0).filter(found => found.kind === 'money')
  const [first] = money
  if (!first || money.length > 1 || first.foreign !== undefined || first.vague) return undefined
  return first.low === first.high ? first.low : { low: first.low, high: first.high }
}
