// The stacking rules as data: each kind of rule, the faults of the file, and the real file against the real catalogue.
import { describe, expect, test } from 'vitest'
import type { DataProblem } from '#engine'
import { type Product, stackingFaults } from '#matching'
import { betters, effectsOf, parseStacking, roleOf } from '../../matching/stacking.ts'
import { catalogue } from '../support/rulebook.ts'
import { productOf, stackingOf } from './toy-market.ts'

const loan = (id = 'l1', fields = {}) => productOf(id, fields)
const guarantee = (id = 'g1') => productOf(id, { kind: 'guarantee' })
const subsidy = (id = 's1', benefit: unknown = { ratePoints: '1 %' }) => productOf(id, { kind: 'subsidy', benefit })
const broken = (...products: Product[]) => stackingFaults(products, stackingOf()).map(one => one.rule)

describe('stacking rules', () => {
  test('limit how many of a sort may stand together, unless they are expressly allowed', () => {
    expect(broken(loan('l1'), loan('l2'))).toEqual(['one-debt'])
    expect(broken(loan(), guarantee('g1'), guarantee('g2'))).toEqual(['one-guarantee'])
    expect(broken(loan(), subsidy('s1'), subsidy('s2'))).toEqual([])
    expect(broken(loan(), subsidy('s1'), subsidy('s3'))).toEqual(['one-interest-subsidy'])
    expect(broken(loan(), subsidy('s1'), subsidy('s2'), subsidy('s3'))).toEqual(['one-interest-subsidy'])
  })

  test('say what needs what, and what excludes what', () => {
    expect(broken(guarantee())).toEqual(['guarantee-needs-loan'])
    expect(broken(subsidy())).toEqual(['subsidy-needs-loan'])
    expect(broken(loan(), guarantee('g1'), subsidy('s3'))).toEqual(['not-together'])
    expect(broken(loan(), guarantee('g1'), subsidy('s1'))).toEqual([])
  })

  test('count a loan that already lowers its own interest as a subsidy', () => {
    const own = loan('l1', { benefit: { interestShare: '30 %' } })
    expect(broken(own)).toEqual([])
    expect(broken(own, subsidy('s1'))).toEqual(['one-interest-subsidy'])
  })

  test('take a modifier only with a product that it betters', () => {
    const modifier = productOf('m1', { modifies: { kinds: ['loan'], institutions: ['bank-b'], amountTimes: '130 %' } })
    expect(roleOf(modifier)).toBe('modifier')
    expect(broken(loan('l1', { institutions: ['bank-b'] }), modifier)).toEqual([])
    expect(broken(loan('l1', { institutions: ['bank-a'] }), modifier)).toEqual(['modifier'])
    expect(betters(modifier, modifier)).toBe(false)
  })

  test('know what a benefit lowers', () => {
    expect(effectsOf(subsidy('s1', { premiumShare: '50 %' }))).toEqual(['premium'])
    expect(effectsOf(subsidy('s1', { rateAfter: '2 %' }))).toEqual(['interest'])
    expect(effectsOf(subsidy('s1', { max: '10 万元' }))).toEqual([])
  })
})

describe('a stacking file', () => {
  const rule = { id: 'a', title: { zh: '甲', en: 'a' }, source: { title: 'toy', mark: '示意' } }
  const faults = (raw: unknown) => {
    const problems: DataProblem[] = []
    parseStacking('stacking.yaml', raw, new Map([['l1', loan()]]), problems)
    return problems.map(one => `${one.code} ${one.path.join('.')}`)
  }

  test('names every product it does not know, with its place', () => {
    const raw = {
      rules: [
        { ...rule, of: { products: ['gone'] }, atMost: 1, unless: [['l1', 'gone-too']] },
        { ...rule, id: 'b', of: { products: ['l1'] }, needs: [{ products: ['lost'] }] },
      ],
      follows: [{ product: 'nobody', source: rule.source }],
    }
    expect(faults(raw)).toEqual([
      'unknown-name rules.0.of.products.0',
      'unknown-name rules.0.unless.0.1',
      'unknown-name rules.1.needs.products.0',
      'unknown-name follows.0.0',
    ])
  })

  test('refuses two rules of one name and a rule without a limit', () => {
    const of = { roles: ['loan'] }
    expect(
      faults({
        rules: [
          { ...rule, of, atMost: 1 },
          { ...rule, of, atMost: 2 },
        ],
        follows: [],
      }),
    ).toEqual(['duplicate rules.1.id'])
    expect(faults({ rules: [{ ...rule, of }], follows: [] })).toEqual(['shape rules.0'])
  })
})

describe('the real stacking rules', () => {
  const real = (id: string): Product => {
    const found = catalogue().products.get(id)
    if (!found) throw new Error(id)
    return found
  }
  const rules = (...ids: string[]) => stackingFaults(ids.map(real), catalogue().stacking).map(one => one.rule)

  test('keep the two central subsidies apart, and every other pair of interest subsidies', () => {
    const central = rules('ccb/shanke-loan', 'national/sme-loan-subsidy-2026', 'national/renewal-loan-subsidy')
    expect(central).toContain('central-subsidies-do-not-stack')
    expect(rules('ccb/shanke-loan', 'national/sme-loan-subsidy-2026', 'jinan/loan-interest-subsidy')).toEqual([
      'one-interest-subsidy',
    ])
  })

  test('let a Hangzhou guarantee subsidy stand only on a guaranteed loan', () => {
    expect(rules('ccb/shanke-loan', 'hangzhou/bank-guarantee-subsidy')).toEqual(['bank-guarantee-subsidy'])
    expect(rules('ccb/shanke-loan', 'national/sti-guarantee-plan', 'hangzhou/bank-guarantee-subsidy')).toEqual([])
  })

  test('give no second guarantee to a loan whose losses are shared already', () => {
    expect(rules('hubei/knowledge-value-loan', 'national/sti-guarantee-plan')).toEqual([
      'shared-loan-no-second-guarantee',
    ])
  })

  test('let Quanzhou’s guarantee follow its loan', () => {
    expect(catalogue().stacking.follows.has('quanzhou/tech-guarantee')).toBe(true)
  })
})
