// The running month: one clock for all companies, the real turn for each event, timers rung when they are due, and somebody
// who watches every step.
import type { Case, Outcome, Person, Sender } from '#bot'
import { firstTimer, happen, type VirtualCase } from '../support/virtual-case.ts'
import { openQueue } from './queue.ts'
import { type Messenger, openMessenger } from './reminders.ts'
import type { Town } from './town.ts'
import type { Watch } from './watch.ts'

type Event = Parameters<typeof happen>[3]

export interface World {
  readonly town: Town
  readonly random: () => number
  readonly scenes: readonly VirtualCase[]
  turns: number
  /** milliseconds since 1970 */
  now(): number
  open(scene: VirtualCase): void
  later(at: number, does: () => void): void
  play(scene: VirtualCase, from: Sender, event: Event): Outcome
  run(until: number): void
  readonly messenger: Messenger
}

/** Somebody of a desk sees what was posted there; `who` when it was for one person. */
export type Seen = (world: World, scene: VirtualCase, lead: string, who?: Person) => void

/** As often as the product looks who is to be reminded. */
const LOOK_MS = 60_000
/** Somebody who has just read a message is looked at again after this. */
const AGAIN_MS = 1_800_000

/** Open leads by holder, kept as cases change. */
function openLoads() {
  const loads: Record<string, number> = {}
  const count = ({ leads }: Case, step: number) => {
    for (const { holder, due } of leads)
      if (due !== undefined && holder !== undefined) loads[holder] = (loads[holder] ?? 0) + step
  }
  const change = (before: Case, after: Case) => {
    count(before, -1)
    count(after, 1)
  }
  return { loads, change }
}

export function openWorld(town: Town, random: () => number, watch: Watch, seen: Seen): World {
  const queue = openQueue()
  const scenes: VirtualCase[] = []
  const { loads, change } = openLoads()
  const messenger = openMessenger(town)
  const looks = new Set<string>()
  let now = 0

  /** Looks whether a person is to be reminded, now or when the last message is an hour old. */
  const look = (who: Person) => {
    if (looks.has(who.id)) return
    looks.add(who.id)
    queue.add(Math.max(now + LOOK_MS, Math.min(messenger.free(who), now + AGAIN_MS)), () => {
      looks.delete(who.id)
      const at = new Date(now).toISOString()
      const asked = messenger.remind(who, at)
      // what is pressing does not wait for the pause
      if (!asked) return now < messenger.free(who) ? look(who) : undefined
      watch.told(who, at, 'reminder')
      if (who.role === 'manager') for (const { lead } of asked) watch.managerTold(lead, at)
      for (const { scene, lead } of asked) seen(world, scene, lead, who)
    })
  }

  /** The timer of a case that is due first; one that was replaced meanwhile does nothing. */
  const wind = (scene: VirtualCase) => {
    const timer = firstTimer(scene)
    if (!timer) return
    queue.add(Math.max(now, Date.parse(timer.at)), () => {
      const held = scene.timers.get(timer.key)
      if (held?.at !== timer.at || held.what !== timer.what) return
      scene.timers.delete(timer.key)
      world.play(scene, { kind: 'clock' }, { kind: 'tick', what: timer.what })
    })
  }

  const world: World = {
    town,
    random,
    scenes,
    turns: 0,
    now: () => now,
    open: scene => void scenes.push(scene),
    messenger,
    later: (at, does) => queue.add(at, does),
    play(scene, from, event) {
      const before = scene.case
      scene.now = new Date(now).toISOString()
      scene.around = { loads, twins: [] }
      scene.posts.length = 0
      const outcome = happen(town.knowledge, scene, from, event)
      world.turns += 1
      change(before, scene.case)
      watch.saw(scene, before, from, outcome)
      wind(scene)
      messenger.changed(scene)
      if (from.kind === 'clock')
        for (const { receiver } of scene.case.leads)
          for (const person of town.people) if (person.desk === receiver) look(person)
      if (from.kind !== 'staff')
        for (const { to } of outcome.posts) if (to.kind === 'desk') seen(world, scene, to.thread)
      return outcome
    },
    run(until) {
      for (let next = queue.next(); next && next.at <= until; next = queue.next()) {
        now = Math.max(now, next.at)
        next.does()
      }
    },
  }
  return world
}

/** Staff press a button of a lead. */
export const pressLead = (world: World, scene: VirtualCase, who: Person, id: string, ...words: readonly string[]) =>
  world.play(
    scene,
    { kind: 'staff', desk: who.desk, person: who.id, name: who.name },
    { kind: 'press', press: ['L', id, ...words].join(':') },
  )

export const writeLead = (world: World, scene: VirtualCase, who: Person, id: string, text: string) =>
  world.play(
    scene,
    { kind: 'staff', desk: who.desk, person: who.id, name: who.name },
    { kind: 'text', text, thread: id },
  )
