// Plays a transcript: its input lines go through the real, pure turn with the real data and the real classifier; every
// card is rendered under the line that caused it. The file is fixture and golden at once.
import {
  type Button,
  type Card,
  type Case,
  type Incoming,
  type IntentGuess,
  type Knowledge,
  newCase,
  type Outcome,
  toText,
  turn,
} from '#bot'

/** `> text` (`⏎` for a line break), `> [button]`, `> [#2]` for the second button of the newest card, `desk name > …`, `> (paper 账本.pdf)`, `@ 2026-11-22T01:00:00Z`, `@ shown` (from there on the hour of China stands above each line), `# comment`. Everything else is output. */
const INPUT = /^(?:([a-z0-9-]+) (\S+) )?> (.*)$/
const CLOCK = /^@ (\S+)$/
/** Above the cards that a timer brought, and, where the clock is shown, above each line. */
const RANG = /^# \d{4}-\d\d-\d\dT\S+Z$|^# 🕘/u
const SHOWN = '@ shown'
const PAPER = /^\(paper (.+)\)$/
const PAPER_BYTES = 348_160
const CHINA_MS = 28_800_000
const PLACE = /^#(\d+)$/
const MINUTE_MS = 60_000

export interface Scene {
  case: Case
  /** the last cards of each room, for finding a button by its label */
  readonly shown: Map<string, Card[]>
  /** what the case wants to be reminded of, by key */
  readonly timers: Map<string, { readonly at: string; readonly what: string }>
  now: number
  count: number
  /** the hour stands above each line */
  clockShown: boolean
}

export type Guess = (text: string, language: 'zh' | 'en') => Promise<readonly IntentGuess[]>

export function openScene(): Scene {
  return {
    case: newCase('transcriptcase', '2026-11-22T01:00:00.000Z'),
    shown: new Map(),
    timers: new Map(),
    now: Date.parse('2026-11-22T01:00:00.000Z'),
    count: 0,
    clockShown: false,
  }
}

/** "# 🕘 11-23 09:01", China's clock. */
const hourOf = (scene: Scene): string =>
  `# 🕘 ${new Date(scene.now + CHINA_MS).toISOString().slice(5, 16).replace('T', ' ')}`

export function findButton(scene: Scene, room: string, label: string): Button {
  const cards = scene.shown.get(room) ?? []
  const place = PLACE.exec(label)?.[1]
  const placed = place && (cards.at(-1)?.buttons ?? []).flat()[Number(place) - 1]
  if (placed) return placed
  for (const card of [...cards].reverse()) {
    const button = (card.buttons ?? [])
      .flat()
      .find(one => one.text === label || one.text.replace(/^[☑☐] /, '') === label)
    if (button) return button
  }
  throw new Error(
    `no button "${label}" was shown in ${room}; there is ${cards
      .slice(-2)
      .flatMap(card => (card.buttons ?? []).flat().map(one => one.text))
      .join(' | ')}`,
  )
}

/** Takes up what a turn gave and answers its cards as lines. */
function show(scene: Scene, outcome: Outcome): string[] {
  scene.case = outcome.case
  for (const timer of outcome.timers ?? [])
    if (timer.at === null) scene.timers.delete(timer.key)
    else scene.timers.set(timer.key, { at: timer.at, what: timer.what })
  const lines: string[] = []
  for (const post of outcome.posts) {
    const room = post.to.kind === 'enterprise' ? 'enterprise' : post.to.desk
    scene.shown.set(room, [...(scene.shown.get(room) ?? []), post.card])
    const mark = post.to.kind === 'enterprise' ? '<' : `${post.to.desk} <`
    lines.push(
      ...toText(post.card)
        .split('\n')
        .map(line => `${mark} ${line}`),
      '',
    )
  }
  return lines
}

