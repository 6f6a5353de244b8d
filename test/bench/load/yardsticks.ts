// What the load test compares with, in the same run: a transaction of six statements, the least a turn could cost the
// database if it were written the plain way, and a telegraf that only answers.
import { Telegraf } from 'telegraf'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { together } from './events.ts'

const TRANSACTIONS = 1_000
const UPDATES = 10_000

/** Transactions a second of six statements each, `atOnce` at a time. */
export async function bareTransactions(store: OpenStore, atOnce: number): Promise<number> {
  const { pool } = store.database
  await pool.query('CREATE TABLE IF NOT EXISTS yardstick (id bigserial PRIMARY KEY, peer text, body jsonb)')
  const one = async (n: number) => {
    const client = await pool.connect()
    await client.query('BEGIN')
    await client.query('INSERT INTO yardstick (peer, body) VALUES ($1, $2)', [`p${n}`, '{}'])
    await client.query('SELECT id FROM yardstick WHERE id = $1 FOR UPDATE', [n])
    await client.query('UPDATE yardstick SET body = $2 WHERE peer = $1 AND id > $3', [`p${n}`, '{"a":1}', n])
    await client.query('SELECT count(*) FROM yardstick WHERE id = $1', [n])
    await client.query('COMMIT')
    client.release()
  }
  const began = performance.now()
  await together(
    Array.from({ length: TRANSACTIONS }, (_, n) => n),
    atOnce,
    one,
  )
  const perSecond = TRANSACTIONS / ((performance.now() - began) / 1000)
  await pool.query('DROP TABLE yardstick')
  return perSecond
}

/** Updates a second of a bot that only answers, without a network. */
export async function echo(): Promise<number> {
  const bot = new Telegraf('1:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')
  bot.botInfo = { id: 1, is_bot: true, first_name: 'x', username: 'x' } as NonNullable<typeof bot.botInfo>
  let answered = 0
  bot.on('text', async () => {
    answered += 1
  })
  const began = performance.now()
  for (let n = 0; n < UPDATES; n++) {
    const chat = { id: n, type: 'private' as const, first_name: 'x' }
    const from = { id: n, is_bot: false, first_name: 'x' }
    await bot.handleUpdate({ update_id: n, message: { message_id: n, date: 0, chat, from, text: '你好' } })
  }
  return answered / ((performance.now() - began) / 1000)
}
