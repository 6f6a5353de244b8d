// Sayings about people, buyers and what is wanted: 拿房子抵, 买两台机床, 客户是央企, 我本人是博士.
import type { Idiom } from './idiom.ts'

export const IDIOMS_OF_NEEDS: readonly Idiom[] = [
  {
    says: /(?:拿|用|有|以|抵押的是|抵押物是|可以抵押)(?:自己的|公司的|一套|一栋|自有)*(?:房子|房产|厂房|土地|办公楼|写字楼)(?:做|作)?(?:抵|可以抵|能抵|$|[，。])|抵押(?:物)?(?:的)?是(?:厂房|房产|土地)/g,
    fact: 'collateral',
    value: ['property'],
    confidence: 0.8,
    unless: /没|无|租/,
  },
  {
    says: /(?:买|换|添|购|进(?!口)|上)[^，。]{0,8}(?:设备|机床|铣|磨床|车床|冲床|压机|加工中心|机器|产线|生产线|仪器|注塑机|激光机|流水线)|buy[^,.]{0,20}(?:machines?|equipment)/g,
    fact: 'purpose',
    value: ['equipment'],
    confidence: 0.82,
    unless: /卖|没|不|做的|生产的|花了|去年|前年|买过|买了|已经/,
  },
  {
    says: /(?:客户|下游|买家|甲方|采购方)[^，。]{0,6}(?:央企|国企|上市公司|龙头|大厂|500强|五百强|核心企业)/g,
    fact: 'coreBuyer',
    value: true,
    confidence: 0.85,
    unless: /不是|没有|想|希望/,
  },
  {
    says: /(?:[一-龥]{2,5}大学|[浙北南东中西复交同厦武华哈][大工理])的?(?:科研|科技)?(?:成果|技术)(?:转化|孵化|作价)?|中科院[^，。]{0,6}(?:成果|孵化)|(?:教授|院士)(?:团队)?(?:创业|创办|办的)/g,
    fact: 'spinout',
    value: true,
    confidence: 0.82,
    unless: /合作|共建|联合|委托|没|不是/,
  },
  {
    says: /(?:股权|投资|入股)(?:、|和|加|跟|与|或者?|还是)?(?:债权|贷款|借钱|借款)(?=[^，。]{0,2}(?:都|也|可|行))|(?:债权|贷款|借钱|借款)(?:、|和|加|跟|与|或者?|还是)?(?:股权|投资|入股)(?=[^，。]{0,2}(?:都|也|可|行))/g,
    fact: 'kinds',
    value: ['loan', 'equity'],
    confidence: 0.82,
    unless: /不|没/,
  },
  {
    says: /(?:买|采购|购|进|备)(?:一?批|点|些)?[^，。]{0,4}(?:原料|材料|钢材|元器件|料(?:$|[，。])|货(?:$|[，。]))/g,
    fact: 'purpose',
    value: ['orders'],
    confidence: 0.82,
    unless: /卖|没|不/,
  },
  {
    says: /(?:经营贷|贷款|高息|利息高)[^，。]{0,8}(?:置换|换掉)|(?:置换|换掉)[^，。]{0,8}(?:经营贷|贷款|高息)/g,
    fact: 'purpose',
    value: ['refinancing'],
    confidence: 0.82,
    unless: /房贷|信用卡|不/,
  },
  ...(['doctor', 'master', 'bachelor'] as const).map((degree, i) => ({
    says: new RegExp(
      `(?:创始人|老板|董事长|总经理|法人)(?:我)?[^，。团队]{0,8}${['博士', '硕士', '本科'][i]}(?!生?\\d|[\\d一二三四五六七八九十两]|生?导师)`,
      'g',
    ),
    fact: 'founderDegree' as const,
    value: degree,
    confidence: 0.85,
    unless: /员工|团队|我们有/,
  })),
  {
    says: /(?:贷|借|融|要)[^，。；]{0,10}[万亿元](?:来|去|用来|用于)?(?:搞|做|投)?研发(?!费|人员|团队|的)|(?:^|[，。])(?:搞|做)?研发用(?=$|[，。])|用(?:来|在|于)(?:搞|做)?研发/g,
    fact: 'purpose',
    value: ['rd'],
    confidence: 0.85,
    unless: /不|没/,
  },
  {
    says: /(?:no|without) (?:property|real estate|fixed assets|assets|house)(?: to pledge| as (?:collateral|security)| for collateral)/g,
    fact: 'collateral',
    value: ['none'],
    confidence: 0.88,
  },
  {
    says: /(?:没|无)(?:有|啥|什么|得|东西|任何|可以|可|能|资产|房子|车子|都){0,4}(?:抵?押|抵)(?:的|了|物|品)?(?=$|[，。；,; ])/g,
    fact: 'collateral',
    value: ['none'],
    confidence: 0.85,
    unless: /贷款|记录|过/,
  },
  {
    says: /(?:房子|房产|厂房|土地|办公楼|写字楼|商铺)(?:也|都|还|倒是|是自己的)?(?:可以|能|可)(?:拿来|用来)?(?:做|作)?(?:抵?押|抵|担保)/g,
    fact: 'collateral',
    value: ['property'],
    confidence: 0.85,
    unless: /没|无|租|吗|不/,
  },
  {
    says: /(?:设备|机器|机床|产线)(?:也|都|还)?(?:可以|能|可)(?:拿来|用来)?(?:做|作)?(?:抵?押|抵)/g,
    fact: 'collateral',
    value: ['equipment'],
    confidence: 0.85,
    unless: /没|无|租|吗|不/,
  },
]
