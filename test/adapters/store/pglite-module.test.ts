// PGlite's SQL parser is never optimised: V8 would take 600 MB for it, whatever else the process needs.
import { setTimeout as pause } from 'node:timers/promises'
import { getHeapStatistics } from 'node:v8'
import { expect, onTestFinished, test } from 'vitest'
import { openEmbedded } from '../../../adapters/store/embedded.ts'

/** what V8's compilers took at most until now, in megabytes */
const taken = () => getHeapStatistics().peak_malloced_memory / 1e6
/** the largest other function takes 90 */
const MEGABYTES_MAX = 250
/** V8 optimises in the background */
const WAIT_MS = 1_500

test('reading statements does not have the parser optimised', { timeout: 60_000 }, async () => {
  const { pool, close } = await openEmbedded({})
  onTestFinished(close)
  for (let n = 0; n < 50; n++) {
    const { rows } = await pool.query(
      `SELECT a + ${n} AS b FROM (SELECT ${n} AS a) AS t WHERE a IN (1, 2, ${n}) ORDER BY b`,
    )
    expect(rows).toEqual([{ b: 2 * n }])
  }
  await pause(WAIT_MS)
  expect(taken()).toBeLessThan(MEGABYTES_MAX)
})
