// The drill with PostgreSQL's own tools: a store at work is dumped with pg_dump, goes on, and is restored into another
// database with pg_restore. Everything of the dump is there, the chain holds, and nothing is sent or played again by itself.
// CONVERSATIONS=20000 for the time that a large one takes.
import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, inject, test } from 'vitest'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { verifyAudit } from '../../../adapters/store/verify-audit.ts'
import { createDatabase, openServerStore } from '../../support/store.ts'
import * as e from './events.ts'

const CONVERSATIONS = Number(process.env['CONVERSATIONS'] ?? 40)
const WAITING = 10
const AT_ONCE = 8
const TIMEOUT_MS = 3_600_000
const run = promisify(execFile)
const WISHES = { route: e.ROUTE }

const hasTools = (): boolean => {
  try {
    for (const tool of ['pg_dump', 'pg_restore']) execFileSync(tool, ['--version'])
    return true
  } catch {
    console.warn('no pg_dump on this machine: the drill with it is left out')
    return false
  }
}

/** One company's talk: a case, messages to both sides, a lead, audit rows; `waits` leaves what is said last unplayed. */
async function talk(store: OpenStore, n: number): Promise<void> {
  const peer = `p${n}`
  for (const [nth, text] of ['你好', '成立于2019年', '申请'].entries()) {
    await store.accept(e.says(peer, text, { eventId: `${peer}-${nth}` }))
  }
}

async function playAll(store: OpenStore): Promise<void> {
  for (let item = await store.next(); item; item = await store.next()) {
    const { received } = item
    const last = received.eventId.endsWith('-2')
    const thread = `${received.eventId}-t`
    await store.play(
      item,
      e.step(item, {
        posts: [e.toEnterprise('在'), ...(last ? [e.toDesk('icbc', thread, '新线索', 'lead')] : [])],
        events: last ? [e.audited('lead.offered', thread)] : [],
        ...(last ? { change: e.withLead } : {}),
      }),
    )
  }
}

const TABLES = ['conversation', 'case_key', 'message', 'delivery', 'inbox', 'lead', 'visit', 'consent', 'audit']

async function counts({ database }: OpenStore): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const table of TABLES) {
    const { rows } = await database.pool.query(`SELECT count(*)::int AS n FROM "${table}"`)
    found[table] = Number(rows[0]?.n)
  }
  return found
}

test.skipIf(!inject('postgresUrl') || !hasTools())(
  'a dump of PostgreSQL comes back whole, and nothing of it is sent or played again by itself',
  { timeout: TIMEOUT_MS },
  async () => {
    const [first, second] = [await createDatabase(), await createDatabase()]
    if (!first || !second) throw new Error('there is no PostgreSQL')
    const folder = await mkdtemp(join(tmpdir(), 'yinqi-dump-'))
    const file = join(folder, 'dump')
    const lost = await openServerStore(first.url, WISHES)
    await Promise.all(
      Array.from({ length: AT_ONCE }, async (_, hand) => {
        for (let n = hand; n < CONVERSATIONS; n += AT_ONCE) await talk(lost, n)
      }),
    )
    await Promise.all(Array.from({ length: AT_ONCE / 2 }, () => playAll(lost)))
    if (CONVERSATIONS < 1_000) await e.sendDue(lost)
    for (let n = 0; n < WAITING; n++) await lost.accept(e.says(`p${n}`, '还没处理', { eventId: `late-${n}` }))
    const kept = await counts(lost)
    const { rows } = await lost.database.pool.query(`SELECT count(*)::int AS n FROM delivery WHERE state = 'waiting'`)
    const unsent = Number(rows[0]?.n)
    const times = [performance.now()]
    await run('pg_dump', ['--format=custom', `--file=${file}`, first.url])
    times.push(performance.now())
    // life goes on after the backup
    await playAll(lost)
    await lost.close()
    times.push(performance.now())
    await run('pg_restore', ['--no-owner', `--dbname=${second.url}`, file])
    times.push(performance.now())

    const restored = await openServerStore(second.url, WISHES)
    expect(await counts(restored)).toEqual(kept)
    expect(await restored.holdRestored()).toEqual({ events: WAITING, deliveries: unsent })
    expect(await e.sendDue(restored)).toBe(0)
    expect(await restored.next()).toBeUndefined()
    expect(await restored.accept(e.says('p0', '你好', { eventId: 'p0-0' }))).toBe('duplicate')
    expect(await verifyAudit(restored)).toMatchObject({ ok: true, rows: BigInt(kept['audit'] ?? 0) })
    times.push(performance.now())
    const [dumped = 0, , restore = 0, checked = 0] = times.slice(1).map((at, n) => (at - (times[n] ?? 0)) / 1_000)
    const { size } = await stat(file)
    console.info(
      `${CONVERSATIONS} conversations, ${kept['message']} messages: dump ${dumped.toFixed(1)} s (${Math.round(size / 1e6)} MB), restore ${restore.toFixed(1)} s, held and checked ${checked.toFixed(1)} s`,
    )
    await restored.close()
    await first.drop()
    await second.drop()
    await rm(folder, { recursive: true })
  },
)
