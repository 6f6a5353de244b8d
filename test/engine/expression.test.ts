// Quantities computed from others: exact when everything is known, a sure range when something is missing or about, and
// "does not apply" where a share of nothing is asked for.
import { describe, expect, test } from 'vitest'
import { parseExpression } from '../../engine/expression.ts'
import { collect, type DataProblem } from '../../engine/problem.ts'
import { showQuantity } from '../../engine/quantity.ts'
import type { Value } from '../../engine/value.ts'
import { readingOfSmall, SMALL } from './small-rulebook.ts'

function parse(raw: unknown) {
  const problems: DataProblem[] = []
  const expression = parseExpression(raw, SMALL.facts, ['of'], collect('test', problems))
  return { expression, problems }
}

function value(raw: unknown, facts: Record<string, unknown> = {}): Value {
  const { expression, problems } = parse(raw)
  if (!expression) throw new Error(problems.map(one => one.message).join('\n'))
  return expression.evaluate(readingOfSmall(facts))
}

/** `6%`, `6%…8%`, `none`, with what it lacks. */
function shown(raw: unknown, facts: Record<string, unknown> = {}): string {
  const kind = parse(raw).expression?.kind ?? 'count'
  const own = value(raw, facts)
  if (own.is !== 'range') return own.is
  const end = (x: typeof own.low) => (x === Number.POSITIVE_INFINITY ? '∞' : showQuantity(x, kind, 'zh'))
  const range = end(own.low) === end(own.high) ? end(own.low) : `${end(own.low)}…${end(own.high)}`
  return `${range}${own.orNone ? ' or none' : ''}${own.lacks.length > 0 ? ` (${own.lacks.join(', ')})` : ''}`
}

const ratio = { ratio: ['m.one', 'm.two'] }

describe('ratio', () => {
  test.each([
    [{ 'm.one': '60 万元', 'm.two': '1000 万元' }, '6%'],
    [{ 'm.one': '60 万元', 'm.two': '0 元' }, 'none'],
    [{ 'm.one': '0 元', 'm.two': '0 元' }, 'none'],
    [{ 'm.two': '0 元' }, 'none'],
    [{ 'm.one': '0 元', 'm.two': '5 万元' }, '0%'],
    [{ 'm.one': '60 万元 ~ 80 万元', 'm.two': '1000 万元' }, '6%…8% (m.one)'],
    [{ 'm.one': '60 万元', 'm.two': '600 万元 ~ 1000 万元' }, '6%…10% (m.two)'],
    [{ 'm.one': '60 万元', 'm.two': '0 元 ~ 1000 万元' }, '6%…∞ or none (m.two)'],
    [{ 'm.one': '0 元', 'm.two': '0 元 ~ 1000 万元' }, '0% or none (m.two)'],
    [{ 'm.two': '1 亿元' }, '0%…10,000% (m.one)'],
    [{}, '0%…∞ or none (m.one, m.two)'],
  ])('%j → %s', (facts, wanted) => {
    expect(shown(ratio, facts)).toBe(wanted)
  })
  test('a negative top keeps its sign at both ends', () => {
    const of = { ratio: ['m.net', 'm.two'] }
    expect(shown(of, { 'm.net': '-50 万元', 'm.two': '100 万元 ~ 200 万元' })).toBe('-50%…-25% (m.two)')
    expect(shown(of, { 'm.net': '-50 万元 ~ 50 万元', 'm.two': '100 万元 ~ 200 万元' })).toBe('-50%…50% (m.net, m.two)')
  })
  test('a bottom below nothing does not apply either', () => {
    expect(shown({ ratio: ['m.one', 'm.net'] }, { 'm.one': '1 万元', 'm.net': '-3 万元' })).toBe('none')
  })
})

