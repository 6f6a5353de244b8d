// Slack's two directions of text: what we write must never ring or link, what we read must be what a person typed.

/** Slack's mrkdwn and message texts need exactly these three escaped, & first. */
export function slackEscape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** True when mrkdwn would show the text otherwise than typed: bold, italics, code, quotes, lists, emoji codes. */
export function isMarkup(text: string): boolean {
  return /[*_~`]|:[\w+'-]+:|^\s*(?:>|[-•]\s)/mu.test(text)
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
