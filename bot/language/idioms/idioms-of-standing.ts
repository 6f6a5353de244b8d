// Sayings about how the company stands: 打平, 全是主业, 没贷过, 不涉诉, 还没开始卖.
import { PPM_PER_ONE } from '#engine'
import type { Idiom } from './idiom.ts'

export const IDIOMS_OF_STANDING: readonly Idiom[] = [
  {
    says: /打平|保本|(?<!同比|营收|收入)基本持平|盈亏平衡|不赚不亏|不赚不赔|不赔不赚|不亏不赚|[没不](?:怎么)?赚(?:钱)?[，、 ]?(?:也|又)?[没不](?:怎么)?[亏赔](?:钱)?|[没不](?:怎么)?[亏赔](?:钱)?[，、 ]?(?:也|又)?[没不](?:怎么)?赚(?:钱)?|(?:利润|净利润?|净利)(?:大概|大致|基本)?持平|零利润|利润(?:基本)?(?:为|是)?零|broke even|break even/g,
    fact: 'netProfit',
    value: 0,
    confidence: 0.8,
    approximate: true,
    unless: /营收|收入|销售/,
    aside: true,
  },
  {
    says: /(?:从来?没有?|没有?|从未|还没)(?:向银行|跟银行|在银行|找银行|去银行)?(?:贷过|借过)(?:款|钱)?|首贷户?(?!(?:记录)?[:：，]?(?:没有|不是|否))|白户|第一次贷款|首次贷款(?![:：]?(?:没有|不是|否))|never (?:borrowed|had a loan|taken a loan)|first-time borrower/g,
    fact: 'loanBalance',
    value: 0,
    confidence: 0.9,
  },
  {
    says: /(?:从来?没有?|没有?|从未|还没)(?:向银行|跟银行|在银行|找银行|去银行)(?:贷过|借过)(?:款|钱)?/g,
    fact: 'firstLoan',
    value: true,
    confidence: 0.9,
  },
  {
    says: /(?:没有?|无|不欠|还清了?)(?:任何|其他|其它|别的|银行|存量|在贷|未结清|未还清?|一分)*的?(?:贷款|欠款|负债贷款)(?!需求|意向|记录|打算|计划|经验|逾期)|贷款(?:都|全部?|已经?|早就?|也|刚|[今去]年|上个?月|[\d一二三四五六七八九十]{1,2}月)*(?:还清|结清|还完)|(?:无|没有?)(?:任何|其他)?(?:在贷|借款|存量贷款)|零贷款|一分钱?的?贷款(?:都|也)?没有?(?=$|[，。； ])|贷款(?:一分钱?|一笔|啥)?(?:都|也|倒是?|是|还)?没有?(?=$|[，。；])|(?:no|zero|don't have|do not have|haven't got|without) (?:any |other |existing |outstanding |bank )*(?:loans?|debts?)\b|\bdebt[- ]free\b|\bow(?:es?|ing) (?:the |any |our )?(?:banks? )?(?:nothing|no money)\b|\b(?:don't|doesn't|do not|does not) owe (?:the |any |our )?(?:banks?|anyone|anybody|anything|money|a cent)\b/g,
    fact: 'loanBalance',
    value: 0,
    confidence: 0.9,
  },
  {
    // 去年收入 4600 万，比前年翻了一番
    says: /(?:营收|收入|销售额?|业绩|营业额)[^。；]{0,18}(?:翻了?(?:一|个)?(?:番|倍)|涨了一倍|增长了?一倍)/g,
    fact: 'growth',
    value: 1_000_000,
    confidence: 0.85,
    unless: /目标|计划|打算|明年|今年|想|争取|利润|净利|订单|产能|人员|如果|要是|两番/,
  },
  {
    // 都是我们告别人的: a plaintiff defends nothing
    says: /(?:都|全|全都)是(?:我们|咱们?|我司)(?:公司)?(?:去)?(?:告|起诉)(?!的我们)|我们(?:是)?(?:去)?告(?:的)?(?:别人|人家|客户|对方)[^。；]{0,6}(?:不是|没有?当)被告|被告的?(?:一个都|都)?没有(?=$|[，。；])/g,
    fact: 'lawsuits',
    value: 0,
    confidence: 0.9,
  },
  {
    says: /(?:有|被)一?[个家位](?:供应商|客户|前?员工|公司|同行|经销商|老板)[^，。；]{0,4}(?:告|起诉)(?:了|过)?(?:我们|我司|咱们?)/g,
    fact: 'lawsuits',
    value: 1,
    confidence: 0.85,
  },
  {
    says: /(?:全都?|都|全部|100%|百分之百|基本(?:上)?(?:都|全)?)(?:是|做|靠|来自|属于)(?:主业|主营)/g,
    fact: 'mainShare',
    value: PPM_PER_ONE,
    confidence: 0.8,
    approximate: true,
  },
  {
    says: /(?:研发|开发)?(?:全都?|都|全部)(?:是)?在?(?:国内|境内)(?:发生|做|研发|完成|进行|投|花|$|[，。；])/g,
    fact: 'domesticShare',
    value: PPM_PER_ONE,
    confidence: 0.82,
  },
  {
    says: /(?<!不是|并非)(?:没有?|不做|无|还没有?|不)出口|没有?(?:做)?外贸|不(?:做)?外[贸销]|(?:全|都|全部|只)(?:是|做)?内销|只做国内|we (?:do not|don't) export/g,
    fact: 'exporter',
    value: false,
    confidence: 0.88,
  },
  {
    says: /(?<!月[^。；]{0,10})(?:还没|没有?|尚未|未)(?:开始|正式)?(?:开张|开卖|卖|销售|产生(?:营业)?收入|有收入|形成收入|商业化)(?:呢|了)?(?=$|[，。；,;])|零收入|没有?营收|pre-revenue|no (?:revenue|sales|income)(?: yet| so far)?(?=$|[,.;])|not (?:selling|earning) (?:anything )?yet/g,
    fact: 'revenue',
    value: 0,
    confidence: 0.85,
    unless: /今年|这个月|本月|上半年|季度|其他|别的/,
  },
  {
    says: /(?:有|^|[，。 ])(?:一?[个起件桩场宗])[^，。；]{0,8}(?:官司|诉讼|案子|纠纷|仲裁)(?![^。；]{0,6}(?:已经|早|都|调解|撤)[^。；]{0,3}(?:结|撤|完|了))/g,
    fact: 'lawsuits',
    value: 1,
    confidence: 0.8,
    unless: /没(?![判结开完])|不|原告|我们告|我们起诉|我方起诉|结案|了结|判完|结了|执行案/,
  },
  {
    says: /不是被告/g,
    fact: 'lawsuits',
    value: 0,
    confidence: 0.8,
    unless: /也被|又被/,
  },
  {
    says: /(?:起诉|把)?(?:告|起诉)(?:了)?(?:我们|我司|我公司|公司)|把我们(?:给)?(?:告|起诉)/g,
    fact: 'lawsuits',
    value: 1,
    confidence: 0.75,
    unless: /没|不|撤诉|结案|了结|判完|以前|之前|[\d一二两三四五六七八九十几][个起件家]/,
  },
  {
    says: /(?:官司|诉讼|案子|案件|纠纷)[^。；]{0,6}?(?:都|全|早|已经?)+(?:结了|结案|了结|打完|判完|处理完|撤诉)/g,
    fact: 'lawsuits',
    value: 0,
    confidence: 0.8,
    unless: /没有?结|还没|未结/,
  },
  {
    says: /(?:不|没有?|未|无)(?:涉诉|涉案)|没有?(?:打过|吃过|任何)?(?:官司|诉讼|案子)/g,
    fact: 'lawsuits',
    value: 0,
    confidence: 0.88,
    unless: /没有?失信|没有?处罚/,
  },
  {
    says: /(?:贷款|银行贷款|银行的钱)[^，。；]{0,6}(?:从来?没|没有?|从未)(?:碰|沾|拿|用)过?|(?:从来?没|没有?|从未)(?:碰|沾|用)过[^，。；]{0,4}贷款|never (?:had|took|taken) (?:a |any )?(?:bank )?loans?/g,
    fact: 'loanBalance',
    value: 0,
    confidence: 0.9,
  },
  {
    says: /一分钱?(?:的)?(?:银行)?(?:贷款|钱)?(?:都|也)?(?:没|不)(?:有)?欠(?:银行)?|(?:不|没)欠银行|银行(?:的|那边|那儿)?(?:一分钱?|钱)?(?:都|也)?(?:没|不)欠/g,
    fact: 'loanBalance',
    value: 0,
    confidence: 0.85,
    unless: /税|工资|社保|货款/,
  },
  {
    says: /(?:贷|借)(?:过|了)[^。；]{0,14}(?:已经|早就?|前年|去年|都|也|全|后来|现在)[^。；，]{0,4}还(?:了|清|完|掉)|paid off (?:our|the|a|that) [^.;]{0,20}loan|loan[^.;]{0,16}(?:was |been |fully )?(?:repaid|paid off)/g,
    fact: 'firstLoan',
    value: false,
    confidence: 0.85,
    unless:
      /个人|房贷|车贷|没还|未还|老婆|老公|\bwould\b|\bwill\b|\bcan\b|\bcould\b|to be (?:repaid|paid)|\bwant\b|\bneed\b/,
  },
  {
    says: /(?:环保局?|安监局?|应急局?|税务局?|市监局?|消防|工商局?|质监局?|海关|城管|劳动局)[^，。；]{0,6}罚(?:了|过|款)/g,
    fact: 'penalty',
    value: true,
    confidence: 0.85,
    unless: /前年|大前年|去年(?:[1-9]|10|[一二三四五六七八九十])月|没|未|怕|要是|\d年前/,
  },
  {
    says: /一笔(?:[工农中建交招]行|农商行?|邮储|信用社|[一-龥]{2}银行)[^，。；]{0,4}[，、和 ]?(?:还有|另)?一笔(?:[工农中建交招]行|农商行?|邮储|信用社|[一-龥]{2}银行)/g,
    fact: 'lenders',
    value: 2,
    confidence: 0.8,
    unless: /第三|三笔|还清|想/,
  },
  {
    says: /(?:还款|还贷|还本付息|利息)[^，。；]{0,8}(?:从来?没|没有?|从未)(?:晚|拖|迟|断)过?|(?:征信|还款|记录|近[一两二]年|这[一两二]年)[^，。；]{0,4}(?:都|很|一直)?(?:干干净净|清清白白|干净)|never (?:been |paid )?late\b|clean since/g,
    fact: 'overdue',
    value: false,
    confidence: 0.88,
  },
]
