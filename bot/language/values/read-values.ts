// All values of a text, whatever they are the values of: for comparing with other readers of numbers.
import { lower, normalise } from '../text/normalise.ts'
import type { Mention } from './mention.ts'
import { findMentions } from './mentions.ts'

/** The values from left to right; `today` in days since 1970. */
export const readValues = (raw: string, today: number): readonly Mention[] => findMentions(lower(normalise(raw)), today)
