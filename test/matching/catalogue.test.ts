// Every fault a catalogue file can have is found with its file and place, all at once; the examples in the files are run.
import { describe, expect, test } from 'vitest'
import { KINDS, teamFor } from '#matching'
import { catalogue, rulebook } from '../support/rulebook.ts'
import { type Fields, type Parts, parseSmallCatalogue, SOURCE } from './small-catalogue.ts'

const faults = (parts: Parts) => {
  const parsed = parseSmallCatalogue(parts)
  return parsed.ok ? [] : parsed.problems.map(({ code, file, path }) => [code, file, path.join('.')])
}
const one = (fields: Fields) => faults({ products: { 'first/one': fields } })
const FILE = 'matching/products/first/one.yaml'
const nobody = { name: 'nobody', facts: {}, expect: 'open' }

describe('a product is refused for', () => {
  const cases: readonly (readonly [string, Fields, string, string])[] = [
    ['an unknown fact', { eligible: { fact: 'c.gone', atLeast: 1 } }, 'unknown-fact', 'eligible.fact'],
    [
      'an unknown fact in what it serves',
      { serves: { all: [{ fact: 'c.gone', is: true }] } },
      'unknown-fact',
      'serves.all.0.fact',
    ],
    ['an unknown option', { eligible: { fact: 'o.rank', is: 'iron' } }, 'unknown-option', 'eligible'],
    ['an unknown institution', { institutions: ['first-bank', 'gone'] }, 'unknown-name', 'institutions.1'],
    ['an unknown document', { documents: ['licence', 'gone'] }, 'unknown-name', 'documents.1'],
    ['a date that does not exist', { source: { ...SOURCE, date: '2024-02-30' } }, 'bad-quantity', 'source.date'],
    ['no date', { source: { title: 'made up', mark: '★' } }, 'shape', 'source.date'],
    ['no source', { source: undefined }, 'shape', 'source'],
    ['ending before it begins', { valid: { from: '2024-03-01', to: '2024-02-29' } }, 'date-order', 'valid.to'],
    ['a first day that does not exist', { valid: { from: '2023-02-29' } }, 'bad-quantity', 'valid.from'],
    ['an amount without its unit', { amount: { max: 500 } }, 'bad-quantity', 'amount.max'],
    ['a floor above the cap', { amount: { max: '50 万元', min: '60 万元' } }, 'bands-disorder', 'amount.min'],
    [
      'a share of an unknown fact',
      { amount: { shareOf: { share: '20 %', of: 'm.gone' } } },
      'unknown-fact',
      'amount.shareOf.of',
    ],
    [
      'a share that is no percentage',
      { amount: { shareOf: { share: '20 万元', of: 'm.one' } } },
      'bad-quantity',
      'amount.shareOf.share',
    ],
    [
      'limits by an unknown model',
      { amount: { byGrade: { model: 'gone', limits: { A: '5 万元' } } } },
      'unknown-model',
      'amount.byGrade.model',
    ],
    [
      'a limit of an unknown grade',
      { amount: { byGrade: { model: 'toy', limits: { Z: '5 万元' } } } },
      'unknown-option',
      'amount.byGrade.limits.Z',
    ],
    ['a term that is no time', { term: { max: '3 %' } }, 'bad-quantity', 'term.max'],
    ['a rate that is no percentage', { rate: { from: '3 万元' } }, 'bad-quantity', 'rate.from'],
    [
      'a fee that is no percentage',
      { fees: [{ title: { zh: '费', en: 'fee' }, yearly: '1' }] },
      'bad-quantity',
      'fees.0.yearly',
    ],
    [
      'a share of risk that is no percentage',
      { riskShare: [{ by: 'bank', share: '80' }] },
      'bad-quantity',
      'riskShare.0.share',
    ],
    ['a benefit that is no amount', { benefit: { max: '80 %' } }, 'bad-quantity', 'benefit.max'],
    [
      'bettering an unknown institution',
      { modifies: { kinds: ['loan'], institutions: ['gone'] } },
      'unknown-name',
      'modifies.institutions.0',
    ],
    ['a kind nobody knows', { kind: 'gift' }, 'shape', 'kind'],
    ['a misspelt key', { amout: { max: '5 万元' } }, 'shape', ''],
    ['a row that is none', { rows: ['12'] }, 'shape', 'rows.0'],
    ['one example', { examples: [nobody] }, 'shape', 'examples'],
    [
      'an example that does not come out',
      { examples: [nobody, { ...nobody, expect: 'eligible' }] },
      'example-failed',
      'examples.1',
    ],
    [
      'an example refused for another reason',
      { examples: [nobody, { name: 'x', facts: { 'c.ideas': 1 }, expect: { not: ['f.yes'] } }] },
      'example-failed',
      'examples.1',
    ],
    [
      'an example with another amount',
      { amount: { max: '50 万元' }, examples: [nobody, { ...nobody, amount: '? ~ 60 万元' }] },
      'example-failed',
      'examples.1',
    ],
    [
      'an example of an unknown fact',
      { examples: [nobody, { ...nobody, facts: { 'c.gone': 1 } }] },
      'unknown-fact',
      'examples.1.facts.c.gone',
    ],
    [
      'an example that cannot be read',
      { examples: [nobody, { ...nobody, facts: { 'c.ideas': 'many' } }] },
      'bad-quantity',
      'examples.1.facts.c.ideas',
    ],
  ]
  test.each(cases)('%s', (_, fields, code, path) => {
    expect(one(fields)).toContainEqual([code, FILE, path])
  })
  test('nothing, when it is sound', () => {
    expect(one({})).toEqual([])
    const examples = [
      { name: 'enough', facts: { 'c.ideas': 5, 'n.amount': '30 万元' }, expect: 'eligible', amount: '? ~ 30 万元' },
      { name: 'too few', facts: { 'c.ideas': 4 }, expect: { not: ['c.ideas'] } },
    ]
    expect(one({ amount: { max: '50 万元' }, examples })).toEqual([])
  })
})

