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
  'of another level, and joined to': `
参与国家重点研发计划2项 | rd.projects 2
主持省重大专项1项，参与国家重点研发计划课题2项 | rd.projects 3
拿了省重点研发计划1项 还有国家的1项 | rd.projects 2
有省级科技项目1个，市级的3个 | rd.projects 1
参与国家标准2项、行业标准1项、团体标准3项 | rd.standards 3
`,
  'a lone one in a row': `
硕士三个博士一个大专以上二十 | people.college 20; people.doctors 1; people.postgraduate 4
带博士学位的一个 | people.doctors 1
发明一个实用新型八个 | ip.invention 1; ip.utility 8
`,
  'to be pledged': `
可以拿专利质押，核心的有两件 | ip.core_pledgeable 2; need.collateral ip
专利质押可以，拿得出4件核心发明 | ip.core_pledgeable 4; need.collateral ip
发明一共7个，能押的核心的就3个 | ip.core_pledgeable 3; ip.invention 7; need.collateral ip
发明9个，愿意拿3个出来押 | ip.core_pledgeable 3; ip.invention 9; need.collateral ip
发明8个，打算押3个出去 | ip.core_pledgeable 3; ip.invention 8; need.collateral ip
can pledge our workshop and also three patents | ip.core_pledgeable 3; need.collateral ip+property
发明6件，其中2件已经质押给建行了 | ip.invention 6
专利押了3个给农商行 | 
`,
  'of high value': `
海外有同族专利的发明2件 | ip.high_value 2
发明12件，其中有海外同族的3件 | ip.high_value 3; ip.invention 12
`,
  'everybody by the names of those they are': `
工人加办公室一百一十个，厂房是租的 | credit.independent_site yes; people.total 110
车间加办公室六十八个人 | people.total 68
两百零三个工人师傅加办公室，技术员20 | people.tech_staff 20; people.total 203
工人加我二十六 | people.total 26
签合同的三十九个，实习生四个 | people.total 39
研发队伍32个人 | people.tech_staff 32
`,
  'some of the people': `
今年裁了15个人 | 
三个人合伙开的 | 
管理层8个人 | 
团队里985毕业的有5个 | 
团队里有12个人 | people.total 12
两班倒，一班20个人 | 
旺季加临时工能到200人 | 
高级工程师3个，中级5个 | 
售后工程师8个，研发15个 | people.tech_staff 15
全员52，一半是研发 | people.total 52
`,
  'doctors, masters and those who came this year': `
老板博士毕业，公司还有一个博士 | people.doctors 2; people.founder_degree doctor
I hold a PhD, we have 3 doctors in total, me included | people.doctors 3; people.founder_degree doctor
招了五个应届生，三个本科两个研究生 | people.graduates 5
今年招了6个应届，硕士2个本科4个 | people.graduates 6
去年招了8个应届，今年一个都没要 | people.graduates 0
去年招了5个应届的，今年招了3个 | people.graduates 3
去年招了8个应届 | 
`,
  'new ones, and all of them': `
去年新增授权发明2件，累计9件 | ip.invention 9
今年新授权3个实用新型，总数到了18个 | ip.utility 18
去年新增发明授权2件 | ? ip.invention vague
`,
  'standards and projects that do not count': `
企业标准8个 | 
主导起草行标2项，企标10项 | rd.standards 2
正在参与制定一项国标，还没发布 | 
去年立项8个研发项目，都是内部的 | 
`,
  'results put to use in a year': `
每年转化个四项左右的成果 | rd.conversions 4
近三年科技成果转化一共18项，平均每年6项 | rd.conversions 6
三年转化了15项成果 | 
`,
  'who was only asked, and what is settled': `
跟四家银行谈过，都没成 | 
三家银行来找过我们 | 
开户银行两家 | 
we talked to five banks, none said yes | 
被起诉过3次，都结了 | credit.lawsuits 0
去年打过一个官司，已经调解了 | 
一个官司在打，供应商告我们 | credit.lawsuits 1
征信两个月查了3次 | 
半年查了5次征信 | credit.queries 5
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
  ['people.tech_staff', '技术部九个，再加俩管项目的，一共11', '11'],
  ['people.tech_staff', '11个吧，管研发的2个也算里面', '11'],
  ['people.total', '仨人加我 四个', '4'],
  ['people.doctors', '两个，都在读', '0'],
  ['credit.lawsuits', '人家告我们的有两件，其中一件调解完了', '1'],
  ['ip.invention', '都在申请 一个没下来', '0'],
  ['ip.invention', '报了好几个 一个都没下来', '0'],
  ['ip.software', '一个没登记过', '0'],
  ['people.doctors', '就一个', '1'],
  ['people.total', '38 plus 4 interns', '38'],
  ['people.total', '80+', '80'],
  ['ip.patents_total', '发明3新型9外观1', '13'],
  ['ip.patents_total', '发明4个，新型10到12个，外观2个', '?vague 4 or 10..12 or 2'],
  ['ip.invention', '买了两个，自己一个', '3'],
  ['rd.standards', '牵头1个参与2个', '3'],
  ['rd.conversions', '三年十五个', '5'],
  ['credit.lawsuits', '有两个都结了', '0'],
  ['credit.lenders', '两家银行加一家小贷', '3'],
  ['credit.lenders', '四家，三家银行一家租赁', '4'],
  ['credit.lenders', '三家银行，另外还有一家融资租赁', '4'],
])
