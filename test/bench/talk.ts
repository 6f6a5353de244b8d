// What understanding one message and a whole pure turn cost.
import { extract, newCase, normalise, turn } from '#bot'
import { type Bench, print, TODAY } from './bench.ts'
import { GOALS_HEAD, goal } from './contest.ts'
import { measure, percentiles, row } from './measure.ts'

const MESSAGES = [
  '我们是武汉的光电公司，2018年成立，八十来个人，去年营收三千二百万',
  '想贷1000万，三年，搞研发',
  '3个发明专利，30多个软著，税务A级，没有被执行',
  '研发人员16个，研发费用260万，前年营收2200万',
  'We have 12 patents and revenue of 30 million yuan last year',
]

/** Turns of which the slowest twentieth is looked at. */
const TURNS = 200

/** Section `talk`. */
export function benchTalk({ knowledge }: Bench): void {
  const say = measure(MESSAGES, text =>
    extract(knowledge.lexicon, normalise(text), { today: TODAY, pending: [], language: 'zh' }),
  )
  const start = newCase('bench', '2026-11-22T01:00:00.000Z')
  const incoming = (text: string) => ({
    eventId: text,
    at: '2026-11-22T01:00:00.000Z',
    from: { kind: 'enterprise' as const },
    kind: 'text' as const,
    text,
    guesses: [],
  })
  const whole = measure(MESSAGES, text => turn(knowledge, start, incoming(text)))
  const many = Array.from({ length: TURNS / MESSAGES.length }, () => MESSAGES).flat()
  const [late = Number.NaN] = percentiles(many, text => turn(knowledge, start, incoming(text)), [95])
  print([
    '',
    '## Talk',
    '',
    '| | µs a message | messages/s | |',
    '| --- | --- | --- | --- |',
    row('facts from one message', say),
    row('whole pure turn (understand, rate, match, ask)', whole, say),
    ...GOALS_HEAD,
    goal('whole pure turn, processor time, p95', late / 1_000, '≤', 10, 'ms'),
  ])
}
