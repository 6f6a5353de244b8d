// Which robots stand in which desk's groups, from the settings. A robot belongs to exactly one desk, so a notice can never
// reach another institution's group. Addresses are secrets and are never repeated in a problem.
import { listOf } from '../list-of.ts'
import type { Robot } from '../received.ts'
import type { Route } from '../store/store.ts'
import { DINGTALK } from './dingtalk.ts'
import { FEISHU } from './feishu.ts'
import type { RobotKind, Webhook } from './kind.ts'
import { WECOM } from './wecom.ts'

export const ROBOT_KINDS: Readonly<Record<Robot, RobotKind>> = { feishu: FEISHU, dingtalk: DINGTALK, wecom: WECOM }

/** By desk. */
export type DeskRobots = ReadonlyMap<string, Webhook>

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

function readWebhook(kind: RobotKind, address: string, secret: string | undefined): Webhook | string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname))
  if (!url || !isSafe || url.hash !== '' || url.username !== '' || !kind.isWebhook(url))
    return 'not the webhook address of such a robot'
  if (secret === undefined) return { url: url.href }
  return kind.signs && secret !== '' ? { url: url.href, secret } : 'this kind of robot has no secret to sign with'
}

/**
 * Reads "desk=address;secret, other-desk=address"; the secret may be missing. Every fault is reported, none repaired.
 * @example parseRobots('wecom', 'icbc=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…')
 */
export function parseRobots(
  platform: Robot,
  text: string,
): { readonly robots: DeskRobots; readonly problems: readonly string[] } {
  const robots = new Map<string, Webhook>()
  const problems: string[] = []
  const taken = new Map<string, string>()
  for (const [index, entry] of listOf(text).entries()) {
    const at = entry.indexOf('=')
    const desk = entry.slice(0, Math.max(at, 0)).trim()
    const [address = '', secret, ...more] = entry.slice(at + 1).split(';')
    const read = readWebhook(ROBOT_KINDS[platform], address.trim(), secret?.trim())
    const name = /^[\w-]+$/.test(desk) ? desk : `entry ${index + 1}`
    if (name !== desk || more.length > 0) problems.push(`${name}: not desk=address;secret`)
    else if (typeof read === 'string') problems.push(`${name}: ${read}`)
    else if (robots.has(desk)) problems.push(`${name}: two robots`)
    else if (taken.has(read.url)) problems.push(`${name}: the same robot as ${taken.get(read.url)}`)
    else {
      robots.set(desk, read)
      taken.set(read.url, desk)
    }
  }
  return { robots, problems }
}

/** The store's route to robots: an address is the desk's name, for the webhook is a secret. */
export function robotRoute(robots: Readonly<Record<Robot, DeskRobots>>): Route {
  return desk =>
    Object.values(ROBOT_KINDS).flatMap(({ platform }) =>
      robots[platform].has(desk) ? [{ platform, address: desk }] : [],
    )
}

export interface Robots {
  readonly webhooks: Readonly<Record<Robot, DeskRobots>>
  /** the desk page as staff reach it */
  readonly deskUrl: string
}

/** What the settings say of robots; nothing when they name none. */
export function readRobots(
  written: Readonly<Record<Robot, string>>,
  publicOrigin: string | undefined,
): { readonly robots?: Robots | undefined; readonly problems: readonly string[] } {
  const read = (platform: Robot) => parseRobots(platform, written[platform])
  const parsed = { feishu: read('feishu'), dingtalk: read('dingtalk'), wecom: read('wecom') }
  const problems = Object.entries(parsed).flatMap(([platform, { problems: found }]) =>
    found.map(problem => `ROBOT_${platform.toUpperCase()}: ${problem}`),
  )
  const webhooks = { feishu: parsed.feishu.robots, dingtalk: parsed.dingtalk.robots, wecom: parsed.wecom.robots }
  if (Object.values(webhooks).every(robots => robots.size === 0)) return { problems }
  // what is wrong with a wrong origin is said where it is read
  if (publicOrigin !== undefined && !URL.canParse(publicOrigin)) return { problems }
  if (publicOrigin === undefined)
    return {
      problems: [...problems, 'PUBLIC_ORIGIN: needed beside ROBOT_…, for a robot’s card leads to the desk page'],
    }
  return { robots: { webhooks, deskUrl: new URL('/desk', publicOrigin).href }, problems }
}
