// Made-up facts, products and repairs for tests of matching itself, read by the same parsers as the real ones. Small enough
// that every combination of answers can be tried.
import {
  type Condition,
  type DataProblem,
  type Dossier,
  parseCondition,
  type Reading,
  type Rulebook,
  read,
  readAnswers,
} from '#engine'
import { type Catalogue, type Directory, type Product, parseProduct } from '#matching'
import { EVEN } from '../../matching/likelihood.ts'
import { parseRepairs, type Repairs } from '../../matching/repair.ts'
import { parseStacking, type Stacking } from '../../matching/stacking.ts'
import { small } from '../engine/small-rulebook.ts'

export const TODAY = 20_000
const both = (text: string) => ({ zh: text, en: text })
const options = (...keys: readonly string[]) => Object.fromEntries(keys.map(key => [key, { title: both(key) }]))

/** Two counts, an ordered and an unordered choice, a yes-or-no, a set of tags: 6 × 6 × 4 × 3 × 2 × 8 states. */
export const TOY_FACTS = {
  't.few': { type: 'count', min: 0, max: 5, changeable: 'weeks' },
  't.many': { type: 'count', min: 0, max: 5, changeable: 'years' },
  't.rank': {
    type: 'choice',
    options: options('gold', 'silver', 'bronze', 'none'),
    order: ['gold', 'silver', 'bronze'],
    changeable: 'months',
  },
  't.colour': { type: 'choice', options: options('red', 'green', 'blue'), changeable: 'freely' },
  't.title': { type: 'flag', changeable: 'by-date' },
  't.tags': { type: 'choices', options: options('x', 'y', 'z'), changeable: 'weeks' },
  't.born': { type: 'date', min: '1990-01-01', max: 'today', changeable: 'never' },
  't.age': {
    type: 'months',
    min: '0 个月',
    changeable: 'by-date',
    derive: [{ monthsSince: 't.born' }],
    asked: false,
  },
  't.part': { type: 'money', min: '0 元', max: '100 亿元', changeable: 'months' },
  't.whole': { type: 'money', min: '0 元', max: '100 亿元', changeable: 'years' },
  't.until': { type: 'date', min: '1990-01-01', max: '2090-01-01', changeable: 'by-date' },
  't.term': { type: 'months', min: '1 个月', max: '10 年', changeable: 'freely' },
  't.need': { type: 'money', min: '1 元', max: '100 亿元', changeable: 'freely' },
  't.kinds': { type: 'choices', options: options('loan', 'equity', 'insurance'), changeable: 'freely' },
}
export const BOOK: Rulebook = small({ facts: TOY_FACTS })

const must = <T>(made: T | undefined, problems: readonly DataProblem[]): T => {
  if (made === undefined || problems.length > 0)
    throw new Error(problems.map(one => `${one.path.join('.')}: ${one.message}`).join('\n') || 'nothing was made')
  return made
}

/** A condition over the toy facts; a fault throws. */
export function conditionOf(raw: unknown, book = BOOK): Condition {
  const problems: DataProblem[] = []
  const parsed = parseCondition(raw, book.vocabulary, [], (code, path, message) =>
    problems.push({ code, file: 'toy', path, message }),
  )
  return must(parsed, problems)
}

/** Answers as people write them. */
export function answersOf(facts: Readonly<Record<string, unknown>>, book = BOOK): Dossier {
  return readAnswers(facts, book.facts, '2024-10-04T00:00:00Z', (code, path, message) => {
    throw new Error(`${code} ${path.join('.')}: ${message}`)
  })
}

export const readingOf = (facts: Readonly<Record<string, unknown>>, today = TODAY): Reading =>
  read(BOOK, answersOf(facts), today)

