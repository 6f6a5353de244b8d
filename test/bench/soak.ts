// `npm run bench -- soak`: a week of the product in virtual time on the embedded database, in a few minutes. Companies open
// chats on the page and on Telegram, talk, some apply; clerks take some of the leads and leave the others to the clock; the
// outbox is emptied. Every virtual day memory, open handles and rows are written down, and the memory must stay flat.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { newId } from '../../adapters/new-id.ts'
import type { Platform, Received } from '../../adapters/received.ts'
import { type OpenStore, openStore } from '../../adapters/store/open.ts'
import { stepOf, toIncoming } from '../../adapters/worker.ts'
import { applied, BANK, lead, MONDAY, staffed } from '../support/lead-scene.ts'
import { print } from './bench.ts'
import { event, TURNS } from './load/events.ts'

const HOUR_MS = 3_600_000
const DAYS = Number(process.env['SOAK_DAYS'] ?? 7)
/** chats opened every hour, day and night */
const OPENED_PER_HOUR = Number(process.env['SOAK_COMPANIES'] ?? 4)
/** one in so many has applied for a loan */
const APPLIED_EVERY = 4
/** one lead in so many is taken by a clerk, the others are the clock's */
const TAKEN_EVERY = 2
const CLAIMED_AT_ONCE = 8
const TIDIED_EVERY_HOURS = 6
/** the second day stands for "warm"; from there on the heap may grow by so much, whatever was said */
const GROWTH_MAX_MB = 10
const WARM_DAY = 2
const MEGABYTE = 1e6

const knowledge = staffed()

interface Chat {
  readonly platform: Platform
  readonly peer: string
  /** lines said so far */
  said: number
  readonly lead?: string
}

interface Day {
  readonly day: number
  readonly turns: number
  readonly heapMb: number
  readonly rssMb: number
  readonly handles: number
  readonly rows: number
  readonly diskMb: number
}

/** Plays all that waits and sends all that is due. Answers how many turns that took. */
async function settleAll(store: OpenStore): Promise<number> {
  let turns = 0
  while ((await store.ring()) > 0);
  for (let items = await store.take(CLAIMED_AT_ONCE); items.length > 0; items = await store.take(CLAIMED_AT_ONCE))
    for (const item of items) {
      await store.play(item, stepOf(knowledge, item.received, toIncoming(item.received, [])))
      turns += 1
    }
  for (let due = await store.due('telegram'); due.length > 0; due = await store.due('telegram'))
    for (const one of due) if (await store.begin(one)) await store.settle(one, { is: 'sent', externalId: `x${one.id}` })
  return turns
}

/** A chat of a company; one in so many has agreed to apply, and its lead is at the bank. */
async function open(store: OpenStore, number: number, at: string): Promise<Chat> {
  const platform: Platform = number % 2 === 0 ? 'web' : 'telegram'
  const chat = { platform, peer: `soak-${number}`, said: 0 }
  if (number % APPLIED_EVERY !== 0) return chat
  const first: Received = { ...event(chat.peer, 0), platform, at, eventId: `open ${number}`, event: { kind: 'open' } }
  await store.accept(first)
  const item = await store.next()
  if (!item) throw new Error('the first event is not there')
  let id = ''
  await store.play(item, current => {
    const scene = applied(knowledge, at, current.id)
    id = lead(scene).id
    return { case: scene.case, posts: [], events: [] }
  })
  await store.windLeads()
  return { ...chat, lead: id }
}

const take = ({ lead: id = '', peer }: Chat, at: string): Received => ({
  platform: 'desk',
  eventId: `take ${peer}`,
  at,
  target: { kind: 'thread', thread: id },
  from: { kind: 'staff', desk: BANK, person: 'web:甲', name: '甲' },
  event: { kind: 'press', press: `L:${id}:take` },
})

async function measureDay(store: OpenStore, day: number, turns: number, collect: () => void): Promise<Day> {
  const { rows } = await store.database.pool.query<{ rows: string; bytes: string }>(
    `SELECT sum(n_live_tup)::text AS rows, pg_database_size(current_database())::text AS bytes FROM pg_stat_user_tables`,
  )
  collect()
  const { heapUsed, rss } = process.memoryUsage()
  return {
    day,
    turns,
    heapMb: heapUsed / MEGABYTE,
    rssMb: rss / MEGABYTE,
    handles: process.getActiveResourcesInfo().length,
    rows: Number(rows[0]?.rows),
    diskMb: Number(rows[0]?.bytes) / MEGABYTE,
  }
}

/** One virtual hour: new chats, everybody's next line, clerks, timers. Answers how many turns it took. */
async function liveHour(store: OpenStore, chats: Chat[], hour: number, at: string): Promise<number> {
  for (let i = 0; i < OPENED_PER_HOUR; i++) {
    const chat = await open(store, hour * OPENED_PER_HOUR + i, at)
    chats.push(chat)
    if (chat.lead !== undefined && (hour + i) % TAKEN_EVERY === 0) await store.accept(take(chat, at))
  }
  await Promise.all(chats.map(chat => store.accept({ ...event(chat.peer, chat.said++), platform: chat.platform, at })))
  // who has said all goes, and is not remembered here
  chats.splice(0, chats.length, ...chats.filter(({ said }) => said < TURNS))
  return settleAll(store)
}

async function liveWeek(store: OpenStore, pass: () => string, collect: () => void): Promise<readonly Day[]> {
  const chats: Chat[] = []
  const days: Day[] = []
  let turns = 0
  for (let hour = 0; hour < DAYS * 24; hour++) {
    turns += await liveHour(store, chats, hour, pass())
    if (hour % TIDIED_EVERY_HOURS === 0) await store.database.pool.query('VACUUM (ANALYZE)')
    if (hour % 24 !== 23) continue
    const day = await measureDay(store, days.length + 1, turns, collect)
    days.push(day)
    const { heapMb, rssMb, handles, rows, diskMb } = day
    print([
      `| ${day.day} | ${turns} | ${heapMb.toFixed(1)} | ${rssMb.toFixed(0)} | ${handles} | ${rows} | ${diskMb.toFixed(1)} |`,
    ])
    turns = 0
  }
  return days
}

/** @throws when the heap grew, a handle stayed open, or something was left lying */
export async function benchSoak(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const dir = mkdtempSync(join(tmpdir(), 'yinqi-soak-'))
  let time = Date.parse(MONDAY)
  const store = await openStore({ dir, route: () => [], now: () => new Date(time), newId })
  const pass = () => {
    time += HOUR_MS
    return new Date(time).toISOString()
  }
  print([
    '',
    `## Soak: ${DAYS} days in virtual time, ${OPENED_PER_HOUR} new chats an hour`,
    '',
    '| day | turns | heap MB | RSS MB | handles | rows | database MB |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ])
  try {
    const days = await liveWeek(store, pass, collect)
    const { waiting, dead } = await store.health()
    const [warm, last] = [days[WARM_DAY - 1], days.at(-1)]
    const growth = warm && last ? last.heapMb - warm.heapMb : 0
    print(['', `The heap grew by ${growth.toFixed(1)} MB after day ${WARM_DAY}; waiting ${waiting}, dead ${dead}.`])
    if (growth > GROWTH_MAX_MB) throw new Error(`the heap grew by ${growth.toFixed(1)} MB`)
    if (warm && last && last.handles > warm.handles) throw new Error('handles stayed open')
    if (waiting + dead > 0) throw new Error('events were left lying')
  } finally {
    await store.close()
    rmSync(dir, { recursive: true, force: true })
  }
}
