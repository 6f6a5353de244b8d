// The names of provinces, cities and districts, full and short, made ready for searching. The list itself is data passed in.
import { buildTrie, type Trie } from '../text/trie.ts'
import { LATIN, LATIN_COUNTIES } from './latin-places.ts'
import { latinOf } from './place-syllables.ts'

export interface RegionEntry {
  readonly code: string
  readonly name: string
}

export interface Place {
  readonly code: string
  /** the official name rather than the short one: 滨江区, not 滨江 */
  readonly full: boolean
  /** an ordinary word too: a place only behind the larger one that holds it, 深圳光明 */
  readonly ordinary?: boolean
}

export interface Gazetteer {
  readonly names: Trie<Place>
  /** names in Latin letters; those of small places count only behind or before the larger one, unless nothing else is called so */
  readonly latin: Trie<Place>
  readonly nameOf: ReadonlyMap<string, string>
}

export type Level = 'province' | 'city' | 'district'
export const levelOf = (code: string): Level =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'district'

/** Whether the first code lies inside the second; a code does not lie inside itself. */
export function isInside(code: string, whole: string): boolean {
  if (code === whole) return false
  if (levelOf(whole) === 'province') return code.startsWith(whole.slice(0, 2))
  return levelOf(whole) === 'city' && levelOf(code) === 'district' && code.startsWith(whole.slice(0, 4))
}

const PEOPLES =
  '蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|鄂伦春|各'
const AUTONOMOUS = new RegExp(`(?:(?:${PEOPLES})族|(?<!内)蒙古|维吾尔|壮族|回族)*自治[区州县旗]$`)
const PLAIN = /(?:特别行政区|省|市|地区|盟|新区|区|县|旗|林区)$/
/** Entries that are no places, and official names that are ordinary words. */
export const NOT_PLACES = /直辖县级行政区划|^县$/
const ORDINARY = new Set(['城区', '郊区', '矿区', '东区', '西区', '新城区', '新市区'])
/** Short names that are ordinary words too; only their full names are places. */
const ORDINARY_SHORT = new Set(
  '合作 资源 通道 大方 平安 前进 东风 友谊 和平 光明 高明 互助 民权 安定 长安 新华 向阳 青山 新城 建华 城关 城中 海港 港口 新建 新市 大厂 公安 富裕 友好 长子 解放 红旗 大名 复兴 振兴 会同 共和 方正 凤凰 中方 兴业 工农 前锋 洞口 老城 元宝 东方 灯塔 安宁 大安 天长 城东 城西 城北 南部 江南 大城 温泉 比如 延长 天等 惠民 富民 爱民 兴国 台前 中站 三元 太平 太湖 大田 牡丹 古城 宝塔 白塔 站前 上街 路南 路北 二七 东山 西山'.split(
    ' ',
  ),
)
const SHORT_MIN = 2

/** 滨江区 → 滨江, 恩施土家族苗族自治州 → 恩施; undefined when too little would be left. */
export function shortName(name: string): string | undefined {
  const short = name.replace(AUTONOMOUS, '').replace(PLAIN, '')
  return short.length >= SHORT_MIN && short !== name ? short : undefined
}

/** Large cities outshine districts elsewhere that share their short name: 西安 is not 西安区. */
export const LARGE_CITIES: ReadonlySet<string> = new Set(Object.values(LATIN).filter(name => name.endsWith('市')))

/** New areas that have no code of their own, by the place that registers their companies. */
const NEW_AREAS: Readonly<Record<string, string>> = {
  前海: '440300',
  横琴: '440400',
  麓谷: '430100',
  湘江新区: '430100',
  松山湖: '441900',
  江北新区: '320100',
  两江新区: '500000',
  天府新区: '510100',
  西咸新区: '610000',
  贵安新区: '520000',
  西海岸新区: '370211',
  东湖高新: '420100',
  苏州园区: '320500',
  兰州新区: '620100',
  赣江新区: '360100',
  滇中新区: '530100',
  呼市: '150100',
  乌市: '650100',
  哈市: '230100',
}

/** Districts that everybody means by a name which another, much smaller one bears too. */
export const BETTER_KNOWN: ReadonlySet<string> = new Set(['330106', '440305', '440309', '440115', '310105', '310113'])

/** By Chinese name. */
const WRITTEN_IN_LATIN = Map.groupBy(
  [...Object.entries(LATIN), ...Object.entries(LATIN_COUNTIES)],
  ([, chinese]) => chinese,
)

/** A place's name as it stands in an English sentence: Binjiang, Inner Mongolia; undefined where it is not known. */
export function latinName(name: string): string | undefined {
  const written = WRITTEN_IN_LATIN.get(name)?.[0]?.[0] ?? latinOf(shortName(name) ?? name)
  return written?.replace(/(?:^| )[a-z]/g, letter => letter.toUpperCase())
}

/** Shorter names of small places are also names of people, or words. */
const LATIN_ALONE_MIN = 6

/** Latin names of all places, from their characters: Anyang and Shuangliu stand in no list. */
function workedOut(own: readonly RegionEntry[]): readonly [string, Place][] {
  const listed = new Set([...Object.keys(LATIN), ...Object.keys(LATIN_COUNTIES)])
  const named = own.flatMap(entry => {
    const latin = latinOf(shortName(entry.name) ?? entry.name)
    return latin === undefined ? [] : [{ ...entry, latin }]
  })
  const bearers = Map.groupBy(named, each => each.latin)
  return named.map(({ code, latin }): [string, Place] => {
    const level = levelOf(code)
    const alone = latin.length >= LATIN_ALONE_MIN && bearers.get(latin)?.length === 1
    const ordinary = level === 'province' ? false : listed.has(latin) || (level === 'district' && !alone)
    return [latin, { code, full: false, ordinary }]
  })
}

/** Compiles the list once. */
export function buildGazetteer(regions: readonly RegionEntry[]): Gazetteer {
  const places = regions.filter(entry => !NOT_PLACES.test(entry.name))
  const provinces = new Set(places.filter(entry => levelOf(entry.code) === 'province').map(entry => entry.name))
  // 北京市 stands in the list as a province and as its only city: the province speaks for both
  const own = places.filter(entry => !(levelOf(entry.code) === 'city' && provinces.has(entry.name)))
  const entries: [string, Place][] = []
  const latin: [string, Place][] = []
  for (const { code, name } of own) {
    if (!ORDINARY.has(name)) entries.push([name, { code, full: true }])
    const short = shortName(name)
    if (short !== undefined) entries.push([short, { code, full: false, ordinary: ORDINARY_SHORT.has(short) }])
    for (const [word] of WRITTEN_IN_LATIN.get(name) ?? []) latin.push([word, { code, full: false }])
  }
  const known = new Set(own.map(entry => entry.code))
  for (const [name, code] of Object.entries(NEW_AREAS)) if (known.has(code)) entries.push([name, { code, full: true }])
  latin.push(...workedOut(own))
  return {
    names: buildTrie(entries),
    latin: buildTrie(latin),
    nameOf: new Map(own.map(entry => [entry.code, entry.name])),
  }
}