describe('change', () => {
  const of = { change: ['m.one', 'm.two'] }
  test.each([
    [{ 'm.one': '2400 万元', 'm.two': '3000 万元' }, '25%'],
    [{ 'm.one': '3000 万元', 'm.two': '2400 万元' }, '-20%'],
    [{ 'm.one': '0 元', 'm.two': '2400 万元' }, 'none'],
    [{ 'm.one': '100 万元', 'm.two': '0 元' }, '-100%'],
    [{ 'm.one': '0 元 ~ 100 万元', 'm.two': '200 万元' }, '100%…∞ or none (m.one)'],
    [{ 'm.one': '100 万元', 'm.two': '50 万元 ~ 200 万元' }, '-50%…100% (m.two)'],
  ])('%j → %s', (facts, wanted) => {
    expect(shown(of, facts)).toBe(wanted)
  })
})

describe('growth of three years (高企)', () => {
  const of = { growth: ['m.one', 'm.two', 'm.three'] }
  test.each([
    // ½ (200/100 + 300/200) − 1
    [{ 'm.one': '100 万元', 'm.two': '200 万元', 'm.three': '300 万元' }, '75%'],
    // the first year is nothing: the last two years alone
    [{ 'm.one': '0 元', 'm.two': '200 万元', 'm.three': '300 万元' }, '50%'],
    // the middle year is nothing: no growth
    [{ 'm.one': '100 万元', 'm.two': '0 元', 'm.three': '300 万元' }, '0%'],
    [{ 'm.one': '0 元', 'm.two': '0 元', 'm.three': '300 万元' }, '0%'],
    // all the fall there is counts as nothing
    [{ 'm.one': '300 万元', 'm.two': '200 万元', 'm.three': '100 万元' }, '0%'],
    [{ 'm.one': '100 万元', 'm.two': '200 万元', 'm.three': '0 元' }, '0%'],
    [{ 'm.one': '100 万元', 'm.two': '400 万元', 'm.three': '0 元' }, '100%'],
    // ranges
    [{ 'm.one': '100 万元', 'm.two': '200 万元', 'm.three': '300 万元 ~ 400 万元' }, '75%…100% (m.three)'],
    [{ 'm.one': '0 元 ~ 100 万元', 'm.two': '200 万元', 'm.three': '300 万元' }, '50%…∞ (m.one)'],
    [{ 'm.one': '100 万元', 'm.two': '0 元 ~ 200 万元', 'm.three': '300 万元' }, '0%…∞ (m.two)'],
    [{ 'm.two': '0 元' }, '0%'],
    [{}, '0%…∞ (m.one, m.two, m.three)'],
  ])('%j → %s', (facts, wanted) => {
    expect(shown(of, facts)).toBe(wanted)
  })
  test('net assets below nothing: the first year is left out, the last may be negative', () => {
    const net = { growth: ['m.one', 'm.two', 'm.net'] }
    const facts = { 'm.one': '1 万元', 'm.two': '10 万元', 'm.net': '-50 万元' }
    expect(shown(net, facts)).toBe('150%')
    // any middle year between 10 and 100 must lie inside the range of "10 to 100"
    expect(shown(net, { ...facts, 'm.two': '10 万元 ~ 100 万元' })).toBe('150%…4,875% (m.two)')
    expect(
      shown({ growth: ['m.net', 'm.one', 'm.two'] }, { 'm.net': '-5 万元', 'm.one': '2 万元', 'm.two': '3 万元' }),
    ).toBe('50%')
  })
})

