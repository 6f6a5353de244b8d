// The numbered programmes the catalogue owes an answer to (matching/rows.yaml): each has a product, or a written reason why
// there is none. Nothing that was named is forgotten in silence.
import { z } from 'zod'
import { collect, type DataProblem, readShape, type Words, wordsSchema } from '#engine'
import type { Product } from './product.ts'

const rowsSchema = z.strictObject({
  families: z.array(
    z.strictObject({ prefix: z.string().regex(/^[A-Z]{1,2}$/), count: z.int().positive(), title: wordsSchema }),
  ),
  /** rows that have no product, with the reason */
  without: z.record(z.string(), wordsSchema),
})

/** One numbered programme: the products that stand for it, or the reason why none does. */
export interface Row {
  readonly id: string
  readonly family: Words
  readonly products: readonly Product[]
  readonly reason?: Words | undefined
}

const DIGITS = 2

/** Reads matching/rows.yaml against the products; faults are added to `problems`. In order of family and number. */
export function parseRows(
  file: string,
  raw: unknown,
  products: ReadonlyMap<string, Product>,
  problems: DataProblem[],
): readonly Row[] {
  const report = collect(file, problems)
  const written = readShape(rowsSchema, raw, report)
  if (!written) return []
  const { families, without } = written
  const rows = families.flatMap(({ prefix, count, title }) =>
    Array.from({ length: count }, (_, index): Row => {
      const id = `${prefix}-${String(index + 1).padStart(DIGITS, '0')}`
      const own = [...products.values()].filter(product => product.rows.includes(id))
      return { id, family: title, products: own, reason: without[id] }
    }),
  )
  for (const { id, products: own, reason } of rows) {
    if (own.length === 0 && !reason) report('unknown-name', ['families'], `${id} has neither a product nor a reason`)
    if (own.length > 0 && reason) report('duplicate', ['without', id], `${id} has a product and a reason to have none`)
  }
  for (const id of Object.keys(without))
    if (!rows.some(row => row.id === id)) report('unknown-name', ['without', id], `no row is called ${id}`)
  return rows
}
