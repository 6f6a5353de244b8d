// Sayings that are a whole fact without a number or a name: 打平, 全是主业, 没贷过, 拿房子抵. Each is one line: the words, the
// fact, the value, how sure.
import { type FactDefinition, type FactValue, PPM_PER_ONE } from '#engine'
import { isClaimed } from './claims.ts'
import { clauseAt } from './clauses.ts'
import type { FoundFact, Harvest } from './found.ts'
import type { Role } from './roles.ts'
import { factFor, type Scene } from './scene.ts'

interface Idiom {
  readonly says: RegExp
  readonly fact: Role
  readonly value: FactValue
  readonly confidence: number
  readonly approximate?: boolean
  /** not in a clause with these words */
  readonly unless?: RegExp
}

const IDIOMS: readonly Idiom[] = [
  {
    says: /打平|保本|(?<!同比|营收|收入)基本持平|盈亏平衡|不赚不亏|不亏不赚|没赚也没亏|没(?:怎么|咋)?赚(?:着|到)?(?:什么|啥)?钱|零利润|利润(?:基本)?(?:为|是)?零|broke even|break even/g,
    fact: 'netProfit',
    value: 0,
    confidence: 0.8,
    approximate: true,
    unless: /营收|收入|销售/,
  },
  {
    says: /(?:从来?没有?|没有?|从未|还没)(?:向银行|跟银行|在银行|找银行|去银行)?(?:贷过|借过)(?:款|钱)?|首贷户?|白户|第一次贷款|首次贷款|never (?:borrowed|had a loan|taken a loan)|first-time borrower/g,
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
    says: /(?:没有?|无|不欠|还清了?)(?:任何|其他|其它|别的|银行|存量|在贷|未结清|未还清?|一分)*的?(?:贷款|欠款|负债贷款)(?!需求|意向|记录|打算|计划|经验|逾期)|贷款(?:都|全|已经|早就?)*(?:还清|结清)|no (?:other |existing |outstanding |bank )*(?:loans?|debt)/g,
    fact: 'loanBalance',
    value: 0,
    confidence: 0.9,
  },
  {
    says: /(?:全都?|都|全部|100%|百分之百|基本(?:上)?(?:都|全)?)(?:是|做|靠|来自|属于)(?:主业|主营)/g,
    fact: 'mainShare',
    value: PPM_PER_ONE,
    confidence: 0.8,
    approximate: true,
  },
  {
    says: /(?:研发|开发)?(?:全都?|都|全部)(?:是)?在(?:国内|境内)(?:做|研发|完成|进行|投)/g,
    fact: 'domesticShare',
    value: PPM_PER_ONE,
    confidence: 0.82,
  },
  {
    says: /(?:拿|用|有|以|抵押的是|抵押物是|可以抵押)(?:自己的|公司的|一套|一栋|自有)*(?:房子|房产|厂房|土地|办公楼|写字楼)(?:做|作)?(?:抵|可以抵|能抵|$|[，。])|抵押(?:物)?(?:的)?是(?:厂房|房产|土地)/g,
    fact: 'collateral',
    value: ['property'],
    confidence: 0.8,
    unless: /没|无|租/,
  },
  {
    says: /(?:买|换|添|购|进|上)[^，。]{0,8}(?:设备|机床|机器|产线|生产线|仪器|注塑机|激光机|流水线)|buy[^,.]{0,20}(?:machines?|equipment)/g,
    fact: 'purpose',
    value: ['equipment'],
    confidence: 0.82,
    unless: /卖|没|不|做的|生产的/,
  },
  {
    says: /(?:客户|下游|买家|甲方|采购方)[^，。]{0,6}(?:央企|国企|上市公司|龙头|大厂|500强|五百强|核心企业)/g,
    fact: 'coreBuyer',
    value: true,
    confidence: 0.85,
    unless: /不是|没有|想|希望/,
  },
  {
    says: /[一-龥]{2,5}大学的?(?:科研|科技)?(?:成果|技术)(?:转化|孵化|作价)?|中科院[^，。]{0,6}(?:成果|孵化)|(?:教授|院士)(?:团队)?(?:创业|创办|办的)/g,
    fact: 'spinout',
    value: true,
    confidence: 0.82,
    unless: /合作|共建|联合|委托|没|不是/,
  },
  {
    says: /(?:股权|投资|入股)(?:、|和|加|跟|与|或|还是)?(?:债权|贷款)(?=[^，。]{0,2}(?:都|也|可|行))|(?:债权|贷款)(?:、|和|加|跟|与|或|还是)?(?:股权|投资|入股)(?=[^，。]{0,2}(?:都|也|可|行))/g,
    fact: 'kinds',
    value: ['loan', 'equity'],
    confidence: 0.82,
    unless: /不|没/,
  },
  {
    says: /(?:没有?|不做|无|还没有?)出口|(?:全|都|全部|只)(?:是|做)?内销|只做国内|we (?:do not|don't) export/g,
    fact: 'exporter',
    value: false,
    confidence: 0.88,
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
]
const CONFIDENT_FIRST_LOAN = /从来|从没|从未|一直没|历史上没/

/** All sayings of a message that are facts by themselves. */
export function readIdioms(scene: Scene): Harvest {
  const found: Omit<FoundFact, 'correction'>[] = []
  for (const idiom of IDIOMS) {
    for (const match of scene.masked.matchAll(idiom.says)) {
      const clause = scene.clauses[clauseAt(scene.clauses, match.index)]
      const fact = factFor(scene, idiom.fact)
      if (!fact || !clause || clause.question || !isClaimed(scene, fact, match.index)) continue
      if (idiom.unless?.test(scene.masked.slice(clause.start, clause.end))) continue
      found.push({
        fact: fact.id,
        value: idiom.value,
        confidence: idiom.confidence,
        approximate: idiom.approximate ?? false,
        why: `«${scene.text.slice(match.index, match.index + match[0].length)}»`,
        span: [match.index, match.index + match[0].length],
      })
      if (idiom.fact === 'loanBalance') found.push(...firstLoan(scene, match[0], match.index))
    }
  }
  return { found, unclear: [] }
}

/** 没有贷款 mostly means never, but not surely; 没有其他贷款 says nothing about the past. */
function firstLoan(scene: Scene, said: string, at: number): readonly Omit<FoundFact, 'correction'>[] {
  const fact: FactDefinition | undefined = factFor(scene, 'firstLoan')
  if (!fact || /其他|其它|别的|还清|结清|other|outstanding|existing/.test(said)) return []
  const before = scene.masked.slice(Math.max(0, at - 6), at)
  if (/现在|目前|暂时|手上|名下|当前/.test(before)) return []
  const never = CONFIDENT_FIRST_LOAN.test(before + said) || /过|首|白户|第一次|first|never/.test(said)
  return [
    {
      fact: fact.id,
      value: true,
      confidence: never ? 0.9 : 0.55,
      approximate: false,
      why: `«${said}»`,
      span: [at, at + said.length],
    },
  ]
}
