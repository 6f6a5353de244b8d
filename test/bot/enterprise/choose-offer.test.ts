// An offer may be chosen in words: by the number of its plan or by its name, to see it or to apply. A question chooses nothing.
import { describe, expect, test } from 'vitest'
import { newCase, turn } from '#bot'
import { match } from '#matching'
import { loadData } from '../../../adapters/files/load.ts'
import { shownPlans } from '../../../bot/cards/plan.ts'
import { readOfferChoice } from '../../../bot/language/index.ts'
import { openTurn } from '../../../bot/turn-state.ts'
import { applicant } from '../../support/rulebook.ts'

const { knowledge } = loadData()
const AT = '2026-11-24T07:00:00.000Z'
const told = applicant({
  'company.region': '330108',
  'company.industry': 'software',
  'company.founded_on': '2018-03-15',
  'people.total': 48,
  'people.tech_staff': 22,
  'finance.revenue_last_year': '2600 万元',
  'ip.invention': 5,
  'need.amount': '300 万元',
})
const shown = { ...newCase('case', AT), greeted: true, shown: true, asking: 'no' as const, answers: told }
const event = { eventId: 'e', at: AT, from: { kind: 'enterprise' } as const }
const say = (text: string) => turn(knowledge, shown, { ...event, kind: 'text', text, guesses: [] })
const { turn: state } = openTurn(knowledge, shown, { ...event, kind: 'open' })
const [first, second] = shownPlans(state, false).plans.map(({ plan }) => plan.main)
const found = match(knowledge.catalogue, state.reading)

describe('what a text chooses', () => {
  test.each([
    ['第一个方案我要申请', { plan: 1, applies: true }],
    ['就第二个吧', { plan: 2, applies: true }],
    ['方案三看看', { plan: 3, applies: false }],
    ['2号方案帮我对接', { plan: 2, applies: true }],
    ['第一个', { plan: 1, applies: false }],
    ['apply for plan 2', { plan: 2, applies: true }],
    ["I'd like the first one", { plan: 1, applies: true }],
    ['能不能帮我申请善科贷', { plan: undefined, applies: true }],
  ])('%s', (text, choice) => expect(readOfferChoice(text)).toEqual(choice))
  test.each([
    '第一个方案怎么申请',
    '不要第一个方案',
    '我们申请过善科贷',
    '第一个能批多少？',
    'should I apply for plan 1',
    '我们是第一批高企',
    '今天天气好',
  ])('%s chooses nothing', text => expect(readOfferChoice(text)).toBeUndefined())
})

describe('the offers shown', () => {
  test.each([
    ['第一个方案我要申请', () => first],
    ['我要申请第二个方案', () => second],
    ['apply for plan 1', () => first],
  ])('%s begins the lead of that plan', (text, product) => {
    const wanted = product()
    const { goal } = say(text).case
    expect(wanted).toBeDefined()
    expect(goal?.kind === 'lead' ? goal.products : []).toEqual([wanted?.id])
  })

  test('a product is chosen by its name, whole or without the bank before it', () => {
    const ofBanks = found.open.filter(({ product }) => /^(?:建行|邮储|微众)/.test(product.title.zh))
    expect(ofBanks.length).toBeGreaterThan(2)
    for (const { product } of ofBanks) {
      for (const name of [product.title.zh, product.title.zh.slice(2)]) {
        const { goal } = say(`我想申请${name}`).case
        const asked = JSON.stringify(say(`我想申请${name}`).posts)
        // 科创e贷 is offered by two banks: then both are named
        expect(goal?.kind === 'lead' ? goal.products : [asked], name).toEqual(
          goal ? [product.id] : [expect.stringContaining(product.title.zh)],
        )
      }
    }
  })

  test('to see one begins nothing', () => {
    const product = found.offers[0]?.product
    const seen = say(`看看${product?.title.zh}`)
    expect(seen.case.goal).toBeUndefined()
    expect(JSON.stringify(seen.posts)).toContain(product?.title.zh)
  })

  test('what the company cannot have is shown with its reason', () => {
    const refusal = found.refused.find(({ product }) => product.title.zh === '苏科贷')
    expect(refusal).toBeDefined()
    const seen = say('我要申请苏科贷')
    expect(seen.case.goal).toBeUndefined()
    expect(JSON.stringify(seen.posts)).toContain('苏科贷')
  })

  test('facts beside a name are kept, and the way to consent begins', () => {
    const both = say('我要申请建行善科贷，要400万')
    expect(both.case.answers['need.amount']?.value).toBe(400_000_000)
    expect(both.case.goal?.kind).toBe('lead')
  })

  test('a plan that is not there shows the plans', () => {
    expect(say('我要申请第四个方案').case.goal).toBeUndefined()
  })
})

test('a number means the plan that the result and the plans in full both show under it, also while something is open', () => {
  const answers = {
    ...told,
    ...applicant({
      'company.region': '320500',
      'company.park': 'suzhou-sip',
      'company.founded_on': '2019-03-01',
      'finance.revenue_last_year': '2400 万元',
      'need.term': '12 个月',
      'need.purpose': ['working-capital'],
      'credit.overdue': false,
      'credit.executed': false,
      'credit.dishonest': false,
      'qualification.high_tech': true,
      'ip.software': 12,
      'ip.invention': 2,
    }),
  }
  const current = { ...shown, answers }
  const { turn: here } = openTurn(knowledge, current, { ...event, kind: 'open' })
  const plans = shownPlans(here, false).plans.map(({ plan }) => plan.main)
  const full = turn(knowledge, current, { ...event, kind: 'press', press: 'pl' })
  const heads = full.posts.flatMap(({ card }) => (card.lines ?? []).filter(line => line.kind === 'head'))
  for (const [index, main] of plans.entries()) {
    expect(JSON.stringify(heads[index])).toContain(main.title.zh)
    const nth = '一二三四'[index]
    const outcome = turn(knowledge, current, { ...event, kind: 'text', text: `第${nth}个方案我要申请`, guesses: [] })
    const said = JSON.stringify(outcome.posts)
    for (const { title } of plans) expect(said.includes(title.zh)).toBe(title.zh === main.title.zh)
  }
  expect(plans.length).toBeGreaterThan(1)
})
