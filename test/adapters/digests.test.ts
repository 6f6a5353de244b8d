// One summary a person and working day, on the real store, also with two processes and after a restart.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toText } from '#bot'
import { postDigests } from '../../adapters/digests.ts'
import type { OpenStore } from '../../adapters/store/open.ts'
import { applied, BANK, staffed } from '../support/lead-scene.ts'
import { openClock, openMemoryStore } from '../support/store.ts'
import { claim, opens } from './store/events.ts'

const knowledge = staffed({ jia: { digest: '09:00' }, yi: { digest: '09:00' } })
const clock = openClock('2026-11-24T00:30:00.000Z')
let store: OpenStore
beforeAll(async () => {
  store = await openMemoryStore({ now: clock.now })
  await store.accept(opens('p'))
  await store.play(await claim(store), current => ({
    case: applied(knowledge, '2026-11-23T01:00:00.000Z', current.id).case,
    posts: [],
    events: [],
  }))
})
afterAll(() => store.close())

const options = () => ({ store, knowledge, now: clock.now, log: () => {} })

test('nothing before the hour, then one for who has something, and never a second', async () => {
  expect(await postDigests(options(), new Set())).toBe(0)
  clock.pass(3_600_000)
  expect(await Promise.all([postDigests(options(), new Set()), postDigests(options(), new Set())])).toContain(1)
  expect(await postDigests(options(), new Set())).toBe(0)
  const said = (await store.desks(0n)).filter(({ slot }) => slot?.startsWith('digest.'))
  expect(said.map(({ room, card }) => [room.kind === 'desk' && room.desk, toText(card).split('\n')[1]])).toEqual([
    [BANK, '待领取 1 条，在办 0 条'],
  ])
  clock.pass(24 * 3_600_000)
  expect(await postDigests(options(), new Set())).toBe(1)
})
