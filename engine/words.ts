// Text for people, in the product's two languages. Chinese comes first; English stands beside it, never elsewhere.
import { z } from 'zod'

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export interface Words {
  readonly zh: string
  readonly en: string
}

const line = z.string().trim().min(1)
export const wordsSchema = z.strictObject({ zh: line, en: line })

/** How sure a number is: ★★★ official text seen, ★★ press or agency, ★ one broker page, ◇ unverified, 示意 ours. */
export const MARKS = ['★★★', '★★', '★', '◇', '示意'] as const
export type Mark = (typeof MARKS)[number]

/** Where a rule or number comes from. `date` is the date of the information, ISO. */
export interface Source {
  readonly title: string
  readonly mark: Mark
  readonly date?: string | undefined
  readonly url?: string | undefined
  readonly note?: string | undefined
}

export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is written YYYY-MM-DD')
export const sourceSchema = z.strictObject({
  title: line,
  mark: z.enum(MARKS),
  date: isoDate.optional(),
  url: line.optional(),
  note: line.optional(),
})
