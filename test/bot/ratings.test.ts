// The rating card: which scorecard a place is shown, both scores once something is verified, the way up with who helps, and
// made-up figures named as such wherever they stand.
import { describe, expect, test } from 'vitest'
import { describe as describeCards, modelsAnywhere, modelsFor, toText } from '#bot'
import { type Dossier, readAnswers } from '#engine'
import { loadData } from '../../adapters/files/load.ts'
import { BINJIANG_D } from '../support/binjiang.ts'

const { knowledge, rulebook } = loadData()
const AT = '2026-11-22T01:00:00.000Z'

function answersOf(facts: Readonly<Record<string, unknown>>): Dossier {
  return readAnswers(facts, rulebook.facts, AT, (code, path, message) => {
    throw new Error(`${code} ${path.join('.')} ${message}`)
  })
}
const shown = (answers: Dossier) => {
  const [card] = describeCards(knowledge, answers, AT, 'zh').ratingCards
  if (!card) throw new Error('no rating card')
  return toText(card)
}
const modelsAt = (region: string | undefined) =>
  modelsFor(
    knowledge,
    describeCards(knowledge, answersOf(region === undefined ? {} : { 'company.region': region }), AT, 'zh').reading,
  )

describe('the scorecard of the place', () => {
  test.each([
    ['330108', 'binjiang-points'],
    ['330102', 'national-points'],
    ['320583', 'suzhou-index'],
    ['320100', 'jiangsu-points'],
    ['370102', 'shandong-enhancement'],
    ['420111', 'hubei-knowledge'],
    ['140105', 'national-points'],
    [undefined, 'national-points'],
  ])('%s is shown %s, and the technology-SME self-check', (region, model) => {
    expect(modelsAt(region)).toEqual([model, 'tech-sme'])
  })
  test('whole tables, of any place, are rated by the national one', () => {
    expect(modelsAnywhere(knowledge.script)).toEqual(['national-points', 'tech-sme'])
  })
  test('whatever is shown in place of an official scorecard says that its figures are illustrative', () => {
    for (const region of ['330108', '320583', '320100', '370102', '420111', '140105'])
      expect(shown(answersOf({ 'company.region': region })).split('\n')[1], region).toContain('示意')
  })
})

const BINJIANG = { 'company.region': '330108', ...BINJIANG_D }

describe('the rating card', () => {
  test('says how far the next grade is, by which facts, and who helps', () => {
    const text = shown(answersOf(BINJIANG))
    expect(text).toContain('31 分 · D 级（示意） · 壮大期')
    expect(text).toContain('【离“C 级”还差 9 分】')
    expect(text).toMatch(/【离“C 级”还差 9 分】\n· .+ → .+，加 \d+(\.\d+)? 分\n {4}办法：.+（.+；.+）/)
  })
  test('marks each part whose points are made up, and no part of an official table', () => {
    const text = shown(answersOf(BINJIANG))
    expect(text).toContain('研发费用占营业收入比例 5/20 分（示意）')
    expect(text).toMatch(/科技人员占职工总数比例 8\/20 分（17\.5%/)
  })
  test('shows the score of the words alone until something is verified, then both', () => {
    const told = answersOf(BINJIANG)
    expect(shown(told)).toContain('还没有核实过的资料')
    const checked = Object.fromEntries(
      Object.entries(told).map(([id, answer]) => [id, { ...answer, source: 'verified' as const }]),
    )
    const some = { ...checked, 'people.tech_staff': { value: 20, source: 'stated' as const, at: AT } }
    const text = shown(some)
    expect(text).toContain('42 分 · C 级（示意） · 壮大期\n只按已核实的资料算：27–42 分 · C 级 / D 级（示意） · 壮大期')
    expect(text).not.toContain('还没有核实过的资料')
  })
  test('tells the indicative limit of a grade as what it is', () => {
    const strong = { ...BINJIANG, 'ip.invention': 6, 'people.tech_staff': 22, 'credit.government_grade': 'A' }
    expect(shown(answersOf(strong))).toMatch(/等级对应的参考额度：50 万元 起，非授信承诺/)
  })
  test('says nothing of ways while only answers are missing', () => {
    expect(shown(answersOf({ 'company.region': '330108' }))).not.toMatch(/还差 \d|还差条件/)
  })
})
