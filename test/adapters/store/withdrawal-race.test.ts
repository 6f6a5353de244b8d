// A withdrawal against two senders: in every order of their steps, nothing of the company is begun after the commit. Many
// orders run on a model of the outbox, and a part of the same orders on the real store, which must do exactly the same.
import { expect, test } from 'vitest'
import type { OpenStore } from '../../../adapters/store/open.ts'
import type { Delivery } from '../../../adapters/store/store.ts'
import { seeded } from '../../support/firms.ts'
import { openMemoryStore } from '../../support/store.ts'
import * as e from './events.ts'

const ORDERS = 10_000
/** RACES=10000 runs every order on the store as well: about an hour. */
const ON_STORE = Number(process.env['RACES'] ?? 40)
const STEPS = 12
const SENDERS = [0, 1] as const
const CARDS = 3
const SECRET = '云谷'

/** Whose turn it is: a sender goes on with what it does, or the withdrawal commits. */
type Step = (typeof SENDERS)[number] | 'withdraw'

/** What a sender holds: the place of the company's card in the queue, or a note. */
interface Held {
  readonly card: number | 'note'
  readonly begun: boolean
}

/** What every order is played on: the model, or the store. */
interface Outbox {
  /** claims the next for a sender */
  due(sender: number): Promise<Held['card'] | undefined>
  begin(sender: number): Promise<boolean>
  settle(sender: number): Promise<void>
  withdraw(): Promise<void>
}

function orderOf(random: () => number): Step[] {
  const steps: Step[] = Array.from({ length: STEPS }, () => (random() < 0.5 ? 0 : 1))
  steps.splice(Math.floor(random() * (STEPS + 1)), 0, 'withdraw')
  return steps
}

/** Plays one order and answers what was seen: what each step found, and what left before and after the commit. */
async function play(outbox: Outbox, order: readonly Step[]) {
  const holds = new Map<number, Held>()
  const seen: string[] = []
  const begun = { before: 0, after: 0 }
  let committed = false
  for (const step of order) {
    if (step === 'withdraw') {
      await outbox.withdraw()
      committed = true
      continue
    }
    const held = holds.get(step)
    if (!held) {
      const card = await outbox.due(step)
      if (card !== undefined) holds.set(step, { card, begun: false })
      seen.push(`${step} due ${committed && card !== undefined ? 'something' : card}`)
    } else if (held.begun) {
      await outbox.settle(step)
      holds.delete(step)
    } else {
      const wanted = await outbox.begin(step)
      if (wanted && held.card !== 'note') begun[committed ? 'after' : 'before'] += 1
      if (wanted) holds.set(step, { ...held, begun: true })
      else holds.delete(step)
      seen.push(`${step} begin ${held.card} ${wanted}`)
    }
  }
  return { seen, begun }
}

interface Waiting {
  readonly card: number | 'note'
  holder?: number | undefined
  begun?: boolean
  sent?: boolean
}

/** The outbox of one channel: one at a time, in order; a withdrawal takes what was not begun, and a note follows the rest. */
function createModel(): Outbox {
  let queue: Waiting[] = Array.from({ length: CARDS }, (_, card) => ({ card }))
  const heldBy = (sender: number) => queue.find(one => one.holder === sender && !one.sent)
  return {
    due: async sender => {
      const head = queue.find(one => !one.sent)
      if (!head || head.holder !== undefined) return undefined
      head.holder = sender
      return head.card
    },
    begin: async sender => {
      const held = heldBy(sender)
      if (held) held.begun = true
      return held !== undefined
    },
    settle: async sender => {
      const held = heldBy(sender)
      if (held) held.sent = true
    },
    withdraw: async () => {
      const left = queue.filter(one => one.begun)
      queue = [...left, ...left.map((): Waiting => ({ card: 'note' }))]
    },
  }
}

/** The same on the real store: a lead whose cards wait for Slack. */
async function onStore(store: OpenStore, peer: string): Promise<Outbox & { drain(): Promise<void> }> {
  const { received } = await e.turn(store, e.says(peer, '申请'), { change: e.withLead })
  const thread = (await store.caseOf(received))?.leads[0]?.id ?? ''
  const posts = Array.from({ length: CARDS }, (_, card) => e.toDesk('icbc', thread, `${SECRET} ${card}`, `s${card}`))
  await e.turn(store, e.staffSays('icbc', thread, '在吗'), { posts })
  const held = new Map<number, Delivery>()
  const cardOf = (delivery: Delivery): Held['card'] => {
    const found = new RegExp(`${SECRET} (\\d)`).exec(e.textOf(delivery.message.card))
    return found ? Number(found[1]) : 'note'
  }
  const outbox: Outbox = {
    due: async sender => {
      const [delivery] = await store.due('slack')
      if (!delivery) return undefined
      held.set(sender, delivery)
      return cardOf(delivery)
    },
    begin: async sender => {
      const delivery = held.get(sender)
      return delivery !== undefined && store.begin(delivery)
    },
    settle: async sender => {
      const delivery = held.get(sender)
      if (delivery) await store.settle(delivery, { is: 'sent', externalId: `${delivery.id}` })
    },
    withdraw: async () => {
      await e.turn(store, e.says(peer, '撤回'), { recalls: [{ desk: 'icbc', thread }] })
    },
  }
  const drain = async () => {
    for (const delivery of held.values()) await store.settle(delivery, { is: 'sent' })
    for (let due = await store.due('slack'); due.length > 0; due = await store.due('slack'))
      for (const delivery of due) {
        expect(cardOf(delivery)).toBe('note')
        await store.begin(delivery)
        await store.settle(delivery, { is: 'sent', externalId: `${delivery.id}` })
      }
  }
  return { ...outbox, drain }
}

test(`${ORDERS} orders of a withdrawal and two senders: nothing is begun after the commit`, async () => {
  const random = seeded(11)
  const begun = { before: 0, after: 0 }
  for (let round = 0; round < ORDERS; round++) {
    const one = await play(createModel(), orderOf(random))
    begun.before += one.begun.before
    begun.after += one.begun.after
  }
  expect(begun.after).toBe(0)
  expect(begun.before).toBeGreaterThan(ORDERS / 2)
})

test('the store does what the model does, order by order', { timeout: 100_000 + ON_STORE * 1_000 }, async () => {
  const store = await openMemoryStore({ route: e.ROUTE })
  const random = seeded(11)
  try {
    for (let round = 0; round < ON_STORE; round++) {
      const order = orderOf(random)
      const real = await onStore(store, `w${round}`)
      const seen = await play(real, order)
      expect(seen, order.join(' ')).toEqual(await play(createModel(), order))
      await real.drain()
    }
  } finally {
    await store.close()
  }
})
