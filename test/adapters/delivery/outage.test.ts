// An hour in which Slack answers nothing, in virtual time over a real store: leads go on arriving, Telegram goes on, and
// afterwards every card gets there once, in order, at no more than one a second to a channel.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backoffMs, inMs } from '../../../adapters/delivery/backoff.ts'
import type { OpenStore } from '../../../adapters/store/open.ts'
import type { Delivery, DeliveryResult } from '../../../adapters/store/store.ts'
import { randomOf } from '../../support/simulate.ts'
import { openClock, openMemoryStore } from '../../support/store.ts'
import { says, textOf, toDesk, toEnterprise, turn } from '../store/events.ts'

const HOUR_S = 3_600
const STEP_S = 30
/** one lead every so many seconds of the outage, round the channels */
const LEAD_EVERY_S = 60
const CHANNELS = ['icbc', 'abc', 'boc']
const DRAINED_S_MAX = 600

const clock = openClock()
const random = randomOf(7)
let store: OpenStore
beforeAll(async () => {
  store = await openMemoryStore({ now: clock.now, route: desk => [{ platform: 'slack', address: `C-${desk}` }] })
})
afterAll(() => store.close())

/** What reached Slack, by channel, and Telegram. */
const slack = new Map<string, string[]>()
let telegram = 0
let up = false
let callsDown = 0

/** During the outage calls end without an answer or without a connection; some of the unanswered had arrived. */
function send(delivery: Delivery): DeliveryResult {
  const { address, message } = delivery
  const channel = slack.get(address) ?? slack.set(address, []).get(address) ?? []
  const text = textOf(message.card)
  if (up) {
    // what may have arrived is looked for before it is repeated
    if (!(delivery.uncertain && channel.includes(text))) channel.push(text)
    return { is: 'sent', externalId: text }
  }
  callsDown += 1
  if (random() < 0.5)
    return { is: 'later', at: inMs(clock.now(), backoffMs(delivery.attempts - 1, random)), code: 'ECONNREFUSED' }
  if (random() < 0.2 && !channel.includes(text)) channel.push(text)
  return { is: 'uncertain', code: 'ETIMEDOUT' }
}

async function work(): Promise<number> {
  let worked = 0
  for (const delivery of await store.due('slack')) {
    if (!(await store.begin(delivery))) continue
    await store.settle(delivery, send(delivery))
    worked += 1
  }
  for (const delivery of await store.due('telegram')) {
    if (!(await store.begin(delivery))) continue
    await store.settle(delivery, { is: 'sent', externalId: `t${delivery.id}` })
    telegram += 1
  }
  return worked
}

test('nothing is lost, nothing doubled, Telegram never waits, and all is drained in time', {
  timeout: 120_000,
}, async () => {
  const wanted = new Map<string, string[]>()
  let leads = 0
  for (let second = 0; second < HOUR_S; second += STEP_S) {
    if (second % LEAD_EVERY_S === 0) {
      const desk = CHANNELS[leads % CHANNELS.length] ?? ''
      const text = `线索 ${leads}`
      await turn(store, says(`p${leads}`, '同意'), {
        posts: [toDesk(desk, `T${leads}`, text, 'lead'), toEnterprise('已发送')],
      })
      wanted.set(`C-${desk}`, [...(wanted.get(`C-${desk}`) ?? []), text])
      leads += 1
    }
    await work()
    // whoever talks in Telegram has been answered within the step
    expect(telegram).toBe(leads)
    clock.pass(STEP_S * 1000)
  }
  expect(leads).toBe(HOUR_S / LEAD_EVERY_S)
  // with back-off a dead platform is asked rarely, not every second
  expect(callsDown).toBeLessThan((HOUR_S / STEP_S) * CHANNELS.length)
  up = true
  let seconds = 0
  while ((await store.health()).undelivered > 0 && seconds <= DRAINED_S_MAX) {
    await work()
    clock.pass(1000)
    seconds += 1
  }
  expect(Object.fromEntries(slack)).toEqual(Object.fromEntries(wanted))
  expect(await store.health()).toMatchObject({ undelivered: 0, unsendable: 0 })
  expect(seconds).toBeLessThanOrEqual(DRAINED_S_MAX)
  console.log(`${leads} leads, ${callsDown} calls in the outage, drained in ${seconds} s of virtual time`)
})
