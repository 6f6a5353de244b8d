// Finds the cases that have been quiet for as long as they may be kept. What then happens is the turn's to decide: this only
// sets the timer that brings it about.
import { EXPIRY, LEAD_ENDS, VISIT_ENDS } from '#bot'
import type { StoreContext } from './context.ts'

/** One call takes at most this many, so that it never holds the database for long. */
export const EXPIRIES_PER_LOOK = 200

/** See Store.windExpiries. Several processes that look at once set each timer once. */
export async function windExpiries(
  { database: { prisma }, now, newId }: StoreContext,
  quietSince: Date,
): Promise<number> {
  // what was said or pressed, by the company or at a desk, is an incoming message of the case
  const quiet = await prisma.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM conversation AS c
    WHERE c.opened_at <= ${quietSince}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM timer AS t WHERE t.case_id = c.id AND t.key = ${EXPIRY})
      AND NOT EXISTS (
        SELECT 1 FROM message AS m
        WHERE m.case_id = c.id AND m.direction = 'in' AND m.at > ${quietSince}::timestamptz)
      AND NOT EXISTS (
        SELECT 1 FROM lead AS l WHERE l.case_id = c.id AND l.state <> ALL (${[...LEAD_ENDS]}::text[]))
      AND NOT EXISTS (
        SELECT 1 FROM visit AS v WHERE v.case_id = c.id AND v.state <> ALL (${[...VISIT_ENDS]}::text[]))
    ORDER BY c.opened_at
    LIMIT ${EXPIRIES_PER_LOOK}`
  const data = quiet.map(({ id }) => ({ caseId: id, key: EXPIRY, id: newId(), at: now(), what: EXPIRY }))
  const { count } = await prisma.timer.createMany({ data, skipDuplicates: true })
  return count
}
