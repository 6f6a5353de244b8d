// The envelopes of the app itself, beside clicks and replies: a form handed in, the home tab opened, the slash command, the
// shortcuts. Parsed once; what is none of these is undefined.
import { z } from 'zod'
import type { FormValues } from '#bot'
import { parseForeign } from '../poison.ts'
import { INVITE_PRESS } from './invitations.ts'
import { FORM_CALLBACK, INVITE_CALLBACK, stateSchema, valuesOf } from './modal.ts'
import { id, type Person, personOf, pressSchema, threadSchema, ts, userSchema as user, workspace } from './receive.ts'

export const COMMAND = '/yinqi'
/** Callback ids of the shortcuts, as the manifest names them. */
export const MY_WORK = 'my_work'
/** Shortcuts on a message: callback id → verb of the lead's button whose form opens. */
export const MESSAGE_SHORTCUTS: Readonly<Record<string, string>> = { ask_papers: 'papers', decline_lead: 'refuse' }

const TEXT_CHARS_MAX = 1_000
const trigger = z.string().min(1).max(255)

const submissionSchema = z.object({
  type: z.literal('view_submission'),
  team: workspace,
  user,
  view: z.object({
    id,
    callback_id: z.enum([FORM_CALLBACK, INVITE_CALLBACK]),
    private_metadata: z.string().max(3_000),
    state: z.object({ values: stateSchema }),
  }),
})
const aboutSchema = z.strictObject({ press: pressSchema, thread: threadSchema, channel: id })
const inviteSchema = z.strictObject({ desk: z.string().min(1).max(64) })
/** the button of the home tab */
const homeClickSchema = z.object({
  type: z.literal('block_actions'),
  trigger_id: trigger,
  team: workspace,
  user,
  view: z.object({ type: z.literal('home') }),
  actions: z.tuple([z.object({ value: z.literal(JSON.stringify({ press: INVITE_PRESS, thread: '' })) })]),
})
const homeSchema = z.object({
  type: z.literal('event_callback'),
  event: z.object({ type: z.literal('app_home_opened'), user: id, tab: z.literal('home') }),
})
const commandSchema = z.object({
  command: z.literal(COMMAND),
  user_id: id,
  user_name: z.string().max(200).optional(),
  text: z.string().max(TEXT_CHARS_MAX).default(''),
  trigger_id: trigger.optional(),
})
const globalSchema = z.object({
  type: z.literal('shortcut'),
  callback_id: z.literal(MY_WORK),
  trigger_id: trigger,
  team: workspace,
  user,
})
const messageSchema = z.object({
  type: z.literal('message_action'),
  callback_id: z.string().refine(name => Object.hasOwn(MESSAGE_SHORTCUTS, name)),
  trigger_id: trigger,
  action_ts: z.string().max(64),
  team: workspace,
  user,
  channel: z.object({ id }),
  message: z.object({ ts, thread_ts: ts.optional() }),
})

export type AppEvent =
  | {
      readonly is: 'form'
      readonly eventId: string
      readonly channel: string
      readonly person: Person
      readonly press: string
      readonly thread: string
      readonly values: FormValues
    }
  | { readonly is: 'home'; readonly person: Person }
  | {
      readonly is: 'command'
      readonly person: Person
      readonly text: string
      readonly trigger?: string | undefined
    }
  | { readonly is: 'invite'; readonly person: Person; readonly trigger: string }
  | {
      readonly is: 'invited'
      readonly key: string
      readonly person: Person
      readonly desk: string
      readonly values: FormValues
    }
  | { readonly is: 'my-work'; readonly person: Person; readonly trigger: string }
  | {
      readonly is: 'on-message'
      readonly eventId: string
      readonly channel: string
      readonly person: Person
      readonly threadTs: string
      readonly trigger: string
      /** of the lead's button */
      readonly verb: string
    }

function parseSubmission({ team, user: from, view }: z.output<typeof submissionSchema>): AppEvent | undefined {
  let about: unknown
  try {
    about = parseForeign(view.private_metadata)
  } catch {
    return undefined
  }
  const person = personOf(from, team)
  if (view.callback_id === INVITE_CALLBACK) {
    const asked = inviteSchema.safeParse(about)
    const values = valuesOf(view.state.values)
    return asked.success ? { is: 'invited', key: view.id, person, values, ...asked.data } : undefined
  }
  const known = aboutSchema.safeParse(about)
  if (!known.success) return undefined
  // a modal can be handed in once: its id is the key, however often Slack delivers it
  const eventId = ['view', team?.id ?? '', person.id, view.id].join(':')
  return { is: 'form', eventId, person, values: valuesOf(view.state.values), ...known.data }
}

/** Parses one envelope of the app. */
export function parseAppEvent(body: unknown): AppEvent | undefined {
  const submission = submissionSchema.safeParse(body)
  if (submission.success) return parseSubmission(submission.data)
  const home = homeSchema.safeParse(body)
  if (home.success) return { is: 'home', person: { id: home.data.event.user, user: home.data.event.user } }
  const command = commandSchema.safeParse(body)
  if (command.success) {
    const { user_id, user_name, text, trigger_id } = command.data
    return { is: 'command', person: { id: user_id, user: user_id, name: user_name }, text, trigger: trigger_id }
  }
  const homeClick = homeClickSchema.safeParse(body)
  if (homeClick.success) {
    const { user, team, trigger_id } = homeClick.data
    return { is: 'invite', person: personOf(user, team), trigger: trigger_id }
  }
  const shortcut = globalSchema.safeParse(body)
  if (shortcut.success) {
    const { user, team, trigger_id } = shortcut.data
    return { is: 'my-work', person: personOf(user, team), trigger: trigger_id }
  }
  const onMessage = messageSchema.safeParse(body)
  if (!onMessage.success) return undefined
  const { team, user: from, channel, message, action_ts, callback_id, trigger_id } = onMessage.data
  const person = personOf(from, team)
  return {
    is: 'on-message',
    eventId: ['shortcut', team?.id ?? '', person.id, action_ts, callback_id, message.ts].join(':'),
    channel: channel.id,
    person,
    threadTs: message.thread_ts ?? message.ts,
    trigger: trigger_id,
    verb: MESSAGE_SHORTCUTS[callback_id] ?? '',
  }
}
