// Sums as accounts set them out: parts and their total (费用化 320 万，资本化 80 万，合计 400 万), loans by their kind (短贷 300 万，长贷
// 500 万), what stood at the opening beside what stands at the close, the group's figure beside the company's own.
import type { FactDefinition } from '#engine'
import type { Role } from '../roles.ts'
import type { Found } from '../scene/found.ts'
import { clauseOf, factFor, onlyAsked, roleOf, type Scene, wordsOf, wordsUpTo } from '../scene/scene.ts'
import { isTold } from '../text/clauses.ts'
import type { Mention } from '../values/mention.ts'
import { inPeriod, periodAt } from '../values/periods.ts'
import { inFen, isSum, type Summed, TOTAL_BEFORE } from './sums.ts'

const REACH = 14
const SURE = 0.88
/** A total may be rounded by so much. */
const ROUNDED = 0.005
const PARTS_MAX = 6
/** Words beside the parts that tell what their total is of. */
const TOPICS: readonly (readonly [RegExp, Role])[] = [
  [/研发|费用化|资本化|委外|研究开发|r&d/, 'researchCost'],
  [/增值税|所得税|附加税?|城建税|印花税|税金|税费|\bvat\b|income tax/, 'taxPaid'],
]
const LOANS = /短贷|长贷|短期借款|长期借款|流贷|固贷|中长贷|借款|贷款|\bloans?\b/
const WISHED = /[想要需拟缺差]|希望|申请|新增|打算|准备|need|want|looking for|apply/
const OF_SALES = /营收|收入|销售|revenue|sales/
const OTHER_TOPIC = /利润|净利|资产|负债|订单|合同|profit|assets/
/** Loans by bank are read with their banks. */
const BANKS = /[工农中建交招]行|银行|农商|邮储/

const before = (scene: Scene, { start }: Mention, reach = REACH): string =>
  scene.masked.slice(Math.max(0, start - reach), start)
const sentenceOf = (scene: Scene, { start }: Mention): number | undefined => clauseOf(scene, start)?.sentence
const isOurs = (scene: Scene, { start }: Mention): boolean => isTold(clauseOf(scene, start))

/** The sums right before a total that make it up. */
function partsOf(scene: Scene, sums: readonly Mention[], total: Mention): readonly Mention[] {
  const earlier = sums.filter(each => each.end <= total.start && sentenceOf(scene, each) === sentenceOf(scene, total))
  for (let count = 2; count <= Math.min(PARTS_MAX, earlier.length); count += 1) {
    const parts = earlier.slice(-count)
    const sum = inFen(parts, 'high')
    if (Math.abs(sum - inFen([total], 'high')) <= sum * ROUNDED) return parts
  }
  return []
}

/** What the total of these parts is of. */
function topicOf(scene: Scene, parts: readonly Mention[], total: Mention): FactDefinition | undefined {
  const [first] = parts
  if (!first) return undefined
  const words = scene.masked.slice(Math.max(0, first.start - REACH), total.start)
  if (OTHER_TOPIC.test(words)) return undefined
  const years = parts.map(each => periodAt(scene.periods, scene.clauses, each.start, each.end))
  if (years.some(year => year?.own && year.offset !== years[0]?.offset)) return undefined
  const role = TOPICS.find(([pattern]) => pattern.test(words))?.[1] ?? (OF_SALES.test(words) ? 'revenue' : undefined)
  const period = periodAt(scene.periods, scene.clauses, first.start, first.end)
  const fact = role && factFor(scene, role)
  if (fact) return inPeriod(scene.lexicon, fact, period)
  if (LOANS.test(words) && BANKS.test(words)) return undefined
  if (LOANS.test(words)) return factFor(scene, WISHED.test(words) ? 'amount' : 'loanBalance')
  const asked = onlyAsked(scene)
  return asked?.type === 'money' ? asked : undefined
}

function readTotals(scene: Scene, sums: readonly Mention[], used: Set<Mention>): readonly Found[] {
  return sums.flatMap(total => {
    if (!TOTAL_BEFORE.test(before(scene, total)) || !isOurs(scene, total)) return []
    const parts = partsOf(scene, sums, total)
    const fact = topicOf(scene, parts, total)
    const [first] = parts
    if (!fact || !first) return []
    for (const each of [...parts, total]) used.add(each)
    return [foundOf(fact, [total], [first.start, total.end], 'the total of its parts')]
  })
}

function foundOf(fact: FactDefinition, sums: readonly Mention[], span: readonly [number, number], why: string): Found {
  const [low, high] = [inFen(sums, 'low'), inFen(sums, 'high')]
  return {
    fact: fact.id,
    value: low === high ? low : { low, high },
    confidence: SURE,
    approximate: low !== high,
    why,
    span,
  }
}

