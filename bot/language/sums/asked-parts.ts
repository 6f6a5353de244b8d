// Answers to one question that list its parts and no total: 车间 20 办公室 8 个 are 28 people, 增值税 30 万 所得税 12 万 are 42 of
// tax. Where a part is of another kind (外包 3), nobody knows whether it counts, and the bot asks.

import type { FactDefinition } from '#engine'
import type { Role } from '../roles.ts'
import { NOTHING_FOUND } from '../scene/found.ts'
import { onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import { readingOf, suits } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import { inPeriod } from '../values/periods.ts'
import { inFen, type Summed } from './sums.ts'

/** Longer texts tell more than an answer. */
const LENGTH_MAX = 44
const PARTS_MIN = 2
const PARTS_MAX = 5
/** More than a lone value that seems to answer. */
const CONFIDENCE = 0.98

interface Kinds {
  /** the words that the names of its parts consist of */
  readonly parts: readonly string[]
  /** what may or may not be counted among it */
  readonly doubtful?: RegExp
}

/** Words told apart by bars, the longest first. */
const words = (list: string): readonly string[] => list.split('|').sort((a, b) => b.length - a.length)

const kinds = (parts: string, doubtful?: string): Kinds => ({
  parts: words(parts),
  ...(doubtful === undefined ? {} : { doubtful: new RegExp(doubtful) }),
})

/** What is left of a text behind all of some words at its beginning. */
function behind(text: string, list: readonly string[]): string {
  const first = list.find(each => text.startsWith(each))
  return first === undefined ? text : behind(text.slice(first.length), list)
}

/** What is left of a text before all of some words at its end. */
function before(text: string, list: readonly string[]): string {
  const last = list.find(each => text.endsWith(each))
  return last === undefined ? text : before(text.slice(0, -last.length), list)
}

const consistsOf = (text: string, list: readonly string[]): boolean => behind(text, list) === ''

const SIDE_PEOPLE = '外包|外聘|兼职|实习|劳务|派遣|临时|返聘|顾问|借调|合作|学徒|在读|供应商|客户'
const RIGHTS_PARTS =
  '自己|自研|自主|申请|研发|买来|买|受让|转让|购买|购|合伙人|高校|学校|公司|名下|个人|的|在|从|那|过|了|下|来'
const SALES =
  '内销|外销|国内|国外|海外|境内|境外|出口|线上|线下|电商|门店|直销|经销|批发|零售|上半年|下半年|一季度|二季度|三季度|四季度|软件|硬件|产品|设备|服务|维保|项目|加工|代工|贸易|租赁|房租|配件|售后|市场|收入|销售|卖'
const COSTS =
  '研发|人员|人工|工资|薪酬|社保|材料|原材料|耗材|试剂|设备|仪器|折旧|摊销|委外|委托|外协|试制|检测|测试|模具|水电|房租|差旅|专利费|专利|其他|杂项|费用|费|买'
/** Their parts are facts as well. */
const APART: ReadonlySet<Role> = new Set<Role>(['class1', 'class2', 'applications'])
/** 正式员工 86，外包 12: told to be the others. */
const OWN = /^(?:正式|全职|自己|自有|在册|在职|本公司)/
/** By what is asked: the names of its parts. */
const KINDS: Readonly<Partial<Record<Role, Kinds>>> = {
  headcount: kinds(
    '车间|办公室|生产线|生产|一线|工人|普工|操作工|研发|技术|工程师|工程|销售|业务|市场|行政|管理层|管理|后勤|财务|会计|文员|仓库|质检|售后|客服|采购|运营|设计|测试|程序员|男|女|白班|夜班|本部|总部|分公司|老厂|新厂|工厂|厂里|公司|老员工|新员工|正式工|正式|全职|部|人员|员工|里|的|做|搞|管|坐',
    SIDE_PEOPLE,
  ),
  techStaff: kinds(
    '硬件|软件|算法|结构|电子|电气|机械|嵌入式|前端|后端|测试|工艺|产品|开发|研发|技术|工程师|工程|程序员|试验|实验室|实验|设计|博士|硕士|本科|科研|部|组|员|人|搞|做|的|也是|是|也|里',
    `${SIDE_PEOPLE}|销售|售后|生产|行政|管理|财务|工人|车间|客服`,
  ),
  college: kinds('大专|专科|本科|科|硕士|博士|研究生|硕博|大学生|大学|学历|生|的'),
  graduates: kinds('本科|大专|专科|硕士|博士|研究生|研发|技术|销售|生产|男|女|岗|生|的', SIDE_PEOPLE),
  revenue: kinds(SALES),
  mainRevenue: kinds(SALES.replace('|房租', '').replace('|租赁', ''), '房租|租金|废料|边角料|理财|补贴'),
  liabilities: kinds(
    '银行|农商行|农商|工行|农行|中行|建行|交行|招行|贷款|借款|欠|供应商|货款|应付|账款|材料款|设备款|工程款|工资|税款|税|股东|私人|亲戚|朋友|个人|外面|还|的|借',
  ),
  researchCost: kinds(COSTS, '市场|销售|推广|广告'),
  totalCost: kinds(`${COSTS}|制造|生产|销售|管理|财务|利息|税金|货款|加工|运输|物流|电费`),
  taxPaid: kinds(
    '增值税|增值|企业所得税|企业所得|所得税|所得|个税|个人所得税|附加税|附加|房产税|土地税|印花税|城建税|其他|税|的|交|缴',
  ),
  projects: kinds(
    '省级里|省里|省级|省|国家级|国家|国家的|部级|部|省部级|省部|重点|研发|计划|科技厅|科技|专项|的|里|科技部|工信部|项目',
  ),
  invention: kinds(RIGHTS_PARTS, '在审|受理|合作|个人'),
  utility: kinds(RIGHTS_PARTS, '在审|受理|合作|个人'),
  software: kinds(RIGHTS_PARTS, '在审|受理|合作|个人'),
  applications: kinds('发明专利|发明|pct|国际|的|专利|申请|报|提交|提|交'),
  class1: kinds('发明专利|发明|布图设计|布图|集成电路|新药|国药|植物新品种|新品种|中药保护|农药|的|专利'),
  class2: kinds('实用新型|实新|新型|外观设计|外观|软件著作权|软著|软件|著作权|的|专利'),
  amount: kinds(
    '设备|机器|买|备货|原材料|材料|货款|流动资金|流动|周转|厂房|装修|研发|工资|人员|项目|垫资|还旧|经营|日常|付|给|发|拿|用于|做',
  ),
  equity: kinds('天使|种子|pre-a|prea|a|b|c|轮|领投|跟投|基金|老股东|新股东|第一笔|第二笔|首期|二期|到账|的|投'),
  receivables: kinds('国内|国外|海外|一年内|大客户|小客户|客户|主机厂|其他|别的|散户|老的|新的|货款|质保金|尾款|的|欠'),
}
/** 去年报了三件发明，一件 PCT: what leads to the list. */
const LEAD =
  /^(?:去年|今年|我们|公司|一共|总共|就|是)*(?:(?:报|申请|交|递|提交?|拿|花|用|缴|做|欠)了?)?(?:有|大概|约)?$/
const FILLER_BEFORE = words('和|跟|与|加上|加|还有|另外|再|外加|以及|然后|有|共|个|件|，|,|、|；|;|：|:|.|+| ')
const FILLER_AFTER = words(
  '有|是|大概|大约|差不多|约|花了|花|用了|用|要|了|那边|这边|这块|那块|方面|各|，|,|、|；|;|：|:|.| ',
)
/** What may stand behind the list. */
const TAIL = words(
  '，|,|、|。|.|；|！|!| |吧|左右|差不多|大概|就|也|是|再往上|这几块|这块|这些|这么多|没别的|没有别的|没其他|没有其他|没了|没有了|没有博士|没有硕士|没有研究生|没有外包|没有兼职|没博士|没硕士|都|算|一共|总共|合计|加起来|加一起|要|你|自己|帮我|加一下|一下|搞研发|做研发|的|呢|哈|了|研发|项目',
)

const strip = (label: string): string => before(behind(label, FILLER_BEFORE), FILLER_AFTER)

interface Listed {
  readonly labels: readonly string[]
  readonly tail: string
  /** 加上: the later parts are said to come to the first */
  readonly isAdded: boolean
}

/** The words of each number where all stand before it, or all behind. */
function listed(text: string, parts: readonly Mention[]): Listed | undefined {
  const pieces = [
    ...parts.map((each, i) => text.slice(parts[i - 1]?.end ?? 0, each.start)),
    text.slice(parts.at(-1)?.end ?? 0),
  ]
  const head = (pieces[0] ?? '').replace(LEAD, '')
  const tail = pieces.at(-1) ?? ''
  const labels = (strip(head) === '' ? pieces.slice(1) : pieces.slice(0, -1)).map(strip)
  if (labels.some(each => each === '')) return undefined
  const isAdded = pieces.slice(1, -1).some(each => each.includes('加'))
  return strip(head) === ''
    ? { labels: labels.map(each => each.replace(/(?:就这些|没了|没别的)$/, '')), tail: '', isAdded }
    : { labels, tail, isAdded }
}

/** What may be told by parts. */
const LISTED_TYPES: ReadonlySet<string> = new Set(['count', 'money', 'months', 'days'])

interface AskedList {
  readonly asked: FactDefinition
  readonly role: Role | undefined
  readonly list: Listed
  readonly first: Mention
  readonly parts: readonly Mention[]
  readonly span: readonly [number, number]
  readonly why: string
}

/** An answer that is nothing but a list of numbers, each with a word of its own. */
function askedList(scene: Scene, mentions: readonly Mention[]): AskedList | undefined {
  const asked = onlyAsked(scene)
  if (!asked || scene.masked.length > LENGTH_MAX || !LISTED_TYPES.has(asked.type)) return undefined
  const role = roleOf(scene, inPeriod(scene.lexicon, asked, { offset: -1, own: true }) ?? asked)
  const parts = mentions.filter(each => suits(asked, each) > 0 || (asked.type === 'count' && each.kind === 'count'))
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last || parts.length < PARTS_MIN || parts.length > PARTS_MAX) return undefined
  const others = mentions.filter(each => !parts.includes(each) && !(each.kind === 'date' && each.end <= first.start))
  if (others.length > 0 || parts.some(each => !isPlain(each))) return undefined
  const list = listed(scene.masked, parts)
  if (!list || !consistsOf(list.tail, TAIL) || new Set(list.labels).size < parts.length) return undefined
  return { asked, role, list, first, parts, span: [first.start, last.end], why: `the parts ${list.labels.join(', ')}` }
}

