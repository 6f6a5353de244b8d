// Answers as people write them in a file: ids or titles, units, ranges, years; what cannot be read is named, not dropped.
import { describe, expect, test } from 'vitest'
import { type DataProblem, readAnswers, readWritten, showValue } from '#engine'
import { collect } from '../../engine/problem.ts'
import { applicant, day, rulebook } from '../support/rulebook.ts'
import { SMALL } from './small-rulebook.ts'

const fact = (id: string) => {
  const found = SMALL.facts.get(id) ?? rulebook().facts.get(id)
  if (!found) throw new Error(id)
  return found
}

describe('reading one value', () => {
  test.each([
    ['m.one', '300 万元', 300_000_000],
    ['m.one', '200 万元 ~ 300 万元', { low: 200_000_000, high: 300_000_000 }],
    ['m.one', '200 万元～300 万元', { low: 200_000_000, high: 300_000_000 }],
    ['c.ideas', 12, 12],
    ['c.ideas', '12', 12],
    ['p.share', '30 %', 300_000],
    ['d.born', '2018-03-01', day('2018-03-01')],
    ['d.born', 2018, { low: day('2018-01-01'), high: day('2018-12-31') }],
    ['d.born', '2020-02', { low: day('2020-02-01'), high: day('2020-02-29') }],
    ['d.born', '2019-12', { low: day('2019-12-01'), high: day('2019-12-31') }],
    ['f.yes', true, true],
    ['f.yes', '是', true],
    ['f.yes', '否', false],
    ['o.rank', 'gold', 'gold'],
    ['s.tags', ['x', 'z'], ['x', 'z']],
    ['s.tags', 'x', ['x']],
    ['r.place', 330108, '330108'],
    ['t.name', '某某公司', '某某公司'],
  ])('%s: %j', (id, written, value) => {
    expect(readWritten(written, fact(id))).toEqual(value)
  })
  test.each([
    ['m.one', '300'],
    ['m.one', '300 万元 ~ 200 万元'],
    ['m.one', '100 万元 ~ 200 万元 ~ 300 万元'],
    ['m.one', '100 万元 ~'],
    ['m.one', true],
    ['m.one', null],
    ['d.born', '2018-13'],
    ['d.born', '2018-02-30'],
    ['f.yes', 1],
    ['f.yes', 'maybe'],
    ['o.rank', 'iron'],
    ['s.tags', ['x', 'w']],
    ['t.name', { zh: '某某' }],
  ])('%s: %j is refused', (id, written) => {
    expect(readWritten(written, fact(id))).toBeUndefined()
  })
})

describe('reading a file', () => {
  test('Chinese and English titles stand for ids', () => {
    expect(applicant({ 职工总数: 40, 'Total staff': 41 })).toMatchObject({
      'people.total': { value: 41, source: 'stated' },
    })
  })
  test('no two facts share a title', () => {
    const all = [...rulebook().facts.values()]
    for (const language of ['zh', 'en'] as const) {
      const titles = all.map(one => one.title[language])
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
    }
  })
  test('every fault is named with its place', () => {
    const problems: DataProblem[] = []
    const facts = {
      'people.totl': 40,
      'people.total': '四十',
      'credit.executed': 'perhaps',
      'credit.tax_grade': 'E',
      'ip.invention': 3,
    }
    const dossier = readAnswers(facts, rulebook().facts, '', collect('firm.yaml', problems))
    expect(Object.keys(dossier)).toEqual(['ip.invention'])
    expect(problems.map(one => [one.code, one.path[0]])).toEqual([
      ['unknown-fact', 'people.totl'],
      ['bad-quantity', 'people.total'],
      ['bad-quantity', 'credit.executed'],
      ['bad-quantity', 'credit.tax_grade'],
    ])
    expect(problems[3]?.message).toContain('A, B, M, C, D, none')
  })
  test('a test cannot name a fact that is not there', () => {
    expect(() => applicant({ 'people.totl': 40 })).toThrow('people.totl')
  })
})

describe('showing', () => {
  test.each([
    ['m.one', 300_000_000, '300 万元', 'RMB 3 million'],
    ['m.one', { low: 200_000_000, high: 300_000_000 }, '200 万元～300 万元', 'RMB 2 million～RMB 3 million'],
    ['m.one', { low: 200_000_000, high: 200_000_000 }, '200 万元', 'RMB 2 million'],
    ['people.total', 40, '40 人', '40 people'],
    ['d.born', day('2018-03-01'), '2018-03-01', '2018-03-01'],
    ['d.born', { low: day('2018-01-01'), high: day('2018-12-31') }, '2018', '2018'],
    ['d.born', { low: day('2020-02-01'), high: day('2020-02-29') }, '2020-02', '2020-02'],
    ['d.born', { low: day('2020-02-01'), high: day('2020-03-29') }, '2020-02-01～2020-03-29', '2020-02-01～2020-03-29'],
    ['f.yes', true, '是', 'yes'],
    ['credit.tax_grade', 'A', 'A 级', undefined],
    ['t.name', '某某公司', '某某公司', '某某公司'],
  ])('%s %j: %s', (id, value, zh, en) => {
    expect(showValue(value, fact(id), 'zh')).toBe(zh)
    if (en) expect(showValue(value, fact(id), 'en')).toBe(en)
  })
  test('several options and a place by name', () => {
    expect(showValue(['x', 'z'], fact('s.tags'), 'zh')).toBe('x、z')
    expect(showValue(['x', 'z'], fact('s.tags'), 'en')).toBe('x, z')
    expect(showValue('330108', fact('r.place'), 'zh', code => (code === '330108' ? '滨江区' : undefined))).toBe(
      '滨江区',
    )
    expect(showValue('330108', fact('r.place'), 'zh')).toBe('330108')
  })
})
