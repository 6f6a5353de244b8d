// A withdrawal: what has not begun to leave never leaves, what has is followed by a note, and the words are blanked.
import { expect, test } from 'vitest'
import { WITHDRAWN_CARD } from '../../../adapters/store/recall.ts'
import type { Delivery } from '../../../adapters/store/store.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

const ROUNDS = 40

export function recallContract(open: Open): void {
  /** A lead whose card and message wait for Slack, beside one of another case. */
  async function waiting(peer = 'p') {
    const { store } = open()
    const first = await e.turn(store, e.says(peer, '申请'), { change: e.withLead })
    const thread = (await store.caseOf(first.received))?.leads[0]?.id ?? ''
    await e.turn(store, e.staffSays('icbc', thread, '在吗'), {
      posts: [e.toDesk('icbc', thread, '线索：云谷', 'lead'), e.toDesk('icbc', thread, '云谷的来信')],
    })
    return { thread, recalls: [{ desk: 'icbc', thread }] }
  }
  const shown = (delivery: Delivery) => e.textOf(delivery.message.card)

  test('what waits is not sent, and only what the turn itself posts goes out', async () => {
    const { store } = open()
    const { thread, recalls } = await waiting()
    await e.turn(store, e.says('p', '撤回'), { recalls, posts: [e.toDesk('icbc', thread, '已撤回', 'lead')] })
    const out: string[] = []
    for (let due = await store.due('slack'); due.length > 0; due = await store.due('slack'))
      for (const delivery of due) {
        expect(await store.begin(delivery)).toBe(true)
        out.push(shown(delivery))
        await store.settle(delivery, { is: 'sent', externalId: `${delivery.id}` })
      }
    expect(out).toEqual(['已撤回'])
    const desk = await store.desks(0n)
    expect(desk.some(message => /云谷|在吗/.test(e.textOf(message.card)))).toBe(false)
    expect(desk.filter(message => e.textOf(message.card) === e.textOf(WITHDRAWN_CARD)).length).toBeGreaterThan(2)
  })

  test('what was sent is followed by a note in its place; a claimed one that was not begun is not sent', async () => {
    const { store } = open()
    const { recalls } = await waiting()
    const [card] = await store.due('slack')
    if (!card) throw new Error('nothing is due')
    expect(await store.begin(card)).toBe(true)
    await store.settle(card, { is: 'sent', externalId: '1.1' })
    const [letter] = await store.due('slack')
    if (!letter) throw new Error('nothing is due')
    expect(shown(letter)).toBe('云谷的来信')
    await e.turn(store, e.says('p', '撤回'), { recalls })
    expect(await store.begin(letter)).toBe(false)
    const [note] = await store.due('slack')
    expect(note && [shown(note), note.replaces]).toEqual([e.textOf(WITHDRAWN_CARD), '1.1'])
  })

  test('another thread is left as it is', async () => {
    const { store } = open()
    const { recalls } = await waiting()
    const other = await waiting('q')
    await e.turn(store, e.says('p', '撤回'), { recalls })
    const rest = (await store.desks(0n)).filter(({ room }) => room.kind === 'desk' && room.thread === other.thread)
    expect(rest.map(message => e.textOf(message.card))).toContain('云谷的来信')
  })

  test('withdrawing while somebody sends: nothing is begun after the commit', { timeout: 60_000 }, async () => {
    const { store, other } = open()
    const begun = { before: 0, after: 0 }
    for (let round = 0; round < ROUNDS; round++) {
      const peer = `r${round}`
      const { recalls, thread } = await waiting(peer)
      await store.accept(e.says(peer, '撤回'))
      const item = await e.claim(store)
      let committed = false
      const withdraw = async () => {
        for (let wait = 0; wait < round % 4; wait++) await other.health()
        await store.play(item, e.step(item, { recalls }))
        committed = true
      }
      const send = async () => {
        for (;;) {
          const due = await other.due('slack')
          if (due.length === 0) return
          for (const delivery of due) {
            const late = committed
            const wanted = await other.begin(delivery)
            const ours = delivery.message.room.kind === 'desk' && delivery.message.room.thread === thread
            if (wanted && ours && /云谷/.test(shown(delivery))) begun[late ? 'after' : 'before'] += 1
            if (wanted) await other.settle(delivery, { is: 'sent', externalId: `x${delivery.id}` })
          }
        }
      }
      await Promise.all([withdraw(), send()])
      await send()
    }
    expect(begun.after).toBe(0)
  })
}
