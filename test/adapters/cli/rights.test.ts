// Every command that opens the database has a row in the table of rights, and only whoever runs the server may run it.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ALL_RIGHTS, may } from '#bot'

const FOLDER = new URL('../../../adapters/cli/', import.meta.url)
const OPENS = /from '(?:\.\/open-store|\.\.\/product|\.\.\/store\/open)\.ts'/

test('commands with the database are those of the table', () => {
  const open = readdirSync(FOLDER)
    .filter(name => name.endsWith('.ts') && name !== 'open-store.ts')
    .filter(name => OPENS.test(readFileSync(new URL(name, FOLDER), 'utf8')))
    .map(name => `command.${name.slice(0, -'.ts'.length)}`)
  const rows = ALL_RIGHTS.filter(right => right.startsWith('command.'))
  expect(open.toSorted()).toEqual(rows.toSorted())
  expect(
    rows.every(
      right => may(['operator'], right) && !may(['local', 'demo', 'staff', 'owner', 'manager', 'company'], right),
    ),
  ).toBe(true)
})
