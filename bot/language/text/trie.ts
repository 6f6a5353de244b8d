// Many words looked for at once: at every place of a text the longest that begins there. The work is bounded by the text's
// length times the longest word.

interface Node<T> {
  readonly next: Map<string, Node<T>>
  values: T[]
}
export type Trie<T> = Node<T>

export interface TrieMatch<T> {
  readonly start: number
  readonly end: number
  readonly values: readonly T[]
}

const node = <T>(): Node<T> => ({ next: new Map(), values: [] })

/** A trie of words with what each stands for; one word may stand for several. */
export function buildTrie<T>(entries: Iterable<readonly [string, T]>): Trie<T> {
  const root = node<T>()
  for (const [word, value] of entries) {
    let at = root
    for (const char of word.split('')) {
      let next = at.next.get(char)
      if (!next) {
        next = node()
        at.next.set(char, next)
      }
      at = next
    }
    if (word.length > 0 && !at.values.includes(value)) at.values.push(value)
  }
  return root
}

const LATIN = /[a-z0-9]/i
/** Latin words match whole: not `sales` in `salesman`. */
const splitsWord = (text: string, at: number): boolean => LATIN.test(text[at - 1] ?? '') && LATIN.test(text[at] ?? '')

/** The longest word that begins at `start`. */
export function longestAt<T>(trie: Trie<T>, text: string, start: number): TrieMatch<T> | undefined {
  if (splitsWord(text, start)) return undefined
  let at: Node<T> | undefined = trie
  let found: TrieMatch<T> | undefined
  for (let end = start; end < text.length; ) {
    at = at.next.get(text[end] ?? '')
    if (!at) break
    end += 1
    if (at.values.length > 0 && !splitsWord(text, end)) found = { start, end, values: at.values }
  }
  return found
}

/** More known words than this are no talk; what follows them is ignored, so that no reader's work can grow without end. */
export const MATCHES_MAX = 200

/** The longest word at every place, without those that lie wholly inside an earlier one; overlaps at the edges stay. */
export function longestMatches<T>(trie: Trie<T>, text: string): readonly TrieMatch<T>[] {
  const found: TrieMatch<T>[] = []
  let covered = 0
  for (let start = 0; start < text.length && found.length < MATCHES_MAX; start += 1) {
    const match = longestAt(trie, text, start)
    if (!match || match.end <= covered) continue
    found.push(match)
    covered = match.end
  }
  return found
}
