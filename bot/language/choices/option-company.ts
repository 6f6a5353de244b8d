// Options whose words are also ordinary speech: they count only in the company of other words, or when the fact was asked for.
import { isElsewhere } from '../names/place-words.ts'
import type { Role } from '../roles.ts'
import { clauseOf, type Scene, sentenceAround, wordsOf } from '../scene/scene.ts'

/** Clauses before and behind that may name the company. */
const NEAR_CLAUSES = 3

/** Options whose words are also ordinary speech: they count only in such company, or when asked. */
const COMPANY: Readonly<Partial<Record<Role, RegExp>>> = {
  acquired: /专利|知识产权|软著|著作权|发明|patent|copyright/,
  founderDegree:
    /我|本人|老板|创始|董事长|总经理|法人|负责人|学历|毕业|海归|留学|出身|\bi\b|\bmy\b|ceo|founder|owner|boss/,
  applicant: /我|本人|替|代|帮|老板|\bi\b|i'm|\bmy\b|\bour\b/,
  collateral: /押|担保|质|保证金|产权|产证|轻资产|信用|房产|[有没无]|collateral|pledge|mortgage|secur|property/,
  topics: /上门|来访|走访|见面|谈|聊|想了解|咨询|请教|辅导|指导|想搞|帮我|帮忙|visit|discuss|advice|come over/,
  purpose:
    /想|要|需|补|[万亿]|用于|用来|拿来|用途|为了|主要|申请|借|贷|融|缺|周转|买|上|扩|资金|\b(?:want|wants|need|needs|borrow|loan|use|for|to)\b/,
}
/** A park of no name is one only where something stands in it: 有个孵化器想投我们 does not. */
const IN_A_PARK = /在|入驻|进驻|落户|位于|注册|开发区|经开区|\bin\b/
const PARK_REACH = 14
const VISITED_BEFORE =
  /(?:以前|之前|原来|当初|最早|起初|一开始)(?:是|公司|都|就)?[在注][^，。]{0,6}$|(?:参观|考察|去过?|看过?|看看|路过|逛|隔壁|旁边|附近|靠近|挨着|(?:想|准备|打算|要|计划|考虑)(?:搬|迁|去|进|入驻|落户)(?:到|进|去|往)?)(?:了|的|过)?$/
const OTHERS_AFTER =
  /^(?:旁边|附近|隔壁|边上|外[面边]|对面|周边)|^(?:[那这]边)?的?(?:公司|企业|客户|厂商?|朋友|同行|团队|项目|基金|老师)(?:是|都|给|找|合作|买|订|供)|^[那这]?边?[^，。]{0,6}(?:设|有)了?(?:一?个)?(?:办事处|分公司|网点|点|仓库)/
const UNREAL_BEFORE = /(?:挂靠|挂|虚拟)(?:在|地址在)?[^，。]{0,2}$|(?<!注册|执照上?的?)地址(?:是|在|[:：])? ?$/
const TAKEN_BACK = /(?:不是|并非)(?:在|[^，。]{0,2}的)?$/
const OFFICE_BEFORE =
  /(?:办公(?:室|地址|地点|区)?|展厅|销售(?:部|中心)?|研发(?:部|中心)?|实验室|人)(?:才|就|是|也|都|还|设|放)*(?:在|[:：])?$/
export const AUTHORISED =
  /授权|委托|受托|经办|代办|代公司|[替代](?:老板|公司)(?:填|办|申请|签)|authori[sz]|behalf|for (?:my|the) boss|power of attorney|(?:asked|told|wants) me/
