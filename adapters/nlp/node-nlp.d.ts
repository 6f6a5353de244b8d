// The part of node-nlp that is used here; the package ships no types. `nluManager` and what hangs below it are internals,
// read because only they give what was learnt: test/adapters/nlp/classifier.test.ts is the contract with them.
declare module 'node-nlp' {
  export interface Container {
    register(name: string, plugin: object, isSingleton?: boolean): void
    registerConfiguration(tag: string, settings: object, always?: boolean): void
  }

  /** One perceptron an intent over all features. */
  export interface Network {
    readonly perceptrons: readonly { readonly name: string; weights: Float32Array; bias: number }[]
    readonly lookup: {
      readonly inputLookup: { readonly items: readonly string[] }
      transformInput(features: Readonly<Record<string, number>>): Input
    }
    run(features: Readonly<Record<string, number>>): Readonly<Record<string, number>> | undefined
  }

  export interface Nlu {
    readonly neuralNetwork?: Network
    /** the weights of a text's features; it is remembered for an hour */
    prepare(text: string): Promise<Record<string, number>>
  }

  /** Weights of features by their place among the network's. */
  export interface Input {
    readonly keys: readonly number[]
    readonly data: Readonly<Record<number, number>>
  }

  /** The same network where it only answers; of the package @nlpjs/neural, which node-nlp is built on. */
  export interface Answering {
    readonly perceptrons: Network['perceptrons']
    initialize(features: number, intents: readonly string[]): void
    runInput(input: Input): Record<string, number>
  }

  export interface NlpSettings {
    readonly container?: Container
    readonly autoSave?: boolean
    readonly autoLoad?: boolean
    readonly forceNER?: boolean
    readonly calculateSentiment?: boolean
    readonly ner?: { readonly builtins: readonly string[] }
    readonly nlu?: { readonly log: boolean; readonly useNoneFeature: boolean }
  }

  export class NlpManager {
    constructor(settings: NlpSettings)
    readonly container: Container
    readonly nlp: {
      readonly nluManager: {
        readonly domainManagers: Record<string, { addDomain(name: string): Nlu } | undefined>
      }
    }
    addLanguage(locale: string): void
    addDocument(locale: string, utterance: string, intent: string): void
    train(): Promise<unknown>
  }
}
