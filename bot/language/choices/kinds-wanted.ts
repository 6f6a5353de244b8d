// Which kinds of support are wanted, each by what is said of it where it stands: 担保也可以，最好有贴息; 股权不要，就贷款. Kinds that
// are joined share what is said of one of them: 高企辅导跟贷款，两样都要.
import type { FactDefinition } from '#engine'
import { isClaimed, isTakenBack } from '../scene/claims.ts'
import { type Found, type Harvest, NOTHING_FOUND } from '../scene/found.ts'
import { polarityOf } from '../scene/polarity.ts'
import { clauseOf, factFor, type Scene, wordsOf } from '../scene/scene.ts'
import { clauseAt } from '../text/clauses.ts'

const LOAN = 'loan'
const NOUNS: readonly (readonly [option: string, says: RegExp])[] = [
  [
    'listing',
    /上市(?:辅导|规划|培育|准备)|辅导上市|ipo(?:辅导| coaching| advice)?|(?:北交所|新三板|科创板|创业板)(?:上市|挂牌|辅导)*|listing advice|\bgo public\b|(?<=想|准备|打算|筹备|冲刺|规划)上市(?!公司)/g,
  ],
  [
    'coaching',
    /高企(?:申报)?(?:怎么|的|这块)?(?:辅导|培育)|辅导[^，。；]{0,4}高企|(?:high-tech )?coaching|\bhelp with (?:the |our )?(?:hnte|high-tech)(?: filing| application)?/g,
  ],
  [
    'guarantee',
    /(?:融资|政府|政策性?|贷款)?担保(?:公司|机构)?(?!物|人|法|费|过|贷|函)|见贷即保|\b(?:loan )?guarantees?(?: company| companies| scheme)?\b/g,
  ],
  [
    'insurance',
    /(?<!社会|养老|医疗|失业|工伤|五|买)(?:科技|研发|中试|专利|产品|责任)?保险(?!公司|柜|箱|丝|杠|费)|(?:研发|责任|中试)险|(?<!social )\binsurance(?: cover)?\b/g,
  ],
  [
    'subsidy',
    /(?:贷款|财政|政府)?(?:贴息|(?<!人才|伙食|餐|房租|住房)(?:补贴|补助))(?:补助)?|免息|(?:interest |government )?subsid(?:y|ies)|government grants?/g,
  ],
  [
    'lease',
    /融资租赁(?!业务|公司|合同|服务|平台|的设备)|(?:设备)?租赁(?!业务|公司|合同|费|住|市场|服务|的|平台)|(?:售后)?回租|\bleas(?:e|ing)\b(?! (?:runs|expires|ends|contract|term|is (?:up|until|due)))|\bleaseback\b/g,
  ],
  [
    'equity',
    /股权(?:投资|融资)?(?!质押|结构|激励|转让|架构|比例|占|纠纷)|(?<=让|出让?|稀释|给)(?:点|些|一点)?股份|股份(?=[^，。]{0,4}让)|入股|风投|投资[人方]|投资(?=(?:都|也)(?:行|可以|要))|(?<=引进?|引入|找|拉|吸引|寻求)(?:点|些|个)?(?:战略)?投资|战投|(?<=引[进入])股东|\bequity\b|\binvestors?\b|venture capital|new shareholders/g,
  ],
  [
    LOAN,
    /(?:银行|信用|抵押|纯信用|政策性)?贷(?:点|些|个|笔)?款(?!担保|贴|额|利|期|银|余|逾|合同|一共|总|记录|情况|用途|还|有(?!兴)|没|了|过|给|办|政策|流程|条件|产品)|(?:借[钱款])(?=(?:或者?|和|、|跟)|(?:都|也)行)|(?<=股权)债权|债权(?=股权)|\b(?:bank )?loans?\b(?! balance| history| guarantee)|\bdebt\b|\bborrow(?:ing)?\b/g,
  ],
]
/** Sayings that ask for a loan by themselves. */
const LOAN_ITSELF =
  /(?:质押|(?<![拿用])订单|中试|并购)贷(?!款利|还|余|剩)|贷款(?:为主|也行|也要|另外)|(?:只谈|就|只|光|就想?要|只想?要|只考虑|只做|就做|还是)(?:想|要|申请|做|走|是)*(?:银行|信用)?贷款(?=$|[，。；,.; 吧就了])|\b(?:only|just|now) (?:want |need |after |looking for )?(?:a )?(?:bank )?loans?\b(?! balance| history)|loans? only|顺便(?:再)?贷/g
const LINKS =
  /^(?:和|跟|与|及|或者?|还是|以及|还有|加上?|\+|、|\/| |也|都|再|外加|公司|plus|and|or|as well as|either|an?|the|some|both|maybe|perhaps)*$/
