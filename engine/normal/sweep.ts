// One company and all conditions of a form at once: the nodes lie in flat arrays, and each condition is looked at only as far
// as its verdict needs. Gives the verdicts of `judge` and the same missing facts, without the explanation.
import type { FactId } from '../fact.ts'
import { NO_LACKS } from '../value.ts'
import { type Level, NO, OPEN, YES } from './closures.ts'
import { CODES_MAX, NEITHER, type NormalForm } from './form.ts'
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

/** The nodes of a form as numbers, by their index. */
interface Flat {
  readonly kind: Uint8Array
  /** column of a leaf; where the children of a group begin */
  readonly at: Uint32Array
  /** where they end */
  readonly end: Uint32Array
  /** codes of a leaf; how many children a group wants */
  readonly want: Uint32Array
  readonly watched: Uint32Array
  readonly children: Uint32Array
}

function flatten({ nodes, columns }: NormalForm): Flat {
  const numbers = () => new Uint32Array(nodes.length)
  const flat = {
    kind: new Uint8Array(nodes.length),
    at: numbers(),
    end: numbers(),
    want: numbers(),
    watched: numbers(),
  }
  const children: number[] = []
  for (const [index, node] of nodes.entries()) {
    flat.kind[index] = node.is === 'group' ? GROUP : node.is === 'leaf' ? LEAF : node.none ? NONE : SOME
    flat.at[index] = node.is === 'group' ? children.length : node.column
    flat.want[index] = node.is === 'group' ? node.count : node.codes
    if (node.is === 'group') flat.end[index] = children.push(...node.of)
    else flat.watched[index] = columns[node.column]?.watched ?? 0
  }
  return { ...flat, children: Uint32Array.from(children) }
}

/** Every index here comes from the form itself, so what is read is always a number. */
const get = (list: Uint8Array | Uint32Array, index: number): number => list[index] as number

/** Judges a node, as far as its verdict needs. */
function judgeNode(flat: Flat, cells: Uint32Array, node: number): Level {
  const kind = get(flat.kind, node)
  const want = get(flat.want, node)
  const at = get(flat.at, node)
  if (kind !== GROUP) {
    const cell = get(cells, at)
    if (kind === LEAF) return (cell & want) === 0 ? NO : (cell & ~want) === 0 ? YES : OPEN
    return (cell & NEITHER) !== 0 ? OPEN : ((cell & want) === 0) === (kind === NONE) ? YES : NO
  }
  const end = get(flat.end, node)
  let sure = 0
  let possible = end - at
  if (want === 0) return YES
  for (let i = at; i < end; i++) {
    const level = judgeNode(flat, cells, get(flat.children, i))
    if (level === NO) {
      if (--possible < want) return NO
    } else if (level === YES && ++sure >= want) return YES
  }
  return OPEN
}

/** Marks what is watched by the open leaves on an open way, a bit each. */
function mark(flat: Flat, cells: Uint32Array, node: number, found: Uint32Array): void {
  if (get(flat.kind, node) !== GROUP) {
    const watched = get(flat.watched, node)
    found[watched >>> 5] = get(found, watched >>> 5) | (1 << (watched & 31))
    return
  }
  const end = get(flat.end, node)
  for (let i = get(flat.at, node); i < end; i++) {
    const child = get(flat.children, i)
    if (judgeNode(flat, cells, child) === OPEN) mark(flat, cells, child, found)
  }
}

/** The facts of everything marked, each once. */
function factsOf(found: Uint32Array, lacks: Row['lacks']): readonly FactId[] {
  const facts: FactId[] = []
  for (let word = 0; word < found.length; word++) {
    for (let bits = get(found, word); bits !== 0; bits &= bits - 1) {
      const own = lacks[word * 32 + CODES_MAX - Math.clz32(bits & -bits)] ?? NO_LACKS
      for (let i = 0; i < own.length; i++) {
        const fact = own[i]
        if (fact !== undefined && !facts.includes(fact)) facts.push(fact)
      }
    }
  }
  return facts
}

/** Lays a form out for sweeping. */
export function sweepOf(form: NormalForm): Sweep {
  const flat = flatten(form)
  const roots = Uint32Array.from(form.roots)
  const found = new Uint32Array(Math.ceil(form.watched.length / 32))
  return ({ cells, lacks }) => {
    const levels = new Uint8Array(roots.length)
    for (let i = 0; i < roots.length; i++) levels[i] = judgeNode(flat, cells, get(roots, i))
    return {
      level: index => (levels[index] ?? NO) as Level,
      lacks(index) {
        if (levels[index] !== OPEN) return NO_LACKS
        found.fill(0)
        mark(flat, cells, get(roots, index), found)
        return factsOf(found, lacks)
      },
    }
  }
}
