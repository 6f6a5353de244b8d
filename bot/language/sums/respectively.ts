// 发明、实用新型和软著分别是 3 件、12 件和 20 件; 前年和去年营收分别是 1500 万和 2300 万: lists that answer each other item by item.
// Where the lists do not match, nothing is taken from them, for any pairing would be a guess.
import type { FactDefinition } from '#engine'
import type { Sign } from '../scene/lexicon.ts'
import type { Scene } from '../scene/scene.ts'
import { clauseAt } from '../text/clauses.ts'
import { suits } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import { inPeriod, type Period } from '../values/periods.ts'

const RESPECTIVELY = /分别|依次|各是|respectively/g
const LIST_MIN = 2
const BETWEEN_VALUES = /^ ?[、，,/ 和跟与及]? ?$/

export interface Listed {
  /** values with the fact each belongs to */
  readonly pairs: readonly { readonly mention: Mention; readonly fact: FactDefinition; readonly start: number }[]
  /** all values of such lists, whether understood or not; no other reader may use them */
  readonly used: ReadonlySet<Mention>
}

/** The lists of a message that are told item by item. */
export function readLists(scene: Scene, mentions: readonly Mention[]): Listed {
  const pairs: { mention: Mention; fact: FactDefinition; start: number }[] = []
  const used = new Set<Mention>()
  let from = 0
  let before: readonly Period[] = []
  const words = [...scene.masked.matchAll(RESPECTIVELY)]
  for (const [index, word] of words.entries()) {
    const sentence = scene.clauses[clauseAt(scene.clauses, word.index)]?.sentence
    const inside = (place: number): boolean => scene.clauses[clauseAt(scene.clauses, place)]?.sentence === sentence
    const until = words[index + 1]?.index ?? scene.masked.length
    const rest = mentions.filter(
      each => each.kind !== 'date' && each.start > word.index && each.start < until && inside(each.start),
    )
    if (rest.length < LIST_MIN) {
      for (const each of toldBefore(scene, mentions, word.index, inside)) {
        pairs.push(each)
        used.add(each.mention)
      }
      continue
    }
    // 分别是：2023 年 1500 万，2024 年 2100 万: each value says itself what it is of
    const between = (start: number, end: number): boolean =>
      scene.periods.some(period => period.at >= start && period.at < end)
    if (rest.every((value, i) => between(rest[i - 1]?.end ?? word.index, value.start))) continue
    const names = scene.signs.filter(
      sign => sign.start >= from && sign.end <= word.index && inside(sign.start) && sign.values.some(isNamed),
    )
    const own = scene.periods.filter(period => period.at >= from && period.at < word.index && inside(period.at))
    // 近两年营收分别为…，净利润分别为…: still of the same years
    const periods = own.length > 0 ? own : before
    const run = runOf(scene, rest)
    const values = run.length === names.length || run.length === periods.length ? run : rest
    for (const each of values) used.add(each)
    before = periods
    from = values.at(-1)?.end ?? word.index
    pairs.push(...inOrder(scene, values, names, periods))
  }
  return { pairs, used }
}

/** The values that stand in one row, with nothing but marks between them. */
function runOf(scene: Scene, values: readonly Mention[]): readonly Mention[] {
  const end = values.findIndex((each, i) => {
    const next = values[i + 1]
    return next === undefined || !BETWEEN_VALUES.test(scene.masked.slice(each.end, next.start))
  })
  return values.slice(0, end + 1)
}

/** Each value with the name, or the year, that stands at the same place of its list. */
function inOrder(
  scene: Scene,
  values: readonly Mention[],
  names: Scene['signs'],
  periods: readonly Period[],
): Listed['pairs'] {
  const [only] = names
  return values.flatMap((mention, i) => {
    const fact = names.length === values.length ? named(names[i]?.values ?? [], mention) : undefined
    const base = names.length === 1 && periods.length === values.length ? named(only?.values ?? [], mention) : undefined
    const period = periods[i]
    const dated = base && period ? inPeriod(scene.lexicon, base, { offset: period.offset, own: true }) : undefined
    const target = fact ?? dated
    return target ? [{ mention, fact: target, start: (fact ? names[i] : only)?.start ?? mention.start }] : []
  })
}

/** 3、5、12，分别是发明、软著、新型: the numbers first, and then what each of them counts. */
function toldBefore(
  scene: Scene,
  mentions: readonly Mention[],
  word: number,
  inside: (place: number) => boolean,
): Listed['pairs'] {
  const names = scene.signs.filter(
    sign => sign.start > word && inside(sign.start) && sign.values.some(each => each.is === 'fact'),
  )
  const before = mentions.filter(each => each.end <= word && inside(each.start))
  const values = before.slice(-names.length)
  const [first] = values
  const earlier = before.at(-names.length - 1)
  if (first && earlier && BETWEEN_VALUES.test(scene.masked.slice(earlier.end, first.start))) return []
  const isList = values.every((each, i) => {
    const next = values[i + 1]?.start ?? word
    return next === word || BETWEEN_VALUES.test(scene.masked.slice(each.end, next))
  })
  if (names.length < LIST_MIN || values.length !== names.length || !isList) return []
  const listed = values.flatMap((mention, i) => {
    const fact = (names[i]?.values ?? []).flatMap(each =>
      each.is === 'fact' && suits(each.fact, mention) > 0 ? [each.fact] : [],
    )[0]
    return fact ? [{ mention, fact, start: mention.start }] : []
  })
  return listed.length === values.length ? listed : []
}

/** 发明、新型和外观: rights are named in short, too. */
const isNamed = (sign: Sign): boolean => sign.is === 'fact' && (!sign.weak || sign.fact.unit?.zh === '件')

function named(signs: readonly Sign[], mention: Mention): FactDefinition | undefined {
  for (const sign of signs) if (sign.is === 'fact' && isNamed(sign) && suits(sign.fact, mention) > 0) return sign.fact
  return undefined
}