/** 担保公司也可以，或者租赁: goes on with what was said of the one before. */
const GOES_ON = /^[^，。；]{0,6}[，, ](?:或者?|还有|以及|要么|or )$/
const MENTIONED_MAX = 24
const BEFORE_REACH = 14
const AFTER_REACH = 20
const WANTED_AFTER =
  /^(?:公司|机构|融资|投资|贷款|方式|服务|政策|补助|的话|这[块种个条]|这边|本身|介入|进来|担保|来做|一下|这些|能?拿到?|申请|有|也|都|还|倒|就|能|肯定|统统|全|我们?|咱们?|自己|[，, ]?(?:这)?[两三俩]样都?|[，, ]都| )*(?:可以(?!吗|不|押|抵)|行(?![业不])|成(?![本长立])|中(?![试小])|(?:搞|来|做)$|的?贷款最好|要(?![是不求收]|\d|抵|押)|想(?![不])|考虑|接受|愿意|谈谈?|聊聊?|看看|更好|最好|欢迎|感兴趣|有兴趣|没问题|需要|ok|okay|as well|too)|^[之以]外[^，。]{0,4}[也还]|^(?:,? ?(?:investment|finance|cover|company|advice))?,? (?:(?:would|could|might|can|is|are|both|also|all|either|be|sounds?|each|too) )*(?:fine|ok|okay|good|great|welcome|possible|acceptable|works?|an option|too)\b/
const WANTED_BEFORE =
  /(?:想(?!知道|起)|要(?![是求])|申请|找|寻|走(?!完)|用(?!过)|做(?!过)|搞|弄|办|引进?|引入|拉|[最更]好(?:是|有|能|给|再|还)*|顺便|顺带|另外|接受|不排斥|不反对|考虑|谈谈?|聊|看看|了解|咨询|打听|问下?问?|需要|倾向|优先|加上|叠加|外加|配上?|能有|再(?:来|申请|给)|有(?=[^，。]{1,4}(?:更|最)好)|[，。 ]要|\b(?:want|need|prefer|open to|consider(?:ing)?|looking for|seeking|after|interested in|take|apply(?:ing)? for|asking about|plus|also|maybe|rather|just|only)\b)(?:[^，。；不没已]{0,5}|[a-z' ]{0,18})$/
/** Put off, or somebody else's, or only talked about. */
const PUT_OFF_BEFORE =
  /(?:以后|将来|之后|后面|后续|下一步|明年|后年|等[^，。]{1,6}再|要是|如果|银行|他们|对方)(?:再|才|要|说|让)?[^，。]{0,4}$|\b(?:later|next year|someday)[^,.]{0,12}$/
const PUT_OFF_AFTER =
  /^[^，。；]{0,6}(?:再说|再看|以后|以后再|将来|没谈成|谈崩|黄了)|^[^,.]{0,12}\b(?:later|some ?day|next year)\b/
/** 科技保险是啥，我们想买一个 */
const ASKED_AND_WANTED = /^是(?:啥|什么)[，,？?][^。；]{0,12}想(?:买|要|办|做)/
const REFUSED_AFTER =
  /^(?:公司|融资|投资|方式|的话|这[块种个]|那[块种个]|我们?|老板|暂时|先|就|目前|现在|也|都|的| )*(?:不(?:想|要|用|考虑|需要|接受|愿|行|做|找|搞|弄)|没(?:必要|兴趣|考虑)|算了|免了|免谈|别)/
const REFUSED_BEFORE =
  /(?:不(?:想|要|用|考虑|需要|接受|愿意?|做|找|搞|弄|是|给)|别|没(?:必要|兴趣|考虑|想)|免谈|拒绝|\bnot|\bno|n't|\bwithout|rather than|instead of|(?:prefer|rather)[a-z ]{1,24}(?:to|than))(?:[^，。；]{0,4}|[a-z' ]{0,14})$/
/** 专利质押贷款怎么办理 */
const ASKS_ABOUT = /贷款?(?:是)?(?:怎么|咋|什么|啥|多少|流程|利率|条件|政策)/
/** 有没有贴息, 能不能做租赁: who asks for it considers it. */
const ASKS_FOR = /(?:能不能|可不可以|能否|可以)(?:做|办|走|搞|申请|给|贴)|有没[有得]|能不能$/
/** 股权加贷款一起做行不行 */
const ASKS_FOR_BOTH = /一起|行不行|能不能|可不可以|可以吗/
/** 我们做租赁业务, 买过保险, 担保过: told of what is, and not wanted. */
const TOLD =
  /客户|评级|政策|流程|条件|区别|已经|结清|还清|余额|拿过|给过|做过|办过|买了|欠|去年|前年|上次|上回|之前|以前|policy|policies/
const TALK = /聊|(?<![只不也能可以])谈(?!好|妥|下来)|请教|讲讲|上门/
const OF_PERSONS =
  /(?:(?:老板|法人|股东)(?:个人|自己|愿意|可以|来|签|连带)|个人|夫妻|老婆|我爸|实控人|给(?:别人|人家|朋友|员工|工人)|互相|personal)[^，。；]{0,8}$/
const NOT_ONLY = /(?:不(?:光|只|仅)(?:是|要)?|\bnot (?:just|only) (?:an? )?)$/
const ALL_BUT = /除(?:了|开|去)$/
const CONFIDENCE = 0.86
const ITSELF = 0.84

interface Named {
  readonly option: string
  readonly start: number
  readonly end: number
}

/** The kinds that a message says are wanted. */
export function readKindsWanted(scene: Scene): Harvest {
  const fact = factFor(scene, 'kinds')
  if (!fact) return NOTHING_FOUND
  const named = namedIn(scene.masked)
  const wanted: Named[] = []
  let refusesOther = false
  const groups = joined(scene, named)
  for (const [i, group] of groups.entries()) {
    const before = scene.masked.slice(groups[i - 1]?.at(-1)?.end ?? 0, group[0]?.start)
    const goesOn = wanted.length > 0 && GOES_ON.test(before)
    const said = goesOn ? 'wanted' : saidOf(scene, fact, group)
    if (said === 'refused') refusesOther ||= group.some(each => each.option !== LOAN)
    if (said === 'wanted') wanted.push(...group)
  }
  const isLoanAlone = wanted.every(each => each.option === LOAN)
  // 想贷款 alone says no more than that money is wanted
  const kept = isLoanAlone && !refusesOther && !isAsked(scene, fact) ? [] : wanted
  const found = [...kept.map(each => finding(scene, fact, each, CONFIDENCE)), ...loanItself(scene, fact)]
  return { found, unclear: [] }
}

/** Every kind that is named, left to right, of two at one place the longer. */
function namedIn(masked: string): readonly Named[] {
  const all = NOUNS.flatMap(([option, says]) =>
    [...masked.matchAll(says)].map(match => ({ option, start: match.index, end: match.index + match[0].length })),
  ).sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Named[] = []
  for (const each of all) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each)
  return kept.slice(0, MENTIONED_MAX)
}

