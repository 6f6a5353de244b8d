// Turns a model file into a model: every expression and condition compiled, every cross-reference and band checked.
import { checkModel } from './check-model.ts'
import {
  type Compiling,
  compileCharacteristic,
  compileCondition,
  compileGrades,
  compileStages,
} from './compile-parts.ts'
import type { Vocabulary } from './condition.ts'
import type { RatingModel } from './model.ts'
import { modelSchema, type WrittenModel } from './model-schema.ts'
import { hundredths } from './points.ts'
import { collect, type DataPath, type DataProblem, type Report, readShape } from './problem.ts'
import { dayOf } from './quantity.ts'

/** First pass: the shape of a model file, so that models can name each other. */
export function readModelShape(file: string, raw: unknown, problems: DataProblem[]): WrittenModel | undefined {
  return readShape(modelSchema, raw, collect(file, problems))
}

/** Second pass: everything compiled and cross-checked. */
export function compileModel(
  file: string,
  written: WrittenModel,
  words: Vocabulary,
  problems: DataProblem[],
): RatingModel {
  const report = collect(file, problems)
  const compiling: Compiling = { words, report, source: written.source }
  const condition = (raw: unknown, path: DataPath) => compileCondition(raw, path, compiling)
  const { id, title, summary, kind, source, pass, examples } = written
  const stages = written.stages && compileStages(written.stages, compiling)
  const model: RatingModel = {
    id,
    version: written.effectiveFrom,
    title,
    summary,
    kind,
    ...compilePeriod(written, report),
    source,
    scope: condition(written.scope, ['scope']),
    stages,
    dimensions: written.dimensions.map(compileDimension(source)),
    characteristics: written.characteristics.map((c, index) =>
      compileCharacteristic(c, stages?.list ?? [], ['characteristics', index], compiling),
    ),
    cap: written.cap === undefined ? undefined : hundredths(written.cap),
    knockouts: written.knockouts.map((one, index) => ({
      ...one,
      when: condition(one.when, ['knockouts', index, 'when']),
    })),
    gates: condition(written.gates, ['gates']),
    directPass: written.directPass === undefined ? undefined : condition(written.directPass, ['directPass']),
    pass: pass && { ...pass, atLeast: typeof pass.atLeast === 'number' ? hundredths(pass.atLeast) : pass.atLeast },
    evidence: written.evidence.map((one, index) => ({
      ...one,
      when: condition(one.when, ['evidence', index, 'when']),
    })),
    grades: written.grades && compileGrades(written.grades, compiling),
    examples,
  }
  checkModel(model, report)
  return model
}

function compilePeriod(written: WrittenModel, report: Report): { from: number; to: number | undefined } {
  const from = dayOf(written.effectiveFrom)
  const to = written.effectiveTo === undefined ? undefined : dayOf(written.effectiveTo)
  if (from === undefined)
    report('bad-quantity', ['effectiveFrom'], `${written.effectiveFrom} is no day of the calendar`)
  if (written.effectiveTo !== undefined && (to === undefined || to < (from ?? 0)))
    report('date-order', ['effectiveTo'], 'the model ends before it begins')
  return { from: from ?? 0, to }
}

const compileDimension = (source: RatingModel['source']) => (written: WrittenModel['dimensions'][number]) => ({
  ...written,
  max: hundredths(written.max),
  byStage: new Map(Object.entries(written.byStage ?? {}).map(([stage, max]) => [stage, hundredths(max)])),
  atLeast: written.atLeast === undefined ? undefined : hundredths(written.atLeast),
  notBelow: written.notBelow === undefined ? undefined : hundredths(written.notBelow),
  source: written.source ?? source,
})
