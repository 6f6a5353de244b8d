// Who acts at a desk: in the demonstration whoever says so, after signing in the person who is listed there. Somebody who
// reaches for another desk learns nothing of it, and a row goes into the audit chain.
import type { FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { DeskInfo } from '../desk-info.ts'
import { readName } from '../payload.ts'
import type { RefusalCode } from '../refusal.ts'

export interface Actor {
  readonly person: string
  readonly name: string
}

/** The desks whose page a request may see, each with what its person may do there as a whole. */
export function desksFor({ desks, preOffers }: Context, { signed }: FastifyRequest): readonly DeskInfo[] {
  if (!signed) return desks
  return desks.flatMap(desk => {
    const person = signed.people.find(one => one.desk === desk.id)
    if (!person) return []
    const staff = { kind: 'staff', desk: desk.id, person: person.id, name: person.name } as const
    return [{ ...desk, invites: preOffers !== undefined && preOffers.form(staff) !== 'denied' }]
  })
}

/** Whether a request may see a desk of ours. */
export const seesDesk = ({ signed }: FastifyRequest, desk: string): boolean =>
  !signed || signed.people.some(one => one.desk === desk)

/** Why a request may not see a desk; undefined when it may. */
export async function refusesDesk(
  context: Context,
  request: FastifyRequest,
  desk: string,
): Promise<RefusalCode | undefined> {
  if (!context.desks.some(({ id }) => id === desk)) return 'unknown-desk'
  if (seesDesk(request, desk)) return undefined
  const by = request.signed?.people.map(({ id }) => id).join(' ') ?? ''
  await context.signIn?.note({ verb: 'denied', object: desk, by, detail: 'other-desk' })
  return 'unknown-desk'
}

/** Who acts at a desk that `refusesDesk` let pass; undefined when nobody gave a name. */
export function actorAt({ signed }: FastifyRequest, desk: string, typed: string): Actor | undefined {
  const person = signed?.people.find(one => one.desk === desk)
  if (person) return { person: person.id, name: person.name }
  const name = signed ? undefined : readName(typed)
  // no sign-in, so the name is the person: the same name is the same clerk on every screen
  return name === undefined ? undefined : { person: `web:${name}`, name }
}
