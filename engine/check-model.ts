// Cross-checks of a compiled model: ids are unique, names exist, blocks can reach their points in every stage, grades run
// from best to worst, and nothing is rated out of nothing.
import type { Characteristic, Dimension, RatingModel, Stage } from './model.ts'
import type { DataPath, Report } from './problem.ts'

/** Full points of a characteristic in one stage. */
export function fullPoints(characteristic: Characteristic, stage: Stage | undefined): number {
  return (stage && characteristic.maxByStage.get(stage.id)) ?? characteristic.max
}

/** Full points of a block in one stage. */
export function fullBlock(dimension: Dimension, stage: Stage | undefined): number {
  return (stage && dimension.byStage.get(stage.id)) ?? dimension.max
}

/** Reports what the parts of a model say against each other. */
export function checkModel(model: RatingModel, report: Report): void {
  checkNames(model, report)
  checkBlocks(model, report)
  checkGrades(model, report)
  checkPass(model, report)
  if (model.characteristics.length === 0 && model.kind === 'points')
    report('shape', ['characteristics'], 'a model of kind points needs characteristics')
  const hasClasses = model.grades?.list.some(grade => grade.when !== undefined) ?? false
  if (model.characteristics.length === 0 && !hasClasses && model.gates.is !== 'test' && model.gates.of.length === 0)
    report('shape', [], 'a model without characteristics needs gates or grades with conditions')
}

function checkNames(model: RatingModel, report: Report): void {
  const repeated = (list: readonly { readonly id: string }[], path: DataPath) => {
    for (const [index, { id }] of list.entries())
      if (list.findIndex(other => other.id === id) < index)
        report('duplicate', [...path, index, 'id'], `${id} is given twice`)
  }
  repeated(model.stages?.list ?? [], ['stages', 'list'])
  repeated(model.dimensions, ['dimensions'])
  repeated(model.characteristics, ['characteristics'])
  repeated(model.knockouts, ['knockouts'])
  repeated(model.evidence, ['evidence'])
  repeated(model.grades?.list ?? [], ['grades', 'list'])
  for (const [index, c] of model.characteristics.entries())
    if (!model.dimensions.some(d => d.id === c.dimension))
      report('unknown-name', ['characteristics', index, 'dimension'], `the model has no dimension ${c.dimension}`)
}

function checkBlocks(model: RatingModel, report: Report): void {
  const stages = model.stages?.list ?? []
  for (const [index, dimension] of model.dimensions.entries()) {
    const own = model.characteristics.filter(one => one.dimension === dimension.id)
    for (const stage of dimension.byStage.keys())
      if (!stages.some(one => one.id === stage))
        report('unknown-name', ['dimensions', index, 'byStage', stage], `the model has no stage ${stage}`)
    for (const stage of stages.length > 0 ? stages : [undefined]) {
      const most = fullBlock(dimension, stage)
      const sum = own.reduce((total, one) => total + Math.max(0, fullPoints(one, stage)), 0)
      const path = stage && dimension.byStage.has(stage.id) ? ['byStage', stage.id] : ['max']
      if (most > dimension.max)
        report('points-mismatch', ['dimensions', index, ...path], `more than the block’s max ${dimension.max / 100}`)
      if (sum >= most) continue
      const message = `its characteristics give ${sum / 100} points at most, not ${most / 100}`
      report('points-mismatch', ['dimensions', index, ...path], message)
      break
    }
    if (dimension.notBelow !== undefined && dimension.notBelow > Math.min(0, dimension.max))
      report('points-mismatch', ['dimensions', index, 'notBelow'], 'notBelow limits deductions: it is at most 0')
  }
}

function checkGrades(model: RatingModel, report: Report): void {
  const grades = model.grades?.list ?? []
  let before: number | undefined
  for (const [index, grade] of grades.entries()) {
    const path = ['grades', 'list', index]
    const last = index === grades.length - 1
    if (last !== (grade.atLeast === undefined && grade.when === undefined))
      report('bands-disorder', path, 'every grade but the lowest says from how many points, or when, it holds')
    // a grade with a condition of its own may start at the same points as a better one, which the condition excludes
    if (before !== undefined && grade.atLeast !== undefined)
      if (grade.atLeast > before || (grade.atLeast === before && grades[index - 1]?.when === undefined))
        report('bands-disorder', [...path, 'atLeast'], 'grades run from best to worst without overlap')
    before = grade.atLeast ?? before
    if (grade.atLeast !== undefined && model.characteristics.length === 0)
      report('points-mismatch', [...path, 'atLeast'], 'the model gives no points')
  }
}

function checkPass({ pass, characteristics, grades }: RatingModel, report: Report): void {
  if (!pass) return
  for (const id of pass.nonZero)
    if (!characteristics.some(one => one.id === id))
      report('unknown-name', ['pass', 'nonZero'], `the model has no characteristic ${id}`)
  if (typeof pass.atLeast !== 'string') return
  if (!grades?.list.some(grade => grade.id === pass.atLeast))
    report('unknown-name', ['pass', 'atLeast'], `the model has no grade ${pass.atLeast}`)
  if (pass.above) report('shape', ['pass', 'above'], 'above belongs to points, not to a grade')
}
