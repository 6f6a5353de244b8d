// Parks and partners that bring companies by a link of their own, read from bot/channels.yaml. A channel decides who is
// asked first, never what a company is worth or what it may apply for.
import { z } from 'zod'
import { collect, type DataFile, type DataProblem, readShape, sourceSchema, wordsSchema } from '#engine'
import { type Catalogue, serves, type Team, teamFor } from '#matching'
import { companyPlace } from './company-place.ts'
import type { Staffing } from './staff/people.ts'
import type { Turn } from './turn-state.ts'

export const CHANNELS_FILE = 'bot/channels.yaml'

const channelSchema = z.strictObject({
  title: wordsSchema,
  /** visits go to this team when it serves the company's place, or while the place is unknown */
  team: z.string().optional(),
  /** leads go to these branches first, where they fit */
  branches: z.array(z.string()).default([]),
  source: sourceSchema,
})
const fileSchema = z.strictObject({
  channels: z.record(
    z
      .string()
      // what a link to a chat can carry
      .regex(/^[a-z][a-z0-9-]*$/)
      .max(64),
    channelSchema,
  ),
})

export type Channel = z.output<typeof channelSchema> & { readonly id: string }
export type Channels = ReadonlyMap<string, Channel>

/** Reads the file; teams and branches must exist. */
export function parseChannels(
  { file, content }: DataFile,
  { directory }: Catalogue,
  { branches }: Staffing,
  problems: DataProblem[],
): Channels {
  const report = collect(file, problems)
  const written = readShape(fileSchema, content, report)
  if (!written) return new Map()
  for (const [id, channel] of Object.entries(written.channels)) {
    if (channel.team !== undefined && !directory.teams.has(channel.team))
      report('unknown-name', ['channels', id, 'team'], `no team is called ${channel.team}`)
    for (const [index, branch] of channel.branches.entries())
      if (!branches.has(branch))
        report('unknown-name', ['channels', id, 'branches', index], `no branch is called ${branch}`)
  }
  return new Map(Object.entries(written.channels).map(([id, channel]) => [id, { ...channel, id }]))
}

/** The channel that brought this company, while it exists. */
export const channelOf = (turn: Turn): Channel | undefined => turn.knowledge.channels.get(turn.case.channel ?? '')

/** The first known link a company comes by is kept: who brought it, brought it. */
export function comeBy(turn: Turn, channel: string | undefined): void {
  if (channel === undefined || turn.case.channel !== undefined || !turn.knowledge.channels.has(channel)) return
  turn.update({ channel })
  turn.note('came-by', channel)
}

/** The team for a visit: the channel's own where it serves the place, else the one nearest to the place. */
export function visitTeam(turn: Turn): Team | undefined {
  const { directory } = turn.knowledge.catalogue
  const place = companyPlace(turn)
  const own = directory.teams.get(channelOf(turn)?.team ?? '')
  return own && (place === undefined || serves(own, place)) ? own : teamFor(directory, place)
}
