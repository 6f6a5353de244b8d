// One enterprise's case: its conversation, the leads it agreed to and the visits it asked for. This is all that is
// stored; everything shown is computed from it, so a deploy strands nobody.
import { z } from 'zod'
import { dossierSchema, LANGUAGES, valueSchema } from '#engine'
import { basisSchema } from './bank/basis-record.ts'
import { paperSchema, talkSchema } from './relay/talk-record.ts'
import { visitSchema } from './service/visit-record.ts'

export { VISIT_STATES, type Visit, type VisitState } from './service/visit-record.ts'

const instant = z.string()

/** What the bot waits for. A text that is nothing else is read as an answer to this. */
export const pendingSchema = z.discriminatedUnion('kind', [
  /** one fact, or several asked together by one request */
  z.strictObject({
    kind: z.literal('ask'),
    facts: z.array(z.string()).min(1),
    request: z.string().optional(),
    /** the card's slot, when pressing its options changes it in place */
    slot: z.string().optional(),
    failures: z.int(),
  }),
  /** "记为约 2000 万，对吗？": values that are stored only after a yes */
  z.strictObject({
    kind: z.literal('confirm'),
    values: z
      .array(
        z.strictObject({
          fact: z.string(),
          choices: z.array(valueSchema).min(1),
          /** the earlier answer it does not agree with */
          against: z.string().optional(),
        }),
      )
      .min(1),
    failures: z.int(),
  }),
  /** what was read on a pasted page, shown and not stored before a yes; `doubts` are asked after it */
  z.strictObject({
    kind: z.literal('page'),
    values: z.array(z.strictObject({ fact: z.string(), value: valueSchema, approximate: z.boolean() })).min(1),
    doubts: z.array(z.strictObject({ fact: z.string(), choices: z.array(valueSchema).min(1) })),
    failures: z.int(),
  }),
  /** consent for one receiver: the fields shown, those unticked */
  z.strictObject({
    kind: z.literal('consent'),
    receiver: z.string(),
    fields: z.array(z.string()),
    without: z.array(z.string()),
    failures: z.int(),
  }),
  z.strictObject({ kind: z.literal('delete'), failures: z.int() }),
  z.strictObject({ kind: z.literal('restart'), failures: z.int() }),
  /** the next words go to this lead or visit */
  z.strictObject({ kind: z.literal('reply'), lead: z.string() }),
  /** a paper came, and it is not clear to whom it is to go */
  z.strictObject({ kind: z.literal('paper'), paper: paperSchema }),
])
export type Pending = z.output<typeof pendingSchema>

export const consentSchema = z.strictObject({
  id: z.string(),
  /** institution or team id */
  receiver: z.string(),
  purpose: z.enum(['credit-assessment', 'visit']),
  fields: z.array(z.string()),
  /** version of the consent text that was shown */
  text: z.string(),
  by: z.string(),
  at: instant,
  /** the event in which it was given, as its platform numbers it; not kept before 2026-11-22 */
  event: z.string().optional(),
  withdrawnAt: instant.optional(),
  /** agreed beforehand: used only when nobody takes the lead at an earlier receiver; which products */
  standby: z.array(z.string()).optional(),
})
export type Consent = z.output<typeof consentSchema>

/**
 * National words: 申报 → 推荐 → 已领取 → 洽谈/尽调 → 意向 → 授信 → 放款, or 婉拒, 联系不上, 梗阻, 已转出 (nobody took it),
 * or 撤回 by the company.
 */
export const LEAD_STATES = [
  'applied',
  'offered',
  'taken',
  'talking',
  'intent',
  'granted',
  'paid',
  'refused',
  'unreachable',
  'blocked',
  'passed',
  'withdrawn',
] as const
/** What happens by itself when nobody reacts. */
export const LADDER_ACTS = ['offer', 'nudge', 'next-person', 'manager', 'elsewhere', 'reoffer', 'close'] as const
export const LEAD_KINDS = ['application', 'pre-offer'] as const
export const leadSchema = z.strictObject({
  id: z.string(),
  receiver: z.string(),
  products: z.array(z.string()),
  consent: z.string(),
  /** what it was applied for on; leads from before this was kept have none */
  basis: basisSchema.optional(),
  state: z.enum(LEAD_STATES),
  /** who began it: the company (without this field), or the institution's list of pre-offers */
  kind: z.enum(LEAD_KINDS).optional(),
  /** the account that acts; `name` as shown */
  owner: z.strictObject({ person: z.string(), name: z.string() }).optional(),
  /** listed person who is to act now: asked to take it, or its owner */
  holder: z.string().optional(),
  /** listed people it was put to, in order */
  asked: z.array(z.string()).optional(),
  /** taken by somebody it was not put to */
  picked: z.boolean().optional(),
  refusal: z.string().optional(),
  /** why it cannot go on, code of the script */
  blockage: z.string().optional(),
  /** fen, yearly ppm, months, as the clerk reported them; days from the application to the credit line */
  amount: z.number().optional(),
  rate: z.int().optional(),
  months: z.int().optional(),
  days: z.int().optional(),
  /** the clerk pressed 授信 or 放款 and still owes the amount */
  awaiting: z.enum(['granted', 'paid']).optional(),
  /** since when nobody reacted, and what was done about it: how many steps, and the last */
  ladder: z.strictObject({ since: instant, rung: z.int(), did: z.enum(LADDER_ACTS).optional() }).optional(),
  /** when the next step happens by itself; every open lead has one */
  due: instant.optional(),
  /** put off by its owner until then */
  snoozed: instant.optional(),
  /** the lead it was passed on from */
  from: z.string().optional(),
  /** which company, the same in all its chats */
  firm: z.string().optional(),
  /** an open lead of the same company at the same receiver, from another chat */
  twin: z.string().optional(),
  talk: talkSchema.optional(),
  history: z.array(z.strictObject({ state: z.enum(LEAD_STATES), at: instant, by: z.string() })),
})
export type Lead = z.output<typeof leadSchema>
export type LeadState = (typeof LEAD_STATES)[number]

