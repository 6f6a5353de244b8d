// Text as it may be stored and shown: what cannot be seen but changes what is seen goes, and one spelling stands for all.

/** Marks that turn direction around, zero-width characters, soft hyphen, byte order mark, and the invisible tag alphabet. */
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu
/** Joiners hold emoji and some scripts together; elsewhere they only disguise. */
const LONE_JOINER =
  /(?<![\p{Extended_Pictographic}\p{M}\p{L}])[\u200c\u200d]|[\u200c\u200d](?![\p{Extended_Pictographic}\p{L}])/gu
/** More marks on one letter than any language needs paint over the lines around it. */
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu

/**
 * NFC, without NUL, half surrogates, invisible characters and piles of combining marks. Applied twice it changes nothing
 * more.
 * @example hygienic('银\u202e行\u0000') → '银行'
 */
export function hygienic(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\0', '')
    .replace(INVISIBLE, '')
    .replace(LONE_JOINER, '')
    .normalize('NFC')
    .replace(PILED_MARKS, '$1')
}
