// Whether an expression is affirmed or denied where it stands: 没有专利, 高企还没评上, 从来没逾期过, 专利、软著都没有.
import type { FactDefinition } from '#engine'
import { clauseAt } from '../text/clauses.ts'
import { isForeign, isTakenBack, isWish } from './claims.ts'
import { clauseOf, isPlanned, type Scene } from './scene.ts'
import { toldAfter } from './told-after.ts'

export type Polarity = 'affirmed' | 'denied' | 'unsaid'

const BEFORE_REACH = 28
const AFTER_REACH = 14
const LIST_CLAUSES_MAX = 6
/** 没有 and 没被 may stand before what they deny. */
const GOVERNED_REACH = 2
/** Words that only look like a denial. */
const NO_DENIAL =
  /没几[家个](?=[做搞干])|不仅|不但|不只|不光|不过|不错|不少|不同(?!意)|不断|不锈|不动产|非常|非标|无锡|无人|无线|无缝|无形|没错|没问题|没准|(?:还没有?|没有?|未|尚未)(?:移[出除]|解除|撤销|修复|还清|结清|整改|恢复|判|结案|了结|开庭|审完|判决|打完)|没有?(?:过期|失效|到期|被取消|被摘)|未来|有没有|有没得|是不是|no\.|not only/g
