// One company and all conditions of a form at once: every node is judged exactly once, children first, in flat arrays. Gives
// the verdicts of `judge` and the same missing facts, without the explanation.
import type { FactId } from '../fact.ts'
import { NO_LACKS } from '../value.ts'
import { type Level, NO, OPEN, YES } from './closures.ts'
import { NEITHER, type NormalForm } from './form.ts'
import type { Row } from './row.ts'

export interface Swept {
  /** the verdict of the condition with this index */
  readonly level: (index: number) => Level
  /** the facts that `judge` names for an open condition; empty when it is decided */
  readonly lacks: (index: number) => readonly FactId[]
}

/** Judges a row by every condition of the form it was made for. */
export type Sweep = (row: Row) => Swept

const LEAF = 0
const SOME = 1
const NONE = 2
const GROUP = 3

/** The nodes as numbers: what they are, where their cell or their children are found, what they want. */
interface Flat {
  readonly kind: Uint8Array
  /** column of a leaf; where the children of a group begin */
  readonly at: Uint32Array
  /** codes of a leaf; how many children a group wants */
  readonly want: Uint32Array
  readonly watched: Uint32Array
  readonly children: Uint32Array
}

function flatten({ nodes, columns }: NormalForm): Flat {
  const kind = new Uint8Array(nodes.length)
  const at = new Uint32Array(nodes.length + 1)
  const want = new Uint32Array(nodes.length)
  const watched = new Uint32Array(nodes.length)
  const children: number[] = []
  for (const [index, node] of nodes.entries()) {
    if (node.is === 'group') {
      kind[index] = GROUP
      at[index] = children.length
      want[index] = node.count
      children.push(node.of.length, ...node.of)
      continue
    }
    kind[index] = node.is === 'leaf' ? LEAF : node.none ? NONE : SOME
    at[index] = node.column
    want[index] = node.codes
    watched[index] = columns[node.column]?.watched ?? 0
  }
  return { kind, at, want, watched, children: Uint32Array.from(children) }
}

/** Every index here comes from the form itself, so what is read is always a number. */
const get = (list: Uint8Array | Uint32Array, index: number): number => list[index] as number

function levelOf(kind: number, cell: number, want: number): Level {
  if (kind === LEAF) return (cell & want) === 0 ? NO : (cell & ~want) === 0 ? YES : OPEN
  if ((cell & NEITHER) !== 0) return OPEN
  return ((cell & want) === 0) === (kind === NONE) ? YES : NO
}

function levelOfGroup(levels: Uint8Array, { children, at, want }: Flat, node: number): Level {
  const from = get(at, node) + 1
  const size = get(children, from - 1)
  const count = get(want, node)
  let sure = 0
  let possible = 0
  for (let i = from; i < from + size; i++) {
    const level = get(levels, get(children, i))
    sure += level >> 1
    possible += (level + 1) >> 1
  }
  return sure >= count ? YES : possible < count ? NO : OPEN
}

/** Marks what is watched by the open leaves on an open way. */
function mark(flat: Flat, levels: Uint8Array, node: number, found: Uint8Array): void {
  const { kind, at, children, watched } = flat
  if (get(kind, node) !== GROUP) {
    found[get(watched, node)] = 1
    return
  }
  const from = get(at, node) + 1
  const end = from + get(children, from - 1)
  for (let i = from; i < end; i++) {
    const child = get(children, i)
    if (get(levels, child) === OPEN) mark(flat, levels, child, found)
  }
}

/** Lays a form out for sweeping. */
export function sweepOf(form: NormalForm): Sweep {
  const flat = flatten(form)
  const { kind, at, want } = flat
  const found = new Uint8Array(form.watched.length)
  return ({ cells, lacks }) => {
    const levels = new Uint8Array(kind.length)
    for (let node = 0; node < kind.length; node++) {
      const own = get(kind, node)
      levels[node] =
        own === GROUP ? levelOfGroup(levels, flat, node) : levelOf(own, get(cells, get(at, node)), get(want, node))
    }
    const level = (index: number): Level => (levels[form.roots[index] ?? -1] ?? NO) as Level
    return {
      level,
      lacks(index) {
        const root = form.roots[index]
        if (root === undefined || level(index) !== OPEN) return NO_LACKS
        found.fill(0)
        mark(flat, levels, root, found)
        const facts: FactId[] = []
        for (let i = 0; i < found.length; i++)
          if (found[i] === 1) for (const fact of lacks[i] ?? NO_LACKS) if (!facts.includes(fact)) facts.push(fact)
        return facts
      },
    }
  }
}
