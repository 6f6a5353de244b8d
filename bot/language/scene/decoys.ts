// Nouns that own the value beside them although no fact asks for it, so that 注册资本 2000 万 is not taken for revenue.
import type { Mention } from '../values/mention.ts'

export type Decoy = 'none' | 'gross-sales' | 'insured'

/** Nouns that own the value beside them although no fact asks for it; two kinds of them are asked about. */
export const DECOYS: readonly (readonly [Decoy, readonly string[]])[] = [
  [
    'gross-sales',
    '开票|开票额|的票|万票|票面|开票金额|含税|含税收入|含税营收|含税销售额|含税的收入|流水|年流水|银行流水|对公流水|产值|年产值|总产值|invoiced|invoiced sales|bank turnover|output value'.split(
      '|',
    ),
  ],
  [
    'insured',
    '社保|参保|缴社保|交社保|社保人数|社保缴纳人数|社保缴费人数|缴纳人数|参保人数|社保交了|社保缴纳|社保只交了|社保交|social insurance|insured staff'.split(
      '|',
    ),
  ],
  [
    'none',
    (
      '存单|大额存单|定期存款|出口退税|退税|增值税|所得税|企业所得税|附加税|个税|个人所得税|用户人数|客户人数|学员人数|服务人数|人均|人均产出|人均产值|人均营收|注册资本|注册资金|注册资本金|实缴|实缴资本|认缴|估值|市值|补贴|政府补贴|补助|政府补助|扶持资金|奖励|拨款|房租|租金|工资|薪资|年薪|月薪|保费|货款|单价|售价|客单价|毛利|毛利率|净利率|' +
      '利润率|净利润率|回款率|复购率|良品率|合格率|客户|用户|门店数|国家|省份|城市|实习生|兼职|销售人员|生产人员|生产工人|工人|本科|本科硕士|本科和硕士|本科以上|本科学历|大专学历的|股东|合伙人|分公司|子公司|车间|' +
      '岁|年龄|质保|工龄|租期|交付周期|工期|持股|股份|出让|国内卖了|国内销售|内销|拿了补贴|预算|预收|押金|面积|厂房面积|投资额|总投资|项目总投资|设备投资|保证金|首付|定金|房价|罚款|罚了|' +
      '赔偿|客户有|商标|产品|门店|海外|台设备|产能|年产|日产|月产|回款|预付|每月|月均|一个月|本月|这个月|单月|季度|一季度|高级工程师|中级工程师|助理工程师|注册工程师|注册电气工程师|销售工程师|售后工程师|售前工程师|服务工程师|实施工程师|现场工程师|安装工程师|监理工程师|造价工程师|高级职称|中级职称|离职|走了|辞职|在校生|供应商|经销商|代理商|' +
      'registered capital|paid-in capital|valuation|valued at|gross margin|net margin|profit margin|customers|' +
      'clients|users|countries|interns|salary|salaries|rent|per month|a month|monthly|shareholders|subsidiaries|' +
      'budget|budgeted|stores|branches'
    ).split('|'),
  ],
  // lines of the accounts: 利润总额 is before tax, 未弥补亏损 is of many years, 敞口 and 票据 are no loans
  [
    'none',
    (
      '利润总额|税前利润|税前|营业利润|息税前利润|毛利润|毛利额|扣非净利润|扣非后净利润|扣非后|扣非|少数股东损益|未分配利润|盈余公积|资本公积|实收资本|股本|未弥补亏损|可弥补亏损|待弥补亏损|尚未弥补的亏损|没弥补的亏损|没弥补完的亏损|累计亏损|累计亏|累亏|历年亏损|历史亏损|往年亏损|以前年度亏损|以前年度未弥补亏损|' +
      '人工成本|用工成本|人力成本|材料成本|原料成本|生产成本|制造成本|采购成本|运营成本|资金成本|融资成本|贷款成本|利息成本|单位成本|房租成本|获客成本|物流成本|折旧|摊销|折旧摊销|财务费用|管理费用|销售费用|期间费用|三费|营业成本|主营业务成本|主营成本|销售成本|营业外收入|其他业务收入|投资收益|非经常性损益|存货|存货余额|存货周转天数|存货周转|存货周转率|周转率|总资产周转率|应收账款周转率|应收周转率|应收账款周转次数|营运资金周转|营运资本|' +
      '流动资产|非流动资产|流动负债|非流动负债|固定资产|固定资产净值|固定资产原值|固定资产账面净值|设备净值|设备原值|无形资产|在建工程|货币资金|货币资金余额|银行存款|银行存款余额|存款余额|账户余额|账上余额|账上现金|应付账款|应付款|应付票据|应付票据余额|预收账款|预付账款|预付款|其他应收款|其他应收|其他应付款|其他应付|合同负债|' +
      '应交税费|递延收益|现金流净额|经营性现金流净额|经营现金流|经营性现金流|经营活动现金流|自由现金流|流动比率|速动比率|净资产收益率|总资产报酬率|资产收益率|资本金|坏账准备|对外担保|对外担保余额|对外担保总额|担保余额|担保总额|或有负债|银承|银票|银行承兑汇票|银行承兑|承兑汇票|承兑|商票|保函|信用证|票据|贴现|票据贴现|' +
      '月利润|月利润总额|扣除额|加计扣除额|加计扣除金额|加计扣除总额|加计扣除数|加计扣除基数|加计基数|加计额|研发加计扣除额|研发加计扣除金额|研发加计扣除总额|可加计扣除|可加计扣除的部分|可加计扣除金额|lpr|一年期lpr|五年期lpr|1年期lpr|5年期lpr|加点|加点数|上浮|下浮|关联方借款|股东借款|股东往来|关联方往来|往来款|' +
      'profit before tax|pre-tax profit|pretax profit|profit before income tax|pbt|loss before tax|operating profit|operating income|ebitda|ebit|gross profit|retained earnings|accumulated losses|accumulated loss|accumulated deficit|losses carried forward|loss carried forward|carry-forward losses|tax losses|share capital|capital reserve|inventory|inventories|payables|accounts payable|trade payables|' +
      'prepayments|cash balance|cash at bank|depreciation|amortisation|amortization|capex|cash flow|operating cash flow|free cash flow|cost of sales|cogs|opex|fixed assets|current assets|current liabilities|working capital ratio|current ratio|quick ratio|guarantees|contingent liabilities|bank acceptances|acceptance bills|letters of credit|intercompany loan|shareholder loan|shareholder loans|related-party loan'
    ).split('|'),
  ],
]

/** No noun of no fact owns a date; 客户 60 天结一次款: whoever buys has no duration either. */
export const takesNoTime = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { kind }: Mention,
): boolean =>
  kind === 'date' ||
  ((kind === 'months' || kind === 'days') && /^(?:客户|用户|产品|股东|门店|车间)$/.test(text.slice(start, end)))
