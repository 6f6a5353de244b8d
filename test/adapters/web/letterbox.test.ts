// Notes that commands leave for a running product: taken in once, whole or not at all, and readable by nobody else.
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeskAccess } from '../../../adapters/store/desk-access.ts'
import { leaveNote, openLetterbox } from '../../../adapters/web/staff/letterbox.ts'

const UNTIL = '2026-11-23T01:15:00.000Z'
const OTHERS = 0o077

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'yinqi-notes-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

/** Writes down what it is asked for; the rest must not be asked. */
function listener() {
  const heard: string[] = []
  const never = async () => expect.unreachable('not the letterbox’s business')
  const access: DeskAccess = {
    issueLink: async ({ hash, person, until }) => void heard.push(`link ${hash} ${person} ${until.toISOString()}`),
    endDesksOf: async (person, by) => heard.push(`end ${person} ${by}`),
    enterByLink: never,
    enterByAccount: never,
    deskSession: never,
    seenDesk: never,
    endDesk: never,
    noteDesk: never,
  }
  return { heard, take: openLetterbox(dir, access) }
}

test('a note is taken in once, also when two ask at the same time, and leaves nothing behind', async () => {
  const { heard, take } = listener()
  await take()
  await leaveNote(dir, { is: 'link', hash: 'h1', person: 'wang', until: UNTIL })
  await leaveNote(dir, { is: 'end', person: 'li' })
  await Promise.all([take(), take(), take()])
  expect(heard.toSorted()).toEqual(['end li operator', `link h1 wang ${UNTIL}`])
  expect(await readdir(join(dir, 'desk-notes'))).toEqual([])
})

test('what is not a note is thrown away, and the notes beside it count', async () => {
  const { heard, take } = listener()
  await leaveNote(dir, { is: 'link', hash: 'h1', person: 'wang', until: UNTIL })
  const folder = join(dir, 'desk-notes')
  for (const [name, text] of [
    ['a.json', '{'],
    ['b.json', '{"is":"link"}'],
    ['c.json', '{"is":"link","hash":"h","person":"p","until":"never"}'],
    ['d.json', '{"is":"end","person":"wang","more":1}'],
  ] as const)
    await writeFile(join(folder, name), text)
  await writeFile(join(folder, 'half.part'), '{"is":"end","person":"wang"}')
  await take()
  expect(heard).toEqual([`link h1 wang ${UNTIL}`])
  expect(await readdir(folder)).toEqual(['half.part'])
})

test('nobody but the running account can read or leave a note', async () => {
  await leaveNote(dir, { is: 'end', person: 'li' })
  const folder = join(dir, 'desk-notes')
  const [name = ''] = await readdir(folder)
  expect((await stat(folder)).mode & OTHERS).toBe(0)
  expect((await stat(join(folder, name))).mode & OTHERS).toBe(0)
})
