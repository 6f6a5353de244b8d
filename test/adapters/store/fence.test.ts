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

/** A day and numbers of ours, spliced into two statements in three places. */
const SPLICED = ['adapters/store/deliveries.ts']

test('no statement is put together from text: values are parameters', () => {
  const programs = ['adapters', 'bot', 'engine', 'matching', 'prisma']
    .flatMap(folder => filesIn(folder, '.ts', '.mjs'))
    .map(sourceFile)
  const having = (pattern: RegExp) => programs.filter(({ code }) => pattern.test(code)).map(({ name }) => name)
  expect(having(/\$(?:query|execute)RawUnsafe\b/)).toEqual([])
  expect(having(/\bPrisma\s*\.\s*(?:raw|join|sql)\b/)).toEqual(SPLICED)
  // what goes to the driver by itself is written out, never put together on the way
  expect(having(/\.query\(\s*`[^`]*\$\{/)).toEqual([])
  expect(having(/\.query\([^)]*['"`]\s*\+/)).toEqual([])
})
