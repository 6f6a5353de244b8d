// Slack's two directions of text: what we write must never ring or link, what we read must be what a person typed.

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

/** Slack's mrkdwn and message texts need exactly these three escaped, & first. */
export function slackEscape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** True when mrkdwn would show the text otherwise than typed: bold, italics, code, quotes, lists, emoji codes. */
export function isMarkup(text: string): boolean {
  return /[*_~`]|:[\w+'-]+:|^\s*(?:>|[-•]\s)/mu.test(text)
}

/** At most `max` UTF-16 units, whole characters only, with "…" where something is missing. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/u, '')}…`
}

function token(inner: string): string {
  const bar = inner.indexOf('|')
  const target = bar < 0 ? inner : inner.slice(0, bar)
  const label = bar < 0 ? '' : inner.slice(bar + 1)
  if (/^[@#!]/u.test(target))
    return label ? label.replace(/^([^@#])/u, `${target.startsWith('#') ? '#' : '@'}$1`) : target.replace('!', '@')
  const address = target.replace(/^mailto:|^tel:/u, '')
  // A label that differs from its link is shown with it: a link must not pose as something else.
  return label === '' || label === address || `https://${label}` === address || `http://${label}` === address
    ? label || address
    : `${label} (${address})`
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' }

/** Text of an event as its author typed it: tokens made readable, then each entity decoded once. */
export function slackUnescape(text: string): string {
  return text
    .replace(/<([^<>]+)>/gu, (_whole, inner: string) => token(inner))
    .replace(/&(lt|gt|amp);/gu, (_whole, name: string) => ENTITIES[name] ?? '')
    .replaceAll('\u0000', '')
    .toWellFormed()
}
