// Options told as plain nouns beside a word that says what they are for: 专利和应收款都能押, 担保和贴息都可以考虑. Where the fact
// itself was asked, the nouns alone will do: 厂房和设备.
import { isClaimed } from './claims.ts'
import type { Clause } from './clauses.ts'
import type { FoundFact, Harvest } from './found.ts'
import { leavesOpen } from './left-open.ts'
import { isNotToPledge } from './not-to-pledge.ts'
import { polarityOf } from './polarity.ts'
import { QUALITY } from './quality-listing.ts'
import type { Role } from './roles.ts'
import { factFor, type Scene, wordsOf } from './scene.ts'

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
const CLAUSES_READ_MAX = 40
const NEAR_CUE = /[押抵]/
const NEAR_MAX = 16
const SENTENCE_REACH = 60
/** 能不能做融资租赁, 有没有贴息: who asks for it considers it. */
const ASKS_FOR = /(?:能不能|可不可以|能否|可以)(?:做|办|走|搞|申请)|有没[有得]/

const LISTINGS: readonly Listing[] = [
  {
    fact: 'collateral',
    cue: /抵押|质押|(?:[能可行拿用愿]|可以|愿意|想)[^，。]{0,16}[押抵](?!金|达|扣)|押(?:也|都|上|[一二三两\d])|pledge|mortgage|collateral|as security|put up/,
    unless:
      /[押抵](?:给(?!你|贵|银行(?![^，。]*[了过]))|出去|掉|在|完)|(?:已经?|都)(?:[押抵]|抵押|质押)|租的|租来|抵押率|抵押登记|早[^，]{0,4}[押抵]|[押抵](?:着|过)|already|no collateral|without/,
    items: [
      [
        'property',
        /厂房|房产|房子|土地|用地|地皮|办公楼|办公室|(?<=[^，。]{0,6})那栋楼|写字楼|商铺|不动产|\b(?:land|buildings?|factory|workshop|premises|real estate|plant)\b/g,
      ],
      [
        'equipment',
        /设备|机器|机床|产线|生产线|(?:注塑|冲压|压铸|数控|激光|包装|印刷|切割|贴片)机|equipment|machine(?:s|ry)/g,
      ],
      ['ip', /专利|知识产权|商标|软著|著作权|\b(?:patents?|trade ?marks?|copyrights?|ip)\b/g],
      ['receivables', /应收(?:账款|款|帐款)?|receivables?/g],
      ['orders', /订单|(?<!押|借款|贷款|租赁)合同(?!约定)|\b(?:orders|contracts)\b/g],
      ['deposit', /存单|定期存款|保证金|certificates? of deposit|(?:time|fixed|term|bank) deposits?/g],
    ],
  },
  {
    fact: 'collateral',
    wide: true,
    own: /只能[用拿]|只有|就有|只剩|倒是有|但有|不过有|\bonly\b|but (?:we )?(?:do )?have/,
    cue: /不能?押|押不了|没有?[^，。]{0,4}(?:房产|厂房|土地|不动产|固定资产|抵押)|no (?:property|real estate|collateral|land)/,
    unless: /员工|人|(?:专利|软著)[^，。]{0,3}[\d一二两三四五六七八九十]/,
    items: [
      ['ip', /专利|知识产权|软著|patents?/g],
      ['orders', /订单|合同|orders|contracts/g],
      ['receivables', /应收(?:账款|款)?|receivables?/g],
      ['equipment', /设备|机器|equipment|machines?/g],
      ['deposit', /存单|存款|deposit/g],
    ],
  },
  {
    fact: 'kinds',
    cue: /[要想]申请|只谈|找[^，。]{0,8}公司|考虑|看看|可以接受|能接受|愿意|都行|都可以|也行|也可以|想(?:[走要找做上引问办]|了解|咨询|打听|申请|知道)|[只就](?:想?要|做|找)|感兴趣|有兴趣|consider|open to|interested in/,
    unless: /利息|利率|抵押|质押|客户|评级|政策|流程|条件|材料|怎么|区别|policy|policies/,
    items: [
      ['guarantee', /担保(?!物|人|法)|guarantees?\b/g],
      ['insurance', /(?<!社会|养老|医疗|失业|工伤|五)保险|insurance/g],
      ['subsidy', /贴息|补贴|补助|subsid(?:y|ies)/g],
      ['lease', /融资租赁|租赁|回租|\bleas(?:e|ing)\b/g],
      ['equity', /股权(?!质押|结构|激励)|入股|风投|引进?投资|\bequity\b|\binvestors?\b/g],
      ['loan', /(?<!除了?|除开)(?:贷款|信贷)(?!担保|贴|除|之外|以外|额|利|期|银)|\bloans?\b/g],
    ],
  },
  QUALITY,
  {
    fact: 'topics',
    cue: /主要问|帮(?:忙|我们?)?[^，。；]{0,3}看[^，。；]{0,4}(?:高企|归集|专利)|聊|(?<![只不更能])谈(?!好|妥|下来|不上)|请教|讲讲|上门|想(?:要)?(?:问问?|了解|打听|咨询)(?:下|一下)?[^，。；]{0,8}(?:高企|归集|辅助账|人才(?!$)|专利)|(?:归集|辅助账)[^，。；]{0,6}(?:搞不懂|不会|怎么|咋|一塌糊涂)|talk about|discuss/,
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
  {
    fact: 'purpose',
    cue: /(?:钱|资金|贷款|借款|款子)[^，。]{0,4}(?:用来|用于|用在|用到|拿来|拿去|主要是|主要用|是为了|想用)|\b(?:money|cash|loan|funds?) (?:is|will be|would be) (?:used |meant |mostly |mainly |all |partly |needed )*(?:for|to)|use (?:it|the money) (?:for|to)/,
    unless: /花了|投了|已经|去年|前年|不能|不会|不是|spent|客户/,
    items: [
      [
        'working-capital',
        /工资|薪水|流动资金|周转|日常(?:开[销支]|运营|经营)|房租|水电|社保|wages|salar(?:y|ies)|payroll|\brent\b/g,
      ],
      ['orders', /(?<!还|欠)货款|料款|原料|原材料|备货|备料|进货|供应商|suppliers?|materials|inventory|stock\b/g],
      [
        'equipment',
        /(?:买|购|添|换|上|更新|购置|采购|进)[^，。]{0,6}(?:设备|机器|机床|产线|生产线|流水线)|machines?\b|equipment|production line/g,
      ],
      [
        'expansion',
        /扩产|扩建|扩大(?:生产|产能|规模)|(?:建|盖|新|扩)(?:个|一个|一座|座|新)?(?:厂|车间)|expan(?:d|sion)|new (?:factory|plant|workshop)/g,
      ],
      [
        'rd',
        /(?<=用途[^，。]{0,6})研发投入|(?:搞|做|投)?研发(?!费|投入|人员|人数|团队|中心|部|机构|生产|和生产|和管理|占|的)|(?:开发|做)新产?品|next product|new product|\b(?:for|and|or) r&d\b(?! (?:team|staff|people|cost))|\bresearch\b/g,
      ],
      ['hiring', /招(?:人|聘|几个|一批)|引进人才|hir(?:e|ing)|recruit/g],
    ],
  },
  {
    fact: 'purpose',
    wide: true,
    cue: /借|贷|融资|资金|周转|钱|款|缺|差|[万亿元]|borrow|loan|money|fund|million|\byuan\b|rmb|\bowe\b|\d ?m\b|refinanc|replac/,
    unless:
      /花了|投了|已经|去年|前年|明年|上个?月|不能|不会|不是|买过|买了|招了|spent|bought|客户|bought|last year|[备器床]要|太贵|价格|报价|\d年(?:建|盖)|(?:建|盖|扩)(?:的|于|了|好了|完)/,
    items: [
      [
        'equipment',
        /(?:想|要|再|去)(?:搞|弄|添|置|来)(?:一|两|几|三|\d)?台|(?:买|购|添|换|上|更新|购置|采购|进(?!口)|置办)(?:点|些|批|新|一|两|几|台|条|套|个)*[^，。]{0,5}(?:设备|机器|机床|产线|生产线|流水线|仪器|机组)|\b(?:buy|buying|purchas(?:e|ing)|upgrad(?:e|ing)|pay(?:ing)? for|install(?:ing)?|add(?:ing)?|order(?:ing)?|new|second|another|lease|leasing|for the) (?:[a-z0-9-]+ ){0,4}?(?:machines?|machinery|equipment|servers?|lathes?|press(?:es)?|ovens?|furnaces?|robots?|testers?|printers?|instruments?|spectrometers?|microscopes?|gpus|presses|(?<!pilot |product |supply |credit |assembly-)lines?)\b/g,
      ],
      [
        'expansion',
        /扩产|扩建|扩大(?:生产|产能|规模)|扩(?:个|一下|一条|条|几条|两条)?(?:厂|车间|产线|生产线)|(?:建|盖|起)(?:个|一个|一座|座|新|二期)*(?:厂房?|车间|仓库|基地|大楼)|新(?:建|盖)|expan(?:d|sion|ding)|(?:build|open)[^,.]{0,16}(?:factory|plant|workshop|site|hall)/g,
      ],
      [
        'hiring',
        /招(?:人|聘|兵|点|些|批|一批|几|两|三|[\d一二两三四五六七八九十]+)[^，。]{0,4}(?:人|博士|硕士|工程师|研发|技术|工人|师傅|销售|员|$|[，。])|引进(?:人才|博士|团队)|hir(?:e|ing)|recruit(?:ing)?/g,
      ],
      [
        'orders',
        /(?:买|采购|购|进|备|囤)(?:点|些|批|一批|一?下)*[^，。]{0,4}(?:原料|材料|原材料|钢材|元器件|料(?=$|[，。])|货款|货(?=$|[，。]))|备货|备料|\b(?:buy|buying|purchas(?:e|ing)|stock up on|pay(?:ing)? (?:for )?|money for|cash for|needed for|is for|are for|loan for|million for|yuan for|rmb for|\dm for|\dk for)[^,.]{0,14}(?:materials|inventory|stock|suppliers|components|parts|chips|steel)\b|\b(?:steel|material|component|copper|aluminium|resin) purchas(?:es|ing)\b/g,
      ],
      [
        'working-capital',
        /发工资|付工资|发(?:年终奖|薪水)|交房租|付(?:水电|房租)|周转(?:一下|用|资金)?(?!天数|率|次)|pay (?:wages|salaries|rent)|payroll|working capital|cash ?flow/g,
      ],
      [
        'refinancing',
        /(?:还|置换|换掉|替换)[^，。]{0,6}(?:老|旧|高息|高利|别家|到期)[^，。]{0,4}(?:贷款|借款|贷)|refinanc(?:e|ing)|pay off[^,.]{0,14}loans?|\b(?:replace|swap|get rid of|repay)(?:ing)? (?:the |our |an? |that )?(?:[a-z0-9%.-]+ ){0,3}?(?:loans?|debt|lender|one)\b/g,
      ],
    ],
  },
]

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
type Found = Omit<FoundFact, 'correction'>

/** 厂房可以抵，设备也行; 想谈高企申报，还有研发费用怎么归集: the clause goes on with the list of the one before. */
const GOES_ON =
  /^ ?(?:还有|或者|以及|另外|再有|再加上?点?|or |and )|(?:也行|也可以|也能|也成|too|as well)(?:的|吧)?[，,。. ]*$/
function continues(scene: Scene, listing: Listing, clause: Clause): boolean {
  const before = scene.clauses.find(each => each.end === clause.start && each.sentence === clause.sentence)
  if (!before || listing.wide || !GOES_ON.test(wordsOf(scene, clause))) return false
  const words = wordsOf(scene, before)
  return listing.cue.test(words) && !listing.unless.test(words)
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
    each => each.start >= clause.start && each.start < clause.end && !/^[台条套栋间]$/.test(each.measure),
  )
  const answers = asked && !counts && scene.masked.length <= ANSWER_LENGTH_MAX
  const around = listing.wide ? sentenceOf(scene, clause) : words
  // 明年打算做到一个亿，还准备招 20 个: a plan without a word of money
  if (listing.wide && /明年|后年|目标/.test(around) && !/借|贷|融|缺|资金|钱/.test(around)) return []
  if (asked && leavesOpen(scene, fact, clause.start, clause.end)) return []
  if (listing.own && !listing.own.test(words)) return []
  // 想聊聊高企怎么弄 asks, and names what to talk of
  const goesOn = continues(scene, listing, clause)
  const asksToTalk =
    listing.fact === 'topics' &&
    (goesOn ||
      /聊|谈|请教|讲讲|上门|想(?:要)?(?:问|了解|打听|咨询)|主要问|帮(?:忙|我们?)|搞不懂|一塌糊涂/.test(words)) &&
    !/[？?]/.test(words)
  const asksFor = listing.fact === 'kinds' && ASKS_FOR.test(words)
  // 拿订单和专利组合质押可以吗 offers them
  const offers = listing.fact === 'collateral' && /(?:拿|(?<!不)用|把)[^，。]{0,14}[押抵]/.test(words)
  if (
    (clause.question && !asksToTalk && !asksFor && !offers) ||
    listing.unless.test(words) ||
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
      if (listing.fact === 'collateral' && isNotToPledge(scene.masked.slice(end))) return []
      return fact.options?.[option] &&
        (asksToTalk ||
          asksFor ||
          (offers && clause.question && option !== 'property') ||
          polarityOf(scene, start, end, fact) === 'affirmed')
        ? [{ option, start, end }]
        : []
    }),
  )
  const options = [...new Set(named.map(each => each.option))]
  const [first] = named
  // 想贷款 alone says no more than that money is wanted
  if (!first || (options.join() === 'loan' && !/(?:也|都)(?:行|可以|要|考虑)/.test(words))) return []
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
