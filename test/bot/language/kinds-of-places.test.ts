// Kinds of places in owners' talk: where the company is registered now, the park behind its place, and the places that are
// not its own: where it was, where somebody studied, what was visited.
import { testKinds } from './kinds.ts'

testKinds({
  'a trade right behind its place': `
湛江小家电厂，60人 | company.region 440800; company.industry manufacturing-other; people.total 60
柳州螺蛳粉，去年卖了900万 | company.region 450200; company.industry manufacturing-other; finance.revenue_last_year 900万
Xiamen. Machine tools. 2017. | company.region 350200; company.industry manufacturing-equipment; company.founded_on 2017
上海电气，中车都是老客户 | need.core_buyer yes
给大连机床厂做配件 | 
武汉、长沙都有客户 | 
`,
  'left, moved to, short names': `
原先我们在东莞注册的，今年搬惠州了 | company.region 441300
去年从合肥搬芜湖了 | company.region 340200
乌市做机床的 | company.region 650100; company.industry manufacturing-equipment
湖南衡阳，做机床 | company.region 430400; company.industry manufacturing-equipment
税号 91330108MA2TEXT014 | ? company.region 330108; company.uscc 91330108MA2TEXT014
苏州云深数据科技有限公司，统一社会信用代码91330108MA2TEXT014 | ? company.region 330108; company.name 苏州云深数据科技有限公司; company.uscc 91330108MA2TEXT014
`,
  'the year it began, and other years': `
四十年的国营厂改的，有限公司是2009年领的照 | company.founded_on 2009
我爸97年开的厂，我16年接手重新注册的公司 | company.founded_on 2016
公司是十四年五月成立的 | company.founded_on 2014-05
我们厂房是2015年建的 | 
2017年4月9号的执照，做机床 | company.founded_on 2017-04-09; company.industry manufacturing-equipment
在合肥办的公司，做机床，六年了 | company.region 340100; company.industry manufacturing-equipment; company.age 72个月
跟一汽合作，六年了 | need.core_buyer yes
中试做完了，准备量产 | 
想了解中试险 | need.kinds insurance
前年执照迁到绍兴了 | company.region 330600
唔系喺广州，我哋喺佛山 | company.region 440600
公司在张江旁边，没进去 | 
大前年刚起步，去年收入900万 | finance.revenue_last_year 900万
叫专家明天来厂里 | contact.time 明天
`,
  'a district by its short name, before what is made there': `
临安做山核桃机械的 | company.industry manufacturing-equipment; company.region 330112
闵行搞激光雷达的 | company.industry manufacturing-electronics; company.region 310112
武侯那边做医疗软件 | company.industry software; company.region 510107
西湖区做软件的 | company.industry software; company.region 330106
公司在西湖区，南昌的 | company.region 360103
萧山做的展会我去过 |
我们城东这边 |
`,
  'a place, and at once a trade': `
柳州汽车零部件，小厂 | company.industry manufacturing-vehicles; company.region 450200
我们新昌轴承，小巨人 | company.industry manufacturing-equipment; company.region 330624; qualification.specialised little-giant
大同，在山西综改区办公 | company.park shanxi-transformation; company.region 140200
大同做复合材料的 | company.industry manufacturing-materials; company.region 140200
收一家丽水的小厂 |
杭州市认定的人才 |
`,
  'registered there now': `
注册在余杭，后来改到了临平 | company.region 330113
公司最早在青岛注册，前年迁去了潍坊 | company.region 370700
湖州长兴注册的，人都在杭州 | company.region 330522
营业执照上的地址是嘉兴南湖 | company.region 330402
公司注册杭州，去年把工厂搬到安吉生产 | company.region 330100
注册在前海的 | company.region 440300
`,
  'who speaks, and where the company is': `
我是常州一家做减速机的公司 | company.industry manufacturing-equipment; company.region 320400
我绍兴人，在深圳开公司 | company.region 440300
从上海回老家阜阳办的厂 | company.region 341200
我绍兴人 |
下周回杭州 |
`,
  'places of something else': `
仓库在东莞，公司注册地是深圳 | company.region 440300
研发中心在西安，工厂和公司在咸阳 | company.region 610400
我在上海交大读的博 |
老板是福建人 |
去年展会在广州 |
`,
  'parks named after their place': `
福州高新区做催化剂的 | company.industry manufacturing-materials; company.park other; company.region 350100
济南市高新区的 | company.park jinan-hightech; company.region 370100
成都天府软件园的 | company.park other; company.region 510100
成都高新企业 | company.region 510100; qualification.high_tech yes
办公室在滨江，注册在富阳 | company.region 330111
给中关村的公司供货 |
参观过张江 |
光谷那边只设了个办事处 |
以前在北京中关村注册的，前年迁到杭州上城了 | company.region 330102
我们挂靠在孵化器里的 | credit.independent_site no
不在什么园区 | company.park none
`,
})
