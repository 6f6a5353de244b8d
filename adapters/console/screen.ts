// The terminal as the conversation sees it: prints what is new, numbers the buttons, knows which number stands for which.
import { clearLine, cursorTo, type Interface } from 'node:readline'
import type { Message } from '../store/store.ts'
import { numbered } from './plain.ts'

export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean | undefined }
type Read = (after: bigint) => Promise<readonly Message[]>

/** What the terminal shows: new messages since the last look, their buttons numbered on from the last thing typed. */
export function createScreen(output: Output, lines: Interface, conversation: Read, json = false) {
  let last = 0n
  let choices: string[] = []
  let looking: Promise<unknown> = Promise.resolve()

  const print = (text: string) => {
    if (output.isTTY) {
      cursorTo(output, 0)
      clearLine(output, 0)
    }
    output.write(`${text}\n`)
    if (output.isTTY) lines.prompt(true)
  }
  const show = (message: Message) => {
    const { text, presses } = numbered(message.card, choices.length + 1)
    choices.push(...presses)
    print(json ? JSON.stringify({ at: message.at, card: message.card }) : `${text}\n`)
  }
  const read = async (): Promise<boolean> => {
    const fresh = await conversation(last)
    last = fresh.at(-1)?.id ?? last
    const said = fresh.filter(message => message.direction === 'out')
    for (const message of said) show(message)
    return said.length > 0
  }
  return {
    print,
    /** Shows what is new; answers whether the bot said something. Looks never overlap, so nothing shows twice. */
    look: (): Promise<boolean> => {
      const look = looking.then(read, read)
      looking = look.catch(() => undefined)
      return look
    },
    /** What was said before is not shown again. */
    skipPast: async () => {
      for (let page = await conversation(last); page.length > 0; page = await conversation(last)) {
        last = page.at(-1)?.id ?? last
      }
    },
    pressOf: (line: string): string | undefined => {
      const digits = /^\[?(\d{1,3})\]?$/.exec(line.normalize('NFKC'))?.[1]
      return digits === undefined ? undefined : choices[Number(digits) - 1]
    },
    forgetChoices: () => {
      choices = []
    },
  }
}

export type Screen = ReturnType<typeof createScreen>
