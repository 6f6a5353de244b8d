// Answers with a trained model: node-nlp's network, filled with what it has learnt, over our own features and weights.
// Nothing is remembered of what was asked.

import type { Answering } from 'node-nlp'
import type { IntentGuess } from '#bot'
import type { Language } from '#engine'
import { guessesFrom } from './confidence.ts'
import type { LanguageModel, Model } from './model.ts'
import { ofLibrary } from './of-library.ts'
import { RULE } from './recipe.ts'
import { languageOf, tokenize } from './tokenizer.ts'
import { weigher } from './weights.ts'

export interface Classifier {
  /** Raw activations by intent; they are not probabilities and do not sum to one. */
  activations(text: string, language: Language): Readonly<Record<string, number>>
  /** At most three guesses, best first. The words decide the language; a text without words follows `session`. */
  guess(text: string, session: Language): readonly IntentGuess[]
}

/** The network of node-nlp alone. */
function openNetwork(): Answering {
  const { NeuralNetwork } = ofLibrary('@nlpjs/neural') as {
    NeuralNetwork: new (settings: { readonly alpha: number }) => Answering
  }
  return new NeuralNetwork({ alpha: RULE.alpha })
}

type Activate = (text: string) => Readonly<Record<string, number>>

function openLanguage({ language, lines, features, counts, intents, biases, weights }: LanguageModel): Activate {
  const network = openNetwork()
  // laid out for no features: the lists of weights are ours, and nothing is made for learning
  network.initialize(0, intents)
  for (const [index, perceptron] of network.perceptrons.entries()) {
    perceptron.weights = weights[index] ?? perceptron.weights
    perceptron.bias = biases[index] ?? 0
  }
  const places = new Map(features.map((feature, place) => [feature, place]))
  const weigh = weigher({ lines, count: feature => counts[places.get(feature) ?? -1] })
  return text => {
    const data: Record<number, number> = {}
    for (const [feature, weight] of Object.entries(weigh(tokenize(text, language))))
      data[places.get(feature) ?? -1] = weight
    const keys = Object.keys(data).map(Number)
    // the network hands out one object again and again
    return keys.length === 0 ? {} : { ...network.runInput({ keys, data }) }
  }
}

/** The engine keeps the last text that a pattern was run on; here none outlives its answer. */
const forget = () => void ''.match(/^$/)

/** Takes up what was learnt. */
export function openClassifier(model: Model): Classifier {
  const languages = new Map(model.map(one => [one.language, openLanguage(one)]))
  const activations: Classifier['activations'] = (text, language) => {
    try {
      return languages.get(language)?.(text) ?? {}
    } finally {
      forget()
    }
  }
  return {
    activations,
    guess: (text, session) => {
      const language = languageOf(text, session)
      return guessesFrom(activations(text, language), language)
    },
  }
}
