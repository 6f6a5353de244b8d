// What a lead was applied for on, as it is stored with it: the day, the answers that are nobody's name, the ratings the company
// was shown, and the published terms of what it chose. Ratings come out of it again bit for bit, whatever versions came later.
import { z } from 'zod'
import { dossierSchema } from '#engine'

/** hundredths of a point */
const range = z.tuple([z.number(), z.number()]).readonly()
const answered = z.enum(['yes', 'no', 'open'])

/** See RatingRecord in engine/recompute.ts. */
const ratingSchema = z.strictObject({
  model: z.string(),
  version: z.string(),
  score: range,
  grades: z.array(z.string()).readonly(),
  stages: z.array(z.string()).readonly(),
  applies: answered,
  passes: answered,
  knockedOut: answered,
  noLoan: answered,
  dimensions: z.record(z.string(), range),
  parts: z.record(z.string(), range),
  knockouts: z.record(z.string(), answered),
  evidence: z.record(z.string(), answered),
  lacks: z.array(z.string()).readonly(),
})

export const basisSchema = z.strictObject({
  /** days since 1970, on the clock of China */
  day: z.int(),
  answers: dossierSchema,
  ratings: z.array(ratingSchema),
  /** as published then, in short (bot/terms.ts), and whether it fitted */
  products: z.array(z.strictObject({ product: z.string(), terms: z.string(), fits: answered })),
})
export type Basis = z.output<typeof basisSchema>
