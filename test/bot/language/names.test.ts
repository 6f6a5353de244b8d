// A company's name, as far as names are compared at all: brackets of both widths are one sign, and a name that looks like another
// is another. Whether two companies are one is told by the credit code alone: test/adapters/store/contract-twins.ts.
import { expect, test } from 'vitest'
import { normalise } from '../../../bot/language/index.ts'
import { heard } from './lexicon.ts'

const NAMES = ['云谷（杭州）科技有限公司', '中科锐择（武汉）光电科技股份有限公司', '江苏云谷智能装备（集团）有限公司']
const half = (name: string) => name.replaceAll('（', '(').replaceAll('）', ')')
const nameIn = (text: string) => heard(text).filter(one => one.includes('company.name'))

test('full and half width brackets are the same name, in every sentence', () => {
  for (const name of NAMES)
    for (const say of [(x: string) => `我们是${x}`, (x: string) => `公司名称：${x}`, (x: string) => `${x}，想贷款`]) {
      const mixed = name.replace('（', '(')
      expect(nameIn(say(name))).toHaveLength(1)
      expect(nameIn(say(half(name)))).toEqual(nameIn(say(name)))
      expect(nameIn(say(mixed))).toEqual(nameIn(say(name)))
      expect(normalise(half(name))).toBe(normalise(name))
    }
})

test('a name that merely looks like another stays another', () => {
  // Cyrillic а, Greek Α, a digit for a letter, one stroke more, a traditional form that is no number word
  const pairs = [
    ['云谷AI科技有限公司', '云谷АI科技有限公司'],
    ['云谷AI科技有限公司', '云谷ΑI科技有限公司'],
    ['工大科技有限公司', '土大科技有限公司'],
    ['日新科技有限公司', '曰新科技有限公司'],
    ['己立科技有限公司', '已立科技有限公司'],
  ] as const
  for (const [one, other] of pairs) expect(normalise(one)).not.toBe(normalise(other))
})
