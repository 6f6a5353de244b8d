// Where a company is, said in a sentence. Full names are believed; short ones (滨江, 章丘) only where the words around speak
// of a place; a name borne by several places stays a list of candidates unless a larger place narrows it.
import { type Gazetteer, isInside, LARGE_CITIES, levelOf, type Place } from './gazetteer.ts'
import { lower } from './normalise.ts'
import { longestAt, type TrieMatch } from './trie.ts'

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
const GLUE = /^(?:[省市地区 ,，、·-]?|, )$/
/** 光明 深圳: the larger place told behind the smaller. */
const THEN_LARGER = /^(?:[ ,，]|, )$/
const CUE_BEFORE =
  /(?:在|喺|位于|地址[是为在]?|注册地[是为在]?|总部|落户|落地|坐落|搬到|迁到|来自|地点|应该是|应为|改[成为到]|是|[:：]|\b(?:in|at|from|moved to|relocated to) )$/i
const REGISTERED = /(?:注册(?:地址|地)?[是为在于]*|迁到|搬到|registered (?:in|at) )$/i
/** Named for another reason: a bank, a school, a market, a street, a product. */
const OTHER_AFTER =
  /^(?: ?(?:[Uu]niversity|[Cc]ollege|[Ii]nstitute|[Bb]ank|[Aa]irport)|银行|大学|学院|理工|师范|分行|支行|农商|证券|股权|交易所|医院|湖|桥|岛|路|街|大道|话|产的|造|类人才|客户|市场|订单|分公司|子公司|办事处|研发中心|[A-E]类|到|的?(?:机票|高铁|天气|火车|酒店|地铁))/
const OTHER_BEFORE =
  /(?:[去飞往从游]|(?:以前|之前|原来|原先|早先|过去|曾经)(?:是?在|是)?|(?<![搬迁])到|卖到|卖往|销往|销到|出口到?|发往|供给|客户[在是]?|给|跟|子公司在|分公司在|办事处在|(?:房子|房产|住房|公寓|商铺)(?:都|是|也)?(?:买)?在|我是|老家(?:是|在)?|祖籍(?:是|在)?|籍贯(?:是)?|毕业于|读书在?|\b(?:not|no longer|left|never) (?:based |located )?(?:in )?)$/i
const FOLLOWER =
  /^(?:$|-?base|[，。、；,;\s)!！?？的这那有和也]|一[家个]|本地|注册|成立|高新|开发|经开|工业园|科技园|科学城|软件园|光谷|松山湖|未来科技城|临港|钱塘|东湖|综改|转型|保税|自贸|企业|公司|工厂|厂|滴|嘞|呢|哒|哩|做|搞|人|[\d一二两三四五六七八九十]|是|市|省|区|县)/

const WORKS_AFTER = /^的?[，, ]{0,2}(?:做|搞|生产|开厂|造|卖)/

/** 诸暨弹簧机, 丹阳眼镜设备: the trade right behind the place. */
const TRADE_AFTER =
  /^(?:这[里边儿]|那[里边儿]|本地)|^[一-龥]{0,6}(?:机械?|设备|配件|零件|材料|电机|汽配|轴承|五金|模具|纺织|服装|家具|灯具|阀门|食品|医药|化工|电器|仪器|仪表|塑料|橡胶|玻璃|陶瓷|钢|铝|铜|软件|电子|光伏|电池|工具|系统|平台)(?:[一-龥]{0,2}(?:企业|公司|厂|回收|制造|加工|外包|开发|的))?(?=$|[，。、；,; ])/
const TRADE_REACH = 10

