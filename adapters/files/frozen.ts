// Hashes the model files and compares them with engine/models/FROZEN: the computing of the hashes is the only part of
// freezing that needs a disk.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkFrozen, type DataProblem, dayOf, FROZEN_FILE, type Rulebook } from '#engine'
import { yamlFiles } from './yaml.ts'

const MODELS = 'engine/models'

/** Today as the engine counts days. */
export function today(): number {
  const day = dayOf(new Date().toISOString().slice(0, 10))
  if (day === undefined) throw new Error('the clock gives no date')
  return day
}

/** Every fault of the frozen models below `root`. */
export function frozenProblems(root: string, rulebook: Rulebook, day = today()): DataProblem[] {
  const hashes = new Map(
    yamlFiles(root, MODELS).map(file => {
      const hash = createHash('sha256')
        .update(readFileSync(path.join(root, file)))
        .digest('hex')
      return [file.slice(MODELS.length + 1), hash]
    }),
  )
  const list = path.join(root, FROZEN_FILE)
  return checkFrozen(
    existsSync(list) ? readFileSync(list, 'utf8') : '',
    hashes,
    [...rulebook.models.values()].flat(),
    day,
  )
}
