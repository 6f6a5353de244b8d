// Score tables compiled for many companies: every form becomes a kernel; the best or the sum of several runs theirs on sums of
// its own.
import type { Expression } from '../expression.ts'
import type { Scoring } from '../score-table.ts'
import { factTrack } from './facts.ts'
import { AS_WRITTEN, addPoints, type Kernel, type Selection, type Sums, scaled, sums, type Weight } from './kernel.ts'
import type { Program } from './program.ts'
import { expressionTrack } from './quantities.ts'
import { bandKernel } from './table-kernel.ts'
import { type ModelOf, verdictTrack } from './verdicts.ts'
import { caseKernel, expertKernel, optionKernel, stepKernel } from './word-kernel.ts'

const emptied = (into: Sums, count: number): Sums => {
  into.low.fill(0, 0, count)
  into.high.fill(0, 0, count)
  return into
}

/** Several tables, each with sums of its own, joined into one figure a row. */
function several(kernels: readonly Kernel[], weight: Weight, join: (values: readonly number[]) => number): Kernel {
  const parts = kernels.map(kernel => ({ kernel, own: sums() }))
  const ends = { low: kernels.map(() => 0), high: kernels.map(() => 0) }
  const add = (selection: Selection, into: Sums) => {
    for (const { kernel, own } of parts) kernel.add(selection, emptied(own, selection.count))
    for (let p = 0; p < selection.count; p++) {
      for (const [index, { own }] of parts.entries()) {
        ends.low[index] = own.low[p] as number
        ends.high[index] = own.high[p] as number
      }
      addPoints(into, p, scaled(join(ends.low), weight), scaled(join(ends.high), weight))
    }
  }
  return { add }
}

/** The kernel of a table, with the weight it has in the stage. */
export function kernelOf(program: Program, { form }: Scoring, modelOf: ModelOf, weight: Weight = AS_WRITTEN): Kernel {
  const trackOf = (expression: Expression) =>
    expressionTrack(program, expression.shape, id => factTrack(program, id)).track
  const parts = (list: readonly Scoring[]) => list.map(one => kernelOf(program, one, modelOf))
  switch (form.is) {
    case 'bands':
      return bandKernel(program, form, trackOf(form.of), weight)
    case 'steps':
      return stepKernel(program, form, trackOf(form.of), weight)
    case 'options':
      return optionKernel(program, form, weight)
    case 'cases': {
      const verdicts = form.cases.map(one => verdictTrack(program, one.condition, modelOf))
      return caseKernel(program, form, verdicts, weight)
    }
    case 'expert':
      return expertKernel(program, form, weight)
    case 'best':
      return several(parts(form.of), weight, values => Math.max(...values))
    case 'sum':
      return several(parts(form.of), weight, values =>
        Math.min(
          form.cap,
          values.reduce((a, b) => a + b, 0),
        ),
      )
    case 'weighted': {
      const own: Weight = { weight: form.weight, highest: form.highest }
      if (weight === AS_WRITTEN) return kernelOf(program, form.of, modelOf, own)
      return several([kernelOf(program, form.of, modelOf, own)], weight, values => values[0] ?? 0)
    }
  }
}
