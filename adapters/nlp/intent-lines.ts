// Reads the training utterances an officer writes in bot/intents: a list per intent, and `none` for what is none of the
// bot's business. Two intents may not claim the same words; whatever is wrong is collected with file and line.
import { z } from 'zod'
import type { DataFile, DataPath, DataProblem, Language } from '#engine'
import { readYaml } from '../files/yaml.ts'
import { INTENT_FILES, NONE } from './intent-files.ts'
import { normalize } from './tokenizer.ts'

/** One training utterance. */
export interface IntentLine {
  readonly text: string
  readonly intent: string
}

/** All training utterances of one language. */
export interface Corpus {
  readonly language: Language
  readonly lines: readonly IntentLine[]
}

/** Utterances of different intents that share more of their pairs than this teach the classifier to guess. */
const SIMILARITY_MAX = 0.9
/** A measured utterance has to be further away than two of different intents. */
const MEASURED_SIMILARITY_MAX = 0.8

const utterances = z.array(z.string().trim().min(1)).min(1)
const fileSchema = z.strictObject({
  intents: z.record(
    z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'an intent id is lower-case words joined by hyphens'),
    utterances,
  ),
  none: utterances,
})

/** The words alone, without case, blanks and punctuation: what two utterances have in common if they are the same. */
function core(text: string): string {
  return normalize(text).replace(/[\s\p{P}\p{S}]+/gu, '')
}

function pairsOf(text: string): ReadonlySet<string> {
  const characters = ['^', ...text, '$']
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}

/** The shared part of all pairs of two utterances, 0…1. */
function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared += 1
  return shared / (one.size + other.size - shared)
}

/** The utterances of one parsed file; faults are added to `problems`. */
export function parseIntentLines(language: Language, file: DataFile, problems: DataProblem[]): Corpus {
  const fault = (code: 'shape' | 'duplicate', path: DataPath, message: string) =>
    void problems.push({ code, file: file.file, path, message })
  const parsed = fileSchema.safeParse(file.content)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) fault('shape', issue.path as (string | number)[], issue.message)
    return { language, lines: [] }
  }
  const { intents, none } = parsed.data
  const lists = [
    ...Object.entries(intents).map(([id, list]) => ({ intent: id, list, path: ['intents', id] })),
    { intent: NONE, list: none, path: ['none'] },
  ]
  const seen = new Map<string, string>()
  const lines: IntentLine[] = []
  for (const { intent, list, path } of lists)
    for (const [at, text] of list.entries()) {
      const words = core(text)
      const earlier = seen.get(words)
      if (words === '') fault('shape', [...path, at], `“${text}” has no words`)
      else if (earlier) fault('duplicate', [...path, at], `“${text}” already stands under ${earlier}`)
      else lines.push({ text, intent })
      seen.set(words, intent)
    }
  return { language, lines }
}

interface Placed<Line> {
  readonly line: Line
  readonly pairs: ReadonlySet<string>
}

const place = <Line extends { readonly text: string }>(line: Line): Placed<Line> => ({
  line,
  pairs: pairsOf(core(line.text)),
})

function areTwins({ pairs: one }: Placed<unknown>, { pairs: other }: Placed<unknown>, most: number): boolean {
  const sizes = Math.min(one.size, other.size) / Math.max(one.size, other.size)
  return sizes > most && jaccard(one, other) > most
}

/** Pairs of utterances under different intents that are nearly the same: no classifier can tell them apart. */
export function nearlyEqual({ lines }: Corpus): readonly (readonly [IntentLine, IntentLine])[] {
  const placed = lines.map(place)
  return placed.flatMap((one, at) =>
    placed
      .slice(at + 1)
      .filter(other => one.line.intent !== other.line.intent && areTwins(one, other, SIMILARITY_MAX))
      .map(other => [one.line, other.line] as const),
  )
}

/** Utterances for measuring that are nearly the same as one that is taught: what they measure is memory. */
export function alreadyTaught(
  { lines }: Corpus,
  measured: readonly { readonly text: string }[],
): readonly (readonly [measured: string, taught: string])[] {
  const placed = lines.map(place)
  return measured.map(place).flatMap(one => {
    const twin = placed.find(other => areTwins(one, other, MEASURED_SIMILARITY_MAX))
    return twin ? [[one.line.text, twin.line.text] as const] : []
  })
}

/** Reads both languages below `root`; faults are added to `problems`. */
export function readIntentLines(root: string, problems: DataProblem[]): readonly Corpus[] {
  return INTENT_FILES.flatMap(([language, name]) => {
    const file = readYaml(root, name, problems)
    return file ? [parseIntentLines(language, file, problems)] : []
  })
}
