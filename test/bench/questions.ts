// The benchmark of questions: how many facts and requests it takes until grade and first plans are proven, for our policy,
// a fixed questionnaire and publicodes' way, beside the clairvoyant minimum; and how long it takes to choose a question.
import { modelsFor } from '#bot'
import { type Dossier, type Reading, read } from '#engine'
import { type Catalogue, match, outlookOf, plansOf } from '#matching'
import { firms } from '../support/firms.ts'
import { trueFirms } from '../support/true-firms.ts'
import { type Bench, print, TODAY } from './bench.ts'
import { certificateOf, loadHighs } from './certificate.ts'
import { cpuPercentiles } from './measure.ts'
import { fixedOrder, inBundles, mostMissing, ours } from './question-policies.ts'
import { outcomeOf, type Policy, type Setting, shareShown, type Walk, walk } from './question-walk.ts'

const FIRMS = 2_000
/** The yardsticks are walked by so many of them, and the exact minimum is found for so many: both are slow. */
const COMPARED = 400
const CERTIFIED = 100
/** Companies whose next question is timed, and the size of the catalogue they are timed on. */
const TIMED = 100
const PRODUCTS = 3_000
const SEED = 2026
const STEPS_SHOWN = [1, 2, 3, 4, 5, 6, 8, 10]