export const caseSchema = z.strictObject({
  id: z.string(),
  language: z.enum(LANGUAGES),
  openedAt: instant,
  answers: dossierSchema,
  skipped: z.array(z.string()),
  /** facts in the order they were answered: "back" undoes the last */
  trail: z.array(z.string()),
  pending: pendingSchema.optional(),
  /** what the owner set out to do and what is still being collected for: a lead to one receiver, or a visit */
  goal: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('lead'),
        receiver: z.string(),
        products: z.array(z.string()).min(1),
        standby: z.boolean().optional(),
        preOffer: z.boolean().optional(),
      }),
      /** `by`: the desk that proposed it */
      z.strictObject({ kind: z.literal('visit'), team: z.string(), by: z.string().optional() }),
    ])
    .optional(),
  /** the bot has greeted and shown the privacy line */
  greeted: z.boolean(),
  paused: z.boolean(),
  /** requests asked since the results were last shown */
  asked: z.int(),
  /**
   * how far the owner wants to be asked: until the first results, until grade and plans are proven, until nothing is open,
   * or not at all since the results were shown
   */
  asking: z.enum(['first', 'proof', 'all', 'no']).default('first'),
  /** the plan was shown at least once */
  shown: z.boolean(),
  /** failures in a row to understand: after two, choices; then a person */
  failures: z.int(),
  /** asks one thing at a time, for those who press rather than type */
  singly: z.boolean().optional(),
  /** the one reminder of a talk that was left: its timer is set, or it has been said */
  nudge: z.enum(['waiting', 'said']).optional(),
  consents: z.array(consentSchema),
  leads: z.array(leadSchema),
  visits: z.array(visitSchema),
  /** answers to the three questions after a lead */
  feedback: z
    .array(z.strictObject({ lead: z.string(), question: z.string(), yes: z.boolean(), at: instant }))
    .optional(),
  /** asked to hear when something new fits: what fitted on the day last looked at, and when it was last told */
  news: z
    .strictObject({
      since: instant,
      /** days since 1970 */
      day: z.int(),
      fits: z.array(z.strictObject({ product: z.string(), terms: z.string() })),
      toldAt: instant.optional(),
      /** products whose pre-offer was declined */
      declined: z.array(z.string()).optional(),
    })
    .optional(),
  /** 认定 and 评级, noted once each */
  reached: z.array(z.enum(['recognised', 'rated'])).optional(),
  /** the park or partner whose link the company first came by */
  channel: z.string().optional(),
  /** which facts the latest messages answered, oldest first: a message that is changed later belongs to them still */
  told: z.array(z.strictObject({ message: z.string(), facts: z.array(z.string()) })).optional(),
  /** told that everything will be erased from then on; or, when somebody came back, since when it is kept */
  expiry: z.strictObject({ erasedFrom: instant.optional(), keptAt: instant.optional() }).optional(),
  /** told last that it writes faster than its messages are played */
  pacedAt: instant.optional(),
  /** wants no messages that nobody asked for */
  quiet: z.boolean().optional(),
  /** counts up for ids of leads, visits and consents */
  serial: z.int(),
})
export type Case = z.output<typeof caseSchema>

/** A case that has just been opened. */
export function newCase(id: string, at: string): Case {
  return {
    id,
    language: 'zh',
    openedAt: at,
    answers: {},
    skipped: [],
    trail: [],
    greeted: false,
    paused: false,
    asked: 0,
    asking: 'first',
    shown: false,
    failures: 0,
    consents: [],
    leads: [],
    visits: [],
    serial: 0,
  }
}
