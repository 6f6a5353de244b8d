// A case that nobody touches for as long as it may be kept: told once, then gone from every table, with the audit chain
// whole. Who says a word, has something under way, or was told too late to object keeps it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Knowledge } from '#bot'
import { lookForExpiries } from '../../adapters/expiries.ts'
import { EXPIRED_CARD } from '../../adapters/store/erase.ts'
import type { OpenStore } from '../../adapters/store/open.ts'
import { verifyAudit } from '../../adapters/store/verify-audit.ts'
import { stepOf, toIncoming } from '../../adapters/worker.ts'
import { staffed } from '../support/lead-scene.ts'
import { dumpTables, openClock, openMemoryStore, type TestClock } from '../support/store.ts'
import { audited, claim, opens, presses, ROUTE, says, textOf, toDesk, toEnterprise, withLead } from './store/events.ts'

const DAY_MS = 86_400_000
const CANARY = 'canary-e91c'
const knowledge: Knowledge = staffed()
const { expiryQuietDays: quietDays, expiryNoticeDays: noticeDays } = knowledge.script.limits

let clock: TestClock
let store: OpenStore
beforeEach(async () => {
  // a Tuesday, 15:00 in China
  clock = openClock('2024-03-05T07:00:00.000Z')
  store = await openMemoryStore({ now: clock.now, route: ROUTE })
})
afterEach(() => store.close())

const at = () => clock.now().toISOString()

/** Plays all that waits, by the real turn. */
async function play(): Promise<void> {
  for (;;) {
    const item = await store.next()
    if (!item) return
    expect(await store.play(item, stepOf(knowledge, item.received, toIncoming(item.received, [])))).toBe('played')
  }
}

/** What the product does every few hours and seconds: look, ring, play. Tells how many cases were found. */
async function look(): Promise<number> {
  const found = await lookForExpiries({ store, quietDays, now: clock.now, log: () => undefined })
  while ((await store.ring()) > 0) await play()
  return found
}

/** A company with its canary in every part: answers, a paid lead, a reported visit, chat, desks, outbox, audit. */
async function fill(state: 'paid' | 'taken' = 'paid'): Promise<void> {
  await store.accept(says('p', `我们是${CANARY}公司`, { at: at() }))
  const item = await claim(store)
  await store.play(item, current => {
    const filled = withLead({ ...current, greeted: true }, CANARY)
    const [lead] = filled.leads
    const [visit] = filled.visits
    if (!lead || !visit) throw new Error('there is no lead')
    return {
      case: {
        ...filled,
        answers: { 'company.name': { value: CANARY, source: 'stated', at: at() } },
        leads: [{ ...lead, state }],
        visits: [{ ...visit, state: 'reported' }],
      },
      posts: [toEnterprise(`${CANARY}，你好`), toDesk('icbc', lead.id, `${CANARY}的线索`, 'lead')],
      events: [audited('lead.offered', CANARY)],
    }
  })
  for (const platform of ['telegram', 'slack'] as const)
    for (const delivery of await store.due(platform))
      if (await store.begin(delivery)) await store.settle(delivery, { is: 'sent', externalId: `x${delivery.id}` })
}

const chat = async () => (await store.conversation('telegram', 'p', 0n)).map(message => message.card)
const told = async () => (await chat()).filter(card => card.title === knowledge.phrases.get('expiry.title')?.zh)

test('told once, erased on the day that was named, and the chain holds', async () => {
  await fill()
  clock.pass((quietDays - 1) * DAY_MS)
  expect(await look()).toBe(0)
  clock.pass(2 * DAY_MS)
  expect(await look()).toBe(1)
  const [notice] = await told()
  const date = new Date(clock.now().getTime() + noticeDays * DAY_MS).toISOString().slice(0, 10)
  expect(textOf(notice ?? { lines: [] })).toContain(date)
  for (let day = 1; day < noticeDays; day++) {
    clock.pass(DAY_MS)
    expect(await look()).toBe(0)
  }
  expect(await told()).toHaveLength(1)
  expect(await store.exportChat('telegram', 'p')).toMatchObject({ tables: { lead: { length: 1 } } })
  clock.pass(DAY_MS)
  await look()
  expect(await chat()).toEqual([])
  expect(await dumpTables(store)).not.toContain(CANARY)
  expect(await store.caseOf(says('p', ''))).toBeUndefined()
  const { prisma } = store.database
  expect([await prisma.conversation.count(), await prisma.caseKey.count(), await prisma.consent.count()]).toEqual([
    0, 0, 0,
  ])
  // the bank's card says why it is empty, in Slack as well
  expect((await store.desks(0n)).map(({ card }) => card)).toContainEqual(EXPIRED_CARD)
  expect((await store.due('slack')).map(({ message }) => message.card)).toEqual([EXPIRED_CARD])
  expect(await verifyAudit(store)).toMatchObject({ ok: true })
  expect(await prisma.audit.findFirst({ orderBy: { seq: 'desc' } })).toMatchObject({
    verb: 'case.erased-from-store',
    by: 'clock',
  })
})

test('a word, a press or an opened page keeps it, for as long as at first', async () => {
  await fill()
  clock.pass((quietDays + 1) * DAY_MS)
  expect(await look()).toBe(1)
  clock.pass((noticeDays - 1) * DAY_MS)
  await store.accept(opens('p', { at: at() }))
  await play()
  clock.pass(2 * DAY_MS)
  await look()
  const kept = await store.caseOf(says('p', ''))
  expect(kept?.answers).toHaveProperty(['company.name'])
  expect(await told()).toHaveLength(1)
  await store.accept(presses('p', 'r', { at: at() }))
  await play()
  clock.pass((quietDays - 1) * DAY_MS)
  await look()
  expect(await told()).toHaveLength(1)
  clock.pass(2 * DAY_MS)
  await look()
  expect(await told()).toHaveLength(2)
})

test('what is under way with a bank is not forgotten', async () => {
  await fill('taken')
  clock.pass((quietDays + noticeDays) * 2 * DAY_MS)
  expect(await look()).toBe(0)
  expect(await told()).toEqual([])
})

test('at night nobody is told; two processes that look tell once', async () => {
  await fill()
  clock.pass(quietDays * DAY_MS + 12 * 3_600_000)
  const since = new Date(clock.now().getTime() - quietDays * DAY_MS)
  const found = await Promise.all([store.windExpiries(since), store.windExpiries(since)])
  expect(found.reduce((sum, one) => sum + one, 0)).toBe(1)
  while ((await store.ring()) > 0) await play()
  expect(await told()).toEqual([])
  clock.pass(12 * 3_600_000)
  await look()
  expect(await told()).toHaveLength(1)
})

test('a greeting that nobody answered goes without a word', async () => {
  await store.accept(opens('p', { at: at() }))
  await play()
  clock.pass((quietDays + 1) * DAY_MS)
  expect(await look()).toBe(1)
  expect(await store.database.prisma.conversation.count()).toBe(0)
  expect(await chat()).toEqual([])
})
