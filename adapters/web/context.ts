// What every route of the web adapter works with.
import type { FastifyReply } from 'fastify'
import type { PreOffers } from '../pre-offers.ts'
import type { Received } from '../received.ts'
import type { StaffForms } from '../staff-forms.ts'
import type { Store } from '../store/store.ts'
import type { VisitPages } from './calendar.ts'
import type { DeskInfo } from './desk-info.ts'
import type { Streams } from './event-stream.ts'
import type { Limiter } from './rate.ts'
import type { Gate } from './security.ts'
import type { SignIn } from './staff/sign-in.ts'

/** The part of the store this adapter uses. */
export type WebStore = Pick<
  Store,
  'accept' | 'conversation' | 'desks' | 'onChange' | 'exportChat' | 'keepPaper' | 'paper' | 'caseOf'
>

export interface Context {
  readonly store: WebStore
  readonly gate: Gate
  /** undefined: the desk is a demonstration on this machine, or shut */
  readonly signIn?: SignIn | undefined
  /** Takes in one-time links that were issued beside this process. */
  readonly fetchLinks: () => Promise<void>
  /** Is told of faults by code; texts never appear there. */
  readonly report: (code: string, error: unknown) => void
  readonly streams: Streams
  readonly limits: {
    readonly [name in 'peer' | 'paper' | 'address' | 'desk' | 'session' | 'signIn' | 'signInAll']: Limiter
  }
  readonly desks: readonly DeskInfo[]
  /** websites that may show the chat in a frame */
  readonly widgetOrigins: readonly string[]
  readonly now: () => Date
  readonly forms?: StaffForms | undefined
  readonly preOffers?: PreOffers | undefined
  readonly calendar?: VisitPages['calendar'] | undefined
  readonly visits?: VisitPages['visits'] | undefined
  /** Stores an event, wakes whoever works on the inbox, and answers 202. */
  readonly take: (reply: FastifyReply, received: Received) => Promise<FastifyReply>
}

/** A text among values that nobody has parsed; empty when there is none. */
export const textOf = (values: unknown, name: string): string => {
  const found: unknown = typeof values === 'object' && values !== null ? Reflect.get(values, name) : undefined
  return typeof found === 'string' ? found : ''
}

/** The last id a page holds: the browser's own header, or `?after=` when the page opened a new stream by hand. */
export function lastEventId(header: unknown, query: unknown): bigint {
  const asked = typeof header === 'string' ? header : textOf(query, 'after')
  return /^\d{1,18}$/.test(asked) ? BigInt(asked) : 0n
}
