// One saying that is a whole fact without a number or a name: the words, the fact, the value, how sure.
import type { FactValue } from '#engine'
import type { Role } from '../roles.ts'

export interface Idiom {
  readonly says: RegExp
  readonly fact: Role
  readonly value: FactValue
  readonly confidence: number
  readonly approximate?: boolean
  /** holds in a question too: 拿专利质押行不行 offers them */
  readonly asked?: boolean
  /** not beside the answer to another question */
  readonly aside?: boolean
  /** not in a clause with these words */
  readonly unless?: RegExp
}

/** A saying in one line: the fact, the value, how sure, the words, and what else holds of it. */
export const says = (
  fact: Role,
  value: FactValue,
  confidence: number,
  pattern: RegExp,
  more: Partial<Pick<Idiom, 'unless' | 'asked' | 'aside'>> = {},
): Idiom => ({ fact, value, confidence, says: pattern, ...more })
