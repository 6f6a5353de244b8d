// Guessing the ids of leads: ten thousand tries hit nothing, and after twenty misses nothing of the guesser is even kept. Who
// guesses can still press the buttons that are really there, and nobody else notices.
import { afterEach, expect, test } from 'vitest'
import { limitGuesses, MISSES_FORGOTTEN_MS, MISSES_MAX } from '../../adapters/guesses.ts'
import { newId } from '../../adapters/new-id.ts'
import type { OpenStore } from '../../adapters/store/open.ts'
import { openClock, openMemoryStore } from '../support/store.ts'
import * as e from './store/events.ts'

const GUESSES = 10_000

const stores: OpenStore[] = []
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
})

/** One lead at one bank, and the door in front of the inbox. */
async function open() {
  const clock = openClock()
  const store = await openMemoryStore({ now: clock.now, route: e.ROUTE })
  stores.push(store)
  const first = await e.turn(store, e.says('p', 'x'), { change: e.withLead })
  const known = await store.caseOf(first.received)
  const lead = known?.leads[0]?.id ?? expect.unreachable('no lead')
  const visit = known?.visits[0]?.id ?? expect.unreachable('no visit')
  const logged: string[] = []
  const accept = limitGuesses({ store, now: clock.now, log: (_level, code) => void logged.push(code) })
  const kept = () => store.database.prisma.inbox.count({ where: { state: 'waiting' } })
  return { store, clock, lead, visit, accept, kept, logged }
}

/** Ids as ours are made, and the obvious neighbours of one that is known. */
const guess = (at: number, known: string): string => {
  const own = known.slice(0, -1)
  return [`${newId()}.l1`, `${own}${at + 2}`, `${known}${at}`, known.toUpperCase(), String(at)][at % 5] ?? ''
}

test('ten thousand guesses hit nothing, and no more than twenty are kept', { timeout: 120_000 }, async () => {
  const { store, lead, accept, kept, logged } = await open()
  const answers = new Map<string, number>()
  for (let at = 0; at < GUESSES; at++) {
    const answer = await accept(e.staffSays('icbc', guess(at, lead), '领取'))
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
  }
  expect([...answers]).toEqual([
    ['accepted', MISSES_MAX],
    ['duplicate', GUESSES - MISSES_MAX],
  ])
  expect(await kept()).toBe(MISSES_MAX)
  expect(logged).toEqual(['guessing'])
  for (let item = await store.next(); item; item = await store.next())
    expect(await store.play(item, () => expect.unreachable('a guess was played'))).toBe('unknown-thread')
})

test('what is there is taken from anybody at any time; companies and others are not counted', async () => {
  const { lead, visit, accept, clock } = await open()
  const guesses = async (desk: string) => {
    for (let at = 0; at <= MISSES_MAX; at++) await accept(e.staffSays(desk, `no-${at}`, '领取'))
  }
  await guesses('icbc')
  expect(await accept(e.staffSays('icbc', 'no-more', '领取'))).toBe('duplicate')
  for (const thread of [lead, visit]) expect(await accept(e.staffSays('icbc', thread, '领取'))).toBe('accepted')
  expect(await accept(e.says('p', '你好'))).toBe('accepted')
  expect(await accept(e.presses('q', 'no-such'))).toBe('accepted')
  expect(await accept(e.staffSays('ccb', 'no-more', '领取'))).toBe('accepted')
  clock.pass(MISSES_FORGOTTEN_MS)
  expect(await accept(e.staffSays('icbc', 'no-more-2', '领取'))).toBe('accepted')
})

test('an id is 128 bits of chance: none comes twice, none follows from another', () => {
  const ids = Array.from({ length: GUESSES }, newId)
  expect(new Set(ids).size).toBe(GUESSES)
  for (const id of ids.slice(0, 100)) expect(Buffer.from(id, 'base64url')).toHaveLength(16)
  // each of the 128 bits is as often one as not: five standard deviations either way
  const ones = Array.from({ length: 128 }, () => 0)
  for (const id of ids)
    for (const [at, byte] of Buffer.from(id, 'base64url').entries())
      for (let bit = 0; bit < 8; bit++) ones[at * 8 + bit] = (ones[at * 8 + bit] ?? 0) + ((byte >> bit) & 1)
  for (const count of ones) expect(Math.abs(count - GUESSES / 2)).toBeLessThan(5 * Math.sqrt(GUESSES / 4))
})
