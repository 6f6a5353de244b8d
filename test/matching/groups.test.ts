// The four groups: every product in exactly one, each line with value, limit and source, and what a step opens together.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge, read, showQuantity, wayUp } from '#engine'
import { adviceOf, afterChanges, type Groups, groupsOf, match } from '#matching'
import { applicant, catalogue, rulebook, TODAY } from '../support/rulebook.ts'
import { conditionOf, marketOf, productOf, readingOf, repairsOf } from './toy-market.ts'

const all = (groups: Groups): string[] =>
  [groups.can, groups.answer, groups.step, groups.no].flatMap(group => group.map(line => line.product.id))

const FIRM = {
  'company.region': '330108',
  'company.founded_on': '2025-06-01',
  'company.industry': 'software',
  'finance.revenue_last_year': '800 万元',
  'qualification.tech_sme': false,
  'qualification.high_tech': false,
  'qualification.innovative_sme': false,
  'qualification.specialised': 'none',
  'credit.dishonest': false,
  'credit.executed': false,
  'credit.tax_grade': 'C',
  'credit.government_grade': 'D',
  'credit.zero_filing_months': '4 个月',
  'need.purpose': ['working-capital'],
  'need.amount': '300 万元',
}

describe('the four groups', () => {
  test('hold every product shown to firms exactly once, whatever is known of the company', () => {
    const shown = [...catalogue().products.values()].filter(one => !one.bankSide).map(one => one.id)
    fc.assert(
      fc.property(fc.subarray(Object.keys(FIRM)), keys => {
        const facts = Object.fromEntries(Object.entries(FIRM).filter(([key]) => keys.includes(key)))
        const groups = groupsOf(catalogue(), read(rulebook(), applicant(facts), TODAY))
        expect(all(groups).sort()).toEqual([...shown].sort())
      }),
      { numRuns: 25 },
    )
  })

  test('never advise a step that does not open the product', () => {
    const reading = read(rulebook(), applicant(FIRM), TODAY)
    const groups = groupsOf(catalogue(), reading)
    expect(groups.step.length).toBeGreaterThan(3)
    for (const { product, step } of groups.step) {
      expect(judge(product.eligible, reading).is).toBe('no')
      expect(judge(product.eligible, afterChanges(reading, step.changes)).is).not.toBe('no')
      for (const one of step.changes) {
        const without = step.changes.filter(other => other !== one)
        expect(judge(product.eligible, afterChanges(reading, without)).is).toBe('no')
        expect(['region', 'text']).not.toContain(rulebook().facts.get(one.fact)?.type)
      }
    }
  })

  test('name what a step opens together: exactly what is open when it is applied', () => {
    const reading = read(rulebook(), applicant(FIRM), TODAY)
    const { unlocks, step, no } = groupsOf(catalogue(), reading)
    const grade = unlocks.find(one => one.changes.length === 1 && one.changes[0]?.fact === 'credit.government_grade')
    expect(grade?.changes[0]).toMatchObject({ to: 'C', how: 'months' })
    const after = afterChanges(reading, grade?.changes ?? [])
    const shut = [...step, ...no.filter(line => line.why === 'far')].map(line => line.product)
    const opened = shut.filter(one => one.terms === 'stated' && judge(one.eligible, after).is === 'yes')
    expect(new Set(grade?.opens)).toEqual(new Set(opened))
    expect((grade?.opens.length ?? 0) + (grade?.nears.length ?? 0)).toBeGreaterThan(3)
  })
})

describe('a line', () => {
  test('carries the company’s own value, the limit and its source', () => {
    const [line] = groupsOf(
      marketOf([
        productOf('p', {
          eligible: {
            fact: 't.whole',
            atLeast: '500 万元',
            source: { title: 'the rule itself', mark: '★★★' },
          },
        }),
      ]),
      readingOf({ 't.whole': '300 万元' }),
    ).no
    const seen = line?.seen[0]
    expect(seen?.source.title).toBe('the rule itself')
    expect(seen?.finding.own).toMatchObject({ is: 'range', low: 300_000_000, high: 300_000_000 })
    expect(seen?.finding.test.limit).toEqual({ op: 'atLeast', value: 500_000_000 })
    expect(showQuantity(500_000_000, 'money', 'zh')).toBe('500 万元')
  })

  test('falls back on the source of the product', () => {
    const groups = groupsOf(marketOf([productOf('p')]), readingOf({ 't.few': 2 }))
    expect(groups.can[0]?.seen[0]?.source.title).toBe('toy rules')
  })
})

