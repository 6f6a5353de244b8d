// A store in memory for tests of the adapters that only hand events in and read messages out: it holds the inbox and
// what was said, and plays no turns. A test says what "the bot" answers.
import type { Card } from '#bot'
import type { Platform, Received } from '../../adapters/received.ts'
import type { StoredPaper } from '../../adapters/store/papers.ts'
import type { Message, Room, Store } from '../../adapters/store/store.ts'

export type ReadableStore = Pick<
  Store,
  'accept' | 'conversation' | 'desks' | 'onChange' | 'health' | 'exportChat' | 'keepPaper' | 'paper' | 'caseOf'
>

export interface Said {
  readonly card: Card
  readonly slot?: string | undefined
  readonly direction?: 'in' | 'out' | undefined
  readonly author?: string | undefined
  readonly at?: string | undefined
}

export interface MemoryStore extends ReadableStore {
  /** Every accepted event, oldest first. */
  readonly inbox: readonly Received[]
  /** How often an event came again. */
  readonly duplicates: () => number
  /** Puts a message into a room. Returns its id. */
  readonly say: (room: Room, said: Said) => bigint
  /** As when a company has its data deleted: its chat goes, at the desks a note takes the place of every card. */
  readonly erase: () => void
  /** Makes the next reads and writes fail, as when the database is away. */
  readonly breakDown: (broken: boolean) => void
  /** Called for each accepted event, after `accept` has returned. */
  readonly answerWith: (answer: (received: Received) => void) => void
}

export const chatRoom = (peer: string, platform: Platform = 'web'): Room => ({ kind: 'enterprise', platform, peer })
export const deskRoom = (desk: string, thread: string): Room => ({ kind: 'desk', desk, thread })

const ERASED: Card = { lines: [{ kind: 'text', text: '资料已删除' }] }
/** Small, so that readers must ask again. */
const MESSAGES_PER_READ = 10

const sameRoom = (a: Room, b: Room) => JSON.stringify(a) === JSON.stringify(b)

export function createMemoryStore(firstId = 1n): MemoryStore {
  const inbox: Received[] = []
  const listeners = new Set<() => void>()
  const open = new Set<string>()
  const papers = new Map<string, StoredPaper & { readonly peer: string }>()
  let messages: Message[] = []
  let nextId = firstId
  let duplicates = 0
  let broken = false
  let answer: (received: Received) => void = () => {}

  const check = () => {
    if (broken) throw new Error('the database is away')
  }
  const changed = () => {
    for (const listener of listeners) listener()
  }
  return {
    inbox,
    duplicates: () => duplicates,
    accept: async received => {
      check()
      const id = `${received.platform} ${received.eventId}`
      if (inbox.some(known => `${known.platform} ${known.eventId}` === id)) {
        duplicates++
        return 'duplicate'
      }
      inbox.push(received)
      open.add(id)
      setImmediate(() => {
        answer(received)
        open.delete(id)
      })
      return 'accepted'
    },
    conversation: async (platform, peer, afterId) => {
      check()
      const room = chatRoom(peer, platform)
      return messages.filter(({ id, room: its }) => id > afterId && sameRoom(its, room)).slice(0, MESSAGES_PER_READ)
    },
    desks: async (afterId, only) => {
      check()
      return messages
        .filter(({ id, room }) => id > afterId && room.kind === 'desk' && (only?.includes(room.desk) ?? true))
        .slice(0, MESSAGES_PER_READ)
    },
    onChange: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    health: async () => ({
      waiting: open.size,
      dead: 0,
      undelivered: 0,
      unsendable: 0,
      oldestWaitingSeconds: 0,
      oldestDueSeconds: 0,
    }),
    exportChat: async (platform, peer) => {
      check()
      const message = messages.filter(({ room }) => sameRoom(room, chatRoom(peer, platform))).map(({ card }) => card)
      return message.length > 0 ? { exportedAt: '2026-11-22T08:00:00.000Z', tables: { message } } : undefined
    },
    keepPaper: async (_platform, peer, paper, bytes) => {
      check()
      if (!messages.some(({ room }) => sameRoom(room, chatRoom(peer)))) return 'no-case'
      papers.set(paper.id, { peer, name: paper.name, type: paper.type, bytes })
      return 'kept'
    },
    paper: async (id, reader) => {
      check()
      const found = papers.get(id)
      return found && reader.kind === 'enterprise' && reader.peer === found.peer ? found : undefined
    },
    caseOf: async () => undefined,
    say: (room, { card, slot, direction = 'out', author, at = new Date().toISOString() }) => {
      const id = nextId++
      const place = slot ?? (room.kind === 'desk' ? `message.${id}` : undefined)
      messages.push({ id, room, direction, author, card, slot: place, at })
      changed()
      return id
    },
    erase: () => {
      const desks = messages.filter(({ room }) => room.kind === 'desk')
      const blank = desks.map(message => ({ ...message, author: undefined, card: ERASED }))
      messages = [...blank, ...blank.map(message => ({ ...message, id: nextId++, direction: 'out' as const }))]
      changed()
    },
    breakDown: is => {
      broken = is
    },
    answerWith: to => {
      answer = to
    },
  }
}
