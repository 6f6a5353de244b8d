// Every fault a model file can have is found, with its code and its place, and all faults of a file at once.
import { describe, expect, test } from 'vitest'
import { BANDS, modelOf, parseSmall } from './small-rulebook.ts'

type Fields = Record<string, unknown>
const words = (text: string) => ({ zh: text, en: text })
const SOURCE = { title: 'made up', mark: '示意' }
const characteristic = (fields: Fields) => ({
  id: 'one',
  title: words('one'),
  dimension: 'all',
  max: 10,
  score: BANDS,
  ...fields,
})
const grades = (...list: readonly Fields[]) => ({
  grades: { source: SOURCE, list: list.map(one => ({ title: words('g'), ...one })) },
})
const stages = (...list: readonly Fields[]) => ({
  stages: { of: 'm.one', source: SOURCE, list: list.map(one => ({ title: words('s'), ...one })) },
})

function faults(...models: readonly Fields[]) {
  const parsed = parseSmall({ models: models.map(modelOf) })
  return parsed.ok ? [] : parsed.problems.map(({ code, file, path }) => [code, file, path.join('.')])
}

const cases: readonly (readonly [string, Fields, string, string])[] = [
  ['a day that does not exist', { effectiveFrom: '2024-02-30' }, 'bad-quantity', 'effectiveFrom'],
  ['a date in another form', { effectiveFrom: '2024/02/01' }, 'shape', 'effectiveFrom'],
  ['an end before the beginning', { effectiveTo: '2019-12-31' }, 'date-order', 'effectiveTo'],
  ['an end that does not exist', { effectiveTo: '2025-11-31' }, 'date-order', 'effectiveTo'],
  ['an unknown key', { colour: 'red' }, 'shape', ''],
  ['no examples', { examples: [] }, 'shape', 'examples'],
  ['an id with spaces', { id: 'my model' }, 'shape', 'id'],
  ['no source', { source: undefined }, 'shape', 'source'],
  ['a mark nobody knows', { source: { title: 'x', mark: '★★★★' } }, 'shape', 'source.mark'],
  ['one language only', { title: { zh: '只有中文' } }, 'shape', 'title.en'],
  [
    'more points than the maximum',
    { characteristics: [characteristic({ max: 9 })] },
    'points-mismatch',
    'characteristics.0.max',
  ],
  [
    'less than its dimension promises',
    { dimensions: [{ id: 'all', title: words('all'), max: 11 }] },
    'points-mismatch',
    'dimensions.0.max',
  ],
  ['no scoring at all', { characteristics: [characteristic({ score: undefined })] }, 'shape', 'characteristics.0'],
  // names
  [
    'a characteristic twice',
    { characteristics: [characteristic({}), characteristic({})] },
    'duplicate',
    'characteristics.1.id',
  ],
  [
    'an unknown dimension',
    { characteristics: [characteristic({}), characteristic({ id: 'two', dimension: 'gone' })] },
    'unknown-name',
    'characteristics.1.dimension',
  ],
  [
    'a dimension twice',
    {
      dimensions: [
        { id: 'all', title: words('a'), max: 10 },
        { id: 'all', title: words('b'), max: 10 },
      ],
    },
    'duplicate',
    'dimensions.1.id',
  ],
  [
    'a mark on an unknown characteristic',
    { pass: { atLeast: 6, nonZero: ['gone'], source: SOURCE } },
    'unknown-name',
    'pass.nonZero',
  ],
  [
    'a knockout twice',
    { knockouts: ['x', 'x'].map(id => ({ id, title: words('x'), when: { fact: 'f.yes', is: true }, source: SOURCE })) },
    'duplicate',
    'knockouts.1.id',
  ],
  [
    'a knockout on an unknown fact',
    { knockouts: [{ id: 'x', title: words('x'), when: { fact: 'f.gone', is: true }, source: SOURCE }] },
    'unknown-fact',
    'knockouts.0.when.fact',
  ],
  ['a gate on an unknown fact', { gates: { all: [{ fact: 'f.gone', is: true }] } }, 'unknown-fact', 'gates.all.0.fact'],
  [
    'a direct pass on an unknown option',
    { directPass: { fact: 'o.rank', is: 'iron' } },
    'unknown-option',
    'directPass',
  ],
  ['a scope on an unknown fact', { scope: { fact: 'f.gone', is: true } }, 'unknown-fact', 'scope.fact'],
  // grades
  [
    'grades from worst to best',
    grades({ id: 'B', atLeast: 3 }, { id: 'A', atLeast: 6 }, { id: 'C' }),
    'bands-disorder',
    'grades.list.1.atLeast',
  ],
  [
    'grades that overlap',
    grades({ id: 'A', atLeast: 6 }, { id: 'B', atLeast: 6 }, { id: 'C' }),
    'bands-disorder',
    'grades.list.1.atLeast',
  ],
  ['no lowest grade', grades({ id: 'A', atLeast: 6 }, { id: 'B', atLeast: 3 }), 'bands-disorder', 'grades.list.1'],
  [
    'a grade without an end in between',
    grades({ id: 'A', atLeast: 6 }, { id: 'B' }, { id: 'C' }),
    'bands-disorder',
    'grades.list.1',
  ],
  [
    'a grade twice',
    grades({ id: 'A', atLeast: 6 }, { id: 'A', atLeast: 3 }, { id: 'C' }),
    'duplicate',
    'grades.list.1.id',
  ],
  // stages
  [
    'stages that overlap',
    stages({ id: 'a', below: '50 万元' }, { id: 'b', below: '50 万元' }, { id: 'c' }),
    'bands-disorder',
    'stages.list.1.below',
  ],
  ['stages in another unit', stages({ id: 'a', below: '50 %' }, { id: 'b' }), 'bad-quantity', 'stages.list.0.below'],
  [
    'no last stage',
    stages({ id: 'a', below: '50 万元' }, { id: 'b', below: '60 万元' }),
    'bands-disorder',
    'stages.list.1',
  ],
  ['a stage twice', stages({ id: 'a', below: '50 万元' }, { id: 'a' }), 'duplicate', 'stages.list.1.id'],
]

