// The file format of test messages with the facts they state, one a line:
//   text | fact value; fact value          what must be stored, and nothing else
//   [fact, fact] text | …                  what the bot had asked before
//   @fact text | value; ~ fact value       an answer to one question; `?` when it must be asked again; what else it tells
// Beside a fact: `? fact` is to be asked and not stored, `~ fact value` may be taken or left. `\n` in a text is a line break.
import type { FactId } from '#engine'

export interface Meant {
  readonly fact: FactId
  /** in the short form of written-value.ts; undefined for what must be asked */
  readonly value: string | undefined
  /** true for what may be taken or left */
  readonly optional: boolean
}

export interface FactCase {
  readonly line: number
  readonly text: string
  readonly pending: readonly FactId[]
  /** set for an answer to this one question */
  readonly answer: FactId | undefined
  readonly meant: readonly Meant[]
}

export interface FactSet {
  /** the day of the talks, from a line that names one: 2026-03-10; undefined when none does */
  readonly day: string | undefined
  readonly cases: readonly FactCase[]
}

function meantBy(written: string): Meant {
  const [, mark = '', fact = '', value = ''] = /^([?~] (?:\? )?)?(\S+) ?(.*)$/.exec(written) ?? []
  const asked = mark.includes('?')
  return { fact, value: asked ? undefined : value, optional: mark.startsWith('~') }
}

function caseOf(raw: string, line: number): FactCase | undefined {
  const bar = raw.lastIndexOf('|')
  if (bar < 0) return undefined
  const [left, right] = [raw.slice(0, bar).trim(), raw.slice(bar + 1).trim()]
  const answer = /^@(\S+) (.*)$/s.exec(left)
  const [said, answered] = [answer?.[2], answer?.[1]]
  const asked = /^\[([^\]]+)\] (.*)$/s.exec(left)
  const text = (said ?? asked?.[2] ?? left).replaceAll('\\n', '\n')
  if (answered !== undefined) {
    const [own = '', ...others] = right.split(';').map(part => part.trim())
    const value = own === '?' ? undefined : own
    const meant = [{ fact: answered, value, optional: false }, ...others.map(meantBy)]
    return { line, text, pending: [answered], answer: answered, meant }
  }
  const meant = right.split(';').flatMap(part => (part.trim() === '' ? [] : [meantBy(part.trim())]))
  return { line, text, pending: asked?.[1]?.split(',').map(id => id.trim()) ?? [], answer: undefined, meant }
}

/** Whether a file is written in this form: its first line that is no comment has a `|`. */
export const isFactSet = (content: string): boolean =>
  /^(?!#)[^\n]*\|/m.exec(content)?.index === content.search(/^(?!#)[^\n]*\S/m)

/** Reads a set; comment lines begin with `#`. */
export function parseFactSet(content: string): FactSet {
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/)
  const day = lines.flatMap(line => /^#.*\b(\d{4}-\d{2}-\d{2})\b/.exec(line)?.[1] ?? [])[0]
  const cases = lines.flatMap((line, i) => (/^\s*(?:#|$)/.test(line) ? [] : (caseOf(line, i + 1) ?? [])))
  return { day, cases }
}
