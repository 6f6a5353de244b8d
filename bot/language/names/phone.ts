// Telephone numbers in a text: mobiles, landlines with area code, 400 lines. Returned as digits only.
import { DIGITS } from '../values/numeral-state.ts'

export interface PhoneFound {
  readonly phone: string
  readonly start: number
  readonly end: number
}

const PHONE =
  /(?<![\dA-Za-z])(?:(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})|(0\d{2,3}[- ]?\d{7,8})|(400[- ]?\d{3}[- ]?\d{4}))(?![\dA-Za-z])/g

/** 幺三八五七一零四四六二幺, 1 8 9 - 0 5 7 1 - 6 2 3 3: a mobile number read out digit by digit. */
const READ_OUT =
  /(?<![零一二三四五六七八九幺\d])[1一幺](?:[- ]{0,3}[零一二两三四五六七八九幺\d]){10}(?![零一二三四五六七八九幺十百千万\d])/g

const plain = (phone: string): string => phone.replace(/[- ]/g, '')
const digits = (spoken: string): string =>
  [...plain(spoken)].map(one => (one === '幺' ? '1' : String(DIGITS.get(one) ?? one))).join('')

/** All telephone numbers, left to right. */
export function findPhones(text: string): readonly PhoneFound[] {
  const written = [...text.matchAll(PHONE)].map(match => at(match, plain(match[1] ?? match[2] ?? match[3] ?? '')))
  const spoken = [...text.matchAll(READ_OUT)].flatMap(match => {
    const phone = digits(match[0])
    const isNew = !written.some(one => one.start < match.index + match[0].length && match.index < one.end)
    return /^1[3-9]/.test(phone) && isNew ? [at(match, phone)] : []
  })
  return [...written, ...spoken].sort((a, b) => a.start - b.start)
}

const at = (match: RegExpExecArray, phone: string): PhoneFound => ({
  phone,
  start: match.index,
  end: match.index + match[0].length,
})
