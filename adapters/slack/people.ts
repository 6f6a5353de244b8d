// What a Slack user is called. Events carry only an id, so the name is asked for once and remembered; when Slack does
// not answer in time, the id stands in, for an event must be stored before Slack loses patience.
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Staffing } from '#bot'
import type { Call } from '../delivery/call.ts'
import { cut, visible } from '../delivery/words.ts'
import { NAME_CHARS_MAX, NAME_MS_MAX, NAMES_MAX } from './limits.ts'
import type { Person } from './receive.ts'

const userSchema = z.object({
  user: z.object({
    name: z.string().optional(),
    real_name: z.string().optional(),
    profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
})

/** Slack's ids of people, of another workspace with its id before it; accounts of other platforms look otherwise. */
const ACCOUNT = /^(?:T[A-Z0-9]{2,20}:)?([UW][A-Z0-9]{2,20})$/

/** The Slack user of a listed person, as bot/people.yaml has them. */
export const accountsIn =
  ({ people }: Staffing) =>
  (person: string): string | undefined => {
    for (const account of people.get(person)?.accounts ?? []) {
      const user = ACCOUNT.exec(account)?.[1]
      if (user !== undefined) return user
    }
    return undefined
  }

/** Builds "the name to show for this person". */
export function createPeople(call: Call): (person: Person) => Promise<string> {
  const names = new Map<string, Promise<string | undefined>>()

  async function ask(userId: string): Promise<string | undefined> {
    const result = await call('users.info', { user: userId })
    if (result.is !== 'done') {
      // A refusal (no users:read) will not change; anything else may be asked again.
      if (result.is !== 'refused') names.delete(userId)
      return undefined
    }
    const user = userSchema.safeParse(result.result).data?.user
    const name = user?.profile?.display_name || user?.real_name || user?.profile?.real_name || user?.name
    return name ? cut(visible(name).replace(/\s+/gu, ' ').trim(), NAME_CHARS_MAX) || undefined : undefined
  }

  return async person => {
    let asked = names.get(person.id)
    if (!asked) {
      if (names.size >= NAMES_MAX) names.clear()
      asked = ask(person.user)
      names.set(person.id, asked)
    }
    const known = await Promise.race([asked, sleep(NAME_MS_MAX, undefined, { ref: false })])
    return known ?? (cut(visible(person.name ?? ''), NAME_CHARS_MAX) || person.id)
  }
}
