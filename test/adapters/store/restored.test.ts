// A drill: a backup is made while messages wait, the product goes on and sends them, the disk is lost, the backup is
// restored. Nothing is sent or played a second time by itself; a person looks, and sends or puts away.
import { expect, test } from 'vitest'
import { newId } from '../../../adapters/new-id.ts'
import { openStore } from '../../../adapters/store/open.ts'
import { RESTORED } from '../../../adapters/store/restored.ts'
import { verifyAudit } from '../../../adapters/store/verify-audit.ts'
import { openClock, openMemoryStore, TEST_MASTER_KEY } from '../../support/store.ts'
import { audited, card, drain, ROUTE, says, sendDue, toDesk, toEnterprise, turn } from './events.ts'

test('what waited in a backup is not sent again without being looked at', async () => {
  const clock = openClock()
  const lost = await openMemoryStore({ now: clock.now, route: ROUTE })
  await turn(lost, says('p', '你好'), {
    posts: [toEnterprise('在'), toDesk('icbc', 't', '新线索', 'lead')],
    events: [audited('lead.offered', 't')],
  })
  expect(await sendDue(lost)).toBe(2)
  await turn(lost, says('p', '再发'), { posts: [toEnterprise('好'), toDesk('icbc', 't', '线索变了', 'lead')] })
  await lost.accept(says('p', '还没处理'))
  const snapshot = await lost.database.dump()
  // life goes on after the backup
  expect(await drain(lost, { posts: [toEnterprise('处理了')] })).toBe(1)
  expect(await sendDue(lost)).toBe(3)
  await lost.close()

  clock.pass(3_600_000)
  const restored = await openStore({
    snapshot,
    route: ROUTE,
    now: clock.now,
    newId,
    masterKey: TEST_MASTER_KEY,
  })
  expect(await restored.holdRestored()).toEqual({ events: 1, deliveries: 2 })
  expect(await restored.holdRestored()).toEqual({ events: 0, deliveries: 0 })
  expect(await sendDue(restored)).toBe(0)
  expect(await restored.next()).toBeUndefined()
  expect(await verifyAudit(restored)).toMatchObject({ ok: true })
  // the operators are told, once
  expect(await restored.announceDead('operators', () => card('看一下'))).toHaveLength(3)
  // what happened before the backup is known: the same event is still a duplicate
  const letters = await restored.deadLetters()
  expect(letters.map(({ kind, code }) => [kind, code])).toEqual([
    ['event', RESTORED],
    ['delivery', RESTORED],
    ['delivery', RESTORED],
  ])
  const [event, first, second] = letters
  if (!event || !first || !second) throw new Error('a letter is missing')
  expect(await restored.reviveLetter('delivery', first.id)).toBe(true)
  expect(await sendDue(restored)).toBe(1)
  expect(await restored.dropLetter('delivery', second.id)).toBe(true)
  expect(await restored.dropLetter('event', event.id)).toBe(true)
  expect(await restored.dropLetter('event', event.id)).toBe(false)
  expect(await restored.health()).toMatchObject({ waiting: 0, dead: 0, undelivered: 0, unsendable: 0 })
  // and the work goes on
  await turn(restored, says('p', '在吗'), { posts: [toEnterprise('在')] })
  expect(await sendDue(restored)).toBe(1)
  await restored.close()
})
