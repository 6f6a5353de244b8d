// A typed wish for one of the offers shown: 我要申请苏科贷, 就第一个方案吧, apply for plan 2. What asks, doubts or refuses
// chooses nothing.
import { lower, normalise } from '../text/normalise.ts'
import { DIGITS } from '../values/numeral-state.ts'

export interface OfferChoice {
  /** the plan by its number, from 1; undefined where a name has to tell */
  readonly plan: number | undefined
  /** false for a wish only to see it */
  readonly applies: boolean
}

const LENGTH_MAX = 40
const APPLIES =
  /申请|申办|对接|报名|提交|办理|就(?:选|要|做|用|定|办|它|这个|那个|第|方案|按)|选(?:第|这个|那个|方案|择|它)|[我咱]们?(?:想|要)第|联系(?:一下)?(?:银行|机构|他们)|\b(?:apply|go (?:for|with|ahead)|choose|pick|take|contact|i(?:'ll|'d| will| want| would))\b/
const SEES = /看|详情|详细|介绍|说说|讲讲|了解|\b(?:see|show|details?|about|more on)\b/
const REFUSES =
  /不|别|没|未|[吗么?？]|怎么|如何|多少|多久|什么|哪|如果|要是|是否|之前|以前|已经|申请过|申请了|(?<!帮)能不能(?!帮)|\b(?:not|don't|no|why|how|what|which|if|when|already|does|is it|should)\b/
const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 }
/** 第一个方案, 方案二, 2号方案, the first one; 第一次 and 第一个专利 are none. */
const PLAN =
  /第([一二三四1-4])(?:个|款|种|套)?(?:方案|产品|组合|贷款)?(?=$|[，,。.！!吧啊呢哦的 ]|我|就|帮|直接|申|对|办|报)|方案([一二三四1-4])|([1-4一二三四])号方案|(?:plan|option|number|no\.?) ?([1-4])\b|\bthe (first|second|third|fourth)(?: (?:one|plan|option))?\b/

/** What a text chooses of what was offered; undefined when it chooses nothing. */
export function readOfferChoice(raw: string): OfferChoice | undefined {
  const text = lower(normalise(raw))
  if (text.length > LENGTH_MAX || REFUSES.test(text.replace(/能不能帮|可不可以帮|可以帮/, ''))) return undefined
  const named = PLAN.exec(text)
  const number = named?.[1] ?? named?.[2] ?? named?.[3] ?? named?.[4]
  const plan = number === undefined ? ORDINALS[named?.[5] ?? ''] : (DIGITS.get(number) ?? Number(number))
  const applies = APPLIES.test(text)
  const isBare = named !== null && named[0].length >= text.replace(/[。.！!吧啊呢哦]+$/, '').length
  return applies || SEES.test(text) || isBare ? { plan, applies } : undefined
}
