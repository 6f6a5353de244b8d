// An outbox and an inbox in memory, as far as the platforms need them: duplicates by event id, one delivery per address
// at a time in order of id, waits obeyed, uncertainty remembered.

import type { Card, Case, LeadRow, VisitRow } from '#bot'
import type { Received } from '../../../adapters/received.ts'
import type { Delivery, DeliveryResult, Message, Room, Store } from '../../../adapters/store/store.ts'

type Ports =
  | 'accept'
  | 'due'
  | 'begin'
  | 'settle'
  | 'threadOf'
  | 'keepPaper'
  | 'takeOffice'
  | 'leaveOffice'
  | 'caseOf'
  | 'leadsOfDesk'
  | 'visitsOfDesk'
  | 'listeners'
  | 'inviteCases'
  | 'postOnce'

export interface FakeStore extends Pick<Store, Ports> {
  /** what `caseOf` answers for every event of a desk */
  known: Case | undefined
  /** rows of every desk */
  readonly leads: Record<string, readonly LeadRow[]>
  readonly visits: Record<string, readonly VisitRow[]>
  readonly accepted: Received[]
  /** cases that asked to hear of something new */
  readonly listening: Case[]
  /** who had them asked, and cards of desks that belong to no case */
  readonly invited: { readonly by: string; readonly cases: readonly string[] }[]
  readonly posted: { readonly desk: string; readonly slot: string; readonly card: Card }[]
  /** every result in the order it was settled */
  readonly results: { readonly id: bigint; readonly result: DeliveryResult }[]
  /** taken back before they were begun */
  readonly recalled: Set<bigint>
  /** accept throws this many times */
  failAccepts: number
  /** bytes of papers, by id */
  readonly papers: Map<string, Buffer>
  /** what keeping a paper comes to */
  keeps: 'kept' | 'no-case' | 'full'
  /** how often accept has thrown */
  refused: number
  add(
    card: Card,
    at: Partial<Pick<Delivery, 'platform' | 'replaces' | 'threadRoot' | 'uncertain'>> & { address: string; room: Room },
  ): bigint
  bindThread(address: string, externalId: string, thread: string): void
  open(): number
}

interface Row {
  delivery: Delivery
  dueAt: number
  leased: boolean
  over: boolean
}

const UNCERTAIN_WAIT_MS = 50

/** Times come from the wall clock. */
export function createFakeStore(): FakeStore {
  const keys = new Set<string>()
  const threads = new Map<string, string>()
  const rows: Row[] = []
  const offices = new Map<string, { readonly holder: string; readonly until: number }>()
  let nextId = 1n
  let leases = 0
  const store: FakeStore = {
    accepted: [],
    listening: [],
    invited: [],
    posted: [],
    listeners: async () => store.listening,
    inviteCases: async ({ by }, cases) => void store.invited.push({ by, cases }),
    async postOnce(desk, _thread, slot, card) {
      if (store.posted.some(one => one.slot === slot)) return false
      store.posted.push({ desk, slot, card })
      return true
    },
    known: undefined,
    leads: {},
    visits: {},
    results: [],
    recalled: new Set(),
    failAccepts: 0,
    refused: 0,
    papers: new Map(),
    keeps: 'kept',
    async keepPaper(_platform, _peer, { id }, bytes) {
      if (store.keeps === 'kept') store.papers.set(id, bytes)
      return store.keeps
    },
    async accept(received) {
      await new Promise(resolve => setTimeout(resolve, Math.random() * 3))
      if (store.failAccepts > 0) {
        store.failAccepts--
        store.refused++
        throw new Error('the database is away')
      }
      const key = `${received.platform}:${received.eventId}`
      if (keys.has(key)) return 'duplicate'
      keys.add(key)
      store.accepted.push(received)
      return 'accepted'
    },
    async due(platform) {
      const taken = new Set<string>()
      const due: Delivery[] = []
      for (const row of rows) {
        const { address } = row.delivery
        if (row.over || row.delivery.platform !== platform || taken.has(address)) continue
        // The oldest open delivery of an address goes first, also when it has to wait.
        taken.add(address)
        if (row.leased || row.dueAt > Date.now()) continue
        row.leased = true
        row.delivery = { ...row.delivery, attempts: row.delivery.attempts + 1, lease: `lease-${++leases}` }
        due.push(row.delivery)
      }
      return due
    },
    async begin(delivery) {
      return rows.some(row => row.delivery.id === delivery.id && row.leased && !store.recalled.has(delivery.id))
    },
    async settle(delivery, result) {
      const row = rows.find(candidate => candidate.delivery.id === delivery.id)
      if (!row || row.delivery.lease !== delivery.lease) throw new Error('not the holder of this delivery')
      store.results.push({ id: delivery.id, result })
      row.leased = false
      row.over = result.is === 'sent' || result.is === 'dead'
      row.dueAt = result.is === 'later' ? Date.parse(result.at) : Date.now() + UNCERTAIN_WAIT_MS
      row.delivery = {
        ...row.delivery,
        uncertain: row.delivery.uncertain || result.is === 'uncertain',
      }
    },
    async takeOffice(office, holder, ms) {
      const held = offices.get(office)
      if (held && held.holder !== holder && held.until > Date.now()) return false
      offices.set(office, { holder, until: Date.now() + ms })
      return true
    },
    async leaveOffice(office, holder) {
      if (offices.get(office)?.holder === holder) offices.delete(office)
    },
    caseOf: async () => store.known,
    leadsOfDesk: async desk => store.leads[desk] ?? [],
    visitsOfDesk: async desk => store.visits[desk] ?? [],
    async threadOf(_platform, address, externalId) {
      return threads.get(`${address}:${externalId}`)
    },
    add(card, { room, ...rest }) {
      const id = nextId++
      const message: Message = { id, room, direction: 'out', card, at: new Date().toISOString() }
      const delivery: Delivery = {
        id,
        platform: 'telegram',
        message,
        attempts: 0,
        uncertain: false,
        lease: '',
        ...rest,
      }
      rows.push({ delivery, dueAt: 0, leased: false, over: false })
      return id
    },
    bindThread: (address, externalId, thread) => void threads.set(`${address}:${externalId}`, thread),
    open: () => rows.filter(row => !row.over).length,
  }
  return store
}

/** Waits until `done` holds; fails loudly when it does not in time. */
export async function until(done: () => boolean, what: string, ms = 5_000): Promise<void> {
  const end = performance.now() + ms
  while (!done()) {
    if (performance.now() > end) throw new Error(`still not so after ${ms} ms: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
