// A made-up five-stage scorecard of any width, as data: the model and its facts for our own engine, and the same rules as a
// plain list for everybody else. 24 indicators are the usual width of a district's scorecard, 104 the widest there is.
import { FEN_PER_WAN, parseRulebook, type Rulebook } from '#engine'

/** How an indicator earns its level, 0…5. */
export type Rule =
  | { readonly is: 'bands'; readonly cuts: readonly number[]; readonly field: string }
  /** own ÷ whole in parts per million */
  | { readonly is: 'share'; readonly cuts: readonly number[]; readonly field: string; readonly whole: string }
  /** own ÷ the year before, in parts per million */
  | { readonly is: 'change'; readonly cuts: readonly number[]; readonly field: string; readonly before: string }
  | { readonly is: 'option'; readonly field: string }
  | { readonly is: 'flag'; readonly field: string }

export interface Indicator {
  readonly id: string
  readonly rule: Rule
  /** points of the highest level in every stage; a level is a fifth of it */
  readonly weights: readonly number[]
}

export const LEVELS = 5
/** Exclusive upper ends of the first four stages, revenue in fen. */
export const STAGE_ENDS = [500, 2_000, 10_000, 40_000].map(wan => wan * FEN_PER_WAN)
/** Points from which a grade holds, for a scorecard of 24; wider ones in proportion. */
export const GRADE_POINTS = [55, 40, 25]
export const OPTIONS = ['A', 'B', 'C', 'D', 'E', 'F']
/** Months of zero returns that set the score to nothing. */
export const ZERO_MONTHS = 3
/** Cuts from the highest level down, in base units. */
export const CUTS = {
  amount: [1_000, 500, 200, 100, 30].map(wan => wan * FEN_PER_WAN),
  count: [50, 20, 10, 4, 1],
  share: [150_000, 100_000, 60_000, 40_000, 20_000],
  staff: [500_000, 300_000, 200_000, 100_000, 50_000],
  change: [400_000, 250_000, 150_000, 50_000, 0],
  months: [120, 84, 60, 36, 24],
}
const BASIC = 24

function ruleOf(index: number): Rule {
  const field = `n${String(index).padStart(3, '0')}`
  const kind = index % BASIC
  if (kind < 4) return { is: 'bands', cuts: CUTS.amount, field }
  if (kind < 8) return { is: 'bands', cuts: CUTS.count, field }
  if (kind < 12) return { is: 'share', cuts: CUTS.share, field, whole: 'revenue' }
  if (kind < 16) return { is: 'share', cuts: CUTS.staff, field, whole: 'staff' }
  if (kind < 19) return { is: 'change', cuts: CUTS.change, field, before: `${field}b` }
  if (kind < 22) return { is: 'option', field }
  if (kind < 23) return { is: 'flag', field }
  return { is: 'bands', cuts: CUTS.months, field: 'months' }
}

/** Weights run through 2…6 points, other ones in every stage. */
export const indicators = (count: number): readonly Indicator[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `indicator-${index}`,
    rule: ruleOf(index),
    weights: STAGE_ENDS.concat(0).map((_end, stage) => 2 + ((index * 3 + stage * 2) % 5)),
  }))

const words = (text: string) => ({ zh: text, en: text })
const SOURCE = { title: 'made up for the benchmark', mark: '示意' }
const MAX: Readonly<Record<string, string | number>> = { money: '1000 亿元', count: 1_000_000 }

function stanza(type: string, more: Readonly<Record<string, unknown>> = {}) {
  const bounds = type in MAX ? { min: type === 'money' ? '0 元' : 0, max: MAX[type] } : {}
  const text = { title: words('x'), ask: words('x?'), help: words('x') }
  return { row: 1, ...text, verifier: words('nobody'), changeable: 'months', type, ...bounds, ...more }
}

const options = Object.fromEntries(OPTIONS.map(option => [option, { title: words(option) }]))

