// How Telegram calls a webhook: one update after the other, again until the answer is 2xx, and the body in pieces that may
// end inside a character.
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { State } from './telegram-methods.ts'

/** Telegram waits longer; a test need not. */
const AGAIN_MS = 30

/** Posts bytes in two pieces, cut inside a Chinese character when there is one; resolves with the status, 0 when cut off. */
export function postInPieces(url: string, bytes: Buffer, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise(resolve => {
    const post = request(url, { method: 'POST', headers: { 'content-length': bytes.length, ...headers } }, response => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
    post.on('error', () => resolve(0))
    const inside = bytes.findIndex(byte => byte >= 0xe0) + 1
    post.write(bytes.subarray(0, inside))
    setTimeout(() => post.end(bytes.subarray(inside)), 5)
  })
}

/** Hands updates over until it is closed. */
export async function deliver(state: State, closed: AbortSignal): Promise<void> {
  while (!closed.aborted) {
    const { hook } = state
    const [update] = state.updates
    if (hook && update) {
      const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': hook.secret }
      const status = await postInPieces(hook.url, Buffer.from(JSON.stringify(update)), headers)
      if (status >= 200 && status < 300) {
        state.updates = state.updates.filter(one => one !== update)
        continue
      }
    }
    await sleep(AGAIN_MS, undefined, { signal: closed }).catch(() => undefined)
  }
}
