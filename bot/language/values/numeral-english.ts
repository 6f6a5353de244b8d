// English number words: twelve, forty-five, two hundred, a hundred and twenty, 2.5 million is digits and read elsewhere.
import type { Numeral } from './numeral-state.ts'

const SMALL = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen',
]
  .join(' ')
  .split(' ')
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const WORDS = new Map<string, number>([
  ...SMALL.map((word, value) => [word, value] as const),
  ...TENS.map((word, i) => [word, 20 + 10 * i] as const),
])
const MULTIPLES = new Map([
  ['hundred', 100],
  ['dozen', 12],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])
const WORD = /[a-z]{2,9}|a(?= (?:hundred|dozen|thousand|million|billion))/iy
const GLUE = /(?: and |[ -])/y
/** half a year; half a million is 500,000. */
const ARTICLE = /^an?(?= (?:day|week|month|year)\b)/i
/** within a month, for a year, just a year old; but not 8 million a year */
const BEFORE_TIME = /\b(?:within|for|over|under|about|only|just|in less than|than|is) $/i
const HALF = /^half an? (?=year)/i
/** two and a half million, a year and a half. */
const AND_A_HALF = /^ and a half(?= (?:years?|months?|quarters?|percent|per cent)\b)/i
const AND_A_HALF_OF = /^ and a half (million|billion|thousand)\b/i
const AND_A_HALF_LENGTH = 24
const WORDS_MAX = 8

/** The English number that begins at `at`; only where a word begins. */
export function readEnglishNumeral(text: string, at: number): Numeral | undefined {
  if (!/[a-z]/i.test(text[at] ?? '') || /[a-z0-9]/i.test(text[at - 1] ?? '')) return undefined
  const article = ARTICLE.exec(text.slice(at, at + 12))
  if (article && BEFORE_TIME.test(text.slice(Math.max(0, at - 12), at)))
    return numeral(at, at + article[0].length, 1, 1)
  const half = HALF.exec(text.slice(at, at + 12))
  if (half) return numeral(at, at + half[0].length, 0.5, 1)
  if (/^half a million\b/i.test(text.slice(at, at + 16))) return numeral(at, at + 14, 500_000, 1_000_000)
  let [total, group, end, scale, seen] = [0, 0, at, 1, false]
  for (let i = 0, next = at; i < WORDS_MAX; i += 1) {
    WORD.lastIndex = next
    const word = WORD.exec(text)?.[0].toLowerCase()
    const value = word === undefined ? undefined : word === 'a' && !seen ? 1 : WORDS.get(word)
    const multiple = word === undefined ? undefined : MULTIPLES.get(word)
    if (word === undefined || (value === undefined && (multiple === undefined || !seen))) break
    if (value !== undefined) group += value
    else if (multiple !== undefined && multiple < 1_000) group *= multiple
    else if (multiple !== undefined) {
      total += group * multiple
      group = 0
      scale = Math.max(scale, multiple)
    }
    seen = true
    end = next + word.length
    GLUE.lastIndex = end
    const glue = GLUE.exec(text)?.[0]
    if (glue === undefined) break
    next = end + glue.length
  }
  if (!seen || /[a-z0-9]/i.test(text[end] ?? '')) return undefined
  const ofMany = AND_A_HALF_OF.exec(text.slice(end, end + AND_A_HALF_LENGTH))
  const many = scale === 1 ? MULTIPLES.get(ofMany?.[1]?.toLowerCase() ?? '') : undefined
  if (ofMany && many !== undefined) return numeral(at, end + ofMany[0].length, (total + group + 0.5) * many, many)
  const more = AND_A_HALF.exec(text.slice(end, end + AND_A_HALF_LENGTH))?.[0].length ?? 0
  return numeral(at, end + more, total + group + (more > 0 ? scale / 2 : 0), scale)
}

const numeral = (start: number, end: number, value: number, scale: number): Numeral => ({
  start,
  end,
  low: value,
  high: value,
  approximate: false,
  vague: false,
  scale,
  step: scale,
  digits: '',
  chinese: false,
})
