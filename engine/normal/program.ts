// The bit program: every condition of a form over all companies of its planes, thirty-two at a time. A node has two rows, the
// companies for which it surely holds and those for which it still may. Negation is gone from the form, so both rows go
// through the same "and" and "or". Rows are worked on in blocks that stay in the processor's cache.
import { bitsIn, type Codes, NEITHER, type NormalForm } from './form.ts'
import { allOf } from './normalise.ts'
import { firstPlanes, holdsOf, type Plane } from './planes.ts'

/** Words of a row that are worked on at a time: 32 companies each. */
export const BLOCK = 64
/** Leaves: the planes of what may hold, then those of what surely holds. LEAF: not outside; SOME: in any; NONE: in none. */
export const LEAF = 0
export const SOME = 1
export const NONE = 2
export const ALL = 3
export const ANY = 4
export const COUNT = 5

/** Steps: operator, row, number of operands, a count (of leaves: how many planes say what may hold), operands. */
export const HEAD = 4

export interface Program {
  readonly steps: Uint32Array
  /** rows of scratch */
  readonly rows: number
  /** the largest count of any COUNT */
  readonly counts: number
  /** the row of each wanted condition */
  readonly results: Uint32Array
}

/** Of each wanted condition: the companies it surely holds for, and those it may hold for, these included. */
export interface Verdicts {
  readonly yes: readonly Plane[]
  readonly possible: readonly Plane[]
}

/** The planes that together hold every cell with any of these codes; one where a column keeps just them. */
function planesFor(holds: readonly Codes[], first: number, codes: Codes): number[] {
  const found: number[] = []
  let left = codes
  while (left !== 0) {
    const best = holds
      .map((own, plane) => ({ own, plane }))
      .filter(({ own }) => (own & ~left) === 0)
      .reduce((a, b) => (countBits(b.own) > countBits(a.own) ? b : a))
    found.push(first + best.plane)
    left &= ~best.own
  }
  return found
}
const countBits = (codes: Codes): number => bitsIn(codes).length

/** The nodes that some conditions are made of, children first. */
function needed({ nodes }: NormalForm, roots: readonly number[]): readonly number[] {
  const wanted = new Set<number>(roots)
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index]
    if (node?.is === 'group' && wanted.has(index)) for (const child of node.of) wanted.add(child)
  }
  return [...wanted].sort((a, b) => a - b)
}

/** The program for the conditions with these indexes; all of the form when none are named. */
export function programOf(form: NormalForm, wanted: readonly number[] = [...form.roots.keys()]): Program {
  const first = firstPlanes(form)
  const roots = wanted.flatMap(index => form.roots[index] ?? [])
  const order = needed(form, roots)
  const row = new Map(order.map((node, index) => [node, index]))
  const steps: number[] = []
  let counts = 0
  for (const [dst, index] of order.entries()) {
    const node = form.nodes[index]
    if (!node) continue
    if (node.is === 'group') {
      const operator = node.count === node.of.length ? ALL : node.count === 1 ? ANY : COUNT
      counts = Math.max(counts, node.count)
      steps.push(operator, dst, node.of.length, node.count, ...node.of.map(child => row.get(child) ?? 0))
      continue
    }
    const plane = first[node.column] ?? 0
    const column = form.columns[node.column]
    if (!column) continue
    const holds = holdsOf(column)
    const planesOf = (codes: Codes) => planesFor(holds, plane, codes)
    const inside = planesOf(node.codes)
    if (node.is === 'leaf') {
      const outside = planesOf((allOf(column) | NEITHER) & ~node.codes)
      steps.push(LEAF, dst, inside.length + outside.length, inside.length, ...inside, ...outside)
    } else {
      const told = [...inside, ...planesOf(NEITHER)]
      const [may, surely] = node.none ? [inside, told] : [told, inside]
      steps.push(node.none ? NONE : SOME, dst, inside.length + told.length, may.length, ...may, ...surely)
    }
  }
  return {
    steps: Uint32Array.from(steps),
    rows: order.length,
    counts,
    results: Uint32Array.from(roots, root => row.get(root) ?? 0),
  }
}
