// node-nlp, set up so that it understands Chinese: own tokenizer and weights, no built-in entities (they hang on twenty
// characters), nothing read from or written to the working directory, and nothing remembered of what was asked.
import { createRequire } from 'node:module'
import { type Container, type Network, NlpManager, type Nlu } from 'node-nlp'
import type { IntentGuess } from '#bot'
import type { Language } from '#engine'
import { guessesFrom } from './confidence.ts'
import { fitNetwork, GRAIN, type LearningRule } from './fit-network.ts'
import type { Corpus } from './intent-lines.ts'
import { FEATURES_VERSION, languageOf, tokenize } from './tokenizer.ts'
import { featuresOf, learnWeights } from './weights.ts'

/** A small step and few rounds: more rounds learn the lines by heart and gain nothing on new ones (cross-validated). */
const RULE = { learningRate: 0.2, momentum: 0.5, alpha: 0.07, rounds: 12 } satisfies LearningRule

/** The library lays out its network and leaves the teaching to `fitNetwork`. */
const LAYOUT = { iterations: 0, alpha: RULE.alpha, log: false, useNoneFeature: false }

/** Everything beside the utterances that a trained model depends on; part of the key it is stored under. */
export const MODEL_RECIPE = JSON.stringify({
  ...RULE,
  grain: GRAIN,
  features: FEATURES_VERSION,
  icu: process.versions['icu'],
})

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
interface Prepared {
  readonly manager: NlpManager
  /** one line's features with their weights, as the network sees them */
  readonly weighLine: (text: string, language: Language) => Record<string, number>
  /** frees the features of all lines, which only training needs */
  readonly done: () => void
}

function prepareManager(corpora: readonly Corpus[]): Prepared {
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
  const taught = new Map(corpora.map(corpus => [corpus.language, featuresOf(corpus)]))
  const weights = new Map(
    corpora.map(corpus => [corpus.language, learnWeights(corpus, taught.get(corpus.language) ?? new Map())]),
  )
  const featuresIn = (text: string, language: Language) => taught.get(language)?.get(text) ?? tokenize(text, language)
  for (const { language } of corpora) {
    // the tokenizer normalises by itself; here the text must stay what it was to be found among the lines
    container.register(`normalizer-${language}`, { normalize: (text: string) => text })
    container.register(`tokenizer-${language}`, { tokenize: (text: string) => featuresIn(text, language) })
    container.register(`stemmer-${language}`, { stem: (tokens: readonly string[]) => tokens })
    container.registerConfiguration(`nlu-${language}`, LAYOUT, true)
  }
  container.register('arrToObj', {
    run(input: { readonly locale: Language; tokens: unknown }) {
      input.tokens = weights.get(input.locale)?.(input.tokens as readonly string[]) ?? {}
      return input
    },
  })
  // plugins registered after this line would be ignored
  for (const { language } of corpora) manager.addLanguage(language)
  return {
    manager,
    weighLine: (text, language) => weights.get(language)?.(featuresIn(text, language)) ?? {},
    done: () => taught.clear(),
  }
}

/**
 * The library keeps every utterance it saw for an hour, and the engine the last text a pattern was run on; here none
 * outlives its answer.
 */
function forget(nlu: Nlu): void {
  if (nlu.cache) nlu.cache.results = {}
  ''.match(/^$/)
}

type Taught = Nlu & { readonly neuralNetwork: Network }

function taughtNlu(manager: NlpManager, language: Language): Taught {
  const nlu = manager.nlp.nluManager.domainManagers[language]?.addDomain('master_domain')
  if (!nlu?.neuralNetwork) throw new Error(`node-nlp has no network for ${language}`)
  return nlu as Taught
}

function wrap(manager: NlpManager, corpora: readonly Corpus[]): Classifier {
  const networks = new Map<string, Taught>()
  for (const { language } of corpora) {
    const nlu = taughtNlu(manager, language)
    networks.set(language, nlu)
    forget(nlu)
  }
  const activations: Classifier['activations'] = async (text, language) => {
    const nlu = networks.get(language)
    if (!nlu) return {}
    try {
      const features = await nlu.prepare(text)
      // the network hands out one object again and again
      return Object.keys(features).length === 0 ? {} : { ...nlu.neuralNetwork.run(features) }
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

/** Trains on all utterances; a second of work, so only in a worker, a command or a test. */
export async function trainClassifier(corpora: readonly Corpus[]): Promise<Classifier> {
  const { manager, weighLine, done } = prepareManager(corpora)
  for (const { language, lines } of corpora)
    for (const { text, intent } of lines) manager.addDocument(language, text, intent)
  await manager.train()
  for (const { language, lines } of corpora) {
    const samples = lines.map(({ text, intent }) => ({ features: weighLine(text, language), intent }))
    fitNetwork(taughtNlu(manager, language).neuralNetwork, samples, RULE)
  }
  done()
  return wrap(manager, corpora)
}

/** Takes up a model that `save` gave, trained on the same utterances. */
export function restoreClassifier(saved: string, corpora: readonly Corpus[]): Classifier {
  const { manager, done } = prepareManager(corpora)
  done()
  manager.import(saved)
  return wrap(manager, corpora)
}
