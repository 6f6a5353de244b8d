// Brings each listed person one summary a working day, from their hour on. Which day it was posted for stands in its slot,
// so a restart or a second process repeats nothing.
import { dayInChina, digestCard, digestDue, type Knowledge, type Person } from '#bot'
import type { Log } from './delivery/send.ts'
import { errorName } from './log.ts'
import { postReminders } from './reminders.ts'
import { startRounds } from './rounds.ts'
import type { Store } from './store/store.ts'

const LOOK_MS = 60_000

export interface DigestOptions {
  readonly store: Pick<Store, 'leadsOfDesk' | 'visitsOfDesk' | 'postOnce' | 'lastPosted'>
  readonly knowledge: Knowledge
  readonly now: () => Date
  /** false while the time of day is in doubt */
  readonly trusted?: () => boolean
  readonly log: Log
}

const slotOf = (person: Person, at: string): string => `digest.${person.id}.${dayInChina(at)}`

/** Posts the summary of one person for today, if it says anything and is not there already; tells whether it did. */
export async function summariseTo(
  { store, knowledge, now }: Omit<DigestOptions, 'log'>,
  person: Person,
): Promise<boolean> {
  const at = now().toISOString()
  const [leads, visits] = await Promise.all([store.leadsOfDesk(person.desk), store.visitsOfDesk(person.desk)])
  const card = digestCard(knowledge, person, leads, at, visits)
  return card !== undefined && (await store.postOnce(person.desk, `digest.${person.id}`, slotOf(person, at), card))
}

/** Posts what is due now, and tells how many summaries went out. */
export async function postDigests(options: DigestOptions, done: Set<string>): Promise<number> {
  const { knowledge, now } = options
  const at = now().toISOString()
  let posted = 0
  for (const person of knowledge.staffing.people.values()) {
    const slot = slotOf(person, at)
    if (done.has(slot) || !digestDue(knowledge, person, at)) continue
    if (await summariseTo(options, person)) posted += 1
    done.add(slot)
  }
  return posted
}

/** Looks every minute for summaries and reminders, until it is stopped. */
export function startDigests(options: DigestOptions): { stop(): Promise<void> } {
  const { log, trusted = () => true } = options
  const done = new Set<string>()
  const look = async () => {
    if (!trusted()) return
    const posted = await postDigests(options, done)
    if (posted > 0) log('info', 'digests-posted', { posted })
    const reminded = await postReminders(options)
    if (reminded > 0) log('info', 'reminders-posted', { posted: reminded })
  }
  return startRounds(LOOK_MS, look, error => log('error', 'digests-failed', { code: errorName(error) }))
}
