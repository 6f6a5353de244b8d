// Modals and home tabs as Slack takes them: a checker of the documented limits, and triggers that live three seconds and
// open one modal each. It shares no code with the adapter.
import { blocksFault } from './slack-blocks.ts'

type Json = Record<string, unknown>

const TRIGGER_MS = 3_000

const plain = (value: unknown, max: number): boolean => {
  const object = value as Json | undefined
  return (
    object?.['type'] === 'plain_text' &&
    String(object['text'] ?? '').length >= 1 &&
    String(object['text']).length <= max
  )
}

function optionsFault(element: Json, max: number): string | undefined {
  const options = (element['options'] ?? []) as Json[]
  if (options.length < 1 || options.length > max) return `${options.length} options`
  const values = options.map(option => String(option['value'] ?? ''))
  if (new Set(values).size < values.length) return 'options repeat'
  if (values.some(value => value.length < 1 || value.length > 150)) return 'option value'
  if (options.some(option => !plain(option['text'], 75))) return 'option text'
  const initial = [element['initial_option'] ?? [], element['initial_options'] ?? []].flat() as Json[]
  if (element['initial_options'] !== undefined && initial.length === 0) return 'no initial options'
  const known = new Set(options.map(option => JSON.stringify(option)))
  return initial.every(option => known.has(JSON.stringify(option))) ? undefined : 'initial option'
}

function elementFault(element: Json): string | undefined {
  if (typeof element['action_id'] !== 'string' || element['action_id'].length > 255) return 'action id'
  switch (element['type']) {
    case 'radio_buttons':
    case 'checkboxes':
      return optionsFault(element, 10)
    case 'static_select':
    case 'multi_static_select':
      return optionsFault(element, 100)
    case 'datepicker':
      return /^(\d{4}-\d{2}-\d{2})?$/.test(String(element['initial_date'] ?? '')) ? undefined : 'initial date'
    case 'timepicker':
      return /^(\d{2}:\d{2})?$/.test(String(element['initial_time'] ?? '')) ? undefined : 'initial time'
    case 'number_input':
      return typeof element['is_decimal_allowed'] === 'boolean' ? undefined : 'decimal or not'
    case 'plain_text_input':
      return Number(element['max_length'] ?? 1) >= 1 && Number(element['max_length'] ?? 1) <= 3_000
        ? undefined
        : 'length'
    default:
      return `element ${String(element['type'])}`
  }
}

function inputFault(block: Json): string | undefined {
  if (typeof block['block_id'] !== 'string' || block['block_id'].length > 255) return 'block id'
  if (!plain(block['label'], 2_000)) return 'label'
  if (block['hint'] !== undefined && !plain(block['hint'], 2_000)) return 'hint'
  return elementFault((block['element'] ?? {}) as Json)
}

/** The first fault of a view, or undefined when Slack would take it. */
export function viewFault(view: Json): string | undefined {
  const blocks = (view['blocks'] ?? []) as Json[]
  const inputs = blocks.filter(block => block['type'] === 'input')
  const others = blocks.filter(block => block['type'] !== 'input')
  if (blocks.length < 1 || blocks.length > 100) return `${blocks.length} blocks`
  if (view['type'] === 'modal') {
    if (!plain(view['title'], 24)) return 'title'
    for (const part of ['submit', 'close']) if (view[part] !== undefined && !plain(view[part], 24)) return part
    if (inputs.length > 0 && view['submit'] === undefined) return 'inputs without submit'
    if (String(view['private_metadata'] ?? '').length > 3_000) return 'metadata'
  } else if (view['type'] !== 'home') return 'type'
  const ids = inputs.map(block => block['block_id'])
  if (new Set(ids).size < ids.length) return 'block ids repeat'
  return inputs.map(inputFault).find(Boolean) ?? (others.length > 0 ? blocksFault(others) : undefined)
}

export interface Views {
  /** modals opened, newest last */
  readonly opened: Json[]
  /** home tab by user */
  readonly homes: Map<string, Json>
  /** a trigger as a click has one; `ageMs` makes it older */
  trigger(ageMs?: number): string
  /** throws Slack's error code */
  open(form: Json): Json
  publish(form: Json): Json
}

export function createViews(refuse: (code: string) => never): Views {
  const issued = new Map<string, number>()
  const used = new Set<string>()
  const opened: Json[] = []
  const homes = new Map<string, Json>()
  const taken = (form: Json): Json => {
    const view = JSON.parse(String(form['view'])) as Json
    return viewFault(view) === undefined ? view : refuse('invalid_arguments')
  }
  return {
    opened,
    homes,
    trigger(ageMs = 0) {
      const id = `${issued.size + 1}.trigger`
      issued.set(id, Date.now() - ageMs)
      return id
    },
    open(form) {
      const id = String(form['trigger_id'])
      const at = issued.get(id)
      if (at === undefined) return refuse('invalid_trigger_id')
      if (used.has(id)) return refuse('exchanged_trigger_id')
      if (Date.now() - at > TRIGGER_MS) return refuse('expired_trigger_id')
      const view = taken(form)
      used.add(id)
      opened.push(view)
      return { view: { id: `V${opened.length}` } }
    },
    publish(form) {
      homes.set(String(form['user_id']), taken(form))
      return { view: { id: `H${homes.size}` } }
    },
  }
}
