// The input lines of a transcript, to play the same talk through the real product.
import { readFileSync } from 'node:fs'

const FOLDER = new URL('../bot/transcripts/', import.meta.url)
/** `> text`, `> [button]`, `desk name > …`; see test/support/play.ts. */
const INPUT = /^(?:([a-z0-9-]+) (\S+) )?> (.*)$/
const BUTTON = /^\[(.+)\]$/

export interface InputLine {
  /** the whole line as it stands in the file */
  readonly line: string
  /** who: a clerk of a desk, or without it the enterprise */
  readonly staff?: { readonly desk: string; readonly name: string } | undefined
  readonly does: { readonly kind: 'text'; readonly text: string } | { readonly kind: 'press'; readonly label: string }
}

function parse(line: string): InputLine | undefined {
  const [, desk, name, words] = INPUT.exec(line) ?? []
  if (words === undefined) return undefined
  const label = BUTTON.exec(words)?.[1]
  return {
    line,
    ...(desk && name ? { staff: { desk, name } } : {}),
    does: label === undefined ? { kind: 'text', text: words } : { kind: 'press', label },
  }
}

/** What people say and press in `name`.txt, in order. */
export function inputsOf(name: string): readonly InputLine[] {
  const lines = readFileSync(new URL(`${name}.txt`, FOLDER), 'utf8').split('\n')
  return lines.map(parse).filter(line => line !== undefined)
}
