// A small vocabulary for tests of the machinery itself: made-up facts and models, read by the same parser as the real
// ones, so that a test says only what matters to it.
import {
  type DataProblem,
  parseCondition,
  parseRulebook,
  type Reading,
  type Rulebook,
  read,
  type Verdict,
} from '#engine'
import { judge } from '../../engine/judge.ts'
import { collect } from '../../engine/problem.ts'

import { applicant } from '../support/rulebook.ts'

type Fields = Readonly<Record<string, unknown>>
const both = (text: string) => ({ zh: text, en: text })

/** The stanza of one fact; everything a test does not care about is filled in. */
export function stanza(id: string, fields: Fields): Fields {
  return {
    row: 1,
    title: both(id),
    ask: both(`${id}?`),
    help: both('help'),
    verifier: both('nobody'),
    changeable: 'months',
    ...fields,
  }
}

const options = (...keys: readonly string[]) => Object.fromEntries(keys.map(key => [key, { title: both(key) }]))

/** Facts of every type, under short names. */
export const FACTS: Readonly<Record<string, Fields>> = {
  'm.one': { type: 'money', min: '0 元', max: '100 亿元' },
  'm.two': { type: 'money', min: '0 元', max: '100 亿元' },
  'm.three': { type: 'money', min: '0 元', max: '100 亿元' },
  'm.net': { type: 'money', min: '-100 亿元', max: '100 亿元' },
  'm.part': { type: 'money', min: '0 元', max: '100 亿元', notAbove: 'm.one' },
  'p.share': { type: 'percent', min: '0 %', max: '100 %' },
  'c.people': { type: 'count', min: 1, max: 1_000 },
  'c.experts': { type: 'count', min: 0, max: 1_000, notAbove: 'c.people' },
  'c.ideas': { type: 'count', min: 0, max: 50 },
  'd.born': { type: 'date', min: '1990-01-01', max: 'today' },
  'f.yes': { type: 'flag' },
  'f.other': { type: 'flag' },
  'o.rank': {
    type: 'choice',
    options: options('gold', 'silver', 'bronze', 'none'),
    order: ['gold', 'silver', 'bronze'],
  },
  'o.colour': { type: 'choice', options: options('red', 'green', 'blue') },
  's.tags': { type: 'choices', options: options('x', 'y', 'z') },
  'r.place': { type: 'region' },
  't.name': { type: 'text' },
}

export interface Small {
  readonly facts?: Readonly<Record<string, Fields>>
  readonly requests?: Fields
  readonly models?: readonly unknown[]
}

/** Parses a small rulebook; the faults are what the test is about. */
export function parseSmall({ facts = {}, requests = {}, models = [] }: Small) {
  const all = { ...FACTS, ...facts }
  const stanzas = Object.fromEntries(Object.entries(all).map(([id, fields]) => [id, stanza(id, fields)]))
  return parseRulebook(
    [{ file: 'facts/small.yaml', content: { chapter: both('small'), requests, facts: stanzas } }],
    models.map((content, index) => ({ file: `models/${index}.yaml`, content })),
  )
}

/** A small rulebook that must parse. */
export function small(parts: Small = {}): Rulebook {
  const parsed = parseSmall(parts)
  if (parsed.ok) return parsed.value
  throw new Error(parsed.problems.map(one => `${one.code} ${one.path.join('.')}: ${one.message}`).join('\n'))
}

/** A model with one dimension and one characteristic, or whatever a test puts in their place. */
export function modelOf(fields: Fields): Fields {
  return {
    id: 'toy',
    title: both('toy'),
    summary: both('toy'),
    kind: 'points',
    effectiveFrom: '2020-01-01',
    source: { title: 'made up', mark: '示意' },
    dimensions: [{ id: 'all', title: both('all'), max: 10 }],
    characteristics: [{ id: 'one', title: both('one'), dimension: 'all', max: 10, score: BANDS }],
    examples: [{ name: 'none', facts: {}, expect: {} }],
    ...fields,
  }
}

export const BANDS = {
  of: 'c.ideas',
  bands: [
    { atLeast: 10, points: 10 },
    { atLeast: 5, points: 6 },
    { atLeast: 1, points: 2 },
  ],
  otherwise: 0,
}

export const SMALL = small()
export const SMALL_TODAY = 20_000

export const readingOfSmall = (facts: Fields, book: Rulebook = SMALL, today = SMALL_TODAY): Reading =>
  read(book, applicant(facts, book), today)

/** Judges a written condition on written facts; a fault of either throws. */
export function verdictOf(condition: unknown, facts: Fields, book: Rulebook = SMALL): Verdict {
  const problems: DataProblem[] = []
  const parsed = parseCondition(condition, book.vocabulary, [], collect('test', problems))
  if (!parsed || problems.length > 0) throw new Error(problems.map(one => one.message).join('\n'))
  return judge(parsed, readingOfSmall(facts, book))
}
