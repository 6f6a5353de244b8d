// `npm run bench`: what rating, matching, asking, understanding and a whole turn cost on this machine, each beside a
// yardstick of the same run. Nothing here is asserted; docs/benchmarks.md keeps the day's table.
import os from 'node:os'
import { extract, newCase, normalise, turn } from '#bot'
import { FEN_PER_WAN, read } from '#engine'
import { match, nextQuestion } from '#matching'
import { loadData } from '../../adapters/files/load.ts'
import { firms } from '../support/firms.ts'
import { measure, percentiles, row } from './measure.ts'

const { knowledge, rulebook, catalogue } = loadData()
const TODAY = 20_779 // 2026-11-22
const COUNT = 400

/** 科小 by hand, for one fixed set of known numbers: the floor that no declarative model can pass. */
function byHand(x: {
  staff: number
  tech: number
  rd: number
  revenue: number
  cost: number
  class1: number
  class2: number
}): number {
  const share = x.staff === 0 ? 0 : x.tech / x.staff
  const a = share >= 0.3 ? 20 : share >= 0.25 ? 16 : share >= 0.2 ? 12 : share >= 0.15 ? 8 : share >= 0.1 ? 4 : 0
  const r = x.revenue === 0 ? 0 : x.rd / x.revenue
  const c = x.cost === 0 ? 0 : x.rd / x.cost
  const b1 = r >= 0.06 ? 50 : r >= 0.05 ? 40 : r >= 0.04 ? 30 : r >= 0.03 ? 20 : r >= 0.02 ? 10 : 0
  const b2 = c >= 0.3 ? 50 : c >= 0.25 ? 40 : c >= 0.2 ? 30 : c >= 0.15 ? 20 : c >= 0.1 ? 10 : 0
  const d = x.class1 >= 1 ? 30 : x.class2 >= 4 ? 24 : x.class2 * 6
  return a + Math.max(b1, b2) + d
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function benchRating(): void {
  const known = firms(rulebook, COUNT, 1, 1)
  const half = firms(rulebook, COUNT, 0.5, 2)
  const plain = known.map((_, i) => ({
    staff: 40 + i,
    tech: 12,
    rd: 180 * FEN_PER_WAN,
    revenue: (3000 + i) * FEN_PER_WAN,
    cost: 2700 * FEN_PER_WAN,
    class1: i % 2,
    class2: i % 6,
  }))
  const hand = measure(plain, byHand)
  const [model] = [...rulebook.models.keys()]
  print([
    '',
    '## Rating one company (full explanation)',
    '',
    '| | µs a company | companies/s | to hand-written 科小 score |',
    '| --- | --- | --- | --- |',
    row('hand-written TypeScript, score only', hand),
  ])
  for (const id of knowledge.script.ratings) {
    print([
      row(
        `${id}, all facts known`,
        measure(known, dossier => read(rulebook, dossier, TODAY).rating(id)),
        hand,
      ),
      row(
        `${id}, half unknown`,
        measure(half, dossier => read(rulebook, dossier, TODAY).rating(id)),
        hand,
      ),
    ])
  }
  print(['', `(${rulebook.models.size} models loaded; first ${model})`])
}

function benchMatching(): void {
  const half = firms(rulebook, COUNT, 0.5, 3)
  const one = measure(half, dossier => match(catalogue, read(rulebook, dossier, TODAY)))
  const options = { skipped: [], models: knowledge.script.ratings }
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

const MESSAGES = [
  '我们是武汉的光电公司，2018年成立，八十来个人，去年营收三千二百万',
  '想贷1000万，三年，搞研发',
  '3个发明专利，30多个软著，税务A级，没有被执行',
  '研发人员16个，研发费用260万，前年营收2200万',
  'We have 12 patents and revenue of 30 million yuan last year',
]

function benchTalk(): void {
  const say = measure(MESSAGES, text =>
    extract(knowledge.lexicon, normalise(text), { today: TODAY, pending: [], language: 'zh' }),
  )
  const start = newCase('bench', '2026-11-22T01:00:00.000Z')
  const incoming = (text: string) => ({
    eventId: text,
    at: '2026-11-22T01:00:00.000Z',
    from: { kind: 'enterprise' as const },
    kind: 'text' as const,
    text,
    guesses: [],
  })
  const whole = measure(MESSAGES, text => turn(knowledge, start, incoming(text)))
  print([
    '',
    '## Talk',
    '',
    '| | µs a message | messages/s | |',
    '| --- | --- | --- | --- |',
    row('facts from one message', say),
    row('whole pure turn (understand, rate, match, ask)', whole, say),
  ])
}

print([
  `# Benchmarks`,
  '',
  `Node ${process.version}, ${os.cpus()[0]?.model.trim() ?? '?'} × ${os.cpus().length}, ${COUNT} generated companies, medians of 7 rounds.`,
])
benchRating()
benchMatching()
benchTalk()
