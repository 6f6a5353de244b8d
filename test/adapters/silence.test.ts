// Every port throws an error that is full of secrets and people: nothing of it stands in the log, nothing escapes, and what was
// accepted stays.
import { expect, test } from 'vitest'
import { startClock } from '../../adapters/clock.ts'
import { startSender } from '../../adapters/delivery/sender.ts'
import { loadData } from '../../adapters/files/load.ts'
import { createLog } from '../../adapters/log.ts'
import { startAlarm } from '../../adapters/operations/alarm.ts'
import { createMetrics } from '../../adapters/operations/metrics.ts'
import type { Delivery, InboxItem, Store } from '../../adapters/store/store.ts'
import { StoreError } from '../../adapters/store/store-error.ts'
import { startWorker } from '../../adapters/worker.ts'
import { openMemoryStore } from '../support/store.ts'
import { until } from './delivery/fake-outbox.ts'
import { claim, says, step, toEnterprise } from './store/events.ts'

const CANARIES = ['13911112222', '金丝雀光电', 'canary-token', 'postgres://canary:canary@db']
const SECRETS = CANARIES.join(' ')
const { knowledge } = loadData()

/** An error as libraries make them: the words everywhere, also where one would not look. */
function boom(): Error {
  const error = new TypeError(`it broke: ${SECRETS}`, { cause: new Error(SECRETS) })
  return Object.assign(error, { code: 'EBOOM', payload: SECRETS, config: { url: SECRETS }, name: 'TypeError' })
}

function journal() {
  const lines: string[] = []
  return {
    lines,
    log: createLog(
      'debug',
      () => new Date(),
      line => void lines.push(line),
    ),
  }
}

function expectSilent(lines: readonly string[]): void {
  const all = lines.join('')
  expect(CANARIES.filter(canary => all.includes(canary))).toEqual([])
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(String) })
}

const throws = () => {
  throw boom()
}
const rejects = () => Promise.reject(boom())

/** The parts of the store the worker uses, with some of them broken. */
async function workWith(
  broken: Partial<Record<'take' | 'play' | 'fail' | 'caseOfItem', () => never | Promise<never>>>,
  understand = async () => [],
) {
  const store = await openMemoryStore()
  const { lines, log } = journal()
  await store.accept(says('p', `你好 ${SECRETS}`))
  const worker = startWorker({ store: { ...store, ...broken } as Store, knowledge, understand, log, lanes: 1 })
  await until(() => lines.length > 0, 'it was logged')
  await worker.stop()
  const health = await store.health()
  await store.close()
  return { lines, health }
}

test.each(['take', 'play', 'fail', 'caseOfItem'] as const)('the worker, when %s throws', async port => {
  const others = port === 'fail' ? { play: rejects } : {}
  for (const way of [throws, rejects]) {
    const { lines, health } = await workWith({ ...others, [port]: way })
    expectSilent(lines)
    expect(health).toMatchObject({ dead: 0 })
  }
})

test('the worker, when understanding throws', async () => {
  const { lines, health } = await workWith({}, rejects)
  expectSilent(lines)
  expect(health).toMatchObject({ waiting: 1, dead: 0 })
})

test.each(['due', 'begin', 'settle', 'send'] as const)('the sender, when %s throws', async port => {
  const store = await openMemoryStore()
  await store.accept(says('p', SECRETS))
  const item: InboxItem = await claim(store)
  await store.play(item, step(item, { posts: [toEnterprise(SECRETS)] }))
  const { lines, log } = journal()
  const ports = {
    due: store.due,
    begin: store.begin,
    settle: store.settle,
    ...(port === 'send' ? {} : { [port]: rejects }),
  }
  const send = async (_delivery: Delivery) => (port === 'send' ? rejects() : ({ is: 'sent' } as const))
  let tries = 0
  const sender = startSender({
    store: ports,
    platforms: new Map([
      [
        'telegram',
        delivery => {
          tries++
          return send(delivery)
        },
      ],
    ]),
    now: () => new Date(),
    log,
    random: () => 0,
  })
  await until(() => lines.length > 0 || (port === 'begin' && tries === 0), 'it was logged')
  await sender.stop()
  expectSilent(lines)
  await store.close()
})

test('clock and alarm, when the store throws', async () => {
  const { lines, log } = journal()
  const clock = startClock({ store: { ring: rejects, release: rejects }, wake: () => {}, log })
  const stop = startAlarm({ store: { announceDead: rejects }, health: rejects, metrics: createMetrics(rejects), log })
  await until(() => lines.length >= 2, 'both were logged')
  await clock.stop()
  await stop()
  expectSilent(lines)
})

test('errors of the store itself name places, never values', () => {
  const error = new StoreError('unreadable', 'a stored case cannot be read: answers.x: invalid_type')
  expect(error.message).not.toMatch(/\d{11}/)
})
