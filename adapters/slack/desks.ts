// Which desk sits in which Slack channel. A channel belongs to exactly one desk and a desk to one channel, so a card can
// never reach another institution's people.
import { listOf } from '../list-of.ts'
import type { Route } from '../store/store.ts'

export interface SlackDesks {
  readonly deskOf: ReadonlyMap<string, string>
  readonly channelOf: ReadonlyMap<string, string>
}

const DESK = /^[\w:-]{1,64}$/
const CHANNEL = /^[CG][A-Z0-9]{2,20}$/

/**
 * Reads SLACK_CHANNELS, "desk=C0123,other-desk=C0456". Every fault is reported, none repaired, and nothing wrong is repeated.
 * @example parseSlackChannels('icbc=C0123') → { desks, problems: [] }
 */
export function parseSlackChannels(text: string): { readonly desks: SlackDesks; readonly problems: readonly string[] } {
  const deskOf = new Map<string, string>()
  const channelOf = new Map<string, string>()
  const problems: string[] = []
  for (const [index, pair] of listOf(text).entries()) {
    const at = pair.lastIndexOf('=')
    const desk = pair.slice(0, Math.max(at, 0)).trim()
    const channel = pair.slice(at + 1).trim()
    // what is written wrong may be anything, also a secret that belongs into another variable
    if (!DESK.test(desk) || !CHANNEL.test(channel)) problems.push(`entry ${index + 1}: not desk=CHANNELID`)
    else if (channelOf.has(desk)) problems.push(`desk "${desk}" has two channels`)
    else if (deskOf.has(channel)) problems.push(`channel ${channel} has two desks`)
    else {
      deskOf.set(channel, desk)
      channelOf.set(desk, channel)
    }
  }
  return { desks: { deskOf, channelOf }, problems }
}

/** The store's route: where a desk's cards go besides the desk page. */
export function slackRoute(desks: SlackDesks): Route {
  return desk => {
    const address = desks.channelOf.get(desk)
    return address === undefined ? [] : [{ platform: 'slack', address }]
  }
}
