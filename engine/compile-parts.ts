// The parts of a model that need more than a copy: stages, characteristics with their scoring in every stage, and grades.
import { ALWAYS, type Condition, type Vocabulary } from './condition.ts'
import { parseExpression } from './expression.ts'
import type { Characteristic, Grade, GradeLimit, RatingModel, Stage } from './model.ts'
import type { WrittenModel } from './model-schema.ts'
import { parseCondition } from './parse-condition.ts'
import { hundredths } from './points.ts'
import type { DataPath, Report } from './problem.ts'
import { EXAMPLES, parseQuantity } from './quantity.ts'
import { weighted } from './score-several.ts'
import { parseScoring, type Scoring } from './scoring.ts'
import type { Source } from './words.ts'

/** What every part is compiled with. */
export interface Compiling {
  readonly words: Vocabulary
  readonly report: Report
  readonly source: Source
}

/** A condition; what is not written always holds. */
export function compileCondition(raw: unknown, path: DataPath, { words, report }: Compiling): Condition {
  return raw === undefined ? ALWAYS : (parseCondition(raw, words, path, report) ?? ALWAYS)
}

/** Stages run from small to large, each but the last with its exclusive upper end. */
export function compileStages(
  written: NonNullable<WrittenModel['stages']>,
  { words, report }: Compiling,
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

type WrittenCharacteristic = WrittenModel['characteristics'][number]

/** The scoring of every stage: its own table, or the common one with the stage's weight. */
function compileByStage(
  written: WrittenCharacteristic,
  score: Scoring | undefined,
  path: DataPath,
  { words, report }: Compiling,
): { byStage: Map<string, Scoring>; maxByStage: Map<string, number> } {
  const byStage = new Map<string, Scoring>()
  const maxByStage = new Map<string, number>()
  for (const [stage, raw] of Object.entries(written.byStage ?? {})) {
    const here = [...path, 'byStage', stage]
    if (typeof raw !== 'number') {
      const own = parseScoring(raw, words, here, report)
      if (own) byStage.set(stage, own)
      continue
    }
    const own = score && weighted(score, hundredths(raw))
    if (own) byStage.set(stage, own)
    else if (written.score === undefined) report('shape', here, 'a weight needs a common score to weigh')
    else if (score) report('points-mismatch', here, `with weight ${raw} some rows are no whole hundredths of a point`)
    maxByStage.set(stage, hundredths(raw))
  }
  return { byStage, maxByStage }
}

/** A characteristic with its scoring for every stage. */
export function compileCharacteristic(
  written: WrittenCharacteristic,
  stages: readonly Stage[],
  path: DataPath,
  compiling: Compiling,
): Characteristic {
  const { words, report, source } = compiling
  const score = written.score === undefined ? undefined : parseScoring(written.score, words, [...path, 'score'], report)
  for (const stage of Object.keys(written.byStage ?? {}))
    if (!stages.some(one => one.id === stage))
      report('unknown-name', [...path, 'byStage', stage], `the model has no stage ${stage}`)
  const { byStage, maxByStage } = compileByStage(written, score, path, compiling)
  if (written.score === undefined && stages.some(stage => !Object.hasOwn(written.byStage ?? {}, stage.id)))
    report('bands-disorder', path, 'without a common score, every stage needs its own')
  if (written.score === undefined && stages.length === 0) report('shape', path, 'a characteristic needs a score')
  const max = hundredths(written.max)
  // a common score that every stage weighs anew is never given as it stands
  const weighedAway = stages.length > 0 && stages.every(stage => maxByStage.has(stage.id))
  for (const scoring of [...(score && !weighedAway ? [score] : []), ...byStage.values()])
    if (scoring.highest > max)
      report(
        'points-mismatch',
        [...path, 'max'],
        `up to ${scoring.highest / 100} points are given, but max is ${written.max}`,
      )
  const { id, title, dimension } = written
  return { id, title, dimension, max, score, byStage, maxByStage, source: written.source ?? source }
}

type WrittenGrades = NonNullable<WrittenModel['grades']>

function compileLimit(
  written: WrittenGrades['list'][number]['limit'],
  source: Source,
  path: DataPath,
  report: Report,
): GradeLimit | undefined {
  if (!written) return undefined
  const end = (raw: string | number | undefined, key: string) => {
    const value = raw === undefined ? undefined : parseQuantity(raw, 'money')
    if (raw !== undefined && value === undefined)
      report('bad-quantity', [...path, key], `${raw} is no money; write for instance ${EXAMPLES.money}`)
    return value
  }
  const [from, to] = [end(written.from, 'from'), end(written.to, 'to')]
  if (written.from === undefined && written.to === undefined) report('shape', path, 'a limit says from, to or both')
  if (from !== undefined && to !== undefined && from > to)
    report('bands-disorder', path, 'the limit ends before it begins')
  return { from, to, note: written.note, source: written.source ?? source }
}

/** Grades from best to worst; each but the last says from how many points it holds, when it holds, or both. */
export function compileGrades(written: WrittenGrades, compiling: Compiling): NonNullable<RatingModel['grades']> {
  const list = written.list.map((grade, index): Grade => {
    const path = ['grades', 'list', index]
    const source = grade.source ?? written.source
    return {
      id: grade.id,
      title: grade.title,
      atLeast: grade.atLeast === undefined ? undefined : hundredths(grade.atLeast),
      when: grade.when === undefined ? undefined : compileCondition(grade.when, [...path, 'when'], compiling),
      limit: compileLimit(grade.limit, source, [...path, 'limit'], compiling.report),
      source,
    }
  })
  return { source: written.source, list }
}
