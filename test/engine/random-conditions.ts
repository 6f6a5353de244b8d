// Conditions nobody would write: random expressions and conditions over the small vocabulary, as a data file would write
// them, so that properties hold for what officers may come up with and not only for today's files.
import fc from 'fast-check'

export type Written = Record<string, unknown>

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
