// Files of a card on Telegram: the entry of a visit follows its message, whatever happens on the way is felt by the file
// alone, and the message is never said again for it.
import { expect, it } from 'vitest'
import type { Card } from '#bot'
import type { HandFile } from '../../../adapters/handed-file.ts'
import { createFakeStore, until } from '../delivery/fake-outbox.ts'
import { card, room, world } from './world.ts'

const ENTRY = Buffer.from('BEGIN:VCALENDAR\r\nSUMMARY:走访\r\nEND:VCALENDAR\r\n')
const handFile: HandFile = async (file, reader) =>
  file === 'caseV1.ics' && reader.kind === 'enterprise' && reader.platform === 'telegram' && reader.peer === '7'
    ? { name: 'yinqi-visit.ics', type: 'text/calendar; charset=utf-8', bytes: ENTRY }
    : undefined

const visit = (file = 'caseV1.ics'): Card => ({
  ...card('走访时间：11 月 25 日 09:30', { buttons: [[{ text: '合适', press: 'vc:caseV1' }]] }),
  lines: [
    { kind: 'text', text: '走访时间：11 月 25 日 09:30' },
    { kind: 'file', file, name: '日历', detail: '11 月 25 日' },
  ],
})
const to = { address: '7', room: room(7) }

async function start() {
  const store = createFakeStore()
  return { ...(await world(store, handFile)), store }
}

it('the entry comes after the words, byte for byte; the message keeps its place and its buttons', async () => {
  const { server, store } = await start()
  store.add(visit(), to)
  await until(() => store.open() === 0, 'sent')
  expect(server.messages).toHaveLength(1)
  expect(server.documents).toEqual([{ chat: 7, filename: 'yinqi-visit.ics', bytes: ENTRY }])
  expect(store.results.map(({ result }) => result)).toEqual([
    { is: 'sent', externalId: String(server.messages[0]?.messageId) },
  ])
})

it('what the company sent itself, what is gone and what is another’s is not sent', async () => {
  const { server, store } = await start()
  for (const file of ['a-paper-of-its-own', 'caseV9.ics']) store.add(visit(file), to)
  store.add(visit(), { address: '8', room: room(8) })
  await until(() => store.open() === 0, 'sent')
  expect([server.messages.length, server.documents.length]).toEqual([3, 0])
})

it('a limit is waited for with the file alone', async () => {
  const { server, store } = await start()
  server.fault({ method: 'sendDocument', does: { limitSeconds: 1 } })
  store.add(visit(), to)
  await until(() => store.open() === 0, 'sent')
  expect([server.messages.length, server.documents.length]).toEqual([1, 1])
  expect(store.results.map(({ result }) => result.is)).toEqual(['later', 'sent'])
})

it('after a lost answer the file is there twice at most, the words once', async () => {
  const { server, store } = await start()
  server.fault({ method: 'sendDocument', does: 'lost' })
  store.add(visit(), to)
  await until(() => store.open() === 0, 'sent')
  expect([server.messages.length, server.documents.length]).toEqual([1, 2])
})

it('a file that Telegram refuses is left out, and the message counts as sent', async () => {
  const { server, store, logged } = await start()
  server.fault({ method: 'sendDocument', does: { refuse: { code: 400, description: 'Bad Request: wrong file' } } })
  store.add(visit(), to)
  await until(() => store.open() === 0, 'sent')
  expect(store.results.map(({ result }) => result.is)).toEqual(['sent'])
  expect(logged.join()).toContain('telegram.file-left-out')
  expect(logged.join()).not.toContain('走访')
})

it('a card that changes is sent anew, for an edit carries no file', async () => {
  const { server, store } = await start()
  store.add(visit(), to)
  await until(() => store.open() === 0, 'sent')
  store.add(visit(), { ...to, replaces: String(server.messages[0]?.messageId) })
  await until(() => store.open() === 0, 'sent anew')
  expect(server.documents).toHaveLength(2)
  expect(server.messages.map(({ keyboard }) => keyboard.length)).toEqual([0, 1])
})
