// What rating 20,000 companies by a scorecard of 24 indicators in five stages costs, beside the same rules in two engines and
// by hand: all facts known, and half of them unknown. The answers are compared before anything is timed.
import { addCompany, type ColumnRatings, columnRater, type Rulebook, read, startColumns } from '#engine'
import { type Bench, print, TODAY } from './bench.ts'
import { type Contest, contest, row, type Timing, verdict } from './measure.ts'
import { indicators, scorecardRulebook } from './scorecard.ts'
import { handRange, handScore, RANGE } from './scorecard-by-hand.ts'
import { type Row, scorecardDossier, scorecardRows, withGaps } from './scorecard-firms.ts'
import { logicRanger, logicScorer, zenScorer } from './scorecard-peers.ts'

const FIRMS = 20_000
/** One call of zen takes long: it is timed on the first of the companies. */
const ZEN_FIRMS = 1_000
const EXPLAINED = 1_000
const MODEL = 'bench-scorecard'
const WIDE = 104
const GOALS = { zen: 100, logic: 5, hand: 3, explained: 100, wide: 6 }

const NAMES = {
  ours: 'ours, over columns',
  hand: 'hand-written TypeScript',
  logic: 'json-logic-engine 5, compiled, a function a stage: one number',
  ranges: 'json-logic-engine 5, compiled: least and most of every possible stage',
  zen: '@gorules/zen-engine, expression node',
  explained: 'ours, one company with full explanation',
  filling: 'filling our columns from dossiers',
}

/** Columns of a list of companies, the rater that reads them, and what it says. */
function prepared(book: Rulebook, rows: readonly Row[]) {
  const rater = columnRater(book, [MODEL], TODAY)
  const dossiers = rows.map(scorecardDossier)
  const fill = () => {
    const columns = startColumns(rater.facts, rows.length)
    for (const dossier of dossiers) addCompany(columns, dossier)
    return columns
  }
  const columns = fill()
  const rate = () => rater.rate(columns)
  const { ratings, exact } = rate()
  const [own] = ratings
  if (!own) throw new Error('nothing was rated')
  return { own, exact, rate, fill, dossiers }
}

interface Case {
  readonly title: string
  readonly rows: readonly Row[]
  readonly own: ColumnRatings
  /** the score of every company once everything is told */
  readonly truth: Float64Array
}

/** Hundredths of a point by everybody, compared with ours. */
async function compareAnswers(
  { title, rows, own, truth }: Case,
  score: (row: Row) => number | Promise<number>,
  name: string,
) {
  let [equal, right, inside, count] = [0, 0, 0, 0]
  for (const [index, one] of rows.entries()) {
    if (name === NAMES.zen && index >= ZEN_FIRMS) break
    const points = await score(one)
    const [low = 0, high = 0] = [own.low[index], own.high[index]]
    count += 1
    if (points === low && points === high) equal += 1
    if (points === truth[index]) right += 1
    if (low <= (truth[index] ?? 0) && (truth[index] ?? 0) <= high) inside += 1
  }
  const share = (n: number) => `${((n * 100) / count).toFixed(1)} %`
  print([
    `- ${name}, ${title}: equal to ours ${share(equal)}, the true score ${share(right)} (ours contains it ${share(inside)})`,
  ])
}

function compareRanges({ rows, own }: Case, work: (row: Row) => void, name: string): void {
  let equal = 0
  for (const [index, one] of rows.entries()) {
    work(one)
    if (RANGE.low === own.low[index] && RANGE.high === own.high[index]) equal += 1
  }
  const open = rows.filter((_, index) => own.low[index] !== own.high[index]).length
  print([`- ${name}, ranges: equal to ours ${equal} of ${rows.length}; ${open} companies have a range, not a number`])
}

function printGoals(times: ReadonlyMap<string, Timing>): void {
  const us = (name: string) => times.get(name)?.microseconds ?? 0
  const ours = us(NAMES.ours)
  // with gaps only the ranges are the same answer; one number out of half a form is another, and mostly a wrong one
  const logic = (us(NAMES.ranges) || us(NAMES.logic)) / ours
  const [zen, hand] = [us(NAMES.zen) / ours, ours / us(NAMES.hand)]
  const explained = us(NAMES.explained)
  print([
    '',
    `- zen-engine ÷ ours ${zen.toFixed(0)}× (goal ≥ ${GOALS.zen}×): ${verdict(zen >= GOALS.zen)}`,
    `- json-logic-engine, the same answer ÷ ours ${logic.toFixed(1)}× (goal ≥ ${GOALS.logic}×): ${verdict(logic >= GOALS.logic)}`,
    `- ours ÷ hand-written ${hand.toFixed(2)}× (goal ≤ ${GOALS.hand}×): ${verdict(hand <= GOALS.hand)}`,
    `- one rating with full explanation ${explained.toFixed(1)} µs (goal ≤ ${GOALS.explained} µs): ${verdict(explained <= GOALS.explained)}`,
  ])
}

