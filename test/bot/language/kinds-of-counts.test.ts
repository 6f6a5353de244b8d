// Kinds of speech about numbers of things: all of them and those that are granted, led and joined, one as "not one", who is a part
// of whom, and how many lend.
import { testAnswers, testKinds } from './kinds.ts'

testKinds({
  'all that were told, and those that are granted': `
发明一共8个里面3个还在审，授权的5个 | ip.invention 5
发明专利9件，其中4件在审，已授权5件 | ip.invention 5
实用新型21个里头有5个没下来，授权的16个 | ip.utility 16
专利一共30件，授权的22件，剩下在审 | ip.patents_total 22
发明10个有6个还在审 | ? ip.invention vague
发明专利7个还有3个在审 | ip.invention 7; ? ip.applications 3
发明8个，今年授权3个 | ip.invention 8
发明7件，授权了2件给别人用 | ip.invention 7
去年发明受理了6件 | ip.applications 6
去年PCT报了3个，加上国内发明一共受理了12件 | ip.applications 12; ip.pct_applications 3
`,
  'one as not one': `
5个发明在申请，还没一个授权的 | ip.invention 0; ? ip.applications 5
报了3个实用新型，一个都还没授权 | ip.utility 0; ? ip.applications 3
外观一个没报过 | ip.design 0
今年应届生一个没招 | people.graduates 0
专利一件没有，软著倒有7个 | ip.design 0; ip.invention 0; ip.patents_total 0; ip.software 7; ip.utility 0
`,
  'led and joined': `
国家重点研发计划牵头1项参与2项 | rd.projects 3
省级科技项目牵头两项，参与三项 | rd.projects 5
国标牵头1项参与3项 | rd.standards 4
牵头1项行业标准，参与2项国家标准 | rd.standards 3
省级项目在研2个，结题1个 | rd.projects 3
省科技计划项目3项，其中牵头1项 | rd.projects 3
`,
  'how many lend': `
三家银行一家租赁 | credit.lenders 4
中行贷了300w，招行150w，没逾期 | credit.lenders 2; credit.loan_balance 450万; credit.overdue no
还欠农商行120万，建行90万 | credit.lenders 2; credit.loan_balance 210万
`,
  'some out of all': `
60 engineers out of 75 people | people.tech_staff 60; people.total 75
12 R&D people out of 40 | people.tech_staff 12; people.total 40
16 of our 40 people do R&D | people.tech_staff 16; people.total 40
85 staff, 30 of them R&D | people.tech_staff 30; people.total 85
`,
  'a day is no number': `
想约周三下午聊专利的事 | contact.time 周三下午
谈下软著，周四来 | contact.time 周四
`,
})

testAnswers([
  ['people.tech_staff', '就我跟两个徒弟 三个人', '3'],
  ['people.tech_staff', '研发就老板带着两个人，三个', '3'],
  ['people.tech_staff', '我加两个工程师', '?vague'],
  ['people.tech_staff', '15人 其中外聘的2个', '15'],
  ['people.tech_staff', '12人，里头两个兼职', '12'],
  ['people.graduates', '今年一个没招', '0'],
  ['ip.invention', '都在申请 一个没下来', '0'],
  ['ip.invention', '报了好几个 一个都没下来', '0'],
  ['ip.software', '一个没登记过', '0'],
  ['people.doctors', '就一个', '1'],
  ['credit.lenders', '两家银行加一家小贷', '3'],
  ['credit.lenders', '四家，三家银行一家租赁', '4'],
  ['credit.lenders', '三家银行，另外还有一家融资租赁', '4'],
])
