// `yinqi people absent` changes one line of the list and refuses what the list would not hold.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAbsence } from '../../../adapters/cli/people.ts'
import { ROOT } from '../../support/rulebook.ts'

let root = ''
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'yinqi-people-'))
  for (const folder of ['engine', 'matching', 'bot'])
    cpSync(path.join(ROOT, folder), path.join(root, folder), { recursive: true })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const list = () => readFileSync(path.join(root, 'bot/people.yaml'), 'utf8')

test('an absence is added to the person, the rest of the file stays word for word', () => {
  const before = list().split('\n')
  addAbsence('bank-of-jiangsu-1', '2026-12-01', '2026-12-03', { root })
  addAbsence('bank-of-jiangsu-1', '2026-12-10', '2026-12-10', { root })
  const after = list().split('\n')
  const added = after.filter(line => !before.includes(line)).map(line => line.trim())
  expect(added).toEqual([
    'absences:',
    '- { from: 2026-12-01, to: 2026-12-03 }',
    '- { from: 2026-12-10, to: 2026-12-10 }',
  ])
  expect(after.filter(line => before.includes(line))).toEqual(before)
})

test.each([
  ['nobody', '2026-12-01', '2026-12-03', /lists nobody called nobody/],
  ['bank-of-jiangsu-1', '2026-12-03', '2026-12-01', /first and a last day/],
  ['bank-of-jiangsu-1', 'tomorrow', '2026-12-01', /first and a last day/],
])('%s %s %s is refused and nothing is written', (person, from, to, message) => {
  const before = list()
  expect(() => addAbsence(person, from, to, { root })).toThrow(message)
  expect(list()).toBe(before)
})
