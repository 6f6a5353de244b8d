// Options told as plain nouns beside a word that says what they are for: 专利和应收款都能押. Where the fact
// itself was asked, the nouns alone will do: 厂房和设备.
import type { Role } from '../roles.ts'
import { isClaimed } from '../scene/claims.ts'
import type { Found, Harvest } from '../scene/found.ts'
import { polarityOf } from '../scene/polarity.ts'
import { factFor, type Scene, wordsOf } from '../scene/scene.ts'
import type { Clause } from '../text/clauses.ts'
import { leavesOpen } from './left-open.ts'
import { isNotToPledge } from './not-to-pledge.ts'
import { isNotWanted } from './option-company.ts'
import { PURPOSES } from './purpose-listings.ts'
import { QUALITY } from './quality-listing.ts'

export interface Listing {
  readonly fact: Role
  /** what the clause must say, unless the fact was asked */
  readonly cue: RegExp
  /** what it must not say */
  readonly unless: RegExp
  readonly items: readonly (readonly [option: string, says: RegExp])[]
  /** the cue may stand anywhere in the sentence */
  readonly wide?: boolean
  /** and what the clause of the items itself must say then */
  readonly own?: RegExp
}

const CONFIDENCE = 0.86
/** An answer that is longer than this speaks of more than the options. */
const ANSWER_LENGTH_MAX = 24
const ENGLISH_ANSWER_LENGTH_MAX = 64
const CLAUSES_READ_MAX = 40
const NEAR_CUE = /[押抵]/
const NEAR_MAX = 16
const SENTENCE_REACH = 60

const LISTINGS: readonly Listing[] = [
  {
    fact: 'collateral',
    cue: /抵押|质押|(?:[能可行拿用愿]|可以|愿意|想)[^，。]{0,16}[押抵](?!金|达|扣)|押(?:也|都|上|[一二三两\d])|pledge|mortgage|collateral|as security|put up|(?:can|could) offer (?!more|a rate)/,
    unless:
      /[押抵](?:给(?!你|贵|银行(?![^，。]*[了过]))|出去|掉|在|完)|(?:已经?|都)(?:[押抵]|抵押|质押)|租的|租来|押不了|抵不了|抵押率|抵押登记|早[^，]{0,4}[押抵]|[押抵](?:着|过)|already|(?:is|are) mortgaged|mortgaged to|no collateral|without/,
    items: [
      [
        'property',
        /厂房|房产|房子|土地|用地|地皮|办公楼|办公室|(?<=[^，。]{0,6})那栋楼|写字楼|商铺|门面|店面|不动产|\b(?:land|buildings?|factory|workshop|premises|real estate|plant)\b/g,
      ],
      [
        'equipment',
        /设备|机器|机床|产线|生产线|(?:注塑|冲压|压铸|数控|激光|包装|印刷|切割|贴片)机|equipment|machine(?:s|ry)/g,
      ],
      ['ip', /专利|(?<=[个项件几])发明|知识产权|商标|软著|著作权|\b(?:patents?|trade ?marks?|copyrights?|ip)\b/g],
      ['receivables', /应收(?:账款|款|帐款)?|receivables?/g],
      ['orders', /订单|(?<!押|借款|贷款|租赁)合同(?!约定)|\b(?:orders|contracts)\b/g],
      ['deposit', /存单|定期存款|保证金|certificates? of deposit|(?:time|fixed|term|bank) deposits?/g],
    ],
  },
  {
    fact: 'collateral',
    wide: true,
    own: /只能[用拿]|靠|只有|就有|只剩|剩下|就剩|倒是有|但有|不过有|^(?:那|就|还是|只好)*[用拿]|[^，。]{2}(?:可以|能|也行|吧)(?:[抵押])?(?:的|吧)?[，,。.]?$|\bonly\b|\bthen\b|but (?:we )?(?:do )?have/,
    cue: /不能?押|押不了|(?:已经?|都|早)(?:抵|质)?押|[押抵](?:给|出去|掉)|[押抵][^。]*(?:不行|不让|租的|按揭|算了)|mortgaged|没有?[^，。]{0,4}(?:房产|厂房|土地|不动产|固定资产|抵押)|no (?:property|real estate|collateral|land)/,
    unless: /员工|人|(?:专利|软著)[^，。]{0,3}[\d一二两三四五六七八九十]/,
    items: [
      ['ip', /专利|知识产权|软著|patents?/g],
      ['orders', /订单|合同|orders|contracts/g],
      ['receivables', /应收(?:账款|款)?|receivables?/g],
      ['equipment', /设备|机器|equipment|machines?/g],
      ['deposit', /存单|存款|deposit/g],
    ],
  },
  QUALITY,
  {
    fact: 'topics',
    cue: /主要问|帮(?:忙|我们?)?[^，。；]{0,3}看[^，。；]{0,4}(?:高企|归集|专利)|聊|(?<![只不更能以])谈(?!好|妥|下来|不上)|请教|讲讲|上门|想(?:要)?(?:问问?|了解|打听|咨询)(?:下|一下)?[^，。；]{0,8}(?:高企|归集|辅助账|人才(?!$)|专利)|(?:归集|辅助账)[^，。；]{0,6}(?:搞不懂|不会|怎么|咋|一塌糊涂)|talk about|discuss/,
    unless: /客户|员工|订单|价格/,
    items: [
      ['high-tech-filing', /高企|高新(?:技术企业)?(?:申报|认定|申请)|high-tech/g],
      ['rd-ledger', /归集|辅助账|加计扣除|r&d ledger/g],
      ['financing', /融资|贷款|financing|\bloans?\b/g],
      ['subsidy', /补贴|补助|贴息|subsid(?:y|ies)/g],
      ['talent', /人才(?:政策|补贴|补助|引进|认定|项目|评定)|talent/g],
      ['patents', /专利(?:布局|申请|导航|质押|(?=$|[，。；]))|知识产权|patents?/g],
    ],
  },
  ...PURPOSES,
]

