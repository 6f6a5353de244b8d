// Events and steps for the store's tests, saying only what matters there.
import type { AuditEvent, Card, Case, Outcome, Post, Recall, TimerChange } from '#bot'
import type { Received } from '../../../adapters/received.ts'
import type { OpenStore } from '../../../adapters/store/open.ts'
import type { InboxItem, Route } from '../../../adapters/store/store.ts'

export const AT = '2026-03-02T01:00:00.000Z'
/** The bank "icbc" works in Slack, "ccb" has a robot in two groups beside it, everybody else is at the desk page. */
export const ROUTE: Route = desk => {
  if (desk === 'ccb')
    return [
      { platform: 'slack', address: 'C-ccb' },
      { platform: 'feishu', address: 'ccb' },
      { platform: 'wecom', address: 'ccb' },
    ]
  return desk === 'icbc' ? [{ platform: 'slack', address: 'C-icbc' }] : []
}
export const ENTERPRISE = { kind: 'enterprise' } as const

let count = 0

type Extra = Partial<Pick<Received, 'platform' | 'eventId' | 'language' | 'at'>>

function received(rest: Pick<Received, 'target' | 'from' | 'event'>, extra: Extra): Received {
  count += 1
  return { platform: 'telegram', eventId: `e${count}`, at: AT, ...rest, ...extra }
}

export const says = (peer: string, text: string, extra: Extra = {}): Received =>
  received({ target: { kind: 'conversation', peer }, from: ENTERPRISE, event: { kind: 'text', text } }, extra)

export const presses = (peer: string, press: string, extra: Extra = {}): Received =>
  received({ target: { kind: 'conversation', peer }, from: ENTERPRISE, event: { kind: 'press', press } }, extra)

export const opens = (peer: string, extra: Extra = {}): Received =>
  received({ target: { kind: 'conversation', peer }, from: ENTERPRISE, event: { kind: 'open' } }, extra)

export function staffSays(desk: string, thread: string, text: string, extra: Extra = {}): Received {
  const from = { kind: 'staff', desk, person: 'U1', name: '王经理' } as const
  const target = { kind: 'thread', thread } as const
  return received({ target, from, event: { kind: 'text', text } }, { platform: 'slack', ...extra })
}

export const card = (text: string, buttons?: Card['buttons']): Card => ({
  lines: [{ kind: 'text', text }],
  ...(buttons ? { buttons } : {}),
})

export const toEnterprise = (text: string, slot?: string): Post => ({ to: ENTERPRISE, card: card(text), slot })

export const toDesk = (desk: string, thread: string, text: string, slot?: string): Post => ({
  to: { kind: 'desk', desk, thread },
  card: card(text),
  slot,
})

interface Does {
  readonly change?: (current: Case) => Case
  readonly posts?: readonly Post[]
  readonly events?: readonly AuditEvent[]
  readonly erase?: boolean
  readonly timers?: readonly TimerChange[]
  readonly recalls?: readonly Recall[]
  readonly papers?: Outcome['papers']
}

/** A step that notes the event in the case's trail, and does what the test asks for. */
export function step(item: InboxItem, does: Does = {}): (current: Case) => Outcome {
  return current => {
    const noted = { ...current, trail: [...current.trail, item.received.eventId] }
    return {
      case: does.change?.(noted) ?? noted,
      posts: does.posts ?? [],
      events: does.events ?? [],
      erase: does.erase,
      timers: does.timers,
      recalls: does.recalls,
      papers: does.papers,
    }
  }
}

export const audited = (verb: string, object: string): AuditEvent => ({ verb, object, by: 'enterprise' })

/** The next event, which the test knows to be there. */
export async function claim(store: OpenStore): Promise<InboxItem> {
  const item = await store.next()
  if (!item) throw new Error('no event is waiting')
  return item
}

/** Accepts one event and plays it. */
export async function turn(store: OpenStore, event: Received, does: Does = {}): Promise<InboxItem> {
  await store.accept(event)
  const item = await claim(store)
  const result = await store.play(item, step(item, does))
  if (result !== 'played') throw new Error(`the event was not played: ${result}`)
  return item
}

/** Plays until nothing waits. */
export async function drain(store: OpenStore, does: Does = {}): Promise<number> {
  for (let played = 0; ; played++) {
    const item = await store.next()
    if (!item) return played
    await store.play(item, step(item, does))
  }
}

/** Adds a consent, a lead and a visit with ids that begin with the case's. */
export function withLead(current: Case, words = 'x'): Case {
  const consent = `${current.id}.c1`
  const history = { at: AT, by: 'enterprise' }
  return {
    ...current,
    consents: [
      { id: consent, receiver: 'icbc', purpose: 'credit-assessment', fields: ['a'], text: 'v1', by: words, at: AT },
    ],
    leads: [
      {
        id: `${current.id}.l1`,
        receiver: 'icbc',
        products: ['p1'],
        consent,
        state: 'offered',
        history: [{ state: 'offered', ...history }],
      },
    ],
    visits: [
      {
        id: `${current.id}.v1`,
        team: 'team-a',
        consent,
        topics: [words],
        state: 'requested',
        history: [{ state: 'requested', ...history }],
      },
    ],
  }
}

export const textOf = (shown: Card): string => shown.lines.map(line => ('text' in line ? line.text : '')).join('\n')

/** Sends what is due on the platforms that carry messages away, and tells how much that was. */
export async function sendDue(store: OpenStore): Promise<number> {
  let sent = 0
  for (const platform of ['telegram', 'slack'] as const)
    for (let due = await store.due(platform); due.length > 0; due = await store.due(platform))
      for (const delivery of due)
        if (await store.begin(delivery)) {
          await store.settle(delivery, { is: 'sent', externalId: `x${delivery.id}` })
          sent += 1
        }
  return sent
}
