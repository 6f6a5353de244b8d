// Commands in plain words: restart, skip, back, a person please, delete my data. Recognised by grammar only, where the message
// says little else; what cannot be undone is confirmed by the bot, never done on a guess.
import { lower, normalise } from '../text/normalise.ts'
import { INSIDE, type SimpleCommand, WHOLE } from './command-forms.ts'
import { asksForDeletion, asksForExport, withdrawsConsent } from './data-rights.ts'
import { type ForbiddenWish, forbiddenWish } from './forbidden.ts'

export type Command =
  | { readonly kind: SimpleCommand | 'delete-data' | 'withdraw-consent' | 'export-data' }
  | { readonly kind: 'language'; readonly language: 'zh' | 'en' }
  | { readonly kind: 'explain'; readonly term: string }
  | { readonly kind: 'forbidden'; readonly wish?: ForbiddenWish }

/** A command is short; longer texts are talk. */
const LENGTH_MAX = 60
const INSIDE_LENGTH_MAX = 24
const CLAUSES_MAX = 4
const POLITE =
  /^(?:你好|您好|请问?|麻烦|拜托|那个|嗯|好的?|行|帮忙|帮我|给我|能不能|可不可以|可以|能否|能|我想要?|我要(?!求)|我需要|我们想|还是|那就?|先|直接|不好意思|算了|咱们?|please|can you|could you|would you|i want to|i'd like to|i would like to|let's|can i|could i|may i|hey|ok|okay|[ ~])+/
const TAIL =
  /(?:[吧呀啊哦呗啦嘛哈了呢吗]|(?<![什怎这那要多])么|好吗|可以吗|行吗|行不行|谢谢|多谢|一下|please|thanks|thank you|[。.！!~？? ])+$/
const SPLIT = /[，,。.;；！!？?\n]+/
/** Words that make a clause beside the command part of it or leave it alone; anything else is talk about facts. */
const HAS_CONTENT = /\d|[一二三四五六七八九十百千万亿]{2,}|%|有限公司|营收|收入|员工|专利(?!.{0,4}权重)/
const LANGUAGE: readonly (readonly ['zh' | 'en', RegExp])[] = [
  [
    'en',
    /^(?:(?:切换|换|改|转)?(?:到|成|为|用)?(?:说|讲)?(?:英文|英语)(?:版|回复)?|(?:switch to |speak |in |use )?english|(?:can|could) (?:you|we) (?:speak|use) english)$/,
  ],
  [
    'zh',
    /^(?:(?:切换|换|改|转)?(?:到|成|为|回|用)?(?:说|讲)?(?:中文|汉语|普通话)(?:版|回复)?|(?:switch to |speak |in |use )?chinese|(?:can|could) (?:you|we) (?:speak|use) chinese)$/,
  ],
]
const TERM_LENGTH_MAX = 24
const EXPLAIN: readonly RegExp[] = [
  /^(?:什么叫做?|啥叫|啥是|什么是|何为|何谓|解释(?:一?下)?(?:什么是)?|介绍(?:一?下)?(?:什么是)?)[“"「]?([^，,。]{1,24}?)[”"」]?(?:的意思)?$/,
  /^[“"「]?([^，,。]{1,24}?)[”"」]?(?:这[个玩]意儿?|这个词)?(?:(?:是|指的?是|又是|到底是)(?:什么|啥|个什么|什么个|个啥)(?:意思|东西|概念|玩意儿?)?|(?:什么|啥)意思|指的?什么)$/,
  /^(?:what(?:'s| is| are| does)|explain|define)(?: a| an| the)? (.{1,24}?)(?: mean)?$/,
]
const NOT_A_TERM =
  /^(?:你|您|这|那|它|他|她|我|刚才|上面|前面|上一个|问题|需要|要|有|还有|为|凭|做|干|想|不懂|不明白|没懂|没听懂|没看懂|看不懂|第一步|this|that|it|you|your|my|our|the question|going on|wrong|next)|利息|利率多|多少|怎么|哪|时候|流程|材料|条件|名字|天气|应该$|该$|your name/

/** The command a message gives, or undefined when it gives none. */
export function readCommand(raw: string): Command | undefined {
  const text = lower(normalise(raw))
  if (text === '' || text.length > LENGTH_MAX) return undefined
  const wish = forbiddenWish(text)
  if (wish) return { kind: 'forbidden', wish }
  if (asksForDeletion(text)) return { kind: 'delete-data' }
  if (withdrawsConsent(text)) return { kind: 'withdraw-consent' }
  const forms = [text.replace(TAIL, ''), text.replace(POLITE, '').replace(TAIL, '')]
  if (forms.some(asksForExport)) return { kind: 'export-data' }
  const language = LANGUAGE.find(([, pattern]) => forms.some(form => pattern.test(form)))
  if (language) return { kind: 'language', language: language[0] }
  const simple = simpleCommand(text)
  return simple ? { kind: simple } : explained(forms)
}

const COMPILED = WHOLE.map(([command, forms]) => [command, new RegExp(`^(?:${forms.join('|')})$`)] as const)

/** Any clause that is wholly a command, where the others state nothing; else a form inside a short message. */
function simpleCommand(text: string): SimpleCommand | undefined {
  const clauses = text.split(SPLIT).flatMap(clause => (clause.trim() === '' ? [] : [clause.trim()]))
  if (clauses.length > CLAUSES_MAX) return undefined
  const commands = clauses.flatMap(clause => {
    const found = wholeCommand(clause)
    return found ? [found] : []
  })
  const rest = clauses.filter(clause => !wholeCommand(clause))
  if (commands.length > 0 && !rest.some(clause => HAS_CONTENT.test(clause))) return commands.at(-1)
  if (text.length > INSIDE_LENGTH_MAX || HAS_CONTENT.test(text.replace(/专利|收入|营收|员工|百分之几/g, '')))
    return undefined
  return INSIDE.find(form => form.says.test(text) && !form.unless.test(text))?.command
}

function wholeCommand(clause: string): SimpleCommand | undefined {
  const forms = [clause, clause.replace(TAIL, ''), clause.replace(POLITE, '').replace(TAIL, '')]
  return COMPILED.find(([, pattern]) => forms.some(form => form !== '' && pattern.test(form)))?.[0]
}

function explained(forms: readonly string[]): Command | undefined {
  for (const form of forms) {
    for (const pattern of EXPLAIN) {
      const term = pattern.exec(form)?.[1]?.trim()
      if (term && term.length <= TERM_LENGTH_MAX && !NOT_A_TERM.test(term)) return { kind: 'explain', term }
    }
  }
  return undefined
}
