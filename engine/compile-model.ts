// Turns a model file into a model: every expression and condition compiled, every cross-reference and band checked.
import { ALWAYS, type Condition, type Vocabulary } from './condition.ts'
import { parseExpression } from './expression.ts'
import {
  type Characteristic,
  modelSchema,
  type RatingModel,
  reportShape,
  type Stage,
  type WrittenModel,
} from './model.ts'
import { parseCondition } from './parse-condition.ts'
import { hundredths } from './points.ts'
import { collect, type DataPath, type DataProblem, type Report } from './problem.ts'
import { dayOf, parseQuantity } from './quantity.ts'
import { parseScoring, type Scoring } from './scoring.ts'
import type { Source } from './words.ts'

/** First pass: the shape of a model file, so that models can name each other. */
export function readModelShape(file: string, raw: unknown, problems: DataProblem[]): WrittenModel | undefined {
  const shape = modelSchema.safeParse(raw)
  if (shape.success) return shape.data
  reportShape(shape.error, collect(file, problems))
  return undefined
}

/** Second pass: everything compiled and cross-checked. */
export function compileModel(
  file: string,
  written: WrittenModel,
  words: Vocabulary,
  problems: DataProblem[],
): RatingModel {
  const report = collect(file, problems)
  const condition = (raw: unknown, path: DataPath): Condition =>
    raw === undefined ? ALWAYS : (parseCondition(raw, words, path, report) ?? ALWAYS)
  const from = dayOf(written.effectiveFrom)
  const to = written.effectiveTo === undefined ? undefined : dayOf(written.effectiveTo)
  if (from === undefined)
    report('bad-quantity', ['effectiveFrom'], `${written.effectiveFrom} is no day of the calendar`)
  if (written.effectiveTo !== undefined && (to === undefined || to < (from ?? 0)))
    report('date-order', ['effectiveTo'], 'the model ends before it begins')
  const stages = written.stages && compileStages(written.stages, words, report)
  const model: RatingModel = {
    id: written.id,
    version: written.effectiveFrom,
    title: written.title,
    summary: written.summary,
    kind: written.kind,
    from: from ?? 0,
    to,
    source: written.source,
    scope: condition(written.scope, ['scope']),
    stages,
    dimensions: written.dimensions.map(d => ({
      ...d,
      max: hundredths(d.max),
      atLeast: d.atLeast === undefined ? undefined : hundredths(d.atLeast),
    })),
    characteristics: written.characteristics.map((c, index) =>
      compileCharacteristic(c, stages?.list ?? [], written.source, words, ['characteristics', index], report),
    ),
    knockouts: written.knockouts.map((k, index) => ({
      id: k.id,
      title: k.title,
      source: k.source,
      when: condition(k.when, ['knockouts', index, 'when']),
    })),
    gates: condition(written.gates, ['gates']),
    directPass: written.directPass === undefined ? undefined : condition(written.directPass, ['directPass']),
    pass: written.pass && { ...written.pass, atLeast: hundredths(written.pass.atLeast) },
    grades: written.grades && {
      source: written.grades.source,
      list: written.grades.list.map(g => ({
        ...g,
        atLeast: g.atLeast === undefined ? undefined : hundredths(g.atLeast),
      })),
    },
    examples: written.examples,
  }
  crossCheck(model, report)
  return model
}

function compileStages(
  written: NonNullable<WrittenModel['stages']>,
  words: Vocabulary,
  report: Report,
): RatingModel['stages'] {
  const of = parseExpression(written.of, words.facts, ['stages', 'of'], report)
  if (!of) return undefined
  const list = written.list.map((stage, index): Stage => {
    const below = stage.below === undefined ? undefined : parseQuantity(stage.below, of.kind)
    const last = index === written.list.length - 1
    if (stage.below !== undefined && below === undefined)
      report('bad-quantity', ['stages', 'list', index, 'below'], `${stage.below} is no ${of.kind}`)
    if (last !== (stage.below === undefined))
      report('bands-disorder', ['stages', 'list', index], 'every stage but the last says where it ends (below)')
    return { id: stage.id, title: stage.title, goal: stage.goal, below }
  })
  for (const [index, stage] of list.entries()) {
    const before = list[index - 1]
    if (before?.below !== undefined && stage.below !== undefined && stage.below <= before.below)
      report('bands-disorder', ['stages', 'list', index, 'below'], 'stages run from small to large without overlap')
  }
  return { of, list, source: written.source }
}

