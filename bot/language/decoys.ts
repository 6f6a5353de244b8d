// Nouns that own the value beside them although no fact asks for it, so that 注册资本 2000 万 is not taken for revenue.

export type Decoy = 'none' | 'gross-sales' | 'insured'

/** Nouns that own the value beside them although no fact asks for it; two kinds of them are asked about. */
export const DECOYS: readonly (readonly [Decoy, readonly string[]])[] = [
  [
    'gross-sales',
    '开票|开票额|的票|万票|票面|开票金额|含税|流水|年流水|银行流水|对公流水|产值|年产值|总产值|invoiced|invoiced sales|bank turnover|output value'.split(
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
      '赔偿|客户有|商标|产品|门店|海外|台设备|产能|年产|日产|月产|回款|预付|每月|月均|一个月|本月|这个月|单月|季度|一季度|离职|走了|辞职|在校生|供应商|经销商|代理商|' +
      'registered capital|paid-in capital|valuation|valued at|gross margin|net margin|profit margin|customers|' +
      'clients|users|countries|interns|salary|salaries|rent|per month|a month|monthly|shareholders|subsidiaries|' +
      'budget|budgeted|stores|branches'
    ).split('|'),
  ],
]
