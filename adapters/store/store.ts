// The store as the rest of the edge sees it. One database holds the inbox, the cases, what was said, and the outbox;
// a turn commits all of it or nothing.
import type { AuditEvent, Card, Case, LeadRow, Outcome, Paper, Surroundings, VisitRow } from '#bot'
import type { Platform, Received } from '../received.ts'
import type { DeadLetter } from './dead-letters.ts'
import type { Export } from './export.ts'
import type { StoreHealth } from './health.ts'
import type { PaperReader, StoredPaper } from './papers.ts'

/** A received event that was claimed for its turn. */
export interface InboxItem {
  readonly id: bigint
  readonly received: Received
  /** tries, this one included */
  readonly attempts: number
  /** who holds it: another claim gets another lease, and then this one can do nothing more */
  readonly lease: string
}

/** What was said in one room: by somebody (`in`) or by the bot (`out`). A later message with the same slot replaces the earlier. */
export interface Message {
  /** grows within one database: the page's Last-Event-ID */
  readonly id: bigint
  readonly room: Room
  readonly direction: 'in' | 'out'
  /** who said it, for `in` */
  readonly author?: string | undefined
  readonly card: Card
  /** every desk message has one, so that it can be blanked when its case is erased */
  readonly slot?: string | undefined
  readonly at: string
}

/** An enterprise's chat, or one thread at one desk. */
export type Room =
  | { readonly kind: 'enterprise'; readonly platform: Platform; readonly peer: string }
  | { readonly kind: 'desk'; readonly desk: string; readonly thread: string }

/** A message that must still reach a platform which does not read the store itself (Telegram, Slack). */
export interface Delivery {
  readonly id: bigint
  readonly platform: Platform
  /** chat id, channel id */
  readonly address: string
  readonly message: Message
  /** tries, this one included */
  readonly attempts: number
  /** platform id of the message this one replaces (same slot), if it is known */
  readonly replaces?: string | undefined
  /** platform id of the first message in this desk thread, if there is one */
  readonly threadRoot?: string | undefined
  /** an earlier attempt ended without an answer: look before repeating */
  readonly uncertain: boolean
  /** who holds it; see InboxItem */
  readonly lease: string
}

export type DeliveryResult =
  | { readonly is: 'sent'; readonly externalId?: string | undefined }
  | { readonly is: 'later'; readonly at: string; readonly code: string }
  | { readonly is: 'uncertain'; readonly code: string }
  | { readonly is: 'dead'; readonly code: string }

/** Where a desk's cards go besides the local desk page: a Slack channel, group robots, or nowhere. */
export type Route = (desk: string) => readonly { readonly platform: Platform; readonly address: string }[]

export interface Store {
  /**
   * Stores an event; a repeated (platform, eventId) is a duplicate and changes nothing. Of a chat that says more than is
   * played in a minute the rest waits for its time, and the company is told; see chat-pace.ts and `release`.
   */
  accept(received: Received): Promise<'accepted' | 'duplicate'>
  /** Claims the oldest waiting event whose case nobody works on, under a lease. */
  next(): Promise<InboxItem | undefined>
  /**
   * Claims up to `most` such events of different cases at once, oldest first; [] when none is free. Play them within the
   * lease. One that was tried before is claimed alone, so that it cannot take others down with it.
   */
  take(most: number): Promise<readonly InboxItem[]>
  /**
   * Plays one event in one transaction: locks the case (opens it if new), runs the pure step, writes case, leads, visits,
   * consents, messages, deliveries, audit and marks the event done. `unknown-thread` when an event names no case that exists,
   * `stale` when its timer was set anew or stopped meanwhile.
   * `gone` when somebody else holds or has played the event. When the step throws, nothing is written and the error is
   * thrown on: then call fail(). An outcome with `erase` begins a case with a fresh id; posts to desks are left out.
   */
  play(item: InboxItem, step: (current: Case) => Outcome): Promise<'played' | 'gone' | 'unknown-thread' | 'stale'>
  /**
   * Puts timers that are due into the inbox, each once, and tells how many. Any process may call it at any time; at most
   * TIMERS_PER_RING at once, then call again.
   */
  ring(): Promise<number>
  /**
   * Lets events into the line that had to wait because their chat said more than is played in a minute, and whose time has
   * come; tells how many. Any process may call it at any time.
   */
  release(): Promise<number>
  /** Sets a timer, due now, for each open lead that has none (from before there were timers), and tells how many. */
  windLeads(): Promise<number>
  /**
   * Sets a timer, due now, for each case that nobody has said or done anything in since `quietSince`, with nothing under
   * way in it and no such timer yet. Tells how many; at most EXPIRIES_PER_LOOK at once, then call again.
   */
  windExpiries(quietSince: Date): Promise<number>
  /** The case an event belongs to, as last committed; undefined when it is new or unknown. For reading only. */
  caseOf(received: Received): Promise<Case | undefined>
  /** The same for a claimed event, without asking the database when the claim brought the case. */
  caseOfItem(item: InboxItem): Promise<Case | undefined>
  /** Whether a lead or visit has this id. */
  hasThread(thread: string): Promise<boolean>
  /** How busy listed people are, and open leads of the same company in other cases. A moment old when it is used. */
  around(caseId: string, firm: string | undefined): Promise<Surroundings>
  /** Leads of one desk, newest first: ids, codes and times. */
  leadsOfDesk(desk: string): Promise<readonly LeadRow[]>
  /** Visits of one team, newest first: ids, codes and times. */
  visitsOfDesk(desk: string): Promise<readonly VisitRow[]>
  /** Posts a card that belongs to no case into a desk's thread, unless its slot is there already. */
  postOnce(desk: string, thread: string, slot: string, card: Card): Promise<boolean>
  /** Cases that asked to hear of something new, as last committed. */
  listeners(): Promise<readonly Case[]>
  /** Has these cases asked for an institution, each in its own turn; the same offer again replaces the one that waits. */
  inviteCases(
    offer: { readonly institution: string; readonly product: string; readonly by: string },
    cases: readonly string[],
  ): Promise<void>
  /** When the newest message of a desk's thread was posted. */
  lastPosted(desk: string, thread: string): Promise<string | undefined>
  /** Gives an event back after a fault: tried again until the limit, then dead with `code`. */
  fail(item: InboxItem, code: string): Promise<'again' | 'dead'>

