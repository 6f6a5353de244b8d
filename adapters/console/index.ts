// The conversation in a terminal, for `yinqi talk`: type, or answer a button by its number. A script on standard input
// is played line by line, each line after the answer to the one before.
import { createInterface, type Interface } from 'node:readline'
import type { Language } from '#engine'
import type { Platform, Received } from '../received.ts'
import type { Store } from '../store/store.ts'
import { readText } from '../web/payload.ts'
import { REFUSALS } from '../web/refusal.ts'
import { harmless } from './plain.ts'
import { createScreen, type Output, type Screen } from './screen.ts'

const PLATFORM: Platform = 'console'
const PROMPT = '> '
/** how often to look for what other processes committed */
const POLL_MS = 250
/** how often to look while an answer is awaited */
const WAIT_MS = 50
/** an event that answers nothing counts as done when nothing has waited for this long */
const QUIET_MS = 2_000
/** longest wait for one answer: the classifier may still be loading */
const ANSWER_MS = 60_000

const BANNER = [
  '银企桥。请直接输入，或输入按钮的编号；编号以外的数字若要原样发送，前面加 =（如 =12）。/quit 退出。',
  'Yinqi Bridge. Type, or answer a button by its number; put = before a number meant as text (=12). /quit leaves.',
  '',
].join('\n')

export interface ConsoleOptions {
  readonly store: Pick<Store, 'accept' | 'conversation' | 'onChange' | 'health'>
  readonly wake: () => void
  readonly input: NodeJS.ReadableStream
  readonly output: Output
  readonly now: () => Date
  readonly newId: () => string
  /** whose conversation this is; the same id continues it */
  readonly peer: string
  readonly language?: Language | undefined
  /** for programs: one JSON line a card, nothing else */
  readonly json?: boolean | undefined
}

/** Waits until an accepted event is answered. `answered` is told by the looks, whoever made them. */
async function answer(options: ConsoleOptions, answered: () => boolean, look: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + ANSWER_MS
  let quietSince = Date.now()
  while (Date.now() < until) {
    await look().catch(() => false)
    if (answered()) return
    const { waiting } = await options.store.health().catch(() => ({ waiting: 1 }))
    if (waiting > 0) quietSince = Date.now()
    if (Date.now() - quietSince > QUIET_MS) return
    await new Promise(resolve => setTimeout(resolve, WAIT_MS))
  }
}

/** What a line means: a button by its number, a number or text as it stands, or why it cannot be sent. */
function eventOf(screen: Screen, line: string): Received['event'] | { kind: 'refused'; why: string } | undefined {
  const typed = line.trim()
  const press = screen.pressOf(typed)
  if (press !== undefined) return { kind: 'press', press }
  const words = readText(harmless(typed.replace(/^=(?=\d)/, '')))
  if (words.is === 'text') return { kind: 'text', text: words.text }
  return words.code === 'empty' ? undefined : { kind: 'refused', why: REFUSALS[words.code].message.zh }
}

/** Hands one event in and waits for its answer. */
function createSender(
  options: ConsoleOptions,
  screen: Screen,
  watch: { heard: boolean; look: () => Promise<boolean> },
) {
  const { store, peer, language } = options
  return async (event: Received['event']): Promise<void> => {
    watch.heard = false
    screen.forgetChoices()
    try {
      await store.accept({
        platform: PLATFORM,
        eventId: options.newId(),
        at: options.now().toISOString(),
        target: { kind: 'conversation', peer },
        from: { kind: 'enterprise' },
        ...(language ? { language } : {}),
        event,
      })
    } catch {
      screen.print(REFUSALS.unavailable.message.zh)
      return
    }
    options.wake()
    await answer(options, () => watch.heard, watch.look)
  }
}

/** Lines one by one, also those that came while nobody asked; undefined at the end of input. */
function createQueue(lines: Interface): () => Promise<string | undefined> {
  const waiting: string[] = []
  let ended = false
  let tell = () => {}
  lines.on('line', line => {
    waiting.push(line)
    tell()
  })
  lines.on('close', () => {
    ended = true
    tell()
  })
  return async () => {
    while (waiting.length === 0 && !ended) {
      await new Promise<void>(resolve => {
        tell = resolve
      })
    }
    return waiting.shift()
  }
}

/** Starts the conversation. `done` resolves after `/quit` or the end of input, when every answer is out. */
export function startConsole(options: ConsoleOptions): { readonly done: Promise<void>; readonly close: () => void } {
  const { input, output } = options
  const isTerminal = output.isTTY === true
  const lines = createInterface({ input, output, terminal: isTerminal, prompt: isTerminal ? PROMPT : '' })
  const next = createQueue(lines)
  const read = (after: bigint) => options.store.conversation(PLATFORM, options.peer, after)
  const screen = createScreen(output, lines, read, options.json)
  const watch = {
    heard: false,
    look: async () => {
      const said = await screen.look()
      watch.heard ||= said
      return said
    },
  }
  const send = createSender(options, screen, watch)
  // A look that fails is made again: the next poll, the next change.
  const lookAgain = () => void watch.look().catch(() => false)

  const run = async () => {
    if (!options.json) screen.print(BANNER)
    await screen.skipPast()
    const stopListening = options.store.onChange(lookAgain)
    const poll = setInterval(lookAgain, POLL_MS)
    try {
      await send({ kind: 'open' })
      for (let line = await next(); line !== undefined && line.trim() !== '/quit'; line = await next()) {
        if (!isTerminal && !options.json) output.write(`${PROMPT}${harmless(line)}\n\n`)
        const event = eventOf(screen, line)
        if (event?.kind === 'refused') screen.print(event.why)
        else if (event) await send(event)
        if (isTerminal) lines.prompt()
      }
    } finally {
      stopListening()
      clearInterval(poll)
      lines.close()
    }
  }
  return { done: run(), close: () => lines.close() }
}
