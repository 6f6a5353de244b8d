// The same scorecard for two rule engines: compiled json-logic-engine, one function a stage, and @gorules/zen-engine, one
// expression node. Both are two-valued: what is not told counts as nothing. json-logic is also made to give our answer, by
// running the worst and the best of every stage that is still possible.
import { ZenEngine } from '@gorules/zen-engine'
import { LogicEngine } from 'json-logic-engine'
import { type Indicator, LEVELS, OPTIONS, type Rule, STAGE_ENDS, ZERO_MONTHS } from './scorecard.ts'
import type { Row } from './scorecard-firms.ts'

const PPM = 1_000_000

/** A rule as nested comparisons, highest level first; `untold` is the level of what is not told. */
function logicLevel(rule: Rule, untold?: number): unknown {
  const level = logicTold(rule)
  if (untold === undefined) return level
  const own = { var: rule.field }
  const isUntold = { '===': [own, null] }
  if (rule.is !== 'share' && rule.is !== 'change') return { if: [isUntold, untold, level] }
  const whole = { var: rule.is === 'share' ? rule.whole : rule.before }
  const unknownWhole = { '===': [whole, null] }
  return {
    if: [
      { and: [{ '!': unknownWhole }, { '<=': [whole, 0] }] },
      0,
      isUntold,
      untold,
      unknownWhole,
      { if: [{ '===': [own, 0] }, 0, untold] },
      level,
    ],
  }
}

function logicTold(rule: Rule): unknown {
  const own = { var: rule.field }
  if (rule.is === 'flag') return { if: [own, LEVELS, 0] }
  if (rule.is === 'option') return { if: [...OPTIONS.flatMap((one, i) => [{ '===': [own, one] }, LEVELS - i]), 0] }
  if (rule.is === 'bands') return { if: [...rule.cuts.flatMap((cut, i) => [{ '>=': [own, cut] }, LEVELS - i]), 0] }
  const whole = { var: rule.is === 'share' ? rule.whole : rule.before }
  const more = rule.is === 'change' ? PPM : 0
  const reached = (cut: number) => ({ '>=': [{ '*': [own, PPM] }, { '*': [whole, cut + more] }] })
  return { if: [{ '<=': [whole, 0] }, 0, ...rule.cuts.flatMap((cut, i) => [reached(cut), LEVELS - i]), 0] }
}

/** Hundredths of a point by compiled json-logic-engine. */
export function logicScorer(list: readonly Indicator[]): (row: Row) => number {
  const engine = new LogicEngine()
  const out = engine.build({ or: [{ '>=': [{ var: 'zero' }, ZERO_MONTHS] }, { var: 'banned' }] })
  const stages = STAGE_ENDS.concat(0).map((_, stage) =>
    engine.build({ '+': list.map(one => ({ '*': [logicLevel(one.rule), (one.weights[stage] ?? 0) * 20] })) }),
  )
  return row => {
    if (out(row)) return 0
    const revenue = Number(row['revenue'] ?? 0)
    const stage = STAGE_ENDS.findIndex(end => revenue < end)
    return Number(stages.at(stage)?.(row))
  }
}

/** The range of a company by json-logic-engine: the worst and the best in every stage that is still possible. */
export function logicRanger(list: readonly Indicator[]): (row: Row, range: { low: number; high: number }) => void {
  const engine = new LogicEngine()
  const sum = (stage: number, untold: number) =>
    engine.build({ '+': list.map(one => ({ '*': [logicLevel(one.rule, untold), (one.weights[stage] ?? 0) * 20] })) })
  const stages = STAGE_ENDS.concat(0).map((_, stage) => ({ low: sum(stage, 0), high: sum(stage, LEVELS) }))
  const out = engine.build({ or: [{ '>=': [{ var: 'zero' }, ZERO_MONTHS] }, { var: 'banned' }] })
  return (row, range) => {
    const revenue = row['revenue']
    const own = stages.at(STAGE_ENDS.findIndex(end => Number(revenue) < end))
    const possible = revenue === undefined || !own ? stages : [own]
    const isOut = Boolean(out(row))
    const mayBeOut = row['zero'] === undefined || row['banned'] === undefined
    range.low = isOut || mayBeOut ? 0 : Math.min(...possible.map(stage => Number(stage.low(row))))
    range.high = isOut ? 0 : Math.max(...possible.map(stage => Number(stage.high(row))))
  }
}

function zenLevel(rule: Rule): string {
  const steps = (test: (cut: number) => string, cuts: readonly number[]) =>
    `${cuts.map((cut, i) => `${test(cut)} ? ${LEVELS - i} : `).join('')}0`
  const own =
    rule.is === 'flag' ? `(${rule.field} ?? false)` : rule.is === 'option' ? rule.field : `(${rule.field} ?? 0)`
  if (rule.is === 'flag') return `${own} ? ${LEVELS} : 0`
  if (rule.is === 'option') return `${OPTIONS.map((one, i) => `${own} == '${one}' ? ${LEVELS - i} : `).join('')}0`
  if (rule.is === 'bands') return steps(cut => `${own} >= ${cut}`, rule.cuts)
  const whole = `(${rule.is === 'share' ? rule.whole : rule.before} ?? 0)`
  const more = rule.is === 'change' ? PPM : 0
  return `${whole} <= 0 ? 0 : ${steps(cut => `${own} * ${PPM} >= ${whole} * ${cut + more}`, rule.cuts)}`
}

/** Hundredths of a point by @gorules/zen-engine. */
export function zenScorer(list: readonly Indicator[]): (row: Row) => Promise<number> {
  const [a, b, c, d] = STAGE_ENDS
  const weights = STAGE_ENDS.concat(0).map(
    (_, stage) => `[${list.map(one => (one.weights[stage] ?? 0) * 20).join(', ')}]`,
  )
  const expressions = [
    {
      id: 'w',
      key: 'w',
      value: `[${weights.join(', ')}][(revenue ?? 0) < ${a} ? 0 : (revenue ?? 0) < ${b} ? 1 : (revenue ?? 0) < ${c} ? 2 : (revenue ?? 0) < ${d} ? 3 : 4]`,
    },
    { id: 'out', key: 'out', value: `(zero ?? 0) >= ${ZERO_MONTHS} or (banned ?? false)` },
    {
      id: 'score',
      key: 'score',
      value: `$.out ? 0 : ${list.map((one, i) => `(${zenLevel(one.rule)}) * $.w[${i}]`).join(' + ')}`,
    },
  ]
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      { id: 'card', name: 'card', type: 'expressionNode', position: { x: 1, y: 0 }, content: { expressions } },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: '1', sourceId: 'in', targetId: 'card', type: 'edge' },
      { id: '2', sourceId: 'card', targetId: 'out', type: 'edge' },
    ],
  })
  return async row => Number((await decision.evaluate(row)).result.score)
}
