// Writes a case: the whole of it as JSON, and its consents, leads and visits also as rows of their own. The rows hold
// what the database must guard (unique ids, no lead without consent) and what is counted or looked up; only those that
// changed are written.
import { isDeepStrictEqual } from 'node:util'
import type { Case, Consent, Lead, Visit } from '#bot'
import type { StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { caseGate } from './json.ts'
import { openJson, sealJson } from './seal.ts'

interface Change<T> {
  readonly added: readonly T[]
  readonly changed: readonly T[]
  readonly removed: readonly string[]
}

function compare<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): Change<T> {
  const old = new Map(before.map(entry => [entry.id, entry]))
  const kept = new Set(after.map(entry => entry.id))
  return {
    added: after.filter(entry => !old.has(entry.id)),
    changed: after.filter(entry => old.has(entry.id) && !isDeepStrictEqual(old.get(entry.id), entry)),
    removed: before.map(entry => entry.id).filter(id => !kept.has(id)),
  }
}

const instantOf = (at: string | undefined): Date | null => (at === undefined ? null : new Date(at))
const firstAt = (lead: Lead, state: Lead['state']) => lead.history.find(step => step.state === state)?.at

const consentRow = (caseId: string, consent: Consent) => ({
  id: consent.id,
  caseId,
  receiver: consent.receiver,
  purpose: consent.purpose,
  fields: consent.fields,
  text: consent.text,
  by: consent.by,
  at: new Date(consent.at),
  withdrawnAt: consent.withdrawnAt === undefined ? null : new Date(consent.withdrawnAt),
})

const leadRow = ({ vault, now }: StoreContext, caseId: string, lead: Lead) => ({
  id: lead.id,
  caseId,
  consentId: lead.consent,
  receiver: lead.receiver,
  products: lead.products,
  state: lead.state,
  owner: lead.owner?.person ?? null,
  holder: lead.holder ?? null,
  firm: lead.firm === undefined ? null : vault.markOf(lead.firm),
  kind: lead.kind ?? 'application',
  picked: lead.picked ?? false,
  refusal: lead.refusal ?? null,
  blockage: lead.blockage ?? null,
  days: lead.days ?? null,
  appliedAt: instantOf(lead.history[0]?.at),
  offeredAt: instantOf(firstAt(lead, 'offered')),
  takenAt: instantOf(firstAt(lead, 'taken')),
  due: instantOf(lead.due),
  step: lead.ladder?.did ?? null,
  stepAt: lead.ladder?.did === undefined ? null : new Date(lead.ladder.since),
  changedAt: now(),
})

const visitRow = (caseId: string, visit: Visit, now: Date) => ({
  id: visit.id,
  caseId,
  consentId: visit.consent,
  team: visit.team,
  topics: visit.topics,
  state: visit.state,
  owner: visit.owner?.person ?? null,
  holder: visit.holder ?? null,
  time: visit.time === undefined ? null : new Date(visit.time),
  changedAt: now,
})

const place = (caseId: string): string => `case ${caseId}`

/** The whole case as its column takes it. */
export const caseColumn = (key: Buffer, state: Case): object => sealJson(key, place(state.id), state)

/** The case of a column; `key` is null in one that an earlier version wrote. */
export function readState(key: Buffer | null, caseId: string, column: unknown): Case {
  return caseGate.read(key ? openJson(key, place(caseId), column) : column)
}

/** The case of a row that was read with its key. */
export const openRow = (
  { vault }: StoreContext,
  {
    id,
    state,
    key,
  }: { readonly id: string; readonly state: unknown; readonly key: { readonly wrapped: string } | null },
): Case => readState(key && vault.unwrap(id, key.wrapped), id, state)

/** Opens the chat with a case that has no consents, leads or visits yet, under a key of its own. Answers the key. */
export async function createCase(
  tx: Transaction,
  { vault, now }: StoreContext,
  { platform, peer }: { readonly platform: string; readonly peer: string },
  state: Case,
): Promise<Buffer> {
  const caseId = state.id
  const wrapped = vault.newWrapped(caseId)
  const key = vault.unwrap(caseId, wrapped)
  const times = { openedAt: new Date(state.openedAt), updatedAt: now() }
  const row = { id: caseId, platform, peer, state: caseColumn(key, state), ...times }
  // somebody else may open the same chat at this moment: then theirs is used
  const { count } = await tx.conversation.createMany({ data: [row], skipDuplicates: true })
  if (count > 0) await tx.caseKey.create({ data: { caseId, wrapped } })
  return key
}

export async function updateCase(
  tx: Transaction,
  context: StoreContext,
  key: Buffer,
  before: Case,
  after: Case,
): Promise<void> {
  const caseId = after.id
  await tx.conversation.update({
    where: { id: caseId },
    data: { state: caseColumn(key, after), updatedAt: context.now() },
  })
  await writeParts(tx, context, before, after)
}

/** Consents first, for leads and visits point at them; what is gone goes in the opposite order. */
export async function writeParts(tx: Transaction, context: StoreContext, before: Case, after: Case): Promise<void> {
  const caseId = after.id
  const now = context.now()
  const consents = compare(before.consents, after.consents)
  const leads = compare(before.leads, after.leads)
  const visits = compare(before.visits, after.visits)
  if (consents.added.length > 0) {
    await tx.consent.createMany({ data: consents.added.map(consent => consentRow(caseId, consent)) })
  }
  for (const consent of consents.changed) {
    await tx.consent.update({ where: { id: consent.id, caseId }, data: consentRow(caseId, consent) })
  }
  if (leads.added.length > 0)
    await tx.lead.createMany({ data: leads.added.map(lead => leadRow(context, caseId, lead)) })
  for (const lead of leads.changed) {
    await tx.lead.update({ where: { id: lead.id, caseId }, data: leadRow(context, caseId, lead) })
  }
  if (visits.added.length > 0) {
    await tx.visit.createMany({ data: visits.added.map(visit => visitRow(caseId, visit, now)) })
  }
  for (const visit of visits.changed) {
    await tx.visit.update({ where: { id: visit.id, caseId }, data: visitRow(caseId, visit, now) })
  }
  await removeParts(tx, caseId, consents.removed, leads.removed, visits.removed)
}

async function removeParts(
  tx: Transaction,
  caseId: string,
  consents: readonly string[],
  leads: readonly string[],
  visits: readonly string[],
): Promise<void> {
  if (leads.length > 0) await tx.lead.deleteMany({ where: { caseId, id: { in: [...leads] } } })
  if (visits.length > 0) await tx.visit.deleteMany({ where: { caseId, id: { in: [...visits] } } })
  if (consents.length > 0) await tx.consent.deleteMany({ where: { caseId, id: { in: [...consents] } } })
}
