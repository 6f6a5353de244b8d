// A small catalogue over made-up facts: a test writes only what matters to it of each product, and the real parser reads
// the rest.
import { parseCatalogue } from '#matching'
import { FACTS, modelOf, type Small, small } from '../engine/small-rulebook.ts'

export type Fields = Readonly<Record<string, unknown>>
export const both = (text: string) => ({ zh: text, en: text })
export const SOURCE = { title: 'made up', mark: '示意', date: '2024-01-01' }

const NEED_FACTS = {
  'n.amount': { type: 'money', min: '1 万元', max: '10 亿元' },
  'n.term': { type: 'months', min: '1 个月', max: '10 年' },
  'n.kinds': { type: 'choices', options: { loan: { title: both('loan') }, equity: { title: both('equity') } } },
  'n.purpose': { type: 'choices', options: { rd: { title: both('rd') }, orders: { title: both('orders') } } },
}
const NEED = {
  amount: 'n.amount',
  term: 'n.term',
  kinds: 'n.kinds',
  purpose: 'n.purpose',
  place: 'r.place',
  always: [],
}

const GRADES = {
  source: { title: 'made up', mark: '示意' },
  list: [
    { id: 'A', title: both('A'), atLeast: 6 },
    { id: 'B', title: both('B'), atLeast: 2 },
    { id: 'C', title: both('C') },
  ],
}
/** The small vocabulary with a need and one graded model. */
export const book = (more: Small = {}) =>
  small({
    requests: more.requests ?? {},
    facts: { ...NEED_FACTS, ...more.facts },
    models: [modelOf({ grades: GRADES }), ...(more.models ?? [])],
  })
export const BOOK = book()
export { FACTS }

/** The stanza of one product. */
export function productOf(fields: Fields): Fields {
  const example = { name: 'nobody', facts: {}, expect: 'open' }
  return {
    title: both('product'),
    summary: both('summary'),
    kind: 'loan',
    rows: ['ZZ-01'],
    institutions: ['first-bank'],
    source: SOURCE,
    terms: 'stated',
    eligible: { fact: 'c.ideas', atLeast: 5 },
    examples: [example, { ...example, name: 'nobody again' }],
    ...fields,
  }
}

const institution = {
  title: both('bank'),
  kind: 'bank',
  contact: both('phone'),
  desk: true,
  source: { title: 'made up', mark: '示意' },
}

export interface Parts {
  readonly products?: Readonly<Record<string, Fields>>
  readonly directory?: unknown
  readonly documents?: unknown
  readonly need?: Fields
  readonly rules?: ReturnType<typeof book>
}

export function parseSmallCatalogue({ products = {}, directory, documents, need = {}, rules = BOOK }: Parts) {
  return parseCatalogue(
    {
      directory: {
        file: 'directory.yaml',
        content: directory ?? { institutions: { 'first-bank': institution, 'second-bank': institution }, teams: {} },
      },
      documents: { file: 'documents.yaml', content: documents ?? { licence: both('licence') } },
      need: { file: 'need.yaml', content: { ...NEED, ...need } },
      products: Object.entries(products).map(([id, fields]) => ({
        file: `matching/products/${id}.yaml`,
        content: productOf(fields),
      })),
    },
    rules,
  )
}

/** A catalogue that must parse. */
export function smallCatalogue(parts: Parts) {
  const parsed = parseSmallCatalogue(parts)
  if (parsed.ok) return parsed.value
  throw new Error(parsed.problems.map(one => `${one.file} ${one.path.join('.')}: ${one.message}`).join('\n'))
}
