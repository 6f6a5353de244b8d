// Titles and levels as an answer tells them: 瞪羚报上去了 等公示 has none, 报了小巨人没批 省的有 is the province's, 去年有今年掉了 is
// none any more. Read part by part: what is denied, lost or only applied for is not had.
import type { Role } from '../roles.ts'
import { type AnswerPart, answerParts } from './answer-parts.ts'
import { OPEN } from './lists-told.ts'

const NONE = 'none'
/** The words of each title or level, best first. */
const WORDS: Readonly<Partial<Record<Role, readonly (readonly [option: string, words: RegExp])[]>>> = {
  platform: [
    ['national', /国家|全国|国字号|national/],
    ['provincial', /省|自治区|provinc/],
    ['municipal', /[市区县]|city|municipal/],
  ],
  award: [
    ['national', /国家|全国|national/],
    ['provincial', /省|部级|自治区|provinc/],
    ['municipal', /[市区县]|city|municipal/],
  ],
  specialised: [
    ['little-giant', /小巨人|国家|工信部|国家级|little.?giant|national/],
    ['provincial', /省|专精特新|自治区|provinc|speciali/],
  ],
  titles: [
    ['unicorn', /独角兽|unicorn/],
    ['single-champion', /单项冠军|隐形冠军|单打冠军|champion/],
    ['gazelle', /[瞪羚]羚|羚羊|gazelle/],
  ],
  talentClass: [],
  makerContest: [
    ['top50', /(?<![\d百])(?:前?(?:五十|50)强?(?!0)|top ?50(?!0))/],
    ['top500', /(?:五百|500)强?|top ?500/],
    [NONE, /[省市区]赛|分赛|区域|初赛|复赛|海选|regional|provinc/],
  ],
  pointsClass: [
    ['priority', /优先|priority/],
    ['recommended', /推荐|recommend/],
  ],
}
/** 没听说过, 没这一说, 想都不敢想, 莫得这些: such a thing is not had at all. */
const NO_SUCH =
  /(?:没|未|冇|不曾)(?:怎么|咋)?听(?:说|到)?过|听都没听|没(?:有)?这(?:[一个种]|一?)?(?:说|个|东西|玩意儿?|回事|事|档子?|种)|(?:没|未)(?:去|有|咋|怎么)?(?:评|弄|搞|报|参加?|申请|做|办|拿|得|进|上|拿到|认定|参评|参赛|获)过(?:这|那|啥|什么|任何|奖|东西|玩意|个|些|名|[一-龥]{0,2}$)?|^(?:莫得|冇|么得|没得|木有|没有?|无)(?:这些?|那些?|啥|什么|得|呀|啦|的|哦|啊|吧|呢|$)|[够谈挨沾]不[上着边格]|不够格|想都[没不]敢?想|一[个项件]都?没|轮不到|哪有|政府的?(?:都|也)?没|\b(?:never (?:heard|been|won|got|applied|entered)|none|nothing|haven't|not (?:yet|any)|no such)\b/
/** Only lesser honours: 就协会给过一个. */
const LESSER =
  /(?:只有|就|只是|只|only|just)[^，。]{0,4}(?:协会|学会|行业|商会|园区|校内?|公司内部|社会|民间|创新型|科技型|科小|[市区县](?:里|级)?的?|a city|industry)/
/** 说不清, 应该有吧: doubt is asked. */
const DOUBT =
  /不(?:太|大)?(?:清楚|知道|晓得|确定|记得)|记不|搞不|说不|忘了|好像|应该有|算不算|吗$|[？?]|not sure|don't know|maybe|\bor\b|还是(?=[一-龥])/

/** 园区评的瞪羚 算不算 */
const ASKS = /算不算|算吗|[？?]$|吗$/
/** 国家发明奖是我导师的: another's. */
const ANOTHERS =
  /导师|老师|教授|母公司|总公司|集团|股东|客户|隔壁|同行|别人|人家|朋友|(?:学校|高校|大学|个人)的$|parent|customer|professor/
/** 市专精特新: a city's own title is none of those asked for. */
const OF_A_CITY = /[市区县](?:级|里)?的?专精特新/

/** Which title an answer gives; undefined where it does not say, or where there is nothing to weigh. */
export function titleTold(role: Role, text: string): string | undefined {
  const words = WORDS[role]
  if (!words) return undefined
  if (DOUBT.test(text)) return ASKS.test(text) && words.some(([, each]) => each.test(text)) ? OPEN : undefined
  if (OF_A_CITY.test(text) && !/省|国家|小巨人/.test(text)) return OPEN
  const parts = answerParts(text)
  const named = parts.map(part => words.find(([, each]) => each.test(part.text))?.[0])
  const told = parts.flatMap((part, i) => {
    const option = named[i]
    return option === undefined ? [] : [{ option, has: stands(parts, named, i, part) }]
  })
  const had = told.filter(each => each.has && each.option !== NONE)
  const rank = (option: string) => words.findIndex(([each]) => each === option)
  const best = had.toSorted((a, b) => rank(a.option) - rank(b.option))[0]
  if (best) return best.option
  if (ANOTHERS.test(text)) return told.length > 0 ? OPEN : undefined
  // 小巨人在报 leaves the province's title open
  const lowest = words.findLast(([option]) => option !== NONE)?.[0]
  const isSettled = told.some(each => each.option === lowest || each.option === NONE)
  if (told.length > 0 && !NO_SUCH.test(text)) return isSettled ? NONE : OPEN
  if (NO_SUCH.test(text) || LESSER.test(text)) return NONE
  const isGone = (part: AnswerPart) => part.isHoped || part.isLost || part.isDenied
  return parts.some(isGone) && parts.every(part => isGone(part) || part.isPast) ? NONE : undefined
}

/** Whether the title of a part is had, by its own words and by those behind it that name no other. */
function stands(
  parts: readonly AnswerPart[],
  named: readonly (string | undefined)[],
  at: number,
  part: AnswerPart,
): boolean {
  if (part.isDenied || part.isLost || part.isHoped || ANOTHERS.test(part.text)) return false
  const end = named.findIndex((option, i) => i > at && option !== undefined)
  const behind = parts.slice(at + 1, end < 0 ? undefined : end)
  return !behind.some(each => each.isDenied || each.isLost || each.isHoped)
}
