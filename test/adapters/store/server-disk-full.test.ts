// The disk under a PostgreSQL server fills up to the last byte while the store works: what cannot be stored is refused, what
// was acknowledged is there afterwards. A server whose journal cannot grow gives up altogether: that is not tried here.
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, inject, test } from 'vitest'
import { verifyAudit } from '../../../adapters/store/verify-audit.ts'
import { startServer } from '../../support/postgres.ts'
import { mountDisk } from '../../support/small-disk.ts'
import { openServerStore } from '../../support/store.ts'
import { audited, drain, says, toEnterprise, turn } from './events.ts'

const DISK_BYTES = 256 * 1024 * 1024
const BEFORE = 20
const TRIES = 400
const PAUSE_MS = 50
const TIMEOUT_MS = 240_000

const disk = inject('postgresUrl') ? mountDisk(DISK_BYTES) : undefined
afterAll(() => disk?.unmount())

test.skipIf(!disk)('nothing acknowledged is lost', { timeout: TIMEOUT_MS }, async () => {
  if (!disk) return
  const server = await startServer(disk.folder)
  const store = await openServerStore(server.url)
  const accepted: string[] = []
  let n = 0
  const accept = async (): Promise<string> => {
    n += 1
    const eventId = `event-${n}`
    try {
      // long words: the table grows, and the journal with it
      await store.accept(says('p', '长'.repeat(2_000), { eventId }))
      accepted.push(eventId)
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
  for (let i = 0; i < BEFORE; i++) await accept()
  disk.fill(0)
  let refused = ''
  for (let i = 0; i < TRIES && refused === ''; i++) {
    refused = await accept()
  }
  expect(refused).not.toBe('')
  const full = accepted.length
  disk.empty()
  for (let i = 0; i < TRIES && accepted.length === full; i++) {
    await accept()
    await sleep(PAUSE_MS)
  }
  expect(accepted.length).toBeGreaterThan(full)
  await turn(store, says('q', 'x'), { events: [audited('said', 'x')], posts: [toEnterprise('好')] }).catch(
    () => undefined,
  )
  await drain(store)
  const trail = (await store.caseOf(says('p', '')))?.trail ?? []
  expect(accepted.filter(id => !trail.includes(id))).toEqual([])
  expect(new Set(trail).size).toBe(trail.length)
  expect(await store.health()).toMatchObject({ waiting: 0, dead: 0 })
  expect(await verifyAudit(store)).toMatchObject({ ok: true })
  console.log(`PostgreSQL on a full disk: ${full} acknowledged, 0 lost`)
  await store.close()
  await server.stop()
})
