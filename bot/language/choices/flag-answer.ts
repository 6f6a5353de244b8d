// The answer to the one yes-or-no question that is asked, where the question gives the words their meaning. What is said with
// doubt, refused, of an old year or of one of two things is left open, whatever other readers make of it.
import type { FactDefinition } from '#engine'
import type { Role } from '../roles.ts'
import { onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import { partsOf } from '../values/calendar.ts'
import { type FlagSaid, isLeftOpen, type OwnWords } from './flag-words.ts'
import { OF_BUSINESS } from './flags-of-business.ts'
import { happened, onRegister, PROHIBITED } from './flags-of-record.ts'
import { OF_BANKS, ofTitle } from './flags-of-titles.ts'

const TITLES: ReadonlySet<Role> = new Set([
  'highTech',
  'techSme',
  'innovativeSme',
  'greenFactory',
  'consortium',
  'provincialTalent',
  'review',
])
const REGISTERS: ReadonlySet<Role> = new Set(['executed', 'dishonest', 'abnormal'])
const EVENTS: ReadonlySet<Role> = new Set(['penalty', 'accident', 'overdue', 'taxDirect'])
/** 没有, 不是 and what follows: a plain denial of what was asked. */
const PLAIN_NO =
  /^(?:没有?|没得|冇得?|莫得|木有|无|不是|不在|不属于|不算|不存在|不涉及|不|从来?没有?|绝对没有?|no|nope|never|none)(?:的|了|啊|呢|呀|哦|啦|嘛|过|这回事|的事)*(?:$|[，,。.！! ])(?!但|不过|but)/
/** 我们做软件的，没有工厂; 山东的吧，我们没有. */
const NO_LAST =
  /^(?!有|是|yes)[^，。]*[，, ](?:我们?|公司|我司|这边)?(?:也|都|还|倒|就)?(?:没有?|冇|不是)(?:的|过|呢|了)?[。.！!]?$/
/** Where a last 没有 may mean something else. */
const NEITHER: ReadonlySet<Role> = new Set(['firstLoan', 'customsData', 'otherData'])
const DENIED_TWICE = /有(?:一|过|个)|还有|不是没有|除了|就是/
const ENDS_ASKING = /[？?]$|吗$|([能是要会行算好对有])不\1(?!了)|什么来着/
/** 有有有, 又的又的, 有滴有滴: said again and again, and with slips of the keyboard. */
const YES_AGAIN = /^(?:(?:有|是|对|又|嗯|必须)[的滴得嘞啊呀哈]?[，, ]?){1,4}[。.！!]?$/
const NO_AGAIN = /^(?:(?:没|冇|莫得|没得|木有|无|不是|没有)[的滴啦啊呀哈]?[，, ]?){1,4}[。.！!]?$/

/** 哪有这好事, 哪来的高校: it is not so, with some heat. */
const NOT_AT_ALL = /^(?:我们?|这|那|公司)?哪(?:有|来|敢)(?!个|些|几|家|的钱)/
const OWN_QUESTION = /^[^？?，。：:]{1,12}[？?：:] ?(?=[^？?]{1,20}$)/

const byWords = ({ open, no, yes }: OwnWords, text: string): FlagSaid => {
  if (open?.test(text)) return 'open'
  if (no?.test(text)) return false
  return yes?.test(text) ? true : undefined
}

function said(fact: FactDefinition, role: Role | undefined, text: string, year: number): FlagSaid {
  if (role !== 'firstLoan' && NO_AGAIN.test(text)) return false
  if (YES_AGAIN.test(text)) return true
  if (isLeftOpen(text)) return 'open'
  if (NOT_AT_ALL.test(text)) return false
  if (ENDS_ASKING.test(text)) return undefined
  if (role === undefined) return undefined
  const plain = PLAIN_NO.test(text) && !DENIED_TWICE.test(text) && role !== 'firstLoan'
  if (plain || (NO_LAST.test(text) && !NEITHER.has(role))) return false
  if (TITLES.has(role)) return ofTitle(role, text, year)
  if (REGISTERS.has(role)) return onRegister(role, text) ?? severely(text)
  if (EVENTS.has(role)) return happened(role, text, year)
  if (role === 'prelist') return byWords(OF_BANKS, text)
  if (role === 'prohibited') return byWords(PROHIBITED, text)
  const own = OF_BUSINESS[role]
  const heard = own && byWords(own, text)
  if (heard !== undefined || role !== 'coreBuyer') return heard
  return isBuyerNamed(fact, text) ? true : undefined
}

/** 有，金额不大: it is so, and little. */
const OF_LITTLE = /^(?:是|有)的?[，, ][^，。]{0,6}(?:不(?:大|多|严重)|小|没多少)(?:的)?$/
const severely = (text: string): FlagSaid => (OF_LITTLE.test(text) ? true : undefined)

/** 国网、中车这些，做了好些年: a buyer that everybody knows. */
const isBuyerNamed = (fact: FactDefinition, text: string): boolean =>
  !/没|不|想|谈|以前|原来|争取|希望|如果/.test(text) &&
  [...fact.says.zh, ...fact.says.en].some(name => text.includes(name))

/** What the message says to the only question, when that is one of yes or no. */
export function flagAnswer(scene: Scene): { readonly fact: FactDefinition; readonly said: FlagSaid } | undefined {
  const fact = onlyAsked(scene)
  if (fact?.type !== 'flag') return undefined
  const { masked, context } = scene
  // 老赖那种？没有: who asks and answers at once
  const text = masked.trim().replace(OWN_QUESTION, '')
  return { fact, said: said(fact, roleOf(scene, fact), text, partsOf(context.today).year) }
}
