// The running month: one clock for all companies, the real turn for each event, timers rung when they are due, and somebody
// who watches every step.
import type { Case, Person, Sender } from '#bot'
import { firstTimer, type VirtualCase } from '../support/virtual-case.ts'
import type { Event, Ground, Played } from './ground.ts'
import { openQueue } from './queue.ts'
import type { Asked } from './reminders.ts'
import type { Firm, Town } from './town.ts'
import type { Watch } from './watch.ts'

const MS_PER_MINUTE = 60_000

export interface World {
  readonly town: Town
  readonly random: () => number
  readonly scenes: readonly VirtualCase[]
  turns: number
  /** milliseconds since 1970 */
  now(): number
  open(scene: VirtualCase, firm: Firm): Promise<void>
  later(at: number, does: () => void | Promise<void>): void
  play(scene: VirtualCase, from: Sender, event: Event): Promise<void>
  /** The leads of whoever has something to read this morning; undefined: nothing. */
  summarise(person: Person): Promise<readonly Asked[] | undefined>
  run(until: number): Promise<void>
}

/** Somebody of a desk sees what was posted there; `who` when it was for one person. */
export type Seen = (world: World, scene: VirtualCase, lead: string, who?: Person) => Promise<void>

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

/** When each person may be reminded again: some time after the last message. */
function openPauses(town: Town) {
  const last = new Map<string, number>()
  const pause = town.knowledge.script.lead.reminderMinutes * MS_PER_MINUTE
  return {
    free: (who: Person) => (last.get(who.id) ?? 0) + pause,
    told: (who: Person, at: number) => void last.set(who.id, at),
  }
}

/** `groundOf` makes what the month is played on, from the clock of this world and its loads. */
export function openWorld(
  town: Town,
  random: () => number,
  watch: Watch,
  seen: Seen,
  groundOf: (now: () => number, loads: Readonly<Record<string, number>>) => Ground,
): World {
  const queue = openQueue()
  const scenes: VirtualCase[] = []
  const { loads, change } = openLoads()
  const pauses = openPauses(town)
  const looks = new Set<string>()
  let now = 0
  const ground = groundOf(() => now, loads)
  const clock = () => new Date(now).toISOString()

  /** Looks whether a person is to be reminded, now or when the last message is old enough. */
  const look = (who: Person) => {
    if (looks.has(who.id)) return
    looks.add(who.id)
    queue.add(Math.max(now + LOOK_MS, Math.min(pauses.free(who), now + AGAIN_MS)), async () => {
      looks.delete(who.id)
      const at = clock()
      const asked = await ground.remind(who, at)
      // what is pressing does not wait for the pause
      if (!asked) return now < pauses.free(who) ? look(who) : undefined
      pauses.told(who, now)
      watch.told(who, at, 'reminder')
      if (who.role === 'manager') for (const { lead } of asked) watch.managerTold(lead, at)
      for (const { scene, lead } of asked) await seen(world, scene, lead, who)
    })
  }

  /** The timer of a case that is due first; one that was replaced meanwhile does nothing. */
  const wind = (scene: VirtualCase) => {
    const timer = firstTimer(scene)
    if (!timer) return
    queue.add(Math.max(now, Date.parse(timer.at)), async () => {
      const held = scene.timers.get(timer.key)
      if (held?.at !== timer.at || held.what !== timer.what) return
      scene.now = clock()
      await follow(await ground.ring(scene))
    })
  }

  /** What comes of turns that were played: watched, counted, timers wound, people who may see it. */
  async function follow(all: readonly Played[]): Promise<void> {
    for (const { scene, before, from, outcome } of all) {
      world.turns += 1
      change(before, outcome.case)
      watch.saw(scene, before, from, outcome)
      wind(scene)
      if (from.kind === 'clock')
        for (const { receiver } of scene.case.leads)
          for (const person of town.people) if (person.desk === receiver) look(person)
    }
    for (const { scene, from, outcome } of all)
      if (from.kind !== 'staff')
        for (const { to } of outcome.posts) if (to.kind === 'desk') await seen(world, scene, to.thread)
  }

  const world: World = {
    town,
    random,
    scenes,
    turns: 0,
    now: () => now,
    async open(scene, firm) {
      scenes.push(scene)
      await ground.open(scene, firm)
    },
    async summarise(person) {
      const read = await ground.summarise(person, clock())
      if (read) pauses.told(person, now)
      return read
    },
    later: (at, does) => queue.add(at, does),
    async play(scene, from, event) {
      scene.now = clock()
      scene.posts.length = 0
      await follow(await ground.play(scene, from, event))
    },
    async run(until) {
      for (let next = queue.next(); next && next.at <= until; next = queue.next()) {
        now = Math.max(now, next.at)
        await next.does()
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
