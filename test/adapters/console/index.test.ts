// The conversation in a terminal: a script played line by line, numbers for buttons, and nothing that steers the terminal.
import { PassThrough } from 'node:stream'
import { expect, test, vi } from 'vitest'
import type { Card } from '#bot'
import { startConsole } from '../../../adapters/console/index.ts'
import type { Received } from '../../../adapters/received.ts'
import { chatRoom, createMemoryStore, deskRoom, type MemoryStore } from '../../support/memory-store.ts'

const ROOM = chatRoom('me', 'console')
const words = (text: string): Card => ({ lines: [{ kind: 'text', text }] })
const question = (title: string, ...buttons: string[]): Card => ({
  title,
  lines: [],
  buttons: [buttons.map(text => ({ text, press: `a:${title}:${text}` }))],
})

function talk(store: MemoryStore, script?: string, json = false) {
  const input = new PassThrough()
  const output = new PassThrough()
  let shown = ''
  output.setEncoding('utf8').on('data', (chunk: string) => {
    shown += chunk
  })
  let serial = 0
  const wake = vi.fn()
  const now = () => new Date('2026-11-22T08:00:00.000Z')
  const newId = () => `e${++serial}`
  const { done, close } = startConsole({ store, wake, input, output, now, newId, peer: 'me', json })
  if (script !== undefined) input.end(script)
  return { input, done, close, wake, shown: () => shown }
}

const events = (store: MemoryStore) => store.inbox.map(({ event }) => event)
/** Answers each event a moment later, as a busy worker would. */
const answerLater = (store: MemoryStore, answer: (received: Received) => Card | undefined) =>
  store.answerWith(received => {
    setTimeout(() => {
      const card = answer(received)
      if (card) store.say(ROOM, { card })
    }, 40)
  })

test('a script is played line by line, each after its answer, and every answer is out at the end', async () => {
  const store = createMemoryStore()
  answerLater(store, ({ event }) => {
    if (event.kind === 'open') return question('高企吗', '是', '不是')
    if (event.kind === 'press') return question('几年了', '一年', '两年')
    return words(`听到：${event.kind === 'text' ? event.text : ''}`)
  })
  const { done, shown, wake } = talk(store, '1\n去年营收两千万\n最后一句')
  await done
  expect(events(store)).toEqual([
    { kind: 'open' },
    { kind: 'press', press: 'a:高企吗:是' },
    { kind: 'text', text: '去年营收两千万' },
    { kind: 'text', text: '最后一句' },
  ])
  expect(store.inbox[0]).toMatchObject({ platform: 'console', eventId: 'e1', target: { peer: 'me' } })
  expect(wake).toHaveBeenCalledTimes(4)
  const order = [
    '◆ 高企吗',
    '[1] 是   [2] 不是',
    '> 1',
    '◆ 几年了',
    '> 去年营收两千万',
    '听到：去年',
    '> 最后',
    '听到：最后一句',
  ]
  const places = order.map(part => shown().indexOf(part))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places).not.toContain(-1)
})

test('for programs every line is one card, and nothing else is printed', async () => {
  const store = createMemoryStore()
  answerLater(store, ({ event }) => (event.kind === 'open' ? question('高企吗', '是', '不是') : words('好')))
  const { done, shown } = talk(store, '2\n', true)
  await done
  const cards = shown()
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as { card: Card }).card)
  expect(cards).toEqual([question('高企吗', '是', '不是'), words('好')])
  expect(events(store).at(-1)).toEqual({ kind: 'press', press: 'a:高企吗:不是' })
})

