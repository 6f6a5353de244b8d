// Papers over HTTP: what comes in is told by its first bytes, size is limited, a repeated upload is one paper, and nobody
// fetches what is not theirs. Calendar entries follow RFC 5545.
import { describe, expect, test } from 'vitest'
import { newCase, visitEvent } from '#bot'
import { visitCalendar } from '../../../adapters/web/calendar.ts'
import { paperKind, paperName } from '../../../adapters/web/paper-kind.ts'
import { knowledge, sceneAt, TEAM } from '../../support/rights-cast.ts'
import { call, openSession } from './client.ts'
import { key, serve } from './serve.ts'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
const MB = 1024 * 1024

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