/** The legal representative is abroad: somebody, and not the speaker. */
const NOT_THE_SPEAKER = /^ (?:is|was|lives|has|will|can)\b/
/** Money that is gone, one's own or the state's is wanted for nothing. */
const BOUGHT =
  /\b(?:line|machine|equipment|press|oven|plant) cost\b|(?:自己|自家|自)掏(?!一)|自有资金|自筹(?!一|的?部分)|(?:攒|挣)(?:了|够|下)?的?钱(?:买|添|上|换)|补贴(?:了|过)|(?:拿|给|得|领|批|报)过[^，。]{0,4}(?:补[贴助]|奖)|\b(?:bought|purchased|installed|added|built|expanded|hired|upgraded)\b(?![^.;]{0,60}\b(?:need|want|borrow|loan)\b[^.;,]{0,30}$)|\blost\b|because of|(?:技改|扩产|改造)(?:后|完|好)|花了[\d一二两三四五六七八九十几]|(?:去年|前年|上个?月|刚|年初|上半年)[^，。；]{0,6}(?:买|换|添|上|建|扩|搞|做|弄|改|技改|收购|并购)了|(?:刚刚?|已经?|[今去前]年|上个?月)[^，。；]{0,4}(?:置换|换|还|续)(?:完|掉|好|清|上)了?|刚把[^，。；]{0,10}还(?:了|掉|清)/
const RUNS_AFTER =
  /^ (?:is |are |was |has been |already |now |just )*(?:running|up and running|ready|done|finished|working|in operation|built|completed|installed|in place)\b/
const COUNTED_AFTER = /^[，, ]?(?:有)?[\d一二两三四五六七八九十]{1,3}[个名位人]/
const CLEAN_AFTER = /^(?:都|也|全|是|很|还|挺|一直)*(?:干净|清白|没(?:有)?(?:被)?(?:查封|冻结|纠纷|问题))/
/** 厂房扩建已经完工了, 周转慢: done, or how something goes. */
const DONE_AFTER =
  /^[^，。；]{0,4}(?:已经?|早就?|都|刚|全)*(?:完工|竣工|建成|做完|搞完|建好|弄好|投产了|结束|验收)|^(?:得|有点|比较|很|太)*[慢快]|^(?:不错|一次|两次)/
/** 每个月还银行贷款, 还贷压力大: what is paid as agreed. */
const AS_AGREED_BEFORE =
  /(?:每(?:个?月|季度?|年)|按[月季年时]|正常|一直|[一二三四]季度|存货|库存|应收|账款|账期)(?:都|要|得|也|在|就|的)*$/
const AS_AGREED_AFTER = /^[^，。；]{0,2}(?:压力|困难|没问题|正常|按时|能力|记录|计划|来源)/
/** 先不贷: nothing is wanted now */
const NOT_NOW = /(?:先|暂时|现在|目前)(?:也|还|就)?不(?:(?:想|用|打算)?(?:贷|借)|急|$|[，。])|不(?:扩|建|买|换|搞)了/
/** Whose degree it is. */
const KIN_BEFORE =
  /(?:娃|儿子|女儿|闺女|崽|小孩|孩子|老婆|爱人|媳妇|女婿|侄[子女]|外甥|弟弟?|妹妹?|哥哥?|姐姐?|同学|员工|总工|工程师|技术总监)(?:是|也是|在|刚|的)?[^，。；\d]{0,2}$/
/** 财务 and 法人 alone are topics unless the role was asked. */
const APPLICANT_MIN = 3
/** 其中 3 项是受让的; 2 件是从高校受让的, beside a larger number: said of a part. */
const OF_A_PART = /其中|部分/
const OF_SO_MANY = /[\d一二两三四五六七八九十][件个项](?:是|从|发明|专利)/

/** Whether options of this role are ordinary words too. */
export const needsCompany = (role: Role | undefined): boolean => role !== undefined && COMPANY[role] !== undefined

