// Scorings and models nobody would write, in every form and combination the data language allows, over the small
// vocabulary.
import fc from 'fast-check'
import { conditions, quantities, type Written } from './random-conditions.ts'
import { modelOf } from './small-rulebook.ts'

const points = fc.integer({ min: -20, max: 40 }).map(x => x / 2)

const bands: fc.Arbitrary<Written> = quantities(true).chain(({ raw, kind }) =>
  fc.record({
    of: fc.constant(raw),
    otherwise: points,
    bands: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }).chain(edges =>
      fc.array(fc.tuple(fc.boolean(), points), { minLength: edges.length, maxLength: edges.length }).map(rest =>
        edges
          .sort((a, b) => b - a)
          .map((edge, index) => {
            const [included = true, worth = 0] = rest[index] ?? []
            const limit = {
              money: `${edge * 100} 万元`,
              percent: `${edge} %`,
              count: edge,
              months: `${edge * 6} 个月`,
            }[kind]
            return { [included ? 'atLeast' : 'above']: limit, points: worth }
          }),
      ),
    ),
  }),
)
const steps: fc.Arbitrary<Written> = quantities(true).chain(({ raw, kind }) =>
  fc.record({
    of: fc.constant(raw),
    each: fc.constant({ money: '100 万元', percent: '7 %', count: 3, months: '1 年' }[kind]),
    points: fc.integer({ min: 1, max: 6 }).map(x => x / 2),
    max: fc.integer({ min: 1, max: 20 }),
  }),
)
const byOption: fc.Arbitrary<Written> = fc.oneof(
  fc.record({
    fact: fc.constant('o.rank'),
    points: fc.dictionary(fc.constantFrom('gold', 'silver', 'bronze', 'none'), points),
    otherwise: points,
  }),
  fc.record({ fact: fc.constant('s.tags'), points: fc.record({ x: points, y: points, z: points }) }),
)
const cases: fc.Arbitrary<Written> = fc.oneof(
  fc.record({ when: conditions(), points, otherwise: points }),
  fc.record({
    cases: fc.array(fc.record({ when: conditions(), points }), { minLength: 1, maxLength: 3 }),
    otherwise: points,
  }),
)

/** Scorings of every form, nested. */
export const scorings: fc.Arbitrary<Written> = fc.letrec<{ any: Written }>(tie => ({
  any: fc.oneof(
    { maxDepth: 2 },
    fc.oneof(bands, steps, byOption, cases),
    fc.array(tie('any'), { minLength: 2, maxLength: 3 }).map(bestOf => ({ bestOf })),
    fc.record(
      { sumOf: fc.array(tie('any'), { minLength: 2, maxLength: 3 }), max: fc.integer({ min: 0, max: 30 }) },
      { requiredKeys: ['sumOf'] },
    ),
  ),
})).any

const words = (text: string) => ({ zh: text, en: text })
const SOURCE = { title: 'made up', mark: '示意' }
const STAGES = {
  of: 'm.one',
  source: SOURCE,
  list: [
    { id: 'small', title: words('small'), below: '50 万元' },
    { id: 'middle', title: words('middle'), below: '5000 万元' },
    { id: 'large', title: words('large') },
  ],
}
/** Above what any scoring here can give: maxima are not what these properties are about. */
const PLENTY = 1_000

function characteristic(id: string, dimension: string, staged: boolean): fc.Arbitrary<Written> {
  const plain = { id, title: words(id), dimension, max: PLENTY }
  const byStage = fc
    .record({ small: scorings, middle: scorings, large: scorings })
    .map(own => ({ ...plain, byStage: own }))
  return fc.oneof(
    scorings.map(score => ({ ...plain, score })),
    ...(staged ? [byStage] : []),
  )
}

/** Whole models with stages, knockouts, gates, direct passes, a pass mark, grades and a scope, in every combination. */
export const models: fc.Arbitrary<Written> = fc.boolean().chain(staged =>
  fc
    .record(
      {
        stages: fc.constant(staged ? STAGES : undefined),
        dimensions: fc
          .tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }))
          .map(([max, atLeast]) => [
            { id: 'first', title: words('first'), max, ...(atLeast === undefined ? {} : { atLeast }) },
            { id: 'second', title: words('second'), max: 20 },
          ]),
        characteristics: fc.tuple(
          characteristic('one', 'first', staged),
          characteristic('two', 'first', staged),
          characteristic('three', 'second', staged),
        ),
        knockouts: fc
          .array(conditions(), { maxLength: 2 })
          .map(list => list.map((when, index) => ({ id: `out-${index}`, title: words('out'), when, source: SOURCE }))),
        gates: fc.option(conditions(), { nil: undefined }),
        directPass: fc.option(conditions(), { nil: undefined }),
        scope: fc.option(conditions(), { nil: undefined }),
        pass: fc.option(
          fc.record({
            atLeast: fc.integer({ min: 0, max: 40 }),
            above: fc.boolean(),
            nonZero: fc.subarray(['one', 'three']),
            source: fc.constant(SOURCE),
          }),
          { nil: undefined },
        ),
        grades: fc.constant({
          source: SOURCE,
          list: [
            { id: 'A', title: words('A'), atLeast: 30 },
            { id: 'B', title: words('B'), atLeast: 12.5 },
            { id: 'C', title: words('C') },
          ],
        }),
      },
      { requiredKeys: [] },
    )
    .map(parts =>
      modelOf({
        dimensions: [
          { id: 'first', title: words('first'), max: 40 },
          { id: 'second', title: words('second'), max: 20 },
        ],
        characteristics: [
          {
            id: 'one',
            title: words('one'),
            dimension: 'first',
            max: PLENTY,
            score: { when: { fact: 'f.yes', is: true }, points: 5, otherwise: 0 },
          },
          {
            id: 'three',
            title: words('three'),
            dimension: 'second',
            max: PLENTY,
            score: { of: 'c.ideas', bands: [{ atLeast: 1, points: 1 }], otherwise: 0 },
          },
        ],
        ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)),
        ...(staged ? { stages: STAGES } : {}),
      }),
    ),
)
