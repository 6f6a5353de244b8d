// A running server reads the list of people again; a faulty list changes nothing.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { isAbsent } from '#bot'
import { loadData } from '../../../adapters/files/load.ts'
import { watchPeople } from '../../../adapters/files/people-watch.ts'
import { day, ROOT } from '../../support/rulebook.ts'

const root = mkdtempSync(path.join(tmpdir(), 'yinqi-watch-'))
const file = path.join(root, 'bot/people.yaml')
mkdirSync(path.dirname(file))
cpSync(path.join(ROOT, 'bot/people.yaml'), file)
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('an absence counts without a restart, a fault is told and leaves the list in force', {
  timeout: 30_000,
}, async () => {
  const codes: string[] = []
  const watch = watchPeople(root, loadData().knowledge, (_level, code) => void codes.push(code), 20)
  const away = () => {
    const person = watch.knowledge.staffing.people.get('bank-of-jiangsu-1')
    return person && isAbsent(person, day('2026-12-02'))
  }
  expect(away()).toBe(false)
  const list = readFileSync(file, 'utf8')
  const absence = '    absences: [{ from: 2026-12-01, to: 2026-12-03 }]\n'
  writeFileSync(file, list.replace('    name: 示意经办甲\n', `    name: 示意经办甲\n${absence}`))
  await vi.waitFor(() => expect(away()).toBe(true), { timeout: 10_000 })
  writeFileSync(file, list.replace('role: clerk', 'role: king'))
  await vi.waitFor(() => expect(codes.at(-1)).toBe('people-faulty'), { timeout: 10_000 })
  expect(away()).toBe(true)
  watch.stop()
})

test('left to itself it looks often enough: who is taken off the list is off within a minute', {
  timeout: 90_000,
}, async () => {
  const list = readFileSync(path.join(ROOT, 'bot/people.yaml'), 'utf8')
  writeFileSync(file, list)
  const watch = watchPeople(root, loadData().knowledge, () => undefined)
  const [first] = [...watch.knowledge.staffing.people.values()]
  const gone = first?.id ?? expect.unreachable('nobody is listed')
  const lines = list.split('\n')
  const from = lines.indexOf(`  ${gone}:`)
  const to = lines.findIndex((line, at) => at > from && /^ {0,2}\S/.test(line))
  expect(from).toBeGreaterThan(0)
  writeFileSync(file, [...lines.slice(0, from), ...lines.slice(to < 0 ? lines.length : to)].join('\n'))
  await vi.waitFor(() => expect(watch.knowledge.staffing.people.has(gone)).toBe(false), {
    timeout: 60_000,
    interval: 200,
  })
  watch.stop()
})
