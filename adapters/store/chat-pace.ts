// Of one chat only so many events are played in a minute. What comes faster is stored like all else and waits for its time, in
// the state `paced`, where no claim looks: whoever floods takes no turns from others, and nothing of it is lost.
import { PACED } from '#bot'
import type { Received } from '../received.ts'
import { after, type StoreContext } from './context.ts'
import { PUT_OFF_MS_MAX } from './free.ts'
import { laneOfChat } from './inbox.ts'
import { prepared, runPrepared } from './prepared.ts'

/** At most `most` events of a chat in any `ms` milliseconds. */
export interface ChatPace {
  readonly most: number
  readonly ms: number
}

/** Ten lines that are pasted as ten messages go through at once, and so do three times as many. */
export const CHAT_PACE: ChatPace = { most: 30, ms: 60_000 }

/** A process that took fewer than this of a chat's latest events does not ask what other processes took. */
const TAKEN_HERE = 10
/** Chats remembered before the quiet ones are dropped. */
const CHATS_MAX = 5_000
/** When the latest events of these chats may be or were played, newest first: of each state, for the index goes by state. */
const latestIn = (state: string, at: string): string => `
  (SELECT ${at} AS at FROM inbox
   WHERE state = '${state}' AND lane = l.lane AND platform = split_part(l.lane, ':', 1) AND event_id NOT LIKE '${PACED}:%'
   ORDER BY id DESC LIMIT $3::int)`
const ALREADY = 'LEAST(COALESCE(not_before, accepted_at), $2::timestamptz)'
const LATEST = prepared(`
  SELECT l.lane, latest.at FROM unnest($1::text[]) AS l (lane) CROSS JOIN LATERAL (
    SELECT at FROM (${[latestIn('done', ALREADY), latestIn('waiting', ALREADY), latestIn('paced', 'not_before')].join(' UNION ALL ')}) AS u
    ORDER BY at DESC LIMIT $3::int) AS latest
  ORDER BY l.lane, latest.at`)

interface Latest extends Record<string, unknown> {
  readonly lane: string
  readonly at: Date
}

/** The chat an event is paced in: what a company does in its own. Undefined for staff, timers and this machine's terminal. */
export const pacedLane = ({ target, from, platform }: Received): string | undefined =>
  target.kind === 'conversation' && from.kind === 'enterprise' && platform !== 'console'
    ? laneOfChat(platform, target.peer)
    : undefined

/** When an event of a chat is played. */
export interface Slot {
  /** milliseconds on the steady clock */
  readonly at: number
  /** undefined: now. Otherwise whether it is the first of its chat that must wait. */
  readonly waits?: 'first' | 'behind' | undefined
}

/** The slots of events that arrive now, in their order; the next that arrive come after them. */
export type Pacer = (lanes: readonly (string | undefined)[]) => Promise<readonly (Slot | undefined)[]>

/**
 * Keeps in mind what came by this process, repeats among it, and asks the database for the truth about chats that talk a lot
 * before any of them has to wait.
 */
export function openPacer(context: StoreContext, { most, ms }: ChatPace): Pacer {
  const taken = new Map<string, number[]>()

  function recent(lane: string, now: number): number[] {
    const slots = (taken.get(lane) ?? []).filter(at => at > now - ms)
    taken.set(lane, slots)
    return slots
  }

  async function askAbout(lanes: readonly string[], now: Date): Promise<void> {
    const rows = await runPrepared<Latest>(context.database.pool, LATEST, [lanes, now.toISOString(), most])
    for (const lane of lanes) {
      const known = rows.filter(row => row.lane === lane).map(({ at }) => at.getTime())
      taken.set(lane, known)
    }
  }

  function slotIn(lane: string, now: number): Slot {
    const slots = recent(lane, now)
    const last = slots.at(-1) ?? now
    const full = slots.at(-most)
    const free = full === undefined ? now : Math.max(now, full + ms)
    const at = Math.min(free, now + PUT_OFF_MS_MAX)
    slots.push(at)
    return at > now ? { at, waits: last > now ? 'behind' : 'first' } : { at }
  }

  function forgetQuiet(now: number): void {
    if (taken.size < CHATS_MAX) return
    for (const [lane, slots] of taken) if ((slots.at(-1) ?? 0) <= now - ms) taken.delete(lane)
  }

  return async lanes => {
    const at = context.steady()
    const now = at.getTime()
    forgetQuiet(now)
    const busy = [...new Set(lanes)].flatMap(lane =>
      lane !== undefined && recent(lane, now).length >= TAKEN_HERE ? [lane] : [],
    )
    if (busy.length > 0) await askAbout(busy, at)
    return lanes.map(lane => (lane === undefined ? undefined : slotIn(lane, now)))
  }
}

/** What tells the company that it is paced, as an event of its own: the bot says it, in the company's language. */
export function noticeOf({ platform, target, language }: Received, { at }: Slot, now: Date, steady: Date): Received {
  const seconds = Math.max(1, Math.ceil((at - steady.getTime()) / 1000))
  return {
    platform,
    eventId: `${PACED}:${target.kind === 'conversation' ? target.peer : ''}:${at}`,
    at: now.toISOString(),
    target,
    from: { kind: 'clock' },
    ...(language ? { language } : {}),
    event: { kind: 'tick', what: `${PACED}:${seconds}` },
  }
}

/** Lets paced events whose time has come into the line, and tells how many. Any process may call it at any time. */
export async function release({ database, steady }: StoreContext): Promise<number> {
  const now = steady()
  // a time further ahead than any can be was written by a clock that has been set back since
  return database.prisma.$executeRaw`
    UPDATE inbox SET state = 'waiting'
    WHERE state = 'paced' AND (not_before <= ${now}::timestamptz OR not_before > ${after(now, PUT_OFF_MS_MAX)}::timestamptz)`
}
