// The one letter of a grade that an answer gives beside other words: 去年D 今年修复成了C, C……因为晚报了几次, 团队里有个B的 还有俩D.
import { answerParts } from './answer-parts.ts'

const LETTER = /(?<![a-z0-9])([a-em])(?:级|类|档)?(?![a-z0-9+'-])/g
/** Letters as dictation writes them, alone before 级. */
const DICTATED: readonly (readonly [letter: string, words: RegExp])[] = [
  ['a', /^(?:诶|欸|唉|哎)(?=级|类)/],
  ['b', /^(?:必|毕|壁|逼)(?=级|类)/],
  ['c', /^(?:西|吸|希|思)(?=级|类)/],
  ['d', /^(?:弟|递|第|帝)(?=级|类)/],
  ['m', /^(?:爱母|艾姆|爱慕|挨母)(?=级|类)/],
]
const NOT_IT =
  /(?:不是|没(?:有|到|评)?|离|差(?:点|一)[^，。]{0,2}|(?:希望|争取|想|冲|目标)[^，。]{0,6}|\b(?:not|hope|want|aim)\b[^.;]{0,14})$/
const DOUBT =
  /还是|不是[^，。]{1,3}就是|不(?:太)?(?:清楚|知道|确定|晓得)|忘了|记不|好像|要么|或者?|吗$|[？?]|反正|\bor\b|not sure|maybe/

/** The letters an answer claims, none of those that are past, hoped for, lost or of `others`. */
export function lettersTold(text: string, others?: RegExp): readonly string[] {
  if (DOUBT.test(text)) return []
  const parts = answerParts(text).map(part => {
    const dictated = DICTATED.find(([, words]) => words.test(part.text))?.[0]
    const letters = [...part.text.matchAll(LETTER)].flatMap(match => {
      const before = part.text.slice(0, match.index)
      return NOT_IT.test(before) ? [] : [(match[1] ?? '').toUpperCase()]
    })
    const isOther = others?.test(part.text) === true
    return { ...part, letters: isOther ? [] : dictated ? [dictated.toUpperCase(), ...letters] : letters, isOther }
  })
  const gone = parts.map(
    (part, i) => part.isLost || (parts[i + 1]?.letters.length === 0 && parts[i + 1]?.isLost === true),
  )
  const held = parts.filter((part, i) => part.letters.length > 0 && !part.isHoped && gone[i] !== true)
  const now = held.filter(part => !part.isPast)
  return [...new Set((now.length > 0 ? now : held).flatMap(part => part.letters))]
}
