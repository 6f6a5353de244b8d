// The product as it should run for a bank: on PostgreSQL Node lets it write no file, start no other program and load no native
// code; on either database objects have no __proto__ and memory has a limit. It starts, talks and stops like any other.
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { call, isReady, listen, messagesOf, openSession } from '../adapters/web/client.ts'
import { createDatabase } from '../support/store.ts'
import { useProduct } from './product.ts'

const TIMEOUT_MS = 300_000
const LIMITS = '--disable-proto=delete --max-old-space-size=768'
/** Reading is allowed, writing is not; the worker that understands text is a thread. */
const RIGHTS = '--permission --allow-fs-read=* --allow-worker'
const { folder, start } = useProduct()

async function talksAndStops(settings: Readonly<Record<string, string>>): Promise<void> {
  const product = await start(settings)
  const cookie = await openSession(product.address)
  const post = (path: string, body: object) => call(product.address, path, { headers: { cookie }, body })
  expect((await post('/chat/open', { key: 'hardened-0001' })).status).toBe(202)
  expect((await post('/chat/text', { key: 'hardened-0002', text: '我们在杭州滨江，去年营收3000万' })).status).toBe(202)
  await expect.poll(async () => (await product.health()).waiting, { timeout: 60_000 }).toBe(0)
  const stream = await listen(product.address, '/events/chat', { cookie })
  const said = messagesOf(await stream.until(isReady)).map(({ data }) => data)
  stream.stop()
  expect(said.join()).toContain('3000')
  expect(await product.health()).toMatchObject({ is: 'up', dead: 0 })
  const { code, printed } = await product.stop()
  expect(code).toBe(0)
  expect(printed).not.toMatch(/ERR_ACCESS_DENIED|uncaught/)
}

test('on PostgreSQL it needs no right to write, to start or to load anything', {
  timeout: TIMEOUT_MS,
}, async context => {
  const database = await createDatabase()
  if (!database) return context.skip('no PostgreSQL server could be started')
  const key = randomBytes(32).toString('base64')
  await talksAndStops({ DATABASE_URL: database.url, MASTER_KEY: key, NODE_OPTIONS: `${RIGHTS} ${LIMITS}` })
  await database.drop()
})

// Node's permissions allow no fsync, which the folder of the embedded database cannot do without
test('on the embedded database it needs neither __proto__ nor memory without end', {
  timeout: TIMEOUT_MS,
}, async () => {
  await talksAndStops({ DATA_DIR: await folder(), NODE_OPTIONS: LIMITS })
})
