// What somebody holds of a company: who was allowed what, which leads and visits there are, and how far they are. What was only
// read or said in between is left out.
import type { Case } from '#bot'

/** Equal for two cases in which the same people may do the same and nothing has moved. */
export const heldIn = ({ consents, leads, visits }: Case) => ({
  consents: consents.map(({ id, receiver, fields, withdrawnAt }) => ({ id, receiver, fields, withdrawnAt })),
  leads: leads.map(({ id, receiver, products, state, owner, holder }) => ({
    id,
    receiver,
    products,
    state,
    owner,
    holder,
  })),
  visits: visits.map(({ id, team, state, owner, time }) => ({ id, team, state, owner, time })),
})
