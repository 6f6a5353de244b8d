// Where a company is, said in a sentence. Full names are believed; short ones (滨江, 章丘) only where the words around speak
// of a place; a name borne by several places stays a list of candidates unless a larger place narrows it.
import { lower } from '../text/normalise.ts'
import { longestAt, type TrieMatch } from '../text/trie.ts'
import { BETTER_KNOWN, type Gazetteer, isInside, LARGE_CITIES, levelOf, type Place } from './gazetteer.ts'
import { PARK_AFTER } from './park-words.ts'
import {
  BEGAN_AFTER,
  CAME_BACK,
  CUE_BEFORE,
  DISTRICT_AFTER,
  FOLLOWER,
  isElsewhere,
  MAKES_AFTER,
  REGISTERED,
  REGISTERED_AFTER,
  SPEAKER_BEFORE,
  TRADE_AFTER,
  TRADE_CLAUSE,
  TRADE_CLAUSE_REACH,
  TRADE_FACTORY,
  TRADE_REACH,
  WORKS_AFTER,
  WORKS_THERE,
} from './place-words.ts'

export interface RegionFound {
  /** the codes it may be, best first; one when it is certain */
  readonly codes: readonly string[]
  readonly start: number
  readonly end: number
  /** named with its suffix, within a larger place, or after a word such as 在 */
  readonly sure: boolean
  /** said of the registration rather than of any seat: 注册在 */
  readonly registered: boolean
}