describe('the other files are refused for', () => {
  const institution = {
    title: { zh: '行', en: 'bank' },
    kind: 'bank',
    contact: { zh: '电', en: 'phone' },
    desk: true,
    source: { title: 'x', mark: '★' },
  }
  const team = {
    title: { zh: '队', en: 'team' },
    members: [{ zh: '人', en: 'man' }],
    contact: { zh: '电', en: 'phone' },
    serves: ['330108'],
    source: { title: 'x', mark: '★' },
  }
  test.each([
    [
      { directory: { institutions: { 'first-bank': { ...institution, kind: 'shop' } }, teams: {} } },
      ['shape', 'directory.yaml', 'institutions.first-bank.kind'],
    ],
    [
      { directory: { institutions: { 'First Bank': institution }, teams: {} } },
      ['shape', 'directory.yaml', 'institutions.First Bank'],
    ],
    [
      { directory: { institutions: { 'first-bank': institution }, teams: { 'first-bank': team } } },
      ['duplicate', 'directory.yaml', 'teams.first-bank'],
    ],
    [
      { directory: { institutions: { 'first-bank': institution }, teams: { visit: { ...team, serves: ['杭州'] } } } },
      ['shape', 'directory.yaml', 'teams.visit.serves.0'],
    ],
    [{ documents: { licence: { zh: '执照' } } }, ['shape', 'documents.yaml', 'licence.en']],
    [{ need: { amount: 'x.gone' } }, ['unknown-fact', 'need.yaml', 'amount']],
    [{ need: { always: ['t.name', 'x.gone'] } }, ['unknown-fact', 'need.yaml', 'always.1']],
    [{ need: { colour: 'red' } }, ['shape', 'need.yaml', '']],
  ])('%j', (parts, fault) => {
    expect(faults(parts)).toContainEqual(fault)
  })
  test('all faults of all files are found at once', () => {
    const found = faults({
      products: { a: { institutions: ['gone'] }, b: { eligible: { fact: 'c.gone', atLeast: 1 } } },
      documents: { licence: 'text' },
      need: { term: 'x.gone' },
    })
    expect(found.map(([, file]) => file)).toEqual([
      'documents.yaml',
      'need.yaml',
      'matching/products/a.yaml',
      'matching/products/b.yaml',
    ])
  })
})

describe('the real catalogue', () => {
  const { products, directory, documents, need } = catalogue()
  const all = [...products.values()]
  test('offers something of every kind that its vocabulary promises', () => {
    const kinds = new Set(all.map(product => product.kind))
    for (const kind of ['loan', 'guarantee', 'subsidy', 'insurance', 'fund', 'service'] as const)
      expect(kinds.has(kind), kind).toBe(true)
    for (const kind of kinds) expect(KINDS).toContain(kind)
  })
  test('each product shows one company that fits or nearly fits, and its id is its file', () => {
    for (const product of all) {
      expect(product.file).toBe(`matching/products/${product.id}.yaml`)
      expect(
        product.examples.some(example => example.expect === 'eligible' || example.expect === 'open'),
        product.id,
      ).toBe(true)
    }
  })
  test('unpublished terms are not written: who only knows the name states no amount, rate or term', () => {
    for (const product of all.filter(one => one.terms === 'ask')) {
      expect([product.amount?.max, product.amount?.byGrade, product.rate?.from], product.id).toEqual([
        undefined,
        undefined,
        undefined,
      ])
    }
  })
  test('every institution and document is used', () => {
    const used = new Set(all.flatMap(product => product.institutions))
    expect([...directory.institutions.keys()].filter(id => !used.has(id))).toEqual([])
    const wanted = new Set(all.flatMap(product => product.documents))
    expect([...documents.keys()].filter(id => !wanted.has(id))).toEqual([])
  })
  test('no word promises what only a bank can grant', () => {
    const forbidden = /包过|肯定能批|一定能批|保证额度|保证获批|秒批|最低利率|百分百/
    for (const product of all) {
      const texts = JSON.stringify([product.title, product.summary, product.known, product.steps, product.amount?.note])
      expect(forbidden.exec(texts)?.[0], product.id).toBeUndefined()
    }
  })
  test('the facts of the need are of the kinds matching reads them as', () => {
    const type = (id: string) => rulebook().facts.get(id)?.type
    expect([need.amount, need.term, need.kinds, need.purpose, need.place].map(type)).toEqual([
      'money',
      'months',
      'choices',
      'choices',
      'region',
    ])
  })
  test('every place has a team, the narrowest that serves it', () => {
    for (const place of ['330108', '370102', '140100', '650100', undefined])
      expect(teamFor(directory, place), place).toBeDefined()
  })
})
