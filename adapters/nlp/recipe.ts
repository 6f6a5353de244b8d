// What a trained model depends on beside the utterances: how features are made and weighed, and how the network learns.
import { GRAIN, type LearningRule } from './fit-network.ts'
import { MODEL_VERSION } from './model.ts'
import { FEATURES_VERSION } from './tokenizer.ts'

/** A small step and few rounds: more rounds learn the lines by heart and gain nothing on new ones (cross-validated). */
export const RULE = { learningRate: 0.2, momentum: 0.5, alpha: 0.07, rounds: 12 } satisfies LearningRule

/** Part of the key a model is stored under. */
export const MODEL_RECIPE = JSON.stringify({
  ...RULE,
  grain: GRAIN,
  features: FEATURES_VERSION,
  model: MODEL_VERSION,
  icu: process.versions['icu'],
})
