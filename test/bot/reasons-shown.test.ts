// Every no has its reasons, few enough to be taken in, from the rules themselves; and whoever doubts it can have a person look.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Card, describe as describeCards, toText } from '#bot'
import { REASONS_MAX } from '#engine'
import { loadData } from '../../adapters/files/load.ts'
import { tales } from '../engine/worlds.ts'
import { rulebook, TODAY } from '../support/rulebook.ts'

const { knowledge, catalogue } = loadData()
const COMPANIES = 12
const AT = '2026-11-20T08:00:00.000Z'
/** What nobody may be told is a reason: what a person is, not what a company has. */
const PROTECTED =
  /性别|男性?|女性?|民族|宗教|信仰|婚姻|怀孕|残疾|年龄|籍贯|户籍|gender|race|religion|marital|pregnan|disab|\bage\b/i

const itemsOf = (card: Card | undefined) => (card?.lines ?? []).flatMap(line => (line.kind === 'item' ? [line] : []))

test('one to four reasons for every product, in the words of the rules; more are counted', () => {
  let counted = 0
  for (const { early, truth } of fc.sample(tales(rulebook(), TODAY), COMPANIES))
    for (const dossier of [early, truth]) {
      const [, card] = describeCards(knowledge, dossier, AT, 'zh').matchCards
      for (const { text } of itemsOf(card)) {
        const [, reasons = ''] = / — (.+)$/.exec(text) ?? []
        expect(text, 'says why').toMatch(/ — .+/)
        // each limit is told with the company's own value beside it
        const told = reasons.split('您是').length - 1
        expect([text, told <= REASONS_MAX]).toEqual([text, true])
        const [, all] = /等 (\d+) 项$/.exec(reasons) ?? []
        if (all === undefined) continue
        counted += 1
        expect([text, Number(all) > REASONS_MAX]).toEqual([text, true])
      }
    }
  expect(counted).toBeGreaterThan(0)
})

test('no limit of any product or model is about what a person is', () => {
  const titles = [...catalogue.products.values()].flatMap(({ eligible, serves }) => [
    eligible,
    ...(serves ? [serves] : []),
  ])
  const facts = [...rulebook().facts.values()]
    .filter(({ id }) => !id.startsWith('company.'))
    .filter(({ title }) => PROTECTED.test(title.zh) || PROTECTED.test(title.en))
  const used = JSON.stringify(titles, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
  expect(facts.filter(({ id }) => used.includes(`"${id}"`)).map(({ id }) => id)).toEqual([])
})

test('whoever is told no can have a person look at it', () => {
  const [results, card] = describeCards(knowledge, {}, AT, 'zh').matchCards
  expect(toText(card ?? { lines: [] })).toContain('转人工')
  expect(results?.title).toBe('匹配结果')
})
