// What a turn may know of other cases: counts and ids, read before it without a lock.
import { LEAD_ENDS, type Surroundings, VISIT_ENDS } from '#bot'
import type { StoreContext } from './context.ts'

/** See Store.around. */
export async function around(
  { database: { prisma }, vault, now }: StoreContext,
  caseId: string,
  firm: string | undefined,
): Promise<Surroundings> {
  const open = { notIn: [...LEAD_ENDS] }
  const counts = await prisma.lead.groupBy({
    by: ['holder'],
    where: { state: open, holder: { not: null } },
    _count: true,
  })
  const visiting = await prisma.visit.groupBy({
    by: ['holder'],
    where: { state: { notIn: [...VISIT_ENDS] }, holder: { not: null } },
    _count: true,
  })
  const loads: Record<string, number> = {}
  for (const { holder, _count } of [...counts, ...visiting])
    if (holder !== null) loads[holder] = (loads[holder] ?? 0) + _count
  const twins =
    firm === undefined
      ? []
      : await prisma.lead.findMany({
          where: { firm: { in: vault.marksOf(firm) }, state: open, caseId: { not: caseId } },
          select: { id: true, receiver: true, holder: true },
          orderBy: { id: 'asc' },
        })
  const visits = await prisma.visit.findMany({
    where: { caseId: { not: caseId }, state: 'scheduled', time: { gt: now() } },
    select: { team: true, time: true },
  })
  return {
    booked: visits.flatMap(({ team, time }) => (time === null ? [] : [{ team, time: time.toISOString() }])),
    loads,
    twins: twins.map(({ id, receiver, holder }) => ({ lead: id, receiver, ...(holder === null ? {} : { holder }) })),
  }
}