/** 贷款和担保, 股权、贷款: named in one breath. */
function joined({ masked, clauses }: Scene, named: readonly Named[]): readonly (readonly Named[])[] {
  const groups: Named[][] = []
  for (const each of named) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const link = masked.slice(before?.end ?? 0, each.start)
    const isNear = before && clauseAt(clauses, before.start) === clauseAt(clauses, each.start)
    if (last && (isNear || link.includes('、')) && LINKS.test(link)) last.push(each)
    else groups.push([each])
  }
  return groups
}

const isAsked = (scene: Scene, fact: FactDefinition): boolean => scene.context.pending.includes(fact.id)

function saidOf(scene: Scene, fact: FactDefinition, group: readonly Named[]): 'wanted' | 'refused' | 'nothing' {
  const [first, last] = [group[0], group.at(-1)]
  const clause = clauseOf(scene, first?.start ?? 0)
  if (!first || !last || !clause) return 'nothing'
  const words = wordsOf(scene, clause)
  const { masked } = scene
  const before = masked.slice(Math.max(clause.start, first.start - BEFORE_REACH), first.start)
  const after = masked.slice(last.end, last.end + AFTER_REACH)
  if (clause.supposed || isTakenBack(scene, first.start) || !isClaimed(scene, fact, first.start)) return 'nothing'
  if (NOT_ONLY.test(before)) return 'wanted'
  if (REFUSED_AFTER.test(after) || REFUSED_BEFORE.test(before)) return 'refused'
  if (ALL_BUT.test(before)) return /[还也]/.test(after) ? 'nothing' : 'refused'
  if (polarityOf(scene, first.start, last.end, fact) === 'denied') return 'refused'
  if (TOLD.test(words) || TALK.test(words) || OF_PERSONS.test(before)) return 'nothing'
  if (PUT_OFF_BEFORE.test(before) || PUT_OFF_AFTER.test(after)) return 'nothing'
  if (ASKED_AND_WANTED.test(after)) return 'wanted'
  if (clause.question)
    return ASKS_FOR.test(words) || (group.length > 1 && ASKS_FOR_BOTH.test(words)) ? 'wanted' : 'nothing'
  if (isAsked(scene, fact)) return 'wanted'
  const isLoanAlone = group.every(each => each.option === LOAN)
  const wantedBefore = !isLoanAlone && (WANTED_BEFORE.test(before) || ASKS_FOR.test(before))
  return WANTED_AFTER.test(after) ||
    wantedBefore ||
    (isLoanAlone && /(?:顺便|另外|还是|也|再|走|mainly|mostly)[^，。]{0,3}$/.test(before))
    ? 'wanted'
    : 'nothing'
}

function loanItself(scene: Scene, fact: FactDefinition): readonly Found[] {
  return [...scene.masked.matchAll(LOAN_ITSELF)].flatMap(match => {
    const [start, end] = [match.index, match.index + match[0].length]
    const words = wordsOf(scene, clauseOf(scene, start))
    if (!isClaimed(scene, fact, start) || isTakenBack(scene, start) || ASKS_ABOUT.test(words)) return []
    if (/不要贷款|还清|余额|not (?:only|just)|outstanding|\bowe\b|\bhave\b|\bhad\b|left\b/.test(words)) return []
    return [finding(scene, fact, { option: LOAN, start, end }, ITSELF)]
  })
}

const finding = (scene: Scene, fact: FactDefinition, { option, start, end }: Named, confidence: number): Found => ({
  fact: fact.id,
  value: [option],
  confidence,
  approximate: false,
  why: `wanted: «${scene.text.slice(start, end)}»`,
  span: [start, end],
})
