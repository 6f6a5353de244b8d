// One list of papers for a whole plan, each once with what it is for, and the steps of all its products in the order they
// are done.
import type { Words } from '#engine'
import type { Product } from './product.ts'
import { type Role, roleOf } from './stacking.ts'

export interface PlanDocument {
  readonly id: string
  readonly title: Words
  readonly for: readonly Product[]
}

/** first: what carries the plan · with: applied for together with it · after: once the money is there */
export type StepTime = 'first' | 'with' | 'after'
export interface PlanStep {
  readonly product: Product
  readonly time: StepTime
  readonly text: Words
}

/** Every paper the products ask for, once, in the order they first come up. */
export function documentsOf(products: readonly Product[], titles: ReadonlyMap<string, Words>): readonly PlanDocument[] {
  const found = new Map<string, Product[]>()
  for (const product of products)
    for (const id of new Set(product.documents)) found.set(id, [...(found.get(id) ?? []), product])
  return [...found].flatMap(([id, wanted]) => {
    const title = titles.get(id)
    return title ? [{ id, title, for: wanted }] : []
  })
}

const TIMES: Record<Role, StepTime> = {
  loan: 'first',
  lease: 'first',
  bond: 'first',
  modifier: 'with',
  guarantee: 'with',
  insurance: 'with',
  fund: 'with',
  service: 'with',
  subsidy: 'after',
}
const ORDER: readonly StepTime[] = ['first', 'with', 'after']

/** The steps of a plan: the main product's first, what goes along with it, and what is claimed afterwards. */
export function stepsInOrder(main: Product, others: readonly Product[]): readonly PlanStep[] {
  const timed = [main, ...others].map(product => ({
    product,
    time: product === main ? ('first' as const) : TIMES[roleOf(product)],
  }))
  return ORDER.flatMap(time =>
    timed
      .filter(one => one.time === time)
      .flatMap(({ product }) => product.steps.map(text => ({ product, time, text }))),
  )
}
