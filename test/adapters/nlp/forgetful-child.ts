// A process that talks with an owner who then has everything deleted, and afterwards looks through its own memory and its
// tables for what was said, for forgotten.test.ts. The words come as hexadecimal, so that they are a string only while they
// are talked about.  node forgetful-child.ts <folder> <root> <cache> <hex of the words> <hex of a control>
import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { getHeapSnapshot } from 'node:v8'
import { loadData } from '../../../adapters/files/load.ts'
import { startUnderstanding } from '../../../adapters/nlp/understand.ts'
import type { Received } from '../../../adapters/received.ts'
import { openStore } from '../../../adapters/store/open.ts'
import { startWorker } from '../../../adapters/worker.ts'

const [dir = '', root = '', cacheFolder = '', hex = '', controlHex = ''] = process.argv.slice(2)
const decode = (digits: string) => Buffer.from(digits, 'hex').toString('latin1')
const log = () => {}
const now = () => new Date()
const WAIT_MS = 20

const store = await openStore({ dir, route: () => [], now, newId: randomUUID, masterKey: Buffer.alloc(32, 7) })
const understanding = startUnderstanding({ root, cacheFolder, log })
await understanding.ready
const { knowledge } = loadData()
const worker = startWorker({ store, knowledge, understand: understanding.understand, log, lanes: 1 })

async function happens(event: Received['event']): Promise<void> {
  const target = { kind: 'conversation', peer: 'owner' } as const
  const base = {
    platform: 'web',
    eventId: randomUUID(),
    at: now().toISOString(),
    from: { kind: 'enterprise' },
  } as const
  await store.accept({ ...base, target, event })
  worker.wake()
  while ((await store.health()).waiting > 0) await new Promise(resolve => setTimeout(resolve, WAIT_MS))
}

/** Whether the store still gives the words out; looked for as bytes, for a search keeps what it was last asked for. */
async function isStored(): Promise<boolean> {
  const exported = await store.exportChat('web', 'owner')
  return Buffer.from(JSON.stringify(exported ?? null)).includes(Buffer.from(hex, 'hex'))
}

/** How often the words stand in this process's heap. A chunk's end is looked at together with the next one's beginning. */
async function inHeap(digits: string): Promise<number> {
  const words = Buffer.from(digits, 'hex')
  let found = 0
  let tail = Buffer.alloc(0)
  for await (const chunk of getHeapSnapshot()) {
    const all = Buffer.concat([tail, Buffer.from(chunk)])
    for (let at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + words.length)) found += 1
    tail = Buffer.from(all.subarray(Math.max(0, all.length - words.length + 1)))
  }
  return found
}

const control = { kept: decode(controlHex) }
await happens({ kind: 'text', text: `我们是${decode(hex)}公司，在武汉，员工80人` })
await happens({ kind: 'text', text: `${decode(hex)}利息多少` })
await happens({ kind: 'text', text: `I said ${decode(hex)} already, is the rate fixed` })
const during = await isStored()
await happens({ kind: 'press', press: 'dd' })
await happens({ kind: 'press', press: 'dy' })
await happens({ kind: 'text', text: '你好' })
const after = await isStored()
const heap = await inHeap(hex)
const seen = await inHeap(controlHex)
await worker.stop()
await understanding.close()
await store.close()
process.stdout.write(`${JSON.stringify({ during, after, heap, control: seen > 0 && control.kept.length > 0 })}\n`)
