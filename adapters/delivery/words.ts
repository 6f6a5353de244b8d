// Text as every platform may be given it: nothing in it that cannot be seen, a line that stays one line, and a cut that shows.

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu
const CONTROL = /[^\P{Cc}\n]/gu

/** Drops what cannot be seen: control, direction and zero-width characters, with which words could be disguised. */
export function visible(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replace(CONTROL, ' ').replace(INVISIBLE, '')
}

/** On one line: a typed line break must not begin a line that looks like ours. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s*\n\s*/gu, ' ⏎ ')
}

/** At most `max` UTF-16 units, whole characters only, with "…" where something is missing. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/u, '')}…`
}