const DENIAL =
  /(?:没有?|[莫没]得|木有|么得|无|未|非|不是|不算|不属于|不考虑|不找|不接受|不在|不生产|不涉及|不存在|不想|不需要|不用|不要|不会|不做|不抵押|不质押|不押|不拿|不(?:太|大|怎么)?愿意?|不肯|不同意|拒绝|并非|从来没|从没|从不|从未|尚无|还没|谈不上|(?:哪[能会里]|怎么(?:会|可能|能))是|\bno(?:t|ne|body|thing|r)?\b|\bnever\b|\bwithout|n't|\bnone of|\blost (?:our|the|its)|\bno longer|\brather than|\binstead of)/
const DENIED_BEFORE = new RegExp(
  `不$|${DENIAL.source}(?:[^，。；,;但只而却是有]{0,6}|有[^，。；,;但只而却]{0,5}|[a-z' -]{0,24})$`,
)
const DENIED_AFTER =
  /^(?:老板|我们|公司)?(?:不太?(?:愿意|想|肯|方便)|不肯|不愿)|^(?:[:：]|这[块个]|方面|去年|前年|今年|上次|当时|倒|目前|现在|暂时|我们|咱们?|公司|我司|还|也|都|更|压根|根本|完全|从来|就|先|是|为|的话|证书|称号|资质|认定|贷款|记录|次数|条数|件数|情况|信息|案件|名单|公告|名录|等|一直|至今|一[个项件条]|复核|复审|评审|评定|评选|评上|考核|验收|认证|统统|通通|一概|全|这一?些|啥的|这类| |are |is |we |have )*(?:没有?|[莫没]得|木有|么得|无(?:$|[，。 ])|未|不是|不算|谈不上|算不上|够不[着上]|别[碰查动看用]|(?:暂时|就|也|先)*(?:不用|不要|不需要|不考虑)(?:了|(?=$|[，。 ]))|是?假的|是瞎(?:说|传|讲)|不能[押抵用拿做]|不[给让行许沾]|免谈|的?就?算了|还没|尚未|落选|落榜|谈不上|够不上|算不上|够不着|不够格|没戏|轮不到|差得远|还差|被刷|被拒|黄了|泡汤|失败|差一?点没|[零0](?: ?[次起条件笔个项])?(?:$|[，。；;、 ])|(?:就|只|还)?差(?:一[点步截口档]|点|口气|临门)|(?:更|就)?(?:别[提想说]|不敢想|不用想|甭想)|想都[不没]敢?想|没影|没指望|够呛|遥远|没敢|none|not |no(?=$|[.,;!]))/
const ALL_DENIED =
  /^[^，。；,;]{0,20}(?:都|全|均|也|统统|通通|一概|一律|全部|从来|啥的|之类的?|什么的)(?:没有?|莫得?|木有|么得|无|未|不是|没)/
const PLAN_AFTER =
  /^(?:企业|证书|资质|认定|这[块个]|的话)?(?:也|还|正|就|今年)*(?:准备|打算|计划|争取|想着?|要|明年|后年|下半年)(?:准备|打算|计划|争取|想|要|再|才|敢|去|来|明年|今年|下半年|年底|上半年|[\d一二三四五六七八九十]{1,2}月份?)*(?:申|报|评|弄|搞|办|冲|认定|拿)|^(?:企业)?(?:老板|我们)?(?:一直|都)?想(?:着|要)?(?:明年|后年|今年|再|也)*(?:试|冲|评|报|申|拿)|^(?:[省市区县]里?)?(?:也|还|刚|材料)*(?:申报|申请|报|推荐|交)(?:着|上去了|上去|了)[^。；]{0,3}(?:还没|没公布|等)|^(?:申报|申请)着|^(?:申报|申请)?的?材料|^(?:是|就是)?(?:我们)?的?(?:目标|方向|愿景)|^(?:企业)?(?:自评|自测|自查|预评|预审|试算|测算|打了|特色化|指标|评分|打分|加分)|^[^，。；,;]{0,4}(?:(?:正在?|还在|在)(?:申|报|冲|评|办|建|筹|准备|走流程|弄|搞)|申[请报]中|准备中|公示(?!的|过|了)|培育|初审)/
/** 通过评审，在公示: not granted yet, though the clause before sounds so. */
const NOT_YET_AFTER = /^[^。；;]{0,12}(?:(?:在|正在|还在|刚|等)公示|公示[期中]|等发?证|等结果)/
const PENDING_AFTER =
  /^(?: is| are| still| currently| status|'s)* (?:pending|under review|in review|in progress|in process|being (?:reviewed|processed|evaluated)|applied for|application|on the way|underway)\b/
/** little giant next year hopefully */
const PLANNED_AFTER =
  /^(?: is| status|'s|,)* (?:next year|planned|hopefully|maybe next|some ?day|one day|the (?:goal|aim|target|plan)|in (?:two|three|[2-5]) years)\b/
/** 被执行不晓得 */
const UNKNOWN_AFTER =
  /^(?:的话|这[块个]|名单|情况|记录|我|也|倒|就|还)*(?:不晓得|不知道|不清楚|不确定|没查|说不[准好]|记不清|拿不准|要问|得问|得查)|^(?:我们)?(?:报|评|申请|申报)不[了上]/
/** Little giant no, gazelle yes: a row of names with their answers. */
const LABELLED = /^ ?(?:status|number|enterprise|certificate|title|data)?[,:：]? (?:(yes)|no(?:ne)?)(?=$|[,.;])/
const LABEL_REACH = 24
const NOT_YET_REACH = 20
const LAPSED = /过期|失效|到期|取消|没复审|没续|没有复审|expired|lapsed/
/** 小巨人去年被摘牌了, a little giant but failed the review: it was so. */
const LOST_AFTER =
  /^[^。；;，,]{0,6}(?:申报|申请|报|冲|评|提名)[了过](?:一[次回])?[，, ]?(?:但)?没获奖|^[^。；;，,]{0,6}(?:申报|申请|报|冲|评)了(?:一[次回])?[，, ]?[^，。；]{0,2}(?:没过|没批|没评上|没中|没上)|^[^。；;，,]{0,6}(?:到期|过期|有效期过)了?[，, ]?[^，。；]{0,3}(?:没|还没|未)|^[，, ](?:已经|早就?|今年)?(?:过期|到期|失效)了|^[^。；;，,]{0,4}(?:复核|复审)没|^[^。；;，,]{0,4}是老黄历|^[^。；;，,]{0,8}没(?:有)?(?:我们|咱|上榜|入围|选上)|^[^。；;，,]{0,6}(?:到期)?没(?:有)?(?:复核|复审|续上|重新认)|^(?:已经?|早就?)?(?:过期|失效)了|^[^。；;]{0,8}[，, ]今年(?:还|就|都|也)*(?:没(?:评|续|入|过|再|报)|忘)|^[^。；;，,]{0,8}(?:没通过|未通过|被取消|被摘|摘牌|被撤|(?<!证书?)丢了|没保住|刷下来)|^[，, ]?(?:后来|现在)?又?掉了|^[^.;]{0,8}\b(?:failed|rejected|turned down|declined|unsuccessful|(?:but )?(?:we )?(?:didn't|did not) (?:get|make)|lost (?:it|the)|revoked|withdrawn|lapsed|no longer)\b/
const LOST_REACH = 24
const EXCEPT = /除(?:了|开|去)?(?:[^，。；没不]{0,6}有|是)?[个一]?$/
const NOTHING_ELSE = /^[，, ]?(?:别的|其他|其它|其余|啥|什么)[^。；]{0,8}没/
const ELSE_REACH = 14
/** 就差小巨人了 */
const LACKING =
  /(?:就|只|还|独|单)?差(?:个|一个|了个)?$|(?:离|距离?|够不[着上到]|够得上|冲[刺击]|不敢想|没敢[报想]|没[报申冲])(?:国家级)?$/
/** 工信局推荐我们报专精特新 */
const URGED =
  /(?:推荐|让|叫|劝|建议|动员|可以|够格|有资格|够条件)[^，。；]{0,4}(?:申报|报|评|申请)$|(?:说|夸|觉得|当)我们(?:公司)?(?:就)?像(?:是)?$/
/** 别跟我讲小巨人 */
const SPARE_ME = /(?:别|不要|少)(?:再|老)?(?:跟我|和我)?(?:讲|提|说|扯|谈)[^，。]{0,2}$/
/** 主要想问高企: a title that is asked about. */
const ASKED_ABOUT = /(?:想|要)(?:问|咨询|了解|请教)(?:一?下)?(?:关于)?$/
const ENDED_DENIAL = /^[^，。]*[一-龥](?:没有|没得|还没) $/
const OWN_YES = /^(?:也|都|是|倒)?有/
const AFFIRMED_BEFORE = /(?:是|有|拿了|评上了?|入了|过了|获得|通过)[^，。；,;不没]{0,3}$/

const plain = (text: string): string => text.replace(NO_DENIAL, word => '□'.repeat(word.length))

/** The polarity of the expression at [start, end). Questions, suppositions, plans and talk of others leave it unsaid. */
export function polarityOf(scene: Scene, start: number, end: number, fact?: FactDefinition): Polarity {
  const clause = clauseOf(scene, start)
  if (!clause || clause.supposed || isTakenBack(scene, start)) return 'unsaid'
  if (fact ? isForeign(scene, fact, start) : clause.others) return 'unsaid'
  const label = clause.question ? null : LABELLED.exec(scene.masked.slice(end, end + LABEL_REACH))
  if (label) return label[1] === undefined ? 'denied' : 'affirmed'
  const told = fact?.type === 'flag' ? toldAfter(scene, start, end) : undefined
  if (told) return told
  if (clause.question || (fact?.id.startsWith(TITLES) && isOfSeveral(scene, start, end))) return 'unsaid'
  const wish = fact !== undefined && isWish(fact)
  const text = scene.masked
  // 三年前拿过高企，后来没复审 tells how it stands now
  if (clause.past && fact?.type === 'flag' && !LAPSED.test(text.slice(end, end + NOT_YET_REACH))) return 'unsaid'
  const said = plain(text.slice(Math.max(clause.start, start - BEFORE_REACH), start))
  // 质量奖没有 9001有: the denial ends what stands before it
  const before = OWN_YES.test(text.slice(end, end + 4)) ? said.replace(ENDED_DENIAL, '') : said
  if (SPARE_ME.test(before) || URGED.test(before)) return 'unsaid'
  if (fact?.type === 'flag' && ASKED_ABOUT.test(before)) return 'unsaid'
  const after = plain(text.slice(end, Math.min(clause.end, end + AFTER_REACH)))
  if (!wish && (isPlanned(scene, start) || PLAN_AFTER.test(after))) return 'unsaid'
  if (!wish && NOT_YET_AFTER.test(text.slice(end, end + NOT_YET_REACH))) return 'unsaid'
  if (fact?.type !== 'count' && PENDING_AFTER.test(text.slice(end, end + NOT_YET_REACH))) return 'unsaid'
  if (!wish && PLANNED_AFTER.test(text.slice(end, end + NOT_YET_REACH))) return 'unsaid'
  if (UNKNOWN_AFTER.test(text.slice(end, end + NOT_YET_REACH))) return 'unsaid'
  if (LOST_AFTER.test(text.slice(end, end + LOST_REACH))) return 'denied'
  // 除了科小，别的资质都没有 affirms this one
  if (!wish && EXCEPT.test(before) && NOTHING_ELSE.test(text.slice(end, end + ELSE_REACH))) return 'affirmed'
  // 除了专利没啥可押的 denies all else
  if (/除(?:了|开|去)?[^，。；,;还也]{0,4}$|\b(?:except|apart from|other than) (?:our |the )?$/.test(before))
    return 'unsaid'
  const denied = DENIED_BEFORE.test(before) || LACKING.test(before)
  const deniedAfter = deniesBack(scene, end, after, fact)
  // 没官司没处罚没事故: each denial its own
  if (denied && deniedAfter && /^[没无]/.test(after) && /[没无]有?$/.test(before)) return 'denied'
  // 不是没有逾期: two denials, not to be untangled
  if (denied && /没|无|未/.test(before.replace(DENIED_BEFORE, '')) && /不是|并非/.test(before)) return 'unsaid'
  if (denied !== deniedAfter) return 'denied'
  if (denied) return 'unsaid'
  return listDenied(scene, start, end) && !AFFIRMED_BEFORE.test(before) ? 'denied' : 'affirmed'
}

/** 园区里高企很多, 给一家高企做配套: there are several, or one of those, and not ours. */
const SEVERAL_BEFORE = /(?:有|[一两二三四五六七八九十几\d好多]|不少|很多)家(?:是|都是)?$/
const SEVERAL_AFTER = /^(?:企业)?(?:很|好|特别|挺)多/
const NOT_GRANTED_BEFORE = /(?:潜在|拟|种子|培育|储备)的?$/
const isOfSeveral = (scene: Scene, start: number, end: number): boolean => {
  const before = scene.masked.slice(Math.max(clauseOf(scene, start)?.start ?? 0, start - SEVERAL_REACH), start)
  return SEVERAL_BEFORE.test(before) || SEVERAL_AFTER.test(scene.masked.slice(end)) || NOT_GRANTED_BEFORE.test(before)
}
const SEVERAL_REACH = 10
const TITLES = 'qualification.'

/** Whether the denial after an expression is about it; in 没失信没被执行 the second denial begins the next expression. */
function deniesBack(scene: Scene, end: number, after: string, fact: FactDefinition | undefined): boolean {
  const denial = DENIED_AFTER.exec(after)?.[0].replace(/[，。；;、 ]$/, '')
  if (denial === undefined) return false
  const next = end + denial.length
  return !scene.signs.some(
    sign =>
      sign.start >= end &&
      sign.start <= next + GOVERNED_REACH &&
      sign.end > next &&
      !(fact?.type === 'flag' && sign.values.some(value => value.is !== 'decoy' && value.fact === fact)) &&
      !/[，。、；,; ]/.test(scene.masked.slice(next, sign.start)),
  )
}

/** 没有逾期、失信和被执行; 专利、软著都没有: one denial for a whole list. */
function listDenied(scene: Scene, start: number, end: number): boolean {
  const index = clauseAt(scene.clauses, start)
  const [from, to] = listAround(scene, index)
  const text = plain(scene.masked)
  const first = scene.clauses[from]
  const last = scene.clauses[to]
  if (!first || !last) return false
  if (to >= index && ALL_DENIED.test(text.slice(end, Math.min(last.end, end + 30)).replaceAll('、', ' '))) return true
  const head = text.slice(first.start, start)
  const denial = DENIAL.exec(head)
  if (!denial || (from === index && !/[和及与或]/.test(head))) return false
  // a number or a new verb in between ends the list
  return !/\d|[是但只却而做有拿](?!没)/.test(head.slice(denial.index + denial[0].length).replace(/^有/, ''))
}

/** The clauses joined to this one by 、. */
function listAround(scene: Scene, index: number): readonly [number, number] {
  let [from, to] = [index, index]
  while (index - from < LIST_CLAUSES_MAX && scene.masked[(scene.clauses[from]?.start ?? 0) - 1] === '、') from -= 1
  while (to - index < LIST_CLAUSES_MAX && scene.masked[(scene.clauses[to]?.end ?? 0) - 1] === '、') to += 1
  return [Math.max(0, from), Math.min(scene.clauses.length - 1, to)]
}
