// kill -9 in the middle of a talk: started again on the same folder, the talk goes on as if nothing had happened. And what
// must not start says why, and ends.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { call, isReady, listen, messagesOf, openSession } from '../adapters/web/client.ts'
import { type Product, useProduct } from './product.ts'
import { type InputLine, inputsOf } from './transcript.ts'

/** Long enough for a dozen starts on a busy machine. */
const TIMEOUT_MS = 400_000
/** An event that was in hand when its process died is free again only after its lease. */
const QUIET_MS_MAX = 60_000
/** About one turn: a kill after up to this long hits anywhere in it. */
const TURN_MS = 40
/** The talk, until the enterprise has answered the clerk. */
const LINES = 22

/** When the product is killed: while the event is being sent, once it is accepted, in its turn, or after the answer. */
const MOMENTS = ['sending', 'accepted', 'playing', 'answered'] as const
type Moment = (typeof MOMENTS)[number]

interface Heard {
  readonly id: string
  readonly direction: string
  readonly room: { readonly desk?: string; readonly thread?: string }
  readonly slot?: string
  readonly card: {
    readonly title?: string
    readonly lines: readonly object[]
    readonly buttons?: readonly (readonly { readonly text: string; readonly press: string }[])[]
    readonly note?: string
  }
}

/** Everything stored, as a page that opens now would get it. */
async function read(product: Product, path: string, cookie: string): Promise<readonly Heard[]> {
  const stream = await listen(product.address, path, { cookie })
  const events = await stream.until(isReady)
  stream.stop()
  return messagesOf(events).map(({ data }) => JSON.parse(data))
}

const chatOf = (product: Product, cookie: string) => read(product, '/events/chat', cookie)
const deskOf = (product: Product, cookie: string) => read(product, '/events/desk', cookie)

/** Messages without what differs from run to run: ids drawn by chance, and the time of day. */
function plain(messages: readonly Heard[]): readonly string[] {
  return messages.map(({ direction, slot, card }) =>
    JSON.stringify({ direction, slot, card })
      .replace(/"message\.[\w-]+"/g, '"message"')
      .replace(/"seen\.\d+"/g, '"seen"')
      .replace(/[\w-]{20,}(?=[LVC]\d)/g, 'case-')
      .replace(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}/g, 'now'),
  )
}

async function quiet(product: Product): Promise<void> {
  await expect.poll(async () => (await product.health()).waiting, { timeout: QUIET_MS_MAX }).toBe(0)
}

function pressOf(messages: readonly Heard[], label: string): string {
  const buttons = messages.toReversed().flatMap(({ card }) => (card.buttons ?? []).flat())
  const button = buttons.find(({ text }) => text.replace(/^[☑☐] /, '') === label)
  return button?.press ?? expect.unreachable(`no button "${label}" was shown`)
}

/** The request of one input line, with its key: sent again, it is the same event. */
async function requestOf(product: Product, cookie: string, { staff, does }: InputLine, key: string) {
  if (!staff) {
    if (does.kind === 'text') return { path: '/chat/text', body: { key, text: does.text } }
    const press = pressOf(await chatOf(product, cookie), does.label)
    return { path: '/chat/press', body: { key, press } }
  }
  const messages = (await deskOf(product, cookie)).filter(({ room }) => room.desk === staff.desk)
  const thread = messages.at(-1)?.room.thread ?? expect.unreachable(`nothing came to ${staff.desk}`)
  const act = { key, desk: staff.desk, thread, name: staff.name }
  if (does.kind === 'text') return { path: '/desk/text', body: { ...act, text: does.text } }
  return { path: '/desk/press', body: { ...act, press: pressOf(messages, does.label) } }
}

/** Plays the talk; `momentOf(index)` says when in that line the product is killed, if at all. */
async function talk(start: () => Promise<Product>, momentOf: (index: number) => Moment | undefined) {
  let product = await start()
  const cookie = await openSession(product.address)
  const post = (request: { path: string; body: object }) =>
    call(product.address, request.path, { headers: { cookie }, body: request.body })
  await post({ path: '/chat/open', body: { key: 'open-0001' } })
  await quiet(product)

  const lines = inputsOf('a12-wuhan-optics').slice(0, LINES)
  for (const [index, line] of lines.entries()) {
    const moment = momentOf(index)
    const request = await requestOf(product, cookie, line, `line-${String(index).padStart(4, '0')}`)
    const sent = post(request).then(
      answer => answer.status,
      () => 'lost' as const,
    )
    if (moment !== 'sending') expect(await sent).toBe(202)
    if (moment === 'answered') await quiet(product)
    if (moment === 'sending' || moment === 'playing') await sleep(Math.random() * TURN_MS)
    if (moment) {
      await product.kill()
      product = await start()
      // the page does not know what became of it, and sends it again under its key
      expect((await post(request)).status).toBe(202)
    }
    await quiet(product)
  }
  expect(await product.health()).toMatchObject({ is: 'up', waiting: 0, dead: 0 })
  return { chat: plain(await chatOf(product, cookie)), desk: plain(await deskOf(product, cookie)) }
}

const { folder, start, startInVain } = useProduct()

test('killed again and again, the talk goes on: nothing lost, nothing asked or sent twice', {
  timeout: TIMEOUT_MS,
}, async () => {
  const first = await folder()
  const second = await folder()
  const undisturbed = await talk(
    () => start({ DATA_DIR: first }),
    () => undefined,
  )
  // each moment once, on lines drawn by chance from a quarter of the talk each
  const part = Math.floor(LINES / MOMENTS.length)
  const order = MOMENTS.toSorted(() => Math.random() - 0.5)
  const kills = new Map(order.map((moment, at) => [at * part + Math.floor(Math.random() * part), moment]))
  const killed = await talk(
    () => start({ DATA_DIR: second }),
    index => kills.get(index),
  )
  const when = `killed at ${JSON.stringify([...kills])}`
  expect(undisturbed.chat.length, when).toBeGreaterThan(2 * LINES - 2)
  expect(killed.chat, when).toEqual(undisturbed.chat)
  expect(killed.desk, when).toEqual(undisturbed.desk)
})

test('a second process on the same folder is refused, and the first goes on', { timeout: TIMEOUT_MS }, async () => {
  const dir = await folder()
  const product = await start({ DATA_DIR: dir })
  const { code, printed } = await startInVain({ DATA_DIR: dir })
  expect(code).not.toBe(0)
  expect(printed).toContain(dir)
  expect(printed).toMatch(/另一个进程.*pid \d+.*DATABASE_URL/)
  expect(printed).toMatch(/Another process \(pid \d+\)/)
  expect((await product.health()).is).toBe('up')
})

test('wrong settings are named, all at once, and their values are not', { timeout: TIMEOUT_MS }, async () => {
  const { code, printed } = await startInVain({
    DATA_DIR: await folder(),
    PORT: 'three-thousand',
    TELEGRAM_BOT_TOKEN: 'secret-of-mine',
  })
  expect(code).not.toBe(0)
  expect(printed).toContain('PORT')
  expect(printed).toContain('TELEGRAM_BOT_TOKEN')
  expect(printed).not.toMatch(/three-thousand|secret-of-mine/)
  expect(printed).not.toMatch(/\n\s+at /)
})
