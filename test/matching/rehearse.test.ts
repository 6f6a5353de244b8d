// A rehearsed change of rules: what it reports is what two separate matches of every company show.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dossier, read } from '#engine'
import { match } from '#matching'
import { rehearse } from '../../matching/rehearse.ts'
import { FIRMS_AT_ONCE } from '../../matching/survey.ts'
import { answersOf, BOOK, marketOf, productOf, TODAY } from './toy-market.ts'

const WAN = 1_000_000
const edition = (fields: readonly Readonly<Record<string, unknown>>[]) => ({
  rulebook: BOOK,
  catalogue: marketOf(fields.map((one, index) => productOf(`p${index}`, one))),
})
const firm = (id: string, facts: Readonly<Record<string, unknown>>) => ({ id, dossier: answersOf(facts) })
const FIRMS = [
  firm('small', { 't.few': 1 }),
  firm('middle', { 't.few': 3 }),
  firm('large', { 't.few': 5 }),
  firm('silent', {}),
]
const atLeast = (few: number) => ({ eligible: { fact: 't.few', atLeast: few } })

describe('a rehearsal', () => {
  test('names who gains and who loses by a new limit', () => {
    const found = rehearse(edition([atLeast(4)]), edition([atLeast(2)]), FIRMS, TODAY)
    expect(found.changes).toEqual([
      {
        firm: 'middle',
        product: 'p0',
        effect: 'gain',
        before: 'no',
        after: 'can',
        amountBefore: undefined,
        amountAfter: undefined,
      },
    ])
    expect(found).toMatchObject({ firms: 4, affected: 1, counts: { gain: 1, loss: 0 } })
    const back = rehearse(edition([atLeast(2)]), edition([atLeast(4)]), FIRMS, TODAY)
    expect(back.changes.map(one => [one.firm, one.effect])).toEqual([['middle', 'loss']])
  })

  test('counts a new product as gains, a withdrawn one as losses, a question as nearer', () => {
    const found = rehearse(edition([]), edition([atLeast(3)]), FIRMS, TODAY)
    expect(found.changes.map(one => [one.firm, one.effect])).toEqual([
      ['middle', 'gain'],
      ['large', 'gain'],
      ['silent', 'nearer'],
    ])
    const gone = rehearse(edition([atLeast(3)]), edition([]), FIRMS, TODAY)
    expect(gone.changes.map(one => one.effect)).toEqual(['loss', 'loss', 'farther'])
    expect(gone.changes[0]?.after).toBeUndefined()
  })

  test('tells another amount from another verdict', () => {
    const capped = (max: string) => ({ ...atLeast(3), amount: { max } })
    const found = rehearse(edition([capped('300 万元')]), edition([capped('500 万元')]), FIRMS, TODAY)
    expect(found.changes.map(one => [one.firm, one.effect, one.amountAfter])).toEqual([
      ['middle', 'more', 500 * WAN],
      ['large', 'more', 500 * WAN],
    ])
    expect(found.counts).toEqual({ gain: 0, loss: 0, nearer: 0, farther: 0, more: 2, less: 0 })
  })

  test('says nothing when nothing changes', () => {
    expect(rehearse(edition([atLeast(3)]), edition([atLeast(3)]), FIRMS, TODAY)).toMatchObject({
      changes: [],
      affected: 0,
    })
  })

  test('agrees with matching every company twice', () => {
    const rule = fc.oneof(
      fc.nat(5).map(few => ({ eligible: { fact: 't.few', atLeast: few } })),
      fc.boolean().map(is => ({ eligible: { fact: 't.title', is } })),
      fc.nat(5).map(few => ({
        eligible: {
          any: [
            { fact: 't.few', atMost: few },
            { fact: 't.title', is: true },
          ],
        },
      })),
    )
    const rules = fc.array(rule, { minLength: 1, maxLength: 3 })
    const company = fc.record({ 't.few': fc.nat(5), 't.title': fc.boolean() }, { requiredKeys: [] })
    fc.assert(
      fc.property(rules, rules, fc.array(company, { maxLength: 6 }), (old, young, list) => {
        const firms = list.map((facts, index) => firm(`f${index}`, facts))
        const [before, after] = [edition(old), edition(young)]
        const found = rehearse(before, after, firms, TODAY)
        const can = (side: typeof before, dossier: Dossier) =>
          new Set(match(side.catalogue, read(BOOK, dossier, TODAY)).offers.map(one => one.product.id))
        for (const { id, dossier } of firms) {
          const [from, to] = [can(before, dossier), can(after, dossier)]
          const named = (effect: string) =>
            found.changes.filter(one => one.firm === id && one.effect === effect).map(one => one.product)
          expect(named('gain').sort()).toEqual([...to].filter(one => !from.has(one)).sort())
          expect(named('loss').sort()).toEqual([...from].filter(one => !to.has(one)).sort())
        }
      }),
      { numRuns: 100 },
    )
  })
})

test('more companies than are surveyed at a time are all rehearsed', () => {
  const many = Array.from({ length: FIRMS_AT_ONCE + 3 }, (_, index) => firm(String(index), { 't.few': index % 6 }))
  const found = rehearse(edition([atLeast(4)]), edition([atLeast(3)]), many, TODAY)
  expect(found.changes.map(one => one.firm)).toEqual(many.flatMap(({ id }) => (Number(id) % 6 === 3 ? [id] : [])))
  expect(found.counts.gain).toBe(found.changes.length)
})
