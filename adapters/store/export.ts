// Everything the database holds of one company, opened, for the company itself. What is missing here is named in
// docs/privacy.md; a test puts a mark into every field and looks for it in the file.
import type { Platform } from '../received.ts'
import type { StoreContext } from './context.ts'
import { laneOfChat, openPayload } from './inbox.ts'
import { openMessage, WITH_KEY } from './messages.ts'
import { openPaper } from './papers.ts'
import { readState } from './write-case.ts'

/** How many rows of each kind stand in the export, and the rows. Times are ISO instants, ids are text. */
export interface Export {
  readonly exportedAt: string
  readonly tables: Readonly<Record<string, readonly object[]>>
}

/** BigInts as text, dates as ISO instants: what JSON can hold. */
const plain = (rows: readonly object[]): readonly object[] =>
  JSON.parse(JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value)))

/** All rows of one chat and its case; undefined when nothing is known of it. */
export async function exportChat(context: StoreContext, platform: Platform, peer: string): Promise<Export | undefined> {
  const { prisma } = context.database
  const chat = await prisma.conversation.findUnique({
    where: { platform_peer: { platform, peer } },
    include: { key: true },
  })
  const events = await prisma.inbox.findMany({ where: { lane: laneOfChat(platform, peer) }, orderBy: { id: 'asc' } })
  if (!chat && events.length === 0) return undefined
  const caseId = chat?.id ?? ''
  const byCase = { where: { caseId } }
  const messages = await prisma.message.findMany({ ...byCase, orderBy: { id: 'asc' }, include: WITH_KEY })
  const deliveries = await prisma.delivery.findMany({ where: { message: { caseId } }, orderBy: { id: 'asc' } })
  const timers = await prisma.timer.findMany(byCase)
  const papers = await prisma.paper.findMany({ ...byCase, orderBy: { at: 'asc' } })
  const { key, ...columns } = chat ?? { key: null }
  const state = chat && readState(key && context.vault.unwrap(chat.id, key.wrapped), chat.id, chat.state)
  return {
    exportedAt: context.now().toISOString(),
    tables: {
      conversation: chat ? plain([{ ...columns, state }]) : [],
      consent: plain(await prisma.consent.findMany(byCase)),
      lead: plain(await prisma.lead.findMany(byCase)),
      visit: plain(await prisma.visit.findMany(byCase)),
      message: plain(messages.map(row => openMessage(context, row))),
      delivery: plain(deliveries.map(({ lease: _lease, ...row }) => row)),
      timer: plain(timers),
      paper: plain(
        papers.map(row => ({ ...row, content: key && openPaper(context, row, key.wrapped).toString('base64') })),
      ),
      inbox: plain(
        events.map(({ lease: _lease, payload, ...row }) => ({ ...row, payload: openPayload(context, payload) })),
      ),
      audit: plain(await prisma.audit.findMany({ ...byCase, orderBy: { seq: 'asc' } })),
    },
  }
}
