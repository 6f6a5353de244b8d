// Statements that run in every turn, planned by the database once per connection instead of each time: the embedded one
// spends most of a statement on planning it. They go past Prisma, straight to a connection of the pool.
import { createHash } from 'node:crypto'
import type pg from 'pg'

const NAME_DIGITS = 16

/** A statement with `$1`, `$2` … and the name under which a connection keeps its plan. */
export interface Prepared {
  readonly name: string
  readonly text: string
}

/** The name follows the text, so two versions of the program can share a connection pooler. */
export const prepared = (text: string): Prepared => ({
  name: `yinqi_${createHash('sha256').update(text).digest('hex').slice(0, NAME_DIGITS)}`,
  text,
})

/** A connection that breaks while it is ours fails its statement, which says it all; unheard, it would end the process. */
const heard = () => {}

/**
 * Runs a statement in a transaction of its own and answers its rows; bigints come as strings, JSON parsed. A fault of the
 * statement leaves the connection in the pool, one that broke is dropped there.
 */
export async function runPrepared<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  { name, text }: Prepared,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const client = await pool.connect()
  client.on('error', heard)
  try {
    const { rows } = await client.query<Row>({ name, text, values: [...values] })
    return rows
  } finally {
    client.off('error', heard)
    client.release()
  }
}
