// All values of a text, whatever they are the values of: for comparing with other readers of numbers.
import type { Mention } from './mention.ts'
import { findMentions } from './mentions.ts'
import { lower, normalise } from './normalise.ts'

/** The values from left to right; `today` in days since 1970. */
export const readValues = (raw: string, today: number): readonly Mention[] => findMentions(lower(normalise(raw)), today)
