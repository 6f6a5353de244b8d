// The fence between desks (docs/adr/0012): nobody but the store speaks with the database, so that no query can be written
// elsewhere that forgets whose it is.
import { expect, test } from 'vitest'
import { filesIn, sourceFile } from '../../support/source.ts'

/** The operator's commands, who may count over everybody. */
const OPERATORS = ['adapters/cli/audit.ts', 'adapters/cli/leads.ts']
const SPEAKS = /\bprisma\b|\$queryRaw|\$executeRaw|\bpool\.query\b|from 'pg'/

test('only the store speaks with the database', () => {
  const found = filesIn('adapters', '.ts')
    .map(sourceFile)
    .filter(({ name, code }) => !name.startsWith('adapters/store/') && SPEAKS.test(code))
    .map(({ name }) => name)
  expect(found.toSorted()).toEqual(OPERATORS)
})
