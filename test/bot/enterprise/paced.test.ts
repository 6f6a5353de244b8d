// A company that writes faster than its messages are played is told so once in a while, in its language, and nothing else of its
// case changes.
import { expect, test } from 'vitest'
import { newCase, toText, turn } from '#bot'
import { loadData } from '../../../adapters/files/load.ts'

const { knowledge } = loadData()
const START = Date.parse('2026-03-02T01:00:00.000Z')

const tick = (current: ReturnType<typeof newCase>, seconds: number) =>
  turn(knowledge, current, {
    eventId: `paced:${seconds}`,
    at: new Date(START + seconds * 1_000).toISOString(),
    from: { kind: 'clock' },
    kind: 'tick',
    what: 'paced:45',
  })

test.each([
  ['zh', /一条也不会丢，不用重发，大约 45 秒后接着看/],
  ['en', /no need to send it again; I go on in about 45 seconds/],
] as const)('in %s: once in thirty seconds at most', (language, words) => {
  let current = { ...newCase('c', new Date(START).toISOString()), language, greeted: true }
  const said: number[] = []
  for (let seconds = 0; seconds <= 120; seconds += 5) {
    const outcome = tick(current, seconds)
    if (outcome.posts.length > 0) {
      said.push(seconds)
      expect(outcome.posts.map(({ card }) => toText(card))).toEqual([expect.stringMatching(words)])
    }
    expect(outcome.events).toEqual([])
    const { pacedAt, ...rest } = outcome.case
    expect(pacedAt).toBeDefined()
    expect({ ...rest, pacedAt: current.pacedAt }).toEqual({ ...current, pacedAt: current.pacedAt })
    current = { ...outcome.case, language, greeted: true }
  }
  expect(said).toEqual([0, 30, 60, 90, 120])
})