const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length)
function at(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
const goal = (met: boolean): string => (met ? 'OK' : 'MISSED')

function walkRow(name: string, walks: readonly Walk[]): string {
  const [facts, requests] = [walks.map(one => one.facts), walks.map(one => one.requests)]
  const first = walks.map(one => one.firstVerdict ?? Number.POSITIVE_INFINITY)
  const cells = [
    walks.length,
    mean(facts).toFixed(1),
    at(facts, 0.5),
    at(requests, 0.5),
    at(requests, 0.9),
    at(first, 0.5),
  ]
  return `| ${name} | ${cells.join(' | ')} |`
}

/** Does every walk end where asking everything ends? */
function identical(
  setting: Setting,
  rulebook: Bench['rulebook'],
  truths: readonly Dossier[],
  walks: readonly Walk[],
): number {
  return walks.filter((one, index) => {
    const told = outcomeOf(setting, read(rulebook, one.end.dossier, TODAY))
    return one.settled && told === outcomeOf(setting, read(rulebook, truths[index] ?? {}, TODAY))
  }).length
}

function printShares(
  setting: Setting,
  rulebook: Reading['rulebook'],
  walks: readonly Walk[],
  yardstick: readonly Walk[],
): void {
  const share = (list: readonly Walk[], requests: number) =>
    mean(
      list.map(one => {
        const [then, last] = [one.told[Math.min(requests, one.told.length - 1)], one.told.at(-1)]
        const reading = (told: Dossier) => read(rulebook, told, TODAY)
        return then && last ? shareShown(setting, reading(then), plansOf(setting.catalogue, reading(last))) : 0
      }),
    ).toFixed(2)
  print([
    '',
    'Share of the final three plans (by main product, weighed 3 : 2 : 1) that the probable plan shows after so many requests:',
    '',
    `| | ${STEPS_SHOWN.join(' | ')} |`,
    `| --- |${STEPS_SHOWN.map(() => ' --- |').join('')}`,
    `| ours | ${STEPS_SHOWN.map(step => share(walks, step)).join(' | ')} |`,
    `| publicodes’ way, in the same bundles | ${STEPS_SHOWN.map(step => share(yardstick, step)).join(' | ')} |`,
  ])
}

/** The catalogue again and again under other names, until there are `count` products. */
function enlarged(catalogue: Catalogue, count: number): Catalogue {
  const list = [...catalogue.products.values()]
  const products = Array.from({ length: count }, (_, index) => {
    const product = list[index % list.length]
    if (!product) throw new Error('the catalogue is empty')
    return index < list.length ? product : { ...product, id: `${product.id}-${Math.floor(index / list.length)}` }
  })
  return { ...catalogue, products: new Map(products.map(product => [product.id, product])) }
}

function benchPick({ knowledge, rulebook, catalogue }: Bench, setting: Setting): void {
  const large = enlarged(catalogue, PRODUCTS)
  const half = firms(rulebook, TIMED, 0.5, 3)
  const pick = (products: Catalogue) => (dossier: Dossier) => {
    const reading = read(rulebook, dossier, TODAY)
    return outlookOf(products, reading, {
      skipped: [],
      models: modelsFor(knowledge, reading),
      opening: setting.opening,
    })
  }
  const matching = cpuPercentiles(half, dossier => match(large, read(rulebook, dossier, TODAY)), [50, 99])
  const rows = [
    [`${catalogue.products.size} products`, cpuPercentiles(half, pick(catalogue), [50, 99])],
    [
      `${PRODUCTS} products (the catalogue ${Math.ceil(PRODUCTS / catalogue.products.size)} times)`,
      cpuPercentiles(half, pick(large), [50, 99]),
    ],
    [`for comparison: matching with every reason, ${PRODUCTS} products`, matching],
  ] as const
  const ms = (us: number | undefined) => ((us ?? 0) / 1_000).toFixed(1)
  print([
    '',
    `Processor time to choose the next question with its proof, ${TIMED} companies, half the facts unknown:`,
    '',
    '| | p50 ms | p99 ms |',
    '| --- | --- | --- |',
    ...rows.map(([name, [p50, p99]]) => `| ${name} | ${ms(p50)} | ${ms(p99)} |`),
    '',
    `- p99 at ${PRODUCTS} products ≤ 10 ms: ${ms(rows[1][1][1])} ms: ${goal((rows[1][1][1] ?? 0) <= 10_000)}`,
  ])
}

export async function benchQuestions(bench: Bench): Promise<void> {
  const { knowledge, rulebook, catalogue } = bench
  const { opening } = knowledge.script
  const setting: Setting = { catalogue, models: reading => modelsFor(knowledge, reading), opening, today: TODAY }
  const truths = trueFirms(rulebook, catalogue.likelihood, FIRMS, TODAY, SEED)
  const walks = (policy: Policy, count: number) =>
    truths.slice(0, count).map(truth => walk(setting, truth, rulebook, policy))
  const own = walks(ours(setting), FIRMS)
  const alone = walks(ours(setting, true), COMPARED)
  const counted = walks(mostMissing(setting), COMPARED)
  const bundled = walks(inBundles(setting, mostMissing(setting)), COMPARED)
  print([
    '',
    `## Questions until grade and first three plans are proven (${catalogue.products.size} products)`,
    '',
    `${FIRMS} generated companies that know everything (test/support/true-firms.ts, seed ${SEED}); the slower ways are walked by the first ${COMPARED}. Facts beyond those that everybody is asked; every way is stopped by the same proof.`,
    '',
    '| way | companies | facts, mean | facts, median | requests, median | requests, p90 | requests to the first verdict, median |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    walkRow('ours, as the talk asks', own),
    walkRow('ours, one fact at a time', alone),
    walkRow('fixed order, one fact at a time', walks(fixedOrder(setting), COMPARED)),
    walkRow('publicodes’ way (most missing first), one fact at a time', counted),
    walkRow('publicodes’ way, in the same bundles', bundled),
  ])
  const highs = await loadHighs()
  const smallest = truths.slice(0, CERTIFIED).map(truth => certificateOf(highs, setting, truth, rulebook).facts.length)
  const factsOf = (list: readonly Walk[], count: number) => mean(list.slice(0, count).map(one => one.facts))
  const toMinimum = (list: readonly Walk[]) => factsOf(list, CERTIFIED) / mean(smallest)
  const toCounted = factsOf(alone, COMPARED) / factsOf(counted, COMPARED)
  const first = at(
    own.map(one => one.firstVerdict ?? Number.POSITIVE_INFINITY),
    0.5,
  )
  const requests = at(
    own.map(one => one.requests),
    0.5,
  )
  const same = identical(setting, rulebook, truths, own)
  print([
    '',
    `The clairvoyant minimum (exact, HiGHS, first ${CERTIFIED} companies): ${mean(smallest).toFixed(1)} facts on average.`,
    '',
    `- first verdict ≤ 3 requests (median): ${first}: ${goal(first <= 3)}`,
    `- final ≤ 10 requests (median): ${requests}: ${goal(requests <= 10)}`,
    `- facts ≤ 1.3 × the minimum: one at a time ${toMinimum(alone).toFixed(2)} ×: ${goal(toMinimum(alone) <= 1.3)}; as the talk asks, in bundles, ${toMinimum(own).toFixed(2)} ×: ${goal(toMinimum(own) <= 1.3)}`,
    `- facts ≤ 0.85 × publicodes’ way: one at a time ${toCounted.toFixed(2)} ×: ${goal(toCounted <= 0.85)}; both in bundles ${(factsOf(own, COMPARED) / factsOf(bundled, COMPARED)).toFixed(2)} ×: ${goal(factsOf(own, COMPARED) / factsOf(bundled, COMPARED) <= 0.85)}`,
    `- results identical to asking everything: ${same} of ${FIRMS}: ${goal(same === FIRMS)}`,
  ])
  printShares(setting, rulebook, own.slice(0, COMPARED), bundled)
  benchPick(bench, setting)
}
