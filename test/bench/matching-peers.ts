// The same market in the languages of three well-kept rule engines: publicodes, json-rules-engine and compiled
// json-logic-engine. Negation is pushed to the criteria first, a place is told as province, city and district, and where an
// engine has no sets a set is spelt out. The answers are compared with ours before anything is timed.
import { LogicEngine } from 'json-logic-engine'
import { Engine as RulesEngine } from 'json-rules-engine'
import Publicodes from 'publicodes'
import { dayOf } from '#engine'
import { PLACE, TAG_OPTIONS, TAGS, type Told, type Written } from './matching-market.ts'

/** A criterion without negation. `has`, `lacks`: of a set of tags, at least one or none. */
type Plain =
  | { readonly all: readonly Plain[] }
  | { readonly any: readonly Plain[] }
  | { readonly fact: string; readonly op: Operator; readonly value: number | boolean | readonly string[] }
type Operator = '>=' | '<=' | '>' | '<' | 'in' | 'not-in' | 'is' | 'has' | 'lacks'

const OPPOSITE: Record<Operator, Operator> = {
  '>=': '<',
  '<=': '>',
  '>': '<=',
  '<': '>=',
  in: 'not-in',
  'not-in': 'in',
  is: 'is',
  has: 'lacks',
  lacks: 'has',
}
const LEVELS = ['province', 'city', 'district'] as const
const levelFact = (code: string): string =>
  `r.${code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'district'}`

/** A criterion as data files write it, without negation. */
export function plainOf(written: Written, negated = false): Plain {
  if ('not' in written) return plainOf(written['not'] as Written, !negated)
  for (const group of ['all', 'any'] as const)
    if (group in written) {
      const of = (written[group] as readonly Written[]).map(one => plainOf(one, negated))
      return (group === 'all') === negated ? { any: of } : { all: of }
    }
  const fact = String(written['fact'])
  if (fact === PLACE) {
    const codes = written['within'] as readonly string[]
    const of = codes.map((code): Plain => ({ fact: levelFact(code), op: negated ? 'not-in' : 'in', value: [code] }))
    return negated ? { all: of } : { any: of }
  }
  const test = (op: Operator, value: number | boolean | readonly string[]): Plain =>
    op === 'is' ? { fact, op, value: value !== negated } : { fact, op: negated ? OPPOSITE[op] : op, value }
  if ('is' in written) return test('is', written['is'] === true)
  if ('atLeast' in written) return test('>=', written['atLeast'] as number)
  if ('atMost' in written) {
    const limit = written['atMost']
    return test('<=', typeof limit === 'string' ? (dayOf(limit) ?? Number.NaN) : (limit as number))
  }
  const several = TAGS.includes(fact)
  const op = 'oneOf' in written ? (several ? 'has' : 'in') : several ? 'lacks' : 'not-in'
  return test(op, (written['oneOf'] ?? written['noneOf']) as readonly string[])
}

/** What a company told, with its place as three facts. */
export function toldToPeers(told: Told): Record<string, unknown> {
  const { [PLACE]: place, ...rest } = told
  if (typeof place !== 'string') return rest
  const levels = [`${place.slice(0, 2)}0000`, `${place.slice(0, 4)}00`, place]
  return { ...rest, ...Object.fromEntries(LEVELS.map((level, index) => [`r.${level}`, levels[index]])) }
}

type Logic = Record<string, unknown>
const varOf = (fact: string) => ({ var: fact.replace('.', '_') })
function logicOf(plain: Plain): Logic {
  if ('all' in plain) return { and: plain.all.map(logicOf) }
  if ('any' in plain) return { or: plain.any.map(logicOf) }
  const { fact, op, value } = plain
  switch (op) {
    case 'in':
      return { in: [varOf(fact), value] }
    case 'not-in':
      return { '!': [{ in: [varOf(fact), value] }] }
    case 'has':
      return { some: [varOf(fact), { in: [{ var: '' }, value] }] }
    case 'lacks':
      return { '!': [{ some: [varOf(fact), { in: [{ var: '' }, value] }] }] }
    default:
      return { [op === 'is' ? '===' : op]: [varOf(fact), value] }
  }
}

/** One compiled function a product; two-valued, so that a missing answer reads as a no. */
export function jsonLogic(products: readonly Plain[]): readonly ((told: Record<string, unknown>) => unknown)[] {
  const engine = new LogicEngine()
  return products.map(plain => engine.build(logicOf(plain)) as (told: Record<string, unknown>) => unknown)
}
/** json-logic reads dots as paths. */
export const toldToLogic = (told: Told): Record<string, unknown> =>
  Object.fromEntries(Object.entries(toldToPeers(told)).map(([id, value]) => [id.replace('.', '_'), value]))

