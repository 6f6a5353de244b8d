// Tells Telegram who the bot is: menu of commands, description and short description, in Chinese for those who read it and
// in English for everybody else. Done at every start, in the background; nothing waits for it.
import { setTimeout as sleep } from 'node:timers/promises'
import type { ChatLines } from '#bot'
import type { Language } from '#engine'
import { backoffMs } from '../delivery/backoff.ts'
import type { Call } from '../delivery/call.ts'
import type { Log } from '../delivery/send.ts'

export interface IntroduceOptions {
  readonly call: Call
  readonly lines: ChatLines
  readonly log: Log
  readonly random: () => number
  readonly stopping: AbortSignal
}

/** Telegram's code for each of our languages; without a code it is what everybody else sees. */
const AUDIENCES: readonly (readonly [code: string | undefined, language: Language])[] = [
  [undefined, 'en'],
  ['zh', 'zh'],
]
/** A profile is no reason to ask for ever. */
const TRIES_MAX = 8

function callsOf(lines: ChatLines): readonly (readonly [method: string, payload: Readonly<Record<string, unknown>>])[] {
  return AUDIENCES.flatMap(([code, language]) => {
    const audience = code === undefined ? {} : { language_code: code }
    const commands = [
      { command: 'start', description: lines.start[language] },
      ...lines.commands.map(({ name, title }) => ({ command: name, description: title[language] })),
    ]
    return [
      ['setMyCommands', { commands, ...audience }],
      ['setMyDescription', { description: lines.about[language], ...audience }],
      ['setMyShortDescription', { short_description: lines.aboutShort[language], ...audience }],
    ] as const
  })
}

/** Resolves when all is told, when Telegram has refused it, or when it is time to stop. */
export async function introduce({ call, lines, log, random, stopping }: IntroduceOptions): Promise<void> {
  for (const [method, payload] of callsOf(lines)) {
    for (let tries = 0; tries < TRIES_MAX && !stopping.aborted; tries++) {
      const result = await call(method, payload)
      if (result.is === 'done') break
      if (result.is === 'refused') {
        log('warn', 'telegram.introduction-refused', { method, code: result.code })
        break
      }
      const wait = result.is === 'limited' ? result.waitMs : backoffMs(tries, random)
      await sleep(wait, undefined, { signal: stopping }).catch(() => undefined)
    }
  }
}
