// A model in force is frozen: FROZEN names each one with the sha256 of its file, as `sha256sum` prints it. A rating given
// once can then be worked out again, and a change has to be a new file with a later date.
import type { RatingModel } from './model.ts'
import type { DataProblem } from './problem.ts'
import { isoOf } from './quantity.ts'

export const FROZEN_FILE = 'engine/models/FROZEN'
const LINE = /^([0-9a-f]{64}) [ *](\S+)$/

/** Where a version of a model stands, below engine/models. */
export const modelFile = (model: Pick<RatingModel, 'id' | 'version'>): string => `${model.id}/${model.version}.yaml`

type Placed = DataProblem & { readonly line?: number }

/**
 * Compares the list with the files: what is listed must be there unchanged, and what is in force on a day (days since
 * 1970) must be listed. `hashes` holds the sha256 of every file below engine/models.
 */
export function checkFrozen(
  list: string,
  hashes: ReadonlyMap<string, string>,
  models: readonly RatingModel[],
  today: number,
): Placed[] {
  const problems: Placed[] = []
  const seen = new Set<string>()
  for (const [index, text] of list.split('\n').entries()) {
    if (text.trim() === '') continue
    const fault = (message: string) =>
      problems.push({ code: 'frozen', file: FROZEN_FILE, path: [], message, line: index + 1 })
    const [, hash, file] = LINE.exec(text.replace(/\r$/, '')) ?? []
    if (hash === undefined || file === undefined) {
      fault('a line is written as sha256sum prints it: 64 hexadecimal digits, two blanks, the file')
      continue
    }
    if (seen.has(file)) fault(`${file} is frozen twice`)
    seen.add(file)
    const now = hashes.get(file)
    if (now === undefined) fault(`${file} is frozen and gone: a rating by it could not be worked out again`)
    else if (now !== hash)
      fault(`${file} is in force and was changed: undo it, and write a new file with a later effectiveFrom`)
  }
  for (const model of models) {
    const file = modelFile(model)
    if (model.from > today || seen.has(file)) continue
    const how = `cd engine/models && sha256sum ${file} >> FROZEN`
    const message = `in force since ${isoOf(model.from)}, but not frozen: ${how}`
    problems.push({ code: 'frozen', file: `engine/models/${file}`, path: ['effectiveFrom'], message })
  }
  return problems
}