const A_PLAN = /明年|后年|目标|\bnext year\b|\bplan(?:ning)? to\b/
const MONEY_SOUGHT = /借|贷|融|缺|资金|钱|borrow|loan|\bneed|money|fund|\bcash\b/

/** All options that are told as nouns in a list. */
export function readListedOptions(scene: Scene): Harvest {
  const found = LISTINGS.flatMap(listing => {
    const fact = factFor(scene, listing.fact)
    if (!fact) return []
    const asked = scene.context.pending.includes(fact.id)
    return scene.clauses.slice(0, CLAUSES_READ_MAX).flatMap(clause => listedIn(scene, listing, clause, fact, asked))
  })
  return { found, unclear: [] }
}

type Fact = NonNullable<ReturnType<typeof factFor>>
/** 厂房可以抵，设备也行; 想谈高企申报，还有研发费用怎么归集: the clause goes on with the list of the one before. */
const GOES_ON =
  /^ ?(?:还有|或者|以及|另外|再有|再加上?点?|or |and )|(?:也行|也可以|也能|也成|too|as well)(?:的|吧)?[，,。. ]*$/
function continues(scene: Scene, listing: Listing, clause: Clause): boolean {
  const before = scene.clauses.find(each => each.end === clause.start && each.sentence === clause.sentence)
  if (!before || listing.wide || !GOES_ON.test(wordsOf(scene, clause))) return false
  const words = wordsOf(scene, before)
  return listing.cue.test(words) && !listing.unless.test(words)
}

/** The words of the clauses that 、 joins to this one: 专利、应收账款都能押. */
function rowAround(scene: Scene, { start, end }: Clause): string {
  let [from, to] = [start, end]
  for (const each of scene.clauses.toReversed())
    if (each.end === from && scene.masked[from - 1] === '、') from = each.start
  for (const each of scene.clauses) if (each.start === to && scene.masked[to - 1] === '、') to = each.end
  return scene.masked.slice(Math.max(from, start - SENTENCE_REACH), Math.min(to, end + SENTENCE_REACH))
}

/** 公司有两套商铺，可以做抵押: the clause behind says it of what is owned. */
const PLEDGED_NEXT =
  /^(?:[这那]些?|它们?|都|也|全|还)*(?:可以|能|愿意)(?:都|全|拿来|用来|做|作)*(?:抵押|质押|[抵押])(?![^，。]{0,3}[吗不？?])/