test('a number is a button only while it has one; = sends it as it is', async () => {
  const store = createMemoryStore()
  answerLater(store, ({ event }) => (event.kind === 'open' ? question('多少人', '跳过', '为什么问') : words('好')))
  await talk(store, '=1\n1\n').done
  expect(events(store).slice(1)).toEqual([
    { kind: 'text', text: '1' },
    { kind: 'text', text: '1' },
  ])
  const wide = createMemoryStore()
  answerLater(wide, ({ event }) => (event.kind === 'open' ? question('多少人', '跳过', '为什么问') : words('好')))
  await talk(wide, '２\n').done
  expect(events(wide)[1]).toEqual({ kind: 'press', press: 'a:多少人:为什么问' })
})

test('buttons of several cards are numbered on, and a card that arrives meanwhile takes no number away', async () => {
  const store = createMemoryStore()
  store.answerWith(({ event }) => {
    if (event.kind !== 'open') return void store.say(ROOM, { card: words('好') })
    store.say(ROOM, { card: question('甲', '一', '二') })
    store.say(ROOM, { card: question('乙', '三') })
  })
  const { input, done, shown } = talk(store)
  await vi.waitFor(() => expect(shown()).toContain('[3] 三'))
  store.say(ROOM, { card: question('银行来信', '查看') })
  await vi.waitFor(() => expect(shown()).toContain('[4] 查看'))
  input.end('2\n')
  await done
  expect(events(store)[1]).toEqual({ kind: 'press', press: 'a:甲:二' })
})

test('only what is new is shown, and only what the bot says to this conversation', async () => {
  const store = createMemoryStore()
  store.say(ROOM, { card: words('上次说的') })
  store.answerWith(() => {
    store.say(chatRoom('other', 'console'), { card: words('别人的') })
    store.say(deskRoom('bank', 'L-1'), { card: words('银行的') })
    store.say(ROOM, { card: words('自己打的'), direction: 'in' })
    store.say(ROOM, { card: words('欢迎回来') })
  })
  const { done, shown } = talk(store, '/quit\n没人听的\n')
  await done
  expect(shown()).toContain('欢迎回来')
  for (const other of ['上次说的', '别人的', '银行的', '自己打的']) expect(shown()).not.toContain(other)
  expect(events(store)).toEqual([{ kind: 'open' }])
})

test('an event without an answer does not hold the next one up for ever', async () => {
  const store = createMemoryStore()
  answerLater(store, ({ event }) => (event.kind === 'text' && event.text === '二' ? words('听到二') : undefined))
  const { done, shown } = talk(store, '一\n二\n')
  await done
  expect(shown()).toContain('听到二')
  expect(events(store)).toHaveLength(3)
})

test('nothing shown or sent steers a terminal', async () => {
  const store = createMemoryStore()
  const evil = '\u001b[2J\u001b]0;title\u0007\u009b31m红\u202e字\u0008\rX'
  answerLater(store, () => ({
    title: evil,
    lines: [{ kind: 'quote', who: evil, text: evil }],
    buttons: [[{ text: evil, press: 'p' }]],
  }))
  const { done, shown } = talk(store, `说\u001b[31m话\u0007\n`)
  await done
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
  expect(shown()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  expect(shown()).toContain('红字')
  expect(events(store)[1]).toEqual({ kind: 'text', text: '说话' })
})

test('when the database is away it says so and goes on', async () => {
  const store = createMemoryStore()
  const { input, done, shown } = talk(store)
  store.answerWith(() => store.say(ROOM, { card: words('在的') }))
  await vi.waitFor(() => expect(shown()).toContain('在的'))
  store.breakDown(true)
  input.write('在吗\n')
  await vi.waitFor(() => expect(shown()).toContain('系统正忙'))
  store.breakDown(false)
  input.end('还在吗\n')
  await done
  expect(events(store).at(-1)).toEqual({ kind: 'text', text: '还在吗' })
})

test('a text that is too long is refused with a reason', async () => {
  const store = createMemoryStore()
  answerLater(store, () => words('好'))
  const { done, shown } = talk(store, `${'字'.repeat(4001)}\n`)
  await done
  expect(shown()).toContain('4000')
  expect(events(store)).toEqual([{ kind: 'open' }])
})
