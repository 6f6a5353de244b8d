// What officers may change about the talk without touching code: which ratings are shown, which fields a receiver needs,
// refusal reasons with their way back, visit topics and what each checks, terms to explain, limits.
import { z } from 'zod'
import {
  ALWAYS,
  type Condition,
  collect,
  type DataFile,
  type DataProblem,
  type FactId,
  parseCondition,
  type Report,
  type Rulebook,
  readShape,
  wordsSchema,
} from '#engine'
import { LADDER_ACTS } from './case.ts'
import { STEP_OWNERS } from './service/visit-record.ts'

const facts = z.array(z.string()).min(1)
const code = z
  .string()
  .regex(/^[a-z-]+$/)
  .max(20)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** Steps of a ladder: after so many working minutes without a reaction, this happens. The last repeats. */
const ladder = z.array(z.strictObject({ after: z.int().positive(), does: z.enum(LADDER_ACTS) })).min(1)
/** More buttons than this are no help on a phone. */
const QUICK_MAX = 10
const scriptSchema = z.strictObject({
  /** rating models shown to a company, in order: of each list the first that is made for it */
  ratings: z.array(z.array(z.strictObject({ model: z.string(), when: z.unknown().optional() })).min(1)).min(1),
  /** the natural requests a talk opens with */
  opening: z.array(z.string()).min(1),
  consent: z.strictObject({
    /** version of the consent text; a new text is a new version */
    text: z.string().min(1),
    /** always sent: without them a receiver cannot work */
    required: facts,
    /** sent unless the owner unticks them */
    optional: facts,
    /** the person's own data, asked when a receiver is chosen */
    contact: facts,
  }),
  refusals: z.record(code, z.strictObject({ title: wordsSchema, way: wordsSchema })),
  /** 梗阻: why a lead that is wanted cannot go on */
  blockages: z.record(code, z.strictObject({ title: wordsSchema, way: wordsSchema })),
  lead: z.strictObject({
    /** the fact that tells a company from all others */
    firm: z.string(),
    /** nobody has taken it */
    waiting: ladder,
    /** taken, and the owner has not begun */
    taken: ladder,
    /** under way, and the owner is silent */
    working: ladder,
    /** the company cannot be reached and does not answer */
    unreachable: ladder,
    /** between two messages that remind one person, at least; the daily summary is one of them */
    reminderMinutes: z.int().min(60),
    /** the same for what a manager has to assign: with the ladder of `waiting` it fits into one working day */
    assignMinutes: z.int().min(60),
    /** a receiver decides within so many days; before that its people are reminded */
    decisionDays: z.int().positive(),
    warningDays: z.int().positive(),
    /** of one company, at once and begun on one day */
    openMax: z.int().positive(),
    perDayMax: z.int().positive(),
    /** working days an owner may put a lead off */
    snoozeDays: z.array(z.int().positive()).min(1),
  }),
  /** what staff ask again and again: one press at the desk, one message to the company */
  requests: z.record(
    code,
    z.strictObject({
      title: wordsSchema,
      /** reads on after "某银行 某经理请您" */
      ask: wordsSchema,
      /** answered by a paper */
      papers: z.boolean(),
      for: z.array(z.enum(['lead', 'visit'])).min(1),
    }),
  ),
  visit: z.strictObject({
    /** the fact that holds the chosen topics */
    topics: z.string(),
    /** facts a visitor may confirm on site, by topic */
    checks: z.record(z.string(), facts),
    contact: facts,
    /** of these, the facts that name the company and where to go */
    company: z.string(),
    address: z.string(),
    /** the fact that tells how soon the company needs it, in days */
    urgency: z.string(),
    /** the fact that tells in which park it is */
    park: z.string(),
    /** begin of a visit, in hours and minutes of China, for the morning and the afternoon; its length in minutes */
    slots: z.strictObject({ am: clock, pm: clock, minutes: z.int().positive() }),
    /** when both sides are reminded, on the last working day before */
    remindAt: clock,
    /** working minutes without a reaction after which it is said: nobody accepted, no time set, no report written */
    patience: z.strictObject({
      requested: z.int().positive(),
      /** the listed person who was asked to take it did not */
      person: z.int().positive(),
      accepted: z.int().positive(),
      report: z.int().positive(),
      /** something agreed on was asked for and is not done */
      step: z.int().positive(),
    }),
    /** documents a visitor may have seen, ids of matching/documents.yaml */
    papers: z.array(z.string()).min(1),
    /** what may be agreed on: who does it, and within how many days */
    steps: z.record(code, z.strictObject({ title: wordsSchema, owner: z.enum(STEP_OWNERS), days: z.int().positive() })),
    /** days more that one press gives */
    moreDays: z.int().positive(),
  }),
  followUp: z.strictObject({
    /** calendar days after a lead has ended */
    feedbackDays: z.int().positive(),
    nextTopicDays: z.int().positive(),
  }),
  funnel: z.strictObject({
    /** 认定: a company of which this holds counts as recognised */
    recognised: z.unknown(),
  }),
  /** what banks' decisions say about our rules, shown to the officer */
  review: z.strictObject({
    refusedMin: z.int().positive(),
    refusedOneIn: z.int().positive(),
    /** refusals that say nothing about the rule */
    notTheRule: z.array(code),
    /** decisions at the usual share that are added to each product's own */
    shrinkBy: z.int().positive(),
  }),
  /** what a button may answer where a fact has no options of its own; each is read like a typed answer */
  quick: z.record(z.string(), z.array(wordsSchema).min(2).max(QUICK_MAX)),
  terms: z.array(z.strictObject({ says: z.array(z.string().min(1)).min(1), title: wordsSchema, text: wordsSchema })),
  limits: z.strictObject({
    offersShown: z.int().positive(),
    openShown: z.int().positive(),
    refusalsShown: z.int().positive(),
    buttonsInline: z.int().positive(),
    optionsInline: z.int().positive(),
    /** how far ahead the eligibility calendar looks */
    calendarMonths: z.int().positive(),
    /** days of the calendar shown */
    calendarShown: z.int().positive(),
    /** requests asked before the first, probable results are shown by themselves */
    questionsBeforeFirstResults: z.int().positive(),
    failuresBeforePerson: z.int().positive(),
    relayCharacters: z.int().positive(),
    /** papers one talk may hold */
    papersPerTalk: z.int().positive(),
    /** so long after the last word of an unfinished talk the one reminder comes, in working time */
    nudgeAfterHours: z.int().positive(),
    /** after so many days without a word or an act the owner is told that the case will be erased */
    expiryQuietDays: z.int().positive(),
    /** from the notice to the erasing */
    expiryNoticeDays: z.int().positive(),
  }),
})
type WrittenScript = z.output<typeof scriptSchema>

