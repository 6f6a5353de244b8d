// Shares that are words rather than a number with a sign: 百分之十五, 千分之五, 三分之一, 一半, 过半, a third.
import { PPM_PER_ONE } from '#engine'
import { hedgeAfter, hedgeBefore } from './hedge.ts'
import { type Mention, mention } from './mention.ts'
import { readNumeral } from './numeral.ts'
import { readQuantity } from './quantity-at.ts'

const OF_HUNDRED: readonly (readonly [string, number])[] = [
  ['百分之', PPM_PER_ONE / 100],
  ['千分之', PPM_PER_ONE / 1000],
  ['万分之', PPM_PER_ONE / 10_000],
]
type Word = readonly [RegExp, number, Mention['bound'], boolean]
const TENTHS: readonly Word[] = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
  (count, index) => [new RegExp(`${count}[ -]tenths`, 'iy'), ((index + 2) * PPM_PER_ONE) / 10, undefined, false],
)
const WORDS: readonly Word[] = [
  [/(?:过半|一半以上|半数以上|more than half)/iy, PPM_PER_ONE / 2, 'least', false],
  [/(?:一半|对半|五五开|(?:a )?half(?! a))/iy, PPM_PER_ONE / 2, undefined, false],
  [/(?:一?小半|一?大半|一?多半|绝大多数|大多数|大部分)/y, (PPM_PER_ONE * 3) / 4, undefined, true],
  [/(?:(?:a|one)[ -]third)/iy, Math.round(PPM_PER_ONE / 3), undefined, false],
  [/(?:two[ -]thirds)/iy, Math.round((PPM_PER_ONE * 2) / 3), undefined, false],
  [/(?:(?:a|one)[ -]fifth)/iy, PPM_PER_ONE / 5, undefined, false],
  [/(?:(?:a|one)[ -]tenth)/iy, PPM_PER_ONE / 10, undefined, false],
  [/(?:three[ -]quarters)/iy, (PPM_PER_ONE * 3) / 4, undefined, false],
  [/(?:(?:a|one)[ -]quarter)/iy, PPM_PER_ONE / 4, undefined, false],
  ...TENTHS,
]

/** The share that begins exactly at `at`, or undefined. */
export function readShare(text: string, at: number): Mention | undefined {
  return ofHundred(text, at) ?? slashed(text, at) ?? fraction(text, at) ?? word(text, at)
}

function ofHundred(text: string, at: number): Mention | undefined {
  const found = OF_HUNDRED.find(([start]) => text.startsWith(start, at))
  if (!found) return undefined
  const [start, unit] = found
  if (text[at + start.length] === '百') return mention('percent', PPM_PER_ONE, PPM_PER_ONE, [at, at + start.length + 1])
  const inner = readQuantity(text, at + start.length)
  if (inner?.kind !== 'number') return undefined
  const before = hedgeBefore(text, at, true)
  return mention('percent', Math.round(inner.low * unit), Math.round(inner.high * unit), [at, inner.end], {
    approximate: inner.approximate || before.approximate,
    vague: inner.vague,
    bound: inner.bound ?? before.bound,
  })
}

/** 1/3 of them, 2/3 做研发; but not 1/3 for a day */
const SLASHED = /^([1-9])\/([2-9]|10)(?= ?(?:of|are|r&d|in r&d|do|的|是|做|搞|研发))/
const SLASHED_REACH = 16

function slashed(text: string, at: number): Mention | undefined {
  const found = /[\d./]$/.test(text.slice(0, at)) ? null : SLASHED.exec(text.slice(at, at + SLASHED_REACH))
  const [part, whole] = [Number(found?.[1]), Number(found?.[2])]
  if (!found || part >= whole) return undefined
  const value = Math.round((part / whole) * PPM_PER_ONE)
  return mention('percent', value, value, [at, at + found[0].length], { approximate: true })
}

/** Up to here 十个里头三个 is a manner of speaking of a share; 四十个里头十六个 counts. */
const WHOLE_OF_SHARE_MAX = 10

/** 三分之一, 四分之三, 十个里头三个. */
function fraction(text: string, at: number): Mention | undefined {
  // 十分 alone is "very", which the reader of numbers leaves alone
  const whole = text.startsWith('十分之', at) ? { low: 10, high: 10, end: at + 1 } : readNumeral(text, at)
  if (!whole || whole.low !== whole.high || whole.low < 2) return undefined
  const glue = /^(?:分之|(?:个(?:人)?|块钱?)(?:里头?|里面|当中|中)(?:就?有|花|投)?)/.exec(
    text.slice(whole.end, whole.end + 6),
  )?.[0]
  if (glue === undefined || (glue !== '分之' && whole.low > WHOLE_OF_SHARE_MAX)) return undefined
  const part = readNumeral(text, whole.end + glue.length)
  if (!part || part.high > whole.low) return undefined
  // 十块钱里头花一块五
  const coins = glue === '分之' ? null : /^块([一二三四五六七八九半])/.exec(text.slice(part.end, part.end + 2))
  const more = coins?.[1] === '半' ? 0.5 : (readNumeral(coins?.[1] ?? '', 0)?.low ?? 0) / 10
  const end = part.end + (coins?.[0].length ?? (glue === '分之' || !/[个块]/.test(text[part.end] ?? '') ? 0 : 1))
  const after = hedgeAfter(text, end)
  return mention(
    'percent',
    Math.round(((part.low + more) / whole.low) * PPM_PER_ONE),
    Math.round(((part.high + more) / whole.low) * PPM_PER_ONE),
    [at, end + after.length],
    { approximate: part.approximate || after.approximate || hedgeBefore(text, at, true).approximate },
  )
}

function word(text: string, at: number): Mention | undefined {
  if (/[a-z]/i.test(text[at] ?? '') && /[a-z]/i.test(text[at - 1] ?? '')) return undefined
  for (const [pattern, value, bound, vague] of WORDS) {
    pattern.lastIndex = at
    if (!pattern.test(text)) continue
    const after = hedgeAfter(text, pattern.lastIndex)
    return mention('percent', value, value, [at, pattern.lastIndex + after.length], {
      approximate: true,
      vague,
      bound: bound ?? after.bound,
    })
  }
  return undefined
}
