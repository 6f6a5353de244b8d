// Works the inbox: takes the oldest event, understands it outside any transaction, plays one pure turn inside one, and goes
// on. A fault gives the event back; nothing is ever dropped in silence.
import {
  type Case,
  type Incoming,
  type IntentGuess,
  type Knowledge,
  type Outcome,
  type Surroundings,
  turn,
  type Understand,
} from '#bot'
import type { Log } from './delivery/send.ts'
import { errorName, errorPlace } from './log.ts'
import type { Received } from './received.ts'
import type { InboxItem, Store } from './store/store.ts'

/** Without a wake-up the inbox is looked at this often: other processes may have filled it. */
const POLL_MS = 1_000
const AFTER_FAULT_MS = 500
/** Events claimed at once for all lanes: few enough that the last of them is played long before its lease ends. */
const TAKEN_AT_ONCE = 8

export interface WorkerOptions {
  readonly store: Pick<Store, 'take' | 'play' | 'fail' | 'caseOfItem' | 'around'>
  readonly knowledge: Knowledge
  readonly understand: Understand
  readonly log: Log
  /** events worked on at once; events of one case never are */
  readonly lanes: number
}

/** A stored event as the bot takes it. */
export function toIncoming(
  received: Received,
  guesses: readonly IntentGuess[],
  around?: Surroundings | undefined,
): Incoming {
  const { platform, at, from, event, target } = received
  const base = { eventId: `${platform}:${received.eventId}`, at, from, ...(around ? { around } : {}) }
  if (event.kind === 'open' || event.kind === 'away') return { ...base, ...event }
  if (event.kind === 'tick') return { ...base, kind: 'tick', what: event.what }
  if (event.kind === 'form') return { ...base, kind: 'form', press: event.press, values: event.values }
  if (event.kind === 'paper') return { ...base, kind: 'paper', paper: event.paper }
  if (event.kind === 'press') return { ...base, kind: 'press', press: event.press }
  return {
    ...base,
    kind: 'text',
    text: event.text,
    guesses,
    ...(event.message ? { message: event.message } : {}),
    ...(target.kind === 'thread' ? { thread: target.thread } : {}),
  }
}

/** The pure step of one event; a conversation that opens takes the platform's language. */
export function stepOf(knowledge: Knowledge, received: Received, incoming: Incoming): (current: Case) => Outcome {
  return current =>
    turn(
      knowledge,
      !current.greeted && received.language ? { ...current, language: received.language } : current,
      incoming,
    )
}

async function guess(
  { understand }: WorkerOptions,
  received: Received,
  known: Case | undefined,
): Promise<readonly IntentGuess[]> {
  if (received.event.kind !== 'text' || received.from.kind !== 'enterprise') return []
  return understand(received.event.text, known?.language ?? received.language ?? 'zh')
}

/**
 * Other cases matter only where a lead may be put to somebody or a time may be booked: when consent is waited for or a visit
 * is arranged, at a desk, and for the clock.
 */
async function lookAround(
  { store, knowledge }: WorkerOptions,
  { from }: Received,
  known: Case | undefined,
): Promise<Surroundings | undefined> {
  const matters = known?.pending?.kind === 'consent' || known?.visits.some(visit => visit.owner !== undefined)
  if (!known || (from.kind === 'enterprise' && !matters)) return undefined
  const firm = known.answers[knowledge.script.lead.firm]?.value
  return store.around(known.id, typeof firm === 'string' ? firm : undefined)
}

/** One event in a worker's hands: understood, played, given back after a fault. */
export async function workOn(options: WorkerOptions, item: InboxItem): Promise<void> {
  const { store, knowledge, log } = options
  const { received } = item
  const fields = { inbox: String(item.id), platform: received.platform, kind: received.event.kind }
  try {
    const known = received.event.kind === 'open' ? undefined : await store.caseOfItem(item)
    const guesses = await guess(options, received, known)
    const incoming = toIncoming(received, guesses, await lookAround(options, received, known))
    const result = await store.play(item, stepOf(knowledge, received, incoming))
    log('info', `turn-${result}`, fields)
  } catch (error) {
    const code = errorName(error)
    const state = await store.fail(item, code)
    log('error', `turn-failed-${state}`, { ...fields, code, where: errorPlace(error) })
  }
}

/**
 * Hands claimed events to the lanes; whoever finds none claims for all, and the others wait for that. What is claimed is
 * handed out also when nothing more `mayClaim`: it would wait for the end of its lease otherwise.
 */
function openSupply({ store }: WorkerOptions, mayClaim: () => boolean): () => Promise<InboxItem | undefined> {
  let items: readonly InboxItem[] = []
  let taking: Promise<readonly InboxItem[]> | undefined
  return async () => {
    while (items.length === 0) {
      if (taking === undefined && !mayClaim()) return undefined
      const mine = taking === undefined
      taking ??= store.take(TAKEN_AT_ONCE).finally(() => {
        taking = undefined
      })
      const taken = await taking
      if (mine) items = taken
      if (taken.length === 0) return undefined
    }
    const [first, ...rest] = items
    items = rest
    return first
  }
}

/** Starts the lanes. `wake` says that something arrived; `stop` ends after the events in hand. */
export function startWorker(options: WorkerOptions): { wake(): void; stop(): Promise<void> } {
  let stopped = false
  const sleepers = new Set<() => void>()
  const wake = () => {
    for (const sleeper of sleepers) sleeper()
  }
  const rest = (ms: number) =>
    new Promise<void>(resolve => {
      const done = () => {
        clearTimeout(timer)
        sleepers.delete(done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      sleepers.add(done)
    })
  const supply = openSupply(options, () => !stopped)
  const lane = async () => {
    for (;;) {
      try {
        const item = await supply()
        if (item) await workOn(options, item)
        else if (stopped) return
        else await rest(POLL_MS)
      } catch (error) {
        // the store itself is in trouble: say so and keep trying, events wait safely in the inbox
        options.log('error', 'inbox-unreachable', { code: errorName(error) })
        if (stopped) return
        await rest(AFTER_FAULT_MS)
      }
    }
  }
  const lanes = Array.from({ length: options.lanes }, lane)
  return {
    wake,
    stop: async () => {
      stopped = true
      wake()
      await Promise.all(lanes)
    },
  }
}
