// Points that hang on words and judgement: by option of a fact, by the first case that holds, or as experts give them.
import { type Condition, factsOf, type Vocabulary } from './condition.ts'
import type { Expression } from './expression.ts'
import type { FactId } from './fact.ts'
import { judge } from './judge.ts'
import { parseCondition } from './parse-condition.ts'
import { givenBy, type Points, readExpert, readPoints, spread, type WrittenPoints } from './points.ts'
import type { DataPath, Report } from './problem.ts'
import type { Reading } from './reading.ts'
import { optionTest, quantityTest, type Reached, type Scoring } from './score-table.ts'
import { joinLacks, NO_LACKS } from './value.ts'

const withExpert = (facts: readonly FactId[], expert: FactId | undefined) =>
  expert === undefined ? facts : joinLacks(facts, [expert])

interface WrittenOptions {
  readonly fact: string
  readonly points: Readonly<Record<string, WrittenPoints>>
  readonly otherwise?: WrittenPoints | undefined
  readonly expert?: string | undefined
}

/** Points by option; of several chosen options the best one counts. */
export function byOption(
  written: WrittenOptions,
  words: Vocabulary,
  path: DataPath,
  report: Report,
): Scoring | undefined {
  const fact = words.facts.get(written.fact)
  if (!fact?.options) {
    report('unknown-fact', [...path, 'fact'], `${written.fact} is no fact with options`)
    return undefined
  }
  const options = Object.keys(fact.options)
  for (const option of Object.keys(written.points))
    if (!options.includes(option))
      report('unknown-option', [...path, 'points', option], `${option} is none of ${options.join(', ')}`)
  const missing = options.filter(option => !Object.hasOwn(written.points, option))
  if (missing.length > 0 && written.otherwise === undefined) {
    report('bands-disorder', [...path, 'points'], `no points for ${missing.join(', ')}: name them or add otherwise`)
    return undefined
  }
  const worth = new Map(
    options.map(option => {
      const given = Object.hasOwn(written.points, option) ? written.points[option] : written.otherwise
      return [option, readPoints(given ?? 0, [...path, 'points', option], report)] as const
    }),
  )
  const all = [...worth.values()]
  const expert = readExpert(written.expert, all, words, path, report)
  return {
    ...spread(all),
    form: { is: 'options', fact: fact.id, worth, expert },
    facts: withExpert([fact.id], expert),
    rows: [...worth].map(([option, row]) => ({ ...row, condition: optionTest(fact, option) })),
    earn(reading) {
      const own = reading.value(fact.id)
      if (own.is !== 'known') return { ...givenBy(all, own.lacks, expert, reading), own }
      const chosen: readonly string[] = Array.isArray(own.value) ? own.value : [String(own.value)]
      const mine = chosen.flatMap(option => worth.get(option) ?? [])
      return { ...best(mine, all, expert, reading), own, reached: { kind: 'option', option: String(own.value) } }
    },
  }
}

/** The best of the chosen options; nothing chosen earns the least. */
function best(mine: readonly Points[], all: readonly Points[], expert: FactId | undefined, reading: Reading) {
  const least = spread(all).lowest
  if (mine.length === 0) return { low: least, high: least, lacks: NO_LACKS }
  const given = mine.map(row => givenBy([row], NO_LACKS, expert, reading))
  const low = Math.max(...given.map(one => one.low))
  const high = Math.max(...given.map(one => one.high))
  return { low, high, lacks: low === high ? NO_LACKS : joinLacks(...given.map(one => one.lacks)) }
}

interface WrittenCases {
  readonly cases: readonly { readonly when?: unknown; readonly points: WrittenPoints }[]
  readonly otherwise: WrittenPoints
  readonly expert?: string | undefined
}

/** The first case that holds. `placeOf` says where a case stands in the file. */
export function byCase(
  written: WrittenCases,
  placeOf: (index: number) => DataPath,
  words: Vocabulary,
  path: DataPath,
  report: Report,
): Scoring | undefined {
  const read = written.cases.map((one, index) => {
    const here = [...path, ...placeOf(index)]
    const condition = parseCondition(one.when, words, [...here, 'when'], report)
    return condition && { condition, points: readPoints(one.points, [...here, 'points'], report) }
  })
  const known = read.filter(one => one !== undefined)
  if (known.length < read.length) return undefined
  const otherwise = readPoints(written.otherwise, [...path, 'otherwise'], report)
  const all = [...known.map(one => one.points), otherwise]
  const expert = readExpert(written.expert, all, words, path, report)
  return {
    ...spread(all),
    form: { is: 'cases', cases: known, otherwise, expert },
    facts: withExpert(joinLacks(...known.map(one => factsOf(one.condition))), expert),
    rows: [...known.map(({ condition, points }) => ({ ...points, condition })), otherwise],
    earn(reading) {
      const { possible, lacks, reached } = casesPossible(known, otherwise, reading)
      return { ...givenBy(possible, lacks, expert, reading), reached }
    },
  }
}

function casesPossible(
  cases: readonly { readonly condition: Condition; readonly points: Points }[],
  otherwise: Points,
  reading: Reading,
): { possible: Points[]; lacks: readonly FactId[]; reached: Reached | undefined } {
  const possible: Points[] = []
  const lacks: (readonly FactId[])[] = []
  let reached: Reached = { kind: 'otherwise' }
  for (const { condition, points } of cases) {
    const verdict = judge(condition, reading)
    if (verdict.is === 'no') continue
    possible.push(points)
    lacks.push(verdict.lacks)
    reached = { kind: 'case', condition }
    if (verdict.is === 'yes')
      return { possible, lacks: joinLacks(...lacks), reached: possible.length === 1 ? reached : undefined }
  }
  possible.push(otherwise)
  return {
    possible,
    lacks: joinLacks(...lacks),
    reached: possible.length === 1 ? { kind: 'otherwise' } : undefined,
  }
}

/** A score that experts give between two ends, and nothing else decides. */
export function byExpert(
  written: { readonly expert: string; readonly points: [number, number] },
  words: Vocabulary,
  path: DataPath,
  report: Report,
): Scoring | undefined {
  const row = readPoints(written.points, [...path, 'points'], report)
  const expert = readExpert(written.expert, [row], words, path, report)
  const fact = expert === undefined ? undefined : words.facts.get(expert)
  if (!fact) return undefined
  const expression: Expression = {
    kind: 'count',
    title: fact.title,
    unit: fact.unit,
    facts: [fact.id],
    shape: { is: 'fact', fact },
    evaluate: reading => reading.value(fact.id),
  }
  const scores = Array.from({ length: Math.floor((row.high - row.low) / 100) }, (_, index) => row.high - index * 100)
  return {
    ...spread([row]),
    form: { is: 'expert', row, expert: fact.id },
    facts: [fact.id],
    rows: [
      ...scores.map(score => ({
        low: score,
        high: score,
        condition: quantityTest(expression, 'atLeast', score / 100),
      })),
      { low: row.low, high: row.low },
    ],
    earn: reading => ({ ...givenBy([row], NO_LACKS, expert, reading), own: reading.value(fact.id) }),
  }
}
