// A process that replaces the master key until it is done or killed, for rotate-keys.test.ts. It tells each case after it
// was committed.  node rotate-child.ts <url>
import { randomUUID } from 'node:crypto'
import { openStore } from '../../../adapters/store/open.ts'

/** TEST_MASTER_KEY, which stands in a file that only vitest can load, and the one that follows it */
const OLD_KEY = Buffer.alloc(32, 7)
const NEW_KEY = Buffer.alloc(32, 8)

const [url = ''] = process.argv.slice(2)
const store = await openStore({
  url,
  route: () => [],
  now: () => new Date(),
  newId: randomUUID,
  masterKey: NEW_KEY,
  oldMasterKey: OLD_KEY,
})
process.stdout.write('ready\n')
await store.rotateKeys(() => process.stdout.write('case\n'))
await store.close()
