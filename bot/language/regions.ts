// Where a company is, said in a sentence. Full names are believed; short ones (滨江, 章丘) only where the words around speak
// of a place; a name borne by several places stays a list of candidates unless a larger place narrows it.
import { isElsewhereInEnglish } from './english-places.ts'
import { BETTER_KNOWN, type Gazetteer, isInside, LARGE_CITIES, levelOf, type Place } from './gazetteer.ts'
import { lower } from './normalise.ts'
import { PARK_AFTER } from './park-words.ts'
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
const GLUE = /^(?:[省市地区 ,，、·-]?|(?:'s)?(?: (?:province|city|municipality|prefecture))?,? )$/i
/** 光明 深圳, Yuelu District of Changsha: the larger place told behind the smaller. */
const THEN_LARGER = /^(?: (?:district|county|city|town|new area))?(?:[ ,，]|, |,? (?:in|of) )$/i
const CUE_BEFORE =
  /(?:在|喺|位于|地址[是为在]?|注册地[是为在]?|总部|落户|落地|坐落|[搬迁]到|来自|地点|应该是|应为|改[成为到]|是|[:：]|\b(?:in|at|from|moved to|relocated to) )$/i
/** 执照是溧水的, 执照改到滨江了, 迁去临平: where it is registered now. */
const REGISTERED =
  /(?:(?:注册(?:地址|地)?|(?:营业)?执照(?:上的?)?(?:地址)?|工商(?:登记|注册)?)(?:就|也|都|还|才|倒)?(?:[是为在于]|开在|办在|挂在|写的?(?:是|在)?|[:：])*|(?:迁|搬|改|换|变更)(?:了)?[到至去成为回]了?|registered (?:in|at) )$/i
const REGISTERED_AFTER = /^(?:那边|这边)?(?:注册|登记|[办拿领]的?(?:营业)?执照)/
/** 迁到苏州生产: works there, registered where it was. */
const WORKS_THERE = /^(?:那边|这边)?(?:生产|办公|上班|租|建厂|开分)/
/** Named for another reason: a bank, a school, a market, a street, a product. */
const OTHER_AFTER =
  /^(?:[交工师农科财电医海]大(?![家小量门])|(?:做|开|办)的?(?:展|会)| ?(?:[Uu]niversity|[Cc]ollege|[Ii]nstitute|[Bb]ank|[Aa]irport)|银行|大学|学院|理工|师范|分行|支行|农商|证券|股权|交易所|医院|湖|桥|岛|路|街|大道|话|产的|造|类人才|客户|市场|订单|分公司|子公司|办事处|研发中心|[A-E]类|到|的?(?:机票|高铁|天气|火车|酒店|地铁|展会?|会展)|[那这]?边?(?:[读念]的?(?:书|博|硕|本科|大学|研|[，,。 ]|$)|上的?(?:学|大学)|评[的上了]|打工|上学|出差|开会|参展|培训|留学|进修|有(?:一?个|[两三几]个)?(?:办事处|分公司|仓库|门店|网点)))/
const OTHER_BEFORE =
  /(?:(?<![搬迁])[去回]|[飞往从游]|(?:以前|之前|原来|原先|早先|过去|曾经|当初|当时|最早|最初|早年|起初|一开始|刚开始|上一?家|老公司)(?:的?(?:公司|厂子?|注册地?|注册地址|地址|执照|营业执照))?(?:都|就)?(?:是?在|是|注册在|开在|落在|挂在)?|(?<![搬迁改换])到|卖到|卖往|销往|销到|出口到?|发往|供给|客户[在是]?|给|跟|(?:(?<![这本]家?)子公司|分公司|办事处|研发(?:中心|部|团队)|实验室|仓库|门店|销售(?:部|中心|团队)?|展会|学校|导师|供应商|对手|同行|(?:我|老板|法人)(?:本人|自己|个?人)|(?:^|[，,。 ])人|我家|住)(?:也|都|就|还|是|放|设|建)?在|(?:房子|房产|住房|公寓|商铺)(?:都|是|也)?(?:买)?在|我是|(?:老板|法人|老公|老婆|合伙人|创始人|他|她)(?:也|都)?是|老家(?:是|在)?|祖籍(?:是|在)?|籍贯(?:是)?|毕业于|读书在?|\b(?:not|no longer|left|never) (?:based |located )?(?:in )?)$/i
const FOLLOWER =
  /^(?:$|-?base|[，。、；,;\s)!！?？的这那有和也]|一[家个]|本地|注册|成立|高新|开发|经开|工业园|科技园|科学城|软件园|光谷|松山湖|未来科技城|临港|钱塘|东湖|综改|转型|保税|自贸|企业|公司|工厂|厂|滴|嘞|呢|哒|哩|做|搞|整|[开办创建](?!会|庭)|人|嘅|[\d一二两三四五六七八九十]|是|市|省|区|县)/

const WORKS_AFTER =
  /^(?:[这那]边|本地)?(?:的|嘅|滴)?[，, ]{0,2}(?:做|搞|整|生产|开厂|办厂|造|卖)|^(?:[这那]边|本地)?(?:的|有)?一?[家个间][一-龥A-Za-z]{0,10}(?:厂|公司|企业)/
/** 我贵阳的，做软件: who speaks, and where the company is. */
const SPEAKER_BEFORE = /我是?$/
/** 回合肥办的公司 */
const CAME_BACK = /(?:回(?:到|来|了)?|老家)(?:在|的)?$/
const BEGAN_AFTER = /^(?:[这那]边)?(?:自己)?(?:开|办|创|建|设立|成立|注册)(?!会|庭)/
/** A district's short name is a place where the words behind it speak of one, or of what is made there. */
const DISTRICT_AFTER =
  /^(?:的|嘅|[这那][边里块儿]|[这那]疙瘩|本地|山里|镇上|乡下|高新|开发|经开|工业园|软件园|科技园|科学城|科技城|未来科技城|产业园|创业园|保税|自贸)/
const MAKES_AFTER = /^(?:做|搞|整|生产|造)(?![完过梦])/

/** 诸暨弹簧机, 丹阳眼镜设备: the trade right behind the place. */
const TRADE_AFTER =
  /^(?:这[里边儿]|那[里边儿]|本地)|^[一-龥]{0,6}(?:机械?|设备|配件|零件|材料|电机|汽配|轴承|五金|模具|纺织|服装|家具|灯具|阀门|食品|医药|化工|电器|仪器|仪表|塑料|橡胶|玻璃|陶瓷|钢|铝|铜|软件|电子|光伏|电池|工具|系统|平台)(?:[一-龥]{0,2}(?:企业|公司|厂|回收|制造|加工|外包|开发|的))?(?=$|[，。、；,; ])/
const TRADE_REACH = 10
const AFTER_REACH = 14
const BEFORE_REACH = 24

/** All places named in a text. `expected` when the place itself was asked for. */
export function findRegions(gazetteer: Gazetteer, text: string, expected: boolean): readonly RegionFound[] {
  const groups = chain(gazetteer, text, matchesOf(gazetteer, text))
  const found: RegionFound[] = []
  let end = -1
  let believed = true
  for (const group of groups) {
    // 卖到上海、北京和广州: what holds for the first of a list holds for all
    const continues = end >= 0 && /^(?:[、和及与或]|,? (?:and|or) )$/.test(text.slice(end, group.start))
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
    const inner = joins ? group.all.filter(code => last.codes.some(whole => isInside(code, whole))) : []
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
  const large = outer.filter(code => LARGE_CITIES.has(gazetteer.nameOf.get(code) ?? ''))
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

function judge(gazetteer: Gazetteer, text: string, group: Group, expected: boolean): RegionFound | undefined {
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
  const begins = group.start === 0 || /(?:[，。、；,;\s(]|我[们哋]?|俺们?|咱们?|阿拉|系)$/.test(before)
  const fits = FOLLOWER.test(after) || PARK_AFTER.test(after)
  // a clause that is nothing but the name: 做水处理的 宜兴 86人
  const alone = begins && /^(?:$|[，。、；,;\s!！])/.test(after)
  const settled = group.codes.length === 1 || group.codes.some(code => BETTER_KNOWN.has(code))
  const city = isCountyCity(gazetteer, group.codes)
  const plausible =
    (city || !isDistrict) && begins && (fits || TRADE_AFTER.test(text.slice(group.end, group.end + TRADE_REACH)))
      ? true
      : isDistrict
        ? alone ||
          (begins && (DISTRICT_AFTER.test(after) || PARK_AFTER.test(after) || (settled && MAKES_AFTER.test(after))))
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

/** Whether the words around a place say that it is another's, an earlier one's, or where somebody goes. */
export const isElsewhere = (before: string, after: string): boolean =>
  OTHER_AFTER.test(after) ||
  OTHER_BEFORE.test(before) ||
  isElsewhereInEnglish(before) ||
  (/我$/.test(before) && /^人/.test(after))

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
