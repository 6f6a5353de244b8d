// What is kept of a visit by one service team, from the wish to the last thing that was agreed on and done.
import { z } from 'zod'
import { dossierSchema } from '#engine'
import { talkSchema } from '../relay/talk-record.ts'

const instant = z.string()

export const VISIT_STATES = [
  'requested',
  'accepted',
  'scheduled',
  'reporting',
  'reported',
  'cancelled',
  'withdrawn',
] as const
/** Parts of the report, one of which is open at a time. */
export const REPORT_PARTS = ['topics', 'facts', 'findings', 'papers', 'steps'] as const
export const STEP_OWNERS = ['team', 'enterprise'] as const

const reportSchema = z.strictObject({
  topics: z.array(z.string()),
  note: z.string(),
  facts: dossierSchema,
  /** which part the buttons are for */
  part: z.enum(REPORT_PARTS).optional(),
  /** problems offered, by the fact that shows them, in the order of their buttons */
  offered: z.array(z.string()).default([]),
  /** of these, the ones found on site */
  findings: z.array(z.string()).default([]),
  /** documents seen, ids of matching/documents.yaml */
  papers: z.array(z.string()).default([]),
  /** what happens next: code of the script, who, and by which day (days since 1970) */
  steps: z
    .array(
      z.strictObject({
        code: z.string(),
        owner: z.enum(STEP_OWNERS),
        due: z.int(),
        doneAt: instant.optional(),
      }),
    )
    .default([]),
})
export type VisitReport = z.output<typeof reportSchema>
export type VisitStep = VisitReport['steps'][number]

export const visitSchema = z.strictObject({
  id: z.string(),
  team: z.string(),
  consent: z.string(),
  topics: z.array(z.string()),
  state: z.enum(VISIT_STATES),
  owner: z.strictObject({ person: z.string(), name: z.string() }).optional(),
  /** id of the listed person who has it, or is asked to take it */
  holder: z.string().optional(),
  /** ids of listed people who were asked, in order */
  asked: z.array(z.string()).optional(),
  /** the company heard that nobody has accepted it yet */
  told: z.boolean().optional(),
  /** the desk that proposed it; without, the company asked */
  proposedBy: z.string().optional(),
  /** ISO instant of the visit */
  time: instant.optional(),
  /** how often the time was set: calendars show the newest */
  sequence: z.int().optional(),
  /** the company said that the time suits */
  confirmed: z.boolean().optional(),
  /** both have been reminded of this time */
  reminded: z.boolean().optional(),
  /** nobody was there: when */
  missed: z.array(instant).optional(),
  /** since when nobody reacted, and how often it was said */
  ladder: z.strictObject({ since: instant, rung: z.int() }).optional(),
  /** when the next step happens by itself */
  due: instant.optional(),
  report: reportSchema.optional(),
  talk: talkSchema.optional(),
  history: z.array(z.strictObject({ state: z.enum(VISIT_STATES), at: instant, by: z.string() })),
})
export type Visit = z.output<typeof visitSchema>
export type VisitState = (typeof VISIT_STATES)[number]
