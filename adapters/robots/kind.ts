// What tells one kind of group robot from another: its address, its pace, its form of a card, and how it says no. Everything
// else is the same for all and stands in send.ts.
import type { CallResult } from '../delivery/call.ts'
import type { PaceRule } from '../delivery/pace.ts'
import type { Robot } from '../received.ts'

/** A robot of one group: whoever knows this can write there. */
export interface Webhook {
  readonly url: string
  /** signs each request, where the kind has signatures */
  readonly secret?: string | undefined
}

/** A notice in plain words: whole lines of visible characters, short enough for every kind. */
export interface Said {
  readonly title: string
  readonly rows: readonly { readonly label?: string | undefined; readonly text: string }[]
  /** what stands on the link */
  readonly open: string
  readonly link: string
  /** the end of the thread's id, where there is a thread */
  readonly mark?: string | undefined
}

export interface RobotKind {
  readonly platform: Robot
  readonly pace: PaceRule
  /** false: this kind has no signatures, and a secret is a mistake */
  readonly signs: boolean
  readonly isWebhook: (url: URL) => boolean
  readonly request: (said: Said, webhook: Webhook, at: Date) => { readonly url: string; readonly body: object }
  /** what the answer says, whatever its HTTP status is; `unknown` when it does not say */
  readonly read: (answer: Readonly<Record<string, unknown>>) => CallResult
}

/** "label：text", or the text alone. */
export const rowText = ({ label, text }: Said['rows'][number]): string =>
  label === undefined ? text : `${label}：${text}`

/** A refusal by its number: these robots name their reasons in prose that may repeat what was sent. */
export const refusedBy = (code: number): CallResult => ({
  is: 'refused',
  code: `refused-${code}`,
  description: `refused-${code}`,
})
