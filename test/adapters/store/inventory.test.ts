// Every column of every table stands in exactly one class of docs/privacy.md, what must be sealed is, and the export has
// every table: a column that nobody classified fails here.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { ROOT } from '../../support/rulebook.ts'
import { openMemoryStore } from '../../support/store.ts'
import * as e from './events.ts'

/** Prisma's own book of schema versions. */
const BOOKS = '_prisma_migrations'
/** Tables that hold nothing of one company: the end of the audit chain, the master key, who polls for all, sign-ins of staff. */
const NOBODYS = ['audit_head', 'master_key', 'case_key', 'office', 'desk_link', 'desk_session']

const page = readFileSync(path.join(ROOT, 'docs/privacy.md'), 'utf8')
const classes = new Map(
  [...page.matchAll(/^\| (company|address|staff|visit|secret|plain) \| ([^|]+) \|/gm)].map(
    ([, name = '', columns = '']) =>
      [name, [...columns.matchAll(/`([\w.]+)`/g)].map(([, column = '']) => column)] as const,
  ),
)

let store: OpenStore
beforeAll(async () => {
  store = await openMemoryStore({ route: e.ROUTE })
})
afterAll(() => store.close())

async function columns(): Promise<{ name: string; table: string; type: string }[]> {
  const { rows } = await store.database.pool.query(
    `SELECT table_name || '.' || column_name AS name, table_name AS "table", data_type AS type
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '${BOOKS}'`,
  )
  return rows
}

test('the inventory names every column once, and no column that is not there', async () => {
  const named = [...classes.values()].flat()
  expect(classes.size).toBe(6)
  expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([])
  expect(named.toSorted()).toEqual((await columns()).map(({ name }) => name).toSorted())
})

test('every JSON column is of the class that is sealed: words cannot slip into another', async () => {
  const json = (await columns()).filter(({ type }) => type.startsWith('json')).map(({ name }) => name)
  expect(json.toSorted()).toEqual(classes.get('company')?.toSorted())
})

test('what the class says is sealed stands sealed in the table', async () => {
  await store.accept(e.says('p', '云谷'))
  const item = await e.claim(store)
  const waiting = await store.database.pool.query(`SELECT payload->'event' AS value FROM inbox WHERE state = 'waiting'`)
  await store.play(
    item,
    e.step(item, { change: e.withLead, posts: [e.toEnterprise('好'), e.toDesk('icbc', 't', '好')] }),
  )
  const said = await store.database.pool.query(
    'SELECT card AS value FROM message UNION ALL SELECT state FROM conversation',
  )
  const values = [...waiting.rows, ...said.rows].map(row => Object.keys(row.value))
  expect(values).toHaveLength(5)
  expect(values.every(keys => keys.join() === 'sealed')).toBe(true)
})

test('the export has every table that holds something of a company', async () => {
  await e.turn(store, e.says('q', '云谷'), { change: e.withLead })
  const tables = new Set((await columns()).map(({ table }) => table).filter(table => !NOBODYS.includes(table)))
  const exported = await store.exportChat('telegram', 'q')
  expect(Object.keys(exported?.tables ?? {}).toSorted()).toEqual([...tables].toSorted())
})
