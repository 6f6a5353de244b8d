// What is to happen, earliest first; of equal instants the one that was added first.

interface Entry {
  readonly at: number
  readonly order: number
  readonly does: () => void | Promise<void>
}

export interface Queue {
  /** `at`: milliseconds since 1970 */
  add(at: number, does: () => void | Promise<void>): void
  /** The next thing, taken out; undefined when nothing is left. */
  next(): Entry | undefined
}

const earlier = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

/** A binary heap. */
export function openQueue(): Queue {
  const heap: Entry[] = []
  let order = 0
  const swap = (i: number, j: number): boolean => {
    const [a, b] = [heap[i], heap[j]]
    if (!a || !b || !earlier(b, a)) return false
    heap[i] = b
    heap[j] = a
    return true
  }
  return {
    add(at, does) {
      heap.push({ at, order: order++, does })
      for (let i = heap.length - 1; i > 0 && swap((i - 1) >> 1, i); ) i = (i - 1) >> 1
    },
    next() {
      const [first] = heap
      const last = heap.pop()
      if (!first || !last || heap.length === 0) return first
      heap[0] = last
      for (let i = 0; ; ) {
        const [left, right] = [heap[2 * i + 1], heap[2 * i + 2]]
        if (!left) break
        const child = right && earlier(right, left) ? 2 * i + 2 : 2 * i + 1
        if (!swap(i, child)) break
        i = child
      }
      return first
    },
  }
}
