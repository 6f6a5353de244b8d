// Files of a card on Slack: the entry of a visit is uploaded into the thread of its message, and goes again when all is taken
// back. Papers of companies are not: they are told that theirs stay sealed with us.
import { z } from 'zod'
import type { Call, CallResult } from '../delivery/call.ts'
import { filesOf, type HandedFile, type HandFile } from '../handed-file.ts'
import type { Delivery } from '../store/store.ts'
import { FIND_PAGE, FIND_PAGES_MAX, UPLOAD_MS_MAX } from './limits.ts'

type Failure = Exclude<CallResult, { is: 'done' }>

const ticketSchema = z.object({ upload_url: z.url(), file_id: z.string().min(1).max(64) })
const repliesSchema = z.object({
  messages: z.array(z.object({ files: z.array(z.object({ id: z.string(), title: z.string().nullish() })).optional() })),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})
/** what Slack takes uploads at, besides the API's own host */
const UPLOADS = 'https://files.slack.com'
/** nothing is there to be deleted any more */
const GONE: ReadonlySet<string> = new Set(['file_not_found', 'file_deleted', 'thread_not_found'])

/** By its title a file is known as ours, and as the one of this delivery. */
const titleOf = (delivery: Delivery, { name }: HandedFile): string => `${name} · #${delivery.id}`
const OURS = /\.ics · #\d+$/

export interface Files {
  /** Uploads what belongs to a card that stands in the thread; undefined when all is there. */
  put(delivery: Delivery, root: string): Promise<Failure | undefined>
  /** Deletes all that was uploaded into the thread; undefined when nothing is left. */
  forget(delivery: Delivery): Promise<Failure | undefined>
}

export interface FilesOptions {
  readonly call: Call
  readonly apiUrl: string
  readonly handFile: HandFile
}

/** Builds both ways. */
export function createFiles({ call, apiUrl, handFile }: FilesOptions): Files {
  const origins = new Set([UPLOADS, new URL(apiUrl).origin])

  /** Sends the bytes where Slack said, and nowhere else. Repeating it changes nothing. */
  async function putBytes(url: string, bytes: Buffer): Promise<Failure | undefined> {
    if (!origins.has(new URL(url).origin)) return { is: 'refused', code: 'upload-host', description: 'upload-host' }
    try {
      const body = new Uint8Array(bytes)
      const signal = AbortSignal.timeout(UPLOAD_MS_MAX)
      const response = await fetch(url, { method: 'POST', body, redirect: 'error', signal })
      await response.body?.cancel()
      return response.ok ? undefined : { is: 'unreached', code: `upload-${response.status}` }
    } catch {
      return { is: 'unreached', code: 'upload-failed' }
    }
  }

  async function titlesIn(channel: string, root: string): Promise<{ id: string; title: string }[] | Failure> {
    const titles: { id: string; title: string }[] = []
    let cursor: string | undefined
    for (let page = 0; page < FIND_PAGES_MAX; page++) {
      const more = cursor === undefined ? {} : { cursor }
      const result = await call('conversations.replies', { channel, ts: root, limit: FIND_PAGE, ...more })
      if (result.is !== 'done') return result
      const { data } = repliesSchema.safeParse(result.result)
      if (!data) return { is: 'unknown', code: 'replies-shape' }
      for (const { files = [] } of data.messages)
        titles.push(...files.map(({ id, title }) => ({ id, title: title ?? '' })))
      cursor = data.response_metadata?.next_cursor || undefined
      if (cursor === undefined) break
    }
    return titles
  }

  async function putOne(delivery: Delivery, file: HandedFile, root: string): Promise<Failure | undefined> {
    const title = titleOf(delivery, file)
    if (delivery.uncertain) {
      const there = await titlesIn(delivery.address, root)
      if ('is' in there) return there
      if (there.some(one => one.title === title)) return undefined
    }
    const ticket = await call('files.getUploadURLExternal', { filename: file.name, length: file.bytes.length })
    if (ticket.is !== 'done') return ticket
    const { data } = ticketSchema.safeParse(ticket.result)
    if (!data) return { is: 'unknown', code: 'ticket-shape' }
    const failure = await putBytes(data.upload_url, file.bytes)
    if (failure) return failure
    const done = await call('files.completeUploadExternal', {
      files: [{ id: data.file_id, title }],
      channel_id: delivery.address,
      thread_ts: root,
    })
    return done.is === 'done' ? undefined : done
  }

  return {
    async put(delivery, root) {
      const { room, card } = delivery.message
      if (room.kind !== 'desk') return undefined
      for (const id of filesOf(card)) {
        const file = await handFile(id, { kind: 'desk', desk: room.desk })
        const failure = file && (await putOne(delivery, file, root))
        if (failure) return failure
      }
      return undefined
    },
    async forget({ address, threadRoot }) {
      if (threadRoot === undefined) return undefined
      const there = await titlesIn(address, threadRoot)
      if ('is' in there) return there.is === 'refused' && GONE.has(there.code) ? undefined : there
      for (const { id } of there.filter(({ title }) => OURS.test(title))) {
        const result = await call('files.delete', { file: id })
        if (result.is !== 'done' && !(result.is === 'refused' && GONE.has(result.code))) return result
      }
      return undefined
    },
  }
}
