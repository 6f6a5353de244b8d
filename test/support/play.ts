// Plays a transcript: its input lines go through the real, pure turn with the real data and the real classifier; every
// card is rendered under the line that caused it. The file is fixture and golden at once.
import {
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

/** `> text`, `> [button]`, `desk name > …`, `@ 2026-11-22T01:00:00Z`, `# comment`. Everything else is output. */
const INPUT = /^(?:([a-z0-9-]+) (\S+) )?> (.*)$/
const CLOCK = /^@ (\S+)$/
const MINUTE_MS = 60_000

export interface Scene {
  case: Case
  /** the last cards of each room, for finding a button by its label */
  readonly shown: Map<string, Card[]>
  now: number
  count: number
}

export type Guess = (text: string, language: 'zh' | 'en') => Promise<readonly IntentGuess[]>

export function openScene(): Scene {
  return {
    case: newCase('transcriptcase', '2026-11-22T01:00:00.000Z'),
    shown: new Map(),
    now: Date.parse('2026-11-22T01:00:00.000Z'),
    count: 0,
  }
}

function findPress(scene: Scene, room: string, label: string): string {
  const cards = scene.shown.get(room) ?? []
  for (const card of [...cards].reverse()) {
    const button = (card.buttons ?? [])
      .flat()
      .find(one => one.text === label || one.text.replace(/^[☑☐] /, '') === label)
    if (button) return button.press
  }
  throw new Error(
    `no button "${label}" was shown in ${room}; there is ${cards
      .slice(-2)
      .flatMap(card => (card.buttons ?? []).flat().map(one => one.text))
      .join(' | ')}`,
  )
}

function show(scene: Scene, outcome: Outcome): string[] {
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
function threadAt({ case: { leads, visits } }: Scene, desk: string): string {
  const thread = [...leads.filter(lead => lead.receiver === desk), ...visits.filter(visit => visit.team === desk)].at(
    -1,
  )
  if (!thread) throw new Error(`nothing was sent to ${desk}`)
  return thread.id
}

/** Plays one input line and answers what it brought, as lines. */
export async function playLine(knowledge: Knowledge, scene: Scene, line: string, guess: Guess): Promise<string[]> {
  const match = INPUT.exec(line)
  if (!match) throw new Error(`not an input line: ${line}`)
  const [, desk, name, words = ''] = match
  scene.now += MINUTE_MS
  scene.count += 1
  const base = {
    eventId: `event-${scene.count}`,
    at: new Date(scene.now).toISOString(),
    from: desk && name ? { kind: 'staff' as const, desk, person: name, name } : { kind: 'enterprise' as const },
  }
  const label = /^\[(.+)\]$/.exec(words)?.[1]
  const incoming: Incoming = label
    ? { ...base, kind: 'press', press: findPress(scene, desk ?? 'enterprise', label) }
    : words === '(open)'
      ? { ...base, kind: 'open' }
      : {
          ...base,
          kind: 'text',
          text: words,
          guesses: desk ? [] : await guess(words, scene.case.language),
          ...(desk ? { thread: threadAt(scene, desk) } : {}),
        }
  const outcome = turn(knowledge, scene.case, incoming)
  scene.case = outcome.case
  return show(scene, outcome)
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
    if (clock?.[1]) scene.now = Date.parse(clock[1])
    if (line.startsWith('#') || clock) out.push(line)
    else if (INPUT.test(line) && !/^[a-z0-9-]* ?<|^</.test(line))
      out.push('', line, ...(await playLine(knowledge, scene, line, guess)))
  }
  return {
    text: `${out
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`,
    scene,
  }
}
