// A rating model: stages, dimensions, characteristics, knockouts, gates, direct passes, evidence and grades. A model in
// force is frozen; a change is a new file with a later date.
import type { Condition } from './condition.ts'
import type { Expression } from './expression.ts'
import type { Scoring } from './score-table.ts'
import type { Source, Words } from './words.ts'

export interface Stage {
  readonly id: string
  readonly title: Words
  readonly goal?: Words | undefined
  /** base units, exclusive upper end; the last stage has none */
  readonly below?: number | undefined
}
export interface Dimension {
  readonly id: string
  readonly title: Words
  /** hundredths, in the stage that gives most */
  readonly max: number
  readonly byStage: ReadonlyMap<string, number>
  readonly atLeast?: number | undefined
  readonly notBelow?: number | undefined
  readonly source: Source
}
export interface Characteristic {
  readonly id: string
  readonly title: Words
  readonly dimension: string
  readonly max: number
  readonly score?: Scoring | undefined
  readonly byStage: ReadonlyMap<string, Scoring>
  /** full points where a stage gives the common score its own weight */
  readonly maxByStage: ReadonlyMap<string, number>
  readonly source: Source
}
export interface Knockout {
  readonly id: string
  readonly title: Words
  readonly when: Condition
  readonly effect: 'zero' | 'no-loan'
  readonly source: Source
}
/** What speaks for a company without being worth points: three independent checks, a recognition. */
export interface Evidence {
  readonly id: string
  readonly title: Words
  readonly when: Condition
  readonly source: Source
}
/** A credit range for reference, in fen; an end that nobody published is missing. */
export interface GradeLimit {
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly note?: Words | undefined
  readonly source: Source
}
export interface Grade {
  readonly id: string
  readonly title: Words
  /** hundredths; the lowest grade has none */
  readonly atLeast?: number | undefined
  readonly when?: Condition | undefined
  readonly limit?: GradeLimit | undefined
  readonly source: Source
}
export interface Pass {
  /** hundredths, or the worst grade that passes */
  readonly atLeast: number | string
  readonly above: boolean
  readonly nonZero: readonly string[]
  readonly title?: Words | undefined
  readonly source: Source
}
export interface RatingModel {
  readonly id: string
  /** effective date: the version */
  readonly version: string
  readonly title: Words
  readonly summary: Words
  readonly kind: 'points' | 'self-check' | 'classes'
  /** days since 1970, both included */
  readonly from: number
  readonly to?: number | undefined
  readonly source: Source
  readonly scope: Condition
  readonly stages?: { readonly of: Expression; readonly list: readonly Stage[]; readonly source: Source } | undefined
  readonly dimensions: readonly Dimension[]
  readonly characteristics: readonly Characteristic[]
  /** hundredths */
  readonly cap?: number | undefined
  readonly knockouts: readonly Knockout[]
  readonly gates: Condition
  readonly directPass?: Condition | undefined
  readonly pass?: Pass | undefined
  readonly evidence: readonly Evidence[]
  readonly grades?: { readonly list: readonly Grade[]; readonly source: Source } | undefined
  readonly examples: readonly unknown[]
}
