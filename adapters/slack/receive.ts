// A Slack envelope, parsed once: presses of our buttons, replies in our threads, or nothing for us. Identity is the user
// id and the channel's desk; a display name is never trusted for anything but showing it.

import { z } from 'zod'
import { PRESS_BYTES_MAX } from '#bot'
import { slackUnescape } from './escape.ts'

export const id = z.string().min(1).max(64)
export const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/)

const actionSchema = z.object({
  type: z.string(),
  action_id: z.string().max(255),
  action_ts: z.string().max(64),
  value: z.string().max(2_000).optional(),
})
const clickSchema = z.object({
  type: z.literal('block_actions'),
  team: z.object({ id }).nullish(),
  trigger_id: z.string().max(255).optional(),
  user: z.object({ id, name: z.string().optional(), username: z.string().optional() }),
  channel: z.object({ id }).optional(),
  message: z.object({ ts }).optional(),
  actions: z.array(actionSchema).max(25),
})
const messageSchema = z.object({
  type: z.literal('event_callback'),
  event_id: id,
  event: z.object({
    type: z.literal('message'),
    subtype: z.string().optional(),
    bot_id: z.string().nullish(),
    channel: id,
    user: id,
    ts,
    thread_ts: ts,
    text: z.string().max(100_000),
    /** only that there are some: what they are is never looked at */
    files: z.array(z.unknown()).optional(),
  }),
})
export const pressSchema = z
  .string()
  .regex(/^[\x20-\x7e]+$/)
  .max(PRESS_BYTES_MAX)
const valueSchema = z.strictObject({
  press: pressSchema,
  thread: z.string().min(1).max(200),
})

/** Messages people write; all other subtypes are edits, deletions and announcements. */
const SPOKEN: ReadonlySet<string | undefined> = new Set([undefined, 'thread_broadcast', 'file_share'])

export interface Person {
  readonly id: string
  /** as the event names them */
  readonly name?: string | undefined
}

export type Parsed =
  | {
      readonly is: 'press'
      readonly eventId: string
      readonly channel: string
      readonly person: Person
      readonly press: string
      readonly thread: string
      /** opens a modal, for three seconds */
      readonly trigger?: string | undefined
    }
  | {
      readonly is: 'text'
      readonly eventId: string
      readonly channel: string
      readonly person: Person
      /** empty when only files were sent */
      readonly text: string
      readonly hasFiles: boolean
      readonly threadTs: string
    }

function buttonValue(value: string | undefined): z.infer<typeof valueSchema> | undefined {
  try {
    return valueSchema.safeParse(JSON.parse(value ?? '')).data
  } catch {
    return undefined
  }
}

function parseClick({
  team,
  user,
  channel,
  message,
  actions,
  trigger_id: trigger,
}: z.infer<typeof clickSchema>): Parsed[] {
  if (!channel || !message) return []
  return actions.flatMap(action => {
    const value = action.type === 'button' ? buttonValue(action.value) : undefined
    if (!value) return []
    // One click, however often it is delivered; trigger ids differ between deliveries of the same click.
    const eventId = ['click', team?.id ?? '', user.id, action.action_ts, action.action_id, message.ts].join(':')
    const person = { id: user.id, name: user.username ?? user.name }
    return [{ is: 'press' as const, eventId, channel: channel.id, person, trigger, ...value }]
  })
}

function parseMessage({ event, event_id: eventId }: z.infer<typeof messageSchema>): Parsed[] {
  if (event.bot_id || !SPOKEN.has(event.subtype)) return []
  const text = slackUnescape(event.text).trim()
  const hasFiles = (event.files?.length ?? 0) > 0
  if (text === '' && !hasFiles) return []
  return [
    {
      is: 'text',
      eventId: `event:${eventId}`,
      channel: event.channel,
      person: { id: event.user },
      text,
      hasFiles,
      threadTs: event.thread_ts,
    },
  ]
}

/** Parses one envelope; what is not a click on a button of ours or a person's reply in a thread gives []. */
export function parseEnvelope(body: unknown): readonly Parsed[] {
  const click = clickSchema.safeParse(body)
  if (click.success) return parseClick(click.data)
  const message = messageSchema.safeParse(body)
  return message.success ? parseMessage(message.data) : []
}
