// The door of the inbox: what comes in is stored before anybody acknowledges it. Events that arrive while others are being
// written wait for them and then go in together, so a crowd costs one write to the disk, and somebody alone waits for nobody.
import type { Received } from '../received.ts'
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
  readonly row: object
  readonly settle: (answer: Answer) => void
  readonly refuse: (error: unknown) => void
}

interface Key extends Record<string, unknown> {
  readonly platform: string
  readonly event_id: string
}

/** Ids follow the order of arrival; an event that is there already is left out of the answer. */
const INSERT = prepared(`
  INSERT INTO inbox (platform, event_id, lane, payload, accepted_at)
  SELECT platform, event_id, lane, payload, accepted_at
  FROM ROWS FROM (jsonb_to_recordset($1::jsonb)
    AS (platform text, event_id text, lane text, payload jsonb, accepted_at timestamptz)) WITH ORDINALITY
    AS arrived (platform, event_id, lane, payload, accepted_at, nth)
  ORDER BY nth
  ON CONFLICT DO NOTHING
  RETURNING platform, event_id`)

const keyOf = (platform: string, eventId: string): string => JSON.stringify([platform, eventId])

/** Stores them in one statement. Of two with one key the first is accepted. */
async function write({ database }: StoreContext, arrivals: readonly Arrival[]): Promise<void> {
  const rows = await runPrepared<Key>(database.pool, INSERT, [JSON.stringify(arrivals.map(({ row }) => row))])
  const fresh = new Set(rows.map(row => keyOf(row.platform, row.event_id)))
  for (const { key, settle } of arrivals) settle(fresh.delete(key) ? 'accepted' : 'duplicate')
}

/** What one of many does not survive must not take the others with it: then each goes in by itself. */
async function writeAll(context: StoreContext, arrivals: readonly Arrival[]): Promise<void> {
  try {
    await write(context, arrivals)
  } catch (error) {
    if (arrivals.length === 1) for (const { refuse } of arrivals) refuse(error)
    else for (const arrival of arrivals) await writeAll(context, [arrival])
  }
}

/** See Store.accept. */
export function openIntake(context: StoreContext): (received: Received) => Promise<Answer> {
  let waiting: Arrival[] = []
  let writing = false
  const drain = async () => {
    writing = true
    while (waiting.length > 0) {
      const arrivals = waiting.slice(0, TOGETHER_MAX)
      waiting = waiting.slice(TOGETHER_MAX)
      await writeAll(context, arrivals)
    }
    writing = false
  }
  return async received => {
    const payload = receivedGate.write(received)
    const { platform, eventId } = payload
    const row = {
      platform,
      event_id: eventId,
      lane: await laneOf(context, payload),
      payload: { ...payload, event: sealJson(context.vault.inboxKey, placeOf(payload), payload.event) },
      accepted_at: context.now(),
    }
    return new Promise((settle, refuse) => {
      waiting.push({ key: keyOf(platform, eventId), row, settle, refuse })
      if (!writing) void drain()
    })
  }
}
