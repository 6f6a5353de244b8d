// What the extractor hands over: facts it is fairly sure of, and things it heard but will not record without asking.
import type { FactId, FactValue } from '#engine'
import type { ValueProblem } from '../values/fit.ts'

export interface FoundFact {
  readonly fact: FactId
  readonly value: FactValue
  /** from .85 explicit; .6 to .85 rough or weakly anchored, to be confirmed */
  readonly confidence: number
  readonly approximate: boolean
  /** the owner corrects something said before */
  readonly correction: boolean
  /** one line for the log: why this fact */
  readonly why: string
  /** in the text as it was laid out: normalised, with pauses and the short forms of an answer written out */
  readonly span: readonly [number, number]
}

/** What one reader finds; whether it corrects something is marked afterwards, for all of them at once. */
export type Found = Omit<FoundFact, 'correction'>

export type UnclearProblem =
  | ValueProblem
  | 'ambiguous-region'
  | 'bad-check-digit'
  /** 开票, 流水, 产值: not net revenue */
  | 'not-net-revenue'
  /** 社保 26 人: not the head count */
  | 'social-insurance'
  /** the same words for two facts, A级: each is asked with its option as the candidate */
  | 'not-an-option'
  /** 云联科技: no registered name, which has a legal form at its end */
  | 'short-name'

export interface UnclearFact {
  readonly fact: FactId
  readonly problem: UnclearProblem
  readonly candidates: readonly FactValue[]
  readonly span: readonly [number, number]
  readonly why: string
}

export interface Extraction {
  readonly found: readonly FoundFact[]
  readonly unclear: readonly UnclearFact[]
}

/** What a reader of the scene returns. */
export interface Harvest {
  readonly found: readonly Found[]
  readonly unclear: readonly UnclearFact[]
}

export const NOTHING_FOUND: Harvest = { found: [], unclear: [] }

export const merge = (...parts: readonly Harvest[]): Harvest => ({
  found: parts.flatMap(part => part.found),
  unclear: parts.flatMap(part => part.unclear),
})