async function benchCase(book: Rulebook, title: string, rows: readonly Row[], known: readonly Row[]): Promise<number> {
  const list = indicators(24)
  const [logic, zen] = [logicScorer(list), zenScorer(list)]
  const ranger = logicRanger(list)
  const range = (one: Row) => ranger(one, RANGE)
  const { own, exact, rate, fill, dossiers } = prepared(book, rows)
  const truth = Float64Array.from(known, handScore)
  const isKnown = rows === known
  const asCase = { title, rows, own, truth }
  print(['', `### ${title}`, '', `${exact} of ${rows.length} companies went through the exact path.`, ''])
  if (isKnown) await compareAnswers(asCase, handScore, NAMES.hand)
  else {
    compareRanges(asCase, handRange, NAMES.hand)
    compareRanges(asCase, range, NAMES.ranges)
  }
  await compareAnswers(asCase, logic, NAMES.logic)
  await compareAnswers(asCase, zen, NAMES.zen)
  const all = (work: (row: Row) => unknown) => () => {
    for (const one of rows) work(one)
  }
  const works: Contest[] = [
    { name: NAMES.ours, companies: rows.length, work: rate },
    { name: NAMES.hand, companies: rows.length, work: all(isKnown ? handScore : handRange) },
    { name: NAMES.logic, companies: rows.length, work: all(logic) },
    ...(isKnown ? [] : [{ name: NAMES.ranges, companies: rows.length, work: all(range) }]),
    {
      name: NAMES.zen,
      companies: ZEN_FIRMS,
      work: async () => {
        for (const one of rows.slice(0, ZEN_FIRMS)) await zen(one)
      },
    },
    {
      name: NAMES.explained,
      companies: EXPLAINED,
      work: () => {
        for (const dossier of dossiers.slice(0, EXPLAINED)) read(book, dossier, TODAY).rating(MODEL)
      },
    },
    { name: NAMES.filling, companies: rows.length, work: fill },
  ]
  const times = await contest(works)
  const base = times.get(NAMES.ours)
  print(['', '| | µs of processor a company | companies/s | to ours |', '| --- | --- | --- | --- |'])
  for (const [name, timing] of times) print([row(name, timing, base)])
  printGoals(times)
  return base?.microseconds ?? 0
}

/** Section `rating`, many companies at once. */
export async function benchPopulationRating(_bench: Bench): Promise<void> {
  print([
    '',
    `## Rating ${FIRMS.toLocaleString('en-US')} companies (24 indicators, five stages: score range, grades, knockouts)`,
  ])
  const list = indicators(24)
  const book = scorecardRulebook(list)
  const known = scorecardRows(list, FIRMS)
  await benchCase(book, 'all known', known, known)
  await benchCase(book, 'half unknown', withGaps(known, 0.5), known)
  await benchWidth()
}

/** What a scorecard of 104 indicators costs beside one of 24. */
async function benchWidth(): Promise<void> {
  print([
    '',
    `### ${WIDE} indicators`,
    '',
    '| | µs of processor a company | companies/s | to 24 |',
    '| --- | --- | --- | --- |',
  ])
  const ratios: string[] = []
  for (const known of [1, 0.5]) {
    const works = [24, WIDE].map((width): Contest => {
      const list = indicators(width)
      const rows = withGaps(scorecardRows(list, FIRMS / 4), known)
      const { rate } = prepared(scorecardRulebook(list), rows)
      return { name: `${width} indicators, ${known * 100} % known`, companies: rows.length, work: rate }
    })
    const times = [...(await contest(works))]
    for (const [name, timing] of times) print([row(name, timing, times[0]?.[1])])
    const ratio = (times[1]?.[1].microseconds ?? 0) / (times[0]?.[1].microseconds ?? 1)
    ratios.push(
      `- ${known * 100} % known: ${ratio.toFixed(1)}× (goal ≤ ${GOALS.wide}×): ${verdict(ratio <= GOALS.wide)}`,
    )
  }
  print(['', ...ratios, ''])
}
