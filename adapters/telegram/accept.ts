// From update to inbox, in each chat one after the other in the order Telegram gave. Polling confirms an update only after `hold` has
// resolved, so it resolves only when the event is stored; the webhook asks `once` and refuses what was not stored.
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChatLines } from '#bot'
import { backoffMs } from '../delivery/backoff.ts'
import type { Call } from '../delivery/call.ts'
import type { Log } from '../delivery/send.ts'
import type { Received } from '../received.ts'
import type { Store } from '../store/store.ts'
import { StoreError } from '../store/store-error.ts'
import { POLITE_CHATS_MAX, POLITE_EVERY_MS } from './limits.ts'
import { type Menu, type Parsed, parseUpdate } from './receive.ts'
import type { TakePaper } from './take-paper.ts'

export interface AcceptOptions {
  readonly store: Pick<Store, 'accept'>
  readonly wake: () => void
  readonly call: Call
  readonly botId: string
  readonly takePaper: TakePaper
  readonly lines: ChatLines
  /** a person wrote in this chat: what the bot said before is no longer the newest message */
  readonly seen: (chat: string, messageId: number) => void
  readonly now: () => Date
  readonly log: Log
  readonly random: () => number
  readonly stopping: AbortSignal
}

export interface Accept {
  /** Asks a failing store again until it answers. Never rejects, and after `stopping` never resolves for what is not stored. */
  hold(update: unknown): Promise<void>
  /** Asks once. False: not stored, and so not to be acknowledged. */
  once(update: unknown): Promise<boolean>
}

/** Builds the way in, for polling and webhook alike. */
export function createAccept(options: AcceptOptions): Accept {
  const { store, wake, call, lines, now, log, random, stopping } = options
  const menu: Menu = new Map(lines.commands.map(command => [command.name, command.press]))
  const lastPolite = new Map<string, number>()
  /** what is under way in each chat: order matters within one, and a large file holds up nobody else */
  const lastOf = new Map<string, Promise<unknown>>()

  /** False when the store could not take it now. */
  async function keepOnce(item: Item, tries: number): Promise<boolean> {
    try {
      for (const received of await item.received()) if ((await store.accept(received)) === 'accepted') wake()
      return true
    } catch (error) {
      log('error', 'telegram.inbox-failed', { update: item.eventId, tries })
      // What the store refuses by its shape it will refuse for ever; waiting would only deafen us for everybody.
      return error instanceof StoreError && error.code === 'unstorable'
    }
  }

  async function keep(item: Item): Promise<boolean> {
    for (let tries = 0; ; tries++) {
      if (await keepOnce(item, tries)) return true
      await sleep(backoffMs(tries, random), undefined, { signal: stopping }).catch(() => undefined)
      // Resolving now would confirm an update that is not stored; unconfirmed, Telegram gives it to the next run.
      if (stopping.aborted) await new Promise(() => undefined)
    }
  }

  /** A group that has become a supergroup has another id; the line follows it. */
  async function tell(chat: number, text: string): Promise<void> {
    const result = await call('sendMessage', { chat_id: chat, text })
    const moved = result.is === 'refused' ? result.movedTo : undefined
    if (moved !== undefined) await call('sendMessage', { chat_id: moved, text })
  }

  function polite(parsed: Extract<Parsed, { is: 'polite' }>): void {
    const key = `${parsed.line}:${parsed.chat}`
    const at = performance.now()
    const before = lastPolite.get(key)
    // A group is told once, a person again after a while.
    if (before !== undefined && (parsed.line === 'group' || at - before < POLITE_EVERY_MS)) return
    if (lastPolite.size >= POLITE_CHATS_MAX) lastPolite.clear()
    lastPolite.set(key, at)
    const line = parsed.line === 'group' ? lines.group : lines.wordsOnly
    void tell(parsed.chat, line[parsed.language])
  }

  /** A paper is fetched and kept first; one that cannot be taken is answered in words and is done. */
  function paperItem({ stub, peer, file, words, language }: Extract<Parsed, { is: 'file' }>): Item {
    return {
      eventId: stub.eventId,
      lane: peer,
      async received() {
        const taken = await options.takePaper(stub, peer, file)
        if (typeof taken === 'string') void tell(Number(peer), lines[taken][language])
        return [...(words ? [words] : []), ...(typeof taken === 'string' ? [] : [taken])]
      },
    }
  }

  /** What is to be stored of an update; everything else about it is done at once. */
  function read(update: unknown): Item | undefined {
    const parsed = parseUpdate(update, options.botId, now().toISOString(), menu)
    const callback = parsed.is === 'event' || parsed.is === 'ignored' ? parsed.callback : undefined
    // The button stops spinning at once, whatever becomes of the press.
    if (callback !== undefined) {
      const dead = parsed.is === 'ignored' ? { text: lines.deadButton[parsed.language ?? 'zh'], show_alert: true } : {}
      void call('answerCallbackQuery', { callback_query_id: callback, ...dead })
    }
    if (parsed.is === 'polite') polite(parsed)
    if (parsed.is === 'ignored') log('info', 'telegram.ignored', { why: parsed.why })
    if (parsed.is === 'polite' || parsed.is === 'ignored') return undefined
    const item = parsed.is === 'file' ? paperItem(parsed) : eventItem(parsed.received)
    if (parsed.messageId !== undefined) options.seen(item.lane, parsed.messageId)
    return item
  }

  function inTurn(update: unknown, how: (item: Item) => Promise<boolean>): Promise<boolean> {
    const item = read(update)
    if (!item) return Promise.resolve(true)
    const kept = (lastOf.get(item.lane) ?? Promise.resolve()).then(() => how(item))
    lastOf.set(item.lane, kept)
    void kept.finally(() => {
      if (lastOf.get(item.lane) === kept) lastOf.delete(item.lane)
    })
    return kept
  }

  return {
    hold: async update => void (await inTurn(update, keep)),
    once: update => inTurn(update, item => keepOnce(item, 0)),
  }
}

/** One thing to store, in its chat's turn. */
interface Item {
  readonly eventId: string
  /** chat */
  readonly lane: string
  /** the events, none when it could not be taken; rejects when the store fails */
  received(): Promise<readonly Received[]>
}

function eventItem(received: Received): Item {
  const lane = received.target.kind === 'conversation' ? received.target.peer : ''
  return { eventId: received.eventId, lane, received: async () => [received] }
}
