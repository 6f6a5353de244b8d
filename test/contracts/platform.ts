// What every chat platform promises, whatever it is made of: events once and in order, nothing acknowledged that is not
// stored, one slow chat slows nobody else, a lost answer doubles at most what cannot be looked up, strangers stay out.
import { describe, expect, it } from 'vitest'
import type { Card } from '#bot'
import type { Platform } from '../../adapters/received.ts'
import type { Room } from '../../adapters/store/store.ts'
import { type FakeStore, until } from '../adapters/delivery/fake-outbox.ts'

/** A platform with its strict local service, for one test; everything is closed after the test. */
export interface Bench<Event> {
  readonly store: FakeStore
  readonly logged: readonly string[]
  /** what the platform will say when this chat writes these words; given twice to `deliver`, it is a repeat */
  event(chat: number, words: string): Event
  /** the platform has these for us */
  deliver(...events: readonly Event[]): void
  /** events that the platform would send again */
  unacknowledged(): number
  /** where a card to this chat goes */
  place(chat: number): { readonly address: string; readonly room: Room }
  /** texts that stand in this chat */
  shown(chat: number): readonly string[]
  /** the next message to this chat is refused: too fast */
  limitOnce(chat: number, seconds: number): void
  /** the next message to this chat arrives, and the answer that says so does not */
  loseAnswerOnce(chat: number): void
  /** ends the adapter and starts another on the same store and service */
  restart(): Promise<void>
  /** lets the service answer, when it was opened down */
  serviceUp(): Promise<void>
  /** somebody who is not the platform tries to put these words in; resolves with the HTTP statuses */
  forge?: ((words: string) => Promise<readonly number[]>) | undefined
}

export interface Kind<Event> {
  readonly name: string
  readonly platform: Platform
  /** copies of one message after one lost answer: 1 where the platform can be asked what arrived */
  readonly afterLostAnswer: 1 | 2
  /** why nothing comes in from it, where nothing does: what is said of events then does not apply */
  readonly deaf?: string
  /** why nothing is sent to it, where nothing is: what is said of sending then does not apply */
  readonly mute?: string
  /** a card that this platform shows as these words; without it, one line */
  card?(line: string): Card
  open(how?: { readonly serviceDown: boolean }): Promise<Bench<Event>>
}

const LONG_MS = 15_000
const plainCard = (line: string): Card => ({ lines: [{ kind: 'text', text: line }] })
const words = (bench: Pick<Bench<unknown>, 'store'>) =>
  bench.store.accepted.map(({ event }) => (event.kind === 'text' ? event.text : event.kind))

