// News of what newly fits: only for who asked, with its reason, in working time, once a week at most; nothing is told twice
// and nothing is lost.
import { describe, expect, test } from 'vitest'
import { type Case, type Incoming, type Knowledge, newCase, type Outcome, toText, turn } from '#bot'
import { readAnswers } from '#engine'
import type { Product } from '#matching'
import { loadData } from '../../../adapters/files/load.ts'
import { NEWS } from '../../../bot/enterprise/news.ts'

const { knowledge, rulebook } = loadData()
/** A Tuesday, 15:00 in China. */
const TUESDAY = '2026-11-24T07:00:00.000Z'
/** The days after, 11:00 in China. */
const THURSDAY = '2026-11-26T03:00:00.000Z'
const FRIDAY = '2026-11-27T03:00:00.000Z'
const NEXT_FRIDAY = '2026-12-04T03:00:00.000Z'

const FACTS = {
  'company.region': '440106',
  'company.founded_on': '2024-12-02',
  'company.industry': 'software',
  'qualification.tech_sme': true,
  'credit.tax_grade': 'A',
  'credit.dishonest': false,
  'credit.executed': false,
  'credit.abnormal': false,
  'credit.lawsuits': 0,
  'credit.lenders': 0,
  'finance.revenue_last_year': '600 万元',
  'finance.tax_average': '5 万元',
  'need.purpose': ['rd'],
}
const answers = readAnswers(FACTS, rulebook.facts, TUESDAY, (code, path, message) => {
  throw new Error(`${code} ${path.join('.')} ${message}`)
})
const START: Case = { ...newCase('newsworthy', TUESDAY), greeted: true, shown: true, answers }

function play(
  from: Case,
  at: string,
  event: { press: string } | { tick: string },
  known: Knowledge = knowledge,
): Outcome {
  const base = { eventId: at, at }
  const incoming: Incoming =
    'press' in event
      ? { ...base, from: { kind: 'enterprise' }, kind: 'press', press: event.press }
      : { ...base, from: { kind: 'clock' }, kind: 'tick', what: event.tick }
  return turn(known, from, incoming)
}
const asked = play(START, TUESDAY, { press: 'nw:yes' })
const tick = (from: Case, at: string, known: Knowledge = knowledge) => play(from, at, { tick: NEWS }, known)
const words = ({ posts }: Outcome) => posts.map(post => toText(post.card)).join('\n')
const dueAt = ({ timers }: Outcome) => timers?.find(timer => timer.key === NEWS)?.at

/** The same data with some products changed, added or gone. */
function edited(change: (products: Map<string, Product>) => void): Knowledge {
  const products = new Map(knowledge.catalogue.products)
  change(products)
  return { ...knowledge, catalogue: { ...knowledge.catalogue, products } }
}
const productOf = (id: string): Product => {
  const product = knowledge.catalogue.products.get(id)
  if (!product) throw new Error(id)
  return product
}
const WEBANK = productOf('webank/kechuang-loan')
const added = edited(products =>
  products.set('new/loan', { ...WEBANK, id: 'new/loan', title: { zh: '新贷', en: 'New' } }),
)
const cheaper = edited(products => products.set(WEBANK.id, { ...WEBANK, rate: { from: 30_000 } }))

describe('news of what newly fits', () => {
  test('is looked for from the next working day on, and nothing that fits already is news', () => {
    expect(words(asked)).toContain('一周最多一次')
    expect(dueAt(asked)).toBe('2026-11-25T07:00:00.000Z')
    const looked = tick(asked.case, THURSDAY)
    expect(looked.posts).toEqual([])
    expect(dueAt(looked)).toBe(FRIDAY)
  })
  test('names a new product and says that it is new', () => {
    const told = tick(asked.case, THURSDAY, added)
    expect(words(told)).toMatch(/有 1 款新的适合您\n· 新贷 — 新公布或条件有变化/)
    expect(told.posts[0]?.card.buttons?.flat().map(button => button.press)).toEqual(['p:new/loan', 'x', 'nw:no'])
    expect(told.events).toMatchObject([{ verb: 'news-told', detail: '1' }])
  })
  test('names a product whose terms have changed', () => {
    expect(words(tick(asked.case, THURSDAY, cheaper))).toContain(`· ${WEBANK.title.zh} — 公布的条款有变化`)
  })
  test('names the age that was reached', () => {
    // two years old on 2 December
    const told = tick(asked.case, NEXT_FRIDAY)
    expect(words(told)).toMatch(/中行科创贷 — 成立年限满 2 年后/)
  })
  test('is told once, and not again within a week; what comes meanwhile is kept', () => {
    const told = tick(asked.case, THURSDAY, added)
    expect(tick(told.case, FRIDAY, added).posts).toEqual([])
    const both = edited(products => {
      for (const [id, product] of added.catalogue.products) products.set(id, product)
      products.set(WEBANK.id, { ...WEBANK, rate: { from: 30_000 } })
    })
    const friday = tick(told.case, FRIDAY, both)
    expect(friday.posts).toEqual([])
    const later = tick(friday.case, NEXT_FRIDAY, both)
    expect(words(later)).toContain('公布的条款有变化')
    expect(words(later)).not.toContain('新贷')
  })
  test('waits for working time', () => {
    const night = tick(asked.case, '2026-11-26T15:00:00.000Z', added)
    expect(night.posts).toEqual([])
    expect(words(tick(night.case, dueAt(night) ?? '', added))).toContain('新贷')
    const saturday = tick(asked.case, '2026-11-28T03:00:00.000Z', added)
    expect(saturday.posts).toEqual([])
    expect(dueAt(saturday)).toBe('2026-11-30T01:00:00.000Z')
  })
  test('is for nobody who did not ask, who stopped it, or who asked for quiet', () => {
    expect(tick(START, THURSDAY, added)).toMatchObject({ posts: [], case: START })
    const stopped = play(asked.case, TUESDAY, { press: 'nw:no' })
    expect(dueAt(stopped)).toBeNull()
    expect(tick(stopped.case, THURSDAY, added).posts).toEqual([])
    const quiet = play(asked.case, TUESDAY, { press: 'qt' })
    expect(dueAt(quiet)).toBeNull()
    expect(tick(quiet.case, THURSDAY, added).posts).toEqual([])
  })
  test('is not what the company has just seen itself', () => {
    const looked = play(asked.case, THURSDAY, { press: 'x' }, added)
    expect(words(looked)).toContain('新贷')
    expect(tick(looked.case, FRIDAY, added).posts).toEqual([])
  })
})
