// Answers that list the parts of the one number that was asked, and no total; with a part that may not count, it is asked about.
import { testAnswered } from './kinds.ts'

testAnswered({
  'the parts of one number': `
people.total 生产线15 管理3个 研发4 | 22
people.total 男的12 女的20 | 32
people.total 老厂30人，新厂25人 | 55
people.tech_staff 算法4个前端3个后端5个 | 12
people.college 专科7 本科15 硕士2 | 24
finance.revenue_last_year 上半年400万下半年600万 | 1000万
finance.revenue_year_before 内销200万，外销150万 | 350万
finance.liabilities 银行150万，欠货款60万，没别的了 | 210万
rd.cost_year_before 人工60万 材料20万 | 80万
finance.tax_paid 增值税20万，附加税2万，所得税8万 | 30万
ip.software 自己的8个 买来2个 | 10
ip.class2 实新6 软著10 | 16
ip.applications 发明4个 PCT1个 | 5
need.amount 买设备200万，流动资金100万 | 300万
need.receivables 国内300万 国外50万 | 350万
`,
  'a part that may not count': `
people.tech_staff 研发9个 兼职的2个 | ?
people.total 车间20 劳务派遣15 | ?
people.total 正式工40，外包12 | 40
need.order_amount 比亚迪300万 美的200万 | ?
need.receivables 比亚迪欠300万 美的欠200万 | ?
finance.revenue_last_year 上半年400 下半年600 | ?
`,
})
