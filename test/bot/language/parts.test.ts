// The parts by themselves: normal form, numbers, places, company names, codes, and who plays which role.
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise, prepare } from '../../../bot/language/index.ts'
import { findCompanies } from '../../../bot/language/names/company-name.ts'
import { BETTER_KNOWN, buildGazetteer, shortName } from '../../../bot/language/names/gazetteer.ts'
import { findPhones } from '../../../bot/language/names/phone.ts'
import { findRegions } from '../../../bot/language/names/regions.ts'
import { checkDigit, findCodes, isCreditCode } from '../../../bot/language/names/uscc.ts'
import { ROLES, type Role } from '../../../bot/language/roles.ts'
import { readNumeral } from '../../../bot/language/values/numeral.ts'
import { readAmount } from '../../../bot/language/values/read-amount.ts'
import { lexicon } from './lexicon.ts'

describe('the normal form', () => {
  test.each([
    ['ＡＢ１２％', 'AB12%'],
    ['营收\u200b３２００万', '营收3200万'],
    ['\u202e员工\u0007 45', '员工 45'],
    ['二〇一九', '二零一九'],
    ['專利兩個', '专利两个'],
    ['我哋喺深圳龍崗，關係公司係做線路板嘅', '我们在深圳龙岗，关系公司是做线路板的'],
    ['唔係高企，冇逾期，軟體著作權 3 件', '不是高企，没有逾期，软件著作权 3 件'],
    ['a\r\n\r\n b', 'a\nb'],
    ['，。（）', '，。()'],
    ['\ud800员工', '员工'],
  ])('%j → %j', (text, expected) => expect(normalise(text)).toBe(expected))
})

describe('numbers', () => {
  test.each([
    ['3千2百万', 32_000_000, 32_000_000],
    ['壹仟贰佰叁拾肆万', 12_340_000, 12_340_000],
    ['一亿零五百万', 105_000_000, 105_000_000],
    ['3亿5', 350_000_000, 350_000_000],
    ['十万零八百', 100_800, 100_800],
    ['一千二三百万', 12_000_000, 13_000_000],
    ['五十几', 51, 59],
    ['半个亿', 50_000_000, 50_000_000],
    ['1,234,567', 1_234_567, 1_234_567],
    ['三万三万', 30_000, 30_000],
  ])('%s', (text, low, high) => expect(readNumeral(text, 0)).toMatchObject({ low, high }))

  test('every number up to a hundred million is read back from its Chinese form', () => {
    const digit = '零一二三四五六七八九'
    const group = (value: number): string =>
      ['千', '百', '十', '']
        .map((unit, i) => [Math.floor(value / 10 ** (3 - i)) % 10, unit] as const)
        .map(([n, unit]) => (n === 0 ? '零' : `${digit[n]}${unit}`))
        .join('')
        .replace(/零+/g, '零')
        .replace(/零$/, '')
    const chinese = (value: number): string => {
      const [high, low] = [Math.floor(value / 10_000), value % 10_000]
      const written = `${high > 0 ? `${group(high)}万` : ''}${group(low)}`
      return written.replace(/^零/, '').replace(/零零/g, '零')
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), value => {
        expect(readNumeral(chinese(value), 0)).toMatchObject({ low: value, high: value })
      }),
    )
  })

  test('nothing else is a number', () => {
    for (const text of ['百度', '千万别', '万一', '几乎', '数据', '半导体', '个人'])
      expect(readNumeral(text, 0)).toBeUndefined()
  })

  test.each([
    ['授信 300 万', 300_000_000],
    ['500w', 500_000_000],
    ['1.2亿元', 12_000_000_000],
    ['300', undefined],
    ['100万美元', undefined],
    ['几百万', undefined],
    ['300万或500万', { low: 300_000_000, high: 500_000_000 }],
    ['300万，后来500万', undefined],
  ])('a clerk types %s', (text, expected) => expect(readAmount(text)).toEqual(expected))
})

const places = createRequire(import.meta.url)('lcn/data/data.json') as { code: string; name: string }[]
const gazetteer = buildGazetteer(places)
const found = (text: string, expected = false) => findRegions(gazetteer, text, expected).map(region => region.codes)