function pledgedNext(scene: Scene, listing: Listing, clause: Clause): string {
  const next = scene.clauses.find(each => each.start === clause.end && each.sentence === clause.sentence)
  const owns = listing.fact === 'collateral' && /有|值|自己|自家/.test(wordsOf(scene, clause))
  return (owns && PLEDGED_NEXT.exec(wordsOf(scene, next))?.[0]) || ''
}

/** The clauses of one sentence near this one. */
function sentenceOf(scene: Scene, clause: Clause): string {
  const own = scene.clauses.filter(
    each => each.sentence === clause.sentence && Math.abs(each.start - clause.start) <= SENTENCE_REACH,
  )
  return scene.masked.slice(own[0]?.start ?? clause.start, own.at(-1)?.end ?? clause.end)
}

function listedIn(scene: Scene, listing: Listing, clause: Clause, fact: Fact, asked: boolean): readonly Found[] {
  const words = wordsOf(scene, clause)
  // asked for several things at once, 研发 550 万 answers another of them
  const counts = scene.mentions.some(
    each =>
      each.start >= clause.start && each.start < clause.end && !each.vague && !/^[台条套栋间]$/.test(each.measure),
  )
  const longest = /[一-龥]/.test(scene.masked) ? ANSWER_LENGTH_MAX : ENGLISH_ANSWER_LENGTH_MAX
  const answers = asked && !counts && scene.masked.length <= longest
  const row = rowAround(scene, clause)
  const around = listing.wide ? sentenceOf(scene, clause) : row + pledgedNext(scene, listing, clause)
  // 明年打算做到一个亿，还准备招 20 个: a plan without a word of money
  if (listing.wide && A_PLAN.test(around) && !MONEY_SOUGHT.test(around)) return []
  if (asked && leavesOpen(scene, fact, clause.start, clause.end)) return []
  if (listing.own && !listing.own.test(words)) return []
  // 想聊聊高企怎么弄 asks, and names what to talk of
  const goesOn = continues(scene, listing, clause)
  const asksToTalk =
    listing.fact === 'topics' &&
    (goesOn ||
      /聊|谈|请教|讲讲|上门|想(?:要)?(?:问|了解|打听|咨询)|主要问|帮(?:忙|我们?)|搞不懂|一塌糊涂/.test(words)) &&
    !/[？?]/.test(words)
  // 拿订单和专利组合质押可以吗 offers them
  const offers =
    listing.fact === 'collateral' && /(?:拿(?![来去出])|(?<!不)用|把)[^，。]{0,14}[押抵]|靠[^，。]{0,6}行/.test(words)
  if (
    (clause.question && !asksToTalk && !offers) ||
    listing.unless.test(listing.wide ? words : row) ||
    !(answers || listing.cue.test(around) || goesOn)
  )
    return []
  if (!isClaimed(scene, fact, clause.start)) return []
  const named = listing.items.flatMap(([option, says]) =>
    [...words.matchAll(says)].flatMap(match => {
      const start = clause.start + match.index
      const end = start + match[0].length
      // spoken without a pause, 做环保设备的 far before 厂房可以抵押 is no security
      const cue = words.search(NEAR_CUE)
      if (listing.fact === 'collateral' && cue >= 0 && Math.abs(cue - match.index) > NEAR_MAX) return []
      if (listing.fact === 'collateral' && isNotToPledge(scene, start, end)) return []
      if (listing.fact === 'purpose' && isNotWanted(scene, start, end)) return []
      return fact.options?.[option] &&
        (asksToTalk ||
          (offers && clause.question && option !== 'property') ||
          polarityOf(scene, start, end, fact) === 'affirmed')
        ? [{ option, start, end }]
        : []
    }),
  )
  const options = [...new Set(named.map(each => each.option))]
  const [first] = named
  if (!first) return []
  return [
    {
      fact: fact.id,
      value: options,
      confidence: CONFIDENCE,
      approximate: false,
      why: `listed: «${scene.text.slice(clause.start, clause.end)}»`,
      span: [first.start, named.at(-1)?.end ?? first.end],
    },
  ]
}
