// An event as a platform adapter hands it over: parsed, not yet understood. The inbox stores it before anybody works on it.

import type { FormValues, MessageMark, Paper, Sender } from '#bot'
import type { Language } from '#engine'

/** Robots of a group: they tell a desk that something waits, and hear nothing. */
export const ROBOTS = ['feishu', 'dingtalk', 'wecom'] as const
export type Robot = (typeof ROBOTS)[number]

export const PLATFORMS = ['web', 'telegram', 'console', 'desk', 'slack', 'clock', ...ROBOTS] as const
export type Platform = (typeof PLATFORMS)[number]

/** Whether what was sent there can be neither changed nor taken back. */
export const isRobot = (platform: string): platform is Robot => ROBOTS.some(name => name === platform)

/** An enterprise's chat, the thread of one lead or visit at a desk, or (for timers) the case itself. */
export type Target =
  | { readonly kind: 'conversation'; readonly peer: string }
  | { readonly kind: 'thread'; readonly thread: string }
  | { readonly kind: 'case'; readonly case: string }

export interface Received {
  readonly platform: Platform
  /** unique per platform: update_id, event_id, trigger_id, the page's own message key, the timer's id */
  readonly eventId: string
  /** ISO instant */
  readonly at: string
  readonly target: Target
  readonly from: Sender
  /** language hint of the platform, used only when a conversation opens */
  readonly language?: Language | undefined
  readonly event:
    | { readonly kind: 'text'; readonly text: string; readonly message?: MessageMark | undefined }
    | { readonly kind: 'press'; readonly press: string }
    | { readonly kind: 'form'; readonly press: string; readonly values: FormValues }
    | { readonly kind: 'open'; readonly channel?: string | undefined }
    | { readonly kind: 'away' }
    | { readonly kind: 'paper'; readonly paper: Paper }
    | { readonly kind: 'tick'; readonly what: string }
}
