// A world around the pure turn, drawn from one seed: a company, clerks of the right and the wrong desks, timers, a clock that
// jumps, events that come twice, late or out of order, processes that end before they commit. After every step the rules of
// the product are checked. The same seed gives the same world.
import { isDeepStrictEqual } from 'node:util'
import {
  type Case,
  caseSchema,
  type Incoming,
  type Knowledge,
  type Outcome,
  type Post,
  PRESS_BYTES_MAX,
  toText,
  turn,
} from '#bot'
import { CASE_ID, type Moment } from './scenes.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const JUMPS_MS = [-DAY_MS, -HOUR_MS, HOUR_MS, DAY_MS, 40 * DAY_MS, 366 * DAY_MS]
/** buttons of the last so many cards, also of those that are outdated */
const CARDS_KEPT = 12
/** personal words shorter than this stand in other words by chance */
const WORDS_MIN = 3

export type Random = () => number

/** A small generator whose whole state is one number. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Sim {
  readonly knowledge: Knowledge
  readonly random: Random
  readonly texts: readonly string[]
  case: Case
  now: number
  count: number
  shown: Post[]
  timers: Map<string, { at: number; what: string }>
  readonly seen: Set<string>
  /** events on their way: they may come late, twice, or in another order */
  waiting: Incoming[]
}

export interface Told {
  readonly steps: number
  readonly duplicates: number
  readonly crashes: number
  readonly ticks: number
}

const pick = <T>({ random }: Pick<Sim, 'random'>, list: readonly T[]): T | undefined =>
  list[Math.floor(random() * list.length)]

const pressesAt = (sim: Sim, at: (post: Post) => boolean): string[] =>
  sim.shown.filter(at).flatMap(post => (post.card.buttons ?? []).flat().map(button => button.press))

const LETTERS = 'abcdefghijklmnopqrstuvwxyz:._-0123456789'

/** A press nobody was shown: made up, or one that was shown with a piece of it changed. */
function forged(sim: Sim): string {
  const base =
    pick(
      sim,
      pressesAt(sim, () => true),
    ) ?? 'L:x:taken'
  const at = Math.floor(sim.random() * base.length)
  return `${base.slice(0, at)}${LETTERS.charAt(Math.floor(sim.random() * LETTERS.length))}${base.slice(at + 1)}`
}

function enterpriseEvent(sim: Sim, base: Pick<Incoming, 'eventId' | 'at'>): Incoming {
  const from = { kind: 'enterprise' as const }
  const die = sim.random()
  const press = pick(
    sim,
    pressesAt(sim, post => post.to.kind === 'enterprise'),
  )
  if (die < 0.55 && press !== undefined) return { ...base, from, kind: 'press', press }
  if (die < 0.6) return { ...base, from, kind: 'press', press: forged(sim) }
  if (die < 0.63) return { ...base, from, kind: 'open' }
  return { ...base, from, kind: 'text', text: pick(sim, sim.texts) ?? '', guesses: [] }
}

function staffEvent(sim: Sim, base: Pick<Incoming, 'eventId' | 'at'>): Incoming {
  const posts = sim.shown.flatMap(post => (post.to.kind === 'desk' ? [post.to] : []))
  const to = pick(sim, posts)
  if (!to) return enterpriseEvent(sim, base)
  // every third clerk sits at another desk and has got hold of the card
  const desk = sim.random() < 0.66 ? to.desk : 'bank-of-nowhere'
  const person = `U${Math.floor(sim.random() * 3)}`
  const from = { kind: 'staff' as const, desk, person, name: `经理${person}` }
  const press = pick(
    sim,
    pressesAt(sim, post => post.to.kind === 'desk' && post.to.thread === to.thread),
  )
  if (sim.random() < 0.8 && press !== undefined) return { ...base, from, kind: 'press', press }
  return { ...base, from, kind: 'text', text: pick(sim, sim.texts) ?? '', guesses: [], thread: to.thread }
}

function nextEvent(sim: Sim): Incoming {
  sim.count += 1
  sim.now += Math.floor(sim.random() * 5 * MINUTE_MS)
  if (sim.random() < 0.08) sim.now += pick(sim, JUMPS_MS) ?? 0
  const base = { eventId: `e${sim.count}`, at: new Date(sim.now).toISOString() }
  const due = [...sim.timers].find(([, timer]) => timer.at <= sim.now)
  if (due) {
    sim.timers.delete(due[0])
    return { ...base, from: { kind: 'clock' }, kind: 'tick', what: due[1].what }
  }
  return sim.random() < 0.7 ? enterpriseEvent(sim, base) : staffEvent(sim, base)
}

/** What the company is never to be known by at a desk without its consent: its personal facts, as they would be shown. */
function personalWords({ knowledge }: Sim, { answers }: Case): string[] {
  return Object.entries(answers).flatMap(([id, answer]) => {
    const personal = knowledge.rulebook.facts.get(id)?.personal === true
    return personal && typeof answer.value === 'string' && answer.value.length >= WORDS_MIN ? [answer.value] : []
  })
}

const fail = (rule: string, detail: string): never => {
  throw new Error(`${rule}: ${detail}`)
}

