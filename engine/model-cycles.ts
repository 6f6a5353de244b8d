// Models may ask for each other's grades and passes, but never in a circle: nobody could work such a rating out.
import { type Condition, testsOf } from './condition.ts'
import type { RatingModel } from './model.ts'

/** Every condition of a model, with where it stands in the file. */
export function conditionsOf(model: RatingModel): { path: readonly (string | number)[]; condition: Condition }[] {
  const listed = <T>(place: readonly string[], list: readonly T[], of: (one: T) => Condition | undefined) =>
    list.flatMap((one, index) => {
      const condition = of(one)
      return condition ? [{ path: [...place, index, 'when'], condition }] : []
    })
  const tables = model.characteristics.flatMap((one, index) =>
    [...(one.score ? [one.score] : []), ...one.byStage.values()].flatMap(scoring =>
      scoring.rows.flatMap(row =>
        row.condition ? [{ path: ['characteristics', index], condition: row.condition }] : [],
      ),
    ),
  )
  return [
    { path: ['scope'], condition: model.scope },
    { path: ['gates'], condition: model.gates },
    ...(model.directPass ? [{ path: ['directPass'], condition: model.directPass }] : []),
    ...listed(['knockouts'], model.knockouts, one => one.when),
    ...listed(['evidence'], model.evidence, one => one.when),
    ...listed(['grades', 'list'], model.grades?.list ?? [], one => one.when),
    ...tables,
  ]
}

const modelsIn = (condition: Condition): readonly string[] =>
  testsOf(condition).flatMap(({ subject }) => ('model' in subject ? [subject.model] : []))

/** The first place in a model from which its own rating would be needed again; any version of a model may be meant. */
export function cycleOf(
  model: RatingModel,
  models: ReadonlyMap<string, readonly RatingModel[]>,
): readonly (string | number)[] | undefined {
  const leadsBack = (id: string, seen: ReadonlySet<string>): boolean => {
    if (id === model.id) return true
    if (seen.has(id)) return false
    const further = new Set([...seen, id])
    return (models.get(id) ?? []).some(version =>
      conditionsOf(version).some(({ condition }) => modelsIn(condition).some(next => leadsBack(next, further))),
    )
  }
  return conditionsOf(model).find(({ condition }) => modelsIn(condition).some(id => leadsBack(id, new Set())))?.path
}
