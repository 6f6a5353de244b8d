// What the main thread and the understanding worker say to each other.
import type { IntentGuess } from '#bot'
import type { Language } from '#engine'

/** One text to be understood. */
export interface Question {
  readonly id: number
  readonly text: string
  readonly language: Language
}

/** `ready` once, then one `guesses` for each question. */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'guesses'; readonly id: number; readonly guesses: readonly IntentGuess[] }