/** Whatever a desk is sent belongs to a lead or visit of its own, and without a consent says nothing personal. */
function checkDeskPost(sim: Sim, after: Case, { to, card }: Post): void {
  if (to.kind !== 'desk') return
  const lead = after.leads.find(one => one.id === to.thread)
  const visit = after.visits.find(one => one.id === to.thread)
  if ((lead?.receiver ?? visit?.team) !== to.desk) fail('a card in a foreign channel', `${to.desk} ${to.thread}`)
  const consent = after.consents.find(one => one.id === (lead?.consent ?? visit?.consent))
  if (!consent || consent.receiver !== to.desk) fail('a card without consent', `${to.desk} ${to.thread}`)
  const open = consent?.withdrawnAt === undefined && (lead?.owner ?? visit?.owner) !== undefined
  // what the company typed into the thread itself is its own doing
  const words = toText({ ...card, lines: card.lines.filter(line => line.kind !== 'quote') })
  const told = open ? undefined : personalWords(sim, after).find(word => words.includes(word))
  if (told !== undefined) fail('personal data before a clerk took it, or after withdrawal', to.thread)
}

function checkOutcome(sim: Sim, before: Case, incoming: Incoming, { case: after, posts, erase }: Outcome): void {
  if (!isDeepStrictEqual(caseSchema.parse(JSON.parse(JSON.stringify(after))), JSON.parse(JSON.stringify(after))))
    fail('a case that does not come back as it was stored', incoming.eventId)
  const ids = [...after.consents, ...after.leads, ...after.visits].map(one => one.id)
  if (new Set(ids).size < ids.length) fail('an id twice', ids.join())
  if (erase && (after.leads.length > 0 || after.consents.length > 0 || Object.keys(after.answers).length > 0))
    fail('something left after deletion', incoming.eventId)
  if (!erase)
    for (const [kind, old, fresh] of [
      ['lead', before.leads, after.leads],
      ['visit', before.visits, after.visits],
    ] as const)
      for (const one of old) {
        const now = (fresh as readonly { id: string; history: readonly object[] }[]).find(other => other.id === one.id)
        if (!now) fail(`a ${kind} that vanished`, one.id)
        else if (!isDeepStrictEqual(now.history.slice(0, one.history.length), one.history))
          fail('a history rewritten', one.id)
      }
  for (const lead of after.leads)
    if (!after.consents.some(consent => consent.id === lead.consent && consent.receiver === lead.receiver))
      fail('a lead without consent', lead.id)
  if (incoming.from.kind === 'staff' && incoming.from.desk === 'bank-of-nowhere' && !isDeepStrictEqual(before, after))
    fail('a stranger changed a case', incoming.eventId)
  for (const { press } of posts.flatMap(post => (post.card.buttons ?? []).flat()))
    if (!/^[\x21-\x7e]+$/.test(press) || press.length > PRESS_BYTES_MAX) fail('a button that does not travel', press)
  if (!erase) for (const post of posts) checkDeskPost(sim, after, post)
  if (
    incoming.from.kind === 'enterprise' &&
    incoming.kind === 'text' &&
    incoming.text.trim() !== '' &&
    posts.length === 0
  )
    fail('a message without an answer', JSON.stringify(incoming.text))
}

function commit(sim: Sim, outcome: Outcome): void {
  sim.case = outcome.case
  if (outcome.erase) {
    sim.timers.clear()
    sim.shown = sim.shown.filter(post => post.to.kind === 'enterprise')
  }
  for (const change of outcome.timers ?? []) {
    if (change.at === null) sim.timers.delete(change.key)
    else sim.timers.set(change.key, { at: Date.parse(change.at), what: change.what })
  }
  sim.shown = [...sim.shown, ...outcome.posts].slice(-CARDS_KEPT)
}

/** Lives through `steps` events from a moment of a real talk. Throws at the first broken rule. */
export function simulate(
  knowledge: Knowledge,
  moment: Moment,
  texts: readonly string[],
  seed: number,
  steps: number,
): Told {
  const random = randomOf(seed)
  const now = Date.parse(moment.incoming.at)
  const sim: Sim = {
    knowledge,
    random,
    texts,
    case: moment.before,
    now,
    count: 0,
    shown: [...moment.shown],
    timers: new Map(),
    seen: new Set(),
    waiting: [{ ...moment.incoming, eventId: 'e0' }],
  }
  const told = { steps: 0, duplicates: 0, crashes: 0, ticks: 0 }
  while (told.steps < steps) {
    if (sim.waiting.length === 0 || random() < 0.3) sim.waiting.push(nextEvent(sim))
    const at = random() < 0.15 ? Math.floor(random() * sim.waiting.length) : 0
    const incoming = sim.waiting[at]
    if (!incoming) continue
    // a platform that heard no answer brings the event again
    if (random() > 0.1) sim.waiting.splice(at, 1)
    told.steps += 1
    if (sim.seen.has(incoming.eventId)) {
      told.duplicates += 1
      continue
    }
    const before = sim.case
    const frozen = JSON.stringify(before)
    const outcome = turn(knowledge, before, incoming)
    if (JSON.stringify(before) !== frozen) fail('a turn changed what it was given', incoming.eventId)
    if (random() < 0.1) {
      // the process ended before the commit; the next one plays the same event on the same case
      told.crashes += 1
      if (!isDeepStrictEqual(turn(knowledge, before, incoming), outcome))
        fail('two lives, two results', incoming.eventId)
    }
    sim.seen.add(incoming.eventId)
    if (incoming.kind === 'tick') told.ticks += 1
    checkOutcome(sim, before, incoming, outcome)
    commit(sim, outcome)
  }
  if (sim.case.id !== CASE_ID) fail('another case', sim.case.id)
  return told
}
