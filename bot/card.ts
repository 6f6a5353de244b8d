// What the bot says, as plain data that every platform can show. A card never knows who renders it; platforms cut and
// escape by their own limits.

/** One line of a card. `quote` holds words a customer or a clerk typed: platforms show them literally, never as markup. */
export type Line =
  | { readonly kind: 'text'; readonly text: string }
  /** a small heading inside a card */
  | { readonly kind: 'head'; readonly text: string }
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  | { readonly kind: 'item'; readonly text: string; readonly detail?: string | undefined }
  | { readonly kind: 'quote'; readonly who: string; readonly text: string }
  /** a paper or a calendar entry that can be fetched where the platform shows a link: `file` is its id there */
  | { readonly kind: 'file'; readonly file: string; readonly name: string; readonly detail: string }

/** `press` is what comes back: opaque to platforms, at most PRESS_BYTES_MAX bytes of ASCII. */
export interface Button {
  readonly text: string
  readonly press: string
  readonly style?: 'primary' | 'danger' | undefined
}

/**
 * What may be said of a card in a room that is not ours, where it can be neither changed nor taken back: never who a company
 * is, nor a word that anybody typed. `open` stands on the link to the desk.
 */
export interface Notice {
  readonly title: string
  readonly lines: readonly Line[]
  readonly open: string
}

export interface Card {
  readonly title?: string | undefined
  readonly lines: readonly Line[]
  /** rows of buttons */
  readonly buttons?: readonly (readonly Button[])[] | undefined
  /** small print: information date, "以银行审核为准" */
  readonly note?: string | undefined
  /** ids of listed people whom this card is for: a platform that can, rings them */
  readonly calls?: readonly string[] | undefined
  /** everything of its thread is taken back: what a platform sent beside its cards goes as well */
  readonly recalled?: true | undefined
  /** what a group robot says of it; without one robots are silent */
  readonly notice?: Notice | undefined
}

/** Telegram's limit for callback data, the tightest of all platforms. */
export const PRESS_BYTES_MAX = 64

export const text = (line: string): Line => ({ kind: 'text', text: line })
export const head = (line: string): Line => ({ kind: 'head', text: line })
export const field = (label: string, value: string): Line => ({ kind: 'field', label, value })
export const item = (line: string, detail?: string): Line => ({
  kind: 'item',
  text: line,
  ...(detail ? { detail } : {}),
})
export const file = (id: string, name: string, detail: string): Line => ({ kind: 'file', file: id, name, detail })
export const quote = (who: string, words: string): Line => ({ kind: 'quote', who, text: words })

function lineText(line: Line): string {
  switch (line.kind) {
    case 'text':
      return line.text
    case 'head':
      return `【${line.text}】`
    case 'field':
      return `${line.label}：${line.value}`
    case 'item':
      return line.detail ? `· ${line.text}\n    ${line.detail}` : `· ${line.text}`
    case 'quote':
      return `${line.who}：“${line.text}”`
    case 'file':
      return `📎 ${line.name}（${line.detail}）`
  }
}

/** The card as plain text: the terminal's and the transcripts' rendering. */
export function toText(card: Card): string {
  const out: string[] = []
  if (card.title) out.push(`◆ ${card.title}`)
  out.push(...card.lines.map(lineText))
  if (card.note) out.push(`（${card.note}）`)
  for (const row of card.buttons ?? []) out.push(row.map(button => `[${button.text}]`).join(' '))
  return out.join('\n')
}
