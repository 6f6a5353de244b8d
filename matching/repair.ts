// What an owner can do about a limit that was missed, as data (matching/repairs.yaml): which facts can move and in which
// direction, how patient one must be, who helps, and what lapses by itself when a certificate runs out.
import { z } from 'zod'
import {
  type Advice,
  CHANGEABLE,
  collect,
  type DataProblem,
  dayOf,
  type FactId,
  parseQuantity,
  type Report,
  type Rulebook,
  readShape,
  type Source,
  sourceSchema,
  type Words,
  wordsSchema,
} from '#engine'

export type Changeable = (typeof CHANGEABLE)[number]
type Moving = Exclude<Changeable, 'never'>

const facts = z.array(z.string()).min(1)
const days = z.union([z.string(), z.number()])
const repairsSchema = z.strictObject({
  /** how many days of patience a change of each class is worth: used to compare ways, never told as a promise */
  patience: z.strictObject(
    Object.fromEntries(CHANGEABLE.filter(one => one !== 'never').map(one => [one, days])) as Record<
      Moving,
      typeof days
    >,
  ),
  /** never advised, whatever the vocabulary says: nobody moves or changes trade for a loan */
  fixed: facts,
  /** only more of it is an aim: more people, a higher title */
  grows: facts,
  /** only less of it is an aim: fewer lawsuits, a record removed */
  shrinks: facts,
  /** titles that end on a day the company told */
  lapses: z.array(z.strictObject({ fact: z.string(), until: z.string(), source: sourceSchema })),
  /** 问题 + 部门 + 措施 + 时间 */
  repairs: z.array(
    z.strictObject({
      facts,
      problem: wordsSchema,
      who: wordsSchema,
      way: wordsSchema,
      time: wordsSchema,
      /** days of patience, where the class of the fact would mislead */
      patience: days.optional(),
      source: sourceSchema,
    }),
  ),
  /** how near a step must be to be called one */
  near: z.strictObject({ changes: z.int().positive(), patience: days }),
})

/** 问题, 部门, 措施, 时间: the way back for facts that often fail. */
export interface Repair {
  readonly facts: readonly FactId[]
  readonly problem: Words
  readonly who: Words
  readonly way: Words
  readonly time: Words
  /** days, for comparing ways */
  readonly patience?: number | undefined
  readonly source: Source
}

/** A yes that becomes a no after the day another fact holds. */
export interface Lapse {
  readonly fact: FactId
  readonly until: FactId
  readonly source: Source
}

export interface Repairs {
  /** days of patience, for comparing ways, of every fact that may be advised to change */
  readonly patienceOf: ReadonlyMap<FactId, number>
  readonly repairOf: ReadonlyMap<FactId, Repair>
  readonly grows: ReadonlySet<FactId>
  readonly shrinks: ReadonlySet<FactId>
  readonly lapses: readonly Lapse[]
  /** a way with more changes, or more days of patience, is no step any more */
  readonly near: { readonly changes: number; readonly patience: number }
}

export const NO_REPAIRS: Repairs = {
  patienceOf: new Map(),
  repairOf: new Map(),
  grows: new Set(),
  shrinks: new Set(),
  lapses: [],
  near: { changes: 1, patience: 1 },
}

/** Reads matching/repairs.yaml; faults are added to `problems`. */
export function parseRepairs(file: string, raw: unknown, rulebook: Rulebook, problems: DataProblem[]): Repairs {
  const report = collect(file, problems)
  const written = readShape(repairsSchema, raw, report)
  if (!written) return NO_REPAIRS
  const known = (list: readonly string[], path: readonly (string | number)[]) => {
    for (const [index, id] of list.entries())
      if (!rulebook.facts.has(id)) report('unknown-fact', [...path, index], `no fact is called ${id}`)
    return new Set(list)
  }
  const daysOf = (value: string | number, path: readonly (string | number)[]): number => {
    const read = parseQuantity(value, 'days')
    if (read === undefined || read < 1) report('bad-quantity', path, `${value} is no positive number of days`)
    return read ?? 1
  }
  const patience = Object.fromEntries(
    Object.entries(written.patience).map(([key, value]) => [key, daysOf(value, ['patience', key])]),
  ) as Record<Moving, number>
  const grows = known(written.grows, ['grows'])
  const shrinks = known(written.shrinks, ['shrinks'])
  for (const id of grows) if (shrinks.has(id)) report('duplicate', ['shrinks'], `${id} both grows and shrinks`)
  for (const [index, lapse] of written.lapses.entries()) checkLapse(lapse, rulebook, ['lapses', index], report)
  const repairOf = new Map<FactId, Repair>()
  for (const [index, one] of written.repairs.entries()) {
    const path = ['repairs', index]
    const own = one.patience === undefined ? undefined : daysOf(one.patience, [...path, 'patience'])
    for (const fact of known(one.facts, [...path, 'facts'])) {
      if (repairOf.has(fact)) report('duplicate', [...path, 'facts'], `${fact} has two repairs`)
      repairOf.set(fact, { ...one, patience: own })
    }
  }
  const fixed = known(written.fixed, ['fixed'])
  const advised = [...rulebook.facts.values()].flatMap(({ id, type, changeable }) =>
    changeable === 'never' || type === 'region' || fixed.has(id)
      ? []
      : [[id, repairOf.get(id)?.patience ?? patience[changeable]] as const],
  )
  return {
    patienceOf: new Map(advised),
    repairOf,
    grows,
    shrinks,
    lapses: written.lapses,
    near: { ...written.near, patience: daysOf(written.near.patience, ['near', 'patience']) },
  }
}

function checkLapse(lapse: Lapse, { facts: all }: Rulebook, path: readonly (string | number)[], report: Report): void {
  if (all.get(lapse.fact)?.type !== 'flag') report('unknown-fact', [...path, 'fact'], `${lapse.fact} is no yes-or-no`)
  if (all.get(lapse.until)?.type !== 'date') report('unknown-fact', [...path, 'until'], `${lapse.until} is no date`)
  if (lapse.source.date !== undefined && dayOf(lapse.source.date) === undefined)
    report('bad-quantity', [...path, 'source', 'date'], `${lapse.source.date} is no day of the calendar`)
}

/** The repair that speaks about a fact. */
export const repairFor = ({ repairOf }: Repairs, fact: FactId): Repair | undefined => repairOf.get(fact)

/** Days of patience a change of this fact is worth; undefined when changing it is no advice. */
export const patienceFor = ({ patienceOf }: Repairs, fact: FactId): number | undefined => patienceOf.get(fact)

/** The same rules for advice on ratings (`wayUp`): what may be advised, and how dear it is. */
export const adviceOf = ({ patienceOf, grows, shrinks }: Repairs): Advice => ({
  cost: fact => patienceOf.get(fact.id),
  more: fact => !shrinks.has(fact.id),
  less: fact => !grows.has(fact.id),
})
