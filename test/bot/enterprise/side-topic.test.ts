// Questions about security and about a bad record have answers of their own, from the products within reach.
import { describe, expect, test } from 'vitest'
import { loadData } from '../../../adapters/files/load.ts'
import { readSideTopic } from '../../../bot/language/index.ts'
import { applicant } from '../../support/rulebook.ts'
import { happen, openVirtual } from '../../support/virtual-case.ts'

const { knowledge } = loadData()
const AT = '2026-11-24T07:00:00.000Z'

describe('what a question is about', () => {
  test.each([
    ['没有抵押物行不行', 'security'],
    ['专利可以押吗', 'security'],
    ['没房子抵押 专利能押吗', 'security'],
    ['一定要房产抵押吗？', 'security'],
    ['设备能不能抵押', 'security'],
    ['Can I get a loan without collateral?', 'security'],
    ['我征信不好能贷吗', 'record'],
    ['之前有逾期还能贷吗', 'record'],
    ['老板是失信人可以吗', 'record'],
    ['will bad credit be a problem', 'record'],
  ])('%s: %s', (words, topic) => expect(readSideTopic(words)).toBe(topic))

  test.each([
    '没有抵押能贷多少',
    '抵押的利率和信用的差多少',
    '专利质押要什么材料',
    '会上征信吗',
    '会查我的征信吗',
    '没有房产抵押',
    '没有逾期',
    '厂房抵押给农行了，逾期过可以吗',
    '能扣押金吗',
    '质押是什么意思',
  ])('%s is none of them', words => expect(readSideTopic(words)).toBeUndefined())
})

const told = applicant({ 'company.region': '320500', 'people.total': 60 })
const reply = (words: string): string =>
  happen(knowledge, openVirtual(told, AT), { kind: 'enterprise' }, { kind: 'text', text: words })
    .posts.flatMap(({ card }) => card.lines.map(line => JSON.stringify(line)))
    .join('\n')

test('security is answered with the products that want none or take patents, and no promise', () => {
  const lines = reply('没有抵押物行不行')
  expect(lines).toMatch(/不一定要房产抵押.*以银行审核为准/)
  expect(lines).toMatch(/信用（免抵押担保）：目前可能的有 [1-9]\d* 款，如/)
  expect(lines).toMatch(/知识产权质押：目前可能的有 [1-9]\d* 款，如/)
})

test('a bad record is neither looked up nor promised away', () => {
  expect(reply('我征信不好能贷吗')).toMatch(/我不查、也看不到征信记录.*以银行审核为准/)
})
