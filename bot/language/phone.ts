// Telephone numbers in a text: mobiles, landlines with area code, 400 lines. Returned as digits only.

export interface PhoneFound {
  readonly phone: string
  readonly start: number
  readonly end: number
}

const PHONE =
  /(?<![\dA-Za-z])(?:(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})|(0\d{2,3}[- ]?\d{7,8})|(400[- ]?\d{3}[- ]?\d{4}))(?![\dA-Za-z])/g

/** All telephone numbers, left to right. */
export function findPhones(text: string): readonly PhoneFound[] {
  return [...text.matchAll(PHONE)].map(match => ({
    phone: (match[1] ?? match[2] ?? match[3] ?? '').replace(/[- ]/g, ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
}
