// Brings people what the clock wants of them: several things in one message. When the last one was posted is
// read from the store, and the hour stands in its slot, so a restart or a second process repeats nothing.
import { deskSchedule, isWorkingTime, type Knowledge, type LeadRow, type Person, reminderCard } from '#bot'
import type { Store } from './store/store.ts'

export interface ReminderOptions {
  readonly store: Pick<Store, 'leadsOfDesk' | 'postOnce' | 'lastPosted'>
  readonly knowledge: Knowledge
  readonly now: () => Date
}

/** How much of an instant names its hour. */
const HOUR_LETTERS = 13

/** Posts what is due to one person now, from the rows of their desk; tells whether it did. */
export async function remindOf(
  { store, knowledge, now }: ReminderOptions,
  person: Person,
  rows: readonly LeadRow[],
): Promise<boolean> {
  const at = now().toISOString()
  // without anything asked of them there is no need to look up the last message
  if (!reminderCard(knowledge, person, rows, undefined, at)) return false
  const thread = `digest.${person.id}`
  const slot = `reminder.${person.id}.${at.slice(0, HOUR_LETTERS)}`
  const card = reminderCard(knowledge, person, rows, await store.lastPosted(person.desk, thread), at)
  return card !== undefined && (await store.postOnce(person.desk, thread, slot, card))
}

/** Posts what is due now, and tells how many messages went out. */
export async function postReminders(options: ReminderOptions): Promise<number> {
  const { store, knowledge, now } = options
  // nobody is reminded at night: no desk needs to be looked at
  if (!isWorkingTime(deskSchedule(knowledge), now().toISOString())) return 0
  let posted = 0
  for (const [desk, people] of Map.groupBy(knowledge.staffing.people.values(), person => person.desk)) {
    const rows = await store.leadsOfDesk(desk)
    for (const person of people) {
      if (await remindOf(options, person, rows)) posted += 1
    }
  }
  return posted
}