describe('an unsuitable product', () => {
  const why = (fields: Readonly<Record<string, unknown>>, facts: Readonly<Record<string, unknown>>, near = {}) =>
    groupsOf(marketOf([productOf('p', fields)], { repairs: repairsOf(near) }), readingOf(facts)).no.map(line => ({
      why: line.why,
      fixed: line.fixed.flatMap(seen => seen.finding.test.facts),
      way: line.step?.changes.map(one => one.fact),
    }))
  const two = {
    all: [
      { fact: 't.few', atLeast: 3 },
      { fact: 't.title', is: true },
    ],
  }

  test('says that it is for another place, not open yet, over, or for another need', () => {
    expect(why({ eligible: { fact: 'r.place', within: [330108] } }, { 'r.place': '370100' })[0]?.why).toBe('place')
    expect(why({ valid: { from: '2030-01-01' } }, { 't.few': 1 })[0]?.why).toBe('not-yet')
    expect(why({ valid: { to: '2020-01-01' } }, { 't.few': 1 })[0]?.why).toBe('over')
    const lease = { serves: { fact: 't.kinds', oneOf: ['equity'] } }
    expect(why(lease, { 't.few': 1, 't.kinds': ['loan'] })[0]?.why).toBe('other-need')
  })

  test('says what nothing can change', () => {
    const eligible = {
      all: [
        { fact: 't.few', atLeast: 3 },
        { fact: 't.born', below: '2000-01-01' },
      ],
    }
    expect(why({ eligible }, { 't.few': 1, 't.born': '2010-01-01' })).toEqual([
      { why: 'fixed', fixed: ['t.born'], way: undefined },
    ])
  })

  test('says that it hangs on a rating that no step reaches, which has a way up of its own', () => {
    const none = {
      'rd.award': 'none',
      'rd.platform': 'none',
      'rd.standards': 0,
      'ip.invention': 0,
      'ip.other_class1': 0,
    }
    const poor = { 'people.total': 10, 'people.tech_staff': 0, 'rd.cost_last_year': '1 万元' }
    const facts = { ...FIRM, ...none, ...poor, 'ip.utility': 0, 'ip.design': 0, 'ip.software': 0 }
    const eligible = conditionOf({ passes: 'tech-sme' }, rulebook())
    const market = { ...catalogue(), products: new Map([['p', { ...productOf('p'), eligible }]]) }
    const reading = read(rulebook(), applicant(facts), TODAY)
    const { repairs } = market
    const short = { ...market, repairs: { ...repairs, near: { ...repairs.near, patience: 10 } } }
    expect(groupsOf(short, reading).no.map(line => [line.why, line.fixed.length])).toEqual([['rating', 1]])
    // with more patience it is a step (a direct pass by a title), and applied it passes
    const [line] = groupsOf(market, reading).step
    expect(line?.step.changes).toHaveLength(1)
    expect(judge(eligible, afterChanges(reading, line?.step.changes ?? [])).is).not.toBe('no')
    const way = wayUp(read(rulebook(), applicant(facts), TODAY), 'tech-sme', adviceOf(catalogue().repairs))
    expect(way?.target.kind).toBe('pass')
    for (const step of way?.steps ?? [])
      expect(catalogue().repairs.patienceOf.has(step.fact.id) || step.told).toBe(true)
  })

  test('shows a way that is too long for one step as a way, not as a step', () => {
    const facts = { 't.few': 1, 't.title': false }
    expect(why({ eligible: two }, facts)).toEqual([])
    const near = { near: { changes: 1, patience: '400 天' } }
    expect(why({ eligible: two }, facts, near)).toEqual([{ why: 'far', fixed: [], way: ['t.few', 't.title'] }])
    const hasty = { near: { changes: 2, patience: '100 天' } }
    expect(why({ eligible: two }, facts, hasty)[0]?.why).toBe('far')
  })

  test('with unpublished terms is never called open by a step', () => {
    const groups = groupsOf(
      marketOf([productOf('p', { terms: 'ask', eligible: { fact: 't.few', atLeast: 3 } })]),
      readingOf({ 't.few': 1 }),
    )
    expect(groups.unlocks.map(one => [one.opens.length, one.nears.length])).toEqual([[0, 1]])
  })
})

describe('needs beyond credit', () => {
  test('are matched as well: equity, insurance, lease and pilot help stand among what can be applied for', () => {
    const pilot = {
      'company.region': '330921',
      'company.pilot_stage': 'pilot',
      'need.purpose': ['pilot'],
      'need.kinds': ['insurance', 'equity', 'subsidy'],
      'credit.dishonest': false,
      'credit.executed': false,
    }
    const found = match(catalogue(), read(rulebook(), applicant(pilot), TODAY)).offers.map(one => one.product.id)
    expect(found).toEqual(
      expect.arrayContaining([
        'boc-daishan/pilot-loan',
        'picc-zhoushan/pilot-insurance',
        'daishan/grant-insurance-loan-equity',
      ]),
    )
    const plant = {
      'company.region': '350500',
      'company.industry': 'manufacturing-equipment',
      'need.purpose': ['equipment'],
      'need.kinds': ['lease'],
      'credit.dishonest': false,
    }
    const leases = match(catalogue(), read(rulebook(), applicant(plant), TODAY)).offers.map(one => one.product.kind)
    expect(leases).toContain('lease')
  })
})
