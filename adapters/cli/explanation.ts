// A rating taken apart: every step of the calculation as plain data, with the company's own value, the band that gave the
// points, and the source of the rule. `yinqi explain` prints it, and gives it to programs as it is.
import { ownText } from '#bot'
import {
  type Answered,
  illustrativeOf,
  isoOf,
  limitOf,
  type PartialScore,
  type Rating,
  type Reading,
  type Source,
  showQuantity,
  type Test,
  testsOf,
  UNITS_PER_POINT,
  type Verdict,
} from '#engine'
import { choose, conditionText, findingParts, type Showing, wordOf } from './model-text.ts'

const points = ({ low, high }: { readonly low: number; readonly high: number }) => ({
  low: low / UNITS_PER_POINT,
  high: high / UNITS_PER_POINT,
})

export interface ExplainedVerdict {
  readonly is: Answered
  readonly because: readonly ReturnType<typeof findingParts>[]
  readonly lacks: readonly string[]
}

const titles = (at: Showing, ids: readonly string[]): string[] =>
  ids.map(id => at.knowledge.rulebook.facts.get(id)?.title[at.language] ?? id)

const verdictOf = (at: Showing, verdict: Verdict): ExplainedVerdict => ({
  is: verdict.is,
  because: verdict.findings.map(finding => findingParts(at, finding)),
  lacks: titles(at, verdict.lacks),
})

const SIGNS = { atLeast: '≥', above: '>' } as const

/** The company's own value of a measured characteristic, said like a tested one. */
function ownOf(at: Showing, { own, expression }: PartialScore): string | undefined {
  if (!own || !expression) return undefined
  const { title, kind, facts } = expression
  const subject = { kind: 'quantity' as const, expression }
  const test: Test = { is: 'test', subject, limit: { op: 'atLeast', value: 0 }, title, kind, facts }
  return ownText(at, { own, test })
}

/** An option in words: the table's row that names it knows the fact it belongs to. */
function optionText(at: Showing, { score, byStage }: PartialScore['characteristic'], option: string): string {
  const rows = [...(score ? [score] : []), ...byStage.values()].flatMap(table => table.rows)
  for (const { subject, limit } of rows.flatMap(row => (row.condition ? testsOf(row.condition) : [])))
    if (subject.kind === 'fact' && limit.op === 'oneOf' && limit.options.includes(option))
      return subject.fact.options?.[option]?.title[at.language] ?? option
  return option
}

function reachedOf(at: Showing, { reached, expression, characteristic }: PartialScore): string | undefined {
  switch (reached?.kind) {
    case undefined:
      return undefined
    case 'band': {
      const unit = expression?.unit?.[at.language]
      return `${SIGNS[reached.op]} ${showQuantity(reached.value, expression?.kind ?? 'count', at.language, unit)}`
    }
    case 'option':
      return optionText(at, characteristic, reached.option)
    case 'case':
      return conditionText(at, reached.condition)
    case 'otherwise':
      return choose(at, '未到最低档', 'below the lowest band')
  }
}

const partOf = (at: Showing, part: PartialScore) => ({
  id: part.characteristic.id,
  title: wordOf(at, part.characteristic.title),
  ...points(part),
  max: part.max / UNITS_PER_POINT,
  own: ownOf(at, part),
  reached: reachedOf(at, part),
  lacks: titles(at, part.lacks),
  source: part.source,
})

function gradesOf(at: Showing, { model, grades }: Rating) {
  return (model.grades?.list ?? []).map(grade => ({
    id: grade.id,
    title: wordOf(at, grade.title),
    atLeast: grade.atLeast === undefined ? undefined : grade.atLeast / UNITS_PER_POINT,
    when: grade.when && conditionText(at, grade.when),
    possible: grades.includes(grade.id),
    source: grade.source,
  }))
}

function limitOfRating(at: Showing, rating: Rating) {
  const limit = limitOf(rating)
  const money = (fen: number | undefined) => (fen === undefined ? undefined : showQuantity(fen, 'money', at.language))
  return (
    limit && { from: money(limit.from), to: money(limit.to), illustrative: limit.illustrative, sources: limit.sources }
  )
}

function passOf(at: Showing, { model, gates, ways, passes }: Rating) {
  if (!model.pass && !model.directPass && model.gates.is !== 'test' && model.gates.of.length === 0) return undefined
  return {
    is: passes.is,
    lacks: titles(at, passes.lacks),
    gates: verdictOf(at, gates),
    direct: ways.direct && verdictOf(at, ways.direct),
    byPoints: ways.score && {
      ...verdictOf(at, ways.score),
      atLeast: passMark(model.pass?.atLeast),
      source: model.pass?.source,
    },
  }
}

const passMark = (atLeast: number | string | undefined) =>
  typeof atLeast === 'number' ? atLeast / UNITS_PER_POINT : atLeast

function stageOf(at: Showing, { model, stages }: Rating) {
  if (!model.stages) return undefined
  return {
    by: wordOf(at, model.stages.of.title),
    possible: stages.map(stage => ({ id: stage.id, title: wordOf(at, stage.title) })),
    source: model.stages.source,
  }
}

/** The whole calculation of one rating. */
export function explain(at: Showing, rating: Rating, { today }: Pick<Reading, 'today'>) {
  const { model } = rating
  const source: Source = model.source
  return {
    model: model.id,
    title: wordOf(at, model.title),
    version: model.version,
    day: isoOf(today),
    source,
    illustrative: illustrativeOf(rating),
    applies: verdictOf(at, rating.applies),
    stage: stageOf(at, rating),
    blocks: rating.dimensions.map(block => ({
      id: block.dimension.id,
      title: wordOf(at, block.dimension.title),
      ...points(block),
      max: block.max / UNITS_PER_POINT,
      source: block.dimension.source,
      parts: rating.partials
        .filter(part => part.characteristic.dimension === block.dimension.id)
        .map(part => partOf(at, part)),
    })),
    knockouts: rating.knockouts.map(({ knockout, verdict }) => ({
      id: knockout.id,
      title: wordOf(at, knockout.title),
      effect: knockout.effect,
      ...verdictOf(at, verdict),
      source: knockout.source,
    })),
    score: { ...points(rating.score), cap: model.cap === undefined ? undefined : model.cap / UNITS_PER_POINT },
    grades: gradesOf(at, rating),
    limit: limitOfRating(at, rating),
    pass: passOf(at, rating),
    evidence: rating.evidence.map(({ evidence, verdict }) => ({
      id: evidence.id,
      title: wordOf(at, evidence.title),
      ...verdictOf(at, verdict),
      source: evidence.source,
    })),
    lacks: titles(at, rating.lacks),
  }
}

export type Explanation = ReturnType<typeof explain>
