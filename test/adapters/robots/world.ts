// Robots of one desk, one of each kind, on the strict local server, with a clock that only waiting moves.
import { afterEach } from 'vitest'
import type { Notice } from '#bot'
import type { Send } from '../../../adapters/delivery/send.ts'
import { ROBOTS, type Robot } from '../../../adapters/received.ts'
import { createRobots } from '../../../adapters/robots/index.ts'
import { parseRobots } from '../../../adapters/robots/settings.ts'
import type { Delivery, DeliveryResult } from '../../../adapters/store/store.ts'
import { type RobotServer, startRobotServer } from '../../support/robot-server.ts'

export const DESK = 'icbc'
export const DESK_URL = 'https://bridge.example.cn/desk'
export const THREAD = 'abcdefghijklmnopqrstuvL1'
export const AT = Date.parse('2026-11-23T01:00:00.000Z')
const SECRET = 'SEC-of-one-robot'

export interface RobotWorld {
  readonly server: RobotServer
  /** what waiting moves, milliseconds since 1970 */
  readonly clock: { at: number }
  token(robot: Robot): string
  send(robot: Robot, notice: Notice, more?: Partial<Delivery>): Promise<DeliveryResult>
}

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** The send of each kind, as the settings would make them. */
export function sendsOf(server: RobotServer, clock: { at: number }, secret: string): ReadonlyMap<Robot, Send> {
  const entry = (robot: Robot) => {
    const url = server.robot(robot, `${robot}token`, robot === 'wecom' ? undefined : SECRET)
    const { robots, problems } = parseRobots(robot, `${DESK}=${url}${robot === 'wecom' ? '' : `;${secret}`}`)
    if (problems.length > 0) throw new Error(problems.join())
    return robots
  }
  return createRobots({
    webhooks: { feishu: entry('feishu'), dingtalk: entry('dingtalk'), wecom: entry('wecom') },
    deskUrl: DESK_URL,
    now: () => new Date(clock.at),
    random: () => 0.5,
    clock: {
      now: () => clock.at,
      async sleep(ms) {
        clock.at += ms
      },
    },
  })
}

let id = 0n
export function deliveryOf(platform: Robot, notice: Notice | undefined, more: Partial<Delivery> = {}): Delivery {
  id += 1n
  return {
    id,
    platform,
    address: DESK,
    message: {
      id,
      room: { kind: 'desk', desk: DESK, thread: THREAD },
      direction: 'out',
      card: { lines: [], ...(notice ? { notice } : {}) },
      at: new Date(AT).toISOString(),
    },
    attempts: 1,
    uncertain: false,
    lease: 'lease',
    ...more,
  }
}

/** Opens it; `secret` is what our side believes the secret to be. */
export async function openRobots(secret = SECRET): Promise<RobotWorld> {
  const clock = { at: AT }
  const server = await startRobotServer(() => clock.at)
  closers.push(() => server.stop())
  const sends = sendsOf(server, clock, secret)
  return {
    server,
    clock,
    token: robot => `${robot}token`,
    send(robot, notice, more) {
      const send = sends.get(robot)
      if (!send) throw new Error(`there is no ${robot}`)
      return send(deliveryOf(robot, notice, more))
    },
  }
}

export const ALL = ROBOTS
