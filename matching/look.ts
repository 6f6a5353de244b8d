// A first look of one reading at the whole catalogue: where it stands with every product, by the normal form, and each limit
// judged once however many products set it. Explanations are left to `judge`, for what is shown.
import {
  ANSWERED,
  type Answered,
  type Condition,
  encoderOf,
  type FactId,
  type Finding,
  findingOf,
  normalise,
  type Reading,
  type Sweep,
  settle,
  sweepOf,
  type Test,
  testKey,
  testsOf,
} from '#engine'
import type { Catalogue } from './catalogue.ts'
import type { Product } from './product.ts'

/** What a reading sees of a catalogue. Products go by their place among `products`. */
export interface Look {
  readonly products: readonly Product[]
  readonly eligible: (place: number) => Answered
  /** of a product that serves everybody: yes */
  readonly serves: (place: number) => Answered
  /** what `judge` finds of a test; `test` may be another product's that wants the same */
  readonly found: (test: Test) => Finding
  /** what `settle` says of a condition */
  readonly settle: (condition: Condition) => readonly FactId[]
}

/** A catalogue laid out for looking, once for all readings. */
interface LaidOut {
  readonly products: readonly Product[]
  readonly sweep: Sweep
  readonly row: ReturnType<typeof encoderOf>['row']
  /** by place: the condition of `serves` in the form */
  readonly serves: readonly (number | undefined)[]
  /** tests that want the same have the same number */
  readonly number: ReadonlyMap<Test, number>
}

function layOut({ products }: Catalogue): LaidOut {
  const all = [...products.values()]
  const conditions = all.map(one => one.eligible)
  const serves = all.map(one => (one.serves ? conditions.push(one.serves) - 1 : undefined))
  const form = normalise(conditions)
  const number = new Map<Test, number>()
  const keys = new Map<string, number>()
  for (const test of conditions.flatMap(testsOf)) {
    const key = testKey(test)
    const known = keys.get(key) ?? keys.size
    keys.set(key, known)
    number.set(test, known)
  }
  return { products: all, sweep: sweepOf(form), row: encoderOf(form).row, serves, number }
}

function look({ products, sweep, row, serves, number }: LaidOut, reading: Reading): Look {
  const swept = sweep(row(reading))
  const findings: Finding[] = []
  const found = (test: Test): Finding => {
    const at = number.get(test)
    if (at === undefined) return findingOf(test, reading)
    const known = findings[at] ?? findingOf(test, reading)
    findings[at] = known
    return known
  }
  return {
    products,
    eligible: place => ANSWERED[swept.level(place)],
    serves: place => {
      const at = serves[place]
      return at === undefined ? 'yes' : ANSWERED[swept.level(at)]
    },
    found,
    settle: condition => settle(condition, reading, found),
  }
}

const laidOut = new WeakMap<Catalogue['products'], LaidOut>()

/** Looks at a catalogue; a reading looks once. */
export function lookAt(catalogue: Catalogue, reading: Reading): Look {
  const own = laidOut.get(catalogue.products) ?? layOut(catalogue)
  laidOut.set(catalogue.products, own)
  return reading.once(look, own)
}
