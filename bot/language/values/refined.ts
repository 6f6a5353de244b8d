// A rough value told more exactly at once: 七十几万，没细算，七十六吧 is 76 万, 六十人不到点，五十八 are 58 people, 一五年底，十二月 is
// December. The exact one, which must lie inside the rough one, takes its place.
import { FEN_PER_WAN } from '#engine'
import { MONTH_SAID, monthsOf, partsOf } from './calendar.ts'
import type { Mention } from './mention.ts'
import { readNumeral } from './numeral.ts'

const BETWEEN_MAX = 16
/** What may be said between the two. */
const BETWEEN =
  /^(?:出头|多|一?点|左右|吧|啊|的样子){0,3}(?:[，,。… ]{1,2}|(?=就?算))(?:[没未](?:有)?(?:细算|细数|仔细算)[，,。 ]{1,2})?(?:我?(?:算|数|想|查)(?:一下|了下|了一下)[，,。 ]?)?(?:(?:准确|确切|具体|精确|严格)(?:点|地|来)*(?:说|讲)?|应该|好像|大概|估计|也就|算|就|是|有|顶多|最多|不超过)*$/
const AFTER = /^(?:万|亿|人|个|号人?|%|个点|点)?(?:左右|上下)?(?:吧|啊|嘛|的样子)?(?=$|[，。,.；; ])/
/** So far below a limit that is not reached a number may lie. */
const UNDER_MIN = 0.85
const MONTH_THEN = new RegExp(
  `^[，, ]{0,2}(?:应该|大概|好像|具体)?(?:是|在)?${MONTH_SAID}(?:吧|左右|的?时候)?(?=$|[，。,.；; ])`,
)
const PPM_PER_POINT = 10_000
const FEN_PER_YI = FEN_PER_WAN * 10_000
const REACH = 12

/** The mentions of a text, each rough one that is told more exactly at once with its exact value. */
export function withRefined(text: string, mentions: readonly Mention[], today: number): readonly Mention[] {
  const made: Mention[] = []
  for (let i = 0; i < mentions.length; i += 1) {
    const rough = mentions[i]
    if (!rough) continue
    const month = rough.kind === 'date' ? monthOf(text, rough, today) : undefined
    const exact = month ? undefined : exactOf(text, rough, mentions[i + 1])
    made.push(month ?? exact ?? rough)
    if (exact) i += 1
    if (month) while ((mentions[i + 1]?.start ?? Number.POSITIVE_INFINITY) < month.end) i += 1
  }
  return made
}

/** The bounds that the rough value leaves; undefined where it is exact. */
function boundsOf(
  text: string,
  { kind, low, high, bound, approximate, start, end }: Mention,
): [number, number] | undefined {
  if (bound === 'under') return [high * UNDER_MIN, high]
  if (low < high) return [low, high]
  const words = text.slice(start, end)
  const isMore = approximate && (/[多出余来几]/.test(words) || /^多?点/.test(text.slice(end, end + 2)))
  if (!isMore || low <= 0) return undefined
  // 三千多万 is less than four thousand
  const step = kind === 'percent' ? PPM_PER_POINT * (words.includes('成') ? 10 : 1) : 10 ** Math.floor(Math.log10(low))
  return [words.includes('来') ? low - step / 2 : low, low + step]
}

function exactOf(text: string, rough: Mention, next: Mention | undefined): Mention | undefined {
  if (!next || next.low !== next.high || next.year !== undefined || next.article) return undefined
  if (next.start - rough.end > BETWEEN_MAX || !BETWEEN.test(text.slice(rough.end, next.start))) return undefined
  if (!AFTER.test(text.slice(next.end))) return undefined
  const bounds = boundsOf(text, rough)
  const [low, high] = bounds ?? [0, 0]
  const units = next.kind === rough.kind ? [1] : next.kind === 'number' ? unitsOf(rough) : []
  const unit = units.find(each => next.low * each >= low && next.low * each <= high)
  if (!bounds || unit === undefined) return undefined
  const value = Math.round(next.low * unit)
  return { ...rough, low: value, high: value, approximate: false, bound: undefined, vague: false, end: next.end }
}

/** What a bare number behind a rough value may count: of 七十几万 the ten thousands. */
function unitsOf({ kind, high }: Mention): readonly number[] {
  if (kind === 'money') return [FEN_PER_WAN, FEN_PER_YI].filter(unit => high >= unit)
  return kind === 'percent' ? [PPM_PER_POINT] : [1]
}

/** 一五年底，十二月: the month inside the part of the year that was told. */
function monthOf(text: string, rough: Mention, today: number): Mention | undefined {
  const { year, month: first } = partsOf(rough.low)
  const last = partsOf(rough.high)
  if (year !== last.year || first === last.month) return undefined
  const found = MONTH_THEN.exec(text.slice(rough.end, rough.end + REACH))
  const month = readNumeral(found?.[1] ?? '', 0)?.low
  const range = month === undefined ? undefined : monthsOf(year, month, month)
  if (!found || !range || range.low < rough.low || range.low > rough.high) return undefined
  return { ...rough, low: range.low, high: Math.min(range.high, today), end: rough.end + found[0].length }
}
