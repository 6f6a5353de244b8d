// Hundreds of small worlds around the pure turn (`npm run test:simulate`: ten thousand). A world that breaks a rule names its
// seed: SEED=<n> plays it alone.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadData, projectRoot } from '../../adapters/files/load.ts'
import { HOSTILE } from '../support/hostile.ts'
import { momentsOf } from '../support/scenes.ts'
import { randomOf, simulate } from '../support/simulate.ts'

const SEEDS = Number(process.env['SEEDS'] ?? 500)
const ONLY = process.env['SEED']
const STEPS = 12
const TEXT_MAX = 300
const FOLDER = new URL('transcripts/', import.meta.url)

const spoken = readdirSync(FOLDER)
  .filter(name => name.endsWith('.txt'))
  .flatMap(name =>
    [...readFileSync(new URL(name, FOLDER), 'utf8').matchAll(/^> ([^[(].*)$/gm)].map(([, text = '']) => text),
  )
const texts = [...spoken, ...HOSTILE.filter(text => text.length <= TEXT_MAX)]

test(`${SEEDS} worlds of ${STEPS} events keep every rule`, { timeout: 7_200_000 }, () => {
  const { knowledge } = loadData(projectRoot())
  const moments = momentsOf(knowledge, 60)
  const sum = { steps: 0, duplicates: 0, crashes: 0, ticks: 0 }
  const seeds = ONLY === undefined ? Array.from({ length: SEEDS }, (_, seed) => seed) : [Number(ONLY)]
  const broken: string[] = []
  for (const seed of seeds) {
    const moment = moments[seed % moments.length]
    if (!moment) throw new Error('no moment')
    try {
      const told = simulate(knowledge, moment, texts, seed, STEPS)
      sum.steps += told.steps
      sum.duplicates += told.duplicates
      sum.crashes += told.crashes
      sum.ticks += told.ticks
    } catch (error) {
      broken.push(`SEED=${seed} (${moment.name}): ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  expect(broken.slice(0, 10)).toEqual([])
  if (ONLY === undefined) {
    expect(sum.duplicates).toBeGreaterThan(SEEDS / 4)
    expect(sum.crashes).toBeGreaterThan(SEEDS / 4)
  }
  console.log(`${seeds.length} seeds:`, JSON.stringify(sum))
})

test('a seed gives one world', () => {
  const draw = (seed: number) => Array.from({ length: 20 }, randomOf(seed))
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  for (const value of draw(9)) expect(value >= 0 && value < 1).toBe(true)
})
