// node-nlp learns here, set up so that it understands Chinese: own tokenizer and weights, no built-in entities (they hang on
// twenty characters), nothing read from or written to the working directory. What it has learnt leaves as a Model; the
// library with all it loads and keeps is not needed to answer.

import { type Container, type Network, NlpManager } from 'node-nlp'
import type { Language } from '#engine'
import { fitNetwork } from './fit-network.ts'
import type { Corpus } from './intent-lines.ts'
import type { LanguageModel, Model } from './model.ts'
import { ofLibrary } from './of-library.ts'
import { RULE } from './recipe.ts'
import { tokenize } from './tokenizer.ts'
import { type Commonness, featuresOf, learnCommonness, type Weigh, weigher } from './weights.ts'

/** The library lays out its network and leaves the teaching to `fitNetwork`. */
const LAYOUT = { iterations: 0, alpha: RULE.alpha, log: false, useNoneFeature: false }

const silent = { trace() {}, debug() {}, info() {}, log() {}, warn() {}, error() {}, fatal() {} }

/** node-nlp's own container reads .env, conf.json, pipelines.md and plugins/*.js from the working directory; the core's does not. */
function emptyContainer(): Container {
  const core = ofLibrary('@nlpjs/core') as { containerBootstrap(): Container }
  const container = core.containerBootstrap()
  container.register('logger', silent)
  return container
}

/** A corpus with what is made of its lines before the network sees them. */
interface Prepared {
  readonly corpus: Corpus
  readonly features: (text: string) => readonly string[]
  readonly commonness: Commonness
  readonly weigh: Weigh
}

function prepare(corpus: Corpus): Prepared {
  const byText = featuresOf(corpus)
  const commonness = learnCommonness(corpus, byText)
  const features = (text: string) => byText.get(text) ?? tokenize(text, corpus.language)
  return { corpus, features, commonness, weigh: weigher(commonness) }
}

/** The stemmer must be replaced along with the tokenizer: the library's Chinese one reads the raw text again. */
function openManager(prepared: readonly Prepared[]): NlpManager {
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
  const byLanguage = new Map(prepared.map(one => [one.corpus.language, one]))
  for (const [language, { features }] of byLanguage) {
    // the tokenizer normalises by itself; here the text must stay what it was to be found among the lines
    container.register(`normalizer-${language}`, { normalize: (text: string) => text })
    container.register(`tokenizer-${language}`, { tokenize: features })
    container.register(`stemmer-${language}`, { stem: (tokens: readonly string[]) => tokens })
    container.registerConfiguration(`nlu-${language}`, LAYOUT, true)
  }
  container.register('arrToObj', {
    run(input: { readonly locale: Language; tokens: unknown }) {
      input.tokens = byLanguage.get(input.locale)?.weigh(input.tokens as readonly string[]) ?? {}
      return input
    },
  })
  // plugins registered after this line would be ignored
  for (const language of byLanguage.keys()) manager.addLanguage(language)
  return manager
}

function networkOf(manager: NlpManager, language: Language): Network {
  const network = manager.nlp.nluManager.domainManagers[language]?.addDomain('master_domain').neuralNetwork
  if (!network) throw new Error(`node-nlp has no network for ${language}`)
  return network
}

function teach(manager: NlpManager, { corpus, features, commonness, weigh }: Prepared): LanguageModel {
  const { language, lines } = corpus
  const network = networkOf(manager, language)
  const samples = lines.map(({ text, intent }) => ({ features: weigh(features(text)), intent }))
  fitNetwork(network, samples, RULE)
  const { items } = network.lookup.inputLookup
  return {
    language,
    lines: commonness.lines,
    features: items,
    counts: Int32Array.from(items, feature => commonness.count(feature) ?? 0),
    intents: network.perceptrons.map(({ name }) => name),
    biases: Float64Array.from(network.perceptrons, ({ bias }) => bias),
    weights: network.perceptrons.map(({ weights }) => weights),
  }
}

/** Trains on all utterances; a second of work and a hundred megabytes, so only in a thread that ends, a command or a test. */
export async function trainModel(corpora: readonly Corpus[]): Promise<Model> {
  const prepared = corpora.map(prepare)
  const manager = openManager(prepared)
  for (const { language, lines } of corpora)
    for (const { text, intent } of lines) manager.addDocument(language, text, intent)
  await manager.train()
  return prepared.map(one => teach(manager, one))
}
