// Yes or no to something that matters. A consent is never guessed: whatever is mixed, hedged, conditional or asked back is
// `unclear`, and no polite word outweighs a denial. The text is read clause by clause.
import { lower, normalise } from '../text/normalise.ts'
import { isPlainAssent } from './assent.ts'

export type Consent = 'yes' | 'no' | 'unclear'

/** 不 and 没 that deny nothing, and two denials that make an assent. */
const NO_OBJECTION =
  /(?:没有?|无|并无|毫无)(?:任何|什么|啥|丝毫)?(?:意见|异议|问题|毛病|顾虑|不同意的?|疑问|疑义|二话|说的)|不(?:会)?反对|不介意|没错|错不了|不错|没关系|没事|没有?不(?:同意|行|可以)的?(?:地方|理由)?|no (?:problem|objections?|worries)|don't mind|do not mind|not a problem|why not/g
/** Two denials that leave it open, and talk about agreeing that agrees to nothing. */
const OPEN =
  /(?:不是|没说|没有说|并非)不(?:同意|可以|行|想|愿意)|[谈说]不上同意|也得同意|不同意(?:能|可以)行|我能不同意|不得不同意|同意不同意|同意还是不同意|就同意[啊呀吗]|好像(?:也|都)?(?:可以|行|同意)|会同意|再(?:说)?同意|yes.{1,6}no\b|no.{1,6}\byes\b|i think|i suppose|i(?:'d| would) agree|might|don't know|dunno/
/** What hangs on something else is neither yes nor no. */
const CONDITION = /如果|要是|假如|除非|前提|的话|万一|等[^，。]{1,12}再|\bif\b|unless|as long as|provided/
/** Said first, it would be a yes of its own; with the small words around it stays one. */
const AS_SMALL = '没问题'
const QUESTION =
  /[？?]|吗$|么$|吗[，,。.]|什么|为啥|咋|怎么|怎样|如何|会怎|在哪|哪些|哪个|哪里|谁|凭什么|干嘛|会不会|是不是|能不能|可不可以|行不行|好不好|要不要|有没有|多久|^(?:what|why|which|who|how|when|where)\b|\b(?:can|could|do|should|is|are|will) (?:i|you|it|they|we)\b/
const HEDGE =
  /考虑|再说|再看|再想|再议|想想|想一想|商量|请示|汇报|问(?:一下|下|问|过)|看情况|看看|可能|也许|或许|应该(?:可以|行|同意)|(?:大概|大致|原则上|基本上?|多半|估计)(?:可以|行|同意|没问题)|不一定|说不定|犹豫|不确定|不太确定|不好说|不知道|不清楚|不太懂|不懂|没想好|没决定|等等|等一下|等我|先等|回头|晚点|以后|如果|要是|除非|前提|条件|得看|只要|只能|只给|只发|只同意|只授权|只允许|除了|部分|一半|但|不过|可是|只是|然而|其实|勉强|差不多|maybe|perhaps|probably|not sure|unsure|depends|think about|later|unless|except|only|\bif\b|\bbut\b|\bguess\b|let me (?:think|ask|check)|need to (?:think|ask|check)/
const IRONY =
  /鬼才|傻子才|谁会|谁敢|谁要|呵呵|想得美|做梦|才怪|白痴|才不|美得你|凭啥|说同意就|凭什么|as if|like i(?:'d| would)|yeah,? right|over my dead/
const NOT_NOW = /先(?:别|不|甭|缓)|暂(?:不|时不|且不|缓)|暂时(?:别|先不)|慢着|且慢|hold off|not now|not yet/
const DENIAL =
  /[不没别甭勿未否拒]|莫(?![名非大过])|木有|无法|无权|反对|抗议|反悔|撤[回销]|收回|取消|算了|免了|免谈|作罢|休想|停止|终止|打住|谢绝|[搞弄记听说填]错|错了|错啦|错错|误会|岔了|非也|\bnot\b|n't|\bno\b|\bnope\b|\bnah\b|\bnever\b|refuse|decline|disagree|reject|\bstop\b|cancel|withdraw|revoke|wrong/
/** 别 and 不 inside ordinary words. */
const NO_DENIAL = /特别|分别|级别|类别|识别|个别|别人|别的|别处|不仅|不但|不光|不只|未来|非常/g
const ASSENT =
  /同意|授权|允许|准许|接受|愿意|认可|认同|答应|赞成|批准|签字|我签|可以(?:查|发|采集|收集|使用|调取|共享|提交)|agree|consent|authori[sz]e|i accept|accept|approve|allow|permission|go ahead|i confirm/
/** One of these is the whole clause, or it is no yes. */
const SMALL =
  /^(?:嗯|哦|噢|啊|那|就|行|好|对|是|都|我|这个|完全|当然|全部|你|您|也|[说记填写][的得])*(?:可以|好|行|嗯|对|是|中|成|妥|确认|确定|正确|没问题|发吧?|发送|提交|继续|给吧?|查吧?|办吧?|来吧|发给(?:他们|银行|它)|发过去|就这样|就这么(?:办|定|填|来)|就按这个(?:来|办|填)?|按这个来|就是这(?:样子?|个数?)|正是|对头|是这(?:样|个|么个情况|么回事)|就是它|确实(?:如此|是|是的)?|说得?(?:都)?对|记?得?对|属实|必须|一定|放心|可|准|没毛病|ok|okay|okey|yes|yeah|yep|yup|sure|of course|certainly|absolutely|definitely|please do|fine|all right|alright|right|correct|exactly|y|true|sounds good|that's (?:right|correct|fine)|do it|send it)(?:的|了|吧|啊|呀|哦|呢|哈|滴|呐|嘛|嘞|没问题|对|行|好|可以|是|就按这个来|please|$)*$/
/** Clauses that add nothing: the text was read, thanks, greetings to go on. */
const FILLER =
  /^(?:谢谢|多谢|感谢|辛苦|麻烦(?:尽快|快点|你了)?|拜托|请|尽快|快点|你好|您好|老师|亲|哈+|嘿+|thanks?|thank you|please|hi|hello)(?:你们?|您|了|啦|大家|呀|啊)?$|(?:已经?|都)?(?:看过|读过|看完|阅读|已读|知晓|知悉|了解|明白|清楚|收到|看了|懂了)(?:了|并)?$/
const SPLIT = /[，。、！!,.;；~～\n]+|并且?|\band\b/
const SUBJECT_OTHER =
  /^(?:我们?的?|咱们?的?)?(?:老板|领导|股东|财务|会计|合伙人|同事|朋友|家里|老婆|老公|爱人|他们?|她们?|大家|法人(?!我)|董事|总经理)(?!就是我|是我)|^(?:my|our) (?:boss|partner|wife|husband|colleague|accountant|lawyer|manager)|^(?:he|she|they|everyone)\b/
const TWICE = /(不[行要可能好用]|不同意|没有|别)[，, ]?(?:\1)+/g
const LENGTH_MAX = 120
const DENIAL_ALONE_MAX = 10

type Kind = 'assent' | 'denial' | 'small' | 'filler' | 'other'

/**
 * Whether a text consents. `undefined` when it speaks of something else.
 * @example readConsent('这协议我没法同意') // 'no'
 */
export function readConsent(raw: string): Consent | undefined {
  const text = lower(normalise(raw)).slice(0, LENGTH_MAX + 1)
  // 不行不行 is no question, though 行不行 stands in it
  const plain = text.replace(TWICE, '$1').replace(NO_OBJECTION, AS_SMALL).replace(NO_DENIAL, '□□')
  const clauses = plain.split(SPLIT).flatMap(clause => (clause.trim() === '' ? [] : [clause.trim()]))
  const kinds = clauses.map(kindOf)
  const has = (kind: Kind): boolean => kinds.includes(kind)
  const decisive = has('assent') || has('denial') || has('small')
  if (!decisive) return HEDGE.test(plain) && plain.length <= DENIAL_ALONE_MAX ? 'unclear' : undefined
  if (text.length > LENGTH_MAX || QUESTION.test(plain) || IRONY.test(text))
    return has('assent') || has('denial') ? 'unclear' : undefined
  if (OPEN.test(text) || (CONDITION.test(plain) && (has('assent') || has('denial')))) return 'unclear'
  if (has('denial')) return refusal(clauses, kinds)
  if (HEDGE.test(plain)) return 'unclear'
  if (has('assent')) return clauses.some((clause, i) => opens(clause, kinds[i])) ? 'unclear' : 'yes'
  return has('other') ? otherBesideSmall(clauses, kinds) : 'yes'
}

/** A clause beside or around an assent that says more than an assent does. */
function opens(clause: string, kind: Kind | undefined): boolean {
  if (kind === 'assent') return SUBJECT_OTHER.test(clause) || !isPlainAssent(clause)
  return kind === 'other' && !isPlainAssent(clause)
}

function kindOf(clause: string): Kind {
  if (FILLER.test(clause)) return 'filler'
  if (SMALL.test(clause.replaceAll(' ', '')) || SMALL.test(clause)) return 'small'
  if (DENIAL.test(clause.replaceAll(AS_SMALL, '')) || NOT_NOW.test(clause)) return 'denial'
  return ASSENT.test(clause) ? 'assent' : 'other'
}

/** No, unless something else was said that the denial does not cover: then it is asked again. */
function refusal(clauses: readonly string[], kinds: readonly Kind[]): Consent | undefined {
  const denials = clauses.filter((_, i) => kinds[i] === 'denial')
  // 同意又不同意: an assent that no denial governs
  if (kinds.includes('assent') || denials.some(clause => ASSENT.test(clause.replace(GOVERNED, '')))) return 'unclear'
  const about = denials.some(clause => REFUSES.test(clause))
  // 可以倒是可以，但别发财务数据
  if (
    denials.some(clause => /^(?:但|不过|可是|只是|就是|but\b)/.test(clause)) &&
    kinds.some(kind => kind !== 'denial' && kind !== 'filler')
  )
    return 'unclear'
  // 好吧，算了 is a no; 可以，但别告诉税务 is not clear
  if (kinds.includes('small'))
    return about && kinds[0] === 'small' && kinds.at(-1) === 'denial' && !LIMITS.test(denials.join()) ? 'no' : 'unclear'
  const others = clauses.filter((_, i) => kinds[i] === 'other')
  // 不对，是1800万: a correction, not an answer
  if (
    others.some(clause => /[\d一二三四五六七八九十百千万亿]/.test(clause) || clause.length > DENIAL_ALONE_MAX) &&
    !about
  )
    return 'unclear'
  if (HEDGE.test(clauses.join('，')) && !about) return 'unclear'
  return about || denials.every(clause => clause.length <= DENIAL_ALONE_MAX && !FACTS.test(clause)) ? 'no' : undefined
}

/** A denial of the very thing: sending, agreeing, querying. */
const REFUSES =
  /不(?:太|是很|大|怎么|再|能|敢|会|想|愿意?|肯|打算|准备)?(?:同意|授权|接受|允许|给|许|准|让|签|认可|答应|批准|发|查|行|可以|要|用|必|继续|干|成)|没法|没有?权|无法|无权|拒绝|谢绝|反对|反悔|撤[回销]|收回|取消|算了|免了|别(?:发|查|给|动|用|采|收|弄|把|碰|提交)|先(?:别|不)|暂不|休想|免谈|do(?:n't| not) (?:agree|consent|accept|send|share|allow|want)|refuse|decline|disagree|reject|cancel|withdraw|revoke|^no(?:$| thanks| thank you| way| need)|\b(?:absolutely|definitely|certainly|of course|rather|better|please|just) (?:not|don't)\b|(?:n't|not|never)(?: (?!sure)\w+){0,2} (?:agreed?|consent(?:ed)?|accept(?:ed)?|authori[sz]ed?|approved?|share|send|sign)|^(?:please )?don't$|莫[发给查动]/
/** A denial that speaks of these is a statement about the company, not an answer. */
const FACTS =
  /\d|专利|高企|贷款|收入|营收|利润|逾期|抵押|质押|员工|失信|被执行|处罚|异常|诉讼|官司|纠纷|担保|研发|软著|发明|新型|小巨人|专精|瞪羚|入库|出口|事故|零申报|评级|证书|认定|overdue|loan|patent|lawsuit|blacklist|enforcement|revenue|profit/
const GOVERNED =
  /(?:不|没|别|未|无|勿|莫|\bdis|never|拒绝?|谢绝|反对|取消|收回|撤[回销掉]|免|反悔|\bno\b|not|n't|refuse|decline|withdraw|revoke|cancel)[^，]{0,12}(?:同意|授权|允许|准许|接受|愿意|认可|认同|答应|赞成|批准|签字|可以|agree|consent|authori[sz]e|accept|approve|allow|permission)|(?:授权|同意|consent|permission)[^，]{0,8}(?:撤|取消|收回|作废|不|算了|免)/g
const LIMITS = /但|不过|可是|只是|告诉|税务|同行|别人|其他|那个|除/

/** 好的，我们营收三千万: a polite beginning to something else. */
function otherBesideSmall(clauses: readonly string[], kinds: readonly Kind[]): Consent | undefined {
  const others = clauses.filter((_, i) => kinds[i] === 'other')
  return others.every(clause => clause.length <= 4) && !/\d/.test(others.join('')) ? 'unclear' : undefined
}
