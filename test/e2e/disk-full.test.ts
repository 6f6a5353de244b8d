// The disk under the embedded database fills up to the last byte while companies talk: the alarm comes before, what was
// acknowledged stays, what cannot be stored is refused in kind words, and with room again the talk goes on.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { ROOM_LIMITS } from '../../adapters/operations/room.ts'
import { call, isReady, listen, messagesOf, openSession } from '../adapters/web/client.ts'
import { mountDisk } from '../support/small-disk.ts'
import { type Product, useProduct } from './product.ts'

const DISK_BYTES = 640 * 1024 * 1024
/** free when the alarm is due, with the rest of the ninety percent in hand */
const NEARLY = 0.13
const TIMEOUT_MS = 300_000
const QUIET_MS_MAX = 60_000

const disk = mountDisk(DISK_BYTES)
afterAll(() => disk?.unmount())

const { start } = useProduct()

interface Talk {
  readonly say: (text: string) => Promise<{ status: number; zh: string }>
  readonly heard: () => Promise<readonly string[]>
}

async function openTalk({ address }: Product): Promise<Talk> {
  const cookie = await openSession(address)
  const say = async (text: string) => {
    const body = { key: `line-${text.replace(/\D/g, '').padStart(6, '0')}`, text }
    const answer = await call(address, '/chat/text', { headers: { cookie }, body })
    return { status: answer.status, zh: answer.status === 202 ? '' : (answer.json().message?.zh ?? '') }
  }
  const heard = async () => {
    const stream = await listen(address, '/events/chat', { cookie })
    const events = await stream.until(isReady)
    stream.stop()
    return messagesOf(events).flatMap(({ data }) => {
      const { direction, card } = JSON.parse(data)
      return direction === 'in' ? [String(card.lines[0].text)] : []
    })
  }
  return { say, heard }
}

const quiet = (product: Product) =>
  expect.poll(async () => (await product.health()).waiting, { timeout: QUIET_MS_MAX }).toBe(0)

test.skipIf(!disk)(
  'full to the last byte, nothing acknowledged is lost and the talk goes on afterwards',
  {
    timeout: TIMEOUT_MS,
  },
  async () => {
    if (!disk) return
    const DATA_DIR = join(disk.folder, 'data')
    const product = await start({ DATA_DIR })
    const { say, heard } = await openTalk(product)
    const told: string[] = []
    const accepted = async (text: string) => {
      expect(await say(text)).toMatchObject({ status: 202 })
      told.push(text)
    }
    await accepted('第1句')
    await quiet(product)

    // a little over 85 %: said so, and everything still works
    disk.fill(DISK_BYTES * NEARLY)
    const nearly = await call(product.address, '/healthz')
    expect(JSON.parse(nearly.text)).toMatchObject({ is: 'degraded', faults: ['disk-nearly-full'] })
    expect(JSON.parse(nearly.text).diskUsedPercent).toBeLessThan(90)
    await accepted('第20句')

    disk.fill(0)
    // a disk does not fill in an instant: the next look sees it
    await sleep(2 * ROOM_LIMITS.lookMs)
    const refused = await Promise.all(['第2句', '第3句', '第4句'].map(say))
    for (const { status, zh } of refused) expect([status, zh]).toEqual([503, expect.stringContaining('稍后自动重发')])
    // it is alive, and shows what there is
    expect(await heard()).toEqual(told)
    expect((await product.health()).is).toBe('degraded')
    expect(product.printed()).not.toContain('uncaught')

    disk.empty()
    // the page sends again what was refused, under the same keys
    await expect.poll(async () => (await say('第2句')).status, { timeout: QUIET_MS_MAX }).toBe(202)
    told.push('第2句')
    for (const text of ['第3句', '第4句', '第5句']) await accepted(text)
    await quiet(product)
    expect(await heard()).toEqual(told)

    await product.kill()
    const again = await start({ DATA_DIR })
    expect(await again.health()).toMatchObject({ is: 'up', waiting: 0, dead: 0 })
  },
)
