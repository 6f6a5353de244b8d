// Cards for a terminal: the plain text of a card, its buttons numbered, and nothing in it that could steer the terminal.
import { type Card, toText } from '#bot'

// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const ESCAPES = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g
/** Every control character but tab and new line, and the marks that turn the direction of text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g

/** Text that a terminal shows and never obeys. */
export function harmless(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(ESCAPES, '').replace(STEERING, '')
}

/** A card with its buttons numbered from `first`; `presses` are theirs in that order. */
export function numbered(card: Card, first: number): { readonly text: string; readonly presses: readonly string[] } {
  const presses: string[] = []
  const rows = (card.buttons ?? []).map(row =>
    row.map(button => `[${first - 1 + presses.push(button.press)}] ${button.text}`).join('   '),
  )
  const body = toText({ title: card.title, lines: card.lines, note: card.note })
  return { text: harmless([body, ...rows].filter(part => part !== '').join('\n')), presses }
}
