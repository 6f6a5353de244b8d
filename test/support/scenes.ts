// Moments of real talks: a case as the talk has left it, and the one thing that happens next. Drawn from the transcripts, so
// that each kind of turn there is (consent, lead, refusal, visit, report, deletion …) comes in at least once.
import { readdirSync, readFileSync } from 'node:fs'
import { type Card, type Case, type Incoming, type Knowledge, newCase, type Outcome, type Post, turn } from '#bot'
import { findButton, openScene, type Scene, threadAt } from './play.ts'

const FOLDER = new URL('../bot/transcripts/', import.meta.url)
const INPUT = /^(?:([a-z0-9-]+) (\S+) )?> (.*)$/
const MINUTE_MS = 60_000
/** Stands for the case's id, which the store draws. */
export const CASE_ID = 'transcriptcase'

export interface Moment {
  readonly name: string
  readonly before: Case
  /** the newest cards of each room, where the buttons are */
  readonly shown: readonly Post[]
  readonly incoming: Incoming
  readonly outcome: Outcome
}

const inputsOf = (file: string): string[] =>
  readFileSync(new URL(file, FOLDER), 'utf8')
    .split('\n')
    .filter(line => INPUT.test(line) && !/^[a-z0-9-]* ?<|^</.test(line))

function incomingOf(scene: Scene, line: string): Incoming | undefined {
  const [, desk, name, words = ''] = INPUT.exec(line) ?? []
  scene.now += MINUTE_MS
  scene.count += 1
  const from = desk && name ? { kind: 'staff' as const, desk, person: name, name } : { kind: 'enterprise' as const }
  const base = { eventId: `event-${scene.count}`, at: new Date(scene.now).toISOString(), from }
  const label = /^\[(.+)\]$/.exec(words)?.[1]
  try {
    if (label) return { ...base, kind: 'press', press: findButton(scene, desk ?? 'enterprise', label).press }
    if (words === '(open)') return { ...base, kind: 'open' }
    return { ...base, kind: 'text', text: words, guesses: [], ...(desk ? { thread: threadAt(scene, desk) } : {}) }
  } catch {
    // played without the classifier a talk can leave its script: such a line has no button to press
    return undefined
  }
}

/** What kind of turn it was: what it wrote into the audit, and whom it spoke to. */
function kindOf({ events, posts, erase, timers }: Outcome): string {
  const rooms = new Set(posts.map(post => post.to.kind))
  return JSON.stringify([events.map(event => event.verb).toSorted(), [...rooms].toSorted(), erase, Boolean(timers)])
}

function shownOf(scene: Scene): Post[] {
  return [...scene.shown].flatMap(([room, cards]): Post[] => {
    const card: Card | undefined = cards.at(-1)
    if (!card) return []
    if (room === 'enterprise') return [{ to: { kind: 'enterprise' }, card }]
    return [{ to: { kind: 'desk', desk: room, thread: threadAt(scene, room) }, card }]
  })
}

/** At least `count` moments: one of each kind of turn, then others evenly from all talks. */
export function momentsOf(knowledge: Knowledge, count: number): readonly Moment[] {
  const kinds = new Map<string, Moment>()
  const others: Moment[] = []
  for (const file of readdirSync(FOLDER)
    .filter(name => name.endsWith('.txt'))
    .sort()) {
    const scene = openScene()
    for (const line of inputsOf(file)) {
      const before = scene.case
      const incoming = incomingOf(scene, line)
      if (!incoming) continue
      const shown = shownOf(scene)
      const outcome = turn(knowledge, before, incoming)
      const moment: Moment = { name: `${file}: ${line}`, before, shown, incoming, outcome }
      const kind = kindOf(outcome)
      if (kinds.has(kind)) others.push(moment)
      else kinds.set(kind, moment)
      scene.case = outcome.case
      for (const post of outcome.posts) {
        const room = post.to.kind === 'enterprise' ? 'enterprise' : post.to.desk
        scene.shown.set(room, [...(scene.shown.get(room) ?? []), post.card])
      }
    }
  }
  const step = Math.max(1, Math.floor(others.length / Math.max(1, count - kinds.size)))
  return [...kinds.values(), ...others.filter((_, index) => index % step === 0)]
}

/** Anything of a talk with the real id of its case in it. */
export const withId = <T>(value: T, id: string): T => JSON.parse(JSON.stringify(value).replaceAll(CASE_ID, id))

export const emptyCase = (): Case => newCase(CASE_ID, '2026-11-22T01:00:00.000Z')
