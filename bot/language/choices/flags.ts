// Yes-or-no facts: a name that is affirmed or denied where it stands. 准备申请高企 and 高企有什么用 say neither.
import type { FactDefinition, FactId } from '#engine'
import { isAfterAll, isOfSomebody } from '../changes/after-all.ts'
import { isOldFine } from '../pairing/penalty-year.ts'
import type { Found, Harvest } from '../scene/found.ts'
import { polarityOf } from '../scene/polarity.ts'
import { clauseOf, roleOf, type Scene, sentenceAround, wordsOf } from '../scene/scene.ts'
import { partsOf } from '../values/calendar.ts'

const EXPLICIT = 0.93
const BARE = 0.72
/** A large company is our buyer only where something is sold to it: 华为出来创业 does not. */
const SELLS =
  /客户|合同|供|给|买方|买家|甲方|下游|采购|订单|单子|配套|回款|账期|合作|customer|client|buyer|suppl|orders?\b|\bpay/
/** 失信、被执行、处罚 in a row without a verb name the topic; against the company nothing is taken from that. */
const TOPIC_ONLY = 0.5
const SERVES_THEM = /^ ?(?:的)?(?:erp|saas|软件|系统|平台|卖家|服务|培训|物流|仓储|退税|代理|报关|咨询)/
/** 以前做外贸，现在全内销 */
const ONCE_BEFORE = /(?:以前|之前|原来|早年|前几年)(?:是|也|就|都|一直|给|跟|为|做)*$/
const BOUGHT_AFTER = /^[^，。；]{0,4}(?:买|受让|购)/
const SAMPLES = /(?:在|正|还|刚|给[^，。；]{0,6})(?:送样|试样|打样)|在谈|谈合作/
const HOPED_BEFORE = /(?:想|希望|争取|准备|打算)(?:给|跟|进|做|为|打进|进入|成为|拿下|挤进)$/
const EXCEPT_AFTER = /^[^.;。]{0,14}(?:except|apart from|but (?:one|once)|除了|除开|[就只](?:有过?)?[一那][次回笔])/
const EXCEPT_REACH = 26
const OURS_REACH = 24
const CLEARED_REACH = 50
const OWN_DENIAL = /^(?:从来?|一直)?没|^never/
const NOT_LATELY =
  /^[^。；;]{0,24}?(?:近|最近|这)[一两二]年(?:都|也|是|一直)*(?:没有?(?:了|过|再)?|正常|没问题|干净)(?:的)?(?:$|[，。；,;！! ])/
const OURS_DENIED =
  /^(?:但|但是|可|不过|反正)?(?: ?)(?:我|咱|本公司|我司|自己|这家|这边|公司)[^，。；,;]{0,8}?(?:不是|没有|没问题|没事|干净|还?没(?:认|评|报|弄|申请|申报|办)?|还不是|不算)(?:的|呢|了|过|这[回种]?事)?(?=$|[，。；,;！! ])/
