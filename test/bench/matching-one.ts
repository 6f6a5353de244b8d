// One company against 300 products: verdicts and exactly what is missing, ours beside three peers on the same rules and the
// same companies. Each starts from what it is given in its own form (ours: a row, as a batch or a running talk keeps it); ours
// is also timed from the stored answers on.
import {
  ANSWERED,
  type Dossier,
  encoderOf,
  type FactId,
  judge,
  type Level,
  normalise,
  OPEN,
  type Row,
  read,
  sweepOf,
  YES,
} from '#engine'
import { print, TODAY } from './bench.ts'
import { contest, GOALS_HEAD, goal } from './contest.ts'
import { conditionOf, dossierOf, marketBook, marketFirms, marketProducts, type Told } from './matching-market.ts'
import { jsonLogic, jsonRules, plainOf, publicodes, toldToLogic, toldToPeers } from './matching-peers.ts'

const PRODUCTS = 300
const FIRMS = 400
/** publicodes and json-rules-engine are given fewer, or the run would take hours. */
const FEW = 3
const OURS = 'ours, from its row'
const STORED = 'ours, from stored answers (reading and encoding them too)'

function setUp() {
  const book = marketBook()
  const written = marketProducts(PRODUCTS)
  const conditions = written.map(one => conditionOf(one, book))
  const plain = written.map(one => plainOf(one))
  const form = normalise(conditions)
  const encoder = encoderOf(form)
  const rowOf = (told: Told): Row => encoder.row(read(book, dossierOf(told), TODAY))
  const sweep = sweepOf(form)
  /** The level of every product, and of the open ones the missing facts. */
  const judged = (row: Row) => {
    const { levels, lacks } = sweep(row)
    const missing: (readonly FactId[])[] = []
    for (let index = 0; index < levels.length; index++) if (levels[index] === OPEN) missing[index] = lacks(index)
    return { levels, missing }
  }
  const ours = (dossier: Dossier) => judged(encoder.row(read(book, dossier, TODAY)))
  const codes = publicodes(plain, [...book.facts.keys()])
  return { book, conditions, ours, judged, rowOf, logic: jsonLogic(plain), rules: jsonRules(plain), codes }
}
type Field = ReturnType<typeof setUp>

/** Differences between ours and everybody else's answers; two-valued peers are asked only where everything is known. */
async function differences({ book, conditions, ours, logic, rules, codes }: Field, firms: readonly Told[]) {
  let [fromJudge, fromCodes, fromTwoValued, undecided] = [0, 0, 0, 0]
  for (const told of firms) {
    const mine = ours(dossierOf(told))
    const reading = read(book, dossierOf(told), TODAY)
    const asked = codes(told)
    const events = await rules(toldToPeers(told))
    const toLogic = toldToLogic(told)
    for (const [index, level] of mine.levels.entries()) {
      const is = ANSWERED[level as Level]
      const lacks = mine.missing[index] ?? []
      const same = (other: ReadonlySet<string>) => other.size === lacks.length && lacks.every(fact => other.has(fact))
      const [condition, theirs] = [conditions[index], asked[index]]
      if (!condition || !theirs) throw new Error('an answer for every product')
      const verdict = judge(condition, reading)
      if (verdict.is !== is || !same(new Set(verdict.lacks))) fromJudge++
      if (theirs.is !== is || !same(theirs.lacks)) fromCodes++
      if (is === 'open') undecided++
      const twoValued = [events.has(index), logic[index]?.(toLogic) === true]
      if (is === 'open' || twoValued.some(yes => yes !== (is === 'yes'))) fromTwoValued++
    }
  }
  return { fromJudge, fromCodes, fromTwoValued, undecided, pairs: firms.length * PRODUCTS }
}

function timed({ ours, judged, rowOf, logic, rules, codes }: Field, firms: readonly Told[]) {
  const dossiers = firms.map(dossierOf)
  const rows = firms.map(rowOf)
  const few = firms.slice(0, FEW)
  const toLogic = firms.map(toldToLogic)
  const toRules = few.map(toldToPeers)
  return contest([
    { name: OURS, pieces: FIRMS, run: () => rows.map(judged) },
    { name: STORED, pieces: FIRMS, run: () => dossiers.map(ours) },
    {
      name: 'json-logic-engine, compiled',
      pieces: FIRMS,
      run: () => toLogic.map(told => logic.map(product => product(told))),
    },
    {
      name: 'json-rules-engine',
      pieces: FEW,
      run: async () => {
        for (const told of toRules) await rules(told)
      },
    },
    { name: 'publicodes', pieces: FEW, run: () => few.map(codes) },
  ])
}

/** Section `matching`: one company, every product, beside the peers. */
export async function benchOneOfMany(): Promise<void> {
  const field = setUp()
  print(['', `## One company × ${PRODUCTS} products: verdict and missing facts`])
  const results = new Map<number, ReadonlyMap<string, number>>()
  for (const known of [1, 0.5]) {
    const firms = marketFirms(FIRMS, known, 11)
    const found = await differences(field, firms.slice(0, FEW))
    const times = await timed(field, firms)
    results.set(known, times)
    const mine = times.get(OURS) ?? Number.NaN
    const eligible = firms
      .slice(0, 100)
      .flatMap(told => [...field.ours(dossierOf(told)).levels].filter(level => level === YES))
    print([
      '',
      `### ${known === 1 ? 'All facts known' : 'Half the facts unknown'}`,
      '',
      `${(eligible.length / 100).toFixed(1)} products can be applied for, ${((found.undecided / found.pairs) * 100).toFixed(0)} % of the verdicts are open. Of ${found.pairs} verdicts with missing facts ${found.fromJudge} differ from \`judge\` and ${found.fromCodes} from publicodes; the two-valued engines, which have no open verdict, call ${found.fromTwoValued} wrongly a yes or no.`,
      '',
      '| | µs a company | to ours |',
      '| --- | --- | --- |',
      ...[...times].map(([name, time]) => `| ${name} | ${time.toFixed(1)} | ${(time / mine).toFixed(1)}× |`),
    ])
  }
  const ratio = (name: string, known: number) => {
    const times = results.get(known)
    return (times?.get(name) ?? Number.NaN) / (times?.get(OURS) ?? Number.NaN)
  }
  print([
    ...GOALS_HEAD,
    goal('to publicodes, half unknown', ratio('publicodes', 0.5), '≥', 1_000, '×'),
    goal('to json-rules-engine, all known', ratio('json-rules-engine', 1), '≥', 500, '×'),
    goal('to compiled json-logic-engine, all known', ratio('json-logic-engine, compiled', 1), '≥', 10, '×'),
    ...[1, 0.5].map(known =>
      goal(
        `one company from stored answers, ${known === 1 ? 'all' : 'half'} known`,
        (results.get(known)?.get(STORED) ?? Number.NaN) / 1_000,
        '≤',
        0.1,
        'ms',
      ),
    ),
  ])
}
