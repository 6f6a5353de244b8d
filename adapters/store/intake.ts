// The door of the inbox: what comes in is stored before anybody acknowledges it. Events that arrive while others are being
// written wait for them and then go in together, so a crowd costs one write to the disk, and somebody alone waits for nobody.
import type { Received } from '../received.ts'
import { noticeOf, openPacer, type Pacer, pacedLane, type Slot } from './chat-pace.ts'
import type { StoreContext } from './context.ts'
import { laneOf, placeOf } from './inbox.ts'
import { receivedGate } from './json.ts'
import { prepared, runPrepared } from './prepared.ts'
import { sealJson } from './seal.ts'

/** One write takes at most this many, so that the first of them does not wait for long. */
const TOGETHER_MAX = 64

type Answer = 'accepted' | 'duplicate'

/** A row as the database takes it, and its name among those of one write. */
interface Arrival {
  readonly key: string
  readonly received: Received
  readonly row: object
  readonly settle: (answer: Answer) => void
  readonly refuse: (error: unknown) => void
}

interface Key extends Record<string, unknown> {
  readonly platform: string
  readonly event_id: string
}

/**
 * Ids follow the order of arrival; an event that is there already is left out of the answer. `due` is when a paced event may be
 * played; behind others of its chat that wait for their time it waits as well, whoever took those.
 */
const INSERT = prepared(`
  INSERT INTO inbox (platform, event_id, lane, payload, accepted_at, state, not_before)
  SELECT platform, event_id, lane, payload, accepted_at,
    (CASE WHEN due IS NULL THEN 'waiting' ELSE 'paced' END)::inbox_state, due
  FROM (SELECT platform, event_id, lane, payload, accepted_at, nth, CASE WHEN in_chat THEN GREATEST(due, (
      SELECT p.not_before FROM inbox AS p
      WHERE p.state = 'paced' AND p.lane = arrived.lane ORDER BY p.id DESC LIMIT 1)) END AS due
    FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
      AS (platform text, event_id text, lane text, payload jsonb, accepted_at timestamptz, in_chat boolean, due timestamptz))
      WITH ORDINALITY AS arrived (platform, event_id, lane, payload, accepted_at, in_chat, due, nth)) AS timed
  ORDER BY nth
  ON CONFLICT DO NOTHING
  RETURNING platform, event_id`)

const keyOf = (platform: string, eventId: string): string => JSON.stringify([platform, eventId])

/** The rows with the time at which a paced one may be played. */
const timed = (arrivals: readonly Arrival[], slots: readonly (Slot | undefined)[]) =>
  arrivals.map(({ row }, index) => {
    const slot = slots[index]
    return { ...row, in_chat: slot !== undefined, due: slot?.waits ? new Date(slot.at) : null }
  })

/** Stores them in one statement. Of two with one key the first is accepted. A company whose events begin to wait is told. */
async function write(context: StoreContext, pacer: Pacer | undefined, arrivals: readonly Arrival[]): Promise<void> {
  const slots = (await pacer?.(arrivals.map(({ received }) => pacedLane(received)))) ?? []
  const rows = await runPrepared<Key>(context.database.pool, INSERT, [JSON.stringify(timed(arrivals, slots))])
  const fresh = new Set(rows.map(row => keyOf(row.platform, row.event_id)))
  const told: Received[] = []
  arrivals.forEach(({ key, received, settle }, index) => {
    const isFresh = fresh.delete(key)
    const slot = slots[index]
    if (isFresh && slot?.waits === 'first') told.push(noticeOf(received, slot, context.now(), context.steady()))
    settle(isFresh ? 'accepted' : 'duplicate')
  })
  if (told.length === 0) return
  const notices = await Promise.all(told.map(received => rowOf(context, received)))
  // only a courtesy: without it everything is played all the same
  await runPrepared(context.database.pool, INSERT, [JSON.stringify(notices)]).catch(() => {})
}

/** What one of many does not survive must not take the others with it: then each goes in by itself. */
async function writeAll(context: StoreContext, pacer: Pacer | undefined, arrivals: readonly Arrival[]): Promise<void> {
  try {
    await write(context, pacer, arrivals)
  } catch (error) {
    if (arrivals.length === 1) for (const { refuse } of arrivals) refuse(error)
    else for (const arrival of arrivals) await writeAll(context, pacer, [arrival])
  }
}

async function rowOf(context: StoreContext, received: Received) {
  const payload = receivedGate.write(received)
  const { platform, eventId } = payload
  return {
    platform,
    event_id: eventId,
    lane: await laneOf(context, payload),
    payload: { ...payload, event: sealJson(context.vault.inboxKey, placeOf(payload), payload.event) },
    accepted_at: context.now(),
  }
}

/** See Store.accept. */
export function openIntake(context: StoreContext): (received: Received) => Promise<Answer> {
  const pacer = context.pace && openPacer(context, context.pace)
  let waiting: Arrival[] = []
  let writing = false
  const drain = async () => {
    writing = true
    while (waiting.length > 0) {
      const arrivals = waiting.slice(0, TOGETHER_MAX)
      waiting = waiting.slice(TOGETHER_MAX)
      await writeAll(context, pacer, arrivals)
    }
    writing = false
  }
  return async received => {
    const row = await rowOf(context, received)
    return new Promise((settle, refuse) => {
      waiting.push({ key: keyOf(row.platform, row.event_id), received, row, settle, refuse })
      if (!writing) void drain()
    })
  }
}
