// The log says what is listed and nothing else: no field but those of the list, no word of an error but its name and place.
import { expect, test } from 'vitest'
import { createLog, errorName, errorPlace, LOG_FIELDS } from '../../adapters/log.ts'
import { filesIn, sourceFile } from '../support/source.ts'

const CANARY = 'canary-13912345678'

function logged(fields: Record<string, string | number>): Record<string, unknown> {
  const lines: string[] = []
  createLog(
    'info',
    () => new Date(0),
    line => void lines.push(line),
  )('warn', 'something', fields)
  expect(lines).toHaveLength(1)
  return JSON.parse(lines[0] ?? '')
}

test('a field that is not on the list is not written, whatever anybody passes', () => {
  const fields = { code: 'x', tries: 2, text: CANARY, phone: CANARY, body: CANARY, __proto__: CANARY }
  expect(logged(fields)).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    level: 'warn',
    event: 'something',
    code: 'x',
    tries: 2,
  })
})

test('no field can stand in for when, how bad or what', () => {
  expect(logged({ at: 'then', level: 'info', event: 'granted' })).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    level: 'warn',
    event: 'something',
  })
  for (const own of ['at', 'level', 'event']) expect(LOG_FIELDS).not.toContain(own)
})

test('every field of the list is used by the program', () => {
  const code = filesIn('adapters', '.ts')
    .filter(name => name !== 'adapters/log.ts')
    .map(name => sourceFile(name).code)
    .join('\n')
  expect(LOG_FIELDS.filter(field => !new RegExp(`[{,]\\s*${field}\\b`).test(code))).toEqual([])
})

test('of an error: its name and the place it came from, never its message, however many lines that has', () => {
  const error = new TypeError(`bad answer\n    at ${CANARY} (${CANARY}:1:1)\n${CANARY}`)
  expect(errorName(error)).toBe('TypeError')
  expect(errorPlace(error)).toMatch(/^at .*log\.test\.ts/)
  expect(errorPlace(error)).not.toContain(CANARY)
  expect(errorPlace(CANARY)).toBe('')
  const bare = new Error(CANARY)
  delete bare.stack
  expect(errorPlace(bare)).toBe('')
})
