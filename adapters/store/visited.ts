// Cases with visits that are not over, for the lists of service teams.
import type { Case } from '#bot'
import type { StoreContext } from './context.ts'
import { readState } from './write-case.ts'

const OVER = ['cancelled', 'withdrawn']
/** A list longer than this helps nobody. */
const CASES_MAX = 500

/** See Store.visited. */
export async function visited(
  { database: { prisma }, vault }: StoreContext,
  team: string | undefined,
): Promise<readonly Case[]> {
  const chats = await prisma.conversation.findMany({
    where: { visits: { some: { state: { notIn: OVER }, ...(team === undefined ? {} : { team }) } } },
    include: { key: true },
    orderBy: { id: 'asc' },
    take: CASES_MAX,
  })
  return chats.map(({ id, state, key }) => readState(key && vault.unwrap(id, key.wrapped), id, state))
}
