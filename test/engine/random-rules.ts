// Rules nobody would write: random expressions, conditions, scorings and models over the small vocabulary, written as a
// data file would write them, so that properties hold for what officers may come up with and not only for today's files.
import fc from 'fast-check'
import { modelOf } from './small-rulebook.ts'

type Written = Record<string, unknown>

const MONEY = ['m.one', 'm.two', 'm.three', 'm.net', 'm.part', 'm.total'] as const
const COUNTS = ['c.people', 'c.experts', 'c.ideas'] as const

export type Kind = 'money' | 'percent' | 'count' | 'months'
export interface Quantity {
  readonly raw: unknown
  readonly kind: Kind
}

const money = fc.oneof(
  fc.constant('0 元'),
  fc.integer({ min: 1, max: 20_000 }).map(x => `${x} 万元`),
)
const percent = fc.integer({ min: 0, max: 120 }).map(x => `${x} %`)
const limits: Readonly<Record<Kind, fc.Arbitrary<string | number>>> = {
  money,
  percent,
  count: fc.integer({ min: 0, max: 60 }),
  months: fc.integer({ min: 0, max: 400 }).map(x => `${x} 个月`),
}

const moneyRaw: fc.Arbitrary<unknown> = fc.letrec<{ deep: unknown; flat: unknown }>(tie => ({
  flat: fc.oneof({ weight: 6, arbitrary: fc.constantFrom<unknown>(...MONEY) }, { weight: 1, arbitrary: money }),
  deep: fc.oneof(
    { maxDepth: 2 },
    tie('flat'),
    fc
      .tuple(
        fc.constantFrom('sum', 'largest', 'smallest', 'average'),
        fc.array(tie('deep'), { minLength: 1, maxLength: 3 }),
      )
      .map(([operator, list]) => ({ [operator]: list })),
    fc.tuple(tie('deep'), tie('deep')).map(pair => ({ difference: pair })),
    fc.tuple(fc.constantFrom<unknown>('p.share', '30 %'), tie('deep')).map(pair => ({ times: pair })),
  ),
})).deep

/** Percentages that always apply: no share of anything. */
const plainPercent: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant<unknown>('p.share'),
  fc.tuple(moneyRaw, moneyRaw, moneyRaw).map(years => ({ growth: years })),
  fc
    .array(fc.constantFrom<unknown>('p.share', '10 %', '40 %'), { minLength: 1, maxLength: 3 })
    .map(list => ({ largest: list })),
)
const shares: fc.Arbitrary<unknown> = fc.oneof(
  fc
    .tuple(fc.constantFrom<unknown>('ratio', 'change'), moneyRaw, moneyRaw)
    .map(([operator, a, b]) => ({ [String(operator)]: [a, b] })),
  fc.constant<unknown>({ ratio: ['c.experts', 'c.people'] }),
  fc.constant<unknown>({ ratio: ['c.people', 'c.ideas'] }),
)
const percentRaw = fc.oneof(
  plainPercent,
  shares,
  fc
    .tuple(fc.constantFrom('sum', 'largest', 'difference'), shares, plainPercent)
    .map(([operator, a, b]) => ({ [operator]: [a, b] })),
)
const countRaw: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...COUNTS),
  fc.constant<unknown>({ sum: ['c.experts', 'c.ideas'] }),
)
const monthsRaw = fc.constantFrom<unknown>({ monthsSince: 'd.born' }, 'a.age')

const of = (kind: Kind, raw: fc.Arbitrary<unknown>) => raw.map((one): Quantity => ({ raw: one, kind }))
/** Any quantity; without shares it applies to every company. */
export const quantities = (withShares: boolean): fc.Arbitrary<Quantity> =>
  fc.oneof(
    of('money', moneyRaw),
    of('percent', withShares ? percentRaw : plainPercent),
    of('count', countRaw),
    of('months', monthsRaw),
  )

const COMPARISONS = ['atLeast', 'above', 'atMost', 'below'] as const

const quantityTest = (withShares: boolean): fc.Arbitrary<Written> =>
  quantities(withShares).chain(({ raw, kind }) =>
    fc
      .dictionary(fc.constantFrom(...COMPARISONS), limits[kind], { minKeys: 1, maxKeys: 2 })
      .map(wanted => ({ value: raw, ...wanted })),
  )

const some = (...options: readonly string[]) => fc.subarray([...options], { minLength: 1 })
const wordTest: fc.Arbitrary<Written> = fc.oneof(
  fc.record({ fact: fc.constantFrom('f.yes', 'f.other'), is: fc.boolean() }),
  fc
    .tuple(fc.constantFrom('oneOf', 'noneOf'), some('gold', 'silver', 'bronze', 'none'))
    .map(([op, list]) => ({ fact: 'o.rank', [op]: list })),
  fc
    .tuple(fc.constantFrom('atLeast', 'atMost'), fc.constantFrom('gold', 'silver', 'bronze'))
    .map(([op, edge]) => ({ fact: 'o.rank', [op]: edge })),
  fc.constantFrom('red', 'green', 'blue').map(is => ({ fact: 'o.colour', is })),
  fc
    .tuple(fc.constantFrom('oneOf', 'noneOf'), some('x', 'y', 'z'))
    .map(([op, list]) => ({ fact: 's.tags', [op]: list })),
  some('330108', '330100', '330000', '370000', '140100').map(within => ({ fact: 'r.place', within })),
)

/** Conditions of every shape; `tests` are added to the ordinary ones. */
export function conditions(withShares = true, tests: readonly fc.Arbitrary<Written>[] = []): fc.Arbitrary<Written> {
  return fc.letrec<{ any: Written; test: Written }>(tie => ({
    test: fc.oneof(quantityTest(withShares), wordTest, ...tests),
    any: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      tie('test'),
      fc
        .tuple(fc.constantFrom('all', 'any'), fc.array(tie('any'), { minLength: 1, maxLength: 3 }))
        .map(([group, list]) => ({ [group]: list })),
      tie('any').map(not => ({ not })),
      fc
        .array(tie('any'), { minLength: 1, maxLength: 4 })
        .chain(list => fc.integer({ min: 1, max: list.length }).map(atLeast => ({ atLeast, of: list }))),
    ),
  })).any
}

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

/** Tests of the model called toy, for conditions outside it. */
export const modelTests: readonly fc.Arbitrary<Written>[] = [
  fc
    .tuple(fc.constantFrom(...COMPARISONS), fc.integer({ min: 0, max: 60 }))
    .map(([op, limit]) => ({ score: 'toy', [op]: limit })),
  fc.boolean().map(is => ({ knockedOut: 'toy', is })),
]

/** Computed facts over the small vocabulary, in a circle and one after the other. */
export const DERIVED = {
  'm.total': { type: 'money', min: '0 元', max: '200 亿元', derive: [{ sum: ['m.one', 'm.two'] }], asked: false },
  'm.part': {
    type: 'money',
    min: '0 元',
    max: '100 亿元',
    notAbove: 'm.one',
    derive: [{ times: ['p.part', 'm.one'] }],
  },
  'p.part': { type: 'percent', min: '0 %', max: '100 %', derive: [{ ratio: ['m.part', 'm.one'] }] },
  'a.age': { type: 'months', min: '0 个月', max: '100 年', derive: [{ monthsSince: 'd.born' }], asked: false },
}
