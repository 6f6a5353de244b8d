// Dead letters: listed by code, announced once, and tried again with nothing lost.
import { expect, test } from 'vitest'
import type { OpenStore } from '../../../adapters/store/open.ts'
import type { DeadLetter } from '../../../adapters/store/store.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

const TRIES = 5
const LONG_MS = 60_000

async function killEvent(store: OpenStore, pass: (ms: number) => void): Promise<string> {
  const event = e.says('p', '说不下去的话')
  await store.accept(event)
  for (let i = 0; i < TRIES; i++) {
    await store.fail(await e.claim(store), 'Boom')
    pass(LONG_MS)
  }
  return event.eventId
}

const cardOf = (letters: readonly DeadLetter[]) => e.card(letters.map(({ kind, code }) => `${kind} ${code}`).join())

export function deadContract(open: Open): void {
  test('an event that died is listed without its words, and played whole after a retry', async () => {
    const { store, clock } = open()
    const eventId = await killEvent(store, clock.pass)
    const [letter, ...others] = await store.deadLetters()
    expect(letter).toMatchObject({ kind: 'event', platform: 'telegram', code: 'Boom', attempts: TRIES })
    expect(others).toEqual([])
    expect(await store.next()).toBeUndefined()
    expect(await store.reviveLetter('event', letter?.id ?? 0n)).toBe(true)
    expect(await store.deadLetters()).toEqual([])
    const item = await e.claim(store)
    expect(item.received).toMatchObject({ eventId, event: { text: '说不下去的话' } })
    expect(await store.play(item, e.step(item))).toBe('played')
    expect(await store.health()).toMatchObject({ waiting: 0, dead: 0 })
  })

  test('a delivery that died is sent after a retry, and what is not dead is not revived', async () => {
    const { store } = open()
    await e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise('你好')] })
    const [delivery] = await store.due('telegram')
    expect(await store.reviveLetter('delivery', delivery?.id ?? 0n)).toBe(false)
    if (delivery) await store.settle(delivery, { is: 'dead', code: 'blocked' })
    const [letter] = await store.deadLetters()
    expect(letter).toMatchObject({ kind: 'delivery', platform: 'telegram', code: 'blocked' })
    expect(await store.due('telegram')).toEqual([])
    expect(await store.reviveLetter('event', letter?.id ?? 0n)).toBe(false)
    expect(await store.reviveLetter('delivery', letter?.id ?? 0n)).toBe(true)
    expect(await store.due('telegram')).toMatchObject([{ id: letter?.id, attempts: 1 }])
  })

  test('a dead letter is announced once, by one of two, and again only when it died again', async () => {
    const { store, other, clock } = open()
    expect(await store.announceDead('operators', cardOf)).toEqual([])
    await killEvent(store, clock.pass)
    const told = await Promise.all([store.announceDead('operators', cardOf), other.announceDead('operators', cardOf)])
    expect(told.flat()).toHaveLength(1)
    const cards = (await store.desks(0n)).filter(({ room }) => room.kind === 'desk' && room.desk === 'operators')
    expect(cards.map(({ card }) => e.textOf(card))).toEqual(['event Boom'])
    const [letter] = await store.deadLetters()
    await store.reviveLetter('event', letter?.id ?? 0n)
    for (let i = 0; i < TRIES; i++) {
      await store.fail(await e.claim(store), 'Again')
      clock.pass(LONG_MS)
    }
    expect(await store.announceDead('operators', cardOf)).toMatchObject([{ code: 'Again' }])
  })

  test('ages say how long the oldest event waits and how long a message is overdue', async () => {
    const { store, clock } = open()
    await e.turn(store, e.says('p', 'x'), { posts: [e.toEnterprise('你好')] })
    await store.accept(e.says('p', 'y'))
    clock.pass(90_000)
    expect(await store.health()).toMatchObject({ waiting: 1, oldestWaitingSeconds: 90, oldestDueSeconds: 90 })
    const [delivery] = await store.due('telegram')
    const at = new Date(clock.now().getTime() + 30_000).toISOString()
    if (delivery) await store.settle(delivery, { is: 'later', at, code: '429' })
    expect(await store.health()).toMatchObject({ undelivered: 1, oldestDueSeconds: 0 })
  })
}
