// A picture or file from a company: kept sealed in the store, then an event like any other. The bytes are stored before the
// update is confirmed, under an id drawn from the update, so that a repeat changes nothing.
import type { ChatLines, Paper } from '#bot'
import type { Log } from '../delivery/send.ts'
import type { Received } from '../received.ts'
import type { Store } from '../store/store.ts'
import { paperKind, paperName } from '../web/paper-kind.ts'
import type { FetchFile } from './fetch-file.ts'
import { FILE_BYTES_MAX, FILE_TRIES_MAX } from './limits.ts'
import type { SentFile } from './receive.ts'

/** Why a file was not taken, as the line that says so. */
export type FileRefusal = keyof Pick<ChatLines, 'fileKind' | 'fileLarge' | 'fileEarly' | 'fileFull' | 'fileFailed'>

export interface TakePaperOptions {
  readonly store: Pick<Store, 'keepPaper'>
  readonly fetchFile: FetchFile
  /** an id nobody guesses, the same for the same event */
  readonly idOf: (eventId: string) => string
  readonly log: Log
}

/** What the inbox is to store, or why there is nothing to store. Rejects when the store fails. */
export type TakePaper = (stub: Omit<Received, 'event'>, peer: string, file: SentFile) => Promise<Received | FileRefusal>

export function createTakePaper({ store, fetchFile, idOf, log }: TakePaperOptions): TakePaper {
  async function bytesOf(file: SentFile): Promise<Buffer | FileRefusal> {
    if ((file.bytes ?? 0) > FILE_BYTES_MAX) return 'fileLarge'
    for (let tries = 1; ; tries++) {
      const fetched = await fetchFile(file.id)
      if (fetched.is === 'bytes') return fetched.bytes
      if (fetched.is === 'too-large') return 'fileLarge'
      log('warn', 'telegram.file-failed', { code: fetched.code, tries })
      if (tries >= FILE_TRIES_MAX) return 'fileFailed'
    }
  }

  return async (stub, peer, file) => {
    const bytes = await bytesOf(file)
    if (typeof bytes === 'string') return bytes
    const kind = paperKind(bytes)
    if (!kind) return 'fileKind'
    const paper: Paper = {
      id: idOf(stub.eventId),
      name: paperName(file.name, kind),
      type: kind.type,
      bytes: bytes.length,
    }
    const kept = await store.keepPaper('telegram', peer, paper, bytes)
    if (kept === 'no-case') return 'fileEarly'
    return kept === 'full' ? 'fileFull' : { ...stub, event: { kind: 'paper', paper } }
  }
}
