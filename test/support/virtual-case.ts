// One case on a clock that the test moves: the real turn, and timers as the store keeps them — replaced and stopped by key,
// taken away by their own tick.
import {
  type Case,
  type FormValues,
  type Incoming,
  type Knowledge,
  newCase,
  type Outcome,
  type Paper,
  type Post,
  type Sender,
  type Surroundings,
  toText,
  turn,
} from '#bot'

export interface Timer {
  readonly at: string
  readonly what: string
}

export interface VirtualCase {
  case: Case
  now: string
  readonly timers: Map<string, Timer>
  /** everything posted, with the instant */
  readonly posts: { readonly at: string; readonly post: Post }[]
  readonly events: {
    readonly at: string
    readonly verb: string
    readonly object: string
    readonly detail?: string | undefined
  }[]
  around: Surroundings
  count: number
}

export function openVirtual(answers: Case['answers'], at: string, id = 'v'): VirtualCase {
  return {
    case: { ...newCase(id, at), answers, greeted: true },
    now: at,
    timers: new Map(),
    posts: [],
    events: [],
    around: { loads: {}, twins: [] },
    count: 0,
  }
}

type Event =
  | { kind: 'press'; press: string }
  | { kind: 'text'; text: string; thread?: string }
  | { kind: 'form'; press: string; values: FormValues }
  | { kind: 'paper'; paper: Paper }
  | { kind: 'tick'; what: string }

/** Plays one event now and keeps what comes of it. */
export function happen(knowledge: Knowledge, scene: VirtualCase, from: Sender, event: Event): Outcome {
  scene.count += 1
  const base = { eventId: `e${scene.count}`, at: scene.now, from, around: scene.around }
  const incoming: Incoming = event.kind === 'text' ? { ...base, ...event, guesses: [] } : { ...base, ...event }
  const outcome = turn(knowledge, scene.case, incoming)
  scene.case = outcome.case
  for (const post of outcome.posts) scene.posts.push({ at: scene.now, post })
  for (const audit of outcome.events) scene.events.push({ at: scene.now, ...audit })
  for (const change of outcome.timers ?? []) {
    if (change.at === null) scene.timers.delete(change.key)
    else scene.timers.set(change.key, { at: change.at, what: change.what })
  }
  return outcome
}

/** The timer that is due first. */
export function firstTimer({ timers }: VirtualCase): (Timer & { key: string }) | undefined {
  const [first] = [...timers].toSorted(([, a], [, b]) => Date.parse(a.at) - Date.parse(b.at))
  return first && { key: first[0], ...first[1] }
}

/** Lets time pass up to an instant; what falls due on the way is played when it is due. */
export function passTo(knowledge: Knowledge, scene: VirtualCase, to: string): void {
  for (let timer = firstTimer(scene); timer && Date.parse(timer.at) <= Date.parse(to); timer = firstTimer(scene)) {
    if (Date.parse(timer.at) > Date.parse(scene.now)) scene.now = timer.at
    scene.timers.delete(timer.key)
    happen(knowledge, scene, { kind: 'clock' }, { kind: 'tick', what: timer.what })
  }
  scene.now = to
}

/** What was posted since the last call, as text: to the company, or to a desk. */
export function drainPosts(scene: VirtualCase, desk?: string): string[] {
  const shown = scene.posts.filter(({ post }) =>
    desk === undefined ? post.to.kind === 'enterprise' : post.to.kind === 'desk' && post.to.desk === desk,
  )
  for (const one of shown) scene.posts.splice(scene.posts.indexOf(one), 1)
  return shown.map(({ post }) => toText(post.card))
}
