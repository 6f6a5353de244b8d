// A talk goes to and fro: lone answers to the open question, corrections of what was said before, and what must not be taken
// for a fact at all.
import { describe, expect, test } from 'vitest'
import { extract } from '../../../bot/language/index.ts'
import { context, gold, heard, lexicon, rows } from './lexicon.ts'

const PENDING: readonly (readonly [pending: string, table: string])[] = [
  [
    'finance.revenue_last_year',
    `
大概三千二百万吧 | finance.revenue_last_year 3200万
1500 | ? finance.revenue_last_year unit-missing
去年亏了两百万，营收一千八百万 | finance.net_profit -200万; finance.revenue_last_year 1800万
员工45个人 | people.total 45
几百万吧 | ? finance.revenue_last_year vague
前年2000万 | finance.revenue_year_before 2000万
不清楚，先跳过 |
`,
  ],
  ['people.total', '五十几个吧，具体记不清了 | people.total 51..59\n社保26个人 | ? people.total social-insurance'],
  ['people.tech_staff', '二十三四个 | people.tech_staff 23..24\n12 | people.tech_staff 12'],
  ['ip.invention', '一项都没有 | ip.invention 0\n三个，还有俩在审 | ? ip.applications 2; ip.invention 3'],
  ['company.founded_on', '二〇一七年 | company.founded_on 2017\n2019 | company.founded_on 2019'],
  ['company.region', '章丘 | company.region 370114\n烟台开发区 | company.park other; company.region 370600'],
  ['need.term', '一年 | need.term 12个月\n18个月吧 | need.term 18个月'],
  ['need.amount', '五六百万就够了 | need.amount 500万..600万\n五百个 | ? need.amount unit-missing'],
  ['need.rate_wish', '3厘 | ? need.rate_wish monthly-rate\n4个点以内 | need.rate_wish 4%'],
  ['credit.tax_grade', 'B级 | credit.tax_grade B'],
  ['credit.government_grade', 'B级 | credit.government_grade B'],
]

describe.each(PENDING)('asked for %s', (pending, table) => {
  test.each(rows(table))('%s', (text, row) => {
    expect(heard(text, [pending])).toEqual(gold(row))
  })
})

test('several facts asked at once take their answers together', () => {
  const asked = ['company.name', 'company.region', 'company.industry', 'company.founded_on', 'people.total']
  expect(heard('云图科技有限公司，滨江，软件，2019，45', asked)).toEqual(
    gold(
      'company.name 云图科技有限公司; company.region 330108; company.park binjiang-hightech; company.industry software; company.founded_on 2019; people.total 45',
    ),
  )
})

const CORRECTIONS = rows(`
刚才说错了，营收是3500万 | finance.revenue_last_year 3500万
不对，员工应该是52人，不是45人 | people.total 52
营收由3200万改成3500万 | finance.revenue_last_year 3500万
把研发人数改成12 | people.tech_staff 12
注册地改一下，不是历下区，是历城区 | company.region 370112
更正一下，发明专利4件 | ip.invention 4
不好意思打错了，是去年亏损80万 | finance.net_profit -80万
贷款金额改为800万 | need.amount 800万
成立时间写错了，2018年 | company.founded_on 2018
sorry, it should be 60 employees, not 16 | people.total 60
`)

describe('corrections', () => {
  test.each(CORRECTIONS)('%s', (text, row) => {
    expect(heard(text)).toEqual(gold(row))
    expect(extract(lexicon, text, context()).found.every(found => found.correction)).toBe(true)
  })
  test('不是12个是15个 corrects what is being asked', () => {
    const { found } = extract(lexicon, '不是12个是15个', context(['ip.software']))
    expect(found).toMatchObject([{ fact: 'ip.software', value: 15, correction: true }])
  })
  test('a plain statement is none', () => {
    expect(extract(lexicon, '员工45人', context()).found).toMatchObject([{ correction: false }])
  })
})

/** Questions, plans, suppositions, other people's numbers, and numbers that belong to other nouns. */
const NOTHING = `
什么是创新积分？
为什么要问营收？
贷款利息多少
我们公司能贷多少钱
专利多加分吗
高企有什么用
准备申请高企和专精特新
明年计划招20个研发
目标是三年内营收过亿
如果有10个专利能加多少分
隔壁公司有30个专利，去年做了两个亿
同行普遍能贷到500万
客户大概有两百家，产品卖到30多个国家
注册资本2000万，实缴500万
毛利率三成五，净利率8%
仓库五千平米，月租8万
我是985毕业的
公司在全国500强里排不上
浙江大学和我们有合作
上海银行找过我们
`
test.each(rows(NOTHING.replaceAll('\n', ' |\n')))('states nothing: %s', text => {
  expect(heard(text)).toEqual([])
})

test('in-between states are not claimed', () => {
  expect(heard('发明专利正在申请')).toEqual([])
  expect(heard('高企在申报中')).toEqual([])
  expect(heard('正在冲小巨人')).toEqual([])
})