const KIND_OF_LOAN =
  /(短贷|短期借款|短期贷款|长贷|长期借款|长期贷款|中长贷|中长期贷款|中长期借款|流贷|流动资金贷款|固贷|固定资产贷款|项目贷款?|设备贷款?|一年内到期的(?:非流动负债|长期借款))(?:期末|账面|贷方)*(?:余额|还有|还剩|有|是|为|[:： ])*$/

/** 短贷 300 万，中长贷 500 万: two kinds of loans are two parts of what is owed. */
function readKindsOfLoans(scene: Scene, sums: readonly Mention[], used: Set<Mention>): readonly Found[] {
  const fact = factFor(scene, 'loanBalance')
  const loans = sums.filter(each => !used.has(each) && isOurs(scene, each) && KIND_OF_LOAN.test(before(scene, each)))
  const kinds = new Set(loans.map(each => KIND_OF_LOAN.exec(before(scene, each))?.[1]))
  const [first] = loans
  const last = loans.at(-1)
  const isWished = loans.some(each => WISHED.test(wordsOf(scene, clauseOf(scene, each.start))))
  if (!fact || !first || !last || kinds.size < 2 || kinds.size < loans.length || isWished) return []
  if (loans.some(each => sentenceOf(scene, each) !== sentenceOf(scene, first))) return []
  for (const each of loans) used.add(each)
  return [foundOf(fact, loans, [first.start, last.end], 'loans of several kinds')]
}

const OPENING = /(?:期初|年初|上年末|上期末)(?:数|余额|账面)?(?:的|是|为|有|还有|[:： ])*$/
const CLOSING = /(?:期末|年末|年底|月末|现在|目前|余额)(?:数|余额|账面)?(?:的|是|为|有|还有|[:： ])*$/

/** 短期借款期初 800 万，期末 600 万: what stood before is no value of now; of net assets it is the year before's. */
function readOpenings(scene: Scene, sums: readonly Mention[], used: Set<Mention>): readonly Found[] {
  const equity = factFor(scene, 'netAssets')
  return sums.flatMap(opening => {
    const closing = sums.find(
      each =>
        each !== opening && sentenceOf(scene, each) === sentenceOf(scene, opening) && CLOSING.test(before(scene, each)),
    )
    if (!OPENING.test(before(scene, opening)) || !closing || !isOurs(scene, opening)) return []
    const noun = scene.signs.findLast(
      each =>
        each.end <= opening.start && each.values.some(value => value.is === 'fact' && value.fact.type === 'money'),
    )
    const ofEquity = noun?.values.some(value => value.is === 'fact' && roleOf(scene, value.fact) === 'netAssets')
    const fact = ofEquity && equity ? inPeriod(scene.lexicon, equity, { offset: -2, own: true }) : undefined
    used.add(opening)
    return fact && opening.kind !== 'percent'
      ? [foundOf(fact, [opening], [opening.start, opening.end], 'at the opening')]
      : []
  })
}

const OF_GROUP = /合并|集团|并表|consolidated|group/
const OF_OWN =
  /单体|单户|本部|申请主体|借款主体|法人口径|母公司口径|我司|本公司|自身|stand-?alone|our entity|china entity/

const OURS = /我们|咱|本部|子公司/

/** 合并营收 3.2 亿，单体 1.6 亿: where both are told, the company's own counts. */
function leaveOutGroup(scene: Scene, sums: readonly Mention[], used: Set<Mention>): void {
  const wordsFor = (each: Mention): string => wordsUpTo(scene, each.start)
  const isOwn = (words: string): boolean => OF_OWN.test(words) || (OURS.test(words) && !OF_GROUP.test(words))
  const own = sums.filter(each => isOwn(wordsFor(each)))
  for (const each of sums)
    if (
      OF_GROUP.test(wordsFor(each)) &&
      !OF_OWN.test(wordsFor(each)) &&
      !OURS.test(wordsFor(each)) &&
      own.some(other => other !== each && sentenceOf(scene, other) === sentenceOf(scene, each))
    )
      used.add(each)
}

/** Totals, loans by kind, openings and group figures; what is used up no other reader may take. */
export function readAccountSums(scene: Scene, mentions: readonly Mention[]): Summed {
  const used = new Set<Mention>()
  const sums = mentions.filter(each => isSum(each) && each.low > 0)
  const openings = readOpenings(scene, mentions, used)
  if (sums.length < 2) return { found: openings, used }
  const found = [...openings, ...readTotals(scene, sums, used), ...readKindsOfLoans(scene, sums, used)]
  leaveOutGroup(scene, sums, used)
  return { found, used }
}
