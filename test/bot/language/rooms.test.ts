// The rooms of bot/language stand in an order: each imports values only from itself and from rooms before it.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../support/rulebook.ts'
import { filesIn, sourceFile } from '../../support/source.ts'

const HOME = 'bot/language'
const ORDER = [
  'text',
  'values',
  'names',
  'pages',
  'scene',
  'changes',
  'sums',
  'pairing',
  'unsaid',
  'trade',
  'commands',
  'choices',
  'identity',
  'idioms',
  'facts',
  'answers',
]
/** Which fact plays which role: it imports nothing, and every room may ask it. */
const BELOW_ALL = `${HOME}/roles.ts`

test('every room stands in the order', () => {
  const rooms = readdirSync(path.join(ROOT, HOME), { withFileTypes: true }).filter(entry => entry.isDirectory())
  expect(rooms.map(({ name }) => name).sort()).toEqual([...ORDER].sort())
})

test('a room imports only what stands before it', () => {
  const roomOf = (file: string) => path.posix.relative(HOME, path.posix.dirname(file))
  const wrong = filesIn(HOME, '.ts')
    .map(sourceFile)
    .filter(({ name }) => ORDER.includes(roomOf(name)))
    .flatMap(({ name, imports }) =>
      imports
        .filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly)
        .map(({ from, line }) => ({ line, target: path.posix.join(path.posix.dirname(name), from) }))
        .filter(({ target }) => {
          const place = ORDER.indexOf(roomOf(target))
          return target !== BELOW_ALL && (place < 0 || place > ORDER.indexOf(roomOf(name)))
        })
        .map(({ target, line }) => `${name}:${line} imports ${target}`),
    )
  expect(wrong).toEqual([])
})
