// A process that takes in events and plays them until it is killed, for kill.test.ts. It says what it has done only
// after the store has said so.  node worker-child.ts <dir or url> <round>
import { randomUUID } from 'node:crypto'
import { openStore } from '../../../adapters/store/open.ts'
import { StoreError } from '../../../adapters/store/store-error.ts'
import { audited, ENTERPRISE, says, step, toDesk, toEnterprise } from './events.ts'

/** TEST_MASTER_KEY, which stands in a file that only vitest can load */
const MASTER_KEY = Buffer.alloc(32, 7)
const PEERS = ['a', 'b', 'c']
/** Each round is played later, so that the leases of the one before have run out. */
const ROUND_MS = 120_000

const [place = '', round = '0'] = process.argv.slice(2)
const tell = (line: string) => process.stdout.write(`${line}\n`)
const now = () => new Date(Date.now() + Number(round) * ROUND_MS)

async function work(): Promise<void> {
  const store = await openStore({
    ...(place.startsWith('postgres') ? { url: place } : { dir: place }),
    route: () => [{ platform: 'slack', address: 'C' }],
    now,
    newId: randomUUID,
    masterKey: MASTER_KEY,
  })
  tell('ready')
  for (let i = 0; ; i++) {
    const eventId = `${round}-${i}`
    await store.accept(says(PEERS[i % PEERS.length] ?? '', eventId, { eventId }))
    tell(`accepted ${eventId}`)
    const item = await store.next()
    if (!item) continue
    const { eventId: id } = item.received
    const posts = [toEnterprise(id), toDesk('d', 't', id), { to: ENTERPRISE, card: { lines: [] }, slot: 's' }]
    if ((await store.play(item, step(item, { posts, events: [audited('said', id)] }))) === 'played')
      tell(`played ${id}`)
    for (const delivery of await store.due('telegram')) {
      await store.settle(delivery, { is: 'sent', externalId: `m${delivery.id}` })
    }
  }
}

try {
  await work()
} catch (error) {
  if (!(error instanceof StoreError)) throw error
  tell(`refused ${error.code} ${error.message}`)
}
