// The words around a number that loosen it: 大概, 将近, 不到, 左右, 以上. They look at a few characters only.
import type { Mention } from './mention.ts'

export interface Hedge {
  readonly approximate: boolean
  readonly bound: Mention['bound']
  /** how many characters of the text belong to it */
  readonly length: number
}

const NONE: Hedge = { approximate: false, bound: undefined, length: 0 }
const REACH = 8

/** What is said of a number that is the most. */
export const AT_MOST =
  '(?:不|不要|不能|不想|不得|不可|不可以|别|莫|勿|没法)(?:再)?(?:超过|超出|超|高于|高过|多于|大于)|最多|至多|顶多|up to |at most |no more than '

const BEFORE: readonly (readonly [RegExp, Mention['bound']])[] = [
  [new RegExp(`(?:no higher than |not (?:exceeding|over|above|more than) |${AT_MOST})$`), 'most'],
  [/(?:不低于|不少于|至少|最少|起码|超过|超出|大于|多于|高于|突破|at least |more than |over )$/, 'least'],
  [
    /(?:不到|不足|未满|不满|少于|低于|小于|没到|没做到|没超过|没过|达不到|没卖到|less than |under |fewer than |below )$/,
    'under',
  ],
  [/(?:大概|大约|大致|约莫|(?<![预合节违契签履])约|差不多|估摸着?|估计|将近|接近)[也有就是能在个]{0,3}$/, undefined],
  [
    /(?:(?<![最附临靠])近|(?<![较很])快|(?<![中大缩从])小|也就|~|≈|around |about |roughly |nearly |almost |approximately |circa )$/,
    undefined,
  ],
]
/** 过亿, 破千万: only before a big number, for 拿过 3 个 is something else. */
const BEFORE_BIG = /[过破超逾]$/
const AFTER: readonly (readonly [RegExp, Mention['bound']])[] = [
  [/^(?:还|都)?(?:不到|不足)(?!(?!一点)[\d一二两三四五六七八九十百千])/, 'under'],
  [/^(?:以上|起步|往上|打底|多起|及以上|\+| or more| and above| plus(?! ?\d))/, 'least'],
  [/^(?:以内|以下|之内|封顶| or less)/, 'most'],
  [/^(?:左右|上下|冒头|挂零|有余|出头一点|出头|开外|的样子|多一点|多点|多(?!家|数)|之间| or so|ish)/, undefined],
]

/** What stands right before position `start`; `big` when the number names 万 or 亿, or is a share. */
export function hedgeBefore(text: string, start: number, big: boolean): Hedge {
  const before = text.slice(Math.max(0, start - REACH * 2), start)
  for (const [pattern, bound] of BEFORE) {
    const found = pattern.exec(before)?.[0]
    if (found === undefined) continue
    // 近三年 is a period, not a hedge
    if (found === '近' && /^[一二两三四五\d]{1,2}个?[年月]/.test(text.slice(start, start + 4))) continue
    return { approximate: true, bound, length: found.length }
  }
  return big && BEFORE_BIG.test(before) ? { approximate: true, bound: 'least', length: 1 } : NONE
}

/** What stands right after position `end`. */
export function hedgeAfter(text: string, end: number): Hedge {
  const after = text.slice(end, end + REACH)
  for (const [pattern, bound] of AFTER) {
    const found = pattern.exec(after)?.[0]
    if (found !== undefined) return { approximate: true, bound, length: found.length }
  }
  return NONE
}
