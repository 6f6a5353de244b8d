// Files of a card on Slack: the entry of a visit stands in its thread once, whatever is lost on the way, papers are never
// uploaded, and when all is taken back it is deleted before the card is blanked.
import { afterEach, expect, it } from 'vitest'
import type { Card } from '#bot'
import type { HandFile } from '../../../adapters/handed-file.ts'
import { parseSlackChannels } from '../../../adapters/slack/index.ts'
import { WITHDRAWN_CARD } from '../../../adapters/store/recall.ts'
import { staffed } from '../../support/lead-scene.ts'
import { sendSigned, startSlackServer } from '../../support/slack-server.ts'
import { createFakeStore, until } from '../delivery/fake-outbox.ts'
import { reply } from './envelopes.ts'
import { startLife } from './life.ts'

const TOKEN = 'xoxb-test'
const ENTRY = Buffer.from('BEGIN:VCALENDAR\r\nSUMMARY:走访\r\nEND:VCALENDAR\r\n')
const handFile: HandFile = async (file, reader) =>
  file === 'caseV1.ics' && reader.kind === 'desk' && reader.desk === 'wuhan'
    ? { name: 'yinqi-visit.ics', type: 'text/calendar; charset=utf-8', bytes: ENTRY }
    : undefined
const to = {
  platform: 'slack' as const,
  address: 'CTEAM',
  room: { kind: 'desk' as const, desk: 'wuhan', thread: 'caseV1' },
}
const entry = (file = 'caseV1.ics'): Card => ({
  lines: [
    { kind: 'text', text: '时间已约' },
    { kind: 'file', file, name: '日历', detail: '11 月 25 日' },
  ],
})

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** A thread whose head stands already. */
async function start() {
  const server = await startSlackServer(TOKEN, ['CTEAM'])
  const store = createFakeStore()
  const logged: string[] = []
  const log = (_level: string, code: string, fields?: object) =>
    void logged.push(`${code} ${JSON.stringify(fields ?? {})}`)
  const life = await startLife({
    botToken: TOKEN,
    signingSecret: 's',
    port: 0,
    apiUrl: server.apiUrl,
    desks: parseSlackChannels('wuhan=CTEAM').desks,
    knowledge: staffed(),
    handFile,
    store,
    log,
  })
  closers.push(async () => {
    await life.stop()
    await server.stop()
  })
  store.add({ title: '上门任务', lines: [] }, to)
  await until(() => store.open() === 0, 'the head')
  const threadRoot = server.posts[0]?.ts ?? ''
  const settle = async (card: Card, more: object = {}) => {
    const before = store.results.length
    store.add(card, { ...to, threadRoot, ...more })
    await until(() => store.open() === 0, 'settled')
    return store.results.slice(before).map(({ result }) => result.is)
  }
  store.bindThread('CTEAM', threadRoot, 'caseV1')
  return { server, store, logged, settle, threadRoot, port: life.port }
}

it('the entry is uploaded into the thread, byte for byte', async () => {
  const { server, settle, threadRoot } = await start()
  expect(await settle(entry())).toEqual(['sent'])
  expect(server.files).toMatchObject([
    { filename: 'yinqi-visit.ics', bytes: ENTRY, shared: { channel: 'CTEAM', threadTs: threadRoot } },
  ])
})

it('papers of a company, and what is gone, are not uploaded', async () => {
  const { server, settle } = await start()
  for (const file of ['p'.repeat(22), 'caseV9.ics']) expect(await settle(entry(file))).toEqual(['sent'])
  expect(server.files).toEqual([])
})

it.each([
  ['the ticket is lost', { method: 'files.getUploadURLExternal', does: 'drop' }, 2],
  ['the bytes are lost', { method: 'upload', does: 'drop' }, 2],
  ['the answer to the last step is lost', { method: 'files.completeUploadExternal', does: 'lost' }, 1],
  ['Slack says too fast', { method: 'files.getUploadURLExternal', does: { limitSeconds: 1 } }, 1],
] as const)('%s: the message and the file stand there once', async (_what, fault, tickets) => {
  const { server, settle } = await start()
  server.fault(fault)
  expect(await settle(entry())).toEqual(['uncertain', 'sent'])
  expect(server.posts).toHaveLength(2)
  expect(server.files.filter(({ shared }) => shared !== undefined)).toHaveLength(1)
  expect(server.files.length).toBeLessThanOrEqual(tickets)
})

it('without the scope the message counts as sent, and the log says what is missing', async () => {
  const { server, settle, logged } = await start()
  server.fault({ method: 'files.getUploadURLExternal', does: { error: 'missing_scope' } })
  expect(await settle(entry())).toEqual(['sent'])
  expect(logged.join()).toContain('slack.file-left-out {"delivery":"2","code":"missing_scope"}')
})

it('when all is taken back the file goes first; while it cannot, the card is tried again', async () => {
  const { server, settle } = await start()
  await settle(entry())
  const replaces = server.posts[1]?.ts ?? ''
  server.fault({ method: 'files.delete', does: { status: 502 } })
  expect(await settle(WITHDRAWN_CARD, { replaces })).toEqual(['later', 'sent'])
  expect(server.files).toEqual([])
  expect(server.posts[1]).toMatchObject({ edited: true, text: expect.stringContaining('已撤回') })
  const order = server.calls.map(({ method }) => method)
  expect(order.lastIndexOf('files.delete')).toBeLessThan(order.lastIndexOf('chat.update'))
})

it('an address elsewhere than Slack’s own gets no bytes', async () => {
  const { server, settle, logged } = await start()
  const other = await startSlackServer(TOKEN, [])
  closers.push(() => other.stop())
  server.sendUploadsTo(new URL(other.apiUrl).origin)
  expect(await settle(entry())).toEqual(['sent'])
  expect(other.calls).toEqual([])
  expect(logged.join()).toContain('upload-host')
})

it('a file that staff put into a thread is not looked at: they are told, their words pass, and strangers’ threads are left alone', async () => {
  const { server, store, threadRoot, port } = await start()
  const files = [{ id: 'F1', name: '绝密.pdf', url_private: 'https://files.slack.com/x' }]
  const place = { channel: 'CTEAM', subtype: 'file_share', files }
  expect(await sendSigned(port, reply('请看附件', threadRoot, place), { secret: 's' })).toBe(200)
  expect(await sendSigned(port, reply('', threadRoot, place), { secret: 's' })).toBe(200)
  expect(await sendSigned(port, reply('', '1600000000.000001', place), { secret: 's' })).toBe(200)
  await until(() => server.calls.filter(({ method }) => method === 'chat.postEphemeral').length === 2, 'both told')
  expect(server.calls.filter(({ method }) => method === 'chat.postEphemeral').map(({ form }) => form)).toEqual(
    Array(2).fill(
      expect.objectContaining({
        channel: 'CTEAM',
        user: 'U7',
        thread_ts: threadRoot,
        text: expect.stringContaining('没有转给企业'),
      }),
    ),
  )
  expect(store.accepted.map(({ event }) => event)).toEqual([{ kind: 'text', text: '请看附件' }])
  expect(server.calls.some(({ method }) => method.startsWith('files.'))).toBe(false)
})
