// What a feature weighs: rare ones more than common ones (tf-idf), and every utterance the same in sum (L2), so that a long
// message does not shout down a short one. Without the second half the library's network does not converge.
import type { Corpus } from './intent-lines.ts'
import { tokenize } from './tokenizer.ts'

/** The length every utterance is brought to; at this one the network learns best in few rounds (cross-validated). */
const LENGTH = 2.5

/** From the features of one text to their weights. */
export type Weigh = (features: readonly string[]) => Record<string, number>

/** How common features are in a corpus: all that its lines are needed for once a network has learnt from them. */
export interface Commonness {
  /** lines of the corpus */
  readonly lines: number
  /** how many of them have this feature; undefined when none has */
  readonly count: (feature: string) => number | undefined
}

function counted(features: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return counts
}

/** The features of every line of a corpus, by its text. */
export function featuresOf({ language, lines }: Corpus): ReadonlyMap<string, readonly string[]> {
  return new Map(lines.map(({ text }) => [text, tokenize(text, language)]))
}

/** Learns from a corpus how common each feature is. */
export function learnCommonness(corpus: Corpus, featuresByText = featuresOf(corpus)): Commonness {
  const { lines } = corpus
  const inHowMany = new Map<string, number>()
  for (const { text } of lines)
    for (const feature of new Set(featuresByText.get(text))) inHowMany.set(feature, (inHowMany.get(feature) ?? 0) + 1)
  return { lines: lines.length, count: feature => inHowMany.get(feature) }
}

/** An unknown feature carries no weight, yet takes its share of the length. */
export function weigher({ lines, count }: Commonness): Weigh {
  const rarity = (howMany: number) => Math.log((1 + lines) / (1 + howMany)) + 1
  return features => {
    const weighed = [...counted(features)].map(([feature, times]) => {
      const known = count(feature)
      return { feature, known: known !== undefined, weight: rarity(known ?? 0) * Math.sqrt(times) }
    })
    const length = Math.hypot(...weighed.map(each => each.weight)) || 1
    return Object.fromEntries(
      weighed.filter(each => each.known).map(each => [each.feature, (each.weight / length) * LENGTH]),
    )
  }
}
