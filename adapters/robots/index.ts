// Group robots of Feishu, DingTalk and WeCom: they say in a desk's group that something waits, and hear nothing. What is to
// be done is done at the desk page.
import { assertRootAllowed } from '../delivery/call.ts'
import type { PaceClock } from '../delivery/pace.ts'
import type { Send } from '../delivery/send.ts'
import type { Robot } from '../received.ts'
import { createSend } from './send.ts'
import { ROBOT_KINDS, type Robots } from './settings.ts'

export interface RobotsOptions extends Robots {
  readonly now: () => Date
  /** 0…1, for jitter */
  readonly random?: (() => number) | undefined
  readonly clock?: PaceClock | undefined
}

/**
 * The kinds that have a robot, for the sender's platforms. Nothing runs in the background.
 * @throws in tests, when a webhook is not on a loopback address
 */
export function createRobots({
  webhooks,
  deskUrl,
  now,
  random = Math.random,
  clock,
}: RobotsOptions): ReadonlyMap<Robot, Send> {
  const sends = new Map<Robot, Send>()
  for (const kind of Object.values(ROBOT_KINDS)) {
    const robots = webhooks[kind.platform]
    for (const { url } of robots.values()) assertRootAllowed(url, process.env['NODE_ENV'])
    if (robots.size > 0) sends.set(kind.platform, createSend({ kind, robots, deskUrl, now, random, clock }))
  }
  return sends
}
