// The gate for stored JSON: nothing goes into a JSON column that its schema would not read back, and nothing comes out
// unread. Problems name paths, never values.
import { z } from 'zod'
import { type Card, type Case, caseSchema, paperSchema, type Sender } from '#bot'
import { LANGUAGES } from '#engine'
import { PLATFORMS, type Received } from '../received.ts'
import { hygienic } from '../unicode.ts'
import { StoreError } from './store-error.ts'

const lineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('head'), text: z.string() }),
  z.strictObject({ kind: z.literal('field'), label: z.string(), value: z.string() }),
  z.strictObject({ kind: z.literal('item'), text: z.string(), detail: z.string().optional() }),
  z.strictObject({ kind: z.literal('quote'), who: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('file'), file: z.string(), name: z.string(), detail: z.string() }),
])

const buttonSchema = z.strictObject({
  text: z.string(),
  press: z.string(),
  style: z.enum(['primary', 'danger']).optional(),
})

const cardSchema = z.strictObject({
  title: z.string().optional(),
  lines: z.array(lineSchema).readonly(),
  buttons: z.array(z.array(buttonSchema).readonly()).readonly().optional(),
  note: z.string().optional(),
  calls: z.array(z.string()).readonly().optional(),
  recalled: z.literal(true).optional(),
  notice: z.strictObject({ title: z.string(), lines: z.array(lineSchema).readonly(), open: z.string() }).optional(),
})

const senderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('enterprise') }),
  z.strictObject({ kind: z.literal('staff'), desk: z.string(), person: z.string(), name: z.string() }),
  z.strictObject({ kind: z.literal('clock') }),
])

const receivedSchema = z.strictObject({
  platform: z.enum(PLATFORMS),
  eventId: z.string().min(1),
  at: z.string().refine(at => Number.isFinite(Date.parse(at)), 'an instant'),
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('conversation'), peer: z.string().min(1) }),
    z.strictObject({ kind: z.literal('thread'), thread: z.string().min(1) }),
    z.strictObject({ kind: z.literal('case'), case: z.string().min(1) }),
  ]),
  from: senderSchema,
  language: z.enum(LANGUAGES).optional(),
  event: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('text'),
      text: z.string(),
      message: z.strictObject({ id: z.string(), edited: z.boolean() }).optional(),
    }),
    z.strictObject({ kind: z.literal('press'), press: z.string() }),
    z.strictObject({
      kind: z.literal('form'),
      press: z.string(),
      values: z.record(z.string(), z.array(z.string()).readonly()).readonly(),
    }),
    z.strictObject({ kind: z.literal('open'), channel: z.string().max(64).optional() }),
    z.strictObject({ kind: z.literal('away') }),
    z.strictObject({ kind: z.literal('tick'), what: z.string() }),
    z.strictObject({ kind: z.literal('paper'), paper: paperSchema }),
  ]),
})

/** Refuses to compile when one of the types has grown and its schema here has not. */
type Covers<Whole, Part extends Whole> = Whole extends Part ? true : never
const COVERED: [
  Covers<z.output<typeof cardSchema>, Card>,
  Covers<z.output<typeof senderSchema>, Sender>,
  Covers<z.output<typeof receivedSchema>, Received>,
] = [true, true, true]
void COVERED

/** A copy as it will come back, whichever platform it came from: PostgreSQL refuses NUL and half a surrogate pair, people the rest. */
function storable(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, part) => (typeof part === 'string' ? hygienic(part) : part))
}

function gate<T>(what: string, schema: z.ZodType<T>) {
  const problems = (error: z.ZodError) => error.issues.map(issue => `${issue.path.join('.')}: ${issue.code}`).join('; ')
  return {
    read: (stored: unknown): T => {
      const result = schema.safeParse(stored)
      if (result.success) return result.data
      throw new StoreError('unreadable', `a stored ${what} cannot be read: ${problems(result.error)}`)
    },
    write: (value: T): T => {
      const result = schema.safeParse(storable(value))
      if (result.success) return result.data
      throw new StoreError('unstorable', `this ${what} must not be stored: ${problems(result.error)}`)
    },
  }
}

export const caseGate = gate<Case>('case', caseSchema)
export const cardGate = gate<Card>('card', cardSchema)
export const receivedGate = gate<Received>('event', receivedSchema)
