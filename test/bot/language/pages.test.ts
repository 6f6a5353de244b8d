// Pasted pages: registry pages in two layouts, a tax summary, statements. What is recognised is told; scopes of business,
// legal representatives and capital are not taken for anything else; talk is no page.
import { describe, expect, test } from 'vitest'
import { normalise, readPage } from '../../../bot/language/index.ts'
import { heard, TODAY } from './lexicon.ts'

const PAGES: Readonly<Record<string, readonly [page: string, facts: readonly string[]]>> = {
  'labels above values': [
    '企业名称\n临安恒溪仪器有限公司\n法定代表人\n沈国平\n注册资本\n1200万人民币\n实缴资本\n300万人民币\n成立日期\n2014-05-20\n所属行业\n仪器仪表制造业\n参保人数\n41\n注册地址\n浙江省杭州市临安区青山湖街道大园路958号\n经营范围\n一般项目：软件开发；光伏设备销售；医疗器械研发',
    [
      '? people.total social-insurance',
      'company.founded_on 2014-05-20',
      'company.industry manufacturing-equipment',
      'company.name 临安恒溪仪器有限公司',
      'company.region 330112',
    ],
  ],
  'labels and values on one line': [
    '统一社会信用代码：91330108MA2TEXT014 名称：杭州云深数据科技有限公司 类型：有限责任公司 法定代表人：李敏 注册资本：500万元人民币 成立日期：2018年03月15日 住所：浙江省杭州市滨江区长河街道江南大道588号\n经营范围：一般项目：人工智能应用软件开发；大数据服务',
    [
      'company.founded_on 2018-03-15',
      'company.name 杭州云深数据科技有限公司',
      'company.park binjiang-hightech',
      'company.region 330108',
      'company.uscc 91330108MA2TEXT014',
    ],
  ],
  'a tax summary': [
    '纳税人名称：无锡蓝湖传感技术有限公司\n所属期：2025年1月至2025年12月\n营业收入：18,650,300.00元\n研发费用：2,410,000.00元\n实缴税额：921,455.30元\n纳税信用等级：B',
    [
      'company.name 无锡蓝湖传感技术有限公司',
      'credit.tax_grade B',
      'finance.revenue_last_year 1865.03万',
      'finance.tax_paid 92.14553万',
      'rd.cost_last_year 241万',
    ],
  ],
  'an income statement of two years, in units of ten thousand': [
    '利润表\n会计年度：2025年度\n单位：万元\n项目 本年累计金额 上年金额\n一、营业收入 3,920.00 3,300.00\n减：营业成本 2,800.00 2,410.00\n研发费用 312.00 270.00\n四、净利润 290.00 221.00',
    [
      'finance.net_profit 290万',
      'finance.revenue_last_year 3920万',
      'finance.revenue_year_before 3300万',
      'rd.cost_last_year 312万',
      'rd.cost_year_before 270万',
    ],
  ],
  'a balance sheet without a unit is asked about': [
    '资产负债表\n资产总计 52,000,000.00\n负债合计 23,400,000.00\n所有者权益合计 28,600,000.00',
    ['? finance.liabilities unit-missing', '? finance.net_assets unit-missing', '? finance.total_assets unit-missing'],
  ],
}

describe('pasted pages', () => {
  test.each(Object.entries(PAGES))('%s', (_name, [page, facts]) => {
    const read = readPage(normalise(page), TODAY)
    expect(read).toBeDefined()
    expect(heard(read ?? '')).toEqual([...facts])
  })

  test.each([
    '我们在杭州，员工45人，去年营收1200万，想贷500万',
    '第一，利息多少\n第二，要什么材料\n第三，多久能下来',
    '营业收入：三千万',
  ])('%j is talk', words => {
    expect(readPage(normalise(words), TODAY)).toBeUndefined()
  })
})