function compileCharacteristic(
  written: WrittenModel['characteristics'][number],
  stages: readonly Stage[],
  source: Source,
  words: Vocabulary,
  path: DataPath,
  report: Report,
): Characteristic {
  const score = written.score === undefined ? undefined : parseScoring(written.score, words, [...path, 'score'], report)
  const byStage = new Map<string, Scoring>()
  for (const [stage, raw] of Object.entries(written.byStage ?? {})) {
    if (!stages.some(one => one.id === stage))
      report('unknown-name', [...path, 'byStage', stage], `the model has no stage ${stage}`)
    const own = parseScoring(raw, words, [...path, 'byStage', stage], report)
    if (own) byStage.set(stage, own)
  }
  if (written.score === undefined && stages.some(stage => !Object.hasOwn(written.byStage ?? {}, stage.id)))
    report('bands-disorder', path, 'without a common score, every stage needs its own')
  if (written.score === undefined && stages.length === 0) report('shape', path, 'a characteristic needs a score')
  const max = hundredths(written.max)
  for (const scoring of [...(score ? [score] : []), ...byStage.values()])
    if (scoring.highest > max)
      report(
        'points-mismatch',
        [...path, 'max'],
        `up to ${scoring.highest / 100} points are given, but max is ${written.max}`,
      )
  return {
    id: written.id,
    title: written.title,
    dimension: written.dimension,
    max,
    score,
    byStage,
    source: written.source ?? source,
  }
}

function crossCheck(model: RatingModel, report: Report): void {
  const repeated = (list: readonly { readonly id: string }[], path: DataPath) => {
    for (const [index, { id }] of list.entries())
      if (list.findIndex(other => other.id === id) < index)
        report('duplicate', [...path, index, 'id'], `${id} is given twice`)
  }
  repeated(model.stages?.list ?? [], ['stages', 'list'])
  repeated(model.dimensions, ['dimensions'])
  repeated(model.characteristics, ['characteristics'])
  repeated(model.knockouts, ['knockouts'])
  repeated(model.grades?.list ?? [], ['grades', 'list'])
  for (const [index, c] of model.characteristics.entries())
    if (!model.dimensions.some(d => d.id === c.dimension))
      report('unknown-name', ['characteristics', index, 'dimension'], `the model has no dimension ${c.dimension}`)
  for (const [index, d] of model.dimensions.entries()) {
    const sum = model.characteristics
      .filter(c => c.dimension === d.id)
      .reduce((total, c) => total + Math.max(0, c.max), 0)
    if (sum < d.max)
      report(
        'points-mismatch',
        ['dimensions', index, 'max'],
        `its characteristics give ${sum / 100} points at most, not ${d.max / 100}`,
      )
  }
  for (const id of model.pass?.nonZero ?? [])
    if (!model.characteristics.some(c => c.id === id))
      report('unknown-name', ['pass', 'nonZero'], `the model has no characteristic ${id}`)
  const grades = model.grades?.list ?? []
  for (const [index, grade] of grades.entries()) {
    const before = grades[index - 1]
    const last = index === grades.length - 1
    if (last !== (grade.atLeast === undefined))
      report(
        'bands-disorder',
        ['grades', 'list', index],
        'every grade but the lowest says from how many points it holds',
      )
    if (before?.atLeast !== undefined && grade.atLeast !== undefined && grade.atLeast >= before.atLeast)
      report('bands-disorder', ['grades', 'list', index, 'atLeast'], 'grades run from best to worst without overlap')
  }
}
