// A form as flat numbers, for judging one company after the other. What a group asks of single columns lies side by side and
// comes before what it asks of groups; within each, what is likely to decide comes first.
import { type Level, NO, OPEN, YES } from './closures.ts'
import { NEITHER, type NormalForm } from './form.ts'

export const LEAF = 0
export const SOME = 1
export const NONE = 2
export const ALL = 3
export const ANY = 4
export const COUNT = 5

/** Numbers of a leaf inside a group: column, codes, what is watched. */
export const LEAF_SIZE = 3

/** The nodes of a form by their index. */
export interface Layout {
  readonly kind: Uint8Array
  /** of a group: how many children it wants; of a leaf: its codes */
  readonly want: Uint32Array
  /** of a leaf */
  readonly column: Uint32Array
  readonly watched: Uint32Array
  /** of a group: where its leaves begin and end in `leaves`, and its other children in `others` */
  readonly leafFrom: Uint32Array
  readonly leafEnd: Uint32Array
  readonly otherFrom: Uint32Array
  readonly otherEnd: Uint32Array
  readonly leaves: Uint32Array
  readonly others: Uint32Array
}

/** Every index here comes from the form itself, so what is read is always a number. */
export const get = (list: Uint8Array | Uint32Array, index: number): number => list[index] as number

/** How a leaf stands with a cell. */
export function ofCell(cell: number, want: number): Level {
  return (cell & want) === 0 ? NO : (cell & ~want) === 0 ? YES : OPEN
}

function all(layout: Layout, cells: Uint32Array, node: number): Level {
  const { leaves } = layout
  let least: Level = YES
  const leafEnd = get(layout.leafEnd, node)
  for (let i = get(layout.leafFrom, node); i < leafEnd; i += LEAF_SIZE) {
    const cell = get(cells, get(leaves, i))
    const want = get(leaves, i + 1)
    if ((cell & want) === 0) return NO
    if ((cell & ~want) !== 0) least = OPEN
  }
  const end = get(layout.otherEnd, node)
  for (let i = get(layout.otherFrom, node); i < end; i++) {
    const level = levelOf(layout, cells, get(layout.others, i))
    if (level === NO) return NO
    if (level === OPEN) least = OPEN
  }
  return least
}

function any(layout: Layout, cells: Uint32Array, node: number): Level {
  const { leaves } = layout
  let most: Level = NO
  const leafEnd = get(layout.leafEnd, node)
  for (let i = get(layout.leafFrom, node); i < leafEnd; i += LEAF_SIZE) {
    const cell = get(cells, get(leaves, i))
    const want = get(leaves, i + 1)
    if ((cell & want) === 0) continue
    if ((cell & ~want) === 0) return YES
    most = OPEN
  }
  const end = get(layout.otherEnd, node)
  for (let i = get(layout.otherFrom, node); i < end; i++) {
    const level = levelOf(layout, cells, get(layout.others, i))
    if (level === YES) return YES
    if (level === OPEN) most = OPEN
  }
  return most
}

function several(layout: Layout, cells: Uint32Array, node: number): Level {
  const want = get(layout.want, node)
  let sure = 0
  let possible = 0
  const count = (level: Level): void => {
    if (level === YES) sure++
    if (level !== NO) possible++
  }
  const leafEnd = get(layout.leafEnd, node)
  for (let i = get(layout.leafFrom, node); i < leafEnd; i += LEAF_SIZE)
    count(ofCell(get(cells, get(layout.leaves, i)), get(layout.leaves, i + 1)))
  const end = get(layout.otherEnd, node)
  for (let i = get(layout.otherFrom, node); i < end; i++) count(levelOf(layout, cells, get(layout.others, i)))
  return sure >= want ? YES : possible < want ? NO : OPEN
}

/** Judges a node, as far as its verdict needs. */
export function levelOf(layout: Layout, cells: Uint32Array, node: number): Level {
  const kind = get(layout.kind, node)
  if (kind === ALL) return all(layout, cells, node)
  if (kind === ANY) return any(layout, cells, node)
  if (kind === COUNT) return several(layout, cells, node)
  const cell = get(cells, get(layout.column, node))
  const want = get(layout.want, node)
  if (kind === LEAF) return ofCell(cell, want)
  return (cell & NEITHER) !== 0 ? OPEN : ((cell & want) === 0) === (kind === NONE) ? YES : NO
}

/** Lays a form out, the children of a group in the order of the form: what is likely to decide comes first there. */
export function layoutOf({ nodes, columns }: NormalForm): Layout {
  const numbers = () => new Uint32Array(nodes.length)
  const layout = {
    kind: new Uint8Array(nodes.length),
    want: numbers(),
    column: numbers(),
    watched: numbers(),
    leafFrom: numbers(),
    leafEnd: numbers(),
    otherFrom: numbers(),
    otherEnd: numbers(),
  }
  const leaves: number[] = []
  const others: number[] = []
  for (const [index, node] of nodes.entries()) {
    if (node.is !== 'group') {
      layout.kind[index] = node.is === 'leaf' ? LEAF : node.none ? NONE : SOME
      layout.want[index] = node.codes
      layout.column[index] = node.column
      layout.watched[index] = columns[node.column]?.watched ?? 0
      continue
    }
    layout.kind[index] = node.count === node.of.length ? ALL : node.count === 1 ? ANY : COUNT
    layout.want[index] = node.count
    layout.leafFrom[index] = leaves.length
    layout.otherFrom[index] = others.length
    for (const child of node.of) {
      const own = nodes[child]
      if (own?.is === 'leaf') leaves.push(own.column, own.codes, columns[own.column]?.watched ?? 0)
      else others.push(child)
    }
    layout.leafEnd[index] = leaves.length
    layout.otherEnd[index] = others.length
  }
  return { ...layout, leaves: Uint32Array.from(leaves), others: Uint32Array.from(others) }
}
