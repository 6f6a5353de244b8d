// Runs the examples that stand beside a model. An example that does not come out is a fault of the file, with what came
// out instead.
import { z } from 'zod'
import { readAnswers } from './answers.ts'
import type { RatingModel } from './model.ts'
import { reportShape } from './model.ts'
import { collect, type DataProblem } from './problem.ts'
import { UNITS_PER_POINT } from './quantity.ts'
import { rateBy } from './rate.ts'
import type { Rating, ScoreRange } from './rating.ts'
import { type Rulebook, read } from './rulebook.ts'

const exampleSchema = z.strictObject({
  name: z.string().min(1),
  facts: z.record(z.string(), z.unknown()),
  expect: z.strictObject({
    score: z.union([z.number(), z.strictObject({ low: z.number(), high: z.number() })]).optional(),
    grade: z.string().optional(),
    stage: z.string().optional(),
    passes: z.enum(['yes', 'no', 'open']).optional(),
    parts: z.record(z.string(), z.number()).optional(),
    knockouts: z.array(z.string()).optional(),
  }),
})

const show = ({ low, high }: ScoreRange): string =>
  low === high ? String(low / UNITS_PER_POINT) : `${low / UNITS_PER_POINT}…${high / UNITS_PER_POINT}`

function compareWith(
  expect: z.output<typeof exampleSchema>['expect'],
  rating: Rating,
  fault: (message: string) => void,
): void {
  const same = (what: string, wanted: unknown, got: unknown) => {
    if (String(wanted) !== String(got)) fault(`${what}: expected ${String(wanted)}, came out ${String(got)}`)
  }
  if (typeof expect.score === 'number') same('score', expect.score, show(rating.score))
  else if (expect.score) same('score', `${expect.score.low}…${expect.score.high}`, show(rating.score))
  if (expect.grade !== undefined) same('grade', expect.grade, rating.grades.join(' or '))
  if (expect.stage !== undefined) same('stage', expect.stage, rating.stages.map(stage => stage.id).join(' or '))
  if (expect.passes !== undefined) same('passes', expect.passes, rating.passes.is)
  if (expect.knockouts)
    same(
      'knockouts',
      expect.knockouts.join(),
      rating.knockouts
        .filter(one => one.verdict.is === 'yes')
        .map(one => one.knockout.id)
        .join(),
    )
  for (const [id, points] of Object.entries(expect.parts ?? {})) {
    const partial = rating.partials.find(one => one.characteristic.id === id)
    same(`points of ${id}`, points, partial ? show(partial) : 'no such characteristic')
  }
}

/** Every example of one model, run on the day the model came into force. */
export function checkModelExamples(model: RatingModel, file: string, rulebook: Rulebook): DataProblem[] {
  const problems: DataProblem[] = []
  const report = collect(file, problems)
  for (const [index, raw] of model.examples.entries()) {
    const path = ['examples', index]
    const shape = exampleSchema.safeParse(raw)
    if (!shape.success) {
      reportShape(shape.error, (code, where, message) => report(code, [...path, ...where], message))
      continue
    }
    const { name, facts, expect } = shape.data
    const dossier = readAnswers(facts, rulebook.facts, '', (code, where, message) =>
      report(code, [...path, 'facts', ...where], message),
    )
    compareWith(expect, rateBy(model, read(rulebook, dossier, model.from)), message =>
      report('example-failed', path, `${name}: ${message}`),
    )
  }
  return problems
}
