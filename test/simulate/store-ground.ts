// The month on the real store: every event goes through the inbox and the worker's own hands, timers are rung by the store,
// summaries and reminders are posted by the product's own code. Which case stands how is copied from what was committed.
import type { Case, Outcome, Person } from '#bot'
import { summariseTo } from '../../adapters/digests.ts'
import type { Received } from '../../adapters/received.ts'
import { remindOf } from '../../adapters/reminders.ts'
import type { OpenStore } from '../../adapters/store/open.ts'
import { type WorkerOptions, workOn } from '../../adapters/worker.ts'
import type { VirtualCase } from '../support/virtual-case.ts'
import type { Event, Ground, Played } from './ground.ts'
import type { Asked } from './reminders.ts'
import type { Town } from './town.ts'

/** A store on the world's clock. */
export interface Place {
  readonly store: OpenStore
  /** ISO instant of now */
  readonly at: () => string
}

/** Timers as the store keeps them: replaced and stopped by key, taken away by their own tick. */
function keepTimers(scene: VirtualCase, { timers }: Outcome, rung: string | undefined): void {
  for (const [key, timer] of [...scene.timers])
    if (timer.what === rung && Date.parse(timer.at) <= Date.parse(scene.now)) scene.timers.delete(key)
  for (const change of timers ?? []) {
    if (change.at === null) scene.timers.delete(change.key)
    else scene.timers.set(change.key, { at: change.at, what: change.what })
  }
}

export function openStoreGround(town: Town, { store, at }: Place): Ground {
  const { knowledge } = town
  const scenes = new Map<string, VirtualCase>()
  const peers = new Map<VirtualCase, string>()
  let serial = 0
  let played: Played[] = []

  const log: WorkerOptions['log'] = (level, code) => {
    if (level === 'error') throw new Error(`the worker says ${code}`)
  }
  /** The real store, watched at the moment it plays. */
  const watched: WorkerOptions['store'] = {
    ...store,
    async play(item, step) {
      let turn: { before: Case; outcome: Outcome } | undefined
      const result = await store.play(item, current => {
        const outcome = step(current)
        turn = { before: current, outcome }
        return outcome
      })
      const scene = turn && scenes.get(turn.outcome.case.id)
      if (result !== 'played' || !turn || !scene) return result
      const { event, from } = item.received
      scene.now = at()
      scene.case = turn.outcome.case
      keepTimers(scene, turn.outcome, event.kind === 'tick' ? event.what : undefined)
      played.push({ scene, from, ...turn })
      return result
    },
  }
  const options: WorkerOptions = { store: watched, knowledge, understand: async () => [], log, lanes: 1 }

  /** Works the inbox until it is empty. */
  async function drain(): Promise<readonly Played[]> {
    played = []
    for (let item = await store.next(); item; item = await store.next()) await workOn(options, item)
    return played
  }
  const receive = (more: Pick<Received, 'platform' | 'target' | 'from' | 'event'>) =>
    store.accept({ eventId: `e${++serial}`, at: at(), ...more })

  /** Leads of a desk with the cases they belong to. */
  async function asked(person: Person, all: boolean): Promise<readonly Asked[]> {
    const rows = await store.leadsOfDesk(person.desk)
    const isTheirs = ({ step, holder }: (typeof rows)[number]) =>
      all && step === 'manager' ? person.role === 'manager' : holder === person.id
    return rows
      .filter(row => row.due !== undefined && isTheirs(row))
      .flatMap(({ id }) =>
        [...scenes.values()]
          .filter(scene => scene.case.leads.some(lead => lead.id === id))
          .map(scene => ({ scene, lead: id })),
      )
  }
  const posting = { store, knowledge, now: () => new Date(at()) }

  return {
    async open(scene, { answers }) {
      const peer = scene.case.id
      peers.set(scene, peer)
      const target = { kind: 'conversation', peer } as const
      await receive({ platform: 'web', target, from: { kind: 'enterprise' }, event: { kind: 'open' } })
      const item = await store.next()
      if (!item) throw new Error('the first event is not there')
      await store.play(item, current => {
        scene.case = { ...current, answers, greeted: true }
        return { case: scene.case, posts: [], events: [] }
      })
      scenes.set(scene.case.id, scene)
    },
    async play(scene, from, event: Event) {
      // words carry their thread as the event's target, like everything else a desk does
      const said = event.kind === 'text' ? ({ kind: 'text', text: event.text } as const) : event
      const thread =
        event.kind === 'text' ? event.thread : event.kind === 'press' ? event.press.split(':')[1] : undefined
      const own = { kind: 'conversation', peer: peers.get(scene) ?? '' } as const
      await (from.kind === 'staff'
        ? receive({ platform: 'desk', target: { kind: 'thread', thread: thread ?? '' }, from, event: said })
        : receive({ platform: 'web', target: own, from, event: said }))
      return drain()
    },
    async ring() {
      while ((await store.ring()) > 0);
      return drain()
    },
    async remind(person) {
      const rows = await store.leadsOfDesk(person.desk)
      return (await remindOf(posting, person, rows)) ? asked(person, true) : undefined
    },
    summarise: async person => ((await summariseTo(posting, person)) ? asked(person, false) : undefined),
  }
}
