// Which noun owns which number. Nouns and numbers of a text stand in one row; the best set of pairs that do not cross is
// found by dynamic programming over near neighbours, so that 发明3项软著12项 and 3项发明12项软著 both come out right.
import type { FactDefinition, FactId } from '#engine'
import { takesNoTime } from '../scene/decoys.ts'
import type { Sign } from '../scene/lexicon.ts'
import { type Clause, clauseAt } from '../text/clauses.ts'
import type { TrieMatch } from '../text/trie.ts'
import { suits } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import { isAllBefore } from './all-before-part.ts'
import { isCountedIn, isNamedBefore, isSaidLast, NAMED_REACH, phrase } from './counted-noun.ts'
import { HEDGES_ONLY, isCountedInEnglish, OF_WHAT_KIND, OF_WHOM } from './english-pairing.ts'

export interface Pair {
  readonly mention: Mention
  readonly anchor: TrieMatch<Sign>
  readonly sign: Sign
  /** the fact whose kind the value has: the anchor's own, or its twin (研发投入 8 %) */
  readonly fact: FactDefinition | undefined
  readonly score: number
}

interface Scored {
  readonly sign: Sign
  readonly fact: FactDefinition | undefined
  readonly score: number
}

type Item = { readonly mention: Mention } | { readonly anchor: TrieMatch<Sign> }

export interface Row {
  readonly text: string
  readonly clauses: readonly Clause[]
  readonly mentions: readonly Mention[]
  readonly anchors: readonly TrieMatch<Sign>[]
  readonly twins: ReadonlyMap<FactId, FactDefinition>
}

/** How many places back in the row a partner may stand. */
const WINDOW = 7
const SCORE_MIN = 0.3
const WEAK = 0.8
const WEAK_GAP = 0.06
const DECOY = 0.88
const COUNTED = 0.2
const TWIN = 0.85
const GAP_AFTER_MAX = 5
/** What may stand between a noun and its value in the next clause. */
const SMALL_BETWEEN = /大概|大约|差不多|也就|一共|总共|都|是|有|了|的|约|就|才|[，、,:： ]/g
/** A counting word of people of any kind, unlike 个博士. */
const ANY_PEOPLE = '号人'
/** 一个 counts only after a verb of having: 有一个发明, not 写一份申请书. */
const EXISTS = /[有是拿获得过了共仅只就才取为]|授权|登记|have|had|hold|own/
const CONNECTS = /(?<!参)[和跟与及，、；,;。()]|以及|还有|另外|\band\b/

/** 2017年在武汉光谷注册: a place between a time and its verb does not part them. */
const AT_A_PLACE = /^(?:刚刚?|才|就)?在[一-龥]{2,8}$/
const startOf = (item: Item): number => ('mention' in item ? item.mention.start : item.anchor.start)

/** The best pairs, left to right; every noun and every number is in one pair at most. */
export function pairUp(row: Row): readonly Pair[] {
  const items: Item[] = [
    ...row.mentions.map(mention => ({ mention })),
    ...row.anchors.map(anchor => ({ anchor })),
  ].sort((a, b) => startOf(a) - startOf(b))
  const best: number[] = [0]
  const chosen: (readonly [from: number, pair: Pair] | undefined)[] = [undefined]
  for (let i = 1; i <= items.length; i += 1) {
    best[i] = best[i - 1] ?? 0
    chosen[i] = undefined
    for (let j = Math.max(1, i - WINDOW); j < i; j += 1) {
      const pair = score(row, items, j - 1, i - 1)
      const total = pair ? (best[j - 1] ?? 0) + pair.score : 0
      if (pair && total > (best[i] ?? 0)) {
        best[i] = total
        chosen[i] = [j - 1, pair]
      }
    }
  }
  const pairs: Pair[] = []
  for (let i = items.length; i > 0; ) {
    const choice = chosen[i]
    if (choice) pairs.push(choice[1])
    i = choice ? choice[0] : i - 1
  }
  return pairs.reverse()
}