/** All places named in a text. `expected` when the place itself was asked for. */
export function findRegions(gazetteer: Gazetteer, text: string, expected: boolean): readonly RegionFound[] {
  const groups = chain(gazetteer, text, matchesOf(gazetteer, text))
  const found: RegionFound[] = []
  let end = -1
  let believed = true
  for (const group of groups) {
    // 卖到上海、北京和广州: what holds for the first of a list holds for all
    const continues = end >= 0 && /^[、和及与或]$/.test(text.slice(end, group.start))
    const region: RegionFound | undefined = continues && !believed ? undefined : judge(gazetteer, text, group, expected)
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
    if (
      isOrdinary &&
      !isThenLarger(text, match, matches[index + 1]) &&
      (last?.end !== match.start || !match.values.some(place => last.codes.some(whole => isInside(place.code, whole))))
    )
      continue
    const group = groupOf(gazetteer, match)
    const joins = last !== undefined && GLUE.test(text.slice(last.end, match.start))
    const inner = joins ? group.codes.filter(code => last.codes.some(whole => isInside(code, whole))) : []
    // 我们在龙华 不是龙岗 深圳的: the larger one is not said of a place that is denied
    const behind =
      last !== undefined &&
      THEN_LARGER.test(text.slice(last.end, match.start)) &&
      !/不[是在] ?$/.test(text.slice(Math.max(0, last.start - 3), last.start))
    const inside = behind ? last.codes.filter(code => group.codes.some(whole => isInside(code, whole))) : []
    if (last && inner.length > 0) {
      groups[groups.length - 1] = {
        codes: inner,
        start: last.start,
        end: match.end,
        full: last.full || group.full,
        nested: true,
      }
    } else if (last && inside.length > 0) {
      groups[groups.length - 1] = { ...last, codes: inside, end: match.end, nested: true }
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

function groupOf(gazetteer: Gazetteer, match: TrieMatch<Place>): Group {
  // 长沙 is the city before it is the county inside the city; 吉林 the province before its city
  const codes = match.values.map(place => place.code)
  const outer = codes.filter(code => !codes.some(other => isInside(code, other)))
  const provinces = outer.filter(code => levelOf(code) === 'province')
  const large = outer.filter(code => LARGE_CITIES.has(gazetteer.nameOf.get(code) ?? ''))
  return {
    codes: provinces.length > 0 ? provinces : large.length > 0 ? large : [...new Set(outer)],
    start: match.start,
    end: match.end,
    full: match.values.some(place => place.full),
    nested: false,
  }
}

/** 昆山 and 诸暨 are cities of their own, and nobody's word for anything else. */
const isCountyCity = (gazetteer: Gazetteer, codes: readonly string[]): boolean =>
  codes.every(code => levelOf(code) === 'district' && gazetteer.nameOf.get(code)?.endsWith('市') === true)

function judge(gazetteer: Gazetteer, text: string, group: Group, expected: boolean): RegionFound | undefined {
  const before = text.slice(Math.max(0, group.start - 12), group.start)
  const after = text.slice(group.end, group.end + 5)
  // 我是当涂的 is where somebody comes from; 我是当涂的，做预制菜 where the company is
  const works = /我是$/.test(before) && WORKS_AFTER.test(after)
  if (OTHER_AFTER.test(after) || (OTHER_BEFORE.test(before) && !works)) return undefined
  const cue = CUE_BEFORE.test(before)
  const length = group.end - group.start
  const isDistrict = group.codes.every(code => levelOf(code) === 'district')
  const sure = (group.full && length > 2) || group.nested || cue || expected
  const begins = group.start === 0 || /(?:[，。、；,;\s(]|我们?|俺们?|咱们?|阿拉)$/.test(before)
  const fits = FOLLOWER.test(after)
  // a clause that is nothing but the name: 做水处理的 宜兴 86人
  const alone = begins && /^(?:$|[，。、；,;\s!！])/.test(after)
  const city = isCountyCity(gazetteer, group.codes)
  const plausible =
    (city || !isDistrict) && begins && (fits || TRADE_AFTER.test(text.slice(group.end, group.end + TRADE_REACH)))
      ? true
      : isDistrict
        ? alone || (begins && /^(?:的|这边|那边|高新|开发|经开|工业园)/.test(after))
        : fits
  if (!sure && !plausible) return undefined
  // 海南机械: a place that only opens a longer name is no place, even after 是
  if (
    !group.full &&
    !group.nested &&
    !fits &&
    !plausible &&
    !(expected && begins) &&
    !/(?:在|位于|[搬迁]到|落户|\b(?:in|to) )$/.test(before)
  )
    return undefined
  return { codes: group.codes, start: group.start, end: group.end, sure, registered: REGISTERED.test(before) }
}

/** 我们在鼓楼区, 公司是南京的: the second place settles the first. */
function narrowByOthers(found: readonly RegionFound[]): readonly RegionFound[] {
  return found.map(region => {
    if (region.codes.length < 2) return region
    const inner = region.codes.filter(code =>
      found.some(other => other !== region && other.codes.some(whole => isInside(code, whole))),
    )
    return inner.length > 0 ? { ...region, codes: inner } : region
  })
}
