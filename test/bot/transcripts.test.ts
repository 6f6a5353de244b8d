// Whole talks from hello to the known outcome: each transcript's input lines are played through the real turn, and the file
// must come out as it stands. `npm test -- -u` rewrites; the officer reads the diff.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadData } from '../../adapters/files/load.ts'
import { type Guess, playTranscript } from '../support/play.ts'

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'transcripts')
const { knowledge } = loadData()
// grammar and buttons carry every road; the classifier is tested with its own data
const guess: Guess = async () => []

describe('transcripts', () => {
  for (const name of readdirSync(folder).filter(file => file.endsWith('.txt')).sort()) {
    test(name, async () => {
      const file = path.join(folder, name)
      const { text } = await playTranscript(knowledge, readFileSync(file, 'utf8'), guess)
      await expect(text).toMatchFileSnapshot(file)
    })
  }
})