describe('a model is refused for', () => {
  test.each(cases)('%s', (_, fields, code, path) => {
    expect(faults(fields)).toContainEqual([code, 'models/0.yaml', path])
  })

  const staged = stages({ id: 'a', below: '50 万元' }, { id: 'b' })
  test('a stage that nobody defined', () => {
    const byStage = { a: BANDS, b: BANDS, c: BANDS }
    expect(faults({ ...staged, characteristics: [characteristic({ score: undefined, byStage })] })).toEqual([
      ['unknown-name', 'models/0.yaml', 'characteristics.0.byStage.c'],
    ])
  })
  test('a stage left out', () => {
    expect(
      faults({ ...staged, characteristics: [characteristic({ score: undefined, byStage: { a: BANDS } })] }),
    ).toEqual([['bands-disorder', 'models/0.yaml', 'characteristics.0']])
    expect(faults({ ...staged, characteristics: [characteristic({ byStage: { a: BANDS } })] })).toEqual([])
  })
})

describe('several files', () => {
  test('all faults of all files are found at once', () => {
    const found = faults(
      { effectiveFrom: '2024-02-30', characteristics: [characteristic({ max: 9 })] },
      { id: 'other', scope: { fact: 'f.gone', is: true } },
    )
    expect(found).toEqual([
      ['bad-quantity', 'models/0.yaml', 'effectiveFrom'],
      ['points-mismatch', 'models/0.yaml', 'characteristics.0.max'],
      ['points-mismatch', 'models/0.yaml', 'dimensions.0.max'],
      ['unknown-fact', 'models/1.yaml', 'scope.fact'],
    ])
  })
  test('two versions of one day are one too many; two days are two versions', () => {
    expect(faults({}, {})).toEqual([['duplicate', 'models/1.yaml', 'effectiveFrom']])
    expect(faults({}, { effectiveFrom: '2021-01-01' })).toEqual([])
  })
  test('a sound model has no faults', () => {
    expect(faults({})).toEqual([])
  })
})
