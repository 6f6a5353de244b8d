// Twice the text takes about twice the work, on the shapes that make patterns run wild. Measured as a ratio of processor
// times in one process, so a slow or a busy machine changes nothing; no time is asserted.
import { describe, expect, test } from 'vitest'
import { type Context, extract, normalise, readAnswer, readCommand, readConsent } from '../../../bot/language/index.ts'
import { readPage } from '../../../bot/language/pages/page.ts'
import { rulebook } from '../../support/rulebook.ts'
import { context, lexicon } from './lexicon.ts'

const RATIO_MAX = 2.6
const SHORT = 1_024
const RUNS = 5
/** Noise only ever adds to a measurement: the least of several attempts is nearest to the truth. */
const ATTEMPTS = 10
/** Below this a measurement is all noise; such work is repeated until it is more. */
const MEASURABLE_US = 3_000
const REPEATS_MAX = 256

/** What was repeated without end to bring pattern readers down, and talk of our own kind. */
const SHAPES: readonly (readonly [string, string])[] = [
  ['one Chinese digit', '一'],
  ['digits and commas', '1,'],
  ['sums without end', '三万'],
  ['versions', '3.3.3.'],
  ['open brackets', '（'],
  ['blanks', 'a '],
  ['one letter', 'a'],
  ['nearly a number', '9e9'],
  ['denials', '没有专利、'],
  ['dictated lists', '科小有高企没有'],
  ['labels and answers', '失信：否 高企 无 '],
  ['boxes', '是否高企 □是 √否 '],
  ['ordinals', '1.发明3件2.'],
  ['years of a table', '2024:1050 2025 营收 1,240 | '],
  ['bare denials', '不'],
  ['grades', 'A级'],
  ['companies', '公司'],
  ['places', '朝阳'],
  ['capitals', 'Ab '],
  ['pledges', '抵押厂房'],
  ['slips', '不对，3'],
  ['slips in a row', '说错了'],
  ['years', '去年3000今年4000'],
  ['facts', '去年营收3200万，'],
  ['plans', '准备打算计划'],
  ['others', '我朋友的公司'],
  ['wishes', '想要借'],
  ['negations in English', 'not '],
  ['of them', '12 of them '],
  ['words without a break', '我们公司在杭州市滨江区做软件开发的高新技术企业'],
]
const PAGES: readonly (readonly [string, string])[] = [
  ['labels', '营业收入：'],
  ['labels on lines', '企业名称\n甲公司\n'],
  ['rows of amounts', '营业收入 39,200,000.00 33,000,000.00\n'],
  ['colons', '：'],
  ['colons and blanks', ': '],
  ['units', '单位：万元\n'],
  ['years of a page', '2025年度 '],
  ['amounts in one line', '1,234,567.00 '],
  ['bars', '名称：甲｜'],
  ['numbering', '（一）、\n'],
  ['dashes', '-—'],
]

const grown = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

function processorTime(work: () => unknown, repeats: number): number {
  const before = process.cpuUsage()
  for (let i = 0; i < repeats; i += 1) work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

/** How many times the work of the short text the long one takes; the two are measured in turns. */
function ratio(read: (text: string) => unknown, unit: string): number {
  const [short, long] = [grown(unit, SHORT), grown(unit, SHORT * 2)]
  let repeats = 1
  while (processorTime(() => read(short), repeats) < MEASURABLE_US && repeats < REPEATS_MAX) repeats *= 2
  const times: [number, number][] = []
  for (let i = 0; i < RUNS; i += 1)
    times.push([processorTime(() => read(short), repeats), processorTime(() => read(long), repeats)])
  return median(times.map(([, twice]) => twice)) / Math.max(1, median(times.map(([once]) => once)))
}

function leastRatio(read: (text: string) => unknown, unit: string): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < ATTEMPTS && least > RATIO_MAX; i += 1) least = Math.min(least, ratio(read, unit))
  return least
}

const asked: Context = context(['finance.revenue_last_year'])
const TIMEOUT_MS = 60_000

describe('twice the text', () => {
  test.each(SHAPES)('%s: read as talk', { timeout: TIMEOUT_MS }, (_, unit) => {
    expect(leastRatio(text => extract(lexicon, text, asked), unit)).toBeLessThanOrEqual(RATIO_MAX)
  })

  test.each(SHAPES)('%s: read as a yes or a command', { timeout: TIMEOUT_MS }, (_, unit) => {
    const read = (text: string) => [readConsent(text), readCommand(text)]
    expect(leastRatio(read, unit)).toBeLessThanOrEqual(RATIO_MAX)
  })

  test.each(PAGES)('%s: read as a page', { timeout: TIMEOUT_MS }, (_, unit) => {
    const read = (text: string) => readPage(normalise(text), asked.today)
    expect(leastRatio(read, unit)).toBeLessThanOrEqual(RATIO_MAX)
  })

  test('the yardstick itself tells a line from a square', () => {
    const line = (text: string) => [...text].reduce((sum, char) => sum + char.charCodeAt(0), 0)
    const square = (text: string) => [...text].reduce(sum => sum + line(text), 0)
    expect(leastRatio(line, '一1')).toBeLessThanOrEqual(RATIO_MAX)
    expect(ratio(square, '一1')).toBeGreaterThan(RATIO_MAX)
  })

  test('an answer to a question of any kind', { timeout: TIMEOUT_MS }, () => {
    const kinds = Map.groupBy(rulebook().facts.values(), fact => fact.type)
    for (const [fact] of kinds.values()) {
      if (!fact) continue
      const read = (text: string) => readAnswer(lexicon, fact, text, context([fact.id]))
      expect(leastRatio(read, '没有3万件，'), fact.id).toBeLessThanOrEqual(RATIO_MAX)
    }
  })
})