const unclear = ({ asked, span, why }: AskedList, used: ReadonlySet<Mention>): Summed => ({
  found: [],
  unclear: [{ fact: asked.id, problem: 'vague', candidates: [], span, why }],
  used,
})

const NO_LIST: Summed = { ...NOTHING_FOUND, used: new Set() }

/** The sum of the parts of the one number that was asked; asked about where a part may not count. */
export function readAskedParts(scene: Scene, mentions: readonly Mention[]): Summed {
  const told = askedList(scene, mentions)
  const counted = told && countedOf(told)
  if (!told || !counted) return NO_LIST
  const { asked, role, first, span, why } = told
  const used = new Set(role !== undefined && APART.has(role) ? [] : told.parts)
  const reading = counted.length > 0 ? readingOf(asked, summed(first, counted), scene.context.today, true) : undefined
  if (reading?.is !== 'value') return unclear(told, used)
  const { value, approximate } = reading
  return { found: [{ fact: asked.id, value, confidence: CONFIDENCE, approximate, why, span }], used }
}

/** A list that nobody else could read is asked about: which of the numbers counts, or all of them, it does not say. */
export function readUnnamedParts(scene: Scene, mentions: readonly Mention[]): Summed {
  const told = askedList(scene, mentions)
  return told && isOfOneKind(scene, told) ? unclear(told, new Set(told.parts)) : NO_LIST
}

