// Kinds of talk about who, when and where, and about the day a company began: whom to call, what is no name, hours without a
// day, an address to come to; an earlier company's year, a licence, a year that dates something else.
import { describe, expect, test } from 'vitest'
import { testKinds } from './kinds.ts'
import { heard } from './lexicon.ts'

testKinds({
  'whom to call': `
我姓林，你叫我林总就行，电话13958210476 | contact.name 林总; contact.phone 13958210476
联系我助理小林 13655558888 | contact.name 小林; contact.phone 13655558888
找李工对接，18611112222 | contact.name 李工; contact.phone 18611112222
小李（行政）负责跟你们对接 | contact.name 小李
联系人王总 13812345678 | contact.name 王总; contact.phone 13812345678
姓名写陈会计 | contact.name 陈会计
我们找王总谈过 |
问了张经理，说不行 |
打到0755-26881234那个是前台，找我打15919883047 | contact.phone 15919883047
`,
  'in what role': `
我是公司财务，想问一下 |
我是会计，老板委托我来办的 | contact.role authorised-agent
我不是法人，是授权经办的 | contact.role authorised-agent
老板让我来问的 |
我经办的，法人出差了，有事跟我说 | contact.role authorised-agent
`,
  'when and where to come': `
13711112222，晚上8点后联系 | contact.phone 13711112222; contact.time 晚上8点后
明天别来，后天上午可以上门 | contact.time 后天上午
下周二之后都行，来厂里看看 | contact.time 下周二之后
工作日白天都可以打我电话 | contact.time 工作日白天
上午打过电话给你们 |
上门的话来嘉善县惠民街道晋吉路88号 | contact.address 嘉善县惠民街道晋吉路88号
地址东莞市长安镇振安路88号 来之前打电话 | contact.address 东莞市长安镇振安路88号
`,
  'the day this company began': `
厂子08年就有了，公司13年才注册 | company.founded_on 2013
上家公司2014年开的，关了，这家是2021年新开的 | company.founded_on 2021
执照上写2016年，其实15年就干了 | company.founded_on 2016
我们晚，2019年才开始，50人 | company.founded_on 2019; people.total 50
师傅2005年办的厂，我2018年自己注册了公司 | company.founded_on 2018
两千零二十一年九月份成立的 | company.founded_on 2021-09
今年刚办的公司，1月成立 | company.founded_on 2026-01
`,
  'how old it is': `
公司才两岁 | company.age 24个月
绵阳的，做了五年 | company.age 60个月; company.region 510700
公司今年刚满五年 | company.age 60个月
这个项目做了五年 |
孩子三岁了 |
`,
  'a year that dates something else': `
公司今年被法院列了被执行人 | credit.executed yes
公司去年换了法人 |
就今年1月开的单子 |
我们分公司2020年开的 |
公司2022年开始做出口 | trade.exporter yes
`,
})

describe('asked for a name or a time', () => {
  test.each([
    ['contact.name', '姓陈', '陈'],
    ['contact.name', '就找我，张敏', '张敏'],
    ['contact.name', '姓邓 邓总', '邓总'],
    ['contact.name', '姓王,叫王总就行', '王总'],
    ['contact.time', '工作日都行', '工作日'],
    ['contact.time', '明后天都行，最好上午，找李工', '明后天都行，最好上午'],
  ])('%s: %s', (id, text, value) => expect(heard(text, [id])).toContain(`${id} ${value}`))
})
