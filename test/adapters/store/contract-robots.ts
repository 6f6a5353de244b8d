// Group robots in the outbox: they get what has a notice for them, never what has passed, and one word when all is taken back.
import { expect, test } from 'vitest'
import type { Post } from '#bot'
import type { Platform } from '../../../adapters/received.ts'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { WITHDRAWN_CARD } from '../../../adapters/store/recall.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

/** A card for the bank with robots; `rings` is what they say of it. */
function post(thread: string, text: string, rings?: string, slot?: string): Post {
  const notice = rings === undefined ? undefined : { title: rings, lines: [], open: '打开工作台' }
  return { ...e.toDesk('ccb', thread, text, slot), card: { ...e.card(text), ...(notice ? { notice } : {}) } }
}

/** Sends all that is due, and tells what was said. */
async function sendAll(store: OpenStore, platform: Platform): Promise<readonly string[]> {
  const said: string[] = []
  for (let due = await store.due(platform); due.length > 0; due = await store.due(platform))
    for (const delivery of due) {
      if (!(await store.begin(delivery))) continue
      said.push(delivery.message.card.notice?.title ?? e.textOf(delivery.message.card))
      await store.settle(delivery, { is: 'sent' })
    }
  return said
}

export function robotsContract(open: Open): void {
  async function thread(peer = 'p'): Promise<string> {
    const { store } = open()
    const first = await e.turn(store, e.says(peer, '申请'), { change: e.withLead })
    return (await store.caseOf(first.received))?.leads[0]?.id ?? ''
  }

  test('robots get what has a notice, each in its own queue; Slack gets every card', async () => {
    const { store } = open()
    const of = await thread()
    await e.turn(store, e.says('p', 'x'), { posts: [post(of, '线索', '有新线索'), post(of, '内部记录')] })
    expect(await sendAll(store, 'feishu')).toEqual(['有新线索'])
    expect(await sendAll(store, 'wecom')).toEqual(['有新线索'])
    expect(await sendAll(store, 'dingtalk')).toEqual([])
    expect((await store.due('slack')).map(({ message }) => e.textOf(message.card))).toEqual(['线索'])
  })

  test('a card that is taken before its robot spoke makes the robot silent', async () => {
    const { store } = open()
    const of = await thread()
    await e.turn(store, e.says('p', 'x'), {
      posts: [post(of, '待领取', '有新线索', 'head'), post(of, '话', '有新消息')],
    })
    await e.turn(store, e.staffSays('ccb', of, '我来'), { posts: [post(of, '已领取', undefined, 'head')] })
    expect(await sendAll(store, 'feishu')).toEqual(['有新消息'])
  })

  test('a newer notice of the same card takes the place of one that waits', async () => {
    const { store } = open()
    const of = await thread()
    await e.turn(store, e.says('p', 'x'), { posts: [post(of, '一', '第一', 'head')] })
    await e.turn(store, e.says('p', 'y'), { posts: [post(of, '二', '第二', 'head')] })
    expect(await sendAll(store, 'feishu')).toEqual(['第二'])
  })

  test('a withdrawal: what waits is not said, what was said is followed by one word, also when the card changes with it', async () => {
    const { store } = open()
    const of = await thread()
    const recalls = [{ desk: 'ccb', thread: of }]
    await e.turn(store, e.says('p', 'x'), {
      posts: [post(of, '待领取', '有新线索', 'head'), post(of, '话', '有新消息')],
    })
    expect(await sendAll(store, 'feishu')).toEqual(['有新线索', '有新消息'])
    await e.turn(store, e.says('p', '撤回'), { recalls, posts: [post(of, '已撤回', undefined, 'head')] })
    expect(await sendAll(store, 'feishu')).toEqual([WITHDRAWN_CARD.notice?.title])
    expect(await sendAll(store, 'wecom')).toEqual([])
  })

  test('a deleted case is told once, and nothing of it is left to say', async () => {
    const { store } = open()
    const of = await thread()
    await e.turn(store, e.says('p', 'x'), { posts: [post(of, '待领取', '有新线索', 'head')] })
    expect(await sendAll(store, 'wecom')).toEqual(['有新线索'])
    await e.turn(store, e.says('p', '全部删除'), { erase: true })
    expect(await sendAll(store, 'wecom')).toEqual(['资料已按企业要求删除，请停止办理'])
    expect(await sendAll(store, 'feishu')).toEqual([])
  })
}
