// Reads test specifications of Recognizers-Text (a JSON list of Input and Results) and scores how our values agree with them:
// numbers, percentages and sums in yuan. Other kinds are left out and counted.

import { z } from 'zod'
import { type Mention, normalise, readValues } from '#bot'
import { FEN_PER_YUAN, PPM_PER_PERCENT } from '#engine'
import type { Fault } from './evaluate-facts.ts'

const specSchema = z.array(
  z.object({
    Input: z.string(),
    NotSupported: z.string().optional(),
    Results: z
      .array(
        z.object({
          Text: z.string(),
          TypeName: z.string(),
          Resolution: z.object({ value: z.unknown(), unit: z.unknown() }).partial().nullish(),
        }),
      )
      .default([]),
  }),
)
export type Spec = z.output<typeof specSchema>

/** The specification in a file, or undefined when it is none. */
export function parseSpecs(content: string): Spec | undefined {
  if (
    !content
      .replace(/^\uFEFF/, '')
      .trimStart()
      .startsWith('[')
  )
    return undefined
  try {
    const read = specSchema.safeParse(JSON.parse(content.replace(/^\uFEFF/, '')))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

export interface SpecScore {
  readonly expressions: number
  /** kinds that are none of ours, and foreign money */
  readonly leftOut: number
  /** shares of the expressions, 0…1 */
  readonly right: number
  readonly wrong: number
  readonly faults: readonly Fault[]
}

const PER: Readonly<Record<string, number>> = { number: 1, percentage: PPM_PER_PERCENT, currency: FEN_PER_YUAN }
const YUAN = /yuan|renminbi|人民币|元|CNY/i

/** What a result says in our units, or undefined when it is not ours to read. */
function meant(result: Spec[number]['Results'][number]): number | undefined {
  const factor = PER[result.TypeName]
  const value = Number(String(result.Resolution?.value ?? '').replace('%', ''))
  if (factor === undefined || Number.isNaN(value) || result.Resolution?.value === null) return undefined
  if (result.TypeName === 'currency' && !YUAN.test(String(result.Resolution?.unit ?? ''))) return undefined
  return value * factor
}

const inUnits = (found: Mention, type: string): number | undefined => {
  if (type === 'percentage') return found.kind === 'percent' ? found.low : undefined
  if (type === 'currency') return found.kind === 'money' ? found.low : undefined
  return found.kind === 'money' ? found.low / FEN_PER_YUAN : found.low
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(1e-6, Math.abs(b) * 1e-9)

/** Scores all expressions of a specification; `today` in days since 1970. */
export function evaluateSpecs(specs: Spec, today: number): SpecScore {
  const faults: Fault[] = []
  let [expressions, leftOut, right] = [0, 0, 0]
  specs.forEach(({ Input, Results }, index) => {
    const found = readValues(normalise(Input), today)
    for (const result of Results) {
      const value = meant(result)
      if (value === undefined) {
        leftOut += 1
        continue
      }
      expressions += 1
      const values = found.flatMap(each => inUnits(each, result.TypeName) ?? [])
      if (values.some(each => near(each, value))) right += 1
      else {
        const heard = values.length === 0 ? '-' : values.join(' ')
        const kind = values.length === 0 ? 'missed' : 'wrong'
        faults.push({ kind, line: index + 1, text: Input, fact: result.TypeName, meant: String(value), heard })
      }
    }
  })
  const wrong = faults.filter(each => each.kind === 'wrong').length
  return { expressions, leftOut, right: right / expressions, wrong: wrong / expressions, faults }
}
