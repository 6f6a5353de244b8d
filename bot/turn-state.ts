// One turn in the making: the case as it changes, what is said to whom, and the audit rows. Everything is gathered here and
// handed back as one outcome; nothing leaves a turn in any other way.
import { dayOf, type Language, type Reading, read, type Words } from '#engine'
import { answersOn } from '#matching'
import type { Card } from './card.ts'
import type { Case } from './case.ts'
import { COMMA } from './comma.ts'
import type { Knowledge } from './knowledge.ts'
import { type PhraseValues, say } from './phrases.ts'
import type { AuditEvent, Incoming, Outcome, PaperChange, Post, Recall, Sender, TimerChange } from './ports.ts'

const SHANGHAI_HOURS = 8
const MS_PER_HOUR = 3_600_000

/** An instant on the clock of China, YYYY-MM-DDTHH:MM. */
export function clockInChina(at: string): string {
  return new Date(Date.parse(at) + SHANGHAI_HOURS * MS_PER_HOUR).toISOString().slice(0, 16)
}

/** The same for people, YYYY-MM-DD HH:MM. */
export const clockText = (at: string): string => clockInChina(at).replace('T', ' ')

/** The calendar day in China (days since 1970) of an instant. */
export const dayInChina = (at: string): number => dayOf(clockInChina(at).slice(0, 10)) ?? 0

/** Whose doing an audit row and a step in a history are. */
function authorOf(from: Sender): string {
  return from.kind === 'staff' ? `staff:${from.person}` : from.kind
}

export interface Turn {
  readonly knowledge: Knowledge
  readonly incoming: Incoming
  readonly today: number
  readonly language: Language
  /** between the names of a list, in the case's language */
  readonly comma: string
  /** the case as this turn has made it so far */
  readonly case: Case
  /** the current answers, read on today's date */
  readonly reading: Reading
  update(change: Partial<Case>): void
  /** the case is another one from here on: nothing of the old one stays */
  replace(next: Case): void
  /** removes what the bot waits for */
  settle(): void
  /** a phrase in the case's language */
  t(key: string, values?: PhraseValues): string
  /** bilingual words in the case's language */
  w(words: Words): string
  /** to the enterprise; a later card with the same slot replaces this one where the platform can edit */
  say(card: Card, slot?: string): void
  /** to one thread of one desk; desks read Chinese */
  post(desk: string, thread: string, card: Card, slot?: string): void
  note(verb: string, object: string, detail?: string): void
  /** wants a tick with `what` at an ISO instant, instead of whatever was set under this key */
  remind(key: string, at: string, what: string): void
  /** no tick for this key any more */
  forgetReminder(key: string): void
  /** everything of the case goes, and nothing begins anew */
  expire(): void
  /** takes back everything in one thread of a desk */
  recall(desk: string, thread: string): void
  /** a paper that waits in the store goes to this lead or visit, or to nobody (null) and is deleted */
  givePaper(id: string, thread: string | null): void
  /** a new id of this case: consents, leads, visits */
  newId(kind: 'C' | 'L' | 'V'): string
  /** the reading of other answers on the same day */
  readingOf(answers: Case['answers']): Reading
}

/** What a turn was about to say in a thread that is taken back is not said either. */
function takenBack(posts: Post[], recall: Recall): Recall {
  const { desk, thread } = recall
  const said = posts.filter(({ to }) => to.kind === 'desk' && to.desk === desk && to.thread === thread)
  for (const post of said) posts.splice(posts.indexOf(post), 1)
  return recall
}

/** The turn as it is made here; everybody else only reads it. */
type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** Opens a turn on a case. `finish` gives its outcome. */
export function openTurn(
  knowledge: Knowledge,
  start: Case,
  incoming: Incoming,
): { turn: Turn; finish: (erase?: boolean) => Outcome } {
  const replace = (next: Case): void => {
    if (next.answers !== turn.case.answers) turn.reading = readOn(next.answers)
    turn.case = next
    turn.language = next.language
    turn.comma = COMMA[next.language]
  }
  const posts: Post[] = []
  const events: AuditEvent[] = []
  const today = dayInChina(incoming.at)
  const by = authorOf(incoming.from)
  const timers = new Map<string, TimerChange>()
  const recalls: Recall[] = []
  const papers: PaperChange[] = []
  let expired = false
  // a certificate that has run out by today counts no longer
  const readOn = (answers: Case['answers']) =>
    read(knowledge.rulebook, answersOn(answers, today, knowledge.catalogue.repairs), today)
  // plain values instead of getters, which would keep everything a turn works out past every quick collection of garbage
  const turn: Writable<Turn> = {
    knowledge,
    incoming,
    today,
    language: start.language,
    comma: COMMA[start.language],
    case: start,
    reading: readOn(start.answers),
    replace,
    update: change => replace({ ...turn.case, ...change }),
    settle() {
      const { pending: _settled, ...rest } = turn.case
      replace(rest)
    },
    t: (key, values) => say(knowledge.phrases, turn.language, key, values),
    w: words => words[turn.language],
    say: (card, slot) => void posts.push({ to: { kind: 'enterprise' }, card, ...(slot === undefined ? {} : { slot }) }),
    post: (desk, thread, card, slot) =>
      void posts.push({ to: { kind: 'desk', desk, thread }, card, ...(slot === undefined ? {} : { slot }) }),
    note: (verb, object, detail) => void events.push({ verb, object, by, ...(detail === undefined ? {} : { detail }) }),
    remind: (key, at, what) => void timers.set(key, { key, at, what }),
    forgetReminder: key => void timers.set(key, { key, at: null }),
    expire: () => {
      expired = true
    },
    recall: (desk, thread) => void recalls.push(takenBack(posts, { desk, thread })),
    givePaper: (id, thread) => void papers.push({ id, thread }),
    newId(kind) {
      turn.update({ serial: turn.case.serial + 1 })
      return `${turn.case.id}${kind}${turn.case.serial}`
    },
    readingOf: readOn,
  }
  return {
    turn,
    finish: erase => ({
      case: turn.case,
      posts,
      events,
      ...(recalls.length > 0 ? { recalls } : {}),
      ...(timers.size > 0 ? { timers: [...timers.values()] } : {}),
      ...(papers.length > 0 ? { papers } : {}),
      ...(erase ? { erase } : {}),
      ...(expired ? { expire: true } : {}),
    }),
  }
}

/** A turn's phrases in Chinese, for desks. */
export function forDesk(turn: Turn): { t: Turn['t']; w: Turn['w'] } {
  return { t: (key, values) => say(turn.knowledge.phrases, 'zh', key, values), w: words => words.zh }
}