/** Whether an option of a role may count where it stands. */
export function isInCompany(scene: Scene, role: Role | undefined, start: number, end: number, asked: boolean): boolean {
  if (role === undefined || asked) return true
  const words = wordsOf(scene, clauseOf(scene, start))
  const company = COMPANY[role]
  if (company && !company.test(sentenceAround(scene, start, NEAR_CLAUSES))) return false
  // 娃博士毕业回来了 tells of a child
  if (role === 'founderDegree' && KIN_BEFORE.test(scene.masked.slice(Math.max(0, start - 6), start))) return false
  // 团队有海归博士 2 名 counts them
  if (role === 'founderDegree' && COUNTED_AFTER.test(scene.masked.slice(end, end + 6))) return false
  if (role === 'park' && /\bused to\b|\bformerly\b|\bpreviously\b|\bno longer\b/.test(words)) return false
  if (role === 'purpose' && isNotWanted(scene, start, end)) return false
  // 都是外贸公司买断的
  if (
    role === 'industry' &&
    scene.masked.slice(start, end).includes('外贸公司') &&
    (/^(?:买断|收走|拿货|代理|出口|报关)/.test(scene.masked.slice(end)) ||
      /(?:给|走|通过|经|由|靠|找)[^，。]{0,2}$/.test(scene.masked.slice(0, start)))
  )
    return false
  // 样机还在做，没出来
  if (
    role === 'pilotStage' &&
    /^(?:还|都|也)?(?:在做|在搞|在画|没|正在做|保?险|贷(?!款)|要(?:一笔|花)?钱)/.test(scene.masked.slice(end, end + 6))
  )
    return false
  // 研发险和中试险 are insurances
  if (role === 'pilotStage' && /^(?:保?险|补贴|基金|平台|贷|费)/.test(scene.masked.slice(end, end + 3))) return false
  // 中试做完了: behind us
  if (
    role === 'pilotStage' &&
    !/把$/.test(scene.masked.slice(0, start)) &&
    /[中小]试|实验室/.test(scene.masked.slice(start, end)) &&
    /^(?:线|阶段|这[块步])?(?:都|已经?|刚|也|早|算是)*(?:做完|完成|结束|过了|通过|跑完|走完|搞完|验收)/.test(
      scene.masked.slice(end, end + 10),
    )
  )
    return false
  if (role === 'park' && /挂靠|挂在/.test(words)) return false
  if (role === 'park' && (isNotOurPark(scene, start, end) || (isNameless(scene, start, end) && !IN_A_PARK.test(words))))
    return false
  // 保理公司那边还欠 90 万: who lent it
  if (
    role === 'collateral' &&
    /^(?:公司|那边)/.test(scene.masked.slice(end)) &&
    /保理/.test(scene.masked.slice(start, end))
  )
    return false
  // 公司和厂房都是干净的 offers nothing
  if (role === 'collateral' && CLEAN_AFTER.test(scene.masked.slice(end, end + 10))) return false
  // 厂房抵押给建行了 is pledged already
  if (
    role === 'collateral' &&
    /mortgaged already|(?:already|is|are|'s) (?:already )?mortgaged|按揭|租的|租来|是租|租了|押(?:给(?!你|贵)|出去|掉了|完了)|(?:已经?|都)(?:抵押|质押|押|抵)了?|(?:爸|妈|老婆|老公|我个人|个人)(?:名下|的)/.test(
      words,
    )
  )
    return false
  if (company && (OF_A_PART.test(words) || (OF_SO_MANY.test(words) && countsTwice(scene, start)))) return false
  if (role === 'applicant' && isMereJob(scene, start, end)) return false
  // 老板娘 is not the owner
  return role !== 'applicant' || (end - start >= APPLICANT_MIN && scene.masked[end] !== '娘')
}

/** 参观过张江, 给中关村的公司供货, 以前在中关村, 办公室在滨江: a park that others are in, or we were, or not on paper. */
function isNotOurPark(scene: Scene, start: number, end: number): boolean {
  const before = scene.masked.slice(Math.max(0, start - PARK_REACH), start)
  const after = scene.masked.slice(end, end + PARK_REACH)
  if (isElsewhere(before, after) || VISITED_BEFORE.test(before) || OTHERS_AFTER.test(after)) return true
  if (UNREAL_BEFORE.test(before) || TAKEN_BACK.test(before)) return true
  const elsewhere = scene.regions.some(place => place.registered && (place.end <= start || place.start >= end))
  return elsewhere && OFFICE_BEFORE.test(before)
}

