// Papers over HTTP: what comes in is told by its first bytes, size is limited, a repeated upload is one paper, and nobody
// fetches what is not theirs. Calendar entries follow RFC 5545.
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { newCase, visitEvent } from '#bot'
import { visitCalendar } from '../../../adapters/web/calendar.ts'
import { paperKind, paperName } from '../../../adapters/web/paper-kind.ts'
import { knowledge, sceneAt, TEAM } from '../../support/rights-cast.ts'
import { call, openSession } from './client.ts'
import { key, serve } from './serve.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
const MB = 1024 * 1024

/** 64 MB of nothing, packed into some kilobytes between the head and the end of a zip file. */
const bomb = (): Buffer =>
  Buffer.concat([Buffer.from('PK\u0003\u0004'), deflateRawSync(Buffer.alloc(64 * MB)), Buffer.from('PK\u0005\u0006')])

async function send(address: string, cookie: string, bytes: Buffer, name = '账本.pdf', id = key()) {
  const body = new FormData()
  body.append('key', id)
  body.append('file', new Blob([new Uint8Array(bytes)]), name)
  const answer = await fetch(new URL('/chat/paper', address), { method: 'POST', body, headers: { cookie } })
  const told: { error?: string } = JSON.parse(await answer.text())
  return { status: answer.status, error: told.error }
}

/** A browser that has talked already. */
async function talking() {
  const served = await serve()
  const cookie = await openSession(served.address)
  await call(served.address, '/chat/text', { headers: { cookie }, body: { key: key(9), text: '您好' } })
  const target = served.store.inbox[0]?.target
  if (target?.kind !== 'conversation') throw new Error('nobody talked')
  served.store.say({ kind: 'enterprise', platform: 'web', peer: target.peer }, { card: { lines: [] } })
  return { ...served, cookie }
}

