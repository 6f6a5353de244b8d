// Brings people what the clock wants of them: several things in one message. When the last one was posted is
// read from the store, and the hour stands in its slot, so a restart or a second process repeats nothing.
import { type Knowledge, reminderCard } from '#bot'
import type { Store } from './store/store.ts'

export interface ReminderOptions {
  readonly store: Pick<Store, 'leadsOfDesk' | 'postOnce' | 'lastPosted'>
  readonly knowledge: Knowledge
  readonly now: () => Date
}

/** How much of an instant names its hour. */
const HOUR_LETTERS = 13

/** Posts what is due now, and tells how many messages went out. */
export async function postReminders({ store, knowledge, now }: ReminderOptions): Promise<number> {
  const at = now().toISOString()
  let posted = 0
  for (const [desk, people] of Map.groupBy(knowledge.staffing.people.values(), person => person.desk)) {
    const rows = await store.leadsOfDesk(desk)
    for (const person of people) {
      // without anything asked of them there is no need to look up the last message
      if (!reminderCard(knowledge, person, rows, undefined, at)) continue
      const thread = `digest.${person.id}`
      const slot = `reminder.${person.id}.${at.slice(0, HOUR_LETTERS)}`
      const card = reminderCard(knowledge, person, rows, await store.lastPosted(desk, thread), at)
      if (card && (await store.postOnce(desk, thread, slot, card))) posted += 1
    }
  }
  return posted
}