/** 买设备花了 260 万 is done, the pilot line is running: whether what stands there takes no money now. */
export function isNotWanted(scene: Scene, start: number, end: number): boolean {
  const words = wordsOf(scene, clauseOf(scene, start))
  return (
    BOUGHT.test(words) || RUNS_AFTER.test(scene.masked.slice(end, end + 24)) || isNoPurpose(scene, words, start, end)
  )
}

/** 22 个搞研发 are people; 首付 of a machine buys no home; 周转天数 is a figure; 不可能买房 and 有一笔过桥 are no wish. */
function isNoPurpose(scene: Scene, words: string, start: number, end: number): boolean {
  const said = scene.masked.slice(start, end)
  const before = scene.masked.slice(Math.max(0, start - 8), start)
  // 本来想借钱扩产，后来算算不划算
  if (/本来想|原本想|原来想/.test(words) || NOT_NOW.test(sentenceAround(scene, start))) return true
  const after = scene.masked.slice(end, end + 12)
  if (DONE_AFTER.test(after) || (/^[还周流]|贷/.test(said) && AS_AGREED_AFTER.test(after))) return true
  if (/^[还周流]/.test(said) && AS_AGREED_BEFORE.test(before)) return true
  if (/研发/.test(said) && /(?:[\d一二两三四五六七八九十几]个?|[个人位名]|人在|都|负责)$/.test(before)) return true
  if (/^首付|首付$/.test(said) && !/房|车/.test(words)) return true
  if (
    /^(?:周转|存货|流贷)/.test(said) &&
    /^(?:天数|率|次数|箱|筐|车|余额|还?剩|[\d一二三四五六七八九十]+[万亿](?!$|[，。]))/.test(after)
  )
    return true
  if (/设备款$/.test(said) && /(?:欠|还剩|付完|付了)[^，。]{0,8}$/.test(before)) return true
  if (/^备|准备/.test(said) && /准$/.test(before)) return true
  if (/^备料/.test(said)) return false
  if (/^(?:料|材料)/.test(said) && /准备$/.test(before)) return true
  return (
    /(?:不可能|哪会|怎么会|肯定不|绝不|有一?笔[^，。]{0,8}|不(?:能|可以|让|得|会|许)[^，。]{0,4})$/.test(before) ||
    /^(?:抵押的|的那种| ?哈哈| ?开玩笑)/.test(after)
  )
}

/** Whether the words stand for an option of this name. */
const standsFor = (scene: Scene, start: number, end: number, option: string): boolean =>
  scene.signs.some(
    sign =>
      sign.start === start &&
      sign.end === end &&
      sign.values.some(each => each.is === 'option' && each.option === option),
  )

/** Whether the words stand for a park of no name. */
const isNameless = (scene: Scene, start: number, end: number): boolean => standsFor(scene, start, end, 'other')

/** 我是公司财务, I'm the accountant tell a job; who is authorised says so: 受委托来办. */
function isMereJob(scene: Scene, start: number, end: number): boolean {
  const isEnglish = !/[一-龥]/.test(scene.masked.slice(start, end))
  if (isEnglish && /^legal/.test(scene.masked.slice(start, end))) return NOT_THE_SPEAKER.test(scene.masked.slice(end))
  if (!standsFor(scene, start, end, 'authorised-agent')) return false
  return !AUTHORISED.test(scene.masked)
}

function countsTwice(scene: Scene, place: number): boolean {
  const sentence = clauseOf(scene, place)?.sentence
  return (
    scene.mentions.filter(each => each.kind === 'count' && clauseOf(scene, each.start)?.sentence === sentence).length >
    1
  )
}

const OTHER = 'other'

/** Zhangjiang hi-tech park: of a park with a name and one of no name, the first. */
export function knownAmong<T extends { readonly option: string }>(named: readonly T[]): readonly T[] {
  const known = named.filter(each => each.option !== OTHER)
  return known.length > 0 ? known : named
}