function score(row: Row, items: readonly Item[], left: number, right: number): Pair | undefined {
  const [a, b] = [items[left], items[right]]
  if (!a || !b) return undefined
  const [mention, anchor] =
    'mention' in a
      ? [a.mention, 'anchor' in b ? b.anchor : undefined]
      : ['mention' in b ? b.mention : undefined, a.anchor]
  if (!mention || !anchor || isCountedIn(row.mentions, anchor, mention)) return undefined
  const position = place(row, mention, anchor)
  if (position === undefined || position <= 0) return undefined
  let winner: Scored | undefined
  for (const sign of anchor.values) {
    const scored = bySign(row, sign, mention, anchor, position)
    if (scored && scored.score > (winner?.score ?? 0)) winner = scored
  }
  // 四个月回款: a noun that no fact asks for yields to one that wants exactly this
  if (winner?.fact === undefined) winner = wanted(row, mention, anchor, position) ?? winner
  if (!winner) return undefined
  const between = items.slice(left + 1, right)
  const total = winner.score - disturbance(between, mention, winner)
  return total >= SCORE_MIN ? { mention, anchor, ...winner, score: total } : undefined
}

/** The best of an anchor's facts whose kind is exactly the value's, where the anchor is also a noun of no fact. */
function wanted(row: Row, mention: Mention, anchor: TrieMatch<Sign>, position: number): Scored | undefined {
  const exact = anchor.values.filter(
    sign => sign.is !== 'decoy' && sign.is !== 'option' && suits(sign.fact, mention) === 1,
  )
  const scored = exact.flatMap(sign => bySign(row, sign, mention, anchor, position) ?? [])
  return scored.toSorted((a, b) => b.score - a.score)[0]
}

/** How well the two stand to each other, whatever they mean. */
function place(row: Row, mention: Mention, anchor: TrieMatch<Sign>): number | undefined {
  const isBefore = anchor.start < mention.start
  const [from, to] = isBefore ? [anchor.end, mention.start] : [mention.end, anchor.start]
  const first = clauseAt(row.clauses, Math.min(anchor.start, mention.start))
  const second = clauseAt(row.clauses, Math.max(anchor.start, mention.start))
  if (row.clauses[first]?.sentence !== row.clauses[second]?.sentence) return undefined
  const crossings = second - first
  const between = row.text
    .slice(Math.min(from, to), Math.max(from, to))
    .replace(AT_A_PLACE, '')
    .replace(OF_WHOM, '')
    .replace(OF_WHAT_KIND, ' ')
  const gap = to > from ? between.length : 0
  if (isBefore)
    return 1 - 0.02 * Math.min(gap, 20) - 0.3 * crossings - (crossings === 0 && CONNECTS.test(between) ? 0.3 : 0)
  // 三十几个人研发占了大半: what follows is a share of them
  if (
    /占了?$/.test(row.text.slice(anchor.start, anchor.end)) ||
    /^(?:人员|的|人)?占/.test(row.text.slice(anchor.end, anchor.end + 3))
  )
    return undefined
  // 两百万还剩八十万: what is left stands behind
  if (
    /剩|还欠/.test(row.text.slice(anchor.start, anchor.end)) &&
    row.mentions.some(each => each.start >= anchor.end && each.start - anchor.end <= NAMED_REACH)
  )
    return undefined
  if (crossings > 0 || gap > GAP_AFTER_MAX || (gap > 0 && CONNECTS.test(between))) return undefined
  if (isAllBefore(row, mention, anchor)) return undefined
  // an article such as 一个 stands right before its noun or counts nothing
  return 0.92 - 0.07 * gap
}

