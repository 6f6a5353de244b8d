// Every number of a model with its kind, its source and the date of that source: what an officer checks, what a list of
// models shows, and what a test counts. A part without a date of its own has the date of its model.
import { type Condition, testsOf } from './condition.ts'
import type { RatingModel } from './model.ts'
import { conditionsOf } from './model-cycles.ts'
import type { QuantityKind } from './quantity.ts'
import type { Scoring } from './score-table.ts'
import type { Source, Words } from './words.ts'

export interface ModelNumber {
  /** what it belongs to, in the words of the model */
  readonly title: Words
  readonly part: 'points' | 'stage' | 'block' | 'grade' | 'limit' | 'pass' | 'condition'
  readonly kind: QuantityKind
  /** base units */
  readonly value: number
  readonly source: Source & { readonly date: string }
}

const TOTAL: Words = { zh: '总分', en: 'Total score' }

/** Every number of a model: points, band ends, stages, blocks, grades, credit ranges, conditions. */
export function numbersOf(model: RatingModel): readonly ModelNumber[] {
  const dated = (source: Source) => ({ ...source, date: source.date ?? model.source.date ?? model.version })
  const number =
    (part: ModelNumber['part'], kind: QuantityKind, title: Words, source: Source) =>
    (value: number | undefined): ModelNumber[] =>
      value === undefined ? [] : [{ title, part, kind, value, source: dated(source) }]
  const inCondition = (condition: Condition, source: Source, part: ModelNumber['part'] = 'condition') =>
    testsOf(condition).flatMap(test =>
      typeof test.limit === 'object' && 'value' in test.limit && typeof test.limit.value === 'number'
        ? number(part, test.kind ?? 'count', test.title, test.source ?? source)(test.limit.value)
        : [],
    )
  const inTable = (scoring: Scoring, title: Words, source: Source) =>
    scoring.rows.flatMap(row => [
      ...[...new Set([row.low, row.high])].flatMap(number('points', 'points', title, scoring.source ?? source)),
      ...(row.condition ? inCondition(row.condition, scoring.source ?? source, 'points') : []),
    ])
  const { stages, grades, pass, cap } = model
  const plain = conditionsOf(model).filter(one => one.path[0] !== 'characteristics')
  const sourceOf = (path: readonly (string | number)[]): Source => {
    const index = Number(path.at(-2))
    if (path[0] === 'knockouts') return model.knockouts[index]?.source ?? model.source
    if (path[0] === 'evidence') return model.evidence[index]?.source ?? model.source
    return path[0] === 'grades' ? (grades?.list[index]?.source ?? model.source) : model.source
  }
  return [
    ...(stages?.list.flatMap(stage => number('stage', stages.of.kind, stage.title, stages.source)(stage.below)) ?? []),
    ...model.dimensions.flatMap(one =>
      [one.max, ...one.byStage.values(), one.atLeast, one.notBelow].flatMap(
        number('block', 'points', one.title, one.source),
      ),
    ),
    ...model.characteristics.flatMap(one => {
      const own = [...one.byStage].filter(([stage]) => !one.maxByStage.has(stage)).map(([, scoring]) => scoring)
      return [
        ...[one.max, ...one.maxByStage.values()].flatMap(number('points', 'points', one.title, one.source)),
        ...[...(one.score ? [one.score] : []), ...new Set(own)].flatMap(table => inTable(table, one.title, one.source)),
      ]
    }),
    ...number('block', 'points', TOTAL, model.source)(cap),
    ...(grades?.list.flatMap(one => [
      ...number('grade', 'points', one.title, one.source)(one.atLeast),
      ...[one.limit?.from, one.limit?.to].flatMap(number('limit', 'money', one.title, one.limit?.source ?? one.source)),
    ]) ?? []),
    ...(pass && typeof pass.atLeast === 'number'
      ? number('pass', 'points', pass.title ?? TOTAL, pass.source)(pass.atLeast)
      : []),
    ...plain.flatMap(({ path, condition }) => inCondition(condition, sourceOf(path))),
  ]
}
