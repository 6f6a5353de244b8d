// Regular expressions under attack: every one that a program spells is looked at, and run on texts made to tire it. None may
// double its work with every character: a message of a hundred characters would then stop the whole bot.
import { expect, test } from 'vitest'
import { filesIn, type Pattern, sourceFile } from './support/source.ts'

/** What hardly any pattern wants, so that it has to try everything. */
const END = '\u0007'
/** Pieces that patterns of all kinds repeat. */
const PIECES = ['a', '1', ' ', '一', ',', '-', '1.', 'ab1 ', '三万']
const OWN_MAX = 60
/** Doubling with each piece makes the longest many thousand times the work of the shortest, anything decent hardly ten times. */
const SHORTEST = 8
const LONGER = [16, 20, 24]
const TIMES = 100
/** Below this nothing can be compared: it is the noise of a busy machine. In microseconds of the processor. */
const NOISE_US = 5_000

interface Named extends Pattern {
  readonly name: string
}
const sources = ['engine', 'matching', 'bot', 'adapters']
  .flatMap(folder => filesIn(folder, '.ts', '.js'))
  .map(sourceFile)
const patterns: readonly Named[] = sources.flatMap(({ name, patterns: own }) => own.map(one => ({ ...one, name })))
/** Pieces of patterns, too, that are put together: every text that a program spells and that repeats something. */
const spelt: readonly Named[] = sources.flatMap(({ name, strings }) =>
  strings.flatMap(({ value, line }) => (/\)[*+]/.test(value) ? [{ name, line, source: value, flags: '' }] : [])),
)

/** Each way in which an alternative may be written out, as far as it is optional or one of a few characters. */
function written(alternative: string): string[] {
  const [, before = '', optional, after = ''] = /^(.*?)(\\?.|\[[^\]]*\])\?(.*)$/.exec(alternative) ?? []
  if (optional !== undefined) return [...written(before + after), ...written(before + optional + after)]
  const [, head = '', several, tail = ''] = /^(.*?)\[([^\]^\\]{1,12})\](.*)$/.exec(alternative) ?? []
  return several === undefined ? [alternative] : [...several].flatMap(one => written(head + one + tail))
}

/** What a group that repeats without end could read in more than one way: the root of doubling. */
function ambiguousIn({ source }: Pattern): string[] {
  return [...source.matchAll(/\((?:\?:)?([^()]*)\)(?:[*+]|\{\d*,\})/g)].flatMap(([, inside = '']) => {
    const all = inside.split(/(?<!\\)\|/).flatMap(written)
    const words = new Set(all)
    /** whether it can be put together from others */
    const isMade = (word: string): boolean => {
      const reached = [true]
      for (let end = 1; end <= word.length; end++)
        reached[end] = [...reached.keys()].some(
          from => reached[from] === true && end - from < word.length && words.has(word.slice(from, end)),
        )
      return reached[word.length] === true
    }
    return [...words].filter(word => word === '' || (word.length > 1 && isMade(word)))
  })
}

/** Repeated pieces: what all patterns fall for, and the words of this one. */
function piecesFor({ source }: Pattern): readonly string[] {
  const words = source.match(/[\u4e00-\u9fff]{1,4}|[A-Za-z]{2,8}(?![A-Za-z])/g) ?? []
  return [...new Set([...PIECES, ...words.slice(0, OWN_MAX)])]
}

/** Processor time of one run, in microseconds. */
function costOf(pattern: RegExp, text: string): number {
  const before = process.cpuUsage()
  text.replace(pattern, '')
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** Which repeated piece doubles the work of a pattern, if any. Repetitions go up by steps: what doubles is stopped early. */
function doublingIn(named: Named): string | undefined {
  const everywhere = new RegExp(named.source, `${named.flags.replace('g', '')}g`)
  for (const piece of piecesFor(named))
    for (const times of LONGER) {
      if (costOf(everywhere, piece.repeat(times) + END) < NOISE_US) continue
      // slow once may be chance: both are run again, and the quicker run counts
      const quickest = (of: number) => Math.min(...[1, 2, 3].map(() => costOf(everywhere, piece.repeat(of) + END)))
      if (quickest(times) / Math.max(quickest(SHORTEST), 1) > TIMES)
        return `${named.name}:${named.line} on ${JSON.stringify(piece)} × ${times}`
    }
  return undefined
}

test('all patterns of the programs are seen', () => {
  expect(patterns.length).toBeGreaterThan(500)
  for (const { source, flags, name, line } of patterns)
    expect(() => new RegExp(source, flags), `${name}:${line}`).not.toThrow()
})

test('nothing that repeats can be read in two ways', () => {
  const found = [...patterns, ...spelt].flatMap(one =>
    ambiguousIn(one).map(word => `${one.name}:${one.line} ${JSON.stringify(word)}`),
  )
  expect(found).toEqual([])
})

test('no repeated piece doubles the work of a pattern', { timeout: 300_000 }, () => {
  expect(patterns.flatMap(pattern => doublingIn(pattern) ?? [])).toEqual([])
})

test('both looks find what they are for', () => {
  const made = (source: string): Named => ({ source, flags: '', name: source, line: 0 })
  expect(ambiguousIn(made('^(?:也|就|也就|是)*$'))).toEqual(['也就'])
  expect(ambiguousIn(made('(?:得了?|了)+'))).toEqual(['得了'])
  expect(ambiguousIn(made('(?:也|就|是)*'))).toEqual([])
  expect(doublingIn(made('^(?: ?\\d{1,5})*$'))).toContain('on "1"')
  expect(doublingIn(made('^(?:a+)+$'))).toContain('on "a"')
  expect(doublingIn(made('^(?:也|就|也就)*$'))).toContain('× ')
  expect(doublingIn(made('^\\d+$'))).toBeUndefined()
})

test('data files carry none: where rules and products are read, no pattern is made', () => {
  const making = sources.filter(({ name, code }) => /^(?:engine|matching)\//.test(name) && /\bRegExp\(/.test(code))
  expect(making.map(({ name }) => name)).toEqual([])
})
