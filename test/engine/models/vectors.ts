// What the golden vectors of the official tables share: companies in base units (fen, days), amounts on both sides of a
// line, and a way to try every line alone and many of them together.
import fc from 'fast-check'
import { type Dossier, type FactValue, type Rating, read } from '#engine'
import { rulebook, TODAY } from '../../support/rulebook.ts'

export type Company = Readonly<Record<string, FactValue>>
/** What one part of a table looks at: the values of its facts on either side of every line. */
export type Axis = readonly Company[]

export const WAN = 1_000_000

/** The rating of a company told in base units. */
export function rated(model: string, company: Company, today = TODAY): Rating {
  const answers: Dossier = Object.fromEntries(
    Object.entries(company).map(([fact, value]) => [fact, { value, source: 'stated' as const, at: '' }]),
  )
  for (const fact of Object.keys(company)) if (!rulebook().facts.has(fact)) throw new Error(`no fact ${fact}`)
  const rating = read(rulebook(), answers, today).rating(model)
  if (!rating) throw new Error(`no model ${model}`)
  return rating
}

/** Is n at least so many percent of d? By whole numbers alone. */
export const reaches = (n: number, d: number, percent: number): boolean =>
  d > 0 && BigInt(n) * 10_000n >= BigInt(Math.round(percent * 100)) * BigInt(d)

/** The smallest whole amount that is at least so many percent of d, and the one below it. */
export function around(percent: number, d: number): readonly [number, number] {
  const product = BigInt(Math.round(percent * 100)) * BigInt(d)
  const least = Number((product + 9_999n) / 10_000n)
  return [least, least - 1]
}

/** On both sides of several lines. */
export const sides = (percents: readonly number[], d: number): readonly number[] =>
  percents.flatMap(percent => around(percent, d))

/** A limit, the amount below and the amount above. */
export const near = (...limits: readonly number[]): readonly number[] =>
  limits.flatMap(limit => [limit - 1, limit, limit + 1])

/** Every value of every axis on the base company, one at a time. */
export function oneByOne(base: Company, axes: readonly Axis[]): readonly Company[] {
  return axes.flatMap(axis => axis.map(values => ({ ...base, ...values })))
}

/** Many axes at once. */
export function together(base: Company, axes: readonly Axis[]): fc.Arbitrary<Company> {
  return fc
    .tuple(...axes.map(axis => fc.constantFrom(...axis)))
    .map(chosen => Object.assign({}, base, ...chosen) as Company)
}

/**
 * Compares a model with a calculation by hand on every line alone and on many together. Answers how many vectors there
 * were, and which rows of the model's tables none of them reached.
 */
export function agree(
  model: string,
  base: Company,
  axes: readonly Axis[],
  compare: (rating: Rating, company: Company) => void,
  runs = 400,
): { readonly vectors: number; readonly unreached: readonly string[] } {
  const given = new Set<string>()
  const check = (company: Company) => {
    const rating = rated(model, company)
    for (const one of rating.partials) given.add(`${one.characteristic.id} ${one.low}`)
    compare(rating, company)
  }
  const vectors = oneByOne(base, axes)
  for (const company of vectors) check(company)
  fc.assert(fc.property(together(base, axes), check), { numRuns: runs })
  const rows = rated(model, base).model.characteristics.flatMap(({ id, score }) =>
    score && !score.adding ? score.rows.map(row => `${id} ${row.low}`) : [],
  )
  return { vectors: vectors.length, unreached: [...new Set(rows)].filter(row => !given.has(row)) }
}

/** A number that must be there. */
export function amount(company: Company, fact: string): number {
  const value = company[fact]
  if (typeof value !== 'number') throw new Error(`${fact} is no number here`)
  return value
}
