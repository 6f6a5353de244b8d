// Rows that wait for the second pass, one JSON line each in a file beside the result: memory stays flat however many there are.
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'

export interface Spool<T> {
  readonly count: number
  add(entry: T): Promise<void> | undefined
  /** No more entries; everything is on disk. */
  end(): Promise<void>
  read(): AsyncGenerator<T>
}

/** Lines gathered before they are written. */
const BATCH_CHARACTERS = 64 * 1024

/** Opens an empty spool; only the owner may read the file. */
export function openSpool<T>(file: string): Spool<T> {
  const output = createWriteStream(file, { mode: 0o600 })
  // whoever waits for the end hears of a fault; without a listener the process would die of it first
  output.on('error', () => {})
  let [count, batch] = [0, '']
  const flush = (): Promise<void> | undefined => {
    const isTaken = output.write(batch)
    batch = ''
    return isTaken || output.errored ? undefined : once(output, 'drain').then(() => undefined)
  }
  return {
    get count() {
      return count
    },
    add: entry => {
      count += 1
      batch += `${JSON.stringify(entry)}\n`
      if (output.errored) throw output.errored
      return batch.length < BATCH_CHARACTERS ? undefined : flush()
    },
    end: async () => {
      output.end(batch)
      await finished(output)
    },
    read: async function* () {
      for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line) as T
    },
  }
}
