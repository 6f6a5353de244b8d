// Sums of money as people write them, each read as the answer to one question: the value in 万元, `~` when it is only about
// right, or the problem with the readings that are offered.
import { describe, expect, test } from 'vitest'
import { answered, rows } from './lexicon.ts'

/** By the fact that was asked. */
const ANSWERS: Readonly<Record<string, string>> = {
  'finance.revenue_last_year': `
去年大概在四千五百万上下 | 4500万 ~
3.85亿 | 38500万
三点六个亿 | 36000万
两千八 | ?unit-missing 2800万 or 0.28万
两千八百个 | ?unit-missing 2800万 or 0.28万
1.2kw | 1200万
85W | 85万
1500万多一点 | 1500万 ~
一千六七百万 | 1600万..1700万 ~
八九百万的样子 | 800万..900万 ~
3000W+ | 3000万 ~
破亿了 | 10000万 ~
刚过千万 | 1000万 ~
差一点到5000万 | 5000万
不到两个亿 | 18000万..19999.9999万 ~
也就六十来万 | 60万 ~
大几千万 | ?vague
几个亿 | ?vague
百八十万 | ?vague
三四个亿吧 | 30000万..40000万 ~
4,560.78万元 | 4560.78万
12345678元 | 1234.5678万
人民币叁仟伍佰万元整 | 3500万
两千一百五十三万四 | 2153.4万
1亿2 | 12000万
一亿出头 | 10000万 ~
5000多个万 | ?unit-missing 5000万 or 0.5万
600万刀 | ?foreign-currency
€200万 | ?foreign-currency
80万欧元 | ?foreign-currency
1千万到1千5百万 | 1000万..1500万 ~
800-1000w | 800万..1000万 ~
二三十万 | 20万..30万 ~
二三百万 | 200万..300万 ~
从800万到1200万之间 | 800万..1200万 ~
没有收入 | 0万
零 | 0万
36.5 million RMB | 3650万
about 4 million yuan | 400万 ~
twelve million | 1200万
RMB 800,000 | 80万
5m | 500万
500 | ?unit-missing 500万 or 0.05万
一个小目标 | 10000万
九千九百万不到 | 8910万..9899.9999万 ~
不知道 | ?no-value
员工45人 | ?no-value
开票三千万 | ?not-net-revenue 3000万
流水大概五千万 | ?not-net-revenue 5000万
三千五百多万，具体要看报表 | 3500万 ~
去年啊，两千三百来万吧 | 2300万 ~
大约人民币2千7百万 | 2700万 ~
三千万冒头 | 3000万 ~
七千多 | ?unit-missing 7000万 or 0.7万
1.05亿元 | 10500万
一亿多点 | 10000万 ~
四五个亿 | 40000万..50000万 ~
壹仟伍佰万 | 1500万
约650.5万 | 650.5万 ~
八百五 | ?unit-missing 850万 or 0.085万
五十万都不到 | 45万..49.9999万 ~
千八百万 | ?vague
1600-1800万元 | 1600万..1800万 ~
一千五六 | ?unit-missing 1500万..1600万 or 0.15万..0.16万
大几百 | ?vague
一点八个亿左右 | 18000万 ~
十二三个亿 | 120000万..130000万 ~
估计也就九百万出头 | 900万 ~
3000w不到点 | 2700万..2999.9999万 ~
去年是2680万，前年2100万 | 2680万
年销售额3亿 | 30000万
两亿八千多万 | 28000万 ~
500万以下 | 500万 ~
三百七八十万 | 370万..380万 ~
20,000,000 | 2000万
1.5 billion yuan | 150000万
between 3 and 5 million | 300万..500万 ~
300~400W | 300万..400万 ~
一百零八万五 | 108.5万
一千零五十万 | 1050万
保密 | ?no-value
没开张呢，零收入 | 0万
`,
  'finance.net_profit': `
亏了一百多万 | -100万 ~
亏损80万 | -80万
赚了两百三十万 | 230万
打平 | 0万 ~
净利润-45.6万 | -45.6万
负的，大概负一百二十万 | -120万 ~
没赚钱 | 0万 ~
小亏五十万 | -50万
亏了小两百万 | -200万 ~
微利，五六十万 | 50万..60万 ~
保本 | 0万 ~
赔了300万 | -300万
大概150w | 150万 ~
`,
  'need.amount': `
三百万 | 300万
200-300万 | 200万..300万 ~
五百个 | ?unit-missing 500万
1500 | ?unit-missing 1500万
越多越好 | ?vague
最多800万 | 800万 ~
100万以内 | 100万 ~
几十万就行 | ?vague
30万到50万 | 30万..50万 ~
一两千万 | 1000万..2000万 ~
5000元 | ?out-of-bounds
五百万美元 | ?foreign-currency
差不多三百个 | ?unit-missing 300万
两百万足够了 | 200万
最少500万 | 500万 ~
能贷多少贷多少 | ?vague
300万到500万都行 | 300万..500万 ~
千万左右 | 1000万 ~
100到200 | ?unit-missing 100万..200万
五百 | ?unit-missing 500万
80w | 80万
2000万，最好3000万 | 2000万
`,
}

describe.each(Object.entries(ANSWERS))('%s', (id, table) => {
  test.each(rows(table))('%s → %s', (text, expected) => {
    expect(answered(id, text)).toBe(expected)
  })
})
