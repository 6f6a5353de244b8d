// A card as Telegram HTML: everything a person typed is escaped, nothing is cut, and what exceeds one message continues
// in the next. Buttons hang on the last one.
import type { Button, Card, Line } from '#bot'
import { PRESS_BYTES_MAX } from '#bot'
import { BUTTON_CHARS_MAX, PART_CHARS_MAX, ROW_BUTTONS_MAX } from './limits.ts'

export interface Key {
  readonly text: string
  readonly callback_data: string
}

/** One message to send. */
export interface Part {
  readonly html: string
  readonly keyboard?: readonly (readonly Key[])[]
}

interface Span {
  readonly text: string
  readonly tag?: 'b' | 'i' | 'blockquote'
}
type Row = readonly Span[]

/** control characters other than line break and tab */
const CONTROL = /[^\P{Cc}\n\t]/gu
const EMPTY = '…'

function clean(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replace(CONTROL, '')
}

/** Telegram's HTML needs exactly these three escaped. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function rowOf(line: Line): Row {
  switch (line.kind) {
    case 'text':
      return [{ text: line.text }]
    case 'head':
      return [{ text: `【${line.text}】`, tag: 'b' }]
    case 'field':
      return [{ text: line.label, tag: 'b' }, { text: `：${line.value}` }]
    case 'item':
      return [{ text: `• ${line.text}` }, ...(line.detail ? [{ text: `\n${line.detail}`, tag: 'i' as const }] : [])]
    case 'quote':
      return [{ text: `${line.who}：` }, { text: line.text, tag: 'blockquote' }]
    case 'file':
      return [{ text: `📎 ${line.name}` }, { text: `（${line.detail}）`, tag: 'i' }]
  }
}

function rowsOf(card: Card): Row[] {
  const rows: Row[] = card.lines.map(rowOf)
  if (card.title) rows.unshift([{ text: card.title, tag: 'b' }])
  if (card.note) rows.push([{ text: `（${card.note}）`, tag: 'i' }])
  return rows.map(row => row.map(span => ({ ...span, text: clean(span.text) })))
}

const lengthOf = (row: Row): number => row.reduce((sum, span) => sum + span.text.length, 0)

/** Where to cut a text that is too long: after a line break in the second half, else anywhere but inside a character. */
function cutAt(text: string, max: number): number {
  const lineEnd = text.lastIndexOf('\n', max - 1) + 1
  if (lineEnd > max / 2) return lineEnd
  const code = text.charCodeAt(max - 1)
  return code >= 0xd800 && code <= 0xdbff ? max - 1 : max
}

/** A row longer than a whole message, as several rows. */
function splitRow(row: Row): Row[] {
  if (lengthOf(row) <= PART_CHARS_MAX) return [row]
  const pieces: Row[] = []
  for (const span of row) {
    let rest = span.text
    while (rest.length > PART_CHARS_MAX) {
      const at = cutAt(rest, PART_CHARS_MAX)
      pieces.push([{ ...span, text: rest.slice(0, at) }])
      rest = rest.slice(at)
    }
    if (rest.length > 0) pieces.push([{ ...span, text: rest }])
  }
  return pieces
}

/** Fills messages row by row; a break between rows is a break between lines. */
function fill(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = []
  let current: Row[] = []
  let used = 0
  for (const row of rows.flatMap(splitRow)) {
    const needed = lengthOf(row) + (current.length > 0 ? 1 : 0)
    if (current.length > 0 && used + needed > PART_CHARS_MAX) {
      parts.push(current)
      current = []
      used = 0
    }
    current.push(row)
    used += lengthOf(row) + (current.length > 1 ? 1 : 0)
  }
  if (current.length > 0) parts.push(current)
  return parts
}

function spanHtml({ text, tag }: Span): string {
  const escaped = escapeHtml(text)
  return tag && text.trim() !== '' ? `<${tag}>${escaped}</${tag}>` : escaped
}

function key(button: Button): Key {
  const bytes = Buffer.byteLength(button.press)
  if (bytes < 1 || bytes > PRESS_BYTES_MAX) throw new Error(`a press has 1 to ${PRESS_BYTES_MAX} bytes, not ${bytes}`)
  return { text: [...clean(button.text)].slice(0, BUTTON_CHARS_MAX).join('') || EMPTY, callback_data: button.press }
}

function keyboardOf(card: Card): Key[][] {
  return (card.buttons ?? []).flatMap(row => {
    const rows: Key[][] = []
    for (let at = 0; at < row.length; at += ROW_BUTTONS_MAX) rows.push(row.slice(at, at + ROW_BUTTONS_MAX).map(key))
    return rows
  })
}

/** Renders a card; there is always at least one part, and none is blank (Telegram refuses blank messages). */
export function render(card: Card): readonly Part[] {
  const texts = fill(rowsOf(card))
    .filter(rows => rows.some(row => row.some(span => span.text.trim() !== '')))
    .map(rows => rows.map(row => row.map(spanHtml).join('')).join('\n'))
  if (texts.length === 0) texts.push(EMPTY)
  const keyboard = keyboardOf(card)
  return texts.map((html, index) => (index === texts.length - 1 && keyboard.length > 0 ? { html, keyboard } : { html }))
}
