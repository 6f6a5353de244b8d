// Turns of speech that name a fact only beside a value of its kind: 贷 500 万, 亏了 200 万, 用两年. Too short to be sayings of
// the fact itself, where they would be heard in every second sentence.
import type { Role } from '../roles.ts'

const said = (words: string): readonly string[] => words.split('|')

/** Turns of speech too short to be a saying of the fact: they count only beside a value of the right kind. */
export const BESIDE_A_VALUE: Readonly<Partial<Record<Role, readonly string[]>>> = {
  amount: said(
    '先试|先搞|先弄|先借|先贷|搞个|弄点|搞点|借点|先来个|先来|批个|缺口|资金缺口|额度|要|需|就差|只差|想要|想借个|想贷个|贷|借|融资|融|贷一笔|借一笔|缺|搞个|弄个|要个|信用贷|资金|想申请|申请|金额|数额|够用|就够|就够了|够了|就行|就好|就成|急用|急需|急要|周转|投入|borrow|need|loan|looking to borrow|' +
      'apply for|want|wants|needs|is enough|enough',
  ),
  term: said(
    '用|借|贷|周转|最好能用|最好能给|能给到|给到|最好给|最好|最好是|想用|就用|还款期|年限|为期|over|for|within|repaid in',
  ),
  rate: said('利率|年化|利息|成本|能接受|interest|rate'),
  mainRevenue: said('主营|主业'),
  netProfit: said(
    '净的|净落|倒贴了|倒贴|pat|net income|微利|略有盈利|亏|赔了|赔|赚|挣|净亏|净利润是负的|loss of|profit of|lost|earned a profit of',
  ),
  revenue: said(
    '做了|卖了|走货|做到|进账|进帐|入账|卖出去|营业收|营收做到|销售|全年|年销|流水做到|产出|买卖|的生意|made|earned|sold',
  ),
  growth: said(
    '增长|增幅|涨幅|涨了|增了|年多了|年少了|掉了|比上年|比去年|比前年|下滑|下降|下跌|降了|跌了|缩水|减少|up|grew|grown|increased|fell|declined|dropped|down',
  ),
  headcount: said(
    '人嘛|人呢|人有|正式工|正式的员工|全职|固定员工|人员|人数|总数|在册|团队|全员|一共|总共|合计|共计|总计|实际用工|用工|实际|在岗|正式的|在职|人手|人不多|人很少|人少|人多|员工总数|连我带工人|连我带员工|加上我|算上我|连老板|加上老板|加我|带我|连老板带员工|加老板|就剩|只剩|还剩|team|people|headcount of|staff|workers',
  ),
  founded: said(
    '开业|干起来|做起来|搞起来|开起来|办起来|整起来|弄起来|干起来的|做起来的|搞起来的|开起来的|办起来的|整起来的|弄起来的|新开|新开的|新办的|老厂|老企业|整了|出来创业|出来单干|自己出来干|创业|set up|est|就有了|就开了|才开的|建厂|开厂|建的|注册|办的|开的|起家|开始做|成立到现在|刚满|公司刚满|满|公司|厂子|since|started|opened',
  ),
  titleUntil: said('到期|过期|有效期'),
  techStaff: said(
    'rd|r&d|研发|研发占|研发占了|技术|搞技术|做研发|工程师有|engineers|in r&d|devs|coders|programmers|researchers|scientists|rnd',
  ),
  postgraduates: said('硕士以上有|硕士及以上|研究生学历的'),
  doctors: said('phd|doctors'),
  totalAssets: said('资产|总资产规模|assets'),
  liabilities: said('欠款|欠着|欠'),
  equity: said(
    '到账|到账了|又到了|又进来|又打进来|实缴到位|实到|pre-a|pre-a轮|prea轮|种子轮|b轮|c轮|股权|轮股权|融了|刚融了|投了我们|领投|天使|种子轮融了|raised',
  ),
  taxPaid: said('税|缴纳税款|交了税|交了|tax|taxes|in taxes'),
  researchCost: said('研发辅助账|研发费用辅助账|研发支出辅助账|辅助账|研发费|研发|研发一共投了|r&d|research'),
  intensity: said('研发费占|研发费用占比|投研发|投入占|搞研发的投入占'),
  standards: said('标准|standards'),
  contracts: said('技术合同额'),
  exports: said('出口大概|出口创汇|创汇|出口|外销|exports|export'),
  loanBalance: said(
    '余额|短贷|长贷|中长贷|短期贷款|长期贷款|长期借款|中长期贷款|中长期借款|固贷|欠着|欠|贷款还有|银行贷款|欠银行|还有贷款|存量的贷款|还剩|剩余本金|没还的|没还|还没还|没还完|没还清|未还|信用贷|经营贷|抵押贷|在还|owe',
  ),
  utility: said('新型|实用|utility|utilities|um|ums|utility patents'),
  design: said('designs'),
  patents: said('patent'),
  invention: said('invention|inventions|inv|invs'),
  receivableMonths: said(
    '货款回来|货款回来要|回款慢|回款要|回来要|收回来要|结一次款|结一次账|一结|才能回|才能回来|能回来|回一次|才回|才回来|才给钱|才付款|才结账|才结|才收回|才收回来|才收到|回款|回款周期|收款|结款|paid after|pay after',
  ),
  numberPoints: said('数量'),
  innovationPoints: said('积分|积分查过了|积分平台'),
  taxPoints: said('纳税信用|纳税|评分|得分|评价得了|分数'),
  pointsRank: said('排|排到|排在'),
  queries: said('查询|查了|征信上查了|被查过|征信查了|查询了|被查了'),
  taxGrade: said('tax bureau|tax office|tax authority|税务|纳税|纳税评了|纳税是|税局|税务上|税局评|纳税人等级'),
  lenders: said('银行|banks'),
  receivables: said(
    '外头欠我们|外面欠我们|客户欠着|货款压了|货款压着|压着货款|压了货款|货款还压着|压货款|拖欠货款|拖欠|尾款|欠款没收|货款没收|receivable|ar|a/r|owed by customers',
  ),
  orders: said('合同|订单|order|contract'),
  urgency: said('之内要|内要|内用|within'),
  nicheYears: said('专注|深耕|做这行|干这行|这个方向|这行|细分'),
  software: said('软件著作|软件登记|copyrights'),
  applications: said('申报|申请中|申请|受理|在受理|审查中|实质审查'),
  projects: said('重点研发项目|科技项目|重大专项|科研项目|纵向项目|揭榜挂帅'),
}
