// A zip file's entries by name, each as a stream: what an .xlsx is made of.
import type { Readable } from 'node:stream'
import { type Entry, open, type ZipFile } from 'yauzl'
import { TableFault } from './table.ts'

const ENTRIES_MAX = 2_000

export interface ZipEntries {
  has(name: string): boolean
  /** uncompressed */
  sizeOf(name: string): number
  stream(name: string): Promise<Readable>
  close(): void
}

const openZip = (file: string): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    open(file, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip))),
  )

function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      if (entries.size > ENTRIES_MAX) reject(new TableFault(`${entries.size} parts are too many for a workbook`))
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

/** Opens a zip file. */
export async function openZipFile(file: string): Promise<ZipEntries> {
  let zip: ZipFile | undefined
  try {
    zip = await openZip(file)
    const opened = zip
    const entries = await listEntries(opened)
    const entryOf = (name: string): Entry => {
      const entry = entries.get(name)
      if (!entry) throw new TableFault(`工作簿里缺少 ${name} · the workbook has no part ${name}`)
      return entry
    }
    return {
      has: name => entries.has(name),
      sizeOf: name => entryOf(name).uncompressedSize,
      stream: name =>
        new Promise((resolve, reject) =>
          opened.openReadStream(entryOf(name), (error, stream) => (error ? reject(error) : resolve(stream))),
        ),
      close: () => opened.close(),
    }
  } catch (error) {
    zip?.close()
    if (error instanceof TableFault) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new TableFault(`文件不是有效的 .xlsx · the file is no valid .xlsx: ${why}`)
  }
}
