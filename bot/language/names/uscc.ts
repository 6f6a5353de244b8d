// 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check on the others. Read leniently (blanks, lower case),
// accepted only when the check digit is right.

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const SHAPE = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/
const WRITTEN = /(?<![0-9A-Za-z])[0-9A-Za-z](?:[ -]?[0-9A-Za-z]){17}(?![0-9A-Za-z])/g
/** A resident's number has the same length: six digits of place, then a birth date. It is never taken. */
const PERSONAL_ID = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX]$/
const LENGTH = 18
const REGION_FROM = 2
const REGION_TO = 8

export interface CodeFound {
  readonly code: string
  readonly start: number
  readonly end: number
  readonly kind: 'uscc' | 'bad-check-digit' | 'personal-id'
}

/** The 18th character that belongs to the first 17, or undefined when one of them is not allowed. */
export function checkDigit(first17: string): string | undefined {
  let sum = 0
  let weight = 1
  for (const char of first17) {
    const value = ALPHABET.indexOf(char)
    if (value < 0) return undefined
    sum += value * weight
    weight = (weight * 3) % ALPHABET.length
  }
  return ALPHABET[(ALPHABET.length - (sum % ALPHABET.length)) % ALPHABET.length]
}

export function isCreditCode(code: string): boolean {
  return SHAPE.test(code) && checkDigit(code.slice(0, LENGTH - 1)) === code[LENGTH - 1]
}

/** The division code of the place of registration inside a credit code. */
export const regionInCode = (code: string): string => code.slice(REGION_FROM, REGION_TO)

/** 18m RMB in 2025 and: words between blanks, not groups of a code. */
const isSentence = (written: string): boolean => /(?:^|[ -])[a-z]{2,}(?:[ -]|$)/.test(written)

/** Everything in a text that is written like a credit code. */
export function findCodes(text: string): readonly CodeFound[] {
  const found: CodeFound[] = []
  for (const match of text.matchAll(WRITTEN)) {
    const code = match[0].replace(/[ -]/g, '').toUpperCase()
    // an English sentence has 18 letters too; a code has at least eight digits
    if ((code.match(/\d/g)?.length ?? 0) < 8 || isSentence(match[0])) continue
    const kind = isCreditCode(code) ? 'uscc' : PERSONAL_ID.test(code) ? 'personal-id' : 'bad-check-digit'
    found.push({ code, start: match.index, end: match.index + match[0].length, kind })
  }
  return found
}
