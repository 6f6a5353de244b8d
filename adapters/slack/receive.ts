// A Slack envelope, parsed once: presses of our buttons, replies in our threads, or nothing for us. Identity is the user
// with their workspace and the channel's desk; a display name is never trusted for anything but showing it.

import { z } from 'zod'
import { PRESS_BYTES_MAX } from '#bot'
import { parseForeign } from '../poison.ts'
import { slackUnescape } from './escape.ts'

/** ids are printable: what else stands there is of nobody's making that we know, and some of it no database takes */
const printable = z.string().regex(/^[\x21-\x7e]+$/)
export const id = printable.max(64)
export const threadSchema = printable.max(200)
export const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/)

const actionSchema = z.object({
  type: z.string(),
  action_id: z.string().max(255),
  action_ts: z.string().max(64),
  value: z.string().max(2_000).optional(),
})
/** `team_id`: where the person belongs, which in a shared channel may be another company's workspace */
export const userSchema = z.object({
  id,
  name: z.string().optional(),
  username: z.string().optional(),
  team_id: id.nullish(),
})
export const workspace = z.object({ id }).nullish()
const clickSchema = z.object({
  type: z.literal('block_actions'),
  team: workspace,
  trigger_id: z.string().max(255).optional(),
  user: userSchema,
  channel: z.object({ id }).optional(),
  message: z.object({ ts }).optional(),
  actions: z.array(actionSchema).max(25),
})
const messageSchema = z.object({
  type: z.literal('event_callback'),
  event_id: id,
  team_id: id.nullish(),
  event: z.object({
    type: z.literal('message'),
    subtype: z.string().optional(),
    bot_id: z.string().nullish(),
    channel: id,
    user: id,
    user_team: id.nullish(),
    source_team: id.nullish(),
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
  thread: threadSchema,
})

/** Messages people write; all other subtypes are edits, deletions and announcements. */
const SPOKEN: ReadonlySet<string | undefined> = new Set([undefined, 'thread_broadcast', 'file_share'])

export interface Person {
  /** who it is: the user, of another workspace than the one it was done in `T…:U…` */
  readonly id: string
  /** as calls to Slack name them */
  readonly user: string
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

/** Slack's ids of users are unique in a workspace, not among all: a guest could have the id of somebody of ours. */
function identityOf(user: string, home: string | null | undefined, where: string | null | undefined): string {
  return home && where && home !== where ? `${home}:${user}` : user
}

/** Who did something in this workspace. */
export function personOf(user: z.output<typeof userSchema>, where: z.output<typeof workspace>): Person {
  return { id: identityOf(user.id, user.team_id, where?.id), user: user.id, name: user.username ?? user.name }
}

function buttonValue(value: string | undefined): z.infer<typeof valueSchema> | undefined {
  try {
    return valueSchema.safeParse(parseForeign(value ?? '')).data
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
  const person = personOf(user, team)
  return actions.flatMap(action => {
    const value = action.type === 'button' ? buttonValue(action.value) : undefined
    if (!value) return []
    // One click, however often it is delivered; trigger ids differ between deliveries of the same click.
    const eventId = ['click', team?.id ?? '', person.id, action.action_ts, action.action_id, message.ts].join(':')
    return [{ is: 'press' as const, eventId, channel: channel.id, person, trigger, ...value }]
  })
}

function parseMessage({ event, event_id: eventId, team_id: where }: z.infer<typeof messageSchema>): Parsed[] {
  if (event.bot_id || !SPOKEN.has(event.subtype)) return []
  const text = slackUnescape(event.text).trim()
  const hasFiles = (event.files?.length ?? 0) > 0
  if (text === '' && !hasFiles) return []
  return [
    {
      is: 'text',
      eventId: `event:${eventId}`,
      channel: event.channel,
      person: { id: identityOf(event.user, event.user_team ?? event.source_team, where), user: event.user },
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
