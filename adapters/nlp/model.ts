// A trained model as plain arrays: all that answering needs, and nothing else of what the library knew while it learnt.
// Written, it is read back without a parser.
import { deserialize, serialize } from 'node:v8'
import type { Language } from '#engine'

/** Part of the key of a stored model: raise it when the shape below changes. */
export const MODEL_VERSION = 1

/** What one language's network has learnt. */
export interface LanguageModel {
  readonly language: Language
  /** lines it learnt from */
  readonly lines: number
  readonly features: readonly string[]
  /** in how many lines each feature stands, in the order of `features` */
  readonly counts: Int32Array
  readonly intents: readonly string[]
  /** one an intent */
  readonly biases: Float64Array
  /** one list an intent, each in the order of `features` */
  readonly weights: readonly Float32Array[]
}

export type Model = readonly LanguageModel[]

export const writeModel = (model: Model): Buffer => serialize(model)

function isLanguageModel(value: unknown): value is LanguageModel {
  const { features, counts, intents, biases, weights } = (value ?? {}) as Partial<LanguageModel>
  if (!Array.isArray(features) || !Array.isArray(intents) || !Array.isArray(weights)) return false
  return (
    counts instanceof Int32Array &&
    counts.length === features.length &&
    biases instanceof Float64Array &&
    biases.length === intents.length &&
    weights.length === intents.length &&
    weights.every(list => list instanceof Float32Array && list.length === features.length)
  )
}

/** @throws Error when the bytes are no model */
export function readModel(bytes: Uint8Array): Model {
  const read: unknown = deserialize(bytes)
  if (!Array.isArray(read) || !read.every(isLanguageModel)) throw new Error('this is no trained model')
  return read
}
