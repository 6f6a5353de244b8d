// Who speaks for the company: 法人是我爱人 他签过委托书 and 以前法人是我 今年变更给儿子了 are no legal representatives.
import { answerParts } from './answer-parts.ts'
import { OPEN } from './lists-told.ts'
import { AUTHORISED } from './option-company.ts'

const AGENT = 'authorised-agent'
const KIN = '爱人|老婆|老公|爸|妈|父亲|母亲|儿子|女儿|哥|弟|姐|妹|岳父|丈人|舅|叔|老板|合伙人|同学'
const ANOTHER = new RegExp(
  `法(?:人|定代表人?)(?:现在|目前)?(?:是|挂(?:的是|的|在|了)?|写(?:的是|的)?|换成|变更?(?:成|给|为)|挂的?是)(?:了)?(?:我们?(?:的)?)?(?:${KIN}|别人|他|她|[一-龥]总)|(?:变更|换|转|过户)(?:成|给|为)|(?:我|我们)(?:${KIN})(?:才)?是法|my (?:wife|husband|father|brother|boss|partner) is`,
)
const TRUST = /委托|授权|全权|代办|签了?字|盖了?章|authori|on behalf|power of attorney/
const DENIED = /没(?:有)?(?:授权|委托|签|给)|还没|未|不是|打算|准备|口头|正在|要去|not|haven't/

/** 受法人委托 */
const BY_ORDER =
  /受(?:了)?(?:我们|公司)?的?(?:法人|法定代表人?|老板|公司)的?(?:委托|授权|指派)|法人(?:书面)?(?:委托|授权)(?:给?我|的)/

/** The role of who answers; undefined where it does not settle it. */
export function applicantTold(text: string): string | undefined {
  const parts = answerParts(text)
  const isTrusted = parts.some(part => (TRUST.test(part.text) || AUTHORISED.test(part.text)) && !DENIED.test(part.text))
  // 经办 没有授权书
  if (parts.some(part => TRUST.test(part.text) && DENIED.test(part.text))) return OPEN
  if (BY_ORDER.test(text)) return AGENT
  if (ANOTHER.test(text)) return isTrusted ? AGENT : OPEN
  if (isTrusted && !/法人|法定代表|legal/.test(text)) return AGENT
  return undefined
}
