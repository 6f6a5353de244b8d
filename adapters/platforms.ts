// The platforms that the settings name, started on one store: what each sends with, and how all of them stop.
import { chatLines, type Knowledge } from '#bot'
import { type Config, ConfigFault } from './config.ts'
import type { Log, Send } from './delivery/send.ts'
import { createHandFile } from './handed-file.ts'
import type { Platform } from './received.ts'
import { createRobots } from './robots/index.ts'
import { startSlack } from './slack/index.ts'
import type { Store } from './store/store.ts'
import { startTelegram } from './telegram/index.ts'
import { visitPages } from './web/calendar.ts'
import type { Hook } from './web/hooks.ts'

/** @throws ConfigFault for a robot of a desk that is not there: it would never be told anything, and nobody would notice. */
export function assertDesksExist({ robots }: Config, { catalogue }: Knowledge): void {
  const { institutions, teams } = catalogue.directory
  const named = Object.entries(robots?.webhooks ?? {}).flatMap(([robot, desks]) =>
    [...desks.keys()].map(desk => ({ robot, desk })),
  )
  const problems = named
    .filter(({ desk }) => !institutions.get(desk)?.desk && !teams.has(desk))
    .map(({ robot, desk }) => `ROBOT_${robot.toUpperCase()}: no desk is called ${desk}`)
  if (problems.length > 0) throw new ConfigFault(problems)
}

export interface PlatformsOptions {
  readonly config: Config
  readonly store: Store
  readonly knowledge: Knowledge
  readonly wake: () => void
  readonly now: () => Date
  readonly log: Log
}

export interface Platforms {
  /** for the sender */
  readonly platforms: ReadonlyMap<Platform, Send>
  /** for the page's server to open */
  readonly hooks: readonly Hook[]
  /** takes nothing in any more; what is under way out is the sender's */
  stop(): Promise<void>
}

/** Starts them; a service that is down is waited for in the background. */
export async function startPlatforms(options: PlatformsOptions): Promise<Platforms> {
  const { config, store, knowledge, wake, now, log } = options
  const platforms = new Map<Platform, Send>()
  const stops: (() => Promise<void>)[] = []
  const hooks: Hook[] = []
  const handFile = createHandFile({ store, calendar: visitPages(knowledge, store, now).calendar, now })
  if (config.telegram) {
    const lines = chatLines(knowledge)
    const telegram = await startTelegram({ ...config.telegram, lines, handFile, store, wake, now, log })
    platforms.set('telegram', telegram.send)
    if (telegram.hook) hooks.push(telegram.hook)
    stops.push(() => telegram.stop())
  }
  if (config.slack) {
    const slack = await startSlack({ ...config.slack, handFile, store, knowledge, wake, now, log })
    platforms.set('slack', slack.send)
    stops.push(() => slack.stop())
  }
  if (config.robots) for (const [robot, send] of createRobots({ ...config.robots, now })) platforms.set(robot, send)
  return { platforms, hooks, stop: async () => void (await Promise.all(stops.map(stop => stop()))) }
}
