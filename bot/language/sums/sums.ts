// Parts that are one fact: 一笔200万一笔300万 is one loan balance, 1 项国标和 2 项行标 are three standards.
import { type FactValue, isRange } from '#engine'
import { ADDS_UP } from '../roles.ts'
import type { Found, UnclearFact } from '../scene/found.ts'
import { clauseOf, factFor, onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import type { Mention } from '../values/mention.ts'

const PARTS = 0.8
const LISTED_LOANS = 0.95
const BANK_REACH = 36
const AFTER_REACH = 40
const CHINESE_REACH = 10
const ENGLISH_BANK = /[a-z ]*\b(?:icbc|ccb|abc|boc|bocom|cmb|spdb|citic|bank)\b[a-z ]*/
const EACH_BEFORE =
  /(?:一笔|另一笔|还有一笔|[工农中建交招]行|银行|招商|浙商|兴业|民生|中信|浦发|平安|光大|华夏|农商|邮储|网商|微众|泰隆|信用社|\b(?:icbc|ccb|abc|boc|bocom|cmb|spdb|citic|bank(?: of [a-z]{3,14}(?: [a-z]{3,14})?)?))[^，。；,;\d]{0,4}$/

const BANK =
  /[一-龥]{2}银行|[工农中建交招]行|招商|浙商|兴业|民生|中信|浦发|平安|光大|华夏|农商|邮储|网商|微众|泰隆|信用社/g
const EACH_AFTER =
  /^ ?(?:yuan |rmb )?(?:(?:to|from|with|at|owed to|by) (?:the )?)?[a-z ]{0,16}(?:bank(?: of [a-z]{3,16})?|icbc|ccb|abc|boc|bocom|cmb|spdb|citic)\b|^(?:是|在)(?:[工农中建交招]行|农商|邮储|[一-龥]{2}银行)/

const AS_THEY_STAND =
  /现[在有]|目前|名下|还欠|没还|逾期|按[时期]|准时|一共|总共|合计|加起来|还有|另|除了|剩|on time|overdue/
/** What stands right before the total of what was listed. */
export const TOTAL_BEFORE =
  /(?:合计|共计|总计|总共|一共|总额|加起来|加一起|加总|全部|in total|totall?ing|total(?: of)?|altogether|共)(?:是|为|就|大概|约|[:： ]|was |is |rmb |¥)*$/

/** Adds up what was found in parts under different names in one sentence; 专利14件，授权专利10件 is not parts. */
export function addedUp(scene: Scene, found: readonly Found[]): readonly Found[] {
  const sums = new Map<string, Found>()
  const rest: Found[] = []
  for (const each of found) {
    const role = scene.lexicon.cast.roleOf.get(each.fact)
    const adds = role !== undefined && ADDS_UP.has(role)
    const earlier = adds ? sums.get(each.fact) : undefined
    if (!adds) rest.push(each)
    else sums.set(each.fact, earlier && areParts(scene, earlier, each) ? plus(earlier, each) : each)
  }
  return [...rest, ...sums.values()]
}

function areParts(scene: Scene, a: Found, b: Found): boolean {
  // 融了一轮 1000 万，只到账 600 万: so much of the same
  if (
    /(?:只|才|实际|先|目前|已经?)(?:先)?$/.test(scene.masked.slice(0, b.span[0])) &&
    /^(?:实际)?(?:到|实到|进)/.test(scene.masked.slice(b.span[0]))
  )
    return false
  const names = [a, b].map(each => scene.masked.slice(each.span[0], each.span[1]).replace(/[\d.,万亿元项个件]/g, ''))
  const [first = '', second = ''] = names
  const sentence = (each: Found): number | undefined => clauseOf(scene, each.span[0])?.sentence
  return sentence(a) === sentence(b) && !first.includes(second) && !second.includes(first)
}

const ends = (value: FactValue): readonly [number, number] =>
  typeof value === 'number' ? [value, value] : isRange(value) ? [value.low, value.high] : [0, 0]

function plus(a: Found, b: Found): Found {
  const [first, second] = [ends(a.value), ends(b.value)]
  const [low, high] = [first[0] + second[0], first[1] + second[1]]
  return {
    ...a,
    value: low === high ? low : { low, high },
    confidence: Math.min(a.confidence, b.confidence, PARTS),
    why: `${a.why} and ${b.why}`,
    span: [Math.min(a.span[0], b.span[0]), Math.max(a.span[1], b.span[1])],
  }
}

/** A sum of our money that is told with its unit, or in the unit of the sum beside it. */
export const isSum = (each: Mention): boolean =>
  (each.kind === 'money' || (each.kind === 'number' && each.unit !== undefined)) &&
  each.foreign === undefined &&
  !each.vague

/** What sums come to together, in fen. */
export const inFen = (sums: readonly Mention[], end: 'low' | 'high'): number =>
  sums.reduce((total, each) => total + Math.round(each[end] * (each.unit ?? 1)), 0)

export interface Summed {
  readonly found: readonly Found[]
  /** heard, and to be asked about */
  readonly unclear?: readonly UnclearFact[]
  /** the parts, which no other reader may take */
  readonly used: ReadonlySet<Mention>
}

/** The bank named before a sum; empty for 一笔. */
const bankBefore = (scene: Scene, found: Mention): string => {
  const words = scene.masked.slice(Math.max(0, found.start - BANK_REACH), found.start)
  if (EACH_BEFORE.test(words)) {
    const named = [...words.slice(-CHINESE_REACH).matchAll(BANK)].at(-1)?.[0]
    if (named !== undefined) return named
  }
  const english =
    EACH_BEFORE.exec(words)?.[0] ?? EACH_AFTER.exec(scene.masked.slice(found.end, found.end + AFTER_REACH))?.[0] ?? ''
  return ENGLISH_BANK.exec(english)?.[0].trim() ?? ''
}

/** 两笔，100 万和 150 万: asked for the loans, nothing but sums that are joined. */
function answeredInParts(scene: Scene, mentions: readonly Mention[]): boolean {
  const { masked } = scene
  const asked = onlyAsked(scene)
  const sums = mentions.filter(found => found.kind === 'money')
  const joined = sums.every((found, i) => {
    const next = sums[i + 1]
    return (
      next === undefined ||
      /^[，, ]?(?:和|加上?|跟|与|\+|、|还有|另外|and|plus)+ ?$/.test(masked.slice(found.end, next.start))
    )
  })
  const ofLoans = asked !== undefined && roleOf(scene, asked) === 'loanBalance'
  // 在建行和招行分别有 300 万和 200 万贷款
  const byBank = /(?:行|农商|信用社)(?:都|各)?(?:分别|各)[^。；\d]{0,6}\d/.test(masked)
  // 原来 800 万，还有 500 万: what was, and what is left or comes to it
  const isEarlier = /(?:原来|原先|之前|以前|当初|本来|年初|去年)(?:是|有|贷|贷了|借了|一共|大概)*$/.test(
    masked.slice(0, sums[0]?.start),
  )
  return (byBank || ofLoans) && sums.length > 1 && joined && !isEarlier
}

/** The sum of loans that are listed, when the message speaks of loans and of nothing that is wanted. */
export function readSums(scene: Scene, mentions: readonly Mention[]): Summed {
  const answered = answeredInParts(scene, mentions)
  const loans = mentions.filter(
    found =>
      isSum(found) &&
      (answered ||
        EACH_AFTER.test(scene.masked.slice(found.end, found.end + AFTER_REACH)) ||
        EACH_BEFORE.test(scene.masked.slice(Math.max(0, found.start - BANK_REACH), found.start))) &&
      clauseOf(scene, found.start)?.others === false,
  )
  const [first] = loans
  const last = loans.at(-1)
  const fact = factFor(scene, 'loanBalance')
  const sentence = first && clauseOf(scene, first.start)?.sentence
  const oneSentence = loans.every(found => clauseOf(scene, found.start)?.sentence === sentence)
  const lenders = factFor(scene, 'lenders')
  const asked = [fact, lenders].some(each => each !== undefined && scene.context.pending.includes(each.id))
  const speaksOfLoans =
    (asked ||
      /贷|银行|欠|除了[^。；]{1,20}还有|[没未在]还|还款|还剩|余额|逾期|[一两二三]笔|\bowe\b|loan|borrow/.test(
        scene.masked,
      )) &&
    !/[想要需]/.test(scene.masked)
  if (!fact || !first || !last || loans.length < 2 || !oneSentence || !speaksOfLoans)
    return { found: [], used: new Set() }
  const [low, high] = [inFen(loans, 'low'), inFen(loans, 'high')]
  const value = low === high ? low : { low, high }
  const why = `the sum of ${loans.length} loans`
  const sum = { confidence: LISTED_LOANS, approximate: low !== high, why, span: [first.start, last.end] as const }
  const banks = new Set(loans.map(found => bankBefore(scene, found)))
  const areAll =
    /[两二三四\d]笔[^。；]{0,30}(?:加起来|一共|总共|合计)|就这?(?:[几两三四]|\d)家|[一总]共[几两三四五\d]家|只有这?[几两三四\d]家|没(?:有)?(?:别的|其他|别家)|别的(?:银行)?(?:都)?没|\bowe\b|\bloans?\b|outstanding|borrowed/.test(
      scene.masked,
    ) ||
    (lenders !== undefined && scene.context.pending.includes(lenders.id))
  // 工行 200 万，农商行 80 万，没逾期: who lists the loans as they stand names the lenders
  const each = loans.map(found => scene.masked.slice(Math.max(0, found.start - 10), found.start))
  const isListed = areAll || AS_THEY_STAND.test(scene.masked) || each.every(words => words.includes('一笔'))
  const areNamed = lenders !== undefined && isListed && !banks.has('') && banks.size === loans.length
  return {
    found: [{ ...sum, fact: fact.id, value }, ...(areNamed ? [{ ...sum, fact: lenders.id, value: banks.size }] : [])],
    used: new Set([...loans, ...totalsOf(scene, mentions, last, value)]),
  }
}

/** 工行 100 万，邮储 50 万，一共 150 万: the total said once more. */
const totalsOf = (scene: Scene, mentions: readonly Mention[], last: Mention, value: FactValue): readonly Mention[] =>
  mentions.filter(
    each =>
      each.start >= last.end &&
      inFen([each], 'high') === value &&
      TOTAL_BEFORE.test(scene.masked.slice(Math.max(0, each.start - CHINESE_REACH), each.start)),
  )
