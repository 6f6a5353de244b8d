// Who is who at the desks: branches with what they take, people with their role, hours and absences. Read from
// bot/people.yaml; a desk of which nothing is said there works as one, at any hour.
import { z } from 'zod'
import {
  type Condition,
  collect,
  type DataFile,
  type DataProblem,
  dayOf,
  isoDate,
  parseCondition,
  type Report,
  type Rulebook,
  readShape,
  sourceSchema,
  wordsSchema,
} from '#engine'
import type { Catalogue } from '#matching'
import type { Span } from './working-time.ts'

export const ROLES = ['clerk', 'manager'] as const
const MINUTES_PER_HOUR = 60
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/
const HOURS = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(32)
const hours = z.array(z.string().regex(HOURS, 'hours look like 09:00-12:00')).min(1)
const peopleSchema = z.strictObject({
  /** hours of everybody who states none */
  hours,
  branches: z.record(
    id,
    z.strictObject({
      desk: z.string(),
      title: wordsSchema,
      /** division codes; empty: wherever the desk's products are offered */
      serves: z.array(z.string().regex(/^\d{6}$/)).default([]),
      /** which companies: parks, sectors, sizes */
      when: z.unknown().optional(),
      /** only leads for one of these */
      products: z.array(z.string()).default([]),
      /** a branch made for technology companies comes before others of the same place */
      technology: z.boolean().default(false),
      source: sourceSchema,
    }),
  ),
  people: z.record(
    id,
    z.strictObject({
      name: z.string().min(1).max(20),
      desk: z.string(),
      branch: id.optional(),
      role: z.enum(ROLES),
      /** how platforms call this person; at the local desk page the name is enough */
      accounts: z.array(z.string().min(1)).default([]),
      hours: hours.optional(),
      /** when the daily summary comes; "off" for nobody who wants none */
      digest: z
        .string()
        .regex(/^(off|([01]\d|2[0-3]):[0-5]\d)$/, 'a time like 09:00, or off')
        .default('off'),
      /** leads this person can carry beside those of others: 2 gets twice as many */
      share: z.int().min(1).max(10).default(1),
      absences: z.array(z.strictObject({ from: isoDate, to: isoDate })).default([]),
      source: sourceSchema,
    }),
  ),
})

export interface Branch {
  readonly id: string
  readonly desk: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly serves: readonly string[]
  readonly when?: Condition | undefined
  readonly products: readonly string[]
  readonly technology: boolean
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly desk: string
  readonly branch?: string | undefined
  readonly role: (typeof ROLES)[number]
  readonly accounts: readonly string[]
  readonly hours: readonly Span[]
  /** minutes since midnight; undefined: none wanted */
  readonly digest?: number | undefined
  readonly share: number
  /** first and last day, since 1970 */
  readonly absences: readonly { readonly from: number; readonly to: number }[]
}

export interface Staffing {
  readonly hours: readonly Span[]
  readonly branches: ReadonlyMap<string, Branch>
  readonly people: ReadonlyMap<string, Person>
}

/** The desk of whoever runs the product: alarms go there, never a company's case. */
export const OPERATORS_DESK = 'operators'
export const PEOPLE_FILE = 'bot/people.yaml'
/** Where nothing is said: 9 to 12 and 13:30 to 17:30. */
export const NOBODY: Staffing = {
  hours: [
    { from: 540, to: 720 },
    { from: 810, to: 1_050 },
  ],
  branches: new Map(),
  people: new Map(),
}

const minutesOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * MINUTES_PER_HOUR + minute
}

function readHours(written: readonly string[], path: readonly (string | number)[], report: Report): Span[] {
  const spans = written.map(one => {
    const [from = '', to = ''] = one.split('-')
    return { from: minutesOf(from), to: minutesOf(to) }
  })
  for (const [index, span] of spans.entries())
    if (span.to <= span.from || span.from < (spans[index - 1]?.to ?? 0))
      report(
        'bands-disorder',
        [...path, index],
        `${written[index]} ends before it begins, or before the one above ends`,
      )
  return spans
}

type Written = z.output<typeof peopleSchema>

function readBranches(written: Written, rulebook: Rulebook, catalogue: Catalogue, report: Report): Map<string, Branch> {
  const branches = new Map<string, Branch>()
  for (const [key, { source: _source, when, ...rest }] of Object.entries(written.branches)) {
    const path = ['branches', key]
    checkDesk(catalogue, rest.desk, path, report)
    for (const [index, product] of rest.products.entries())
      if (!catalogue.products.has(product))
        report('unknown-name', [...path, 'products', index], `no product is called ${product}`)
    const condition =
      when === undefined ? undefined : parseCondition(when, rulebook.vocabulary, [...path, 'when'], report)
    branches.set(key, { ...rest, id: key, when: condition })
  }
  return branches
}

function checkDesk({ directory }: Catalogue, desk: string, path: readonly string[], report: Report): void {
  if (desk !== OPERATORS_DESK && !directory.institutions.get(desk)?.desk && !directory.teams.has(desk))
    report('unknown-name', [...path, 'desk'], `no institution with a desk and no team is called ${desk}`)
}

function readAbsences(written: Written['people'][string], path: readonly string[], report: Report): Person['absences'] {
  return written.absences.flatMap(({ from, to }, index) => {
    const [first, last] = [dayOf(from), dayOf(to)]
    if (first === undefined || last === undefined)
      report('bad-quantity', [...path, 'absences', index], `${from} or ${to} is no day of the calendar`)
    else if (last < first) report('date-order', [...path, 'absences', index], 'the absence ends before it begins')
    else return [{ from: first, to: last }]
    return []
  })
}

/** Reads bot/people.yaml against the directory; every fault with its place. */
export function parseStaffing(
  { file, content }: DataFile,
  rulebook: Rulebook,
  catalogue: Catalogue,
  problems: DataProblem[],
): Staffing {
  const report = collect(file, problems)
  const written = readShape(peopleSchema, content, report)
  if (!written) return NOBODY
  const hoursOfAll = readHours(written.hours, ['hours'], report)
  const branches = readBranches(written, rulebook, catalogue, report)
  const people = new Map<string, Person>()
  const accounts = new Map<string, string>()
  for (const [key, one] of Object.entries(written.people)) {
    const path = ['people', key]
    checkDesk(catalogue, one.desk, path, report)
    if (one.branch !== undefined && branches.get(one.branch)?.desk !== one.desk)
      report('unknown-name', [...path, 'branch'], `${one.desk} has no branch called ${one.branch}`)
    for (const account of [...one.accounts, `name ${one.name}`]) {
      const held = accounts.get(`${one.desk} ${account}`)
      if (held !== undefined) report('duplicate', path, `${account} is already ${held} at ${one.desk}`)
      accounts.set(`${one.desk} ${account}`, key)
    }
    const { source: _source, hours: own, digest, absences: _absences, ...rest } = one
    people.set(key, {
      ...rest,
      id: key,
      hours: own ? readHours(own, [...path, 'hours'], report) : hoursOfAll,
      digest: CLOCK.test(digest) ? minutesOf(digest) : undefined,
      absences: readAbsences(one, path, report),
    })
  }
  return { hours: hoursOfAll, branches, people }
}
