// What a feature weighs: rare ones more than common ones (tf-idf), and every utterance the same in sum (L2), so that a long
// message does not shout down a short one. Without the second half the library's network does not converge.
import type { Corpus } from './intent-lines.ts'
import { tokenize } from './tokenizer.ts'

/** The length every utterance is brought to; at this one the network learns best in few rounds (cross-validated). */
const LENGTH = 2.5

/** From the features of one text to their weights. */
export type Weigh = (features: readonly string[]) => Record<string, number>

function counted(features: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return counts
}

/** The features of every line of a corpus, by its text. */
export function featuresOf({ language, lines }: Corpus): ReadonlyMap<string, readonly string[]> {
  return new Map(lines.map(({ text }) => [text, tokenize(text, language)]))
}

/** Learns from a corpus how rare each feature is. An unknown feature carries no weight, yet takes its share of the length. */
export function learnWeights(corpus: Corpus, featuresByText = featuresOf(corpus)): Weigh {
  const { lines } = corpus
  const inHowMany = new Map<string, number>()
  for (const { text } of lines)
    for (const feature of new Set(featuresByText.get(text))) inHowMany.set(feature, (inHowMany.get(feature) ?? 0) + 1)
  const rarity = (count: number) => Math.log((1 + lines.length) / (1 + count)) + 1
  return features => {
    const weighed = [...counted(features)].map(([feature, count]) => {
      const known = inHowMany.get(feature)
      return { feature, known: known !== undefined, weight: rarity(known ?? 0) * Math.sqrt(count) }
    })
    const length = Math.hypot(...weighed.map(each => each.weight)) || 1
    return Object.fromEntries(
      weighed.filter(each => each.known).map(each => [each.feature, (each.weight / length) * LENGTH]),
    )
  }
}
