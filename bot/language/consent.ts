// Yes or no to something that matters. A consent is never guessed: anything mixed, hedged, conditional or asked back is
// `unclear`, and a denial anywhere outweighs a polite word.
import { lower, normalise } from './normalise.ts'

export type Consent = 'yes' | 'no' | 'unclear'

/** Two denials that make an assent, and set phrases with 不 or 没 that deny nothing. */
const NO_OBJECTION =
  /(?:没有?|无|并无)(?:任何|什么|啥)?(?:意见|异议|问题|毛病|顾虑|不同意|疑问|疑义)|不反对|不介意|没错|不错|没关系|没事|不是不(?:同意|可以|行)|没说不(?:同意|行|可以)|没有?不(?:同意|行|可以)|no (?:problem|objections?|worries)|don't mind|do not mind|not a problem|why not/g
const QUESTION =
  /[？?]|吗(?:[，。,. ]|$)|么[，。,. ]?$|什么|为什么|为啥|怎么|哪些|哪个|谁|凭什么|干嘛|会不会|是不是|能不能|可不可以|行不行|要不要|有没有|多久|what|why|which|who |how |can i|could i|do i|is it|are you|will you/
const HEDGE =
  /考虑|再说|再看|再想|再议|商量|问(?:一下|下|问|过)|看情况|看看|可能|也许|或许|不一定|说不定|犹豫|不确定|不知道|不清楚|不太懂|不懂|没想好|没决定|等等|等一下|等我|先等|回头|晚点|以后|如果|要是|除非|前提|条件|只要|只能|只给|只发|只同意|只授权|除了|部分|一半|但|不过|可是|只是|然而|maybe|perhaps|not sure|depends|think about|later|unless|except|only|\bif\b|\bbut\b|let me (?:think|ask|check)/
const DENIAL =
  /不(?:太|是很|大|怎么|再|能|敢|会|想|愿意?|肯|打算|准备|给|同意|授权|接受|允许|准|许|让|可以|可|行|要|用|必|需要|签|认可|认同|发|好|成|干|必了|必要|方便|放心|答应|赞成|批准|确认|继续|提供|了)|没(?:法|办法|同意|授权|答应|权利|有权|允许|签|说过?同意)|(?:没有|并没有?)(?:同意|授权|答应|签)|无法|无权|拒绝|谢绝|反对|抗议|反悔|撤[回销]|收回|取消|算了|免了|免谈|作罢|休想|别(?!的|人|处|家)|甭|勿|停止|终止|打住|否|not |n't|\bno\b|\bnope\b|\bnah\b|\bnever\b|refuse|decline|disagree|reject|stop|cancel|withdraw|revoke/
/** 先别发, 先不: not now is no. */
const NOT_NOW = /先(?:别|不|不要|甭)|暂(?:不|时不|且不|缓)|暂时(?:别|先不)|慢着|且慢|hold off|not now|not yet/
const ASSENT =
  /同意|授权|允许|准许|接受|愿意|认可|认同|答应|赞成|批准|确认|签字|我签|我确定|agree|consent|authori[sz]e|i accept|accept|approve|allow|permission|go ahead|confirm/
/** Words that are a yes only when they are (nearly) all there is. */
const SMALL =
  /可以的?|好的?|好吧|好嘞|行|没问题|嗯+|对的?|是的?|中|成|妥|ok(?:ay)?|okey|yes|yeah|yep|yup|sure|of course|certainly|please do|fine|right|correct|发吧|发送|发给他们|发过去|给吧|提交吧?|继续|就这样|就这么(?:办|定)|来吧|办吧|没毛病|可以查|查吧|放心|一定|完全|当然|必须的?|y$/g
const PADDING =
  /[，。、！!,.;；~～\s]|吧|啊|呀|哦|噢|呗|啦|了|的|嘛|哈|我们?|公司|这边|代表|你们?|您|那就|那|就|都|也|请|麻烦|全部|上述|以上|条款|协议|书|内容|隐私|政策|信息|资料|数据|银行|他们|查询?|使用|采集|收集|已经?|看过|阅读|知晓|完全|一下|没?意见|授予|谢谢|please|the|it|to|them|my|our|data|i|we|you|and|that|this|do|send/g
const IRONY = /鬼才|傻子才|谁会|呵呵|想得美|做梦|才怪|白痴|反正我/
const SMALL_REST_MAX = 2
const LENGTH_MAX = 120

/**
 * Whether a text consents. `undefined` when it speaks of something else.
 * @example readConsent('这协议我没法同意') // 'no'
 */
export function readConsent(raw: string): Consent | undefined {
  const text = lower(normalise(raw)).slice(0, LENGTH_MAX + 1)
  if (text === '') return undefined
  const plain = text.replace(NO_OBJECTION, 'ok')
  const denied = DENIAL.test(plain)
  const notNow = NOT_NOW.test(plain)
  const assents = ASSENT.test(plain)
  const small = isSmall(plain)
  const relevant = denied || notNow || assents || small
  if (!relevant) return HEDGE.test(plain) && plain.length <= 12 ? 'unclear' : undefined
  if (QUESTION.test(plain) || IRONY.test(plain) || text.length > LENGTH_MAX)
    return assents || denied ? 'unclear' : undefined
  if (notNow) return mixed(plain) ? 'unclear' : 'no'
  if (denied) return refusal(plain)
  if (HEDGE.test(plain)) return 'unclear'
  return 'yes'
}

/** Nothing but a yes: 可以，发吧，行. */
function isSmall(plain: string): boolean {
  const without = plain.replace(SMALL, '')
  return without !== plain && without.replace(ASSENT, '').replace(PADDING, '').length <= SMALL_REST_MAX
}

/** A denial is a no, unless an assent stands beside it that is not itself denied: 可以，但别告诉税务. */
function refusal(plain: string): Consent {
  if (mixed(plain)) return 'unclear'
  const about = ASSENT.test(plain) || /征信|协议|条款|信息|资料|数据|发|查|签/.test(plain)
  // a denial of something else (不是高企, 没有贷款) is no answer to a consent
  return about || plain.replace(PADDING, '').length <= 8 ? 'no' : 'unclear'
}

/** Whether some clause assents while another denies. */
function mixed(plain: string): boolean {
  const clauses = plain.split(/[，。,.;；!！\n]|但是?|不过|可是|\bbut\b/).filter(clause => clause.trim() !== '')
  const assenting = clauses.some(
    clause => !DENIAL.test(clause) && !NOT_NOW.test(clause) && (ASSENT.test(clause) || isSmall(clause)),
  )
  return assenting && !/^(?:好吧?|行吧?|嗯|ok)[，, ]*(?:那)?(?:还是)?(?:算了|不)/.test(plain)
}