describe('the other operators', () => {
  const known = { 'm.one': '30 万元', 'm.two': '20 万元', 'm.three': '10 万元', 'p.share': '25 %' }
  test.each([
    [{ sum: ['m.one', 'm.two', 'm.three'] }, '60 万元'],
    [{ difference: ['m.three', 'm.one'] }, '-20 万元'],
    [{ times: ['p.share', 'm.two'] }, '5 万元'],
    [{ times: ['m.two', '25 %'] }, '5 万元'],
    [{ largest: ['m.two', 'm.one', '5 万元'] }, '30 万元'],
    [{ smallest: ['m.two', 'm.one', '5 万元'] }, '5 万元'],
    [{ average: ['m.one', 'm.two', 'm.three'] }, '20 万元'],
    [{ ratio: [{ sum: ['m.two', 'm.three'] }, 'm.one'] }, '100%'],
    ['m.one', '30 万元'],
    ['25 %', '25%'],
  ])('%j → %s', (raw, wanted) => {
    expect(shown(raw, known)).toBe(wanted)
  })
  test('of ranges', () => {
    const about = { 'm.one': '30 万元 ~ 40 万元', 'm.two': '20 万元', 'p.share': '10 % ~ 50 %' }
    expect(shown({ sum: ['m.one', 'm.two'] }, about)).toBe('50 万元…60 万元 (m.one)')
    expect(shown({ difference: ['m.two', 'm.one'] }, about)).toBe('-20 万元…-10 万元 (m.one)')
    expect(shown({ times: ['p.share', 'm.one'] }, about)).toBe('3 万元…20 万元 (p.share, m.one)')
    expect(shown({ largest: ['m.one', 'm.two'] }, about)).toBe('30 万元…40 万元 (m.one)')
    expect(shown({ smallest: ['m.one', '35 万元'] }, about)).toBe('30 万元…35 万元 (m.one)')
    expect(shown({ average: ['m.one', 'm.two'] }, about)).toBe('25 万元…30 万元 (m.one)')
  })
  test('what does not apply makes the whole not apply, whatever else is missing', () => {
    expect(shown({ largest: [ratio, 'p.share'] }, { 'm.two': '0 元' })).toBe('none')
    expect(shown({ largest: [ratio, 'p.share'] }, { 'p.share': '3 %', 'm.one': '1 元', 'm.two': '0 元 ~ 1 元' })).toBe(
      '100%…∞ or none (m.two)',
    )
  })
  test('months since a day, never below none', () => {
    const today = 20_000 // 2024-10-04
    expect(readingOfSmall({ 'd.born': '2022-10-04' }, SMALL, today).value('d.born')).toMatchObject({ is: 'range' })
    expect(shown({ monthsSince: 'd.born' }, { 'd.born': '2022-10-04' })).toBe('2 年')
    expect(shown({ monthsSince: 'd.born' }, { 'd.born': '2022-10-05' })).toBe('23 个月')
    expect(shown({ monthsSince: 'd.born' }, { 'd.born': '2023' })).toBe('9 个月…21 个月 (d.born)')
    expect(shown({ monthsSince: 'd.born' }, {})).toBe('0 个月…417 个月 (d.born)')
  })
})

describe('reading', () => {
  test.each([
    ['m.nothing', 'unknown-fact', ['of']],
    ['12', 'unknown-fact', ['of']],
    ['f.yes', 'unit-mismatch', ['of']],
    [{ ratio: ['m.one', 'c.people'] }, 'unit-mismatch', ['of']],
    [{ times: ['m.one', 'm.two'] }, 'unit-mismatch', ['of']],
    [{ sum: ['m.one', '30 %'] }, 'unit-mismatch', ['of']],
    [{ ratio: ['m.one'] }, 'shape', ['of']],
    [{ ratio: ['m.one', 'm.gone'] }, 'unknown-fact', ['of', 'ratio', 1]],
    [{ largest: [{ ratio: ['m.gone', 'm.two'] }] }, 'unknown-fact', ['of', 'largest', 0, 'ratio', 0]],
    [{ power: ['m.one'] }, 'shape', ['of']],
    [{ sum: ['m.one'], ratio: ['m.one', 'm.two'] }, 'shape', ['of']],
    [{ monthsSince: 'm.one' }, 'unknown-fact', ['of', 'monthsSince']],
    [{}, 'shape', ['of']],
    [7, 'shape', ['of']],
    [null, 'shape', ['of']],
  ])('%j is refused', (raw, code, path) => {
    const { expression, problems } = parse(raw)
    expect(expression).toBeUndefined()
    expect(problems).toMatchObject([{ code, path }])
  })
})
