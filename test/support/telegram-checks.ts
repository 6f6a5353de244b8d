// What Telegram refuses in a message: broken HTML, blank or long texts, odd keyboards. A parser of its own, for the local
// Bot API and for the renderer's properties.

type Json = Record<string, unknown>
export type Keyboard = { text: string; callback_data: string }[][]

/** What the server answers instead of a result. */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: Json | undefined
  constructor(code: number, description: string, parameters?: Json) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export const bad = (why: string): Refusal => new Refusal(400, `Bad Request: ${why}`)
const TAGS = new Set(['b', 'i', 'u', 's', 'code', 'pre', 'blockquote'])
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** What a person would see of an HTML message; throws as Telegram refuses. */
export function visibleText(html: string): string {
  const open: string[] = []
  let text = ''
  for (let at = 0; at < html.length; ) {
    const char = html.charAt(at)
    if (char === '<') {
      const end = html.indexOf('>', at)
      const tag = /^(\/?)([a-z]+)$/.exec(html.slice(at + 1, end < 0 ? undefined : end))
      const [, slash = '', name = ''] = tag ?? []
      if (!TAGS.has(name)) throw bad(`can't parse entities: Unsupported start tag at byte offset ${at}`)
      if (slash === '') open.push(name)
      else if (open.pop() !== name) throw bad(`can't parse entities: Unmatched end tag at byte offset ${at}`)
      at = end + 1
    } else if (char === '&') {
      const entity = /^&(lt|gt|amp|quot);/.exec(html.slice(at, at + 6))?.[1]
      if (entity === undefined) throw bad(`can't parse entities: a bare & at byte offset ${at}`)
      text += ENTITIES[entity]
      at += entity.length + 2
    } else {
      text += char
      at++
    }
  }
  if (open.length > 0) throw bad("can't parse entities: Can't find end tag")
  return text
}

/** The visible text of a message, or a refusal in Telegram's words. */
export function checkedText(payload: Json): string {
  const { text, parse_mode: mode } = payload
  if (typeof text !== 'string') throw bad('message text is empty')
  if (mode !== undefined && mode !== 'HTML') throw bad('unsupported parse_mode')
  const seen = mode === 'HTML' ? visibleText(text) : text
  if (seen.trim() === '') throw bad('message text is empty')
  if ([...seen].length > 4096) throw bad('message is too long')
  return seen
}

/** The inline keyboard of a message, or a refusal. */
export function checkedKeyboard(payload: Json): Keyboard {
  const markup = payload['reply_markup'] as { inline_keyboard?: unknown } | undefined
  if (markup === undefined) return []
  if (!Array.isArray(markup.inline_keyboard)) throw bad("can't parse reply keyboard markup")
  for (const row of markup.inline_keyboard as Keyboard) {
    for (const button of row) {
      if (Object.keys(button).some(key => key !== 'text' && key !== 'callback_data')) throw bad('unknown button field')
      if (button.text.trim() === '') throw bad('BUTTON_TEXT_INVALID')
      const bytes = Buffer.byteLength(button.callback_data)
      if (bytes < 1 || bytes > 64) throw bad('BUTTON_DATA_INVALID')
    }
  }
  return markup.inline_keyboard as Keyboard
}
