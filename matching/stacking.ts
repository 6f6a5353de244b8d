// Which products may stand in one plan, as data (matching/stacking.yaml): how many of a sort, what needs what, what excludes
// what, and which guarantees follow their loan by themselves.
import { z } from 'zod'
import {
  collect,
  type DataPath,
  type DataProblem,
  type Report,
  readShape,
  type Source,
  sourceSchema,
  type Words,
  wordsSchema,
} from '#engine'
import { COLLATERALS, KINDS, type Product } from './product.ts'

/** What a product is in a plan: a modifier only betters another product, whatever its kind. */
export const ROLES = [...KINDS, 'modifier'] as const
export type Role = (typeof ROLES)[number]
export const roleOf = ({ kind, modifies }: Product): Role => (modifies ? 'modifier' : kind)

/** What a benefit lowers: the interest of a loan, or the premium or fee of an insurance or a guarantee. */
export const EFFECTS = ['interest', 'premium'] as const
export type Effect = (typeof EFFECTS)[number]
export function effectsOf({ benefit }: Product): readonly Effect[] {
  const interest = benefit?.interestShare ?? benefit?.ratePoints ?? benefit?.rateAfter
  return [
    ...(interest === undefined ? [] : ['interest' as const]),
    ...(benefit?.premiumShare === undefined ? [] : ['premium' as const]),
  ]
}

const ids = z.array(z.string()).min(1)
/** All keys given must hold, except that a product named under `products` always belongs. */
const selectorSchema = z.strictObject({
  roles: z.array(z.enum(ROLES)).min(1).optional(),
  effects: z.array(z.enum(EFFECTS)).min(1).optional(),
  collateral: z.array(z.enum(COLLATERALS)).min(1).optional(),
  /** somebody already shares its losses */
  shared: z.boolean().optional(),
  products: ids.optional(),
})
export type Selector = z.output<typeof selectorSchema>
/** One selector, or several of which one is enough. */
const someOf = z.union([selectorSchema, z.array(selectorSchema).min(1)]).transform((raw): Selector[] => [raw].flat())

const base = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: wordsSchema,
  source: sourceSchema,
  of: someOf,
}
const ruleSchema = z.union([
  /** `unless`: groups that are expressly allowed together */
  z.strictObject({ ...base, atMost: z.int().nonnegative(), unless: z.array(ids).default([]) }),
  z.strictObject({ ...base, needs: someOf }),
  z.strictObject({ ...base, without: someOf }),
])
export type StackingRule = z.output<typeof ruleSchema>

const stackingSchema = z.strictObject({
  rules: z.array(ruleSchema),
  /** guarantees the company need not apply for: they come with the loan */
  follows: z.array(z.strictObject({ product: z.string(), source: sourceSchema })),
})
export interface Stacking {
  readonly rules: readonly StackingRule[]
  readonly follows: ReadonlyMap<string, Source>
}
export const NO_STACKING: Stacking = { rules: [], follows: new Map() }

/** A rule that a set of products breaks, and the products that break it. */
export interface StackingFault {
  readonly rule: string
  readonly title: Words
  readonly products: readonly Product[]
}

/** Reads matching/stacking.yaml; faults are added to `problems`. */
export function parseStacking(
  file: string,
  raw: unknown,
  products: ReadonlyMap<string, Product>,
  problems: DataProblem[],
): Stacking {
  const report = collect(file, problems)
  const written = readShape(stackingSchema, raw, report)
  if (!written) return NO_STACKING
  const { rules, follows } = written
  const known = (list: readonly string[], path: DataPath) => checkKnown(list, products, path, report)
  for (const [index, rule] of rules.entries()) {
    const path = ['rules', index]
    if (rules.findIndex(other => other.id === rule.id) < index)
      report('duplicate', [...path, 'id'], `${rule.id} is given twice`)
    const lists = {
      of: rule.of,
      needs: 'needs' in rule ? rule.needs : [],
      without: 'without' in rule ? rule.without : [],
    }
    for (const [key, selectors] of Object.entries(lists))
      for (const selector of selectors) known(selector.products ?? [], [...path, key, 'products'])
    if ('unless' in rule) for (const [at, group] of rule.unless.entries()) known(group, [...path, 'unless', at])
  }
  for (const [index, one] of follows.entries()) known([one.product], ['follows', index])
  return { rules, follows: new Map(follows.map(one => [one.product, one.source])) }
}

function checkKnown(
  list: readonly string[],
  products: ReadonlyMap<string, Product>,
  path: DataPath,
  report: Report,
): void {
  for (const [index, id] of list.entries())
    if (!products.has(id)) report('unknown-name', [...path, index], `no product is called ${id}`)
}

function selectsOne({ roles, effects, collateral, shared, products }: Selector, product: Product): boolean {
  if (products?.includes(product.id)) return true
  if (!roles && !effects && !collateral && shared === undefined) return false
  return (
    (!roles || roles.includes(roleOf(product))) &&
    (!effects || effects.some(effect => effectsOf(product).includes(effect))) &&
    (!collateral || collateral.some(one => product.collateral.includes(one))) &&
    (shared === undefined || shared === product.riskShare.length > 0)
  )
}

/** Does a product belong to what a rule speaks about? */
export const selects = (selectors: readonly Selector[], product: Product): boolean =>
  selectors.some(selector => selectsOne(selector, product))

/** A modifier betters a product of its kinds, of its institutions where it names them. */
export function betters({ modifies }: Product, product: Product): boolean {
  if (product.modifies || !modifies?.kinds.includes(product.kind)) return false
  return modifies.institutions?.some(one => product.institutions.includes(one)) ?? true
}

function broken(rule: StackingRule, products: readonly Product[]): readonly Product[] {
  const mine = products.filter(product => selects(rule.of, product))
  if ('atMost' in rule) {
    const allowed = rule.unless.some(group => mine.every(product => group.includes(product.id)))
    return mine.length > rule.atMost && !allowed ? mine : []
  }
  if ('needs' in rule)
    return mine.filter(product => !products.some(other => other !== product && selects(rule.needs, other)))
  const others = products.filter(product => selects(rule.without, product))
  return mine.flatMap(product => {
    const against = others.filter(other => other !== product)
    return against.length > 0 ? [product, ...against] : []
  })
}

const UNUSED_MODIFIER: Words = { zh: '加成要有可加成的产品', en: 'A modifier needs a product to better' }

/** Every rule that a set of products breaks; empty when they may stand in one plan. */
export function stackingFaults(products: readonly Product[], { rules }: Stacking): readonly StackingFault[] {
  const unused = products.filter(by => by.modifies && !products.some(product => betters(by, product)))
  return [
    ...rules.flatMap(rule => {
      const found = broken(rule, products)
      return found.length > 0 ? [{ rule: rule.id, title: rule.title, products: [...new Set(found)] }] : []
    }),
    ...(unused.length > 0 ? [{ rule: 'modifier', title: UNUSED_MODIFIER, products: unused }] : []),
  ]
}

/** A fault that adding further products cannot cure: too many of a sort, or two that exclude each other. */
export const beyondCure = (products: readonly Product[], { rules }: Stacking): boolean =>
  rules.some(rule => !('needs' in rule) && broken(rule, products).length > 0)
