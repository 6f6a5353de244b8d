// What matching one company with every product, and choosing the next question, costs.
import { modelsAnywhere } from '#bot'
import { read } from '#engine'
import { match, nextQuestion } from '#matching'
import { firms } from '../support/firms.ts'
import { type Bench, COUNT, print, TODAY } from './bench.ts'
import { measure, percentiles, row } from './measure.ts'

/** Section `matching`, one company at a time. */
export function benchOneMatch({ knowledge, rulebook, catalogue }: Bench): void {
  const half = firms(rulebook, COUNT, 0.5, 3)
  const one = measure(half, dossier => match(catalogue, read(rulebook, dossier, TODAY)))
  const options = { skipped: [], models: modelsAnywhere(knowledge.script) }
  const [p50 = 0, p99 = 0] = percentiles(
    half,
    dossier => nextQuestion(catalogue, read(rulebook, dossier, TODAY), options),
    [50, 99],
  )
  print([
    '',
    `## Matching (${catalogue.products.size} products, half the facts unknown)`,
    '',
    '| | µs a company | companies/s | |',
    '| --- | --- | --- | --- |',
    row('all verdicts with reasons', one),
  ])
  print(['', `next question, ratings included: p50 ${(p50 / 1000).toFixed(2)} ms, p99 ${(p99 / 1000).toFixed(2)} ms`])
}
