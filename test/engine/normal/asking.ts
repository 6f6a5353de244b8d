// A small rulebook whose model has grades, a pass and a knockout, with conditions that ask for everything a condition can ask
// for: for tests that another way to judge is the same as `judge`.
import fc from 'fast-check'
import { type Condition, type DataProblem, parseCondition } from '#engine'
import { collect } from '../../../engine/problem.ts'
import { conditions, DERIVED, modelTests, type Written } from '../random-conditions.ts'
import { modelOf, SMALL_TODAY, small } from '../small-rulebook.ts'
import { tales } from '../worlds.ts'

const SOURCE = { title: 'made up', mark: '示意' }
const word = (id: string) => ({ id, title: { zh: id, en: id } })
/** A model with grades, a pass and a knockout, so that conditions may ask for each. */
export const book = small({
  facts: DERIVED,
  models: [
    modelOf({
      grades: {
        source: SOURCE,
        list: [{ ...word('A'), atLeast: 6 }, { ...word('B'), atLeast: 2 }, word('C')],
      },
      knockouts: [{ ...word('out'), when: { fact: 'f.yes', is: true }, source: SOURCE }],
      pass: { atLeast: 6, source: SOURCE },
    }),
  ],
})
const rated: readonly fc.Arbitrary<Written>[] = [
  ...modelTests,
  fc
    .tuple(fc.constantFrom('oneOf', 'noneOf'), fc.subarray(['A', 'B', 'C'], { minLength: 1 }))
    .map(([op, list]) => ({ grade: 'toy', [op]: list })),
  fc.boolean().map(is => ({ passes: 'toy', is })),
]
export const told = tales(book, SMALL_TODAY)
/** Places known only broadly, or as they were told. */
export const broad = fc.constantFrom(undefined, '330000', '330100', '330108', '370000', '000000')

export const condition = (raw: unknown): Condition => {
  const problems: DataProblem[] = []
  const found = parseCondition(raw, book.vocabulary, [], collect('random', problems))
  if (!found || problems.length > 0) throw new Error(problems.map(one => one.message).join('\n'))
  return found
}
/** Any conditions at all. */
export const anyConditions = (count: number): fc.Arbitrary<readonly Written[]> =>
  fc.array(conditions(true, rated), { minLength: 1, maxLength: count })
