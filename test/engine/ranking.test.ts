// Rank and share of peers behind, against counting one by one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rankAll, rankOf } from '#engine'

describe('rank', () => {
  test('equal scores share the better rank and the next is left out', () => {
    const list = [90, 70, 80, 80, 60].map(score => ({ group: 'growth', score }))
    expect(rankAll(list, one => one).map(one => one.rank)).toEqual([1, 4, 2, 2, 5])
  })
  test('each stage is ranked on its own', () => {
    const list = [
      { group: 'seed', score: 10 },
      { group: 'growth', score: 90 },
      { group: 'seed', score: 20 },
    ]
    expect(rankAll(list, one => one)).toEqual([
      { rank: 2, of: 2, ahead: 0 },
      { rank: 1, of: 1, ahead: undefined },
      { rank: 1, of: 2, ahead: 1_000_000 },
    ])
  })
  test('the share of the others behind is floored, never rounded up to everybody', () => {
    expect(rankOf(50, [10, 20, 50, 60])).toEqual({ rank: 2, of: 4, ahead: 666_666 })
    expect(rankOf(50, [50, 50])).toEqual({ rank: 1, of: 2, ahead: 0 })
  })
  test('as counting says, for any list', () => {
    const entries = fc.array(fc.record({ group: fc.constantFrom('a', 'b', 'c'), score: fc.nat(12) }), { maxLength: 60 })
    fc.assert(
      fc.property(entries, list => {
        const ranks = rankAll(list, one => one)
        for (const [index, { group, score }] of list.entries()) {
          const peers = list.filter(one => one.group === group)
          const behind = peers.filter(one => one.score < score).length
          expect(ranks[index]).toEqual({
            rank: 1 + peers.filter(one => one.score > score).length,
            of: peers.length,
            ahead: peers.length > 1 ? Math.floor((behind * 1_000_000) / (peers.length - 1)) : undefined,
          })
        }
      }),
    )
  })
})
