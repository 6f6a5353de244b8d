// A fault in a data file, said so that the officer who wrote it can find it. Problems are collected, never thrown:
// a start is refused once, with all of them.
import type { z } from 'zod'

/** Where in a parsed file something stands: keys and indexes from the root. */
export type DataPath = readonly (string | number)[]

export const PROBLEM_CODES = {
  shape: 'the text has not the expected form',
  'unknown-fact': 'no fact has this id',
  'unknown-model': 'no rating model has this id',
  'unknown-option': 'the fact has no such option',
  'unknown-name': 'a name is used that is defined nowhere',
  'bad-quantity': 'an amount, percent, duration or date cannot be read',
  implausible: 'a quantity can be read and yet cannot be meant',
  'unit-mismatch': 'two quantities of different kinds are compared or combined',
  'bands-disorder': 'bands overlap, leave a gap or are not in descending order',
  'points-mismatch': 'points exceed or miss the stated maximum',
  duplicate: 'the same id is given twice',
  'date-order': 'a period ends before it begins',
  'example-failed': 'an example in the file does not come out as it says',
  frozen: 'a model in force was changed',
  cycle: 'definitions refer to each other in a circle',
} as const

export type ProblemCode = keyof typeof PROBLEM_CODES

/** One fault: `file` and `path` say where; the loader adds the line. */
export interface DataProblem {
  readonly code: ProblemCode
  readonly file: string
  readonly path: DataPath
  readonly message: string
}

/** Collects problems while one file is read. */
export type Report = (code: ProblemCode, path: DataPath, message: string) => void

export function collect(file: string, problems: DataProblem[]): Report {
  return (code, path, message) => problems.push({ code, file, path, message })
}

const pathOf = (path: readonly PropertyKey[]): DataPath =>
  path.map(key => (typeof key === 'symbol' ? String(key) : key))

/** What a file holds, if it has the form of the schema; otherwise every fault of its form is reported. */
export function readShape<S extends z.ZodType>(schema: S, raw: unknown, report: Report): z.output<S> | undefined {
  const { success, data, error } = schema.safeParse(raw)
  if (success) return data
  for (const issue of error.issues) report('shape', pathOf(issue.path), issue.message)
  return undefined
}

/** The parsed thing, or every fault that stands in its way. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: DataProblem[] }
