// Brings conditions into one normal form together, so that what they share is judged once: first every limit is gathered into
// columns, then every test becomes a leaf, and equal nodes become one.
import { type Condition, type Limit, type Test, testsOf } from '../condition.ts'
import { subtreeOf } from '../division.ts'
import { bitOf, bitsIn, type Codes, type Column, type Cut, codesBelow, type Node, type NormalForm } from './form.ts'
import { cutOf, gather, watchedOf } from './gather.ts'

interface Building {
  readonly columns: ReadonlyMap<string, readonly (readonly [index: number, column: Column])[]>
  /** every code, by column */
  readonly all: readonly Codes[]
  readonly nodes: Node[]
  /** by node: how likely it holds, if every code were as likely as any other; only an order is made of it */
  readonly likely: number[]
  readonly known: Map<string, number>
}

function keep(building: Building, node: Node): number {
  const key = node.is === 'group' ? `${node.count}of${node.of.join(',')}` : JSON.stringify(node)
  const known = building.known.get(key)
  if (known !== undefined) return known
  building.nodes.push(node)
  building.likely.push(likelihood(building, node))
  building.known.set(key, building.nodes.length - 1)
  return building.nodes.length - 1
}

const LIKELY_TAG = 0.2

function likelihood({ all, likely }: Building, node: Node): number {
  if (node.is === 'leaf') return bitsIn(node.codes).length / bitsIn(all[node.column] ?? 0).length
  if (node.is === 'chosen') {
    const none = (1 - LIKELY_TAG) ** bitsIn(node.codes).length
    return node.none ? none : 1 - none
  }
  const parts = node.of.map(child => likely[child] ?? 0)
  if (node.count === parts.length) return parts.reduce((product, one) => product * one, 1)
  if (node.count === 1) return 1 - parts.reduce((product, one) => product * (1 - one), 1)
  return parts.reduce((sum, one) => sum + one, 0) / parts.length
}

/**
 * The parts that are likely to decide come first: of "all" the one that is least likely to hold, of "any" the likeliest. The
 * order does not change a verdict, and written in another order the same rule is still the same node.
 */
function group(building: Building, count: number, written: readonly number[]): number {
  const [only] = written
  if (written.length === 1 && count === 1 && only !== undefined) return only
  const sign = count === written.length ? 1 : -1
  const likely = (node: number) => building.likely[node] ?? 0
  const of = [...written].sort((a, b) => sign * (likely(a) - likely(b)) || a - b)
  return keep(building, { is: 'group', count, of })
}

const sum = (codes: readonly Codes[]): Codes => codes.reduce((all, one) => all | one, 0)

/** The codes of one column that belong to what a limit names, or undefined when the column keeps something else apart. */
function named(column: Column, limit: Limit): Codes | undefined {
  const indexes = (list: readonly string[], belongs: (one: string) => boolean) => {
    const found = list.flatMap((one, index) => (belongs(one) ? [bitOf(index)] : []))
    return found.length > 0 ? sum(found) : undefined
  }
  switch (limit.op) {
    case 'is':
      return column.is === 'options' ? indexes(column.options, one => one === String(limit.value)) : undefined
    case 'oneOf':
    case 'noneOf':
      return column.is === 'options' || column.is === 'choices'
        ? indexes(column.options, one => limit.options.includes(one))
        : undefined
    case 'within':
    case 'outside': {
      if (column.is !== 'places') return undefined
      const subtrees = limit.codes.map(subtreeOf).filter(one => column.places.includes(one))
      return indexes(column.places, one => subtrees.some(subtree => one.startsWith(subtree)))
    }
    default: {
      if (column.is !== 'cuts') return undefined
      const cut = cutOf(limit)
      const at = column.cuts.findIndex((one: Cut) => one.value === cut.value && one.above === cut.above)
      return at < 0 ? undefined : allOf(column) & ~codesBelow(at + 1)
    }
  }
}

/** Every code of a column. */
export function allOf(column: Column): Codes {
  switch (column.is) {
    case 'cuts':
      return codesBelow(column.cuts.length + 1)
    case 'options':
      return codesBelow(column.options.length + 1)
    case 'places':
      return codesBelow(column.places.length + 1)
    case 'choices':
      return codesBelow(column.options.length)
  }
}

const DENIES = new Set<Limit['op']>(['noneOf', 'outside', 'below', 'atMost'])

function leafOf(building: Building, { subject, limit }: Test): number {
  const columns = building.columns.get(watchedOf(subject).key) ?? []
  const denies = DENIES.has(limit.op)
  const leaves = columns.flatMap(([column, one]) => {
    const wanted = named(one, limit)
    if (wanted === undefined) return []
    if (one.is === 'choices') return keep(building, { is: 'chosen', column, codes: wanted, none: denies })
    return keep(building, { is: 'leaf', column, codes: denies ? allOf(one) & ~wanted : wanted })
  })
  if (leaves.length === 0) throw new RangeError(`no column keeps ${limit.op} apart`)
  // spread over several columns: in one of them, or in none of any
  return group(building, denies ? leaves.length : 1, leaves)
}

function nodeOf(building: Building, condition: Condition): number {
  if (condition.is === 'test') return leafOf(building, condition)
  const of = condition.of.map(child => nodeOf(building, child))
  const needed = condition.is === 'at-least' ? condition.count : condition.is === 'all' ? of.length : 1
  return group(building, Math.min(needed, of.length), of)
}

/** One form of several conditions; `roots` are theirs, in the order given. */
export function normalise(conditions: readonly Condition[]): NormalForm {
  const { watched, columns } = gather(conditions.flatMap(testsOf))
  const byKey = new Map<string, (readonly [number, Column])[]>()
  for (const [index, column] of columns.entries()) {
    const key = watched[column.watched]?.key ?? ''
    byKey.set(key, [...(byKey.get(key) ?? []), [index, column]])
  }
  const building: Building = { columns: byKey, all: columns.map(allOf), nodes: [], likely: [], known: new Map() }
  const roots = conditions.map(condition => nodeOf(building, condition))
  return { watched, columns, nodes: building.nodes, roots }
}
