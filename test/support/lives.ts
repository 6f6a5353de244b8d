// Lives of the product over one store: takes an event in, plays it, sends what comes of it to a platform that remembers.
// A life may end anywhere; the next one does what a started process does.
import { type Case, type Knowledge, type Outcome, readPress, turn } from '#bot'
import type { Platform, Received } from '../../adapters/received.ts'
import type { OpenStore } from '../../adapters/store/open.ts'
import type { Delivery } from '../../adapters/store/store.ts'
import { stepOf, toIncoming } from '../../adapters/worker.ts'
import { Dead, type Ports } from './cut.ts'
import { emptyCase, type Moment, withId } from './scenes.ts'

const PLATFORMS: readonly Platform[] = ['telegram', 'slack']
const ROUNDS_MAX = 40

/** One store with its ports, and what reached the platforms: by delivery, how often. Slack is asked before a repeat, Telegram cannot be. */
export interface World {
  readonly sent: Map<string, number>
  readonly store: OpenStore
  readonly ports: Ports
  readonly knowledge: Knowledge
}

async function send({ sent, ports }: World, delivery: Delivery): Promise<{ is: 'sent'; externalId: string }> {
  const key = `${delivery.platform} ${delivery.id}`
  return ports.call(async () => {
    const found = delivery.platform === 'slack' && delivery.uncertain && sent.has(key)
    if (!found) sent.set(key, (sent.get(key) ?? 0) + 1)
    return { is: 'sent', externalId: `x${delivery.id}` }
  })
}

/** One life's whole work on these events: accept, play, send. Throws Dead where it ends. */
export async function live(world: World, events: readonly Received[]): Promise<void> {
  const { store, knowledge, ports } = world
  for (const event of events) await store.accept(event)
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const item = await store.next()
    if (!item) break
    const step = stepOf(knowledge, item.received, toIncoming(item.received, []))
    try {
      await store.play(item, step)
    } catch (error) {
      // a process that lives on gives the event back; a dead one does nothing
      if (!ports.alive) throw new Dead()
      await store.fail(item, error instanceof Error ? error.name : 'unknown')
    }
  }
  for (let round = 0; round < ROUNDS_MAX; round++) {
    let sentNow = 0
    for (const platform of PLATFORMS)
      for (const delivery of await store.due(platform)) {
        sentNow += 1
        if (await store.begin(delivery)) await store.settle(delivery, await send(world, delivery))
      }
    if (sentNow === 0) return
  }
}

/** Brings a chat to a moment in one turn: the case as it was, and the cards whose buttons may be pressed. Answers its id. */
export async function arrange({ store }: World, moment: Moment, peer: string): Promise<string> {
  const from = { kind: 'enterprise' as const }
  const target = { kind: 'conversation' as const, peer }
  const base = { platform: 'telegram' as const, at: emptyCase().openedAt, target, from }
  await store.accept({ ...base, eventId: `${peer}-arrange`, event: { kind: 'open' } })
  const item = await store.next()
  if (!item) throw new Error('nothing to arrange with')
  let id = ''
  await store.play(item, (current: Case): Outcome => {
    id = current.id
    return { case: withId(moment.before, id), posts: withId(moment.shown, id), events: [] }
  })
  for (const platform of PLATFORMS)
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const due = await store.due(platform)
      if (due.length === 0) break
      for (const one of due)
        if (await store.begin(one)) await store.settle(one, { is: 'sent', externalId: `x${one.id}` })
    }
  return id
}

/** The moment's event as its platform hands it over. */
export function eventOf({ incoming }: Moment, peer: string, id: string): Received {
  const { at, from } = incoming
  const words = withId(incoming, id)
  const event: Received['event'] =
    words.kind === 'text'
      ? { kind: 'text', text: words.text }
      : words.kind === 'press'
        ? { kind: 'press', press: words.press }
        : { kind: 'open' }
  const thread =
    words.kind === 'text' ? words.thread : words.kind === 'press' ? readPress(words.press)?.args[0] : undefined
  if (from.kind === 'staff')
    return {
      platform: 'slack',
      eventId: `${peer}-event`,
      at,
      from,
      target: { kind: 'thread', thread: thread ?? '' },
      event,
    }
  return { platform: 'telegram', eventId: `${peer}-event`, at, from, target: { kind: 'conversation', peer }, event }
}

/** What the turn makes of the moment, by the pure function alone. */
export const expected = (knowledge: Knowledge, moment: Moment, id: string, event: Received): Outcome =>
  turn(knowledge, withId(moment.before, id), toIncoming(event, []))
