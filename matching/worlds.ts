// What one company would look like after some changes. Each such world is made once, for all products that try it, and so is
// what follows in it.
import { type Answered, answerTo, type FactId, type FactValue, type Reading, type Test, whatIf } from '#engine'

/** One fact and what it would become. */
interface Changed {
  readonly fact: { readonly id: FactId }
  readonly to: FactValue
}

export interface World {
  readonly reading: Reading
  /** what `judge` answers there */
  readonly answer: (test: Test) => Answered
  /** worked out in this world once, by any key of the caller's */
  readonly once: <T>(key: object, make: () => T) => T
}

function worldOf(reading: Reading): World {
  const known = new Map<object, unknown>()
  const once = <T>(key: object, make: () => T): T => {
    if (!known.has(key)) known.set(key, make())
    return known.get(key) as T
  }
  const answers = new Map<Test, Answered>()
  const answer = (test: Test): Answered => {
    const known = answers.get(test)
    if (known) return known
    const found = answerTo(test, reading)
    answers.set(test, found)
    return found
  }
  return { reading, once, answer }
}

const keyOf = ({ fact, to }: Changed): string => `${fact.id}=${typeof to === 'object' ? JSON.stringify(to) : to}`

/** The worlds around one reading. No changes: the company as it is. */
export type Worlds = (changes: readonly Changed[]) => World

export function worldsOf(reading: Reading): Worlds {
  const worlds = new Map<string, World>()
  const unchanged = worldOf(reading)
  return changes => {
    if (changes.length === 0) return unchanged
    const [only, ...more] = changes
    const key = only && more.length === 0 ? keyOf(only) : changes.map(keyOf).sort().join()
    const known = worlds.get(key)
    if (known) return known
    const made = worldOf(whatIf(reading, Object.fromEntries(changes.map(one => [one.fact.id, one.to]))))
    worlds.set(key, made)
    return made
  }
}
