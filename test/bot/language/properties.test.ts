// What must hold for any text whatever: nothing throws, every span lies in the text, every value suits its fact and its
// bounds, and the work stays in proportion to the length.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNumeric, isRange } from '#engine'
import { inFull } from '../../../bot/language/answers/asked-forms.ts'
import { extract, normalise, readAmount, readAnswer, readCommand } from '../../../bot/language/index.ts'
import { fromForm } from '../../../bot/language/pages/forms.ts'
import { sceneOf } from '../../../bot/language/scene/scene.ts'
import { rulebook } from '../../support/rulebook.ts'
import { context, lexicon, TODAY } from './lexicon.ts'

const TEXT_LENGTH_MAX = 4096
/** Far above what any text takes, so that only unbounded work fails; no test here looks at milliseconds. */
const PATIENCE_MS = 2_000

/** Any characters, and talk thrown together from what the readers look for. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        ...'去年 前年 营收 收入 利润 亏 员工 研发 专利 发明 软著 没有 都没有 不是 是 大概 左右 不到 以上 三千 五百 两三 几 十 万 亿 元 人 个 件 % 成 百分之 厘 年 个月 2019 45 1,200.5 -30 ，。、？ 吗 准备 如果 隔壁公司 客户 分别 改成 说错了 滨江 鼓楼区 有限公司 91330108MA2TEXT014 13800138000 A级 高企 want million between and'.split(
          ' ',
        ),
      ),
      { maxLength: 40 },
    )
    .map(words => words.join('')),
)
const anyPending = fc.subarray([...rulebook().facts.keys()], { maxLength: 4 })

/** Of the text as it is laid out: pauses and short forms of the answer to one question make it longer. */
function laidOutLength(text: string, pending: readonly string[]): number {
  const [asked, ...others] = pending.flatMap(id => rulebook().facts.get(id) ?? [])
  const plain = fromForm(normalise(text))
  const texts = asked && others.length === 0 ? [plain, inFull(asked, plain, TODAY)] : [plain]
  return Math.max(...texts.map(each => sceneOf(lexicon, each, context(pending)).text.length))
}

describe('any text', () => {
  test('is normalised once and for all, within the cap', () => {
    fc.assert(
      fc.property(anyText, text => {
        const once = normalise(text)
        expect(once.length).toBeLessThanOrEqual(TEXT_LENGTH_MAX)
        expect(once.isWellFormed()).toBe(true)
        expect(normalise(once)).toBe(once)
      }),
      { numRuns: 500 },
    )
  })

  test('yields only values of the right kind, inside bounds and text', () => {
    fc.assert(
      fc.property(anyText, anyPending, (text, pending) => {
        const length = laidOutLength(text, pending)
        const { found, unclear } = extract(lexicon, text, context(pending))
        for (const { fact: id, value, confidence, span } of found) {
          const fact = rulebook().facts.get(id)
          expect(fact, id).toBeDefined()
          expect(confidence).toBeGreaterThan(0)
          expect(confidence).toBeLessThanOrEqual(1)
          expect(span[0]).toBeGreaterThanOrEqual(0)
          expect(span[1]).toBeLessThanOrEqual(length)
          expect(span[0]).toBeLessThan(span[1])
          const ends = typeof value === 'number' ? [value] : isRange(value) ? [value.low, value.high] : []
          expect(ends.length > 0).toBe(fact !== undefined && isNumeric(fact.type))
          for (const end of ends) {
            expect(Number.isSafeInteger(end), `${id} ${end}`).toBe(true)
            if (typeof fact?.min === 'number') expect(end).toBeGreaterThanOrEqual(fact.min)
            if (typeof fact?.max === 'number') expect(end).toBeLessThanOrEqual(fact.max)
          }
          if (isRange(value)) expect(value.low).toBeLessThan(value.high)
          if (fact?.type === 'choice') expect(Object.keys(fact.options ?? {})).toContain(value)
        }
        const ids = found.map(each => each.fact)
        expect(new Set(ids).size).toBe(ids.length)
        for (const { fact } of unclear) expect(ids).not.toContain(fact)
      }),
      { numRuns: 600 },
    )
  })

  test('can be read as the answer to any question', () => {
    const anyFact = fc.constantFrom(...rulebook().facts.values())
    fc.assert(
      fc.property(anyText, anyFact, (text, fact) => {
        const reading = readAnswer(lexicon, fact, text, context([fact.id]))
        expect(['value', 'problem']).toContain(reading.is)
        readCommand(text)
        readAmount(text)
      }),
      { numRuns: 600 },
    )
  })

  test('gives the same reading twice', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(extract(lexicon, text, context())).toEqual(extract(lexicon, text, context()))
      }),
      { numRuns: 100 },
    )
  })
})

const TIRING: readonly (readonly [string, string])[] = [
  ['one digit', '一'.repeat(4096)],
  ['digits and commas', '1,'.repeat(2048)],
  ['sums without end', '三万'.repeat(1000)],
  ['versions', '3.3.3.'.repeat(682)],
  ['nested brackets', `${'（'.repeat(2000)}${'）'.repeat(2000)}`],
  ['one grade', 'A级'.repeat(2048)],
  ['companies', '公司'.repeat(2048)],
  ['denials', '没有专利、'.repeat(800)],
  ['names of places', '朝阳'.repeat(2048)],
  ['capitals', 'Ab '.repeat(1365)],
  ['hums', '嗯'.repeat(4096)],
  ['particles', '的'.repeat(4096)],
  ['facts', '去年营收3200万，'.repeat(400)],
  ['a wall of words', '我们公司在杭州市滨江区做软件开发的高新技术企业'.repeat(170)],
  ['more than the cap', '员工45人，'.repeat(100_000)],
]

describe('tiring texts', () => {
  test.each(TIRING)('%s: the reader comes to an end', { timeout: PATIENCE_MS }, (_, text) => {
    const { found, unclear } = extract(lexicon, text, context(['finance.revenue_last_year']))
    expect(found.length + unclear.length).toBeLessThanOrEqual(rulebook().facts.size)
    expect(readCommand(text)).toBeUndefined()
  })

  test.each(TIRING)('%s: what comes after the cap changes nothing', { timeout: PATIENCE_MS }, (_, text) => {
    const full = text.padEnd(TEXT_LENGTH_MAX, '。').slice(0, TEXT_LENGTH_MAX)
    expect(extract(lexicon, `${full}员工45人`, context())).toEqual(extract(lexicon, full, context()))
  })
})
