// 58 个人研发 26 个: all heads are counted first, and the noun of a part has its own number behind it.
import type { Sign } from '../scene/lexicon.ts'
import type { TrieMatch } from '../text/trie.ts'
import { isOfPeople } from '../values/measures.ts'
import type { Mention } from '../values/mention.ts'
import type { Row } from './pairing.ts'

/** Whether the number before this noun counts everybody and the one behind it the part. 10个人研发5个人销售 is a list. */
export function isAllBefore({ text, mentions, anchors }: Row, mention: Mention, anchor: TrieMatch<Sign>): boolean {
  // 36 人里研发 28
  const between = text.slice(mention.end, anchor.start)
  if (
    !isOfPeople(mention.measure) ||
    !/^(?:里面?|里头|当中|中|[，, ]?其中|[，, ]?(?:里面|当中)(?:有)?)?$/.test(between)
  )
    return false
  const part = mentions.find(
    each => /^[就才只有是 ]{0,2}$/.test(text.slice(anchor.end, each.start)) && each.start >= anchor.end,
  )
  return (
    part !== undefined &&
    (part.kind === 'number' || part.kind === 'count') &&
    part.low < mention.low &&
    !anchors.some(
      each => each.start >= part.start && each.end > part.end && /^[名个的]?$/.test(text.slice(part.end, each.start)),
    )
  )
}
