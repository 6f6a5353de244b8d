// Conditions: tests of facts and ratings under all, any and at-least-n. A condition is kept in one normal form (negation
// is pushed to the tests when the file is read), so every test can say what it saw and what it wanted.
import type { Expression, Facts } from './expression.ts'
import type { FactDefinition, FactId } from './fact.ts'
import type { QuantityKind } from './quantity.ts'
import { joinLacks } from './value.ts'
import type { Source, Words } from './words.ts'

export type Comparison = 'atLeast' | 'above' | 'atMost' | 'below'

/** What a test looks at. */
export type Subject =
  | { readonly kind: 'quantity'; readonly expression: Expression }
  | { readonly kind: 'fact'; readonly fact: FactDefinition }
  | { readonly kind: ModelAspect; readonly model: string }
export type ModelAspect = 'score' | 'grade' | 'passes' | 'knocked-out'

/** What it wants. `oneOf` on several choices means at least one in common; region `within` means the subtree of a code. */
export type Limit =
  | { readonly op: Comparison; readonly value: number }
  | { readonly op: 'oneOf' | 'noneOf'; readonly options: readonly string[] }
  | { readonly op: 'within' | 'outside'; readonly codes: readonly string[] }
  | { readonly op: 'is'; readonly value: boolean }

export interface Test {
  readonly is: 'test'
  readonly subject: Subject
  readonly limit: Limit
  readonly title: Words
  readonly kind?: QuantityKind | undefined
  readonly facts: readonly FactId[]
  /** the rule in its own words, where the numbers alone do not say it */
  readonly note?: Words | undefined
  readonly source?: Source | undefined
}

export type Condition =
  | Test
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'at-least'; readonly count: number; readonly of: readonly Condition[] }

export const ALWAYS: Condition = { is: 'all', of: [] }

/** What a condition may ask of a model; `passes` when the model says who passes. */
export interface KnownModel {
  readonly title: Words
  readonly grades: readonly string[]
  readonly passes: boolean
}

/** What a condition may name: facts, models and the divisions a region may be within. */
export interface Vocabulary {
  readonly facts: Facts
  readonly models: ReadonlyMap<string, KnownModel>
}

/** Every test of a condition, in the order written. */
export function testsOf(condition: Condition): readonly Test[] {
  return condition.is === 'test' ? [condition] : condition.of.flatMap(testsOf)
}

/** The facts a condition looks at directly (not those behind a rating). */
export function factsOf(condition: Condition): readonly FactId[] {
  return joinLacks(...testsOf(condition).map(test => test.facts))
}
