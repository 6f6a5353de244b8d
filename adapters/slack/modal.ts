// A form as a Slack modal, and what a modal hands in as form values. Which button, thread and channel it is for travels in
// the modal's own metadata, which only Slack and we can write.
import type { types } from '@slack/bolt'
import { z } from 'zod'
import type { Card, Form, FormField, FormValues } from '#bot'
import { cut, oneLine, visible } from '../delivery/words.ts'
import {
  BLOCKS_MAX,
  INPUT_CHARS_MAX,
  LABEL_CHARS_MAX,
  LINE_CHARS_MAX,
  METADATA_CHARS_MAX,
  MODAL_CHARS_MAX,
  OPTION_CHARS_MAX,
  OPTION_VALUE_CHARS_MAX,
  OPTIONS_MAX,
  OPTIONS_OPEN_MAX,
} from './limits.ts'
import { render } from './render.ts'

export const FORM_CALLBACK = 'form'
export const INVITE_CALLBACK = 'invite'
const ZONE = 'Asia/Shanghai'
const ACTION = 'value'

/** What a modal is for. */
export interface About {
  readonly press: string
  readonly thread: string
  readonly channel: string
}

const plain = (text: string, max: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: cut(oneLine(text), max) || ' ',
  emoji: false,
})

type Picker = Extract<FormField, { kind: 'choice' | 'choices' }>

function optionsOf({ options }: Picker): types.PlainTextOption[] {
  // an option that cannot be shown whole must not be chosen by mistake: then the buttons in the thread do
  if (options.length > OPTIONS_MAX || options.some(({ value }) => value.length > OPTION_VALUE_CHARS_MAX))
    throw new Error('a form has options that no modal can carry')
  return options.map(({ value, text }) => ({ text: plain(text, OPTION_CHARS_MAX), value }))
}

function choiceElement(field: Picker): types.InputBlock['element'] {
  const options = optionsOf(field)
  const open = options.length <= OPTIONS_OPEN_MAX
  if (field.kind === 'choice') {
    const initial = options.find(option => option.value === field.chosen)
    const start = initial ? { initial_option: initial } : {}
    return { type: open ? 'radio_buttons' : 'static_select', action_id: ACTION, options, ...start }
  }
  const initial = options.filter(option => field.chosen.includes(option.value ?? ''))
  const start = initial.length > 0 ? { initial_options: initial } : {}
  return { type: open ? 'checkboxes' : 'multi_static_select', action_id: ACTION, options, ...start }
}

function elementOf(field: FormField): types.InputBlock['element'] {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return choiceElement(field)
    case 'date':
      return { type: 'datepicker', action_id: ACTION, ...(field.value ? { initial_date: field.value } : {}) }
    case 'time':
      return {
        type: 'timepicker',
        action_id: ACTION,
        timezone: ZONE,
        ...(field.value ? { initial_time: field.value } : {}),
      }
    case 'number':
      return {
        type: 'number_input',
        action_id: ACTION,
        is_decimal_allowed: field.decimals > 0,
        min_value: String(field.min),
        max_value: String(field.max),
      }
    case 'text':
      return {
        type: 'plain_text_input',
        action_id: ACTION,
        multiline: field.lines,
        max_length: Math.min(field.max, INPUT_CHARS_MAX),
        ...(field.value ? { initial_value: cut(visible(field.value), Math.min(field.max, INPUT_CHARS_MAX)) } : {}),
      }
  }
}

const inputOf = (field: FormField): types.InputBlock => ({
  type: 'input',
  block_id: field.name,
  label: plain(field.label, LABEL_CHARS_MAX),
  optional: !field.required,
  element: elementOf(field),
  ...(field.hint ? { hint: plain(field.hint, LABEL_CHARS_MAX) } : {}),
})

/** The modal of a form. Throws when Slack could not carry it. */
export function formModal(
  form: Form,
  about: About | { readonly desk: string },
  callback = FORM_CALLBACK,
): types.ModalView {
  const metadata = JSON.stringify(about)
  if (metadata.length > METADATA_CHARS_MAX || form.fields.length >= BLOCKS_MAX) throw new Error('a form is too large')
  return {
    type: 'modal',
    callback_id: callback,
    private_metadata: metadata,
    title: plain(form.title, MODAL_CHARS_MAX),
    submit: plain(form.submit, MODAL_CHARS_MAX),
    close: plain(form.cancel, MODAL_CHARS_MAX),
    blocks: [
      ...(form.intro ? [{ type: 'section' as const, text: plain(form.intro, LINE_CHARS_MAX) }] : []),
      ...form.fields.map(inputOf),
    ],
  }
}

/** A card to be read only. */
export function readingModal(card: Card, title: string): types.ModalView {
  return { type: 'modal', title: plain(title, MODAL_CHARS_MAX), blocks: [...render(card, '').blocks] }
}

const option = z.object({ value: z.string().max(OPTION_VALUE_CHARS_MAX) })
const filledSchema = z.object({
  value: z.string().max(INPUT_CHARS_MAX).nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).max(OPTIONS_MAX).nullish(),
  selected_date: z.string().max(20).nullish(),
  selected_time: z.string().max(20).nullish(),
})
/** `view.state.values`: by block, then by action. */
export const stateSchema = z.record(z.string().max(255), z.record(z.string().max(255), filledSchema))

/** What was filled in, by field. */
export function valuesOf(state: z.output<typeof stateSchema>): FormValues {
  return Object.fromEntries(
    Object.entries(state).map(([name, actions]) => {
      const filled = actions[ACTION]
      const one = filled?.value ?? filled?.selected_option?.value ?? filled?.selected_date ?? filled?.selected_time
      const many = filled?.selected_options?.map(({ value }) => value) ?? []
      return [name, one === undefined || one === null ? many : [one]]
    }),
  )
}
