// Leads from before there were timers: the start of the product sets one, and their waiting begins with it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenStore } from '../../adapters/store/open.ts'
import { stepOf, toIncoming } from '../../adapters/worker.ts'
import { applied, staffed } from '../support/lead-scene.ts'
import { openClock, openMemoryStore } from '../support/store.ts'
import { claim, opens } from './store/events.ts'

const knowledge = staffed()
const clock = openClock('2026-11-23T02:00:00.000Z')
let store: OpenStore
beforeAll(async () => {
  store = await openMemoryStore({ now: clock.now })
  await store.accept(opens('p'))
  await store.play(await claim(store), current => {
    const { case: old } = applied(knowledge, '2026-11-20T01:00:00.000Z', current.id)
    const leads = old.leads.map(({ due: _due, ladder: _ladder, ...rest }) => rest)
    return { case: { ...old, leads }, posts: [], events: [] }
  })
})
afterAll(() => store.close())

test('an open lead without a timer gets one, once, and then waits like any other', async () => {
  expect(await Promise.all([store.windLeads(), store.windLeads()])).toContain(1)
  expect(await store.windLeads()).toBe(0)
  expect(await store.ring()).toBe(1)
  const item = await claim(store)
  expect(await store.play(item, stepOf(knowledge, item.received, toIncoming(item.received, [])))).toBe('played')
  const [lead] = (await store.caseOf(item.received))?.leads ?? []
  // ninety working minutes from now
  expect(lead).toMatchObject({ due: '2026-11-23T03:30:00.000Z', ladder: { rung: 0 } })
  const timers = await store.database.prisma.timer.findMany({ select: { key: true } })
  expect(timers.map(({ key }) => key).toSorted()).toEqual([`lead.${lead?.id}`, `month.${lead?.id}`].toSorted())
})
