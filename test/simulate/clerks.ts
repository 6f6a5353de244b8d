// How the simulated people behave: by habit, in their own working time, sometimes twice, sometimes what was put to others.
import { isAbsent, type Person, scheduleOf } from '#bot'
import { afterWorking } from '../../bot/staff/working-time.ts'
import type { VirtualCase } from '../support/virtual-case.ts'
import type { Habit } from './town.ts'
import { pressLead, type World, writeLead } from './world.ts'

/** Working minutes until a reaction, and how likely it comes at all. */
const REACTION: Record<Habit, { readonly from: number; readonly to: number; readonly chance: number }> = {
  prompt: { from: 5, to: 80, chance: 0.97 },
  slow: { from: 60, to: 400, chance: 0.85 },
  silent: { from: 200, to: 900, chance: 0.08 },
}
const DOUBLE_PRESS = 0.15
const PICKS_OTHERS = 0.08
const GOES_ON = 0.9
/** Work takes several times as long as a first answer. */
const WORK_FACTOR = 4

/** What an owner does next, by chance. The rest moves the lead one step on. */
const NEXT = [
  { below: 0.25, words: undefined },
  { below: 0.35, words: ['refused', 'cash-flow'] },
  { below: 0.4, words: ['unreachable'] },
  { below: 0.44, words: ['blocked', 'guarantee'] },
  { below: 0.5, words: ['snooze', '1'] },
] as const
const STEP: Readonly<Record<string, string>> = { taken: 'talking', talking: 'intent', granted: 'paid' }

const leadOf = (scene: VirtualCase, id: string) => scene.case.leads.find(one => one.id === id && one.due !== undefined)

/** Does something so many of the person's working minutes from now, or never. */
function soon(world: World, who: Person, factor: number, does: () => void | Promise<void>): void {
  const { from, to, chance } = REACTION[world.town.habits.get(who.id) ?? 'prompt']
  if (world.random() > chance) return
  const minutes = Math.round((from + world.random() * (to - from)) * factor)
  const at = afterWorking(scheduleOf(world.town.knowledge.calendar, who), new Date(world.now()).toISOString(), minutes)
  if (at !== undefined) world.later(Date.parse(at), does)
}

function goOn(world: World, scene: VirtualCase, who: Person, id: string): void {
  if (world.random() > GOES_ON) return
  soon(world, who, WORK_FACTOR, async () => {
    const lead = leadOf(scene, id)
    if (lead?.owner?.person !== who.id) return
    const roll = world.random()
    const other = NEXT.find(one => roll < one.below)
    if (lead.awaiting) await writeLead(world, scene, who, id, `${100 + Math.floor(roll * 400)} 万元，3.45%，12 个月`)
    else if (other?.words) await pressLead(world, scene, who, id, ...other.words)
    else if (other) await writeLead(world, scene, who, id, '您好，请准备近两年报表')
    else await pressLead(world, scene, who, id, STEP[lead.state] ?? 'granted')
    goOn(world, scene, who, id)
  })
}

async function take(world: World, scene: VirtualCase, who: Person, id: string): Promise<void> {
  await pressLead(world, scene, who, id, 'take')
  if (world.random() < DOUBLE_PRESS) await pressLead(world, scene, who, id, 'take')
  if (leadOf(scene, id)?.owner?.person === who.id) goOn(world, scene, who, id)
}

async function assign(world: World, scene: VirtualCase, manager: Person, id: string): Promise<void> {
  const day = Math.floor(world.now() / 86_400_000)
  const holder = leadOf(scene, id)?.holder
  const free = world.town.people.find(
    one => one.desk === manager.desk && one.role === 'clerk' && one.id !== holder && !isAbsent(one, day),
  )
  if (!free) return
  await pressLead(world, scene, manager, id, 'to', free.id)
  goOn(world, scene, free, id)
}

/** A message stands in a lead's thread: who is meant reacts, and now and then somebody who is not. */
export async function deskSees(world: World, scene: VirtualCase, id: string, told?: Person): Promise<void> {
  const lead = leadOf(scene, id)
  if (!lead) return
  const colleagues = world.town.people.filter(person => person.desk === lead.receiver)
  // a card rings nobody: only who looks into the channel by chance sees it before being told
  const chance = world.random() < PICKS_OTHERS ? colleagues[Math.floor(world.random() * colleagues.length)] : undefined
  const who = told ?? chance
  if (!who) return
  soon(world, who, 1, async () => {
    const now = leadOf(scene, id)
    if (!now || now.receiver !== who.desk) return
    if (who.role === 'manager') await assign(world, scene, who, id)
    else if (now.owner?.person === who.id) goOn(world, scene, who, id)
    else await take(world, scene, who, id)
  })
}
