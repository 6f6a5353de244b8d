// Where the month is played: the pure turn alone, or the whole product's store. The world says what happens and when; the
// ground plays it and tells everything that came of it.
import type { Case, Outcome, Person, Sender } from '#bot'
import { firstTimer, happen, type VirtualCase } from '../support/virtual-case.ts'
import { type Asked, openMessenger } from './reminders.ts'
import type { Firm, Town } from './town.ts'

export type Event = Parameters<typeof happen>[3]

/** One turn that was played. */
export interface Played {
  readonly scene: VirtualCase
  readonly before: Case
  readonly from: Sender
  readonly outcome: Outcome
}

export interface Ground {
  /** Makes a company known that has told everything about itself. */
  open(scene: VirtualCase, firm: Firm): Promise<void>
  /** Plays an event, and tells every turn that came of it, in order. */
  play(scene: VirtualCase, from: Sender, event: Event): Promise<readonly Played[]>
  /** The first timer of a case is due. */
  ring(scene: VirtualCase): Promise<readonly Played[]>
  /** What is due to a person now: the leads it is about, or undefined. */
  remind(person: Person, at: string): Promise<readonly Asked[] | undefined>
  /** The leads of whoever has something to read this morning, which has been read then; undefined: nothing. */
  summarise(person: Person, at: string): Promise<readonly Asked[] | undefined>
}

/** The pure turn, without a database. `loads`: open leads by holder, kept by the world. */
export function openPureGround(town: Town, loads: Readonly<Record<string, number>>): Ground {
  const messenger = openMessenger(town)
  const play = (scene: VirtualCase, from: Sender, event: Event): readonly Played[] => {
    const before = scene.case
    scene.around = { loads, twins: [] }
    const outcome = happen(town.knowledge, scene, from, event)
    messenger.changed(scene)
    return [{ scene, before, from, outcome }]
  }
  return {
    open: async () => {},
    play: async (scene, from, event) => play(scene, from, event),
    async ring(scene) {
      const timer = firstTimer(scene)
      if (!timer) return []
      scene.timers.delete(timer.key)
      return play(scene, { kind: 'clock' }, { kind: 'tick', what: timer.what })
    },
    remind: async (person, at) => messenger.remind(person, at),
    summarise: async (person, at) => messenger.summarise(person, at),
  }
}
