// Puts a lead to one listed person: who already has the same company, otherwise whom the route says, and nobody twice.
import type { Lead } from '../case.ts'
import { channelOf } from '../channels.ts'
import { companyPlace } from '../company-place.ts'
import type { Person } from '../staff/people.ts'
import { isAbsent } from '../staff/roster.ts'
import { routeOf } from '../staff/route.ts'
import type { Turn } from '../turn-state.ts'

/** The next person to ask; undefined when nobody is listed or everybody who is there has been asked. */
export function nextPerson(turn: Turn, lead: Lead): Person | undefined {
  const { staffing } = turn.knowledge
  const asked = lead.asked ?? []
  const twin = turn.incoming.around?.twins.find(one => one.receiver === lead.receiver)
  const known = twin?.holder === undefined ? undefined : staffing.people.get(twin.holder)
  if (known && known.role === 'clerk' && !isAbsent(known, turn.today) && !asked.includes(known.id)) return known
  return routeOf(staffing, {
    desk: lead.receiver,
    lead: lead.id,
    products: lead.products,
    reading: turn.reading,
    place: companyPlace(turn),
    first: channelOf(turn)?.branches ?? [],
    day: turn.today,
    loads: turn.incoming.around?.loads ?? {},
  }).find(person => !asked.includes(person.id))
}

/** The lead put to a person. */
export const putTo = (lead: Lead, person: Person): Lead => ({
  ...lead,
  holder: person.id,
  asked: [...(lead.asked ?? []), person.id],
})
