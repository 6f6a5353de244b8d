// What a value without a noun may be the value of, how likely, and why.
import type { FactDefinition } from '#engine'

export type Assumption = readonly [fact: FactDefinition | undefined, score: number, why: string]

/** The noun was said, but elsewhere. */
export const CARRIED = 0.6
/** The noun was never said; only the situation points to it. */
export const ASSUMED = 0.45