/** A model that may be shown, and to whom besides its own scope. */
export interface RatingChoice {
  readonly model: string
  readonly when: Condition
}
export type Script = Omit<WrittenScript, 'ratings' | 'funnel'> & {
  readonly ratings: readonly (readonly RatingChoice[])[]
  readonly funnel: { readonly recognised: Condition }
}

/** The lists of models with their conditions read; unknown models are reported. */
function readRatings(written: WrittenScript['ratings'], rulebook: Rulebook, report: Report): Script['ratings'] {
  return written.map((list, line) =>
    list.map(({ model, when }, index): RatingChoice => {
      const path = ['ratings', line, index]
      if (!rulebook.models.has(model)) report('unknown-model', [...path, 'model'], `no rating model is called ${model}`)
      const condition =
        when === undefined ? ALWAYS : parseCondition(when, rulebook.vocabulary, [...path, 'when'], report)
      return { model, when: condition ?? ALWAYS }
    }),
  )
}

/** Reads bot/script.yaml; every fact and model it names must exist. */
export function parseScript(
  { file, content }: DataFile,
  rulebook: Rulebook,
  problems: DataProblem[],
): Script | undefined {
  const report = collect(file, problems)
  const script = readShape(scriptSchema, content, report)
  if (!script) return undefined
  const known = (ids: readonly FactId[], path: readonly (string | number)[]) => {
    for (const id of ids) if (!rulebook.facts.has(id)) report('unknown-fact', path, `no fact is called ${id}`)
  }
  for (const id of script.opening)
    if (!rulebook.requests.has(id)) report('unknown-name', ['opening'], `no request is called ${id}`)
  known([script.lead.firm], ['lead', 'firm'])
  known(script.consent.required, ['consent', 'required'])
  known(script.consent.optional, ['consent', 'optional'])
  known(script.consent.contact, ['consent', 'contact'])
  known(Object.keys(script.quick), ['quick'])
  known([script.visit.topics], ['visit', 'topics'])
  known([script.visit.company], ['visit', 'company'])
  known([script.visit.address], ['visit', 'address'])
  known([script.visit.urgency], ['visit', 'urgency'])
  known([script.visit.park], ['visit', 'park'])
  known(script.visit.contact, ['visit', 'contact'])
  for (const [topic, list] of Object.entries(script.visit.checks)) known(list, ['visit', 'checks', topic])
  for (const [index, one] of script.review.notTheRule.entries())
    if (!Object.hasOwn(script.refusals, one))
      report('unknown-name', ['review', 'notTheRule', index], `no refusal is called ${one}`)
  const recognised = parseCondition(script.funnel.recognised, rulebook.vocabulary, ['funnel', 'recognised'], report)
  return {
    ...script,
    ratings: readRatings(script.ratings, rulebook, report),
    funnel: { recognised: recognised ?? ALWAYS },
  }
}
