// The inbox: every event once, in order, one at a time per case.
import { expect, test } from 'vitest'
import type { OpenStore } from '../../../adapters/store/open.ts'
import type { Open } from './contract.ts'
import { card, claim, drain, opens, presses, says, staffSays, step, turn, withLead } from './events.ts'

const LEASE_MS = 30_000
const LONG_MS = 60_000

const payloads = async ({ database }: OpenStore): Promise<number> =>
  database.prisma.inbox.count({ where: { NOT: { payload: { equals: null as never } } } })

export function inboxContract(open: Open): void {
  test('an event that comes again changes nothing, also when it comes twenty times at once', async () => {
    const { store, other } = open()
    const event = says('p', '你好')
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? store : other).accept(event)))
    expect(answers.filter(answer => answer === 'accepted')).toHaveLength(1)
    expect(await drain(store)).toBe(1)
    expect(await store.accept(event)).toBe('duplicate')
    expect(await store.next()).toBeUndefined()
  })

  test('the same id on another platform is another event', async () => {
    const { store } = open()
    expect(await store.accept(says('p', 'a', { eventId: '1', platform: 'web' }))).toBe('accepted')
    expect(await store.accept(says('p', 'a', { eventId: '1', platform: 'telegram' }))).toBe('accepted')
  })

  test('of one chat only the oldest event can be claimed; other chats are not held up', async () => {
    const { store, other } = open()
    for (const event of [says('p', '1'), says('p', '2'), says('q', '3')]) await store.accept(event)
    const first = await claim(store)
    const second = await claim(other)
    expect([first.received.event, second.received.event]).toMatchObject([{ text: '1' }, { text: '3' }])
    expect(await other.next()).toBeUndefined()
    await store.play(first, step(first))
    expect((await claim(other)).received.event).toMatchObject({ text: '2' })
  })

  test('workers that look at the same time never get the same event', async () => {
    const { store, other } = open()
    for (let i = 0; i < 30; i++) await store.accept(says(`p${i}`, 'x'))
    const claimed = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? store : other).next()))
    const items = claimed.filter(item => item !== undefined)
    expect(new Set(items.map(item => item.id)).size).toBe(items.length)
    for (const item of items) expect(await store.play(item, step(item))).toBe('played')
    expect(items.length + (await drain(store))).toBe(30)
  })

  test('a chat that floods the inbox does not hide the others', async () => {
    const { store } = open()
    const flood = Array.from({ length: 250 }, (_, i) => says('flood', String(i)))
    for (const event of [...flood, says('q', 'me too')]) await store.accept(event)
    const claimed = [(await claim(store)).received.event, (await claim(store)).received.event]
    expect(claimed).toEqual(
      expect.arrayContaining([
        { kind: 'text', text: '0' },
        { kind: 'text', text: 'me too' },
      ]),
    )
    expect(await store.next()).toBeUndefined()
  })

  test('a single worker serves those who talk before one who floods, and the flood too now and then', async () => {
    const { store } = open()
    for (let i = 0; i < 60; i++) await store.accept(says('flood', String(i)))
    const served = { talk: 0, flood: 0 }
    for (let i = 0; i < 12; i++) {
      await store.accept(says(`talk-${i}`, 'x'))
      const item = await claim(store)
      const { target } = item.received
      served[target.kind === 'conversation' && target.peer === 'flood' ? 'flood' : 'talk'] += 1
      await store.play(item, step(item))
    }
    expect(served).toEqual({ talk: 9, flood: 3 })
    expect(await drain(store)).toBe(60)
  })

  test('a staff event waits for the enterprise of its case, and the other way round', async () => {
    const { store } = open()
    const item = await turn(store, says('p', '申请'), { change: withLead })
    const thread = (await store.caseOf(item.received))?.leads[0]?.id ?? ''
    await store.accept(staffSays('icbc', thread, '请补充材料'))
    await store.accept(says('p', '好的'))
    const staff = await claim(store)
    expect(staff.received.from.kind).toBe('staff')
    expect(await store.next()).toBeUndefined()
    await store.play(staff, step(staff))
    expect((await claim(store)).received.event).toMatchObject({ text: '好的' })
  })

  test('an event given back is tried again later, five times in all, then it is dead and the chat goes on', async () => {
    const { store, clock } = open()
    await store.accept(says('p', 'poison'))
    await store.accept(says('p', 'next'))
    const answers: string[] = []
    for (let attempt = 1; attempt <= 5; attempt++) {
      const item = await claim(store)
      expect(item.attempts).toBe(attempt)
      answers.push(await store.fail(item, 'step-threw'))
      if (attempt < 5) expect(await store.next()).toBeUndefined()
      clock.pass(LONG_MS)
    }
    expect(answers).toEqual(['again', 'again', 'again', 'again', 'dead'])
    expect(await store.health()).toMatchObject({ waiting: 1, dead: 1 })
    expect((await claim(store)).received.event).toMatchObject({ text: 'next' })
  })

  test('an event that takes its process down each time is dead after five claims', async () => {
    const { store, clock } = open()
    await store.accept(says('p', 'poison'))
    for (let attempt = 1; attempt <= 5; attempt++) {
      await claim(store)
      clock.pass(LONG_MS)
    }
    expect(await store.next()).toBeUndefined()
    expect(await store.health()).toMatchObject({ waiting: 0, dead: 1 })
  })

  test('an event whose lease ran out goes to another, and the first can no longer play it', async () => {
    const { store, other, clock } = open()
    await store.accept(says('p', 'a'))
    const slow = await claim(store)
    expect(await other.next()).toBeUndefined()
    clock.pass(LEASE_MS)
    const quick = await claim(other)
    let ran = 0
    const counted = (item: typeof slow) => (current: Parameters<ReturnType<typeof step>>[0]) => {
      ran += 1
      return step(item)(current)
    }
    expect(await store.play(slow, counted(slow))).toBe('gone')
    expect(await store.fail(slow, 'late')).toBe('again')
    expect(await other.play(quick, counted(quick))).toBe('played')
    expect(await other.play(quick, counted(quick))).toBe('gone')
    expect(ran).toBe(1)
    expect((await store.caseOf(quick.received))?.trail).toEqual([quick.received.eventId])
  })

  test('what an event said is forgotten when it is done', async () => {
    const { store } = open()
    await store.accept(says('p', '秘密'))
    expect(await payloads(store)).toBe(1)
    await drain(store)
    expect(await payloads(store)).toBe(0)
  })

  test('a stored event that cannot be read is dead, and the others go on', async () => {
    const { store } = open()
    await store.accept(says('p', 'a'))
    await store.database.pool.query(`UPDATE inbox SET payload = '{"old":"shape"}'`)
    await store.accept(says('p', 'b'))
    expect((await claim(store)).received.event).toMatchObject({ text: 'b' })
    expect(await store.health()).toMatchObject({ dead: 1 })
  })

  test('texts that PostgreSQL does not take are stored without what it refuses', async () => {
    const { store } = open()
    const half = '😀'.slice(0, 1)
    const item = await turn(store, says('p', `a\0b${half}c`), {
      change: current => ({ ...current, skipped: [`x\0${half}`] }),
      posts: [{ to: { kind: 'enterprise' }, card: card(`y\0${half}`) }],
    })
    expect(item.received.event).toEqual({ kind: 'text', text: 'ab\ufffdc' })
    expect((await store.caseOf(item.received))?.skipped).toEqual(['x\ufffd'])
    const said = await store.conversation('telegram', 'p', 0n)
    expect(said.map(message => message.card)).toEqual([card('ab\ufffdc'), card('y\ufffd')])
  })

  test('a large text comes through whole', async () => {
    const { store } = open()
    const text = '一二三'.repeat(100_000)
    const item = await turn(store, says('p', text))
    expect(item.received.event).toEqual({ kind: 'text', text })
  })

  test('an event that is not well formed is refused', async () => {
    const { store } = open()
    await expect(store.accept(says('p', 'a', { at: 'yesterday' }))).rejects.toMatchObject({ code: 'unstorable' })
    await expect(store.accept(says('', 'a'))).rejects.toMatchObject({ code: 'unstorable' })
  })

  test('what was pressed or opened comes out as it went in', async () => {
    const { store } = open()
    const events = [presses('p', 'a:1', { language: 'en' }), opens('q', { platform: 'web' })]
    for (const event of events) await store.accept(event)
    expect([(await claim(store)).received, (await claim(store)).received]).toEqual(events)
  })
}
