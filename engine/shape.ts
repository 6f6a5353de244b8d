// What an expression is made of, for those who compute it another way: over columns, as SQL. `evaluate` of expression.ts
// stays the meaning; every other way is tested against it.
import type { FactDefinition } from './fact.ts'

export type Operator =
  | 'ratio'
  | 'sum'
  | 'difference'
  | 'times'
  | 'growth'
  | 'change'
  | 'largest'
  | 'smallest'
  | 'average'

export type Shape =
  | { readonly is: 'fact'; readonly fact: FactDefinition }
  | { readonly is: 'months-since'; readonly fact: FactDefinition }
  /** in base units of its kind */
  | { readonly is: 'literal'; readonly value: number }
  | { readonly is: Operator; readonly of: readonly Shape[] }

/** Equal for expressions that compute the same from the same facts in the same order. */
export function shapeKey(shape: Shape): string {
  if ('fact' in shape) return `${shape.is} ${shape.fact.id}`
  if (shape.is === 'literal') return String(shape.value)
  return `${shape.is}(${shape.of.map(shapeKey).join(', ')})`
}
