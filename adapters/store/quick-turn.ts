// The ordinary turn, which nearly all of them are: a company says something, the bot answers, the case remembers it. It is
// thought out on the case that came with the claim and written in one statement, which is one transaction: the database
// takes all of it or nothing, and nothing unless the case is still that case and the event still ours.
import { isDeepStrictEqual } from 'node:util'
import type { Case, Outcome } from '#bot'
import type { Received } from '../received.ts'
import type { StoreContext } from './context.ts'
import { mustBeSent } from './deliveries.ts'
import { messageRow } from './messages.ts'
import { prepared, runPrepared } from './prepared.ts'
import { type Chat, heard, toSay } from './said.ts'
import type { Snapshot } from './snapshot.ts'
import type { InboxItem } from './store.ts'
import { timerRows } from './timers.ts'
import { caseColumn } from './write-case.ts'

/**
 * $1 case, $2 its version, $3 its new state or null, $4 now, $5 event, $6 lease, $7 keys of timers that stop, $8 timers,
 * $9 messages, $10 and $11 platform and peer, $12 whether what the bot says must be sent.
 *
 * `ours` locks both rows and checks them; everything else reads from it, so without it nothing happens. Ids of messages are
 * drawn after that lock, so they grow in the order of commits within a chat.
 */
const TURN = prepared(`
  WITH locked AS MATERIALIZED (
    SELECT id FROM conversation WHERE id = $1 AND xmin = $2::text::xid FOR UPDATE),
  ours AS MATERIALIZED (
    SELECT i.id FROM locked, inbox AS i
    WHERE i.id = $5::bigint AND i.lease = $6 AND i.state = 'waiting' FOR UPDATE OF i),
  finished AS (
    UPDATE inbox SET state = 'done', payload = NULL, lease = NULL, lease_until = NULL, code = NULL
    WHERE id IN (SELECT id FROM ours)),
  changed AS (
    UPDATE conversation SET state = $3::jsonb, updated_at = $4::timestamptz
    WHERE id = $1 AND $3::jsonb IS NOT NULL AND EXISTS (SELECT 1 FROM ours)),
  stopped AS (
    DELETE FROM timer WHERE case_id = $1 AND key = ANY($7::text[]) AND EXISTS (SELECT 1 FROM ours)),
  wound AS (
    INSERT INTO timer (case_id, key, id, at, what)
    SELECT $1, t.key, t.id, t.at, t.what
    FROM ours, jsonb_to_recordset($8::jsonb) AS t (key text, id text, at timestamptz, what text)
    ON CONFLICT (case_id, key) DO UPDATE
    SET id = EXCLUDED.id, at = EXCLUDED.at, what = EXCLUDED.what, rung_at = NULL),
  said AS (
    INSERT INTO message (case_id, platform, peer, direction, author, card, slot, at)
    SELECT $1, $10, $11, m.direction::direction, m.author, m.card, m.slot, m.at
    FROM (SELECT m.* FROM ours, ROWS FROM (jsonb_to_recordset($9::jsonb)
      AS (direction text, author text, card jsonb, slot text, at timestamptz)) WITH ORDINALITY
      AS m (direction, author, card, slot, at, nth) ORDER BY nth) AS m
    RETURNING id, direction),
  sent AS (
    INSERT INTO delivery (message_id, platform, address, thread)
    SELECT id, $10, $11, '' FROM said WHERE direction = 'out' AND $12::boolean ORDER BY id)
  SELECT id FROM ours`)

/** The chat of an event that a company sent; only such a turn may be ordinary. */
export function chatOf({ target, platform, from, event }: Received): Chat | undefined {
  if (target.kind !== 'conversation' || from.kind !== 'enterprise' || event.kind === 'tick') return undefined
  return { platform, peer: target.peer }
}

const same = (before: Case, after: Case): boolean =>
  isDeepStrictEqual([before.consents, before.leads, before.visits], [after.consents, after.leads, after.visits])

const isEmpty = (list: readonly unknown[] | undefined): boolean => list === undefined || list.length === 0

/** Whether nobody but the company is concerned: no lead, consent or visit, no desk, no paper, nothing for the audit chain. */
function isOrdinary(before: Case, { platform }: Chat, outcome: Outcome): boolean {
  if (outcome.erase || outcome.expire || ![outcome.events, outcome.recalls, outcome.papers].every(isEmpty)) return false
  // a message with a slot may have to take the place of one that still waits to be sent
  const isPlain = ({ to, slot }: Outcome['posts'][number]) =>
    to.kind === 'enterprise' && !(slot !== undefined && mustBeSent(platform))
  return outcome.posts.every(isPlain) && same(before, outcome.case)
}

/** Writes the turn; false when it is not ordinary, or when its case or its event is not what it was: then nothing is written. */
export async function writeQuickly(
  context: StoreContext,
  { id, lease, received }: InboxItem,
  snapshot: Snapshot,
  outcome: Outcome,
): Promise<boolean> {
  const chat = chatOf(received)
  if (!chat || !isOrdinary(snapshot.case, chat, outcome)) return false
  const { case: before, key, version } = snapshot
  const owner = { caseId: before.id, key }
  const messages = [
    ...(await heard(context.database.prisma, context, received)),
    ...toSay(context, chat, outcome.posts),
  ].map(message => messageRow(owner, message))
  const state = isDeepStrictEqual(before, outcome.case) ? null : JSON.stringify(caseColumn(key, outcome.case))
  const { stop, set } = timerRows(context, outcome.timers)
  const rows = await runPrepared(context.database.pool, TURN, [
    ...[before.id, version, state, context.now().toISOString(), String(id), lease],
    ...[stop, JSON.stringify(set), JSON.stringify(messages), chat.platform, chat.peer, mustBeSent(chat.platform)],
  ])
  return rows.length === 1
}
