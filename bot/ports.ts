// What the pure bot needs from the edge, and what the edge carries for it. No port is larger than it needs to be.
import type { Language } from '#engine'
import type { Card } from './card.ts'
import type { Case } from './case.ts'
import type { FormValues } from './form.ts'
import type { Paper } from './relay/talk-record.ts'

/** Who a message comes from. A staff member acts for one institution (bank, guarantor …) or one service team. */
export type Sender =
  | { readonly kind: 'enterprise' }
  | { readonly kind: 'staff'; readonly desk: string; readonly person: string; readonly name: string }
  /** a timer that an earlier turn of the same case has set */
  | { readonly kind: 'clock' }

/** An intent guess of the classifier, best first, at most three. `confidence` 0…1: that it is our business, and this and no rival. */
export interface IntentGuess {
  readonly intent: string
  readonly confidence: number
}

/** An open lead of the same company in another chat. */
export interface Twin {
  readonly lead: string
  readonly receiver: string
  /** listed person who has it or was asked */
  readonly holder?: string | undefined
}

/** What a turn may know of other cases: how busy people are, and where the same company is already. Counts and ids only. */
export interface Surroundings {
  /** open leads and visits by listed person */
  readonly loads: Readonly<Record<string, number>>
  readonly twins: readonly Twin[]
  /** times of visits to others, by team: ISO instants still to come */
  readonly booked?: readonly { readonly team: string; readonly time: string }[] | undefined
}

/** Which message a text is, on platforms where messages can be changed later: then it comes again, `edited`. */
export interface MessageMark {
  readonly id: string
  readonly edited: boolean
}

/** One thing that happened, already stamped and (for text) understood. */
export type Incoming = {
  /** unique per platform event; the same id twice is the same event */
  readonly eventId: string
  /** ISO instant */
  readonly at: string
  readonly from: Sender
  readonly around?: Surroundings | undefined
} & (
  | {
      readonly kind: 'text'
      readonly text: string
      readonly guesses: readonly IntentGuess[]
      readonly thread?: string | undefined
      readonly message?: MessageMark | undefined
    }
  | { readonly kind: 'press'; readonly press: string }
  /** the form behind a button was handed in */
  | { readonly kind: 'form'; readonly press: string; readonly values: FormValues }
  /** the conversation was opened (page loaded, /start): greet or repeat the open question */
  | { readonly kind: 'open'; readonly channel?: string | undefined }
  /** the company sent a paper; its bytes wait in the store until the turn says whose they are */
  | { readonly kind: 'paper'; readonly paper: Paper }
  /** the company stopped the bot on its platform: nothing reaches it there any more */
  | { readonly kind: 'away' }
  /** a timer is due; `what` is what the turn that set it wrote down */
  | { readonly kind: 'tick'; readonly what: string }
)

/** Where a card goes: the enterprise's chat, or a desk (a bank's or a service team's channel), there into one thread. */
export type Audience =
  | { readonly kind: 'enterprise' }
  | { readonly kind: 'desk'; readonly desk: string; readonly thread: string }

/** A card to be sent. Cards with the same `slot` for the same audience replace each other where the platform can edit. */
export interface Post {
  readonly to: Audience
  readonly card: Card
  readonly slot?: string | undefined
}

/** One row of the audit log: ids and codes, never a fact's value. */
export interface AuditEvent {
  readonly verb: string
  readonly object: string
  readonly by: string
  readonly detail?: string | undefined
}

/**
 * Sets the timer of this key, in place of an earlier one, or stops it (`at: null`). It is committed with the turn. A due
 * timer comes back once as a tick; one that was replaced or stopped meanwhile never does.
 */
export type TimerChange =
  /** `at`: ISO instant; one in the past is due at once */
  { readonly key: string; readonly at: string; readonly what: string } | { readonly key: string; readonly at: null }

/** A desk's thread whose cards the company takes back: what waits is not sent, what stands there is blanked. */
export interface Recall {
  readonly desk: string
  readonly thread: string
}

/** A paper that waits in the store: for a lead or visit from now on, or, without one, deleted. */
export interface PaperChange {
  readonly id: string
  readonly thread: string | null
}

export interface Outcome {
  readonly case: Case
  readonly posts: readonly Post[]
  readonly events: readonly AuditEvent[]
  /** done before `posts` are written */
  readonly recalls?: readonly Recall[] | undefined
  readonly timers?: readonly TimerChange[] | undefined
  readonly papers?: readonly PaperChange[] | undefined
  /** the owner had everything deleted: what was stored goes, only `case` (fresh) and `posts` remain */
  readonly erase?: boolean | undefined
  /** the case was kept as long as it may be: all of it goes, `case` and `posts` too */
  readonly expire?: boolean | undefined
}

/** The classifier. Answers [] when it is late, loading or gone: grammar and buttons carry on without it. */
export type Understand = (text: string, language: Language) => Promise<readonly IntentGuess[]>
