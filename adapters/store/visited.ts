// Cases with visits that are not over, for the lists of service teams.
import type { Case } from '#bot'
import type { StoreContext } from './context.ts'
import { openRow } from './write-case.ts'

const OVER = ['cancelled', 'withdrawn']
/** A list longer than this helps nobody. */
const CASES_MAX = 500

/** See Store.visited. */
export async function visited(context: StoreContext, team: string | undefined): Promise<readonly Case[]> {
  const chats = await context.database.prisma.conversation.findMany({
    where: { visits: { some: { state: { notIn: OVER }, ...(team === undefined ? {} : { team }) } } },
    include: { key: true },
    orderBy: { id: 'asc' },
    take: CASES_MAX,
  })
  return chats.map(chat => openRow(context, chat))
}
