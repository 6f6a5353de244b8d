// Answers to questions that are no number: yes or no, options by number, key, title or saying, names, codes, places.
import { testReadings } from './kinds.ts'

testReadings({
  'qualification.high_tech': `
是 | yes
是的 | yes
有 | yes
有的，2023年拿的 | yes
没有 | no
还没有 | no
不是 | no
我们是高企 | yes
还在申请 | ?no-value
去年到期了 | ?no-value
yes | yes
no | no
Not yet | no
什么是高企 | ?no-value
`,
  'credit.overdue': `
没有逾期过 | no
有过 | yes
从来没有 | no
有一次逾期 | yes
never overdue | no
`,
  'credit.tax_grade': `
A | A
b级 | B
M级 | M
A级纳税人 | A
第一个 | A
3 | M
②  | B
还没评级 | none
没有 | none
我们是C级 | C
tax grade d | D
甲级 | ?not-an-option
`,
  'company.industry': `
做软件的 | software
激光设备 | manufacturing-equipment
生物医药 | manufacturing-biomedicine
农林牧渔 | agriculture
we make robots | manufacturing-equipment
随便 | ?not-an-option
`,
  'qualification.specialised': `
小巨人 | little-giant
省专精特新 | provincial
都不是 | none
没评过 | none
2 | provincial
`,
  'need.purpose': `
买设备 | equipment
扩产，还有补充流动资金 | expansion+working-capital
搞研发用 | rd
炒股 | forbidden
1、3 | equipment+rd
`,
  'need.collateral': `
没有抵押 | none
知识产权 | ip
房产抵押和专利质押 | ip+property
`,
  'company.region': `
滨江 | 330108
杭州滨江 | 330108
浙江杭州 | 330100
在济南 | 370100
鼓楼区 | ?ambiguous-region 320106 or 320302 or 350102 or 410204
南京鼓楼 | 320106
朝阳 | ?ambiguous-region 110105 or 211300 or 220104
北京朝阳 | 110105
上海 | 310000
Hangzhou | 330100
火星 | ?no-value
`,
  'company.uscc': `
91330108MA2TEXT014 | 91330108MA2TEXT014
9133 0108 ma2t ext0 14 | 91330108MA2TEXT014
９１３３０１０８ＭＡ２ＴＥＸＴ０１４ | 91330108MA2TEXT014
91330108MA2TEXT015 | ?bad-check-digit
110101199003077870 | ?no-value
没带在身上 | ?no-value
`,
  'company.name': `
杭州云图人工智能科技有限公司 | 杭州云图人工智能科技有限公司
我们叫云图科技 | ?short-name 云图科技
云图科技 | ?short-name 云图科技
Shenzhen Foo Robotics Co., Ltd. | Shenzhen Foo Robotics Co., Ltd.
不方便说 | ?no-value
为什么要问 | ?no-value
`,
  'contact.phone': `
13800138000 | 13800138000
138-0013-8000 | 13800138000
+86 138 0013 8000 | 13800138000
0571-87654321 | 057187654321
一三八五七一零四四六二 | 13857104462
幺八九 0571 六二三三 | 18905716233
12345 | ?no-value
`,
  'contact.name': `
王建国 | 王建国
我姓李 | 李
联系人是陈静 | 陈静
My name is Jane Wang | Jane Wang
`,
  'contact.time': `
下周二下午 | 下周二下午
明天上午10点 | 明天上午10点
都可以 | ?no-value
`,
})
