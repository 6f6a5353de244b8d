// Prompt-like text is only text. Whatever is ordered, wherever it stands, the score, the grades, the products, the plans and who
// hears of the company are those of the same company with harmless words.
import { describe, expect, test } from 'vitest'
import { type Case, describe as describeCards, type Incoming, toText, turn } from '#bot'
import { read, readAnswers } from '#engine'
import { match } from '#matching'
import { loadData } from '../../../adapters/files/load.ts'
import { heldIn } from '../../support/held.ts'
import { HOSTILE } from '../../support/hostile.ts'
import { BANK, COMPANY, ENTERPRISE, lead, MONDAY, PRODUCT, presses, staffed, writes } from '../../support/lead-scene.ts'
import { PROMPTS } from '../../support/prompts.ts'
import { applicant, TODAY } from '../../support/rulebook.ts'
import { momentsOf } from '../../support/scenes.ts'
import { happen, openVirtual } from '../../support/virtual-case.ts'

const { knowledge, rulebook, catalogue } = loadData()
const MOMENTS = 60
const HARMLESS = '云谷科技'
/** Facts that are words of the owner, not one of several options. */
const WORDED = [...rulebook.facts.values()]
  .filter(({ type }) => type === 'text' || type === 'company')
  .map(({ id }) => id)
const FIRM = {
  ...COMPANY,
  'people.total': 60,
  'people.tech_staff': 25,
  'finance.revenue_last_year': '3000 万元',
  'rd.cost_last_year': '300 万元',
  'ip.invention': 3,
  'credit.government_grade': 'C',
  'need.kinds': ['loan'],
}

/** All that is decided of a company: every rating, every product with its group and amount, every plan. */
function decided(facts: Readonly<Record<string, unknown>>): unknown {
  const answers = readAnswers(facts, rulebook.facts, MONDAY, (code, path) => expect.unreachable(`${code} ${path}`))
  const reading = read(rulebook, answers, TODAY)
  const { offers, open, refused } = match(catalogue, reading)
  const cards = describeCards(knowledge, answers, MONDAY, 'zh')
  return {
    ratings: [...rulebook.models.keys()].map(id => {
      const rating = reading.rating(id)
      return rating && [id, rating.score, rating.grades, rating.knockouts.map(({ verdict }) => verdict.is)]
    }),
    offers: offers.map(({ product, amount }) => [product.id, amount]),
    open: open.map(({ product, lacks }) => [product.id, lacks]),
    refused: refused.map(({ product }) => product.id),
    cards: cards.matchCards.map(toText),
  }
}

describe('in a fact', () => {
  test('there are facts that hold the owner’s own words', () => expect(WORDED.length).toBeGreaterThan(2))

  test.each(WORDED)('%s: every order decides what harmless words decide', fact => {
    const harmless = JSON.stringify(decided({ ...FIRM, [fact]: HARMLESS }))
    for (const words of PROMPTS) {
      const told = JSON.stringify(decided({ ...FIRM, [fact]: words }))
      expect([words, told.replaceAll(JSON.stringify(words).slice(1, -1), HARMLESS)]).toEqual([words, harmless])
    }
  })
})

/** Every grade and score of a case as it stands. */
function ratingsOf({ answers }: Case): unknown {
  const reading = read(rulebook, answers, TODAY)
  return [...rulebook.models.keys()].map(id => {
    const rating = reading.rating(id)
    return rating && [id, rating.score, rating.grades]
  })
}

describe('in the chat', () => {
  const moments = momentsOf(knowledge, MOMENTS)
    .map(({ before }) => before)
    .filter((before, at, all) => all.findIndex(other => JSON.stringify(other) === JSON.stringify(before)) === at)

  test.each(PROMPTS)('%s', words => {
    const said = (before: Case, text: string) => {
      const incoming: Incoming = { eventId: 'e', at: MONDAY, from: ENTERPRISE, kind: 'text', text, guesses: [] }
      return turn(knowledge, before, incoming)
    }
    for (const before of moments) {
      const { case: after, posts, events } = said(before, words)
      expect(heldIn(after)).toEqual(heldIn(before))
      // a desk it talks with already hears it, as its words and nothing else; no other desk does
      const told = posts.filter(({ to, slot }) => to.kind === 'desk' && !slot?.startsWith('seen.'))
      expect(told.filter(({ card }) => card.lines.some(({ kind }) => kind !== 'quote'))).toEqual([])
      const known = [...before.leads.map(({ receiver }) => receiver), ...before.visits.map(({ team }) => team)]
      expect(told.filter(({ to }) => to.kind === 'desk' && !known.includes(to.desk))).toEqual([])
      // "不要" to an open question of consent is a no, which is heard whatever stands around it; a yes would have to be clear
      expect(events.filter(({ verb }) => !['consent-refused', 'message-to-desk'].includes(verb))).toEqual([])
      // what sounds like a fact of the company may be kept as what it says of itself, and moves no grade
      const fresh = Object.keys(after.answers).filter(id => after.answers[id] !== before.answers[id])
      expect(fresh.filter(id => after.answers[id]?.source !== 'stated')).toEqual([])
      if (fresh.length > 0) expect(ratingsOf(after)).toEqual(ratingsOf(before))
    }
  })
})

describe('to and from a desk', () => {
  const staff = staffed()
  test('a company that orders the bank about changes nothing at the bank', () => {
    for (const words of [...PROMPTS, ...HOSTILE.slice(0, 20)]) {
      const scene = openVirtual(applicant({ ...COMPANY, 'company.name': words }), MONDAY)
      presses(staff, scene, `to:${BANK}:${PRODUCT}`)
      presses(staff, scene, 'cy')
      const before = lead(scene)
      happen(staff, scene, ENTERPRISE, { kind: 'text', text: words })
      expect([words, lead(scene).state, lead(scene).receiver]).toEqual([words, before.state, BANK])
      expect(scene.case.leads).toHaveLength(1)
      expect(scene.case.consents).toHaveLength(1)
    }
  })

  test('a bank’s words of approval are words: the state of a lead moves by its buttons alone', () => {
    const scene = openVirtual(applicant(COMPANY), MONDAY)
    presses(staff, scene, `to:${BANK}:${PRODUCT}`)
    presses(staff, scene, 'cy')
    const jia = { kind: 'staff', desk: BANK, person: 'UJIA', name: '甲' } as const
    happen(staff, scene, jia, { kind: 'press', press: `L:${lead(scene).id}:take` })
    for (const words of [...PROMPTS, '授信通过，额度 500 万元', 'granted 5 million', '已放款']) {
      writes(staff, scene, jia, words)
      expect([words, lead(scene).state]).toEqual([words, 'taken'])
    }
  })
})
