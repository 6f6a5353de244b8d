// The option of a choice that a short answer names: by number (②, 第二个), by key (A), by title or by a saying.
import type { FactDefinition } from '#engine'
import { lower, normalise } from '../text/normalise.ts'
import { beginsWithNothing, isNothing } from '../text/nothing.ts'
import { APPLYING } from './read-flag.ts'

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const CHINESE = '一二三四五六七八九十'
const ORDINAL =
  /^(?:选|我选|第|option |no\.? ?|#)?([①-⑳]|\d{1,2}|[一二三四五六七八九十])(?:个|项|号|种)?(?:吧|的)?[。.)]?$/i
const FILLER =
  /^(?:我们?|公司|应该|大概率?|可能|好像|估计|印象中|印象里|貌似|maybe |probably |i think (?:it's |it is )?|就?是|属于|选|处于|算|在|属|目前|现在|还|正|主要|的|是|做|搞|it's |it is |we are |we're |an? |the )+|(?:吧|的|了|呢|啊|啦|咯|嘛|哈|呗|喽|来着|(?<!没)有|早就?| i think| i guess|(?<=[一-龥])[两三四五](?:块|方面)(?:都|也)?(?:出过|做过|评过|有)?(?:报告|评价)?|企业|阶段|类|这个|那个|级别)+$/gi
const NOTHING =
  /^(?:我们|新公司|公司|刚成立的?|都|也|还|暂时|目前|现在|[，, ])*(?:没有?|木有|[么莫没]得?|无|不是|不在|没评|都不是|none|no|nope|neither|not yet|nothing)(?:呢|过|的|吧|评过级?|评级|评|任何)?$|^(?:还|都|暂时|目前)*没有?[，,][^，。但不过]{0,8}(?:在|准备|打算)(?:准备|申报|申请|报|弄|办|走流程)[^，。]{0,4}$|(?:还没|没有?|未)(?:给(?:我们)?)?(?:评|参评|评过|评上|认定)$|(?:啥|什么|一样)(?:抵押|押的|质押|东西|资产|家当|认证|证书?|体系|奖项?|资质|荣誉)?(?:都|也)没(?:有|得|做|办|拿|评|过|认证|搞|弄)?(?:过|呢|的)?$|^(?:我们|都|也|[，, ])*(?:不沾边|够不[上着]|谈不上|挨不着|轮不到)(?:呢|的|啊)?$|(?:培育|潜在|储备)(?:库|名单)?里?(?:的)?[，, ]?(?:还|都)*(?:没|未)(?:认定|评上?|批|拿)/i
const SEPARATOR = /[、，,;；/\n]|和|还有|以及|加上|\band\b|\+/
const LONE_LETTER = /(?<![a-z0-9])([a-em])(?![a-z0-9+-])/g
/** What may stand beside the letter; an order to change a grade is no answer. */
const BESIDE_LETTER =
  /新(?:办|成立)?的?(?:公司|企业)?|刚(?:成立|办)的?|我?[查看]了?(?:一下|过)|(?:财务|会计|代账)(?:那边)?[说讲]|没评|连[着续]|一直|[一二两三四五几]年|[都也]|纳税|信用|评级|等级|结果|现在|目前|最新|应该|好像|可能|大概|估计|去年|今年|刚刚?|升|掉|降|定|评|拿|给|是|就|的|到|了|吧|级|类|我们|公司|税务局?|从|上|哈+|呵+|嘛|[\s，,、。.]/g
const SHORT_MIN = 2
/** Words that stand in many titles and tell none of them. */
const ORDINARY_CORE = /^(?:产品|公司|企业|其他|科技|项目)$/
/** So much of a saying stands for it. */
const SAYING_SHARE = 0.6
/** Naming an option takes a few words; a longer text says something else. */
const ANSWER_LENGTH_MAX = 120

const bare = (text: string): string => lower(normalise(text)).replace(/[\s()“”"'·]/g, '')

/** The one option that a text names, or undefined. */
export function readOption(fact: FactDefinition, text: string): string | undefined {
  if (text.length > ANSWER_LENGTH_MAX) return undefined
  const options = Object.entries(fact.options ?? {})
  // 市里的, 省里认定的
  const said = lower(normalise(text))
    .replace(/[。.!！]$/, '')
    .replace(/^([省市])里(?:的|认定的?|评的|批的?|给的?)?/, '$1级')
  const byNumber = ordinal(said)
  if (byNumber !== undefined && options[byNumber]) return options[byNumber][0]
  const core = bare(said.replace(FILLER, ''))
  for (const form of [bare(said), core]) {
    const exact = wordsOf(fact).find(({ names }) => names.includes(form))
    if (exact) return exact.key
  }
  if (
    fact.options?.['none'] &&
    (NOTHING.test(said) || APPLYING.test(said) || beginsWithNothing(said) || isNothing(said))
  )
    return 'none'
  return contained(fact, said, core)
}

/** 新公司 M: the only letter of a short answer that says nothing but which it is, where the options are letters. */
function loneLetter(fact: FactDefinition, said: string): string | undefined {
  // A，连着三年都是 A
  const letters = [...new Set([...said.matchAll(LONE_LETTER)].map(match => (match[1] ?? '').toUpperCase()))]
  const [only, ...others] = letters
  const rest = said.replace(LONE_LETTER, '').replace(BESIDE_LETTER, '')
  return only !== undefined && others.length === 0 && rest === '' && fact.options?.[only] ? only : undefined
}

/** All options that a text names, for facts where several may hold. */
export function readOptionList(fact: FactDefinition, text: string): readonly string[] {
  const parts = text.split(SEPARATOR).slice(0, Object.keys(fact.options ?? {}).length + 1)
  const found = parts.flatMap(part => {
    const option = part.trim() === '' ? undefined : readOption(fact, part.trim())
    return option === undefined ? [] : [option]
  })
  return [...new Set(found)]
}

function ordinal(said: string): number | undefined {
  const sign = ORDINAL.exec(said)?.[1]
  if (sign === undefined) return undefined
  if (/\d/.test(sign)) return Number(sign) - 1
  const place = CIRCLED.includes(sign) ? CIRCLED.indexOf(sign) : CHINESE.indexOf(sign)
  return place < 0 ? undefined : place
}

interface OptionWords {
  readonly key: string
  /** all that stands for it as a whole answer */
  readonly names: readonly string[]
  /** its titles and sayings as written in small letters, and bare */
  readonly sayings: readonly { readonly written: string; readonly name: string }[]
  readonly titles: readonly string[]
}

/** The words of a fact's options, made once: they never change, and an answer is compared with all of them. */
const WORDS = new WeakMap<FactDefinition, readonly OptionWords[]>()

function wordsOf(fact: FactDefinition): readonly OptionWords[] {
  const known = WORDS.get(fact)
  if (known) return known
  const made = Object.entries(fact.options ?? {}).map(([key, { title, says }]) => {
    const letter = /^[A-Z]$/.test(key) ? [`${key}级`, `${key}类`] : []
    const short = [title.zh.replace(/[(（].*$/, ''), title.zh.replace(/[：:].*$/, ''), title.en.replace(/,.*$/, '')]
    const said = [title.zh, title.en, ...says.zh, ...says.en]
    return {
      key,
      names: [key, ...letter, ...short, ...said].map(bare),
      sayings: said.map(written => ({ written: lower(written), name: bare(written) })),
      titles: [bare(title.zh), bare(title.en)],
    }
  })
  WORDS.set(fact, made)
  return made
}

/** Whether the text says the name: an English one as words of its own, for there is no AI in "no wait". */
function isIn(said: string, plain: string, written: string, name: string): boolean {
  if (!plain.includes(name)) return false
  if (!/^[a-z]/.test(name) || /[^\x20-\x7e]/.test(name)) return true
  const at = said.indexOf(written)
  return at >= 0 && !/[a-z]/.test(said[at - 1] ?? '') && !/[a-z]/.test(said[at + written.length] ?? '')
}

/** The option whose longest saying stands in the text, or whose title contains the text; only when it is one. */
function contained(fact: FactDefinition, said: string, core: string): string | undefined {
  const plain = bare(said)
  let best: { readonly key: string; readonly length: number } | undefined
  let tied = false
  for (const { key, sayings } of wordsOf(fact)) {
    for (const { written, name } of sayings) {
      if (name.length < SHORT_MIN || !isIn(said, plain, written, name)) continue
      if (best && best.key !== key && best.length === name.length) tied = true
      if (!best || name.length > best.length) [best, tied] = [{ key, length: name.length }, false]
    }
  }
  if (best) return tied ? undefined : best.key
  const letter = loneLetter(fact, said)
  if (letter) return letter
  if (core.length < SHORT_MIN || ORDINARY_CORE.test(core)) return undefined
  // MBA says most of MBA毕业, 省里的 begins 省里专精特新
  const mostOf = (name: string) =>
    name.startsWith(core) || (name.includes(core) && core.length >= name.length * SAYING_SHARE)
  const partial = wordsOf(fact).filter(
    ({ titles, sayings }) =>
      titles.some(title => title.includes(core)) || sayings.slice(titles.length).some(({ name }) => mostOf(name)),
  )
  return partial.length === 1 ? partial[0]?.key : undefined
}
