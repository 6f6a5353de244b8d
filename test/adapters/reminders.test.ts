// Merged reminders on the real store: one message for two leads, none twice from two processes or after a restart.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toText } from '#bot'
import { postReminders } from '../../adapters/reminders.ts'
import type { OpenStore } from '../../adapters/store/open.ts'
import { applied, BANK, staffed } from '../support/lead-scene.ts'
import { openClock, openMemoryStore } from '../support/store.ts'
import { passTo } from '../support/virtual-case.ts'
import { claim, opens } from './store/events.ts'

const away = { absences: [{ from: '2026-11-23', to: '2026-11-23' }] }
const knowledge = staffed({ yi: away })
const clock = openClock('2026-11-23T02:30:00.000Z')
let store: OpenStore
beforeAll(async () => {
  store = await openMemoryStore({ now: clock.now })
  for (const peer of ['p', 'q']) {
    await store.accept(opens(peer))
    await store.play(await claim(store), current => {
      const scene = applied(knowledge, '2026-11-23T01:00:00.000Z', current.id)
      passTo(knowledge, scene, clock.now().toISOString())
      return { case: scene.case, posts: [], events: [] }
    })
  }
})
afterAll(() => store.close())

const options = () => ({ store, knowledge, now: clock.now })

test('two leads, one message', async () => {
  expect((await Promise.all([postReminders(options()), postReminders(options())])).toSorted()).toEqual([0, 1])
  expect(await postReminders(options())).toBe(0)
  const said = await store.desks(0n)
  expect(said.map(({ room, card }) => [room.kind === 'desk' && room.desk, toText(card).split('\n')[1]])).toEqual([
    [BANK, '请您领取：2 条'],
  ])
  clock.pass(4 * 3_600_000)
  // hours later nothing was added
  expect(await postReminders(options())).toBe(0)
})