  /** Messages of one enterprise chat after `afterId`, oldest first; at most MESSAGES_PER_READ, then ask again. */
  conversation(platform: Platform, peer: string, afterId: bigint): Promise<readonly Message[]>
  /** Messages of every desk, or `only` of these, after `afterId`, oldest first; at most MESSAGES_PER_READ, then ask again. */
  desks(afterId: bigint, only?: readonly string[]): Promise<readonly Message[]>
  /** Is told after each commit that new messages or deliveries exist (this process only: poll as well). Returns "stop". */
  onChange(listener: () => void): () => void

  /** Claims due deliveries of one platform, at most one per address, under a lease. */
  due(platform: Platform): Promise<readonly Delivery[]>
  /** Right before sending: true when it is still wanted and still ours. Then it can no longer be taken back. */
  begin(delivery: Delivery): Promise<boolean>
  settle(delivery: Delivery, result: DeliveryResult): Promise<void>
  /** The desk thread a platform message belongs to (a Slack reply's thread root). */
  threadOf(platform: Platform, address: string, externalId: string): Promise<string | undefined>

  /**
   * Takes or keeps an office that one process holds at a time, such as "telegram poller", for `ms` milliseconds from now on
   * the database's clock. False: somebody else holds it. `holder` is unique per process.
   */
  takeOffice(office: string, holder: string, ms: number): Promise<boolean>
  /** Gives an office back at once, if it is held. */
  leaveOffice(office: string, holder: string): Promise<void>

  /** Counts and ages for /healthz: waiting and dead events and deliveries. */
  health(): Promise<StoreHealth>
  /** Events and deliveries that were given up, newest first. */
  deadLetters(): Promise<readonly DeadLetter[]>
  /** Gives one of them all its tries again; false when there is nothing to try. */
  reviveLetter(kind: DeadLetter['kind'], id: bigint): Promise<boolean>
  /** Puts one of them away for good; false when there is none of that id. */
  dropLetter(kind: DeadLetter['kind'], id: bigint): Promise<boolean>
  /** Writes one card about the dead letters nobody has announced yet to a desk; each is announced once. */
  announceDead(desk: string, cardOf: (letters: readonly DeadLetter[]) => Card): Promise<readonly DeadLetter[]>
  /** Everything stored of one enterprise's chat, opened, for its owner. */
  exportChat(platform: Platform, peer: string): Promise<Export | undefined>
  /** Keeps the bytes of a paper, sealed, until a turn says whose they are; the same id again changes nothing. */
  keepPaper(platform: Platform, peer: string, paper: Paper, bytes: Buffer): Promise<'kept' | 'no-case' | 'full'>
  /** A paper for its company, or for the desk it was given to while the consent holds; undefined for everybody else. */
  paper(id: string, reader: PaperReader): Promise<StoredPaper | undefined>
  /** Cases in which a team (without one: any team) has a visit that is not over, as last committed. */
  visited(team?: string): Promise<readonly Case[]>
  close(): Promise<void>
}

export type { AuditEvent, DeadLetter, StoreHealth }
