// What is kept of a talk between a company and one desk about one lead or visit: who wrote last and whether the other side
// has been there since, what was asked for, which papers came, and who ended it. The words themselves are messages.
import { z } from 'zod'

const instant = z.string()
export const SIDES = ['desk', 'enterprise'] as const
export type Side = (typeof SIDES)[number]

/** When a side last wrote, and when the other side first did something here after that. */
const wordsSchema = z.strictObject({ at: instant, readAt: instant.optional() })

/** A paper: its name and kind as they came; its bytes stand in the store under this id and are never opened by us. */
export const paperSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** pdf, jpg or png, told by its first bytes */
  type: z.string(),
  bytes: z.int(),
})
export type Paper = z.output<typeof paperSchema>

export const talkSchema = z.strictObject({
  desk: wordsSchema.optional(),
  enterprise: wordsSchema.optional(),
  /** what was asked for by one press, code of the script; answered by words or a paper */
  requests: z.array(z.strictObject({ code: z.string(), at: instant, answeredAt: instant.optional() })).default([]),
  papers: z.array(paperSchema.extend({ at: instant })).default([]),
  ended: z.strictObject({ by: z.enum(SIDES), at: instant }).optional(),
})
export type Talk = z.output<typeof talkSchema>

export const NO_TALK: Talk = { requests: [], papers: [] }
