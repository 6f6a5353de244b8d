// Who offers products and who visits: banks, guarantors, insurers, funds, lessors, government bodies and service teams,
// with the names and phones a company must see before it agrees to anything.
import { z } from 'zod'
import { collect, type DataProblem, readShape, sourceSchema, wordsSchema } from '#engine'

export const INSTITUTION_KINDS = ['bank', 'guarantor', 'insurer', 'fund', 'lessor', 'government', 'service'] as const
export type InstitutionKind = (typeof INSTITUTION_KINDS)[number]

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(24)
const institutionSchema = z.strictObject({
  title: wordsSchema,
  kind: z.enum(INSTITUTION_KINDS),
  /** how a company reaches it */
  contact: wordsSchema,
  /** leads go to a desk of its own; a government programme without a desk is only explained */
  desk: z.boolean(),
  source: sourceSchema,
})
const teamSchema = z.strictObject({
  title: wordsSchema,
  /** the parties of the team */
  members: z.array(wordsSchema).min(1),
  contact: wordsSchema,
  /** division codes served; the team with the narrowest match comes */
  serves: z.array(z.string().regex(/^\d{6}$/)).min(1),
  source: sourceSchema,
})
export const directorySchema = z.strictObject({
  institutions: z.record(id, institutionSchema),
  teams: z.record(id, teamSchema),
})

export type Institution = z.output<typeof institutionSchema> & { readonly id: string }
export type Team = z.output<typeof teamSchema> & { readonly id: string }
export interface Directory {
  readonly institutions: ReadonlyMap<string, Institution>
  readonly teams: ReadonlyMap<string, Team>
}

/** Reads the directory file; faults are added to `problems`. */
export function parseDirectory(file: string, raw: unknown, problems: DataProblem[]): Directory {
  const written = readShape(directorySchema, raw, collect(file, problems))
  if (!written) return { institutions: new Map(), teams: new Map() }
  const { institutions, teams } = written
  for (const one of Object.keys(teams))
    if (Object.hasOwn(institutions, one))
      collect(file, problems)('duplicate', ['teams', one], `${one} is also an institution`)
  return {
    institutions: new Map(Object.entries(institutions).map(([key, value]) => [key, { ...value, id: key }])),
    teams: new Map(Object.entries(teams).map(([key, value]) => [key, { ...value, id: key }])),
  }
}

const significant = (code: string): string => code.replace(/(00)+$/, '')

/** Whether a team serves a place. */
export const serves = (team: Team, place: string): boolean =>
  team.serves.some(code => code === '000000' || significant(place).startsWith(significant(code)))

/** The team that serves a place: the one with the narrowest division that holds it; ties go by file order. */
export function teamFor(directory: Directory, place: string | undefined): Team | undefined {
  let best: { team: Team; depth: number } | undefined
  for (const team of directory.teams.values()) {
    for (const code of team.serves) {
      const division = significant(code)
      const holds = code === '000000' || (place !== undefined && significant(place).startsWith(division))
      if (holds && (!best || division.length > best.depth)) best = { team, depth: division.length }
    }
  }
  return best?.team
}
