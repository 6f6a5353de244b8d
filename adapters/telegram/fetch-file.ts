// Fetches a file that somebody sent: from our own Bot API root only, no redirects, never more bytes than allowed, and its
// address, which holds the token, is neither kept nor told.
import type { Call } from '../delivery/call.ts'
import { readAtMost } from '../delivery/read-at-most.ts'
import { errorCode } from './call.ts'
import { FILE_BYTES_MAX, FILE_MS_MAX } from './limits.ts'

export type Fetched =
  | { readonly is: 'bytes'; readonly bytes: Buffer }
  | { readonly is: 'too-large' }
  /** not there, or not to be had now */
  | { readonly is: 'failed'; readonly code: string }

export type FetchFile = (fileId: string) => Promise<Fetched>

/** a path as Telegram gives it: nothing in it leads elsewhere */
const PATH = /^[\w-]+(?:\/[\w-]+)*(?:\.\w+)?$/

/** Builds the fetcher; it never rejects. `root` ends in a slash. */
export function createFetchFile({ call, token, root }: { call: Call; token: string; root: string }): FetchFile {
  return async fileId => {
    const info = await call('getFile', { file_id: fileId })
    if (info.is === 'refused' && /too big/i.test(info.description)) return { is: 'too-large' }
    if (info.is !== 'done') return { is: 'failed', code: info.is }
    const path: unknown =
      typeof info.result === 'object' && info.result !== null ? Reflect.get(info.result, 'file_path') : undefined
    if (typeof path !== 'string' || !PATH.test(path)) return { is: 'failed', code: 'path' }
    try {
      const signal = AbortSignal.timeout(FILE_MS_MAX)
      const response = await fetch(`${root}file/bot${token}/${path}`, { redirect: 'error', signal })
      if (!response.ok) return { is: 'failed', code: String(response.status) }
      const bytes = await readAtMost(response.body ?? [], FILE_BYTES_MAX)
      return bytes ? { is: 'bytes', bytes } : { is: 'too-large' }
    } catch (error) {
      return { is: 'failed', code: errorCode(error) }
    }
  }
}
