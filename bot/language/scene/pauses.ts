// Voice-typed lists without a comma: 科小有高企没有纳税 B 级, 没有高企有科小. Whether the noun or its 有 and 没有 comes first is kept up
// through a whole list; the pause that was spoken is put where one noun with its answer ends.
import { lower } from '../text/normalise.ts'
import { longestMatches, type TrieMatch } from '../text/trie.ts'
import type { Lexicon, Sign } from './lexicon.ts'

const SEGMENT = /[^，。、；！？：,;!?:\s]{7,200}/g
const HAS = /[一-龥](?:有|没|无|不是)/
const FILLER =
  '(?:也|都|倒|还|就|是|目前|现在|今年|去年|我们|公司|暂时|一直|更|压根|根本|大概|差不多|一共|总共|只|才|可能){0,4}'
const NUMBER =
  '[\\d零一二两三四五六七八九十百千几多来][\\d零一二两三四五六七八九十百千万亿几多来.]{0,9}(?:[个件项人名位次笔条份家]|号人)?'
const AFTER_ALL = '(?:啊|呢|呀|哈|嘛|吧|的|了|哦|左右|的样子){0,2}'
const ANSWER = new RegExp(
  `^${FILLER}(?:(?:没得|无|没有?|不是|是|有)|(?:没有?|未)(?:通过|评上|拿到|授权|下来|下证|批下来|[批办报弄做搞评]|申请)|(?:有|是)?${NUMBER})${AFTER_ALL}$`,
)
const VERB = /没|无|有|不是/
/** What answers the last noun of a list, whatever follows. */
const TAIL = new RegExp(
  `^${FILLER}(?:有(?=$|[的啊呢呀过])|没有|没得|无(?=$)|不是|是(?=$|的$)|有?${NUMBER}|[abcdm]级?(?![a-z]))`,
)
/** 纳税 B 级 is told with its answer. */
const GRADED = /[abcdm]级?$/
/** 没有高企…: the verb stands before the first noun. */
const VERB_BEFORE = /(?:没有?|没得|有|无|不是|是)$/
/** 硕士加博士 is one noun. */
const JOINS = /^(?:加上?|和|跟|与|及)?$/

const NO_NOUN = /[没无不未有是]|\d|^(?:一共|总共|总数|实际|公司|企业|厂子?|厂里|老板)$/

interface Noun {
  readonly start: number
  readonly end: number
}

/** The text with commas where a list of nouns and answers was dictated without any. */
export function withPauses(lexicon: Lexicon, text: string): string {
  if (!HAS.test(text)) return text
  return text.replace(SEGMENT, segment => (HAS.test(segment) ? paused(lexicon, segment) : segment))
}

function paused(lexicon: Lexicon, segment: string): string {
  const said = lower(segment)
  const nouns = nounsOf(longestMatches(lexicon.signs, said), said)
  const pauses: number[] = []
  for (let first = 0; first < nouns.length; ) {
    let last = first
    while (last + 1 < nouns.length && isAnswer(said.slice(nouns[last]?.end, nouns[last + 1]?.start))) last += 1
    const chain = nouns.slice(first, last + 1)
    pauses.push(...pausesOf(said, chain, nouns[first - 1]?.end ?? 0))
    first = last + 1
  }
  return pauses.toReversed().reduce((text, at) => `${text.slice(0, at)}，${text.slice(at)}`, segment)
}

const isAnswer = (between: string): boolean => ANSWER.test(between) && !/有没有|是不是/.test(between)

/** Where one noun with its answer ends; none where the list leaves open which verb is whose. */
function pausesOf(said: string, chain: readonly Noun[], from: number): readonly number[] {
  const [first, last] = [chain[0], chain.at(-1)]
  if (!first || !last || chain.length < 2) return []
  const ends = chain.slice(0, -1).map((noun, i) => [noun.end, chain[i + 1]?.start ?? noun.end] as const)
  if (!ends.some(([start, end]) => VERB.test(said.slice(start, end)))) return []
  const isVerbFirst = VERB_BEFORE.test(said.slice(from, first.start))
  const isAnsweredLast = TAIL.test(said.slice(last.end)) || GRADED.test(said.slice(last.start, last.end))
  if (isVerbFirst === isAnsweredLast) return []
  return ends.map(([start, end]) => (isVerbFirst ? start : end))
}

/** The nouns of facts, left to right; a verb inside an expression (没贷过款) makes it none. */
function nounsOf(signs: readonly TrieMatch<Sign>[], said: string): readonly Noun[] {
  const nouns: Noun[] = []
  for (const sign of signs) {
    const last = nouns.at(-1)
    const words = said.slice(sign.start, sign.end)
    // 个实用新型 and 有贷款 are nouns with what stands before them
    const start = sign.start + (/^(?:没有|有|[个件项名位])/.exec(words)?.[0].length ?? 0)
    const { end } = sign
    if (end - start < 2 || (last && start < last.end) || NO_NOUN.test(said.slice(start, end))) continue
    if (last && JOINS.test(said.slice(last.end, start))) nouns[nouns.length - 1] = { start: last.start, end }
    else nouns.push({ start, end })
  }
  return nouns
}
