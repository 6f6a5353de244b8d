// Kinds of speech about numbers: heads and those of them who do research, years told in a row, rights by kind, loans and who lent
// them, what was planned and what came of it. Everything that is understood must be in the row, and nothing else.
import { testKinds } from './kinds.ts'

const KINDS = {
  'who is counted': `
33个人里面21个是写程序的 | people.tech_staff 21; people.total 33
R&D有12个人，总人数40 | people.tech_staff 12; people.total 40
人58个，去年卖了4100万 | finance.revenue_last_year 4100万; people.total 58
打算再招15个人，现在47个 | people.total 47
准备再招20个研发，目前是11个 | people.tech_staff 11
花名册上72人，今年新毕业的大学生4个 | people.graduates 4; people.total 72
`,
  'words of all that count no people': `
专利总共25个里面发明5个 | ip.invention 5; ip.patents_total 25
砖利总共25个，其中发明5个 | ip.invention 5; ip.patents_total 25
还剩八十，招行的 | ? credit.loan_balance unit-missing
`,
  'applied for and granted': `
去年PCT报了3件 | ip.pct_applications 3
去年提交了1件PCT | ip.pct_applications 1
去年申请发明6件，其中PCT1件 | ip.applications 6; ip.pct_applications 1
去年发明加PCT一共报了7件 | ip.applications 7
去年发明报了4个 | ip.applications 4
去年新申请发明（含PCT）9件，授权的一共5件 | ip.applications 9; ip.invention 5
还有5个发明在审，授权的就3个 | ip.invention 3; ? ip.applications 5
发明专利在申请的有4个，下来的2个 | ip.invention 2
我们提交了12个专利申请，都还没授权 | ? ip.applications 12
`,
  'kinds of rights together': `
发明加实用新型加外观一共37个 | ip.patents_total 37
发明、新型、外观加起来52件 | ip.patents_total 52
发明加软著一共12个 | 
发明、新型、外观分别是3件、12件、4件 | ip.design 4; ip.invention 3; ip.utility 12
软著31个发明没有 | ip.invention 0; ip.software 31
`,
  'three years together': `
三年加起来研发投了960万 | rd.cost_three_years 960万
研发费三年合计1100万 | rd.cost_three_years 1100万
我刚说的研发320万是三年的总和 | rd.cost_three_years 320万
这三年研发每年都投200万左右 | rd.cost_last_year 200万
`,
  'tax that was saved': `
研发费用加计扣除去年减了38万的税 | rd.tax_relief 38万
去年享受加计扣除少缴了27万的税 | rd.tax_relief 27万
`,
}

testKinds(KINDS)