const RULE_OPERATORS: Partial<Record<Operator, string>> = {
  '>=': 'greaterThanInclusive',
  '<=': 'lessThanInclusive',
  '>': 'greaterThan',
  '<': 'lessThan',
  is: 'equal',
  in: 'in',
  'not-in': 'notIn',
}
type Rule = { all: Rule[] } | { any: Rule[] } | { fact: string; operator: string; value: unknown }
function ruleOf(plain: Plain): Rule {
  if ('all' in plain) return { all: plain.all.map(ruleOf) }
  if ('any' in plain) return { any: plain.any.map(ruleOf) }
  const { fact, op, value } = plain
  if (op === 'has')
    return { any: (value as readonly string[]).map(one => ({ fact, operator: 'contains', value: one })) }
  if (op === 'lacks')
    return { all: (value as readonly string[]).map(one => ({ fact, operator: 'doesNotContain', value: one })) }
  return { fact, operator: RULE_OPERATORS[op] ?? '', value }
}

/** One engine with a rule a product; the events are the eligible products. */
export function jsonRules(products: readonly Plain[]): (told: Record<string, unknown>) => Promise<ReadonlySet<number>> {
  const engine = new RulesEngine([], { allowUndefinedFacts: true })
  for (const [index, plain] of products.entries()) {
    const rule = ruleOf(plain)
    engine.addRule({ conditions: 'fact' in rule ? { all: [rule] } : rule, event: { type: String(index) } })
  }
  return async told => new Set((await engine.run(told)).events.map(event => Number(event.type)))
}

const nameOf = (fact: string): string => fact.replace('.', ' ')
function codesOf(plain: Plain): unknown {
  if ('all' in plain) return { 'toutes ces conditions': plain.all.map(codesOf) }
  if ('any' in plain) return { 'une de ces conditions': plain.any.map(codesOf) }
  const { fact, op, value } = plain
  const list = Array.isArray(value) ? (value as readonly string[]) : []
  switch (op) {
    case 'is':
      return `${nameOf(fact)} = ${value === true ? 'oui' : 'non'}`
    case 'in':
      return { 'une de ces conditions': list.map(one => `${nameOf(fact)} = 'v${one}'`) }
    case 'not-in':
      return { 'toutes ces conditions': list.map(one => `${nameOf(fact)} != 'v${one}'`) }
    case 'has':
      return { 'une de ces conditions': list.map(one => `${nameOf(fact)} ${one} = oui`) }
    case 'lacks':
      return { 'toutes ces conditions': list.map(one => `${nameOf(fact)} ${one} = non`) }
    default:
      return `${nameOf(fact)} ${op} ${String(value)}`
  }
}

export interface Asked {
  readonly is: 'yes' | 'no' | 'open'
  readonly lacks: ReadonlySet<string>
}

/** The only peer with three values and missing facts. */
export function publicodes(products: readonly Plain[], facts: readonly string[]): (told: Told) => readonly Asked[] {
  const asked = facts.flatMap(fact => {
    if (fact === PLACE) return LEVELS.map(level => `r ${level}`)
    return TAGS.includes(fact) ? TAG_OPTIONS.map(one => `${nameOf(fact)} ${one}`) : [nameOf(fact)]
  })
  const rules = Object.fromEntries([
    ...asked.map(name => [name, { question: '?' }] as const),
    ...products.map((plain, index) => [`produit ${index}`, { valeur: codesOf(plain) }] as const),
  ])
  const logger = { log: () => {}, warn: () => {}, error: () => {} }
  const engine = new Publicodes(rules as ConstructorParameters<typeof Publicodes>[0], { logger })
  // `n x1` stands for n.x1, and what is missing of a place or a set of tags is the whole of it
  const factOf = (name: string): string => {
    const [chapter = '', fact = ''] = name.split(' ')
    return chapter === 'r' ? PLACE : `${chapter}.${fact}`
  }
  return told => {
    const situation: Record<string, string | number> = {}
    for (const [fact, value] of Object.entries(toldToPeers(told))) {
      if (Array.isArray(value))
        for (const one of TAG_OPTIONS) situation[`${nameOf(fact)} ${one}`] = value.includes(one) ? 'oui' : 'non'
      else if (typeof value === 'boolean') situation[nameOf(fact)] = value ? 'oui' : 'non'
      else situation[nameOf(fact)] = typeof value === 'string' ? `'v${value}'` : Number(value)
    }
    engine.setSituation(situation)
    return products.map((_, index) => {
      const { nodeValue, missingVariables } = engine.evaluate(`produit ${index}`)
      const is = nodeValue === true ? 'yes' : nodeValue === false ? 'no' : 'open'
      return { is, lacks: new Set(is === 'open' ? Object.keys(missingVariables).map(factOf) : []) }
    })
  }
}