describe('places', () => {
  test.each([
    ['滨江区', '滨江'],
    ['内蒙古自治区', '内蒙古'],
    ['恩施土家族苗族自治州', '恩施'],
    ['广西壮族自治区', '广西'],
    ['和县', undefined],
  ])('%s is short %s', (name, short) => expect(shortName(name)).toBe(short))

  test.each([
    ['山东省济南市历下区', ['370102']],
    ['我们在滨江', ['330108']],
    ['总部苏州', ['320500']],
    ['潍坊寿光的厂', ['370783']],
    ['我们在长沙', ['430100']],
    ['吉林的', ['220000']],
    ['鼓楼区', ['320106', '320302', '350102', '410204']],
    ['公司在鼓楼区，福州的', ['350102']],
  ])('%s', (text, codes) => expect(found(text)[0]).toEqual(codes))

  test.each([
    '给海南机械厂供货',
    '山东大学',
    '上海银行',
    '产品卖到上海、北京',
    '济南C类人才',
    '合作开发',
    '去北京出差',
  ])('no seat in: %s', text => expect(found(text)).toEqual([]))

  test('every full name of a district is found after 在', () => {
    const districts = places.filter(
      ({ code, name }) => !code.endsWith('00') && name.length > 2 && !/直辖|群岛|岛礁/.test(name),
    )
    const isLost = ({ code, name }: (typeof districts)[number]): boolean => {
      const codes = found(`公司在${name}`)[0] ?? []
      return !codes.includes(code) && !codes.some(each => BETTER_KNOWN.has(each))
    }
    const lost = districts.filter(isLost)
    expect(lost.map(({ name }) => name).filter(name => !['新城区', '新市区'].includes(name))).toEqual([])
  })
})

describe('company names', () => {
  test.each([
    ['我们公司叫青岛海川精密机械有限公司，做模具', '青岛海川精密机械有限公司', true],
    ['北京和利时科技股份有限公司的', '北京和利时科技股份有限公司', true],
    ['跟中铁十局集团有限公司签了合同', '中铁十局集团有限公司', false],
    ['客户是比亚迪股份有限公司', '比亚迪股份有限公司', false],
    ['We are Hangzhou Foo Technology Co., Ltd.', 'Hangzhou Foo Technology Co., Ltd.', true],
  ])('%s', (text, name, own) => expect(findCompanies(text, false)).toMatchObject([{ name, own }]))
  test.each(['我们是一家科技有限公司', '隔壁公司', '有个市级研发中心', '一家贸易公司'])('no name in: %s', text =>
    expect(findCompanies(text, false)).toEqual([]),
  )
})

describe('codes and telephones', () => {
  test.each(['91330108MA2TEXT014', '91370100MA3C0DE07H', '914403001922038216'])('%s checks', code => {
    expect(isCreditCode(code)).toBe(true)
    expect(checkDigit(code.slice(0, 17))).toBe(code[17])
  })
  test('one wrong character never passes', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...alphabet), (at, char) => {
        const code = '91330108MA2TEXT014'
        const changed = code.slice(0, at) + char + code.slice(at + 1)
        expect(isCreditCode(changed)).toBe(changed === code)
      }),
    )
  })
  test("a resident's number is never taken for a company's", () => {
    expect(findCodes('110101199003077870')).toMatchObject([{ kind: 'personal-id' }])
  })
  test.each([
    ['打13812345678', '13812345678'],
    ['0571-87654321', '057187654321'],
    ['400-800-1234', '4008001234'],
  ])('%s', (text, phone) => expect(findPhones(text)).toMatchObject([{ phone }]))
  test.each(['注册资本13812345678900元', '编号 12345678901'])('no telephone in %s', text =>
    expect(findPhones(text)).toEqual([]),
  )
})

describe('roles', () => {
  test('every role is played, each by another fact', () => {
    const played = (Object.keys(ROLES) as Role[]).map(role => lexicon.cast.byRole.get(role)?.id)
    expect(played.filter(id => id === undefined)).toEqual([])
    expect(new Set(played).size).toBe(played.length)
  })
  test('a vocabulary without facts hears nothing and breaks nothing', () => {
    expect(prepare([], []).cast.byRole.size).toBe(0)
  })
})