const REGIONS_MAX = 16
const GLUE =
  /^(?:的?[省市地区 ,，、·-]?|(?:国家)?(?:高新|经开|开发|产业园|工业园)区?[，, ]?|(?:'s)?(?: (?:province|city|municipality|prefecture))?,? )$/i
/** 光明 深圳, Yuelu District of Changsha: the larger place told behind the smaller. */
const THEN_LARGER = /^(?: (?:district|county|city|town|new area))?(?:[ ,，]|, |,? (?:in|of) )$/i
const AFTER_REACH = 14
const BEFORE_REACH = 24

/** Whether a trade is named in a stretch of the text. */
export type IsTrade = (start: number, end: number) => boolean

/** All places named in a text. `isTrade` believes 柳州汽车零部件. `expected` when the place itself was asked for. */
export function findRegions(
  gazetteer: Gazetteer,
  text: string,
  expected: boolean,
  isTrade: IsTrade = () => false,
): readonly RegionFound[] {
  const groups = chain(gazetteer, text, matchesOf(gazetteer, text))
  const found: RegionFound[] = []
  let end = -1
  let believed = true
  for (const group of groups) {
    // 卖到上海、北京和广州: what holds for the first of a list holds for all
    const continues = end >= 0 && /^(?:[、和及与或]|,? (?:and|or) )$/.test(text.slice(end, group.start))
    const region: RegionFound | undefined =
      continues && !believed ? undefined : judge(gazetteer, text, group, expected, isTrade)
    if (region) found.push(region)
    end = group.end
    believed = region !== undefined
  }
  return narrowByOthers(found)
}

function matchesOf(gazetteer: Gazetteer, text: string): TrieMatch<Place>[] {
  const found: TrieMatch<Place>[] = []
  const lowered = lower(text)
  for (let at = 0; at < text.length && found.length < REGIONS_MAX * 2; ) {
    const match = longestAt(gazetteer.names, text, at) ?? longestAt(gazetteer.latin, lowered, at)
    if (match) found.push(match)
    at = match ? match.end : at + 1
  }
  return found
}

interface Group {
  readonly codes: readonly string[]
  /** also those that count only beside a larger place */
  readonly all: readonly string[]
  readonly start: number
  readonly end: number
  readonly full: boolean
  readonly nested: boolean
}

/** 山东省济南市历下区 is one place: each name narrows the next. */
function chain(gazetteer: Gazetteer, text: string, matches: readonly TrieMatch<Place>[]): readonly Group[] {
  const groups: Group[] = []
  for (const [index, match] of matches.entries()) {
    const last = groups.at(-1)
    const isOrdinary = match.values.every(place => place.ordinary)
    const follows = last !== undefined && isNextTo(text, last.end, match.start)
    if (
      isOrdinary &&
      !isThenLarger(text, match, matches[index + 1]) &&
      (!follows || !match.values.some(place => last.codes.some(whole => isInside(place.code, whole))))
    )
      continue
    const group = groupOf(gazetteer, match)
    const joins = last !== undefined && GLUE.test(text.slice(last.end, match.start))
    const within = joins ? group.all.filter(code => last.codes.some(whole => isInside(code, whole))) : []
    // 湖南岳阳 is the city, before it is the county inside the city
    const inner = within.filter(code => !within.some(whole => isInside(code, whole)))
    // 我们在龙华 不是龙岗 深圳的: the larger one is not said of a place that is denied
    const behind =
      last !== undefined &&
      THEN_LARGER.test(text.slice(last.end, match.start)) &&
      !/不[是在] ?$/.test(text.slice(Math.max(0, last.start - 3), last.start))
    const inside = behind ? last.all.filter(code => group.codes.some(whole => isInside(code, whole))) : []
    if (last && inner.length > 0) {
      groups[groups.length - 1] = {
        codes: inner,
        all: inner,
        start: last.start,
        end: match.end,
        full: last.full || group.full,
        nested: true,
      }
    } else if (last && inside.length > 0) {
      groups[groups.length - 1] = { ...last, codes: inside, all: inside, end: match.end, nested: true }
    } else groups.push(group)
  }
  return groups.slice(0, REGIONS_MAX)
}

/** 光明 深圳: a word that names a place only with the larger one, which here comes next. */
function isThenLarger(text: string, { start, end, values }: TrieMatch<Place>, next?: TrieMatch<Place>): boolean {
  return (
    next !== undefined &&
    /(?:^|[，,。 ])$/.test(text.slice(Math.max(0, start - 1), start)) &&
    THEN_LARGER.test(text.slice(end, next.start)) &&
    values.some(place => next.values.some(whole => isInside(place.code, whole.code)))
  )
}

/** 长沙岳麓 without a gap; Changsha, Yuelu district with one. */
const isNextTo = (text: string, end: number, start: number): boolean =>
  end === start || (/[a-z]/i.test(text[start] ?? '') && GLUE.test(text.slice(end, start)))

function groupOf(gazetteer: Gazetteer, match: TrieMatch<Place>): Group {
  // 长沙 is the city before it is the county inside the city; 吉林 the province before its city
  const plain = match.values.filter(place => !place.ordinary)
  const all = [...new Set(match.values.map(place => place.code))]
  const codes = plain.length > 0 ? [...new Set(plain.map(place => place.code))] : all
  const outer = codes.filter(code => !codes.some(other => isInside(code, other)))
  const provinces = outer.filter(code => levelOf(code) === 'province')
  // 大同 is the city before it is a district of another one
  const cities = outer.filter(code => levelOf(code) === 'city' && !DISPUTED.has(code))
  const large = outer.filter(code => LARGE_CITIES.has(gazetteer.nameOf.get(code) ?? '') || cities.includes(code))
  return {
    codes: provinces.length > 0 ? provinces : large.length > 0 ? large : outer,
    all,
    start: match.start,
    end: match.end,
    full: match.values.some(place => place.full),
    nested: false,
  }
}

/** 昆山 and 诸暨 are cities of their own, and nobody's word for anything else. */
const isCountyCity = (gazetteer: Gazetteer, codes: readonly string[]): boolean =>
  codes.every(code => levelOf(code) === 'district' && gazetteer.nameOf.get(code)?.endsWith('市') === true)

function judge(
  gazetteer: Gazetteer,
  text: string,
  group: Group,
  expected: boolean,
  isTrade: IsTrade,
): RegionFound | undefined {
  const before = text.slice(Math.max(0, group.start - BEFORE_REACH), group.start)
  const after = text.slice(group.end, group.end + AFTER_REACH)
  // 我是当涂的 is where somebody comes from; 我是当涂的，做预制菜 where the company is
  const works =
    (SPEAKER_BEFORE.test(before) && WORKS_AFTER.test(after)) || (CAME_BACK.test(before) && BEGAN_AFTER.test(after))
  if (!works && isElsewhere(before, after)) return undefined
  const registered = (REGISTERED.test(before) || REGISTERED_AFTER.test(after)) && !WORKS_THERE.test(after)
  const cue = works || registered || CUE_BEFORE.test(before)
  const length = group.end - group.start
  const isDistrict = group.codes.every(code => levelOf(code) === 'district')
  const sure = (group.full && length > 2) || group.nested || cue || expected
  const begins = group.start === 0 || /(?:[，。、；,;\s(]|我们?|俺们?|咱们?|阿拉|系)$/.test(before)
  const fits = FOLLOWER.test(after) || PARK_AFTER.test(after)
  // a clause that is nothing but the name: 做水处理的 宜兴 86人
  const alone = begins && /^(?:$|[，。、；,;\s!！]|\.(?:\s|$))/.test(after)
  const settled = group.codes.length === 1 || group.codes.some(code => BETTER_KNOWN.has(code))
  // 柳州汽车零部件，: a trade up to the end of the clause
  const rest = text.slice(group.end, group.end + TRADE_CLAUSE_REACH)
  const trade = (TRADE_CLAUSE.exec(rest) ?? (group.start === 0 ? TRADE_FACTORY.exec(rest) : null))?.[0]
  const ofTrade = trade !== undefined && begins && isTrade(group.end, group.end + trade.length)
  const city = isCountyCity(gazetteer, group.codes)
  const plausible =
    (city || !isDistrict) &&
    begins &&
    (fits || TRADE_AFTER.test(text.slice(group.end, group.end + TRADE_REACH)) || ofTrade)
      ? true
      : isDistrict
        ? alone ||
          (begins &&
            (DISTRICT_AFTER.test(after) || PARK_AFTER.test(after) || (settled && (MAKES_AFTER.test(after) || ofTrade))))
        : fits
  if (!sure && !plausible) return undefined
  // 海南机械: a place that only opens a longer name is no place, even after 是
  if (
    !group.full &&
    !group.nested &&
    !fits &&
    !plausible &&
    !(expected && begins) &&
    !registered &&
    !/(?:在|位于|[搬迁]到|落户|\b(?:in|to) )$/.test(before)
  )
    return undefined
  return { codes: group.codes, start: group.start, end: group.end, sure, registered }
}

/** 朝阳 is a city, and a better known district elsewhere. */
const DISPUTED: ReadonlySet<string> = new Set(['211300'])

/** 我们在鼓楼区, 公司是南京的: the second place settles the first. */
function narrowByOthers(found: readonly RegionFound[]): readonly RegionFound[] {
  return found.map(region => {
    if (region.codes.length < 2) return region
    const inner = region.codes.filter(code =>
      found.some(other => other !== region && other.codes.some(whole => isInside(code, whole))),
    )
    if (inner.length > 0) return { ...region, codes: inner }
    // 西湖区 by itself is the one in Hangzhou
    const known = region.codes.filter(code => BETTER_KNOWN.has(code))
    return known.length === 1 ? { ...region, codes: known } : region
  })
}
