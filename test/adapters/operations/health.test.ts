// Health, alarms and metrics over a real store in memory.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { OPERATORS_DESK } from '#bot'
import { deadLetterCard, look } from '../../../adapters/operations/alarm.ts'
import { checkHealth, diskUsed, HEALTH_LIMITS } from '../../../adapters/operations/health.ts'
import { meterStore, type Pulse } from '../../../adapters/operations/meter.ts'
import { createMetrics } from '../../../adapters/operations/metrics.ts'
import { openClock, openMemoryStore } from '../../support/store.ts'
import { claim, says, step, toEnterprise } from '../store/events.ts'

const ALIVE: Pulse = { worker: performance.now() + 1e9, senders: new Map() }
const LONG_AGO = performance.now() - HEALTH_LIMITS.silentMs - 1

async function world() {
  const clock = openClock()
  const opened = await openMemoryStore({ now: clock.now })
  const metrics = createMetrics(() => opened.health())
  return { clock, metrics, opened, ...meterStore(opened, metrics) }
}

test('up when all is well; each fault has its code and makes it degraded', async () => {
  const { store, clock, pulse } = await world()
  expect(await checkHealth({ store, pulse })).toMatchObject({ is: 'up', waiting: 0, faults: [] })
  await store.accept(says('p', 'x'))
  clock.pass((HEALTH_LIMITS.waitingSeconds + 1) * 1000)
  expect(await checkHealth({ store, pulse })).toMatchObject({ is: 'degraded', faults: ['events-wait'] })
  const item = await claim(store)
  await store.play(item, step(item, { posts: [toEnterprise('你好')] }))
  clock.pass((HEALTH_LIMITS.dueSeconds + 1) * 1000)
  expect((await checkHealth({ store, pulse })).faults).toEqual(['messages-wait'])
  const [delivery] = await store.due('telegram')
  if (delivery) await store.settle(delivery, { is: 'dead', code: 'markup' })
  expect((await checkHealth({ store, pulse })).faults).toEqual(['dead-letters'])
  const silent = { worker: LONG_AGO, senders: new Map([['telegram', LONG_AGO] as const]) }
  expect((await checkHealth({ store, pulse: silent })).faults).toEqual([
    'worker-silent',
    'sender-silent',
    'dead-letters',
  ])
  await store.close()
})

test('who shut the door alarms nobody; what a person must mend counts as overdue from its beginning', async () => {
  const { store, clock, pulse, metrics } = await world()
  for (const peer of ['1', '2']) {
    await store.accept(says(peer, 'x'))
    const item = await claim(store)
    await store.play(item, step(item, { posts: [toEnterprise('你好')] }))
  }
  const [first, second] = await store.due('telegram')
  if (!first || !second) throw new Error('two are due')
  await store.settle(first, { is: 'dead', code: 'blocked' })
  expect((await checkHealth({ store, pulse })).faults).toEqual([])
  expect(await store.announceDead(OPERATORS_DESK, deadLetterCard)).toEqual([])
  for (let passed = 0; passed <= HEALTH_LIMITS.dueSeconds; passed += 60) {
    const at = new Date(clock.now().getTime() + 60_000).toISOString()
    const [again] = passed === 0 ? [second] : await store.due('telegram')
    if (again) await store.settle(again, { is: 'later', at, code: 'mend-token' })
    clock.pass(60_000)
  }
  expect((await checkHealth({ store, pulse })).faults).toEqual(['messages-wait'])
  expect(await metrics.text()).toMatch(/yinqi_store_oldest_due_seconds 3\d\d/)
  await store.close()
})

test('down when the database does not answer', async () => {
  const away = { health: () => Promise.reject(new Error('away')) }
  expect(await checkHealth({ store: away, pulse: ALIVE })).toEqual({
    is: 'down',
    diskUsedPercent: undefined,
    faults: ['store-away'],
  })
})

test('the disk under a folder is looked at, and a folder that is not there is no fault', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yinqi-disk-'))
  expect(await diskUsed(folder)).toBeGreaterThanOrEqual(0)
  await rm(folder, { recursive: true })
  expect(await diskUsed(folder)).toBeUndefined()
})

test('an alarm is told once in the log, the metrics and at the operators’ desk, without a word of the event', async () => {
  const { store, clock, metrics, pulse } = await world()
  await store.accept(says('p', '电话 13800138000'))
  for (let i = 0; i < 5; i++) {
    await store.fail(await claim(store), 'Boom')
    clock.pass(60_000)
  }
  const told: string[] = []
  const log = (level: string, code: string, fields: object = {}) =>
    void told.push(`${level} ${code} ${JSON.stringify(fields)}`)
  const options = { store, metrics, log, health: () => checkHealth({ store, pulse }) }
  const known = await look(options, new Set())
  await look(options, known)
  expect(told).toEqual([
    'error health.dead-letters {"is":"degraded"}',
    'error dead-letter {"kind":"event","id":"1","platform":"telegram","code":"Boom"}',
  ])
  const desk = (await store.desks(0n)).filter(({ room }) => room.kind === 'desk' && room.desk === OPERATORS_DESK)
  expect(desk).toHaveLength(1)
  expect(JSON.stringify(desk, (_key, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
    '13800138000',
  )
  const text = await metrics.text()
  expect(text).toContain('yinqi_dead_letters_total{kind="event"} 1')
  expect(text).toContain('yinqi_store_dead 1')
  expect(text).not.toContain('13800138000')
  await store.reviveLetter('event', 1n)
  const item = await claim(store)
  await store.play(item, step(item))
  expect([...(await look(options, known))]).toEqual([])
  expect(told.at(-1)).toBe('info health.dead-letters-over {"is":"up"}')
  await store.close()
})

test('a card about many names five and counts all', () => {
  const letters = Array.from({ length: 9 }, (_, id) => ({
    kind: 'delivery' as const,
    id: BigInt(id),
    platform: 'slack',
    code: 'is_archived',
    attempts: 1,
  }))
  const card = deadLetterCard(letters)
  expect(card.title).toContain('9')
  expect(card.lines.filter(({ kind }) => kind === 'item')).toHaveLength(5)
})

test('metrics count what goes through the store, and say when it is away', async () => {
  const { store, metrics, opened } = await world()
  const event = says('p', 'x')
  await store.accept(event)
  await store.accept(event)
  const item = await claim(store)
  await store.play(item, step(item, { posts: [toEnterprise('你好')] }))
  const [delivery] = await store.due('telegram')
  if (delivery) await store.settle(delivery, { is: 'sent', externalId: '1' })
  const text = await metrics.text()
  for (const line of [
    'yinqi_events_total{platform="telegram",result="accepted"} 1',
    'yinqi_events_total{platform="telegram",result="duplicate"} 1',
    'yinqi_turns_total{result="played"} 1',
    'yinqi_turn_seconds_count 1',
    'yinqi_deliveries_total{platform="telegram",result="sent"} 1',
    'yinqi_store_waiting 0',
    'yinqi_store_up 1',
  ])
    expect(text).toContain(line)
  await opened.close()
  expect(await metrics.text()).toContain('yinqi_store_up 0')
})
