// The bit program: every condition of a form over all companies of its planes, thirty-two at a time. A node has two rows, the
// companies for which it surely holds and those for which it still may. Negation is gone from the form, so both rows go
// through the same "and" and "or". A row that is a plane already is never copied, and where nothing is open in a block of
// companies the two rows are one. Rows are worked on in blocks that stay in the processor's cache.
import { bitsIn, type Codes, NEITHER, type Node, type NormalForm } from './form.ts'
import { allOf } from './normalise.ts'
import { firstPlanes, holdsOf, type Plane } from './planes.ts'

/** How a row is made. HERE: it is a plane, nothing is to be done; UNION and NONE_OF: of planes; the rest: of nodes. */
export const HERE = 0
export const UNION = 1
export const NONE_OF = 2
export const ALL = 3
export const ANY = 4
export const COUNT = 5

/**
 * Steps, one a node, in order: how its "may" row and its "sure" row are made, its column + 1 (0 for a group), a count (of
 * COUNT), numbers of operands of the two rows, operands. A group's are nodes, the same for both rows.
 */
export const HEAD = 6

export interface Program {
  readonly steps: Uint32Array
  /** by node: where its rows lie: a plane from 0, or below 0 the complement of a row of scratch */
  readonly may: Int32Array
  readonly sure: Int32Array
  /** rows of scratch */
  readonly rows: number
  /** the largest count of any COUNT */
  readonly counts: number
  /** the node of each wanted condition, by its place among the steps */
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

/** A row to be made: how, and of what. */
interface Recipe {
  readonly how: number
  readonly of: readonly number[]
}

/** The "may" and the "sure" row of a leaf. Of several choices all are true at once, so it hangs on what is told at all. */
function leafRows(
  form: NormalForm,
  node: Exclude<Node, { is: 'group' }>,
  first: Uint32Array,
): readonly [Recipe, Recipe] {
  const column = form.columns[node.column]
  if (!column) throw new RangeError(`no column ${node.column}`)
  const planes = (codes: Codes) => planesFor(holdsOf(column), first[node.column] ?? 0, codes)
  const union = (of: readonly number[]): Recipe => ({ how: of.length === 1 ? HERE : UNION, of })
  const noneOf = (of: readonly number[]): Recipe => ({ how: NONE_OF, of })
  if (node.is === 'leaf') return [union(planes(node.codes)), noneOf(planes((allOf(column) | NEITHER) & ~node.codes))]
  const [inside, told] = [planes(node.codes), [...planes(node.codes), ...planes(NEITHER)]]
  return node.none ? [noneOf(inside), noneOf(told)] : [union(told), union(inside)]
}

/** The program for the conditions with these indexes; all of the form when none are named. */
export function programOf(form: NormalForm, wanted: readonly number[] = [...form.roots.keys()]): Program {
  const first = firstPlanes(form)
  const roots = wanted.flatMap(index => form.roots[index] ?? [])
  const order = needed(form, roots)
  const placeOf = new Map(order.map((node, index) => [node, index]))
  const steps: number[] = []
  let [counts, rows] = [0, 0]
  const may = new Int32Array(order.length)
  const sure = new Int32Array(order.length)
  const lay = ({ how, of }: Recipe): number => (how === HERE ? (of[0] ?? 0) : ~rows++)
  for (const [place, index] of order.entries()) {
    const node = form.nodes[index]
    if (!node) continue
    if (node.is === 'group') {
      const how = node.count === node.of.length ? ALL : node.count === 1 ? ANY : COUNT
      counts = Math.max(counts, node.count)
      may[place] = ~rows++
      sure[place] = ~rows++
      steps.push(how, how, 0, node.count, node.of.length, 0, ...node.of.map(child => placeOf.get(child) ?? 0))
      continue
    }
    const [mayRow, sureRow] = leafRows(form, node, first)
    may[place] = lay(mayRow)
    sure[place] = lay(sureRow)
    const { length } = mayRow.of
    steps.push(mayRow.how, sureRow.how, node.column + 1, 0, length, sureRow.of.length, ...mayRow.of, ...sureRow.of)
  }
  const results = Uint32Array.from(roots, root => placeOf.get(root) ?? 0)
  return { steps: Uint32Array.from(steps), may, sure, rows, counts, results }
}
