// The numbered programmes: each has a product or a reason, the page says the same as the data, and money for banks is shown
// to no company, whatever it asks.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Incoming, newCase, toText, turn } from '#bot'
import { type DataProblem, read } from '#engine'
import { calendarOf, groupsOf, match, nextQuestion, plansOf, standingOf } from '#matching'
import { loadData } from '../../adapters/files/load.ts'
import { parseRows } from '../../matching/rows.ts'
import { firms } from '../support/firms.ts'
import { catalogue, ROOT, rulebook, TODAY } from '../support/rulebook.ts'
import { productOf } from './toy-market.ts'

describe('the named programmes', () => {
  const { rows } = catalogue()
  const named = rows.filter(row => row.id.startsWith('P-'))

  test('are 43, and all but one have a product; that one says why', () => {
    expect(named.map(row => row.id)).toEqual(
      Array.from({ length: 43 }, (_, index) => `P-${String(index + 1).padStart(2, '0')}`),
    )
    expect(named.filter(row => row.products.length === 0).map(row => [row.id, row.reason !== undefined])).toEqual([
      ['P-07', true],
    ])
  })
  test('carry a mark and an information date each', () => {
    for (const { source } of named.flatMap(row => row.products)) {
      expect(source.mark).not.toBe('')
      expect(source.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })
  test('stand in the page as in the data', () => {
    const page = readFileSync(path.join(ROOT, 'docs/catalogue.md'), 'utf8')
    const lines = new Map(
      [...page.matchAll(/^\| (P-\d\d) \| (.+) \| (.*) \| (.*) \|$/gm)].map(([, id, ...rest]) => [id, rest]),
    )
    expect([...lines.keys()]).toEqual(named.map(row => row.id))
    for (const { id, products, reason } of named) {
      const [files = '', , dates = ''] = lines.get(id) ?? []
      if (reason) expect(files).toBe(`— ${reason.zh}`)
      else
        expect([...files.matchAll(/`([^`]+)`/g)].map(([, file]) => file)).toEqual(products.map(product => product.id))
      for (const { source } of products) expect(dates, id).toContain(source.date)
    }
  })
})

describe('a row is refused', () => {
  const words = { zh: '词', en: 'words' }
  const faults = (without: Record<string, unknown>, own: readonly string[]) => {
    const problems: DataProblem[] = []
    const product = { ...productOf('p'), rows: [...own] }
    parseRows(
      'rows.yaml',
      { families: [{ prefix: 'X', count: 2, title: words }], without },
      new Map([['p', product]]),
      problems,
    )
    return problems.map(one => [one.code, one.path.join('.')])
  }
  test('with neither a product nor a reason, with both, or with a reason for nothing', () => {
    expect(faults({ 'X-02': words }, ['X-01'])).toEqual([])
    expect(faults({}, ['X-01'])).toEqual([['unknown-name', 'families']])
    expect(faults({ 'X-01': words, 'X-02': words }, ['X-01'])).toEqual([['duplicate', 'without.X-01']])
    expect(faults({ 'X-02': words, 'X-03': words }, ['X-01'])).toEqual([['unknown-name', 'without.X-03']])
  })
})

describe('money for banks', () => {
  const hidden = [...catalogue().products.values()].filter(product => product.bankSide)
  const { knowledge } = loadData()

  test('is in the catalogue: the rewards of Jinan and Shanxi, the relending, the compensation of Anhui', () => {
    expect(hidden.flatMap(product => product.rows)).toEqual(expect.arrayContaining(['P-05', 'P-08', 'P-22']))
  })
  test('stands in no list of any company, also of those it would suit', () => {
    let suits = 0
    for (const dossier of firms(rulebook(), 40, 0.3, 11)) {
      const reading = read(rulebook(), dossier, TODAY)
      suits += hidden.filter(product => standingOf(product, reading) !== 'no').length
      const found = match(catalogue(), reading)
      const { can, answer, step, no, unlocks } = groupsOf(catalogue(), reading, found)
      const { plans, alongside } = plansOf(catalogue(), reading, found)
      const question = nextQuestion(catalogue(), reading, { skipped: [], models: [] })
      const shown = new Set([
        ...[can, answer, step, no].flatMap(group => group.map(line => line.product)),
        ...unlocks.flatMap(one => [...one.opens, ...one.nears]),
        ...plans.flatMap(({ plan }) => [plan.main, ...plan.others]),
        ...alongside.map(offer => offer.product),
        ...(question?.products ?? []),
        ...calendarOf(catalogue(), rulebook(), dossier, TODAY, TODAY + 400).map(one => one.product),
      ])
      expect(hidden.filter(product => shown.has(product))).toEqual([])
    }
    expect(suits).toBeGreaterThan(20)
  })
  test('is not told of when a company asks for it by name, presses its button or applies', () => {
    const at = '2026-11-22T01:00:00.000Z'
    const base = { at, from: { kind: 'enterprise' as const } }
    const start = { ...newCase('bank-side', at), greeted: true }
    for (const { id, title, summary } of hidden) {
      const asked: readonly Incoming[] = [
        { ...base, eventId: '1', kind: 'press', press: `p:${id}` },
        { ...base, eventId: '2', kind: 'press', press: `ap:${id}` },
        { ...base, eventId: '3', kind: 'text', text: `什么是${title.zh}？`, guesses: [] },
      ]
      for (const incoming of asked) {
        const { posts, case: after } = turn(knowledge, start, incoming)
        expect(posts.map(post => toText(post.card)).join('\n')).not.toContain(summary.zh.slice(0, 12))
        expect(after.goal).toBeUndefined()
      }
    }
  })
})
