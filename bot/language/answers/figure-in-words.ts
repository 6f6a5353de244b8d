// Figures told without a number, in answer to the question for them: 没交, 还清了, 全部, 持平, 翻了一番, 在申请还没下来. Outside an
// answer such words are too little to stand for a figure.
import { type FactDefinition, PPM_PER_ONE } from '#engine'
import { GRANTED, type Role } from '../roles.ts'
import { isWish } from '../scene/claims.ts'
import { roleOf, type Scene } from '../scene/scene.ts'
import { beginsWithNothing, endsWithNothing, isNothing } from '../text/nothing.ts'
import { mayBeZero } from '../unsaid/zeros.ts'

/** 没融过, 没交: the asked thing was not done. */
const UNDONE =
  '没有?(?:交|缴|投|花|融|押|质押|贷|借|欠|招|办|报|评|上|申请|申报|做|卖|拿|收|签|享受|参与|参加|承担|登记|验收|转化|引进|发生|搞|弄|买)'
const NONE_OF_IT = new RegExp(
  `零收入|(?:都|全|已经?|早)[^，。没未]{0,4}(?:还清|还完|结清)|没开[张单]|没有?收入|没(?:申请|登记|办|报|做|拿|贷|借|评)[^，。]{0,3}过|(?:^|[，,。 ])(?:还|从来?|一直|我们|公司|自己|自身|本身|名下|今年|去年|目前|都|也)*${UNDONE}(?:过|了|啥|什么)*(?:研发|这块|这个|钱)?(?:的|呢|呀)?[。.！!]?$|^(?:都|一[个项件]也)不(?:愿意?|想|肯|能|敢)|(?:^|[，,。 ])(?:真的?|实在|是|也|就)*(?:一[分毛]钱?|一个子儿?|半分钱?)(?:也|都|还)*(?:没有?|不)(?:交|缴|投|花|融|贷|借|欠|要交)(?:过|了)?(?:的|呢)?[。.！!]?$`,
)
/** Asked what is owed, 还清了 says nothing any more. */
const PAID_OFF =
  /^(?:贷款|欠款|之前的?|银行的?|那笔|上个?月|去年|今年|年初|刚|已经?|早就?|都|全部?|[，, ])*(?:还清|还完|还光|结清|还掉|清零|清)了?(?:的|呀|啊|吧)?[。.！!]?$|^(?:all |fully |already |it'?s )*(?:paid off|repaid|cleared)[.!]?$|^(?:we )?(?:fully |already )?paid (?:it |them |everything )?(?:all )?off\b(?!.*\b(?:but|half|part|except)\b)/i
/** 公司没有，我自己房贷一百多万 */
const COMPANY_HAS_NONE =
  /[，, ]公司(?:的|这边|名下|本身)*(?:倒)?(?:是)?(?:没有?|没贷|一分没有)(?:的|过|贷款)?[。.！!]?$|^(?:我们)?公司(?:是|从来|目前)?没(?:有|贷款?|欠|借)(?:的|过)?[，, ]/
/** Asked for granted rights: 在申请，还没下来. */
const ALL_PENDING =
  /^(?:我们|发明|专利|目前|现在|都|全|还|是|正|刚|[，, ])*(?:在申请|申请中|在审|审着|报上去|提交|递交|受理|交)[^，。\d]{0,4}[，, ]?(?:都|还|全|一[个件项])*(?:没|未)(?:有)?(?:授权|下来|下证|拿到|批|到手|拿证)(?:的|呢|了|下来)*[。.！!]?$/
const NOT_GRANTED_YET =
  /^(?:我们|发明|专利|目前|现在|暂时|都|全|还|一[个件项]|[，, ])*(?:没有?|未)(?:授权|下来|下证|批下来|批|拿到证|拿证)(?:的|呢|了)?[。.！!]?$/
/** 那会儿公司还没成立: a year before the company had nothing. */
const NOT_FOUNDED =
  /^(?:那[会年时][儿候]?|当时|当年|我们|公司|厂子?|还|都|也|是|根本|[，, ])*(?:没|未)(?:有)?(?:成立|注册|创立|创办|开业|开公司|开厂|办厂|建厂|公司|营业|起步)(?:呢|的|了|啊|起来|公司)*[。.！!]?$|(?:^|[，, ])(?:那时候?|当时)?公司?还没有公司?呢?(?:那时候?|那会儿?)$|公司还没有呢?(?:那时候?|那会儿?)?$|^(?:not founded|didn't exist|wasn't founded|before we (?:started|were founded))\b/i
/** 都在实审: all of them, so none is granted. */
const ALL_IN_REVIEW =
  /^(?:我们|发明|专利|目前|现在|[，, ])*(?:都|全部?|全都)(?:还|是|正)?(?:在|处于)?(?:实审|审|申请|受理)(?:当?中|里|着|阶段)?(?:呢|的)?(?:[，, ]一[个件]都?没(?:有)?(?:授权|下来|下证|拿到))?[。.！!]?$|^(?:they(?:'re| are) |it's )?all (?:still )?(?:pending|under review|in review)[.!]?$/
/** 没授权，都在审 */
const IN_REVIEW_TOO =
  /[，, ](?:都|全|还|现在|目前|正)*(?:在|处于)?(?:实审|审|申请|受理)(?:当?中|里|着|阶段)?(?:呢|的)?[。.！!]?$/
/** 今年没招 */
const NOBODY =
  /^(?:我们|公司|目前|现在|今年|去年|还|都|也|一个)*没有?(?:招|要|进|收)(?:的|人|研发|新人|应届生?|毕业生)*(?:了|呢)?[。.！!]?$/
/** 协议签了，到账为零 */
const NOT_PAID_IN = /(?:到账|实缴|到位)(?:的)?(?:还)?(?:为|是)?(?:零|0(?!\d))/
const NOT_LOOKED_UP =
  /(?:^|[，, ])(?:近?半年|最近|银行|还|从来?|一次|都|也)*没(?:有)?(?:人|被)?查过?(?:的|呢)?[。.！!]?$/
/** 没有机构投过 */
const NOBODY_INVESTED = /没(?:有)?(?:任何)?(?:机构|投资人|投资机构|人|谁|外部资金|基金|资本)(?:来)?投(?:过|资)?/
/** 有个在读的，别的没有 */
const ONE_STUDYING =
  /^(?:就|只|目前)?有一?[个位名](?:还)?(?:在读|在念)[^，。]{0,3}[，, ][^。]{0,8}(?:别的|其他|其它|再)?没有?(?:了|的)?[。.！!]?$/
/** 现款现货: no time passes until it is paid. */
const CASH =
  /^(?:我们|客户|基本上?|大部分|都|全|是|一般|主要|[，, ])*(?:当场结|现金结|现款现货|现款|现货现款|款到发货|先款后货|先付款后?发?货?|货到付款|一手交钱一手交货|没有?账期|不赊账)(?:的|交易|为主|啊|呢)*[。.！!]?$/
const ALL =
  /^(?:几乎|差不多|基本上?|大概)?(?:全部?|全都?是?|都是|所有|百分百|完全|all|everything|100)(?:的|是|都是)*[。.！!]?$/i
const UNCHANGED =
  /^(?:跟|和|与|同|前年|去年|比|基本上?|差不多|大致|大体|也|都|就|是|我们|[，, ])*(?:持平|打平|没[涨增长]+也?没[跌降减]|不[涨增]不[跌降减]|没(?:什么|啥|怎么)?变化?|一样|flat|unchanged|no change)(?:的|吧|了|多)*[。.！!]?$/i
const DOUBLED =
  /^(?:大概|差不多|正好|刚好|比前年|去年|营收|收入|我们|是|就|[，, ])*(?:翻了?(?:一番|番|一倍|倍)|(?:涨|增长?|增加|多|长)了?一倍|(?:it |we |sales |revenue )?doubled|up 100 ?%)(?:了|吧|的)?[。.！!]?$/i
const QUADRUPLED = /^(?:大概|差不多|正好|去年|[，, ])*翻了?两番(?:了|吧|的)?[。.！!]?$/

/** What says none to one question only. */
const SAYS_NONE: Readonly<Partial<Record<Role, RegExp>>> = {
  standards: /^(?:我们|目前|就|都|只|是)*有?(?:团标|企标|团体标准|企业标准)(?:的|吧)?[。.]?$/,
  lawsuits: /(?:别人|人家|客户)(?:倒是|从来|也)?没(?:有)?(?:告|起诉)过?我/,
  orders: /签(?:了|下来?)?的(?:还|暂时|目前)?(?:一个)?(?:都|也)?没有(?:呢)?$|都没签(?:呢|下来)?$/,
  loanBalance:
    /(?:一分钱?|都|还|一直|目前)(?:都|也|还)?没(?:有)?(?:提|用|支用|动)(?:款|过|呢)?$|^[莫冒]得(?:贷款|欠款|外债)$/,
  exports: /(?:近一年|去年|今年|现在|这一年|最近)(?:都|也|就)?没(?:有)?(?:了|做了?|出口了?|出了)$/,
  pledgeable:
    /^(?:我们|目前|暂时|都|也|专利)*不(?:太)?(?:愿意?|想|打算|考虑|肯|准备|舍得)(?:拿|用)?(?:专利)?(?:去|出来)?(?:[质抵]?押)(?:专利|出去)?(?:的)?[。.]?$/,
  graduates:
    /^没(?:有)?招(?:人|应届生?)?(?:今年)?$|今年(?:一个)?(?:都|也|还)?没(?:有)?(?:招|进|要)(?:人|应届生?|到)?(?:了|的)?$/,
  pctApplications: /没(?:有)?(?:搞|做|弄|申请|报)过?(?:国际|海外|pct)(?:的|专利)*$/,
}

/**
 * What the words of an answer say to the one numeric fact that was asked, in its base unit; undefined when they say nothing.
 * `alone`: no number stands in them that could be the answer.
 */
export function figureInWords(scene: Scene, fact: FactDefinition, alone: boolean): number | undefined {
  const { masked } = scene
  if (fact.type === 'date') return undefined
  const role = roleOf(scene, fact)
  // 满分: all there is
  if (
    fact.unit?.zh === '分' &&
    typeof fact.max === 'number' &&
    /^(?:是|得|拿|就|评了?|应该)*满分(?:的|吧|了)?[。.！!]?$/.test(masked)
  )
    return fact.max
  if (role !== undefined && SAYS_NONE[role]?.test(masked)) return 0
  if (role === 'growth' && alone) {
    if (UNCHANGED.test(masked)) return 0
    if (DOUBLED.test(masked)) return PPM_PER_ONE
    if (QUADRUPLED.test(masked)) return 3 * PPM_PER_ONE
  }
  if (fact.type === 'money' && !isWish(fact) && mayBeZero(scene, fact) && NOT_FOUNDED.test(masked)) return 0
  if ((role === 'equity' || role === 'equityTwoYears') && NOBODY_INVESTED.test(masked)) return 0
  if (role === 'equity' && NOT_PAID_IN.test(masked)) return 0
  if (role === 'receivableMonths' && CASH.test(masked)) return 0
  // asked for anything else, 没查过 does not know
  if ((role === 'doctors' || role === 'postgraduates') && ONE_STUDYING.test(masked)) return 0
  if (role === 'queries' && NOT_LOOKED_UP.test(masked)) return 0
  if (fact.unit?.zh === '人' && role !== 'headcount' && NOBODY.test(masked)) return 0
  if (role === 'loanBalance' && (PAID_OFF.test(masked) || COMPANY_HAS_NONE.test(masked))) return 0
  if (role !== undefined && (GRANTED.has(role) || role === 'class1')) {
    const said = masked.replace(IN_REVIEW_TOO, '')
    if (ALL_PENDING.test(masked) || NOT_GRANTED_YET.test(said) || ALL_IN_REVIEW.test(masked)) return 0
  }
  // asked for points, 没评过 does not know them
  if (fact.unit?.zh === '分' && /没(?:有)?(?:人|谁)?(?:评|打|测|算|查)过?/.test(masked)) return undefined
  // 正在谈，还没签: what comes of it is open
  if ((role === 'equity' || role === 'equityTwoYears') && /(?:正在|在|还在)(?:谈|聊|尽调|走流程)/.test(masked))
    return undefined
  if (isNothing(masked) || (alone && beginsWithNothing(masked)) || endsWithNothing(masked) || NONE_OF_IT.test(masked))
    return 0
  return fact.type === 'percent' && ALL.test(masked) ? PPM_PER_ONE : undefined
}
