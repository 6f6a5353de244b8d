// What one rating with its full explanation costs, beside a score written by hand.
import { modelsAnywhere } from '#bot'
import { FEN_PER_WAN, read } from '#engine'
import { firms } from '../support/firms.ts'
import { type Bench, COUNT, print, TODAY } from './bench.ts'
import { measure, row } from './measure.ts'

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

/** Section `rating`, one company at a time. */
export function benchOneRating({ knowledge, rulebook }: Bench): void {
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
  for (const id of modelsAnywhere(knowledge.script)) {
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