function bySign(row: Row, sign: Sign, mention: Mention, anchor: TrieMatch<Sign>, position: number): Scored | undefined {
  if (sign.is === 'option') return undefined
  if (sign.is === 'decoy') {
    if (takesNoTime(row.text, anchor, mention) || isClausesAway(row, mention, anchor)) return undefined
    // working capital, mostly salaries, 1.5 million: what the money is for
    if (anchor.values.some(value => value.is === 'option') && anchor.start < mention.start) return undefined
    return { sign, fact: undefined, score: position * DECOY }
  }
  if (sign.is === 'measure' && sign.fact.measure.includes(ANY_PEOPLE) && isNamedBefore(row, sign.fact, mention))
    return undefined
  const own = suits(sign.fact, mention)
  const inEnglish = isCountedInEnglish(row.text, mention, anchor)
  const weight = sign.is === 'fact' && sign.weak && !inEnglish ? WEAK : 1
  if (
    mention.article &&
    (position < 0.85 ||
      !(EXISTS.test(row.text.slice(Math.max(0, mention.start - 8), mention.start)) || isSaidLast(row, mention, anchor)))
  )
    return undefined
  if (own > 0) {
    const joined = sign.is === 'measure' ? phrase(row, mention, anchor) : inEnglish ? COUNTED : 0
    const loose = looseness(row, mention, anchor, weight < 1)
    return { sign, fact: sign.fact, score: position * own * weight + joined - loose }
  }
  const twin = sign.fact.type === 'money' || sign.fact.type === 'percent' ? row.twins.get(sign.fact.id) : undefined
  const fits = twin ? suits(twin, mention) : 0
  return twin && fits === 1 ? { sign, fact: twin, score: position * TWIN * weight } : undefined
}

/** 走了一批，剩下 28 个; 打款给供应商，差 80 万: a noun of no fact does not reach into the next clause. */
const isClausesAway = (row: Row, mention: Mention, anchor: TrieMatch<Sign>): boolean =>
  anchor.start < mention.start &&
  clauseAt(row.clauses, anchor.start) !== clauseAt(row.clauses, mention.start) &&
  (row.text.slice(anchor.end, mention.start).replace(SMALL_BETWEEN, '') !== '' ||
    // 用来扩车间，800 万: what the money is for
    /(?:用来|用于|扩|建|盖|买|换|改造?)(?:[一-龥]{0,2})$/.test(
      row.text.slice(Math.max(0, anchor.start - 4), anchor.start),
    ))

/** Short words must stand close, and 管理和研发 30 人 counts both together. */
function looseness(row: Row, mention: Mention, anchor: TrieMatch<Sign>, weak: boolean): number {
  const between = row.text.slice(Math.min(mention.end, anchor.start), anchor.start)
  const gap =
    AT_A_PLACE.test(between) || HEDGES_ONLY.test(row.text.slice(anchor.end, mention.start))
      ? 0
      : Math.max(0, mention.start - anchor.end, anchor.start - mention.end)
  const joined =
    anchor.start < mention.start &&
    (weak ? /(?:[和及、]|(?<!参)与)$/ : /(?:[和及]|(?<!参)与)$/).test(
      row.text.slice(Math.max(0, anchor.start - 2), anchor.start),
    )
  const counted = row.mentions.some(
    each =>
      each.end <= anchor.start &&
      anchor.start - each.end <= 8 &&
      (!/[，、]/.test(row.text.slice(each.end, anchor.start)) || anchor.start - each.end === 1),
  )
  return (weak ? WEAK_GAP * Math.max(0, gap - 1) : 0) + (joined && !counted ? 1 : 0)
}

/** Other nouns and numbers in between that would suit as well make a pair less likely. */
function disturbance(between: readonly Item[], mention: Mention, winner: Scored): number {
  let sum = 0
  for (const item of between) {
    if ('mention' in item) {
      if (winner.fact && suits(winner.fact, item.mention) >= 0.5) sum += 0.35
    } else sum += Math.max(...item.anchor.values.map(sign => claimOn(sign, mention)))
  }
  return sum
}

/** How much a noun in between wants the value for itself. */
function claimOn(sign: Sign, mention: Mention): number {
  if (sign.is === 'option') return 0
  if (sign.is === 'decoy') return 0.2
  if (suits(sign.fact, mention) <= 0.5) return 0
  return sign.is === 'fact' && sign.weak ? 0.05 : 0.2
}

/** Where the text of a pair begins and ends. */
export const spanOf = (pair: Pair): readonly [number, number] => [
  Math.min(pair.anchor.start, pair.mention.start),
  Math.max(pair.anchor.end, pair.mention.end),
]
