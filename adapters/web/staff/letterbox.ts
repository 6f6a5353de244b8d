// How a command reaches a running product on an embedded database, which only one process may open: it leaves a note in the
// data folder, where only the running account may read and write, and the server takes it in. Notes carry hashes and ids.
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { DeskAccess } from '../../store/desk-access.ts'

const FOLDER = 'desk-notes'
const OWNER_ONLY = 0o600
const FOLDER_OWNER_ONLY = 0o700
const NOTE = /^[\w-]+\.json$/

const noteSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('link'), hash: z.string(), person: z.string(), until: z.iso.datetime() }),
  z.strictObject({ is: z.literal('end'), person: z.string() }),
])
export type Note = z.output<typeof noteSchema>

/** Leaves a note; it is whole or not there. */
export async function leaveNote(dataDir: string, note: Note): Promise<void> {
  const folder = join(dataDir, FOLDER)
  await mkdir(folder, { recursive: true, mode: FOLDER_OWNER_ONLY })
  const name = join(folder, randomUUID())
  await writeFile(`${name}.part`, JSON.stringify(note), { mode: OWNER_ONLY })
  await rename(`${name}.part`, `${name}.json`)
}

/** Does what a note says. */
export async function carryOut(access: DeskAccess, note: Note): Promise<void> {
  if (note.is === 'link') await access.issueLink({ ...note, until: new Date(note.until) })
  else await access.endDesksOf(note.person, 'operator')
}

function readNote(text: string): Note | undefined {
  try {
    return noteSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

async function takeIn(folder: string, access: DeskAccess): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(one => NOTE.test(one))) {
    const file = join(folder, name)
    // one that cannot be read is thrown away; the operator asks again
    const note = readNote(await readFile(file, 'utf8').catch(() => ''))
    // what takes rights away may happen twice, what gives them may not
    if (note?.is === 'end') await carryOut(access, note)
    await rm(file, { force: true })
    if (note?.is === 'link') await carryOut(access, note)
  }
}

/** Takes in every note of the folder; two who ask at once wait for each other. */
export function openLetterbox(dataDir: string, access: DeskAccess): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.catch(() => {}).then(() => takeIn(join(dataDir, FOLDER), access))
    return last
  }
}