/** The parts that count; none where that is doubtful, undefined where they are no parts of what was asked. */
function countedOf({ role, list: { labels, isAdded }, parts }: AskedList): readonly Mention[] | undefined {
  const known = role === undefined ? undefined : KINDS[role]
  const doubtful = labels.filter(each => known?.doubtful?.test(each) === true)
  const certain = labels.filter(
    each => !doubtful.includes(each) && known !== undefined && consistsOf(each, known.parts),
  )
  if (certain.length + doubtful.length < parts.length || certain.length === 0) return undefined
  // 正式的 30，加上临时工 50
  const own = isAdded ? [] : parts.filter((_, i) => OWN.test(labels[i] ?? ''))
  return doubtful.length === 0 ? parts : own.length === certain.length ? own : []
}

const LABEL_MAX = 6
/** What sets two numbers against each other instead of side by side. */
const RELATED =
  /合计|[不没未只才其里到最少多少剩余原前今去现目后年月昨上下想要给批算总共全实]|至少|左右|以|比|占|申|审|授权|抵|押|从|该|应|就|改|签|意向|口头|国标|行标|团标|银行|我|牵头|参与|主持|承担|含|包|括|^[个的]?[a-z ]+$/
/** 比亚迪 300 万 美的 200 万: a list of one kind of number, whose parts have no names that we know. */
function isOfOneKind(scene: Scene, { asked, list: { labels }, parts }: AskedList): boolean {
  const isOther = scene.signs.some(({ values }) =>
    values.some(
      value =>
        (value.is === 'fact' || value.is === 'measure') &&
        value.fact.id !== asked.id &&
        parts.some(each => suits(value.fact, each) > 0),
    ),
  )
  return !isOther && labels.every(each => each.length <= LABEL_MAX && !RELATED.test(each))
}

const isPlain = (each: Mention): boolean =>
  !each.vague &&
  each.low === each.high &&
  each.year === undefined &&
  each.foreign === undefined &&
  each.bound === undefined

/** One value of all parts; a unit that is told with one of them is the unit of all. */
function summed(first: Mention, parts: readonly Mention[]): Mention {
  const money = parts.find(each => each.kind === 'money')
  const all =
    money && parts.every(each => each.kind === 'money' || each.unit !== undefined) ? inFen(parts, 'low') : undefined
  const low = all ?? parts.reduce((total, each) => total + each.low, 0)
  const vague = money !== undefined && all === undefined
  const approximate = parts.some(each => each.approximate)
  return {
    ...first,
    ...(all === undefined ? {} : { kind: 'money', unit: undefined }),
    low,
    high: low,
    article: false,
    approximate,
    vague,
  }
}
