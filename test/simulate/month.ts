// A month of the desks: companies apply at any hour over four weeks with two public holidays in them, people react by habit.
import { digestDue, type Person } from '#bot'
import { seeded } from '../support/firms.ts'
import { openVirtual } from '../support/virtual-case.ts'
import { deskSees } from './clerks.ts'
import { type Ground, openPureGround } from './ground.ts'
import { type Firm, openFirm, openTown, type Town } from './town.ts'
import { openWatch, type Watch } from './watch.ts'
import { openWorld, type World } from './world.ts'

export const START = '2026-09-21T00:00:00.000Z'
export const END = '2026-10-21T16:00:00.000Z'
/** The last companies come some days before the end, so that the first days of each lead are seen. */
const ARRIVAL_DAYS = 26
const MS_PER_DAY = 86_400_000
const MS_PER_MINUTE = 60_000
/** 09:05 in China, from midnight UTC */
const DIGEST_HOUR_MS = 3_900_000
const WITHDRAWS = 0.03
const WITHDRAWS_WITHIN_DAYS = 3

export interface Month {
  readonly world: World
  readonly watch: Watch
}

async function arrive(world: World, index: number, firm: Firm): Promise<void> {
  const scene = openVirtual(firm.answers, new Date(world.now()).toISOString(), `f${index}`)
  await world.open(scene, firm)
  const press = (words: string) => world.play(scene, { kind: 'enterprise' }, { kind: 'press', press: words })
  await press(`to:${firm.desk}:${firm.product}`)
  await press('s:*')
  await press('cy')
  if (firm.reserve) {
    await press(`sb:${firm.reserve}:${firm.product}`)
    await press('cy')
  }
  if (world.random() >= WITHDRAWS) return
  world.later(world.now() + world.random() * WITHDRAWS_WITHIN_DAYS * MS_PER_DAY, async () => {
    const consent = scene.case.consents[0]
    if (consent) await press(`wd:${consent.id}`)
  })
}

/** The summary of one person on one day, when it is due and says anything. */
async function readSummary(world: World, watch: Watch, person: Person): Promise<void> {
  const at = new Date(world.now()).toISOString()
  if (digestDue(world.town.knowledge, person, at)) {
    watch.worked(person, at)
    const read = await world.summarise(person)
    if (!read) return
    watch.told(person, at, 'summary')
    for (const { scene, lead } of read) await deskSees(world, scene, lead, person)
  }
}

/** Where a month is played: on the pure turn, or on a store. */
export type GroundOf = (town: Town, now: () => number, loads: Readonly<Record<string, number>>) => Ground
const pure: GroundOf = (town, _now, loads) => openPureGround(town, loads)

/** Plays the whole month with so many companies. The same seed gives the same month. */
export async function playMonth(firms: number, seed: number, groundOf: GroundOf = pure): Promise<Month> {
  const random = seeded(seed)
  const town = openTown(random)
  const watch = openWatch(town)
  const world = openWorld(town, random, watch, deskSees, (now, loads) => groundOf(town, now, loads))
  for (let index = 0; index < firms; index++) {
    const firm = openFirm(index, random)
    const at = Date.parse(START) + random() * ARRIVAL_DAYS * MS_PER_DAY
    world.later(Math.floor(at / MS_PER_MINUTE) * MS_PER_MINUTE, () => arrive(world, index, firm))
  }
  for (let day = Date.parse(START); day < Date.parse(END); day += MS_PER_DAY)
    for (const person of town.people) world.later(day + DIGEST_HOUR_MS, () => readSummary(world, watch, person))
  await world.run(Date.parse(END))
  return { world, watch }
}
