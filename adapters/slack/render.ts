// A card as Slack blocks. What people typed appears only as literal text (rich text, plain text) or escaped, so it can
// neither ring a channel nor pose as a link; what exceeds a limit is cut and says so.
import type { types } from '@slack/bolt'
import type { Button, Card, Line } from '#bot'
import { PRESS_BYTES_MAX, toText } from '#bot'
import { cut, oneLine, visible } from '../delivery/words.ts'
import { isMarkup, slackEscape } from './escape.ts'
import {
  BLOCKS_MAX,
  BUTTON_CHARS_MAX,
  CALLS_MAX,
  CONTEXT_CHARS_MAX,
  FALLBACK_CHARS_MAX,
  FIELD_CHARS_MAX,
  FIELDS_MAX,
  HEADER_CHARS_MAX,
  LINE_CHARS_MAX,
  QUOTE_CHARS_MAX,
  RICH_CHARS_MAX,
  ROW_BUTTONS_MAX,
  TOTAL_CHARS_MAX,
  VALUE_CHARS_MAX,
} from './limits.ts'

type Block = types.KnownBlock
type Field = Extract<Line, { kind: 'field' }>
type Other = Exclude<Line, Field>

const BLANK = ' '
const MORE = '…（内容较长，请在工作台查看全文 / Longer than shown: see the desk page）'

const plain = (text: string, max: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: cut(text, max) || BLANK,
  emoji: false,
})

const literal = (text: string, bold = false): types.RichTextText => ({
  type: 'text',
  text: text || BLANK,
  ...(bold ? { style: { bold: true } } : {}),
})

/** A typed message on one line and of bounded length, with its true length when it was cut. */
function quoted(words: string): string {
  const folded = oneLine(words)
  if (folded.length <= QUOTE_CHARS_MAX) return folded
  return `${cut(folded, QUOTE_CHARS_MAX)}（共 ${folded.length} 字 / ${folded.length} characters）`
}

/** Bold label over its value; a value that mrkdwn would change is shown as plain text instead. */
function fieldOf({ label, value }: Field): types.PlainTextElement | types.MrkdwnElement {
  const name = cut(oneLine(label), HEADER_CHARS_MAX) || BLANK
  const shown = oneLine(value)
  const marked = `*${slackEscape(name)}*\n${slackEscape(shown)}`
  if (isMarkup(name) || isMarkup(shown) || marked.length > FIELD_CHARS_MAX) {
    return plain(`${name}\n${shown}`, FIELD_CHARS_MAX)
  }
  return { type: 'mrkdwn', text: marked, verbatim: true }
}

type RichElement = types.RichTextSection | types.RichTextList | types.RichTextQuote

const section = (...elements: types.RichTextText[]): types.RichTextSection => ({ type: 'rich_text_section', elements })

/** One line as rich text; each element stands on lines of its own. */
function richOf(line: Other): { readonly chars: number; readonly elements: readonly RichElement[] } {
  switch (line.kind) {
    case 'text':
    case 'head': {
      const text = cut(visible(line.text), LINE_CHARS_MAX)
      return { chars: text.length, elements: [section(literal(text, line.kind === 'head'), literal('\n'))] }
    }
    case 'item': {
      const text = cut(oneLine(line.text), LINE_CHARS_MAX / 2)
      const detail = line.detail ? cut(oneLine(line.detail), LINE_CHARS_MAX / 2) : ''
      const parts = detail ? [literal(text), literal(`\n${detail}`)] : [literal(text)]
      return {
        chars: text.length + detail.length,
        elements: [{ type: 'rich_text_list', style: 'bullet', elements: [section(...parts)] }],
      }
    }
    case 'file': {
      const text = cut(oneLine(`📎 ${line.name}（${line.detail}）`), LINE_CHARS_MAX)
      return { chars: text.length, elements: [section(literal(text), literal('\n'))] }
    }
    case 'quote': {
      const who = `${cut(oneLine(line.who), HEADER_CHARS_MAX)}：`
      const words = quoted(line.text)
      return {
        chars: who.length + words.length,
        elements: [section(literal(who, true)), { type: 'rich_text_quote', elements: [literal(words)] }],
      }
    }
  }
}

interface Drafted {
  readonly block: Block
  readonly chars: number
}

function fieldBlocks(fields: readonly Field[]): Drafted[] {
  const drafted: Drafted[] = []
  for (let at = 0; at < fields.length; at += FIELDS_MAX) {
    const shown = fields.slice(at, at + FIELDS_MAX).map(fieldOf)
    drafted.push({
      block: { type: 'section', fields: shown },
      chars: shown.reduce((sum, field) => sum + field.text.length, 0),
    })
  }
  return drafted
}

