// The part of node-nlp that is used here; the package ships no types. `nluManager` and what hangs below it are internals,
// read because only they give raw activations: test/adapters/nlp/classifier.test.ts is the contract with them.
declare module 'node-nlp' {
  export interface Container {
    register(name: string, plugin: object, isSingleton?: boolean): void
    registerConfiguration(tag: string, settings: object, always?: boolean): void
  }

  /** One perceptron an intent over all features. */
  export interface Network {
    readonly perceptrons: readonly { readonly name: string; readonly weights: Float32Array; bias: number }[]
    readonly lookup: {
      transformInput(features: Readonly<Record<string, number>>): {
        readonly keys: readonly number[]
        readonly data: Readonly<Record<number, number>>
      }
    }
    run(features: Record<string, number>): Record<string, number> | undefined
  }

  export interface Nlu {
    /** raw utterances by language, kept for an hour unless it is emptied */
    cache?: { results: Record<string, unknown> }
    neuralNetwork?: Network
    prepare(text: string): Promise<Record<string, number>>
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
    export(minified: boolean): string
    import(saved: string): void
  }
}
