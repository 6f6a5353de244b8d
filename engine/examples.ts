// Runs the examples that stand beside a model. An example that does not come out is a fault of the file, with what came
// out instead.
import { z } from 'zod'
import { readAnswers } from './answers.ts'
import type { RatingModel } from './model.ts'
import { hundredths } from './points.ts'
import { collect, type DataProblem, readShape } from './problem.ts'
import { UNITS_PER_POINT } from './quantity.ts'
import { rateBy } from './rate.ts'
import type { Rating, ScoreRange } from './rating.ts'
import { type Rulebook, read } from './rulebook.ts'

/** Points, or the two ends between which they lie. */
const points = z.union([z.number(), z.strictObject({ low: z.number(), high: z.number() })])
const exampleSchema = z.strictObject({
  name: z.string().min(1),
  facts: z.record(z.string(), z.unknown()),
  expect: z.strictObject({
    score: points.optional(),
    /** several that are still possible are written `A or B` */
    grade: z.string().optional(),
    stage: z.string().optional(),
    passes: z.enum(['yes', 'no', 'open']).optional(),
    dimensions: z.record(z.string(), points).optional(),
    parts: z.record(z.string(), points).optional(),
    /** knockouts and evidence that surely hold, in the order of the model */
    knockouts: z.array(z.string()).optional(),
    evidence: z.array(z.string()).optional(),
  }),
})

const show = ({ low, high }: ScoreRange): string =>
  low === high ? String(low / UNITS_PER_POINT) : `${low / UNITS_PER_POINT}…${high / UNITS_PER_POINT}`

function inHundredths(written: z.output<typeof points>): ScoreRange {
  const { low, high } = typeof written === 'number' ? { low: written, high: written } : written
  return { low: hundredths(low), high: hundredths(high) }
}

function compareWith(
  expect: z.output<typeof exampleSchema>['expect'],
  rating: Rating,
  fault: (message: string) => void,
): void {
  const same = (what: string, wanted: unknown, got: unknown) => {
    if (String(wanted) !== String(got)) fault(`${what}: expected ${String(wanted)}, came out ${String(got)}`)
  }
  const sure = (list: readonly { readonly id: string; readonly is: string }[]) =>
    list
      .filter(one => one.is === 'yes')
      .map(one => one.id)
      .join()
  if (expect.score !== undefined) same('score', show(inHundredths(expect.score)), show(rating.score))
  if (expect.grade !== undefined) same('grade', expect.grade, rating.grades.join(' or '))
  if (expect.stage !== undefined) same('stage', expect.stage, rating.stages.map(stage => stage.id).join(' or '))
  if (expect.passes !== undefined) same('passes', expect.passes, rating.passes.is)
  if (expect.knockouts)
    same(
      'knockouts',
      expect.knockouts.join(),
      sure(rating.knockouts.map(one => ({ id: one.knockout.id, is: one.verdict.is }))),
    )
  if (expect.evidence)
    same(
      'evidence',
      expect.evidence.join(),
      sure(rating.evidence.map(one => ({ id: one.evidence.id, is: one.verdict.is }))),
    )
  for (const [id, wanted] of Object.entries(expect.dimensions ?? {})) {
    const found = rating.dimensions.find(one => one.dimension.id === id)
    same(`points of ${id}`, show(inHundredths(wanted)), found ? show(found) : 'no such dimension')
  }
  for (const [id, wanted] of Object.entries(expect.parts ?? {})) {
    const found = rating.partials.find(one => one.characteristic.id === id)
    same(`points of ${id}`, show(inHundredths(wanted)), found ? show(found) : 'no such characteristic')
  }
}

/** Every example of one model, run on the day the model came into force. */
export function checkModelExamples(model: RatingModel, file: string, rulebook: Rulebook): DataProblem[] {
  const problems: DataProblem[] = []
  const report = collect(file, problems)
  for (const [index, raw] of model.examples.entries()) {
    const path = ['examples', index]
    const written = readShape(exampleSchema, raw, (code, where, message) => report(code, [...path, ...where], message))
    if (!written) continue
    const { name, facts, expect } = written
    const dossier = readAnswers(facts, rulebook.facts, '', (code, where, message) =>
      report(code, [...path, 'facts', ...where], message),
    )
    compareWith(expect, rateBy(model, read(rulebook, dossier, model.from)), message =>
      report('example-failed', path, `${name}: ${message}`),
    )
  }
  return problems
}