/** The thread a staff text belongs to: the newest lead or visit of that desk. */
export function threadAt({ case: { leads, visits } }: Scene, desk: string): string {
  const thread = [...leads.filter(lead => lead.receiver === desk), ...visits.filter(visit => visit.team === desk)].at(
    -1,
  )
  if (!thread) throw new Error(`nothing was sent to ${desk}`)
  return thread.id
}

const paperOf = (scene: Scene, name: string) => ({
  id: `paper-${scene.count}`,
  name,
  type: 'application/pdf',
  bytes: PAPER_BYTES,
})

/** Plays one input line and answers what it brought, as lines. */
export async function playLine(knowledge: Knowledge, scene: Scene, line: string, guess: Guess): Promise<string[]> {
  const match = INPUT.exec(line)
  if (!match) throw new Error(`not an input line: ${line}`)
  const [, desk, name, written = ''] = match
  const words = written.replaceAll('⏎', '\n')
  scene.now += MINUTE_MS
  scene.count += 1
  const base = {
    eventId: `event-${scene.count}`,
    at: new Date(scene.now).toISOString(),
    from: desk && name ? { kind: 'staff' as const, desk, person: name, name } : { kind: 'enterprise' as const },
  }
  const label = /^\[(.+)\]$/.exec(words)?.[1]
  const button = label === undefined ? undefined : findButton(scene, desk ?? 'enterprise', label)
  const incoming: Incoming = button
    ? { ...base, kind: 'press', press: button.press }
    : PAPER.test(words)
      ? { ...base, kind: 'paper', paper: paperOf(scene, PAPER.exec(words)?.[1] ?? '') }
      : words === '(open)'
        ? { ...base, kind: 'open' }
        : {
            ...base,
            kind: 'text',
            text: words,
            guesses: desk ? [] : await guess(words, scene.case.language),
            ...(desk ? { thread: threadAt(scene, desk) } : {}),
          }
  // what stood on a button that is named by its place
  const pressed = button && label && PLACE.test(label) ? [`< ▷ ${button.text}`] : []
  return [...pressed, ...show(scene, turn(knowledge, scene.case, incoming))]
}

/** Lets the clock run on: every timer due by then rings at its time, the earliest first. */
export function runClock(knowledge: Knowledge, scene: Scene, to: number): string[] {
  const out: string[] = []
  for (;;) {
    const [due] = [...scene.timers]
      .map(([key, { at, what }]) => ({ key, what, at: Date.parse(at) }))
      .filter(({ at }) => at <= to)
      .sort((one, other) => one.at - other.at)
    if (!due) break
    scene.timers.delete(due.key)
    scene.count += 1
    const at = new Date(due.at).toISOString()
    const tick = { eventId: `event-${scene.count}`, at, from: { kind: 'clock' }, kind: 'tick', what: due.what } as const
    const said = show(scene, turn(knowledge, scene.case, tick))
    scene.now = due.at
    if (said.length > 0) out.push('', scene.clockShown ? hourOf(scene) : `# ${at}`, ...said)
  }
  scene.now = to
  return out
}

/** Plays a whole transcript and answers it with fresh output. */
export async function playTranscript(
  knowledge: Knowledge,
  text: string,
  guess: Guess,
): Promise<{ text: string; scene: Scene }> {
  const scene = openScene()
  const out: string[] = []
  for (const line of text.split('\n')) {
    const clock = CLOCK.exec(line)
    // the hour at which a timer rang is output
    if (RANG.test(line)) continue
    if (line.startsWith('#') || clock) out.push(line)
    if (line === SHOWN) {
      scene.clockShown = true
      continue
    }
    if (clock?.[1] && line !== SHOWN) out.push(...runClock(knowledge, scene, Date.parse(clock[1])))
    if (INPUT.test(line) && !/^[a-z0-9-]* ?<|^</.test(line)) {
      const said = await playLine(knowledge, scene, line, guess)
      out.push('', ...(scene.clockShown ? [hourOf(scene)] : []), line, ...said)
    }
  }
  return {
    text: `${out
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`,
    scene,
  }
}
