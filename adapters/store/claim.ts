// Claims events of the inbox under a lease. Of one case only the oldest waiting event can be claimed, so that its turns keep
// their order, also with several processes on one PostgreSQL. With an event comes its case as it stands, in the same look.
import { after, type StoreContext } from './context.ts'
import { isFree } from './free.ts'
import { bury, openPayload, TRIES_MAX } from './inbox.ts'
import { receivedGate } from './json.ts'
import { type Prepared, prepared, runPrepared } from './prepared.ts'
import { type CaseRow, keepSnapshot } from './snapshot.ts'
import type { InboxItem } from './store.ts'
import { StoreError } from './store-error.ts'

const LEASE_MS = 30_000
const OLDEST_LOOKED_AT = 50
/** Where fewer than this many events wait, somebody is talking; where more do, somebody floods, and waits behind the others. */
const CROWD = 6
/** One claim in so many goes by age alone, so that a crowded lane moves on also while all others are busy. */
const BY_AGE_EVERY = 4
/** Lanes looked through for one that is not crowded, when the front of the inbox is one flood. */
const LANES_LOOKED_AT = 200

interface Claim extends Record<string, unknown> {
  readonly id: string
  readonly payload: unknown
  readonly attempts: number
  readonly case: CaseRow | null
}

/** First events of their lanes among the oldest that wait: nearly always there is a free one, and it is found at once. */
const NEAR_HEADS = `
  SELECT id FROM (SELECT id, lane FROM inbox WHERE state = 'waiting' ORDER BY id LIMIT ${OLDEST_LOOKED_AT}) AS h
  WHERE id = (SELECT o.id FROM inbox AS o WHERE o.state = 'waiting' AND o.lane = h.lane ORDER BY o.id LIMIT 1)`

/** First events of all lanes, for when one chat has flooded the front of the inbox: jumps from lane to lane. */
const lanes = (enough: string): string => `
  WITH RECURSIVE lanes AS (
    (SELECT id, lane, 1 AS n FROM inbox WHERE state = 'waiting' ORDER BY lane, id LIMIT 1)
    UNION ALL
    SELECT first.id, first.lane, lanes.n + 1 FROM lanes CROSS JOIN LATERAL (
      SELECT id, lane FROM inbox WHERE state = 'waiting' AND lane > lanes.lane ORDER BY lane, id LIMIT 1) AS first
    WHERE ${enough})
  SELECT id FROM lanes AS h`

const NOT_CROWDED = `
  (SELECT count(*) FROM (
    SELECT 1 FROM inbox AS c WHERE c.state = 'waiting' AND c.lane = h.lane LIMIT ${CROWD}) AS crowd) < ${CROWD}`

const ALL_HEADS = lanes('true')
const QUIET_NEAR_HEADS = `${NEAR_HEADS} AND ${NOT_CROWDED}`
const QUIET_HEADS = `${lanes(`lanes.n < ${LANES_LOOKED_AT}`)} WHERE ${NOT_CROWDED}`

/**
 * Takes the oldest free events of these heads; a try counts from here, so that a crash counts as well. The queries are
 * written so that they stay quick where PostgreSQL knows nothing of the tables' contents, as in the embedded database.
 * `also` narrows what may be taken. $1 now, $2 lease, $3 its end, $4 how many.
 */
const claimOf = (heads: string, also = ''): Prepared =>
  prepared(`
    WITH picked AS MATERIALIZED (
      SELECT id FROM inbox
      WHERE id = ANY(ARRAY(${heads})) AND state = 'waiting' ${also}
        AND ${isFree('$1::timestamptz', '', LEASE_MS)}
      ORDER BY id
      LIMIT $4::int
      FOR UPDATE SKIP LOCKED),
    taken AS (
      UPDATE inbox AS i
      SET lease = $2, lease_until = $3::timestamptz, attempts = i.attempts + 1
      FROM picked WHERE i.id = picked.id
      RETURNING i.id, i.lane, i.payload, i.attempts)
    SELECT t.id, t.payload, t.attempts, CASE WHEN c.id IS NOT NULL THEN jsonb_build_object(
      'id', c.id, 'version', c.xmin::text, 'state', c.state, 'wrapped', k.wrapped) END AS "case"
    FROM taken AS t
    LEFT JOIN conversation AS c
      ON c.platform = split_part(t.lane, ':', 1) AND c.peer = substr(t.lane, strpos(t.lane, ':') + 1)
    LEFT JOIN case_key AS k ON k.case_id = c.id
    ORDER BY t.id`)

const QUIET_NEAR = claimOf(QUIET_NEAR_HEADS)
const QUIET = claimOf(QUIET_HEADS)
const NEAR = claimOf(NEAR_HEADS)
const ALL = claimOf(ALL_HEADS)
/** What nobody tried before: should it take its process down, those claimed with it lose no more than one try. */
const UNTRIED = 'AND attempts = 0'
const UNTRIED_NEAR = claimOf(QUIET_NEAR_HEADS, UNTRIED)
const UNTRIED_ANYWHERE = claimOf(QUIET_HEADS, UNTRIED)

/** claims of this process so far */
let claims = 0

/** Those who talk before those who flood, the oldest first; a flood alone is worked off at full speed. */
function queries(many: boolean): readonly Prepared[] {
  claims += 1
  if (claims % BY_AGE_EVERY === 0) return [NEAR, ALL]
  return [...(many ? [UNTRIED_NEAR, UNTRIED_ANYWHERE] : [QUIET_NEAR, QUIET]), NEAR, ALL]
}

const isForOne = (query: Prepared): boolean => query !== UNTRIED_NEAR && query !== UNTRIED_ANYWHERE

interface Claimed {
  readonly lease: string
  readonly until: Date
  readonly rows: readonly Claim[]
}

async function claim(context: StoreContext, most: number): Promise<Claimed> {
  const lease = context.newId()
  const now = context.steady()
  const until = after(now, LEASE_MS)
  const values = [now.toISOString(), lease, until.toISOString()]
  for (const query of queries(most > 1)) {
    const rows = await runPrepared<Claim>(context.database.pool, query, [...values, isForOne(query) ? 1 : most])
    if (rows.length > 0) return { lease, until, rows }
  }
  return { lease, until, rows: [] }
}

/** A claimed row as an event; undefined when it cannot be played and was put aside. */
async function toItem(context: StoreContext, { lease, until }: Claimed, row: Claim): Promise<InboxItem | undefined> {
  const id = BigInt(row.id)
  const { payload, attempts } = row
  if (attempts > TRIES_MAX) {
    // nobody ever gave it back: each process that held it went down
    await bury(context, id, lease, 'abandoned')
    return undefined
  }
  try {
    const item = { id, received: receivedGate.read(openPayload(context, payload)), attempts, lease }
    if (row.case) keepSnapshot(item, row.case, until)
    return item
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    await bury(context, id, lease, error.code)
    return undefined
  }
}

/** See Store.take. */
export async function take(context: StoreContext, most: number): Promise<readonly InboxItem[]> {
  for (;;) {
    const claimed = await claim(context, most)
    if (claimed.rows.length === 0) return []
    const items: InboxItem[] = []
    for (const row of claimed.rows) {
      const item = await toItem(context, claimed, row)
      if (item) items.push(item)
    }
    if (items.length > 0) return items
  }
}
