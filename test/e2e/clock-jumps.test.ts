// The whole product, and a time of day that jumps while companies talk: by an hour, a day and a year, forward and back.
// Nothing is said twice, nothing gets stuck, and no reminder is sent by an hour that was wrong.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startProduct } from '../../adapters/product.ts'
import { TOKEN, update } from '../adapters/telegram/world.ts'
import { startTelegramServer } from '../support/telegram-server.ts'
import { useProduct } from './product.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const JUMPS = [HOUR_MS, -HOUR_MS, DAY_MS, -DAY_MS, 366 * DAY_MS, -366 * DAY_MS]
const CHATS = 4
const QUIET_MS_MAX = 60_000
/** the clockwork looks every two seconds */
const TWO_LOOKS_MS = 4_500
const TIMEOUT_MS = 300_000

const { folder } = useProduct()

test('nothing doubled, nothing stuck', { timeout: TIMEOUT_MS }, async () => {
  const telegram = await startTelegramServer(TOKEN)
  let jumped = 0
  const logged: string[] = []
  const config = {
    dataDir: await folder(),
    host: '127.0.0.1',
    port: 0,
    publicNames: [],
    telegram: { token: TOKEN, apiRoot: telegram.root },
    logLevel: 'info' as const,
  }
  const product = await startProduct(
    config as never,
    (_level, event) => void logged.push(event),
    () => new Date(Date.now() + jumped),
  )
  const { prisma } = product.store.database
  let said = 0
  for (const jump of JUMPS) {
    const before = telegram.messages.length
    const words = Array.from({ length: CHATS }, (_, chat) => update(chat, `你好 ${jump}`))
    telegram.push(...words)
    said += words.length
    // turns and sendings are under way
    await expect.poll(() => telegram.messages.length, { timeout: QUIET_MS_MAX }).toBeGreaterThan(before)
    jumped += jump
    const again = Array.from({ length: CHATS }, (_, chat) => update(chat, `我们有${Math.abs(jump) / HOUR_MS}项专利`))
    telegram.push(...again)
    said += again.length
    await expect
      .poll(() => prisma.inbox.count({ where: { platform: 'telegram', state: 'done' } }), { timeout: QUIET_MS_MAX })
      .toBe(said)
    await expect
      .poll(() => product.store.health(), { timeout: QUIET_MS_MAX })
      .toMatchObject({ waiting: 0, dead: 0, undelivered: 0, unsendable: 0 })
  }
  // a year ahead every reminder of these talks is due, and the clockwork has looked: it does not believe it
  jumped += 366 * DAY_MS
  await sleep(TWO_LOOKS_MS)
  expect(await prisma.timer.count({ where: { rungAt: { not: null } } })).toBe(0)
  expect(await prisma.timer.count()).toBeGreaterThan(0)
  expect(logged).toContain('clock-jumped')

  const deliveries = await prisma.delivery.findMany()
  expect(deliveries.filter(one => one.state !== 'sent' || one.uncertain)).toEqual([])
  const sent = telegram.calls.filter(({ method }) => method === 'sendMessage' || method === 'editMessageText')
  expect(sent).toHaveLength(deliveries.length)
  expect(await prisma.message.count({ where: { direction: 'in' } })).toBe(said)
  console.log(`${JUMPS.length} jumps: ${said} said, ${deliveries.length} answers in ${sent.length} calls`)
  await product.stop()
  await telegram.stop()
})
