// Which noun a count stands with where nouns stand on both its sides: 3个发明专利, but 发明四个实用新型三十一个外观没有.
import type { FactDefinition } from '#engine'
import type { Sign } from '../scene/lexicon.ts'
import type { TrieMatch } from '../text/trie.ts'
import type { Mention } from '../values/mention.ts'
import type { Row } from './pairing.ts'

const JOINED = 0.2
/** 申请了 2 个 PCT: a verb is no noun that could own the number. */
const VERB = /[了过有]$|^申[请报]/

/** What is added to a pair whose noun begins inside the count (个发明专利 in 3个发明专利), unless another noun stands right before. */
export function phrase(row: Row, mention: Mention, anchor: TrieMatch<Sign>): number {
  const isInside = anchor.start >= mention.start && anchor.start <= mention.end
  return isInside && !row.anchors.some(each => owns(row, each, mention)) ? JOINED : 0
}

/** Whether a word names something that is counted. */
const namesCount = ({ values }: TrieMatch<Sign>): boolean =>
  values.some(sign => (sign.is === 'fact' || sign.is === 'measure') && sign.fact.type === 'count')

/** 3项发明12项软著, 6个人研发团队4个博士: a noun that stands behind its own count owns no other. */
const owns = ({ text, mentions }: Row, anchor: TrieMatch<Sign>, mention: Mention): boolean =>
  anchor.end === mention.start &&
  !mentions.some(each => each.end === anchor.start || each.end === anchor.start - 1) &&
  !VERB.test(text.slice(anchor.start, anchor.end)) &&
  namesCount(anchor)

/** 硕士四个博士一个, 带博士学位的一个: a count, since nothing follows that it would be the article of. */
export const isSaidLast = ({ text, anchors }: Row, mention: Mention, anchor: TrieMatch<Sign>): boolean =>
  anchor.start < mention.start &&
  /^[的就有是才只]{0,2}$/.test(text.slice(anchor.end, mention.start)) &&
  (/^(?:$|[，。；、,; ])/.test(text.slice(mention.end)) ||
    anchors.some(each => (each.start === mention.end || each.start === mention.end - 1) && namesCount(each)))

/** 90 people, 25 do research: a noun that is the counting word of one number counts no other. */
export const isCountedIn = (mentions: readonly Mention[], { start, end }: TrieMatch<Sign>, mention: Mention): boolean =>
  mentions.some(each => each !== mention && each.start < start && each.end >= end && each.kind === 'count')

/** How near before a number a noun of people, or behind what is left the sum, may stand. */
export const NAMED_REACH = 3

/** 研发有二十号人: who is counted stands right before; 号人 only counts. */
export const isNamedBefore = (row: Row, fact: FactDefinition, mention: Mention): boolean =>
  row.anchors.some(
    each =>
      each.end <= mention.start &&
      mention.start - each.end <= NAMED_REACH &&
      each.values.some(
        sign =>
          sign.is === 'fact' && sign.fact.id !== fact.id && sign.fact.type === 'count' && sign.fact.unit?.zh === '人',
      ),
  ) && fact.unit?.zh === '人'
