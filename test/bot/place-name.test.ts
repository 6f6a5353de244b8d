// How a place is called in both languages.
import { expect, test } from 'vitest'
import { placeName } from '#bot'
import { loadData } from '../../adapters/files/load.ts'

const { knowledge } = loadData()

test.each([
  ['330108', '浙江省杭州市滨江区', 'Binjiang, Hangzhou, Zhejiang'],
  ['310115', '上海市浦东新区', 'Pudong, Shanghai'],
  ['441900', '广东省东莞市', 'Dongguan, Guangdong'],
  ['429004', '湖北省仙桃市', 'Xiantao, Hubei'],
  ['150100', '内蒙古自治区呼和浩特市', 'Hohhot, Inner Mongolia'],
  ['810000', '香港特别行政区', 'Hong Kong'],
  ['999999', '999999', '999999'],
])('%s is %s, %s', (code, zh, en) => {
  expect(placeName(knowledge, code, 'zh')).toBe(zh)
  expect(placeName(knowledge, code, 'en')).toBe(en)
})

test('no place of the list is left in Chinese characters in English', () => {
  expect([...knowledge.places.keys()].filter(code => /\p{Script=Han}/u.test(placeName(knowledge, code, 'en')))).toEqual(
    [],
  )
})
