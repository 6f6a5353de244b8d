// The whole product is told to stop (SIGTERM) in the middle of turns and sendings: it ends by itself in time, and started
// again it goes on where it was. Nothing said to it is lost, and nothing is sent twice.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openStore } from '../../adapters/store/open.ts'
import { update } from '../adapters/telegram/world.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { useProduct } from './product.ts'

const TOKEN = '42:token-of-a-test-bot-00'
const STOPS = 3
const CHATS = 8
/** what each chat says before each stop */
const WORDS = ['你好', '成立于2019年', '去年营业收入3000万元', '我们有12项发明专利']
/** A stop that takes longer is a broken promise to the service manager, who then kills. */
const STOP_MS_MAX = 15_000
const QUIET_MS_MAX = 120_000
const TIMEOUT_MS = 300_000

const { folder, start } = useProduct()

test('told to stop again and again, it ends by itself: nothing lost, nothing sent twice', {
  timeout: TIMEOUT_MS,
}, async () => {
  const dir = await folder()
  const telegram = await startTelegramServer(TOKEN)
  const own = { DATA_DIR: dir, TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.root }
  const told: number[] = []
  let said = 0
  for (let round = 0; round < STOPS; round++) {
    const product = await start(own)
    const before = telegram.messages.length
    const words = WORDS.flatMap(text => Array.from({ length: CHATS }, (_, chat) => update(chat, `${text} ${round}`)))
    telegram.push(...words)
    said += words.length
    // turns are played and answers sent now; the stop hits anywhere in them
    await expect.poll(() => telegram.messages.length, { timeout: QUIET_MS_MAX }).toBeGreaterThan(before)
    await sleep(Math.random() * 300)
    const end = await product.stop()
    expect(end.printed).not.toContain('uncaught')
    expect(end.code).toBe(0)
    expect(end.ms).toBeLessThan(STOP_MS_MAX)
    told.push(end.ms)
  }
  const last = await start(own)
  await expect.poll(() => telegram.unconfirmed(), { timeout: QUIET_MS_MAX }).toBe(0)
  await expect
    .poll(() => last.health(), { timeout: QUIET_MS_MAX })
    .toMatchObject({ is: 'up', waiting: 0, undelivered: 0 })
  expect(await last.stop()).toMatchObject({ code: 0 })

  const store = await openStore({ dir, route: () => [], now: () => new Date(), newId: randomUUID })
  const { prisma } = store.database
  // every word took effect once
  expect(await prisma.inbox.count({ where: { platform: 'telegram', state: 'done' } })).toBe(said)
  expect(await prisma.message.count({ where: { direction: 'in' } })).toBe(said)
  // every answer was sent, by one call each, and of none it is uncertain whether it was
  const deliveries = await prisma.delivery.findMany()
  expect(deliveries.length).toBeGreaterThan(said / 2)
  expect(deliveries.filter(one => one.state !== 'sent' || one.uncertain)).toEqual([])
  const sent = telegram.calls.filter(({ method }) => method === 'sendMessage' || method === 'editMessageText')
  expect(sent).toHaveLength(deliveries.length)
  console.log(
    `stopped ${STOPS} times in ${told} ms: ${said} said, ${deliveries.length} answers in ${sent.length} calls`,
  )
  await store.close()
  await telegram.stop()
})
