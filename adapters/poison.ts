// Keys that no honest sender uses, because to a program they are no data: who writes to them reaches how objects are made.
// Parsers drop some of them in silence and copying obeys others, so whatever comes from outside with one is refused whole.
const POISON: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export type KeyPath = readonly (string | number)[]

/** A part still to be looked at, and how it was reached. */
interface Part {
  readonly value: object
  readonly key: string | number
  readonly within: Part | undefined
}

function pathTo(part: Part, key: string): KeyPath {
  const path: (string | number)[] = [key]
  for (let at = part; at.within; at = at.within) path.unshift(at.key)
  return path
}

/** Where such a key stands, at whatever depth; undefined when there is none. Bytes are not looked into. */
export function poisonIn(value: unknown): KeyPath | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  // a list of its own instead of calls within calls: a body may be nested deeper than the stack is
  const open: Part[] = [{ value, key: '', within: undefined }]
  for (let part = open.pop(); part; part = open.pop()) {
    if (ArrayBuffer.isView(part.value)) continue
    const isList = Array.isArray(part.value)
    for (const [key, inner] of Object.entries(part.value)) {
      if (!isList && POISON.has(key)) return pathTo(part, key)
      if (typeof inner === 'object' && inner !== null)
        open.push({ value: inner, key: isList ? Number(key) : key, within: part })
    }
  }
  return undefined
}

/** JSON somebody else wrote. @throws SyntaxError for what is no JSON, and for what holds such a key */
export function parseForeign(text: string): unknown {
  const value: unknown = JSON.parse(text)
  if (poisonIn(value)) throw new SyntaxError('a key that is no data')
  return value
}
