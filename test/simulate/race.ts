// Two clerks press "take" on one lead at the same moment, some of them twice. First the real store with two workers at
// once, then the real turn alone in many more orders, with the clock in between. One clerk has the lead, the other was told.
import { randomBytes } from 'node:crypto'
import { toText } from '#bot'
import { newId } from '../../adapters/new-id.ts'
import type { Received } from '../../adapters/received.ts'
import { type OpenStore, openStore } from '../../adapters/store/open.ts'
import { KEY_BYTES } from '../../adapters/store/seal.ts'
import { stepOf, toIncoming } from '../../adapters/worker.ts'
import { seeded } from '../support/firms.ts'
import { acts, applied, BANK, clerk, lead, staffed } from '../support/lead-scene.ts'
import { happen, openVirtual } from '../support/virtual-case.ts'

const knowledge = staffed()
const CLERKS = ['甲', '乙'] as const

export interface Races {
  readonly races: number
  /** events that reached the inbox, repeats of one press not counted */
  readonly presses: number
  readonly oneOwner: number
  readonly othersTold: number
  readonly wonBy: Readonly<Record<string, number>>
}

/** A chat whose lead waits to be taken. */
async function openCase(store: OpenStore, peer: string): Promise<string> {
  const at = new Date().toISOString()
  const target = { kind: 'conversation', peer } as const
  await store.accept({
    platform: 'web',
    eventId: `open ${peer}`,
    at,
    target,
    from: { kind: 'enterprise' },
    event: { kind: 'open' },
  })
  const item = await store.next()
  if (!item) throw new Error('the first event is not there')
  let id = ''
  await store.play(item, current => {
    const scene = applied(knowledge, '2026-11-23T01:00:00.000Z', current.id)
    id = lead(scene).id
    return { case: scene.case, posts: [], events: [] }
  })
  return id
}

const press = (peer: string, id: string, name: string, key: number): Received => ({
  platform: 'desk',
  eventId: `${peer} ${name} ${key}`,
  at: '2026-11-23T01:05:00.000Z',
  target: { kind: 'thread', thread: id },
  from: { kind: 'staff', desk: BANK, person: `web:${name}`, name },
  event: { kind: 'press', press: `L:${id}:take` },
})

/** Works the inbox until it is empty and nobody adds to it, pausing at random between the steps. */
async function work(store: OpenStore, random: () => number, arrived: () => boolean): Promise<void> {
  for (;;) {
    const done = arrived()
    const item = await store.next()
    if (!item) {
      if (done) return
      await new Promise(resolve => setTimeout(resolve, 1))
      continue
    }
    if (random() < 0.5) await new Promise(resolve => setImmediate(resolve))
    const incoming = toIncoming(item.received, [])
    await store.play(item, stepOf(knowledge, item.received, incoming))
  }
}

/** The presses of both, each one to three times, in any order. */
function clicks(random: () => number): string[] {
  const all = CLERKS.flatMap(name => Array.from({ length: 1 + Math.floor(random() * 3) }, () => name))
  return all
    .map(name => ({ name, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ name }) => name)
}

/** So many races on the real store, two workers at once, platforms repeating some events. */
async function raceStore(races: number, random: () => number, url: string | undefined): Promise<Races> {
  const options = { route: () => [], now: () => new Date(), newId }
  const place = url === undefined ? {} : { url, masterKey: randomBytes(KEY_BYTES) }
  const store = await openStore({ ...options, ...place })
  // on a server the second worker has connections of its own, like a second process
  const second = url === undefined ? store : await openStore({ ...options, ...place })
  const wonBy: Record<string, number> = {}
  let [presses, oneOwner, othersTold, seen] = [0, 0, 0, 0n]
  for (let round = 0; round < races; round++) {
    const peer = `r${round}`
    const id = await openCase(store, peer)
    const order = clicks(random).map((name, key) => press(peer, id, name, key))
    let arrived = false
    const arrive = async () => {
      for (const event of order) {
        await store.accept(event)
        if (random() < 0.2) await store.accept(event)
      }
      arrived = true
    }
    await Promise.all([arrive(), work(store, random, () => arrived), work(second, random, () => arrived)])
    presses += order.length
    const owned = (await store.caseOf(press(peer, id, '甲', 0)))?.leads.find(one => one.id === id)
    const takes = await store.database.prisma.audit.count({ where: { object: id, verb: 'lead-taken' } })
    if (owned?.owner && takes === 1 && owned.history.filter(step => step.state === 'taken').length === 1) oneOwner += 1
    const winner = owned?.owner?.name ?? 'nobody'
    wonBy[winner] = (wonBy[winner] ?? 0) + 1
    const told = await store.desks(seen)
    seen = told.at(-1)?.id ?? seen
    if (told.some(({ card }) => toText(card).includes(`已由 ${winner} 受理`))) othersTold += 1
  }
  if (second !== store) await second.close()
  await store.close()
  return { races, presses, oneOwner, othersTold, wonBy }
}

/** So many orders of presses and ticks through the pure turn. The store plays the events of one case one after another. */
function raceTurn(races: number, random: () => number): Races {
  const start = applied(knowledge)
  const wonBy: Record<string, number> = {}
  let [presses, oneOwner, othersTold] = [0, 0, 0]
  for (let round = 0; round < races; round++) {
    const scene = { ...openVirtual({}, start.now), case: start.case, timers: new Map(start.timers) }
    const order = clicks(random)
    for (const name of order) {
      if (random() < 0.2) happen(knowledge, scene, { kind: 'clock' }, { kind: 'tick', what: `lead:${lead(scene).id}` })
      acts(knowledge, scene, clerk(name), 'take')
    }
    presses += order.length
    const { owner, history } = lead(scene)
    const takes = scene.events.filter(event => event.verb === 'lead-taken').length
    if (owner?.name === order[0] && takes === 1 && history.filter(step => step.state === 'taken').length === 1)
      oneOwner += 1
    wonBy[owner?.name ?? 'nobody'] = (wonBy[owner?.name ?? 'nobody'] ?? 0) + 1
    if (scene.posts.some(({ post }) => toText(post.card).includes(`已由 ${owner?.name} 受理`))) othersTold += 1
  }
  return { races, presses, oneOwner, othersTold, wonBy }
}

/** One in so many races runs on the store as well. */
const STORE_SHARE = 50

/** `url`: all races on a fresh PostgreSQL database there, instead of one in fifty in memory. */
export async function race(
  races: number,
  seed: number,
  url?: string,
): Promise<{ readonly store: Races; readonly turn: Races }> {
  const random = seeded(seed)
  const store = await raceStore(url === undefined ? Math.ceil(races / STORE_SHARE) : races, random, url)
  return { store, turn: raceTurn(races, random) }
}
