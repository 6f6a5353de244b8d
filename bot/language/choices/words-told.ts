// Options by the words that only the question makes names of: of a row with an order the furthest that holds, of others the one
// that holds, and of topics all of them.
import type { Role } from '../roles.ts'
import { type AnswerPart, answerParts } from './answer-parts.ts'
import { ONE_OF, SOME_OF } from './asked-words.ts'
import { OPEN } from './lists-told.ts'

const DOUBT =
  /不(?:太|大)?(?:清楚|知道|晓得|确定|记得)|记不|搞不|说不[准好清]|忘了|算不算|算[哪啥]|你[说看]|吗$|[？?]|没(?:去)?(?:测|评估)过|not sure|don't know|no idea|\bor\b|还是(?=[一-龥])|要么|之间/
const BETWEEN = /之间|介于|还是(?=[一-龥])|要么|\bor\b|between/
/** 过了初创期了, 没到成熟期: only what it is not. */
const PASSED = /过了|走出|不是|不算|不再|没到|离[^，。]{0,4}(?:远|差)|past the|not (?:a|yet)/
const BEFORE_REACH = 10
/** What stands before a word that does not hold: 还没中试, 准备上小批. */
const NOT_IT =
  /没(?:有|到|做|进|走|上|过)?(?:什么|啥|过)?$|不(?:是|算|在|靠|用|属于)?$|未$|准备(?:上|做|搞)?$|打算$|计划$|争取$|下一步(?:是|就|上)?$|下个?月(?:上|做|搞|开始)?$|(?:马上|即将|快要?|就要|正要)(?:上|做|搞|进|到|开始)?$|明年(?:上|做|搞|才)?$|再(?:上|做)?$|离$|想$|过了$|不再$|\b(?:not|no|never|without)(?: \w+)?$/
/** 中试早做完了, 刚起步那会儿: past. */
const DONE_AFTER =
  /^(?:期|阶段|了|的|那[块步])?(?:都|也|早|已经?|就|刚)*(?:做完|完成|结束|过了|通过|跑完|过去)|^ ?(?:is |run )?(?:next|soon|later|planned|to come)\b|^(?:的?那会儿|的?时候|那几年)/
/** The furthest of these is how far one is. */
const FURTHEST: ReadonlySet<Role> = new Set(['pilotStage'])
/** The product that needs no stage outweighs the others only by itself. */
const BEST: ReadonlySet<Role> = new Set(['chainRole', 'digital'])

const holds = (
  role: Role,
  { text, isHoped, isPast, isDenied }: AnswerPart,
  match: RegExpExecArray,
  parts: number,
): boolean => {
  // what was bought once is bought still; 自己没再申请过 has none of its own
  if (role === 'acquired') return !isDenied
  const before = text.slice(Math.max(0, match.index - BEFORE_REACH), match.index)
  const after = text.slice(match.index + match[0].length)
  return !NOT_IT.test(before) && !DONE_AFTER.test(after) && !isHoped && !(isPast && parts > 1)
}

/** The option of a role that an answer names in words of this question. */
export function oneOf(role: Role, text: string, heard: readonly string[]): string | undefined {
  const words = ONE_OF[role]
  if (!words) return undefined
  // 介于初创和成长之间
  if (DOUBT.test(text)) return heard.length > 0 && BETWEEN.test(text) ? OPEN : undefined
  const parts = answerParts(text)
  const told = parts.flatMap(part =>
    words.flatMap(([option, each]) => {
      const match = each.exec(part.text)
      return match && holds(role, part, match, parts.length) ? [option] : []
    }),
  )
  const options = words.map(([option]) => option).filter(option => told.includes(option))
  if (options.length === 0 && heard.length > 0 && role === 'stage' && PASSED.test(text)) return OPEN
  if (role === 'acquired') return ownership(options)
  if (FURTHEST.has(role)) return options.at(-1)
  if (role === 'chainRole') return options[0]
  if (BEST.has(role)) return options.length === 1 || /级|level/.test(text) ? single(options) : options.at(-1)
  return single(options)
}

const single = (options: readonly string[]): string | undefined => (options.length === 1 ? options[0] : undefined)

/** Own and bought together are both. */
function ownership(options: readonly string[]): string | undefined {
  const [own = '', bought = '', both = ''] = (ONE_OF.acquired ?? []).map(([option]) => option)
  if (options.includes(both) || (options.includes(own) && options.includes(bought))) return both
  return single(options)
}

const LATER = /以后再|先不|不(?:谈|聊|说|用|需要|缺|急|想)|别(?:谈|聊)|not now|later|no need/

/** 不是高企 states a fact; 想搞高企 is a topic. */
const STATES = /^(?:我们|公司|现在|目前)?(?:也|都|已经)?(?:还不是|不是|是|没有|有)(?!.*(?:问题|怎么|的事|方面))/

/** All topics that are to be talked of. */
export function topicsTold(text: string): readonly string[] | undefined {
  const told = answerParts(text.replace(/[？?]/g, '，'))
    .filter(part => !LATER.test(part.text) && !STATES.test(part.text) && !/已经?(?:是|有|拿|评)/.test(part.text))
    .flatMap(part => (SOME_OF.topics ?? []).flatMap(([option, words]) => (words.test(part.text) ? [option] : [])))
  return told.length === 0 ? undefined : [...new Set(told)]
}