const NOT_YET =
  /^ ?(?:but |and )?(?:we )?(?:don't|do not) have (?:it|one|that)\b|^ ?(?:but |and )?(?:we're |we are |it's |still )?not (?:one |there |certified |recognised |approved )?yet\b|^ ?(?:but |and )?not one\b|^(?:但|但是|可|不过|反正)?(?:我们|公司)?(?: ?)(?:(?:现在|目前|暂时)(?:还|都还)?|还|都还)(?:不是|没有?|没评上|没拿到|没下来|没批)(?:呢|的)?(?=$|[，。；,;！! ])/
/** 去年有过，后来移出了，现在没有: how it stands now, in the same sentence. */
const CLEARED_AFTER =
  /^[^。；;]{0,36}?(?:(?:后来|已经|现在|早就?|目前)(?:就|都|也)?(?:移出|解除|撤销|没有|没了|恢复|处理完|处理好|改好|补好|弄好|搞定|结清|了结|清了|结了|结案|履行完|执行完)|近[一两二]年(?:都|也)?没有|(?:[今去]年|上个?月|[\d一二三四五六七八九十]{1,2}月)份?(?:就|都|又|才|也)?(?:移出|解除|撤销|恢复)|最近[一两二]年(?:都|也)?没有)|^[^。；;没未]{0,12}[，,](?:都|就)?(?:改好|补好|补报|移出来?|处理好|弄好)了|^[^.;?]{0,36}\b(?:(?:was|were|been|got|is|are|have been|since|now|already|since been) (?:removed|cleared|lifted|resolved|settled|closed|taken off|off (?:it|the list))|no longer|sorted out|removed (?:since|in|last|again)|not any ?more)\b/
const LONG_AGO_AFTER =
  /^[^。；;]{0,10}(?:那)?是大?前年|^[^。；;没不]{0,8}(?:[三四五六七八九十]|[3-9]|十几)年[以之]?前|^[^.;]{0,12}\b(?:[3-9]|three|four|five|six|seven|ten) years ago/
/** 前年晚还过利息, in 2019 we were late */
const LONG_AGO_BEFORE = /(?:以前|早些?年|前年|[三四五六七八九十3-9]年前|(?<!\d)(?:20)?(?:1\d|2[0-3])年)[^，。；]{0,6}$/
const LONG_AGO_REACH = 24
/** overdue once in 2019 */
const YEAR_AFTER = /^[^.;]{0,14}\bin (20[0-4]\d)(?!\d)/
const RECENT_YEARS = 2
const ADVERSE_CLAIM_BEFORE =
  /(?:有|被|上了?|上过|进了?|进过|列入|列为|列进|曾|出过|出了|吃过|受过?|受到|挨过?|让|遭|成了?|是|处于|还在|仍在|现在在|(?<![不没])在|have|has|had|been|was|were|are|got|is|on|under|in)[^，。；,;]{0,8}$/
const ADVERSE_CLAIM_AFTER =
  /^[^，。；,;、]{0,6}(?:过|了|有|是(?=$|[，。；,; ])|[\d一二两三四五六七八九十几][次笔起件回]|[1-9] ?[条次]|last|once|twice)/
const DENIED = 0.92
const LAPSED = 0.8
/** An affirmation needs a verb: the bare word may only name the topic. */
const CLAIM_BEFORE =
  /(?:是|有|被|上了?|上过|拿了?到?|评上|评了|认定|通过|过了|获|入|属于|成为|曾|出过|属|做|[没从]|are|is|have|has|got|we're)[^，。；,;]{0,6}$/
const CLAIM_AFTER = /^[^，。；,;]{0,6}(?:企业|认定|证书|过了|了|过|有|拿到|通过|入库|客户|稳定|在手|已|[，。,]|$)/
const LAPSED_AFTER =
  /^[^。；;]{0,14}(?:(?:(?<!正在|准备|申请|没|没有|未|不能|想|[弄办搞等要在])移出(?!中)|移除了|撤销了|解除了)|没复审|没有复审|没(?:有)?(?:再|重新)认|现在不是了|到期了|(?<![没未]有?)(?:过期|失效)|已到期|被取消|(?<![没未不])(?:结清|撤了|了结|修复|恢复了?|终结|结案|结了|清了)|没续|没复审|掉了|expired|lapsed)/

/** All flags that a message states. */
export function readFlags(scene: Scene): Harvest {
  const found = new Map<FactId, Found>()
  for (const sign of scene.signs) {
    for (const value of sign.values) {
      if (value.is !== 'fact' || value.fact.type !== 'flag') continue
      const { fact } = value
      if (roleOf(scene, fact) === 'coreBuyer' && !SELLS.test(sentenceAround(scene, sign.start))) continue
      if (isNotYetOurs(scene, fact, sign.start, sign.end) || runsOn(scene, fact, sign)) continue
      const cleared = isAdverse(fact) && NOT_LATELY.test(scene.masked.slice(sign.end, sign.end + CLEARED_REACH))
      if (!cleared && roleOf(scene, fact) === 'penalty' && isOldFine(scene, sign.start, sign.end)) continue
      const own = polarityOf(scene, sign.start, sign.end, fact)
      // 没有，从来没贷过: words that deny by themselves are not undone by another denial
      const isDenial = own === 'denied' && OWN_DENIAL.test(scene.masked.slice(sign.start, sign.end))
      const said = isDenial ? 'affirmed' : own
      const polarity = said === 'unsaid' && isDeniedOfUs(scene, sign.start, sign.end) ? 'denied' : said
      if (
        (polarity === 'unsaid' && !cleared) ||
        isLesser(scene, fact, sign.start) ||
        (!cleared &&
          polarity !== 'denied' &&
          !isTakenOff(scene, sign.start, sign.end) &&
          isLongAgo(scene, fact, sign.start, sign.end))
      )
        continue
      if (isAdverse(fact) && polarity !== 'denied' && isOfSomebody(scene, sign.end)) continue
      const stated = judge(
        scene,
        sign.start,
        sign.end,
        polarity === 'denied' || cleared,
        isAdverse(fact),
        roleOf(scene, fact) === 'firstLoan',
      )
      const earlier = found.get(fact.id)
      if (earlier && earlier.confidence > stated.confidence) continue
      const words = scene.text.slice(sign.start, sign.end)
      found.set(fact.id, {
        fact: fact.id,
        value: stated.value,
        confidence: stated.confidence,
        approximate: false,
        why: `«${words}» ${stated.value ? 'affirmed' : 'denied'}`,
        span: [sign.start, sign.end],
      })
    }
  }
  return { found: [...found.values()], unclear: [] }
}

/** 省级人才 of 省级人才工程: the longer name says what is said of it. */
const runsOn = ({ signs }: Scene, fact: FactDefinition, { start, end }: Scene['signs'][number]): boolean =>
  signs.some(
    next =>
      next.start > start &&
      next.start < end &&
      next.end > end &&
      next.values.some(value => value.is === 'fact' && value.fact === fact),
  )

/** 想给比亚迪供货，还在送样 has sold nothing; 技术从中科院买的 is bought, and no spin-out. */
function isNotYetOurs(scene: Scene, fact: FactDefinition, start: number, end: number): boolean {
  const role = roleOf(scene, fact)
  // 跨境电商 ERP 软件 serves exporters
  if (role === 'exporter' || role === 'coreBuyer')
    if (ONCE_BEFORE.test(scene.masked.slice(Math.max(0, start - 6), start))) return true
  // 客户有出口，我们不出口
  if (role === 'exporter' && clauseOf(scene, start)?.customers) return true
  if (role === 'exporter') return SERVES_THEM.test(scene.masked.slice(end, end + 8))
  if (role === 'spinout') return BOUGHT_AFTER.test(scene.masked.slice(end, end + 6))
  if (role !== 'coreBuyer') return false
  return (
    SAMPLES.test(sentenceAround(scene, start)) || HOPED_BEFORE.test(scene.masked.slice(Math.max(0, start - 6), start))
  )
}

/** 准备申报高企，现在还不是; 母公司是高企，我这个不是: what the next clause says of us and of now. */
function isDeniedOfUs(scene: Scene, start: number, end: number): boolean {
  const clause = clauseOf(scene, start)
  const after = scene.masked.slice(clause?.end ?? end, (clause?.end ?? end) + OURS_REACH)
  if (clause?.supposed) return false
  if (clause?.others || clause?.customers) return OURS_DENIED.test(after)
  return clause?.plan === true && NOT_YET.test(after)
}

/** 绿色工厂省级的: a title of the state is not the one of a province or a city. */
function isLesser(scene: Scene, fact: FactDefinition, place: number): boolean {
  const clause = clauseOf(scene, place)
  const words = wordsOf(scene, clause)
  return fact.title.zh.startsWith('国家') && /[省市区](?:级|里)|[省市区]的?绿色/.test(words) && !/国家级/.test(words)
}

/** 以前有过逾期，五年前的事了: what is asked of the last years is not told by it. */
function isLongAgo(scene: Scene, fact: FactDefinition, start: number, end: number): boolean {
  const after = scene.masked.slice(end, end + LONG_AGO_REACH)
  if (isAdverse(fact) && LONG_AGO_BEFORE.test(scene.masked.slice(Math.max(0, start - LONG_AGO_REACH), start)))
    return true
  const year = Number(YEAR_AFTER.exec(after)?.[1] ?? Number.NaN)
  return isAdverse(fact) && (LONG_AGO_AFTER.test(after) || partsOf(scene.context.today).year - year > RECENT_YEARS)
}

/** on the abnormal list in 2019, since removed: how a register stands now. */
const isTakenOff = (scene: Scene, start: number, end: number): boolean =>
  /list|abnormal|名录|名单|异常|失信/.test(scene.masked.slice(start, end)) &&
  CLEARED_AFTER.test(scene.masked.slice(end, end + CLEARED_REACH))

/** What would count against the company: the credit chapter, but not that a loan would be its first. */
const isAdverse = (fact: FactDefinition): boolean => /^credit\./.test(fact.id)

function judge(
  scene: Scene,
  start: number,
  end: number,
  denied: boolean,
  adverse: boolean,
  loanless: boolean,
): { readonly value: boolean; readonly confidence: number } {
  const before = scene.masked.slice(Math.max(0, start - 10), start)
  const after = scene.masked.slice(end, end + 20)
  if (adverse && CLEARED_AFTER.test(scene.masked.slice(end, end + CLEARED_REACH)) && !denied)
    return { value: false, confidence: DENIED }
  if (LAPSED_AFTER.test(after)) return { value: false, confidence: LAPSED }
  if (loanless && !denied && isAfterAll(scene, end)) return { value: false, confidence: EXPLICIT }
  if (denied && adverse && isAfterAll(scene, end)) return { value: true, confidence: EXPLICIT }
  // no overdue payments except one: neither yes nor no
  if (denied && EXCEPT_AFTER.test(scene.masked.slice(end, end + EXCEPT_REACH)))
    return { value: false, confidence: TOPIC_ONLY }
  if (denied) return { value: false, confidence: DENIED }
  if (adverse) {
    const said = scene.masked.slice(start, end)
    const claimed =
      /[过被]|been|was|were|got/.test(said) || ADVERSE_CLAIM_BEFORE.test(before) || ADVERSE_CLAIM_AFTER.test(after)
    return { value: true, confidence: claimed ? EXPLICIT : TOPIC_ONLY }
  }
  return { value: true, confidence: CLAIM_BEFORE.test(before) || CLAIM_AFTER.test(after) ? EXPLICIT : BARE }
}
