// The talk of the load test, event by event, and small things both sides of it need.
import type { Received } from '../../../adapters/received.ts'

/** One company's talk: what it does, what it has, what it wants, a question, the results. */
const TALK = [
  '你好',
  '我们是做光电芯片的，去年营收3000万',
  '有20个研发人员，总共60人',
  '研发投入300多万',
  '发明专利12项',
  '想贷1000万',
  '为什么问这个',
  '跳过',
  '看结果',
  '谢谢',
] as const

export const TURNS = TALK.length

/** What the company `peer` says in its nth turn. It counts from this moment: whoever plays it knows how long it waited. */
export const event = (peer: string, n: number): Received => ({
  platform: 'web',
  eventId: `${peer}:${n}`,
  at: new Date().toISOString(),
  target: { kind: 'conversation', peer },
  from: { kind: 'enterprise' },
  event: { kind: 'text', text: TALK[n % TALK.length] ?? '' },
})

export const peersOf = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${name}-${n}`)

/**
 * So many lines of so many companies in the order they are said: companies come one after the other and talk side by side, so
 * that at any time some begin and some end.
 */
export function staggered(
  peers: readonly string[],
  lines: number,
): readonly { readonly peer: string; readonly n: number }[] {
  const each = Math.ceil(lines / peers.length)
  const said = peers.flatMap((peer, p) =>
    Array.from({ length: each }, (_, n) => ({ peer, n, when: p / peers.length + n / each })),
  )
  return said.toSorted((a, b) => a.when - b.when).slice(0, lines)
}

export const percentile = (times: readonly number[], percent: number): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length))] ?? 0
}

/** Runs `work` over the list, so many at once. */
export async function together<T>(
  list: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  let next = 0
  const hand = async () => {
    for (let one = list[next++]; one !== undefined; one = list[next++]) await work(one)
  }
  await Promise.all(Array.from({ length: atOnce }, hand))
}

export const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
