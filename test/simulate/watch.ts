// Watches every step of the month for what must never happen, and keeps what is counted afterwards.
import { type Case, isWorkingTime, type Lead, type Outcome, type Person, type Sender } from '#bot'
import { deskSchedule } from '../../bot/staff/roster.ts'
import { nextWorkingTime, workingMinutes } from '../../bot/staff/working-time.ts'
import type { VirtualCase } from '../support/virtual-case.ts'
import type { Town } from './town.ts'

/** What a lead's first hours were. Working minutes of the desks, from the first minute somebody could react. */
export interface FirstHours {
  readonly start: string
  taken?: number
  escalated?: number
  readonly desk: string
}

/** A card put to somebody, which rings nobody; what rings: a message of several things, the morning's summary. */
export type Told = 'card' | 'reminder' | 'summary'

export interface Watch {
  saw(scene: VirtualCase, before: Case, from: Sender, outcome: Outcome): void
  readonly faults: { outsideHours: number; twoHands: number; withoutConsent: number; unwatched: number }
  readonly leads: ReadonlyMap<string, FirstHours>
  readonly verbs: ReadonlyMap<string, number>
  /** cards put to, and messages for, one person on one day they work, by kind; nothing is counted as 0 */
  readonly personDays: ReadonlyMap<string, Record<Told, number>>
  told(person: Person, at: string, what: Told): void
  worked(person: Person, at: string): void
  managerTold(lead: string, at: string): void
  /** messages the clock sent to companies */
  readonly companyMessages: { count: number }
  /** leads that ended before anybody had to react */
  readonly withdrawnFirst: { count: number }
}

/** Besides these, a manager was told. */
const ESCALATIONS = new Set(['lead-nobody', 'lead-passed'])
/** Ways by which an owner may change without anybody taking the lead from another's hands. */
const CHANGES_HANDS = new Set(['lead-handed-over', 'lead-put-back'])
const count = (map: Map<string, number>, key: string) => void map.set(key, (map.get(key) ?? 0) + 1)

const consented = ({ consents }: Case, lead: Lead): boolean =>
  consents.some(one => one.id === lead.consent && one.receiver === lead.receiver && one.withdrawnAt === undefined)

export function openWatch({ knowledge }: Town): Watch {
  const BLANK = knowledge.phrases.get('lead.title-withdrawn')?.zh
  const schedule = deskSchedule(knowledge)
  const faults = { outsideHours: 0, twoHands: 0, withoutConsent: 0, unwatched: 0 }
  const leads = new Map<string, FirstHours>()
  const verbs = new Map<string, number>()
  const personDays = new Map<string, Record<Told, number>>()
  const slots = new Set<string>()
  const companyMessages = { count: 0 }
  const withdrawnFirst = { count: 0 }

  const dayOf = (person: Person, at: string) => {
    const key = `${person.id} ${at.slice(0, 10)}`
    const day = personDays.get(key) ?? { card: 0, reminder: 0, summary: 0 }
    personDays.set(key, day)
    return day
  }
  const told = (person: Person, at: string, what: Told) => {
    dayOf(person, at)[what] += 1
    if (!isWorkingTime(schedule, at)) faults.outsideHours += 1
  }

  /** A card that replaces another in its place disturbs nobody; everything else must come in working time. */
  function messages({ now, case: current }: VirtualCase, from: Sender, outcome: Outcome): void {
    for (const { to, slot, card } of outcome.posts) {
      if (to.kind === 'enterprise') {
        if (from.kind !== 'clock') continue
        companyMessages.count += 1
        if (!isWorkingTime(schedule, now)) faults.outsideHours += 1
        continue
      }
      const place = `${to.thread} ${slot}`
      const replaces = slot !== undefined && slots.has(place)
      if (slot !== undefined) slots.add(place)
      const lead = current.leads.find(one => one.id === to.thread)
      const blanked = card.title === BLANK || lead?.state === 'passed'
      if (lead && (to.desk !== lead.receiver || (!blanked && !consented(current, lead)))) faults.withoutConsent += 1
      if (replaces) continue
      const holder = lead?.holder === undefined ? undefined : knowledge.staffing.people.get(lead.holder)
      if (from.kind !== 'staff' && holder) told(holder, now, 'card')
      if (!isWorkingTime(schedule, now)) faults.outsideHours += 1
    }
  }

  function hands(before: Case, { case: current, timers }: VirtualCase, outcome: Outcome): void {
    const changed = outcome.events.some(event => CHANGES_HANDS.has(event.verb))
    for (const lead of current.leads) {
      const was = before.leads.find(one => one.id === lead.id)?.owner?.person
      if (was !== undefined && lead.owner?.person !== was && !changed) faults.twoHands += 1
      if ((lead.due !== undefined) !== timers.has(`lead.${lead.id}`)) faults.unwatched += 1
    }
  }

  return {
    faults,
    leads,
    verbs,
    personDays,
    told,
    managerTold(id, at) {
      const hours = leads.get(id)
      if (hours) hours.escalated ??= workingMinutes(schedule, hours.start, at)
    },
    worked: (person, at) => void dayOf(person, at),
    companyMessages,
    withdrawnFirst,
    saw(scene, before, from, outcome) {
      messages(scene, from, outcome)
      hands(before, scene, outcome)
      for (const { verb, object } of outcome.events) {
        count(verbs, verb)
        const lead = scene.case.leads.find(one => one.id === object)
        if (verb === 'lead-applied' && lead)
          leads.set(object, { start: nextWorkingTime(schedule, scene.now) ?? scene.now, desk: lead.receiver })
        const hours = leads.get(object)
        if (!hours) continue
        const minutes = workingMinutes(schedule, hours.start, scene.now)
        if (verb === 'lead-taken' || verb === 'lead-handed-over' || verb === 'lead-refused') hours.taken ??= minutes
        if (ESCALATIONS.has(verb)) hours.escalated ??= minutes
      }
      for (const lead of scene.case.leads) {
        const hours = leads.get(lead.id)
        if (lead.state === 'withdrawn' && hours && hours.taken === undefined && hours.escalated === undefined) {
          leads.delete(lead.id)
          withdrawnFirst.count += 1
        }
      }
    },
  }
}