function factsOf(list: readonly Indicator[]): Readonly<Record<string, unknown>> {
  const facts: Record<string, unknown> = {
    'b.revenue': stanza('money'),
    'b.staff': stanza('count'),
    'b.months': stanza('months', { min: '0 个月', max: '1200 个月' }),
    'b.zero': stanza('count'),
    'b.banned': stanza('flag'),
  }
  for (const { rule } of list) {
    const id = `b.${rule.field}`
    if (rule.is === 'option') facts[id] = stanza('choice', { options })
    else if (rule.is === 'flag') facts[id] = stanza('flag')
    else if (rule.is === 'change') facts[id] = facts[`${id}b`] = stanza('money')
    else if (!(id in facts))
      facts[id] = stanza(rule.is === 'share' ? (rule.whole === 'staff' ? 'count' : 'money') : kindOf(rule.cuts))
  }
  return facts
}

const kindOf = (cuts: readonly number[]): string => (cuts === CUTS.amount ? 'money' : 'count')

/** A limit as a data file writes it. */
function written(rule: Rule, cut: number): string | number {
  if (rule.is !== 'bands') return `${cut / 10_000} %`
  return rule.cuts === CUTS.amount ? `${cut / FEN_PER_WAN} 万元` : rule.cuts === CUTS.months ? `${cut} 个月` : cut
}

function scoreOf(rule: Rule): unknown {
  if (rule.is === 'flag') return { when: { fact: `b.${rule.field}`, is: true }, points: LEVELS, otherwise: 0 }
  if (rule.is === 'option')
    return { fact: `b.${rule.field}`, points: Object.fromEntries(OPTIONS.map((one, i) => [one, LEVELS - i])) }
  const own = `b.${rule.field}`
  const of =
    rule.is === 'bands'
      ? own
      : rule.is === 'share'
        ? { ratio: [own, `b.${rule.whole}`] }
        : { change: [`b.${rule.before}`, own] }
  const bands = rule.cuts.map((cut, i) => ({ atLeast: written(rule, cut), points: LEVELS - i }))
  return { of, bands, otherwise: 0 }
}

/** The scorecard as a model of ours, `bench-scorecard`. */
export function scorecardRulebook(list: readonly Indicator[]): Rulebook {
  const stages = ['seed', 'start', 'growth', 'expansion', 'mature'].map((id, index) => ({
    id,
    title: words(id),
    ...(STAGE_ENDS[index] === undefined ? {} : { below: `${STAGE_ENDS[index] / FEN_PER_WAN} 万元` }),
  }))
  const byStage = (weights: readonly number[]) =>
    Object.fromEntries(stages.map((stage, index) => [stage.id, weights[index] ?? 0]))
  const sums = stages.map((_, index) => list.reduce((sum, one) => sum + (one.weights[index] ?? 0), 0))
  const model = {
    id: 'bench-scorecard',
    title: words('scorecard'),
    summary: words('scorecard'),
    kind: 'points',
    effectiveFrom: '2020-01-01',
    source: SOURCE,
    stages: { of: 'b.revenue', source: SOURCE, list: stages },
    dimensions: [{ id: 'all', title: words('all'), max: Math.max(...sums), byStage: byStage(sums) }],
    characteristics: list.map(({ id, rule, weights }) => ({
      id,
      title: words(id),
      dimension: 'all',
      max: Math.max(...weights),
      byStage: byStage(weights),
      score: scoreOf(rule),
    })),
    knockouts: [
      { id: 'zero', title: words('zero'), when: { fact: 'b.zero', atLeast: ZERO_MONTHS }, source: SOURCE },
      { id: 'banned', title: words('banned'), when: { fact: 'b.banned', is: true }, source: SOURCE },
    ],
    grades: {
      source: SOURCE,
      list: ['A', 'B', 'C', 'D'].map((id, index) => {
        const points = GRADE_POINTS[index]
        return { id, title: words(id), ...(points === undefined ? {} : { atLeast: (points * list.length) / BASIC }) }
      }),
    },
    examples: [{ name: 'none', facts: {}, expect: {} }],
  }
  const parsed = parseRulebook(
    [{ file: 'facts/bench.yaml', content: { chapter: words('bench'), facts: factsOf(list) } }],
    [{ file: 'models/bench.yaml', content: model }],
  )
  if (parsed.ok) return parsed.value
  throw new Error(parsed.problems.map(one => `${one.path.join('.')}: ${one.message}`).join('\n'))
}