export const DIRECTORY: Directory = {
  institutions: new Map(
    ['bank-a', 'bank-b', 'office'].map(id => [
      id,
      {
        id,
        title: both(id),
        kind: 'bank' as const,
        contact: both('desk'),
        desk: true,
        source: { title: 'toy', mark: '示意' as const },
      },
    ]),
  ),
  teams: new Map(),
}
const DOCUMENTS = new Map(['licence', 'accounts', 'plan', 'contract'].map(id => [id, both(id)]))

export { DOCUMENTS }

const ALWAYS_TRUE = { fact: 't.few', atLeast: 0 }

/** A product file's content with everything a test does not care about filled in. */
export function productOf(id: string, fields: Readonly<Record<string, unknown>> = {}): Product {
  const problems: DataProblem[] = []
  const written = {
    title: both(id),
    summary: both(id),
    kind: 'loan',
    rows: ['T-1'],
    institutions: ['bank-a'],
    source: { title: 'toy rules', mark: '示意', date: '2024-01-01' },
    terms: 'stated',
    eligible: ALWAYS_TRUE,
    examples: [
      { name: 'one', facts: {}, expect: 'open' },
      { name: 'two', facts: {}, expect: 'open' },
    ],
    ...fields,
  }
  const names = { words: BOOK.vocabulary, directory: DIRECTORY, documents: DOCUMENTS }
  return must(parseProduct(id, `toy/${id}.yaml`, written, names, problems), problems)
}

/** Repairs over the toy facts. */
export function repairsOf(fields: Readonly<Record<string, unknown>> = {}): Repairs {
  const problems: DataProblem[] = []
  const written = {
    patience: { freely: '1 天', weeks: '14 天', months: '90 天', 'by-date': '120 天', years: '540 天' },
    fixed: ['t.born'],
    grows: ['t.age'],
    shrinks: ['c.ideas'],
    lapses: [],
    repairs: [],
    near: { changes: 2, patience: '400 天' },
    ...fields,
  }
  return must(parseRepairs('toy/repairs.yaml', written, BOOK, problems), problems)
}

/** The stacking rules the tests of plans live by. */
export const STACKING = {
  rules: [
    { id: 'one-debt', of: { roles: ['loan', 'lease', 'bond'] }, atMost: 1 },
    { id: 'one-guarantee', of: { roles: ['guarantee'] }, atMost: 1 },
    { id: 'guarantee-needs-loan', of: { roles: ['guarantee'] }, needs: { roles: ['loan'] } },
    { id: 'one-interest-subsidy', of: { effects: ['interest'] }, atMost: 1, unless: [['s1', 's2']] },
    { id: 'subsidy-needs-loan', of: { roles: ['subsidy'], effects: ['interest'] }, needs: { roles: ['loan'] } },
    { id: 'not-together', of: { products: ['s3'] }, without: { products: ['g1'] } },
  ].map(rule => ({ ...rule, title: both(rule.id), source: { title: 'toy', mark: '示意' } })),
  follows: [{ product: 'g2', source: { title: 'toy', mark: '示意' } }],
}
const KNOWN = ['l1', 'l2', 'l3', 'g1', 'g2', 's1', 's2', 's3', 'm1', 'f1', 'i1']

/** The toy stacking rules, or others, read by the real parser. */
export function stackingOf(raw: unknown = STACKING): Stacking {
  const problems: DataProblem[] = []
  const names = new Map(KNOWN.map(id => [id, productOf(id)]))
  return must(parseStacking('toy/stacking.yaml', raw, names, problems), problems)
}

/** A catalogue of such products. */
export function marketOf(products: readonly Product[], parts: Partial<Catalogue> = {}): Catalogue {
  return {
    products: new Map(products.map(product => [product.id, product])),
    directory: DIRECTORY,
    documents: DOCUMENTS,
    need: { amount: 't.need', term: 't.term', kinds: 't.kinds', purpose: 't.tags', place: 'r.place', always: [] },
    repairs: repairsOf(),
    stacking: stackingOf(),
    likelihood: EVEN,
    rows: [],
    ...parts,
  }
}