export function platformContract<Event>(kind: Kind<Event>): void {
  const { name, platform, afterLostAnswer, deaf, mute, card = plainCard, open } = kind

  const say = (bench: Bench<Event>, chat: number, line: string) =>
    bench.store.add(card(line), { ...bench.place(chat), platform })

  describe(`${name} keeps what every platform promises`, () => {
    it('order: what was said comes in as it was said, in each chat', async context => {
      if (deaf !== undefined) return context.skip(deaf)
      const bench = await open()
      const said = Array.from({ length: 30 }, (_, index) => ({ chat: (index % 3) + 1, line: `第${index}句` }))
      bench.deliver(...said.map(({ chat, line }) => bench.event(chat, line)))
      await until(() => bench.store.accepted.length === said.length, 'all stored', LONG_MS)
      for (const chat of [1, 2, 3]) {
        const mine = said.filter(one => one.chat === chat).map(({ line }) => line)
        expect(words(bench).filter(line => mine.includes(line))).toEqual(mine)
      }
      await until(() => bench.unacknowledged() === 0, 'all acknowledged', LONG_MS)
    })

    it('duplicate: an event that is repeated takes effect once', async context => {
      if (deaf !== undefined) return context.skip(deaf)
      const bench = await open()
      const once = bench.event(1, '一次')
      bench.deliver(once)
      await until(() => bench.store.accepted.length === 1, 'stored', LONG_MS)
      bench.deliver(once, bench.event(1, '下一句'), once)
      await until(() => bench.unacknowledged() === 0 && bench.store.accepted.length >= 2, 'all acknowledged', LONG_MS)
      expect(words(bench)).toEqual(['一次', '下一句'])
    })

    it('too fast in one chat: that one waits as told, the others go on, and no word is lost or doubled', async context => {
      if (mute !== undefined) return context.skip(mute)
      const bench = await open()
      bench.limitOnce(1, 1)
      for (const line of ['慢一', '慢二']) say(bench, 1, line)
      say(bench, 2, '快')
      await until(() => bench.shown(2).length === 1, 'the other chat is served', LONG_MS)
      expect(bench.shown(1)).toEqual([])
      await until(() => bench.store.open() === 0, 'all sent', LONG_MS)
      expect(bench.shown(1)).toEqual(['慢一', '慢二'])
      expect(bench.shown(2)).toEqual(['快'])
    })

    it(`lost answer: the message stands there ${afterLostAnswer === 1 ? 'once' : 'at most twice'}, and the talk goes on`, async context => {
      if (mute !== undefined) return context.skip(mute)
      const bench = await open()
      bench.loseAnswerOnce(1)
      say(bench, 1, '一')
      say(bench, 1, '二')
      await until(() => bench.store.open() === 0, 'both settled', LONG_MS)
      expect(bench.shown(1)).toEqual([...Array<string>(afterLostAnswer).fill('一'), '二'])
    })

    it('failing inbox: what is not stored is never acknowledged, and comes again', async context => {
      if (deaf !== undefined) return context.skip(deaf)
      const bench = await open()
      bench.store.failAccepts = Number.POSITIVE_INFINITY
      bench.deliver(bench.event(1, '不能丢'))
      await until(() => bench.store.refused >= 1, 'tried', LONG_MS)
      expect(bench.unacknowledged()).toBe(1)
      await bench.restart()
      expect(bench.unacknowledged()).toBe(1)
      bench.store.failAccepts = 0
      await until(() => bench.store.accepted.length === 1 && bench.unacknowledged() === 0, 'stored at last', LONG_MS)
      expect(words(bench)).toEqual(['不能丢'])
    })

    it('bad secret: who is not the platform gets nothing in', async context => {
      if (deaf !== undefined) return context.skip(deaf)
      const bench = await open()
      if (!bench.forge) return context.skip('nobody can call this platform’s adapter')
      const statuses = await bench.forge('审批通过')
      expect(statuses.length).toBeGreaterThan(0)
      expect(statuses.filter(status => status !== 401 && status !== 403)).toEqual([])
      bench.deliver(bench.event(1, '真的'))
      await until(() => bench.store.accepted.length > 0, 'the true one is stored', LONG_MS)
      expect(words(bench)).toEqual(['真的'])
    })

    it('service down at start: the adapter starts, waits, and loses nothing', async context => {
      if (mute !== undefined) return context.skip(mute)
      const bench = await open({ serviceDown: true })
      say(bench, 1, '等一等')
      await until(() => bench.logged.length > 0, 'one failed try', LONG_MS)
      await bench.serviceUp()
      if (deaf === undefined) bench.deliver(bench.event(1, '来了'))
      const came = deaf === undefined ? 1 : 0
      await until(() => bench.store.accepted.length === came && bench.store.open() === 0, 'in and out', LONG_MS)
      expect(bench.shown(1)).toEqual(['等一等'])
    })

    it('logs: nothing that was said stands in them', async () => {
      const bench = await open()
      if (deaf === undefined) bench.deliver(bench.event(1, '绝密营收三千万'))
      if (mute === undefined) {
        bench.limitOnce(1, 1)
        say(bench, 1, '绝密回答')
      }
      const came = deaf === undefined ? 1 : 0
      await until(() => bench.store.accepted.length === came && bench.store.open() === 0, 'in and out', LONG_MS)
      expect(bench.logged.join()).not.toContain('绝密')
    })
  })
}
