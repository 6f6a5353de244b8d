// Whole talks from hello to the known outcome: each transcript's input lines are played through the real turn and the real
// classifier, and the file must come out as it stands. `npm test -- -u` rewrites; the officer reads the diff.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadData, projectRoot } from '../../adapters/files/load.ts'
import { startUnderstanding } from '../../adapters/nlp/understand.ts'
import { playTranscript } from '../support/play.ts'

/** What is said must not depend on how busy the machine is. */
const DEADLINE_MS = 30_000

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'transcripts')
const { knowledge } = loadData()
const understanding = startUnderstanding({ root: projectRoot(), log: () => {}, deadlineMs: DEADLINE_MS })

beforeAll(() => understanding.ready)
afterAll(() => understanding.close())

describe('transcripts', () => {
  const names = readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()
  test.each(names)('%s', async name => {
    const file = path.join(folder, name)
    const { text } = await playTranscript(knowledge, readFileSync(file, 'utf8'), understanding.understand)
    await expect(text).toMatchFileSnapshot(file)
  })
})
