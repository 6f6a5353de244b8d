// A score table as the engine keeps it: what a characteristic can earn, row by row, and how it earns on one reading.
import type { Condition } from './condition.ts'
import type { Expression } from './expression.ts'
import type { FactDefinition, FactId } from './fact.ts'
import type { Points } from './points.ts'
import type { Reading } from './reading.ts'
import type { Value } from './value.ts'
import type { Source } from './words.ts'

/** The band, option or case that gave the points, for showing. */
export type Reached =
  | { readonly kind: 'band'; readonly op: 'atLeast' | 'above'; readonly value: number }
  | { readonly kind: 'option'; readonly option: string }
  | { readonly kind: 'case'; readonly condition: Condition }
  | { readonly kind: 'otherwise' }

export interface Earned {
  /** hundredths of a point */
  readonly low: number
  readonly high: number
  readonly lacks: readonly FactId[]
  readonly own?: Value | undefined
  readonly expression?: Expression | undefined
  /** only when one band is certain */
  readonly reached?: Reached | undefined
}

/** One line of a score table: these points when the condition holds; without a condition, otherwise. */
export interface ScoreRow extends Points {
  readonly condition?: Condition | undefined
}

/** A band over a quantity: its lower end, included or not, and its points. */
export interface Band {
  readonly op: 'atLeast' | 'above'
  readonly value: number
  readonly points: Points
}

/** What a table is made of: the population's kernels are compiled from this, one company's points come from `earn`. */
export type ScoringForm =
  | {
      readonly is: 'bands'
      readonly of: Expression
      /** highest first */
      readonly bands: readonly Band[]
      readonly otherwise: Points
      readonly expert: FactId | undefined
    }
  /** `step` hundredths for every full `each`, up to `max` */
  | {
      readonly is: 'steps'
      readonly of: Expression
      readonly each: number
      readonly step: number
      readonly max: number
    }
  | {
      readonly is: 'options'
      readonly fact: FactId
      readonly worth: ReadonlyMap<string, Points>
      readonly expert: FactId | undefined
    }
  | {
      readonly is: 'cases'
      readonly cases: readonly { readonly condition: Condition; readonly points: Points }[]
      readonly otherwise: Points
      readonly expert: FactId | undefined
    }
  | { readonly is: 'expert'; readonly row: Points; readonly expert: FactId }
  | { readonly is: 'best'; readonly of: readonly Scoring[] }
  | { readonly is: 'sum'; readonly of: readonly Scoring[]; readonly cap: number }
  | { readonly is: 'weighted'; readonly of: Scoring; readonly weight: number; readonly highest: number }

export interface Scoring {
  readonly form: ScoringForm

  readonly lowest: number
  readonly highest: number
  readonly facts: readonly FactId[]
  /** the table in the order written; of several tables one after the other */
  readonly rows: readonly ScoreRow[]
  /** the points of several rows add up; otherwise one row counts */
  readonly adding?: boolean | undefined
  /** where this table comes from, when that differs from its characteristic's source */
  readonly source?: Source | undefined
  earn(reading: Reading): Earned
}

/** The test of a row that hangs on a quantity. */
export function quantityTest(expression: Expression, op: 'atLeast' | 'above', value: number): Condition {
  return {
    is: 'test',
    subject: { kind: 'quantity', expression },
    limit: { op, value },
    title: expression.title,
    kind: expression.kind,
    facts: expression.facts,
  }
}

/** The test of a row that hangs on an option. */
export function optionTest(fact: FactDefinition, option: string): Condition {
  const limit = { op: 'oneOf' as const, options: [option] }
  return { is: 'test', subject: { kind: 'fact', fact }, limit, title: fact.title, facts: [fact.id] }
}