function richBlocks(lines: readonly Other[]): Drafted[] {
  const drafted: { block: types.RichTextBlock; chars: number }[] = []
  for (const { chars, elements } of lines.map(richOf)) {
    const last = drafted.at(-1)
    if (last && last.chars + chars <= RICH_CHARS_MAX) {
      last.block.elements.push(...elements)
      last.chars += chars
    } else {
      drafted.push({ block: { type: 'rich_text', elements: [...elements] }, chars })
    }
  }
  return drafted
}

/** Runs of fields and runs of everything else, in the order of the card. */
function bodyOf(lines: readonly Line[]): Drafted[] {
  const drafted: Drafted[] = []
  for (let at = 0; at < lines.length; ) {
    const isField = lines[at]?.kind === 'field'
    let end = at
    while (end < lines.length && (lines[end]?.kind === 'field') === isField) end++
    const run = lines.slice(at, end)
    drafted.push(
      ...(isField
        ? fieldBlocks(run.filter(line => line.kind === 'field'))
        : richBlocks(run.filter(line => line.kind !== 'field'))),
    )
    at = end
  }
  return drafted
}

function buttonOf(button: Button, thread: string, place: string): types.Button {
  if (Buffer.byteLength(button.press) > PRESS_BYTES_MAX) throw new Error('a press is too long')
  const value = JSON.stringify({ press: button.press, thread })
  if (value.length > VALUE_CHARS_MAX) throw new Error('a button value is too long')
  return {
    type: 'button',
    text: plain(oneLine(button.text), BUTTON_CHARS_MAX),
    action_id: `press:${place}`,
    value,
    ...(button.style ? { style: button.style } : {}),
  }
}

/** A block per row of buttons; the press and the thread come back in the value. */
function actionsOf(card: Card, thread: string): Block[] {
  return (card.buttons ?? []).flatMap((row, rowAt) => {
    const blocks: Block[] = []
    for (let at = 0; at < row.length; at += ROW_BUTTONS_MAX) {
      const shown = row.slice(at, at + ROW_BUTTONS_MAX)
      blocks.push({
        type: 'actions',
        elements: shown.map((button, index) => buttonOf(button, thread, `${rowAt}:${at + index}`)),
      })
    }
    return blocks
  })
}

/** As much of the body as fits beside header, buttons and note; a shortened body says so. */
function shorten(body: readonly Drafted[], blocksLeft: number): Block[] {
  const shown: Block[] = []
  let chars = 0
  for (const { block, chars: more } of body) {
    const isLast = shown.length + 1 === body.length
    if (chars + more > TOTAL_CHARS_MAX || shown.length + (isLast ? 1 : 2) > blocksLeft) {
      return [...shown, { type: 'rich_text', elements: [section(literal(MORE))] }]
    }
    shown.push(block)
    chars += more
  }
  return shown
}

export interface Rendered {
  /** for notifications: escaped, shortened */
  readonly text: string
  readonly blocks: readonly Block[]
}

/** Rings people by their accounts; a name alone rings nobody. */
function callBlock(accounts: readonly string[]): Block[] {
  if (accounts.length === 0) return []
  const users = accounts.slice(0, CALLS_MAX).map(user_id => ({ type: 'user' as const, user_id }))
  const spaced = users.flatMap((user, index) => (index === 0 ? [user] : [literal(' '), user]))
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: spaced }] }]
}

/** Which of Slack's users a listed person is; undefined when nobody wrote it down. */
export type AccountOf = (person: string) => string | undefined

/** Renders a card for one thread of a desk. Throws when a button cannot be carried: a card without it would mislead. */
export function render(card: Card, thread: string, accountOf?: AccountOf): Rendered {
  const header: Block[] = card.title ? [{ type: 'header', text: plain(oneLine(card.title), HEADER_CHARS_MAX) }] : []
  const note: Block[] = card.note ? [{ type: 'context', elements: [plain(oneLine(card.note), CONTEXT_CHARS_MAX)] }] : []
  const actions = actionsOf(card, thread)
  const calls = callBlock((card.calls ?? []).flatMap(person => accountOf?.(person) ?? []))
  const blocksLeft = BLOCKS_MAX - header.length - note.length - actions.length - calls.length
  if (blocksLeft < 1) throw new Error('a card has too many rows of buttons')
  const blocks = [...header, ...shorten(bodyOf(card.lines), blocksLeft), ...calls, ...actions, ...note]
  if (blocks.length === 0) blocks.push({ type: 'rich_text', elements: [section(literal('…'))] })
  const { title, lines, note: small } = card
  const flat = visible(toText({ title, lines, note: small })).replace(/\s*\n\s*/gu, ' / ')
  return { text: slackEscape(cut(flat, FALLBACK_CHARS_MAX)) || '…', blocks }
}
