// Pictures and files from a company: kept before they are confirmed, told by their bytes, never larger than allowed, and
// whatever cannot be taken is answered in words. A slow one holds up its own chat only.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createCall } from '../../../adapters/telegram/call.ts'
import { createFetchFile } from '../../../adapters/telegram/fetch-file.ts'
import { until } from '../delivery/fake-outbox.ts'
import { closers, LINES, startAdapter, TOKEN, update, world } from './world.ts'

const PDF = Buffer.from('%PDF-1.7 一份报告')
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])
const MB = 1_048_576

const sent = (
  chat: number,
  document: { file_id: string; file_name?: string; file_size?: number },
  caption?: string,
) => {
  const { update_id, message } = update(chat, '')
  const { text: _none, ...rest } = message
  return { update_id, message: { ...rest, document, ...(caption ? { caption } : {}) } }
}

describe('a file', () => {
  it('is kept, and then an event with its true kind and a clean name; its caption is said too', async () => {
    const { server, store, logged } = await world()
    server.files.set('a', { path: 'documents/file_1.pdf', bytes: PDF })
    server.files.set('b', { path: 'photos/file_2', bytes: PNG })
    server.push(sent(1, { file_id: 'a', file_name: '../../审计<b>.exe' }, '审计报告'), sent(1, { file_id: 'b' }))
    await until(() => store.accepted.length === 3, 'two papers and a caption')
    const [caption, first, second] = store.accepted.map(({ event }) => event)
    expect(caption).toMatchObject({ kind: 'text', text: '审计报告' })
    expect(first).toMatchObject({ kind: 'paper', paper: { type: 'application/pdf', bytes: PDF.length } })
    expect(second).toMatchObject({ kind: 'paper', paper: { type: 'image/png' } })
    const paper = first?.kind === 'paper' ? first.paper : undefined
    expect(paper?.name).toMatch(/^[^/\\<>]+\.pdf$/)
    expect(store.papers.get(paper?.id ?? '')).toEqual(PDF)
    expect(logged.join()).not.toMatch(/test-token|审计/)
  })

  it('that comes again has the same id and takes effect once', async () => {
    const { server, store } = await world()
    server.files.set('a', { path: 'documents/file_1.pdf', bytes: PDF })
    const once = sent(1, { file_id: 'a' })
    server.push(once)
    await until(() => store.accepted.length === 1, 'stored')
    server.push(once, update(1, '然后'))
    await until(() => store.accepted.length === 2, 'the next')
    expect(store.papers.size).toBe(1)
  })

  it('is not confirmed while the inbox fails, and nothing is lost', async () => {
    const { server, store, stop } = await world()
    store.failAccepts = Number.POSITIVE_INFINITY
    server.files.set('a', { path: 'documents/file_1.pdf', bytes: PDF })
    server.push(sent(1, { file_id: 'a' }))
    await until(() => store.refused > 0, 'tried')
    await stop()
    expect(server.unconfirmed()).toBe(1)
    store.failAccepts = 0
    await startAdapter(server.root, store)
    await until(() => store.accepted.length === 1, 'stored by the next run')
    expect(store.papers.size).toBe(1)
  })

  it.each([
    ['an archive under a good name', Buffer.from('PK\u0003\u0004'), undefined, LINES.fileKind.zh],
    ['nothing at all', Buffer.alloc(0), undefined, LINES.fileKind.zh],
    ['a page under a good name', Buffer.from('<html><script>1</script>'), undefined, LINES.fileKind.zh],
    ['a pdf after something else', Buffer.concat([Buffer.from('GIF89a'), PDF]), undefined, LINES.fileKind.zh],
    ['too large by its own word', PDF, 10 * MB + 1, LINES.fileLarge.zh],
    ['too large in truth', Buffer.concat([PDF, Buffer.alloc(10 * MB)]), 12, LINES.fileLarge.zh],
    ['larger than Telegram hands out', Buffer.alloc(20 * MB + 1), undefined, LINES.fileLarge.zh],
  ])('that is %s is answered kindly and keeps nothing', async (_what, bytes, size, line) => {
    const { server, store } = await world()
    server.files.set('a', { path: 'documents/file_1.pdf', bytes })
    server.push(
      sent(1, { file_id: 'a', file_name: '报告.pdf', ...(size ? { file_size: size } : {}) }),
      update(1, '好吗'),
    )
    await until(() => server.messages.length === 1 && store.accepted.length === 1, 'answered')
    expect(server.messages[0]?.text).toBe(line)
    expect(store.papers.size).toBe(0)
    expect(store.accepted[0]?.event).toMatchObject({ kind: 'text' })
  })

  it.each([
    ['no-case', LINES.fileEarly.zh],
    ['full', LINES.fileFull.zh],
  ] as const)('that the store answers %s is answered in words', async (keeps, line) => {
    const { server, store } = await world()
    store.keeps = keeps
    server.files.set('a', { path: 'documents/file_1.pdf', bytes: PDF })
    server.push(sent(1, { file_id: 'a' }))
    await until(() => server.messages.length === 1, 'answered')
    expect(server.messages[0]?.text).toBe(line)
    expect(store.accepted).toEqual([])
  })

  it('that cannot be had is asked for again, and everybody else goes on meanwhile', async () => {
    const { server, store, logged } = await world()
    server.push(sent(1, { file_id: 'gone' }), update(2, '快'))
    await until(() => store.accepted.length === 1 && server.messages.length === 1, 'one answered, one stored')
    expect(server.messages[0]).toMatchObject({ chat: 1, text: LINES.fileFailed.zh })
    expect(logged.filter(line => line.includes('telegram.file-failed'))).toHaveLength(2)
  })

  it('is fetched from our root only: no redirect, no path that leads elsewhere', async () => {
    let path: string | undefined = 'documents/file_1.pdf'
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      if (request.url?.startsWith('/file/')) return response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
      return response.end(JSON.stringify({ ok: true, result: { file_id: 'a', file_path: path } }))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    closers.push(async () => {
      server.closeAllConnections()
      server.close()
    })
    const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const fetchFile = createFetchFile({ call: createCall(TOKEN, root), token: TOKEN, root })
    expect(await fetchFile('a')).toMatchObject({ is: 'failed' })
    for (const bad of ['../../etc/passwd', 'http://127.0.0.1:9/x', '//evil/x', 'a/../b', '', undefined]) {
      path = bad
      expect(await fetchFile('a')).toEqual({ is: 'failed', code: 'path' })
    }
    expect(asked.filter(url => url.startsWith('/file/'))).toHaveLength(1)
  })
})
