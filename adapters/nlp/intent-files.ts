// Where the training utterances stand, and the label of what no intent claims. Apart from their reader, since the thread that
// answers reads none of them.
import type { Language } from '#engine'

/** The intent of everything that is none of the bot's business; never offered, never acted on. */
export const NONE = 'None'

/** The utterances of each language, below the folder of package.json. */
export const INTENT_FILES: readonly (readonly [Language, string])[] = [
  ['zh', 'bot/intents/zh.yaml'],
  ['en', 'bot/intents/en.yaml'],
]
