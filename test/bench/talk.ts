// What understanding one message and a whole pure turn cost: single messages, a talk that grows message by message, and the
// longest messages there may be.
import { type Case, extract, newCase, normalise, turn } from '#bot'
import { type Bench, print, TODAY } from './bench.ts'
import { GOALS_HEAD, goal } from './contest.ts'
import { cpuPercentiles, measure, row } from './measure.ts'
import { LONGEST, MESSAGES } from './talk-texts.ts'

/** Talks of which the slowest twentieth of all turns is looked at. */
const TALKS = 40
/** So often each of the longest texts is said, at the start and in a talk: the worst of all counts. */
const REPEATED = 5

const AT = '2026-11-22T01:00:00.000Z'
const said = (text: string) => ({
  eventId: text,
  at: AT,
  from: { kind: 'enterprise' as const },
  kind: 'text' as const,
  text,
  guesses: [],
})

interface Said {
  readonly before: Case
  readonly text: string
}

/** Section `talk`. */
export function benchTalk({ knowledge }: Bench): void {
  const say = measure(MESSAGES, text =>
    extract(knowledge.lexicon, normalise(text), { today: TODAY, pending: [], language: 'zh' }),
  )
  const start = newCase('bench', AT)
  const play = ({ before, text }: Said) => turn(knowledge, before, said(text)).case
  const whole = measure(MESSAGES, text => play({ before: start, text }))
  // the case as it was before each message of a talk
  const grown: Said[] = []
  let before = start
  for (const text of MESSAGES) {
    grown.push({ before, text })
    before = play({ before, text })
  }
  const repeat = <T>(list: readonly T[], count: number) => Array.from({ length: count }, () => list).flat()
  const single = repeat(
    MESSAGES.map(text => ({ before: start, text })),
    TALKS,
  )
  const [, late = Number.NaN] = cpuPercentiles(single, play, [50, 95])
  const [middle = Number.NaN, grownLate = Number.NaN] = cpuPercentiles(repeat(grown, TALKS), play, [50, 95])
  const longest = Object.entries(LONGEST).map(([name, text]) => {
    const cases = repeat([start, before], REPEATED).map(one => ({ before: one, text }))
    const [worst = Number.NaN] = cpuPercentiles(cases, play, [100])
    return { name, worst: worst / 1_000 }
  })
  print([
    '',
    '## Talk',
    '',
    '| | µs a message | messages/s | |',
    '| --- | --- | --- | --- |',
    row('facts from one message', say),
    row('whole pure turn (understand, rate, match, ask), first message of a talk', whole, say),
    '',
    `A turn of a growing talk takes ${(middle / 1_000).toFixed(1)} ms of processor time in the middle.`,
    '',
    '| a message of 4,096 characters | worst turn, ms of processor time |',
    '| --- | --- |',
    ...longest.map(({ name, worst }) => `| ${name} | ${worst.toFixed(1)} |`),
    ...GOALS_HEAD,
    goal('first messages, processor time, p95', late / 1_000, '≤', 10, 'ms'),
    goal('turns of a growing talk, processor time, p95', grownLate / 1_000, '≤', 10, 'ms'),
    goal('worst turn at the longest message', Math.max(...longest.map(one => one.worst)), '≤', 100, 'ms'),
  ])
}
