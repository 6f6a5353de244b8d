// From update to inbox. The offset is confirmed only after this has resolved, so it resolves only when the event is
// stored, one after the other in the order Telegram gave; a store that fails is asked again until it answers.
import { setTimeout as sleep } from 'node:timers/promises'
import { backoffMs } from '../delivery/backoff.ts'
import type { Call } from '../delivery/call.ts'
import type { Log } from '../delivery/send.ts'
import type { Received } from '../received.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { POLITE_CHATS_MAX, POLITE_EVERY_MS } from './limits.ts'
import { GROUP_LINE, TEXT_ONLY_LINE } from './lines.ts'
import { type Parsed, parseUpdate } from './receive.ts'

export interface AcceptOptions {
  readonly store: Pick<Store, 'accept'>
  readonly wake: () => void
  readonly call: Call
  readonly botId: string
  /** a person wrote in this chat: what the bot said before is no longer the newest message */
  readonly seen: (chat: string, messageId: number) => void
  readonly now: () => Date
  readonly log: Log
  readonly random: () => number
  readonly stopping: AbortSignal
}

/** Builds the handler of one update. It never rejects, and after `stopping` it never resolves for what is not stored. */
export function createAccept(options: AcceptOptions): (update: unknown) => Promise<void> {
  const { store, wake, call, now, log, random, stopping } = options
  const lastPolite = new Map<string, number>()
  let last: Promise<void> = Promise.resolve()

  async function keep(received: Received): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        if ((await store.accept(received)) === 'accepted') wake()
        return
      } catch (error) {
        log('error', 'telegram.inbox-failed', { event: received.eventId, tries })
        // What the store refuses by its shape it will refuse for ever; waiting would only deafen us for everybody.
        if (error instanceof StoreError && error.code === 'unstorable') return
        await sleep(backoffMs(tries, random), undefined, { signal: stopping }).catch(() => undefined)
        // Resolving now would confirm an update that is not stored; unconfirmed, Telegram gives it to the next run.
        if (stopping.aborted) await new Promise(() => undefined)
      }
    }
  }

  function polite(parsed: Extract<Parsed, { is: 'polite' }>): void {
    const key = `${parsed.line}:${parsed.chat}`
    const at = performance.now()
    const before = lastPolite.get(key)
    // A group is told once, a person again after a while.
    if (before !== undefined && (parsed.line === 'group' || at - before < POLITE_EVERY_MS)) return
    if (lastPolite.size >= POLITE_CHATS_MAX) lastPolite.clear()
    lastPolite.set(key, at)
    const line = parsed.line === 'group' ? GROUP_LINE : TEXT_ONLY_LINE
    void call('sendMessage', { chat_id: parsed.chat, text: line[parsed.language] })
  }

  return update => {
    const parsed = parseUpdate(update, options.botId, now().toISOString())
    // The button stops spinning at once, whatever becomes of the press.
    if (parsed.is !== 'polite' && parsed.callback !== undefined) {
      void call('answerCallbackQuery', { callback_query_id: parsed.callback })
    }
    if (parsed.is === 'polite') polite(parsed)
    if (parsed.is === 'ignored') log('info', 'telegram.ignored', { why: parsed.why })
    if (parsed.is !== 'event') return Promise.resolve()
    const { received, messageId } = parsed
    if (messageId !== undefined && received.target.kind === 'conversation') {
      options.seen(received.target.peer, messageId)
    }
    const kept = last.then(() => keep(received))
    last = kept
    return kept
  }
}
