// The bot's words, kept as data in both languages side by side. A phrase that is missing or gets the wrong values is a
// fault, never an empty line.
import { z } from 'zod'
import { collect, type DataFile, type DataProblem, type Language, readShape, type Words, wordsSchema } from '#engine'

export type Phrases = ReadonlyMap<string, Words>
export type PhraseValues = Readonly<Record<string, string | number>>

const phrasesSchema = z.record(z.string().regex(/^[a-z][a-z0-9.-]*$/), wordsSchema)
const PLACEHOLDER = /\{([a-z]+)\}/g

/** The placeholders of a phrase, sorted. */
export function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(match => match[1] ?? ''))].sort()
}

/** Reads the phrase files; both languages of a phrase must take the same values. */
export function parsePhrases(files: readonly DataFile[], problems: DataProblem[]): Phrases {
  const phrases = new Map<string, Words>()
  for (const { file, content } of files) {
    const report = collect(file, problems)
    const written = readShape(phrasesSchema, content, report)
    if (!written) continue
    for (const [key, words] of Object.entries(written)) {
      if (phrases.has(key)) report('duplicate', [key], `the phrase ${key} is given twice`)
      if (placeholders(words.zh).join() !== placeholders(words.en).join())
        report('shape', [key], 'the two languages take different values')
      phrases.set(key, words)
    }
  }
  return phrases
}

/** One phrase with its values filled in. Throws on an unknown key or a missing value: a fault of the program. */
export function say(phrases: Phrases, language: Language, key: string, values: PhraseValues = {}): string {
  const words = phrases.get(key)
  if (!words) throw new Error(`no phrase is called ${key}`)
  return words[language].replace(PLACEHOLDER, (_all, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`phrase ${key} needs a value for ${name}`)
    return String(value)
  })
}
