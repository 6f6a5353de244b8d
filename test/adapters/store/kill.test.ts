// kill -9 in the middle of the work, again and again: what was accepted is played exactly once, in order, and nothing is
// half done.
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { type OpenStore, openStore } from '../../../adapters/store/open.ts'
import { verifyAudit } from '../../../adapters/store/verify-audit.ts'
import { createDatabase, TEST_MASTER_KEY } from '../../support/store.ts'
import { startWorker } from './child.ts'
import { drain, says } from './events.ts'

const KILLS = 5
const LINES_MAX = 60
/** about one turn: the kill hits anywhere in it */
const TURN_MS = 20
const HOUR_MS = 3_600_000
/** Each round starts a process; on a busy machine that alone takes seconds. */
const TIMEOUT_MS = 240_000

const after = (lines: readonly string[], word: string): string[] =>
  lines.flatMap(line => (line.startsWith(`${word} `) ? [line.slice(word.length + 1)] : []))

/** Kills workers on one place until enough is done, and tells all that they said. */
async function killAll(place: string): Promise<readonly string[]> {
  const lines: string[] = []
  for (let round = 0; round < KILLS; round++) {
    const worker = startWorker(place, round)
    expect(await worker.first).toBe('ready')
    await worker.said(2 + Math.floor(Math.random() * LINES_MAX))
    await sleep(Math.random() * TURN_MS)
    await worker.kill()
    lines.push(...worker.lines)
  }
  return lines
}

/** Compares what the workers said with what the store holds. */
async function check(store: OpenStore, lines: readonly string[]): Promise<void> {
  const accepted = after(lines, 'accepted')
  const played = after(lines, 'played')
  expect(accepted.length).toBeGreaterThanOrEqual(KILLS)
  expect(new Set(played).size).toBe(played.length)
  await drain(store)
  const trails: string[] = []
  for (const peer of ['a', 'b', 'c']) {
    const trail = (await store.caseOf(says(peer, '')))?.trail ?? []
    // every turn of the case is there as a message of its chat, in the same order
    const said = await store.conversation('telegram', peer, 0n)
    const heard = said.filter(message => message.direction === 'in')
    expect(heard.map(message => message.card.lines)).toEqual(trail.map(text => [{ kind: 'text', text }]))
    const mine = accepted.filter(id => trail.includes(id))
    expect(trail.filter(id => accepted.includes(id))).toEqual(mine)
    trails.push(...trail)
  }
  expect(new Set(trails).size).toBe(trails.length)
  expect(trails).toEqual(expect.arrayContaining(accepted))
  expect(await verifyAudit(store)).toMatchObject({ ok: true })
  const { prisma } = store.database
  // each turn of a worker wrote one audit row, one desk message and one delivery for it, or none of them
  const turns = await prisma.audit.count()
  expect(turns).toBeGreaterThanOrEqual(played.length)
  expect([
    await prisma.message.count({ where: { desk: 'd' } }),
    await prisma.delivery.count({ where: { thread: 't' } }),
  ]).toEqual([turns, turns])
  expect(await store.health()).toMatchObject({ waiting: 0, dead: 0 })
}

const later = () => new Date(Date.now() + HOUR_MS)
const rest = { route: () => [], now: later, newId: randomUUID, masterKey: TEST_MASTER_KEY }

test('in a folder', { timeout: TIMEOUT_MS }, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'yinqi-kill-'))
  const lines = await killAll(dir)
  const store = await openStore({ dir, ...rest })
  await check(store, lines)
  await store.close()
  await rm(dir, { recursive: true })
})

test.skipIf(!inject('postgresUrl'))('on PostgreSQL', { timeout: TIMEOUT_MS }, async () => {
  const made = await createDatabase()
  if (!made) throw new Error('there is no PostgreSQL')
  const lines = await killAll(made.url)
  const store = await openStore({ url: made.url, ...rest })
  await check(store, lines)
  await store.close()
  await made.drop()
})
