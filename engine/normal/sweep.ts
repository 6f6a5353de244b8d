// One company and all conditions of a form at once: the nodes lie in flat arrays, and each condition is looked at only as far
// as its verdict needs. Gives the verdicts of `judge` and the same missing facts, without the explanation.
import type { FactId } from '../fact.ts'
import { NO_LACKS } from '../value.ts'
import { type Level, NO, OPEN } from './closures.ts'
import { CODES_MAX, type NormalForm } from './form.ts'
import { ALL, get, type Layout, LEAF_SIZE, layoutOf, levelOf, ofCell } from './layout.ts'
import type { Row } from './row.ts'

export interface Swept {
  /** the verdict of every condition, by its index */
  readonly levels: Uint8Array
  /** the verdict of the condition with this index */
  readonly level: (index: number) => Level
  /** the facts that `judge` names for an open condition; empty when it is decided */
  readonly lacks: (index: number) => readonly FactId[]
}

/** Judges a row by every condition of the form it was made for. */
export type Sweep = (row: Row) => Swept

function note(found: Uint32Array, watched: number): void {
  found[watched >>> 5] = get(found, watched >>> 5) | (1 << (watched & 31))
}

/** Marks what is watched by the open leaves on an open way, a bit each. */
function mark(layout: Layout, cells: Uint32Array, node: number, found: Uint32Array): void {
  if (get(layout.kind, node) < ALL) return note(found, get(layout.watched, node))
  const { leaves } = layout
  const leafEnd = get(layout.leafEnd, node)
  for (let i = get(layout.leafFrom, node); i < leafEnd; i += LEAF_SIZE)
    if (ofCell(get(cells, get(leaves, i)), get(leaves, i + 1)) === OPEN) note(found, get(leaves, i + 2))
  const end = get(layout.otherEnd, node)
  for (let i = get(layout.otherFrom, node); i < end; i++) {
    const child = get(layout.others, i)
    if (levelOf(layout, cells, child) === OPEN) mark(layout, cells, child, found)
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
  const layout = layoutOf(form)
  const roots = Uint32Array.from(form.roots)
  const found = new Uint32Array(Math.ceil(form.watched.length / 32))
  return ({ cells, lacks }) => {
    const levels = new Uint8Array(roots.length)
    for (let i = 0; i < roots.length; i++) levels[i] = levelOf(layout, cells, get(roots, i))
    return {
      levels,
      level: index => (levels[index] ?? NO) as Level,
      lacks(index) {
        if (levels[index] !== OPEN) return NO_LACKS
        found.fill(0)
        mark(layout, cells, get(roots, index), found)
        return factsOf(found, lacks)
      },
    }
  }
}