describe('an upload', () => {
  test('becomes one event, however often it comes with the same key', async () => {
    const { address, store, cookie } = await talking()
    expect(await send(address, cookie, PDF)).toMatchObject({ status: 202 })
    expect(await send(address, cookie, PDF)).toMatchObject({ status: 202 })
    expect(store.duplicates()).toBe(1)
    const event = store.inbox.at(-1)?.event
    expect(event).toMatchObject({
      kind: 'paper',
      paper: { name: '账本.pdf', type: 'application/pdf', bytes: PDF.length },
    })
    const id = event?.kind === 'paper' ? event.paper.id : ''
    const own = await call(address, `/chat/file/${id}`, { headers: { cookie } })
    expect([own.status, own.text, own.headers['content-type']]).toEqual([200, PDF.toString(), 'application/pdf'])
    expect(own.headers['content-disposition']).toMatch(/^attachment;/)
    const stranger = await call(address, `/chat/file/${id}`, { headers: { cookie: await openSession(address) } })
    expect(stranger.status).toBe(404)
    expect((await call(address, `/desk/file/${id}?desk=harbour-bank`)).status).toBe(404)
  })

  test.each([
    ['a page called pdf', Buffer.from('<html>'), 415, 'not-a-paper'],
    ['nothing', Buffer.alloc(0), 415, 'not-a-paper'],
    ['a zip', Buffer.from('PK\u0003\u0004'), 415, 'not-a-paper'],
    ['a little more than 10 MB', Buffer.concat([PDF, Buffer.alloc(10 * MB)]), 413, 'paper-too-large'],
    ['far more than 10 MB', Buffer.concat([PDF, Buffer.alloc(12 * MB)]), 413, 'paper-too-large'],
  ])('%s is refused with a kind word and stored nowhere', async (_name, bytes, status, error) => {
    const { address, store, cookie } = await talking()
    const before = store.inbox.length
    expect(await send(address, cookie, bytes)).toEqual({ status, error })
    expect(store.inbox).toHaveLength(before)
  })

  test.each([
    ['a zip bomb that says it is a pdf', bomb(), 'application/pdf', 'bomb.pdf', 415],
    ['a page that says it is a picture', Buffer.from('<script>alert(1)</script>'), 'image/png', 'a.png', 415],
    ['a program that says it is a picture', Buffer.from('MZ\u0090\u0000'), 'image/jpeg', 'a.jpg', 415],
    ['a drawing with a script', Buffer.from('<svg onload="alert(1)"/>'), 'image/svg+xml', 'a.svg', 415],
    ['a pdf after something else', Buffer.concat([Buffer.from('GIF89a'), PDF]), 'application/pdf', 'a.pdf', 415],
    ['a pdf that is an archive too', Buffer.concat([PDF, bomb()]), 'application/zip', 'a.zip', 202],
    [
      'a picture that is a page too',
      Buffer.concat([PNG, Buffer.from('<script>1</script>')]),
      'text/html',
      'a.html',
      202,
    ],
  ])('%s is told by its first bytes and never opened', async (_name, bytes, type, name, status) => {
    const { address, store, cookie } = await talking()
    const body = new FormData()
    body.append('key', key())
    body.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
    const answer = await fetch(new URL('/chat/paper', address), { method: 'POST', body, headers: { cookie } })
    expect(answer.status).toBe(status)
    const event = store.inbox.at(-1)?.event
    if (status !== 202) return expect(event).toMatchObject({ kind: 'text' })
    if (event?.kind !== 'paper') return expect.unreachable('it became an event')
    // what it is comes from its bytes; it is kept as it came, not one byte more, and goes out as a download of that kind
    expect(event.paper.bytes).toBe(bytes.length)
    expect(event.paper.name).toMatch(event.paper.type === 'application/pdf' ? /\.pdf$/ : /\.png$/)
    const own = await fetch(new URL(`/chat/file/${event.paper.id}`, address), { headers: { cookie } })
    expect(own.headers.get('content-type')).toBe(event.paper.type)
    expect(own.headers.get('x-content-type-options')).toBe('nosniff')
    expect(own.headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(Buffer.from(await own.arrayBuffer()).equals(bytes)).toBe(true)
  })

  test('before anything was said, without a key, or as JSON is refused', async () => {
    const { address } = await serve()
    const cookie = await openSession(address)
    expect(await send(address, cookie, PDF)).toEqual({ status: 409, error: 'paper-too-early' })
    expect(await send(address, cookie, PDF, 'a.pdf', 'short')).toEqual({ status: 400, error: 'malformed' })
    const json = await call(address, '/chat/paper', { headers: { cookie }, body: { key: key() } })
    expect(json.status).toBe(400)
    expect(await send(address, '', PDF)).toEqual({ status: 401, error: 'no-session' })
  })
})

test('kinds go by bytes, names are one line without a path and end as what they are', () => {
  const kinds = [PDF, Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('89504e470d0a1a0a00', 'hex')].map(paperKind)
  expect(kinds.map(kind => kind?.ending)).toEqual(['pdf', 'jpg', 'png'])
  const [pdf] = kinds
  if (!pdf) return expect.unreachable('a pdf is a pdf')
  const names = ['../../etc/passwd', 'C:\\账\\审计.exe', '', undefined, 'a\u202Egpj.exe', 'x'.repeat(200)]
  expect(names.map(name => paperName(name, pdf).length <= 64 && paperName(name, pdf).endsWith('.pdf'))).not.toContain(
    false,
  )
  expect([paperName('../../etc/passwd', pdf), paperName('C:\\账\\审计.exe', pdf)]).toEqual(['passwd.pdf', '审计.pdf'])
})

test('a calendar entry tells the same time to both sides, and company and place only to the team', () => {
  const scene = sceneAt('visit', TEAM, ['take', 'at:2026-11-25T0930'])
  const [visit] = scene.case.visits
  if (!visit) return expect.unreachable('there is a visit')
  const now = new Date('2026-11-23T01:00:00.000Z')
  const desk = visitCalendar(knowledge, scene.case, visit.id, { kind: 'desk', desk: TEAM }, now) ?? ''
  const own =
    visitCalendar(knowledge, scene.case, visit.id, { kind: 'enterprise', platform: 'web', peer: 'p' }, now) ?? ''
  for (const entry of [desk, own]) {
    expect(entry).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
    expect(entry).toContain('DTSTART:20261125T013000Z')
    expect(entry).toContain('DURATION:PT90M')
    expect(entry).toContain(`UID:${visit.id}@yinqi-bridge`)
  }
  expect(desk.replace(/\r\n[ \t]/g, '')).toContain('苏州某某智能科技有限公司')
  expect(visitEvent(knowledge, newCase('x', now.toISOString()), visit.id, { kind: 'enterprise' })).toBeUndefined()
})
