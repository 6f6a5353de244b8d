// What goes wrong with a data file that people edit: every kind of slip, made at a place that a seed picks. A mutation that
// finds nothing to spoil in a file answers undefined.
import { HOSTILE } from './hostile.ts'

/** 0…1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** refused: must be. same: must change nothing. told: is refused, or the file still holds all that it should. */
export type Expected = 'refused' | 'same' | 'told'

export interface Mutation {
  readonly name: string
  readonly expected: Expected
  readonly make: (text: string, random: () => number) => Buffer | undefined
}

const pick = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)]
const indentOf = (line: string): number => line.length - line.trimStart().length
/** a key with something after it on its line, at the beginning of a block line */
const KEYED = /^(\s*(?:- )?)([A-Za-z_][\w.-]*): (\S.*)$/
const BLOCK_KEY = /^\s*[A-Za-z_][\w.-]*:/

/** Changes one line that fits; `to` answers the lines that take its place. */
function atLine(
  fits: (line: string) => boolean,
  to: (line: string, random: () => number) => readonly string[] | undefined,
): Mutation['make'] {
  return (text, random) => {
    const lines = text.split('\n')
    const candidates = lines.flatMap((line, index) => (fits(line) ? [index] : []))
    const at = pick(candidates, random)
    if (at === undefined) return undefined
    const changed = to(lines[at] ?? '', random)
    return changed && Buffer.from(lines.toSpliced(at, 1, ...changed).join('\n'))
  }
}

/** A key goes with everything below it. */
const removeKey: Mutation['make'] = (text, random) => {
  const lines = text.split('\n')
  const at = pick(
    lines.flatMap((line, index) => (BLOCK_KEY.test(line) ? [index] : [])),
    random,
  )
  if (at === undefined) return undefined
  const indent = indentOf(lines[at] ?? '')
  let end = at + 1
  while (end < lines.length && (lines[end] === '' || indentOf(lines[end] ?? '') > indent)) end++
  return Buffer.from(lines.toSpliced(at, end - at).join('\n'))
}

const withValue = (value: (old: string, random: () => number) => string | undefined): Mutation['make'] =>
  atLine(
    line => KEYED.test(line),
    (line, random) => {
      const [, head = '', key = '', old = ''] = KEYED.exec(line) ?? []
      const changed = value(old, random)
      return changed === undefined ? undefined : [`${head}${key}: ${changed}`]
    },
  )

const TYPES = [
  '[1, 2]',
  '{ a: 1 }',
  'true',
  '12',
  'null',
  '~',
  '-1',
  '1e400',
  '.nan',
  '""',
  '2024-02-30',
  '!!binary AA==',
]
/** 科技 as a Windows editor of old saves it */
const GBK = Buffer.from([0xbf, 0xc6, 0xbc, 0xbc])

export const MUTATIONS: readonly Mutation[] = [
  { name: 'a key removed', expected: 'told', make: removeKey },
  { name: 'a type changed', expected: 'told', make: withValue((_old, random) => pick(TYPES, random)) },
  {
    name: 'a text of somebody hostile',
    expected: 'told',
    make: withValue((_old, random) => JSON.stringify(pick(HOSTILE, random))),
  },
  {
    name: 'a key given twice',
    expected: 'refused',
    make: atLine(
      line => /^[a-z]\w*: \S/.test(line) && !line.includes('&'),
      line => [line, line],
    ),
  },
  {
    name: 'an unknown field',
    expected: 'refused',
    make: atLine(
      line => /^[a-z]\w*:/.test(line),
      line => ['unknown_field_of_ours: 1', line],
    ),
  },
  {
    name: 'a key of every object',
    expected: 'refused',
    make: atLine(
      line => /^[a-z]\w*:/.test(line),
      (line, random) => [pick(['__proto__: { a: 1 }', 'constructor: { a: 1 }', 'prototype: 1'], random) ?? '', line],
    ),
  },
  {
    name: 'a percentage without its point',
    expected: 'refused',
    make: atLine(
      line => /^ {2}(?:from|to): \d+(?:\.\d+)? %$/.test(line),
      line => [line.replace(/(\d+(?:\.\d+)?) %/, (_all, number: string) => `${Number(number) * 100 + 1} %`)],
    ),
  },
  {
    name: 'a day that does not exist',
    expected: 'refused',
    make: atLine(
      line => /^ {2}date: \d{4}-\d{2}-\d{2}$/.test(line),
      line => [line.replace(/\d{4}-\d{2}-\d{2}/, '2023-02-30')],
    ),
  },
  {
    name: 'an end before the beginning',
    expected: 'refused',
    make: atLine(
      line => /^valid: \{ from: \d{4}/.test(line),
      () => ['valid: { from: 2024-03-01, to: 2024-02-29 }'],
    ),
  },
  {
    name: 'saved as GBK',
    expected: 'refused',
    make: (text, random) => {
      const places = [...text.matchAll(/科技|企业|贷款/g)].map(({ index }) => index)
      const at = pick(places, random)
      return at === undefined
        ? undefined
        : Buffer.concat([Buffer.from(text.slice(0, at)), GBK, Buffer.from(text.slice(at + 2))])
    },
  },
  { name: 'a byte order mark', expected: 'same', make: text => Buffer.from(`\uFEFF${text}`) },
  { name: 'the line ends of Windows', expected: 'same', make: text => Buffer.from(text.replaceAll('\n', '\r\n')) },
  {
    name: 'cut off',
    expected: 'told',
    make: (text, random) => {
      const bytes = Buffer.from(text)
      return bytes.subarray(0, Math.floor(random() * bytes.length))
    },
  },
  {
    name: 'aliases without end',
    expected: 'refused',
    make: text => {
      const layers = Array.from(
        { length: 10 },
        (_, n) => `  l${n}: &l${n} [${Array.from({ length: 9 }, () => (n === 0 ? 'x' : `*l${n - 1}`)).join(', ')}]`,
      )
      return Buffer.from(`${text}\nbomb:\n${layers.join('\n')}\n`)
    },
  },
  {
    name: 'tabs for spaces',
    expected: 'told',
    make: atLine(
      line => /^ {2}\S/.test(line),
      line => [line.replace(/^ +/, '\t')],
    ),
  },
  {
    name: 'a line lost',
    expected: 'told',
    make: atLine(
      line => line.trim() !== '',
      () => [],
    ),
  },
  { name: 'nothing in it', expected: 'told', make: () => Buffer.alloc(0) },
  {
    name: 'a byte that is no text',
    expected: 'told',
    make: (text, random) => {
      const at = Math.floor(random() * text.length)
      return Buffer.from(`${text.slice(0, at)}\0${text.slice(at)}`)
    },
  },
]
