// node-nlp, set up so that it understands Chinese: own tokenizer and weights, no built-in entities (they hang on twenty
// characters), nothing read from or written to the working directory, and nothing remembered of what was asked.
import { createRequire } from 'node:module'
import { type Container, NlpManager, type Nlu } from 'node-nlp'
import type { IntentGuess } from '#bot'
import type { Language } from '#engine'
import { guessesFrom } from './confidence.ts'
import type { Corpus } from './intent-lines.ts'
import { FEATURES_VERSION, languageOf, normalize, tokenize } from './tokenizer.ts'
import { learnWeights, type Weigh } from './weights.ts'

/** A small step and few rounds: more rounds learn the lines by heart and gain nothing on new ones (cross-validated). */
const TRAINING = { learningRate: 0.2, iterations: 25, log: false, useNoneFeature: false }

/** Everything beside the utterances that a trained model depends on; part of the key it is stored under. */
export const MODEL_RECIPE = JSON.stringify({ ...TRAINING, features: FEATURES_VERSION, icu: process.versions['icu'] })

export interface Classifier {
  /** Raw activations by intent; they are not probabilities and do not sum to one. */
  activations(text: string, language: Language): Promise<Readonly<Record<string, number>>>
  /** At most three guesses, best first. The words decide the language; a text without words follows `session`. */
  guess(text: string, session: Language): Promise<readonly IntentGuess[]>
  /** The trained model, to be given to `restoreClassifier` with the same utterances. */
  save(): string
}

const silent = { trace() {}, debug() {}, info() {}, log() {}, warn() {}, error() {}, fatal() {} }

/**
 * node-nlp's own container reads .env, conf.json, pipelines.md and plugins/*.js from the working directory; the core's does
 * not. It is found through node-nlp, since it is that package's dependency and not ours.
 */
function emptyContainer(): Container {
  const fromHere = createRequire(import.meta.url)
  const core = createRequire(fromHere.resolve('node-nlp'))('@nlpjs/core') as { containerBootstrap(): Container }
  const container = core.containerBootstrap()
  container.register('logger', silent)
  return container
}

/** The stemmer must be replaced along with the tokenizer: the library's Chinese one reads the raw text again. */
function prepareManager(corpora: readonly Corpus[]): NlpManager {
  const container = emptyContainer()
  const manager = new NlpManager({
    container,
    autoSave: false,
    autoLoad: false,
    forceNER: false,
    calculateSentiment: false,
    ner: { builtins: [] },
    nlu: { log: false, useNoneFeature: false },
  })
  const weights = new Map<string, Weigh>(corpora.map(corpus => [corpus.language, learnWeights(corpus)]))
  for (const { language } of corpora) {
    container.register(`normalizer-${language}`, { normalize })
    container.register(`tokenizer-${language}`, { tokenize: (text: string) => tokenize(text, language) })
    container.register(`stemmer-${language}`, { stem: (tokens: readonly string[]) => tokens })
    container.registerConfiguration(`nlu-${language}`, TRAINING, true)
  }
  container.register('arrToObj', {
    run(input: { readonly locale: string; tokens: unknown }) {
      input.tokens = weights.get(input.locale)?.(input.tokens as readonly string[]) ?? {}
      return input
    },
  })
  // plugins registered after this line would be ignored
  for (const { language } of corpora) manager.addLanguage(language)
  return manager
}

/**
 * The library keeps every utterance it saw for an hour, and the engine the last text a pattern was run on; here none
 * outlives its answer.
 */
function forget(nlu: Nlu): void {
  if (nlu.cache) nlu.cache.results = {}
  ''.match(/^$/)
}

function wrap(manager: NlpManager, corpora: readonly Corpus[]): Classifier {
  const networks = new Map<string, Nlu>()
  for (const { language } of corpora) {
    const nlu = manager.nlp.nluManager.domainManagers[language]?.addDomain('master_domain')
    if (!nlu?.neuralNetwork) throw new Error(`node-nlp has no trained network for ${language}`)
    networks.set(language, nlu)
    forget(nlu)
  }
  const activations: Classifier['activations'] = async (text, language) => {
    const nlu = networks.get(language)
    if (!nlu) return {}
    try {
      const features = await nlu.prepare(text)
      // the network hands out one object again and again
      return Object.keys(features).length === 0 ? {} : { ...nlu.neuralNetwork?.run(features) }
    } finally {
      forget(nlu)
    }
  }
  return {
    activations,
    guess: async (text, session) => {
      const language = languageOf(text, session)
      return guessesFrom(await activations(text, language), language)
    },
    save: () => manager.export(true),
  }
}

/** Trains on all utterances; seconds of work, so only in a worker, a command or a test. */
export async function trainClassifier(corpora: readonly Corpus[]): Promise<Classifier> {
  const manager = prepareManager(corpora)
  for (const { language, lines } of corpora)
    for (const { text, intent } of lines) manager.addDocument(language, text, intent)
  await manager.train()
  return wrap(manager, corpora)
}

/** Takes up a model that `save` gave, trained on the same utterances. */
export function restoreClassifier(saved: string, corpora: readonly Corpus[]): Classifier {
  const manager = prepareManager(corpora)
  manager.import(saved)
  return wrap(manager, corpora)
}
