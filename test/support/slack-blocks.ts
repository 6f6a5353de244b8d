// Slack's documented limits for blocks, as a checker of its own: says the first fault of a message's blocks.
type Json = Record<string, unknown>

const isText = (value: unknown, max: number, types: readonly string[]): boolean => {
  const object = value as { type?: string; text?: unknown; emoji?: unknown; verbatim?: unknown } | undefined
  if (!object || !types.includes(String(object.type)) || typeof object.text !== 'string') return false
  const allowed = object.type === 'plain_text' ? ['type', 'text', 'emoji'] : ['type', 'text', 'verbatim']
  return object.text.length >= 1 && object.text.length <= max && Object.keys(object).every(key => allowed.includes(key))
}

const PLAIN = ['plain_text']
const ANY = ['plain_text', 'mrkdwn']

function richFault(element: Json): string | undefined {
  const inner = element['elements'] as Json[] | undefined
  if (!inner || inner.length === 0) return 'empty rich text'
  switch (element['type']) {
    case 'rich_text_list':
      if (element['style'] !== 'bullet' && element['style'] !== 'ordered') return 'list style'
      return inner.map(one => (one['type'] === 'rich_text_section' ? richFault(one) : 'list of')).find(Boolean)
    case 'rich_text_section':
    case 'rich_text_quote':
      return inner
        .map(one =>
          (one['type'] === 'user' && /^[UW][A-Z0-9]+$/.test(String(one['user_id']))) ||
          (one['type'] === 'text' && typeof one['text'] === 'string' && one['text'] !== '')
            ? ''
            : 'rich leaf',
        )
        .find(Boolean)
    default:
      return `rich ${String(element['type'])}`
  }
}

function buttonFault(button: Json): string | undefined {
  if (button['type'] !== 'button') return 'not a button'
  if (!isText(button['text'], 75, PLAIN)) return 'button text'
  if (typeof button['value'] !== 'string' || button['value'].length > 2_000) return 'button value'
  if (typeof button['action_id'] !== 'string' || button['action_id'].length > 255) return 'action id'
  return ['primary', 'danger', undefined].includes(button['style'] as string | undefined) ? undefined : 'button style'
}

function blockFault(block: Json): string | undefined {
  const elements = (block['elements'] ?? []) as Json[]
  switch (block['type']) {
    case 'header':
      return isText(block['text'], 150, PLAIN) ? undefined : 'header'
    case 'section': {
      const fields = (block['fields'] ?? []) as Json[]
      if (block['text'] === undefined && fields.length === 0) return 'empty section'
      if (block['text'] !== undefined && !isText(block['text'], 3_000, ANY)) return 'section text'
      return fields.length <= 10 && fields.every(field => isText(field, 2_000, ANY)) ? undefined : 'section fields'
    }
    case 'context':
      return elements.length >= 1 && elements.length <= 10 && elements.every(one => isText(one, 3_000, ANY))
        ? undefined
        : 'context'
    case 'actions':
      if (elements.length < 1 || elements.length > 25) return 'actions'
      return elements.map(buttonFault).find(Boolean)
    case 'rich_text':
      if (elements.length < 1) return 'empty rich text'
      return elements.map(richFault).find(Boolean)
    default:
      return `block ${String(block['type'])}`
  }
}

/** The first fault, or undefined when Slack would take the blocks. */
export function blocksFault(blocks: readonly Json[]): string | undefined {
  if (blocks.length < 1 || blocks.length > 50) return `${blocks.length} blocks`
  const actionIds = blocks.flatMap(block =>
    ((block['elements'] ?? []) as Json[]).flatMap(one => one['action_id'] ?? []),
  )
  if (new Set(actionIds).size < actionIds.length) return 'action ids repeat'
  return blocks.map(blockFault).find(Boolean)
}
