// Which of several values in one answer is the answer: what was decided (我说四百万，就四百万吧), what holds now, what is wanted
// rather than paid. Where nothing in the words tells, none is taken, and the bot asks.
import { type FactDefinition, FEN_PER_WAN } from '#engine'
import { GRANTED, type Role } from '../roles.ts'
import { isWish } from '../scene/claims.ts'
import { roleOf, type Scene } from '../scene/scene.ts'
import { isGranted } from '../sums/granted.ts'
import { suits } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import { periodAt } from '../values/periods.ts'

/** 就四百万吧, 还是三百万好了, 最后定的五百万. */
const DECIDED_BEFORE = /(?:就|还是|最后|最终|干脆|那就|取个?|折中)(?:算|写|填|按|定的?|要|借|贷|是)?(?:大概|约|个)?$/
const DECIDED_AFTER = /^(?:稳妥|稳当|保险|合适|吧|好了|得了|算了|就行|就够了?|够了|定了)/
/** 三百万不够; 5 个点太高了 */
const REFUSED_AFTER = /^[，, ]?(?:我?觉得|有点)?(?:不够|太[高低多少贵]|不行|少了点?|高了点?|多了点?)/
const NOW_BEFORE = /(?:现在|目前|如今|眼下|now)[^，。；\d]{0,4}$/
/** 现在 5.2，想降到 4: what may be paid. */
const WISHED_BEFORE = /(?:想|要|希望|最好|争取)?[^，。；\d]{0,2}(?:降|压|谈|砍)到(?:个)?$/
const BEST_BEFORE = /最好(?:是|有|能|给)?$|ideally $/
const ANY_OF_THEM = /都(?:行|可以|成|能接受|没问题)(?:的|吧|啊)?[。.！!]?$/
/** 40，其中 10 个外包: asked for all of them, a part is none. */
const WHOLES: ReadonlySet<Role> = new Set<Role>(['headcount', 'patents'])
const PART_BEFORE = /(?:其中|里面|里头|包括|包含|含)[^，。\d]{0,3}$/
/** 15 人，其中外聘的 2 个: a part whatever was asked. */
const KIND = '(?:是|个|名|位|的)?(?:外聘|兼职|外包|实习|返聘|顾问|临时|劳务|派遣|女的|在读|新来|新招|学徒)'
const KIND_BEFORE = new RegExp(`(?:其中|里面|里头|包括|包含|含)(?:有)?${KIND}[^，。\\d]{0,2}$`)
const KIND_AFTER = new RegExp(`^${KIND}`)
const TOTAL_BEFORE = /(?:一共|总共|合计|总计|加起来|共)(?:就|也就|是|有|为|约)*$/
/** 签了 2000 万，到账的 800 万: asked is what was paid in. */
const AGREED_BEFORE = /(?:签了?|协议|约定|承诺|估值)[^，。；\d]{0,4}$/
const PAID_IN = /到账|实缴|到位|打过?来|进账/
const REACH = 10

const UNDER_REVIEW = /^[^，。；,;\d]{0,4}(?:在申请|申请中|在审|实审|受理|快(?:要)?(?:下来|批|授权|下证)|pending)/
const REVIEWED_BEFORE = /(?:受理|在审|在?申请|实审)中?的(?:还?有)?$/
const REVIEW_REACH = 12

/** Asked for granted rights, 有三个正在申请 and 有一个快下来了 name others. */
export function isUnderReview(scene: Scene, fact: FactDefinition, { start, end }: Mention): boolean {
  const role = roleOf(scene, fact)
  if (role === undefined || !GRANTED.has(role)) return false
  return (
    UNDER_REVIEW.test(scene.masked.slice(end, end + REVIEW_REACH)) ||
    REVIEWED_BEFORE.test(scene.masked.slice(Math.max(0, start - REVIEW_REACH), start))
  )
}

export type Choice =
  /** `decided`: said to be the answer, whoever else was heard before */
  | { readonly is: 'one'; readonly mention: Mention; readonly decided?: boolean }
  | { readonly is: 'several'; readonly mentions: readonly Mention[] }
  | { readonly is: 'none' }

/** The mention that answers for the fact, of those that fit it; several where they differ and nothing tells. */
export function whichValue(scene: Scene, fact: FactDefinition, fitting: readonly Mention[]): Choice {
  const role = roleOf(scene, fact)
  const before = ({ start }: Mention): string => scene.masked.slice(Math.max(0, start - REACH), start)
  const after = ({ end }: Mention): string => scene.masked.slice(end, end + REACH)
  const decided = fitting.findLast(each => DECIDED_BEFORE.test(before(each)) && DECIDED_AFTER.test(after(each)))
  if (decided && fitting.length > 1) return { is: 'one', mention: decided, decided: true }
  const total = wholeOf(fitting, before)
  if (total) return { is: 'one', mention: total, decided: true }
  if (role === 'equity' && fitting.length > 1) {
    const paid = fitting.filter(each => !AGREED_BEFORE.test(before(each)) && PAID_IN.test(before(each) + after(each)))
    if (paid.length === 1 && paid[0]) return { is: 'one', mention: paid[0], decided: true }
  }
  const chosen = chosenOf(scene, fact, fitting, before)
  if (chosen) return { is: 'one', mention: chosen, decided: true }
  const kept = fitting.filter(each => !REFUSED_AFTER.test(after(each)))
  // 8 个，6 个授权 2 个在审
  const granted = role !== undefined && GRANTED.has(role) ? kept.filter(each => isGranted(scene, each)) : []
  if (granted.length === 1 && granted[0]) return { is: 'one', mention: granted[0] }
  // 2000 万，最好 3000 万: the first would do
  const whole = kept.filter(
    each => !isPartOfKind(scene, each) && !(role !== undefined && WHOLES.has(role) && PART_BEFORE.test(before(each))),
  )
  const enough = whole.filter((each, i) => i === 0 || !BEST_BEFORE.test(before(each)))
  const pool = enough.length > 0 ? enough : fitting
  const isNow = (each: Mention): boolean =>
    periodAt(scene.periods, scene.clauses, each.start, each.end)?.offset === 0 || NOW_BEFORE.test(before(each))
  const now = fact.type === 'count' ? pool.find(isNow) : undefined
  if (now) return { is: 'one', mention: now }
  const wished = role === 'rate' ? pool.find(each => WISHED_BEFORE.test(before(each))) : undefined
  if (wished) return { is: 'one', mention: wished }
  const [best] = pool.toSorted((a, b) => suits(fact, b) - suits(fact, a) || a.start - b.start)
  if (!best) return { is: 'none' }
  const rivals = pool.filter(each => isRival(scene, fact, best, each))
  if (rivals.length < 2) return { is: 'one', mention: best }
  const [low, high] = [
    rivals.toSorted((a, b) => a.low - b.low)[0] ?? best,
    rivals.toSorted((a, b) => b.high - a.high)[0] ?? best,
  ]
  // 一年两年都行
  if (isWish(fact) && ANY_OF_THEM.test(scene.masked))
    return { is: 'one', mention: { ...low, high: high.high, approximate: true, bound: undefined } }
  return { is: 'several', mentions: rivals }
}

/** 上次 5.2 这次不超过 4; 12 上次是 20: what was before, where two are told. */
const ONCE_BEFORE =
  /(?:was|used to be) $|(?:原来|本来|原先|之前)(?:想|打算|说)(?:要|借|贷|是)*$|(?:上次|上回|上一?次|之前那[笔个次]|上一?笔|以前那[笔个次]|前一?次)[^，。；\d]{0,4}$/
/** 预算 200 万，实际花了 160 万 */
const MEANT_BEFORE = /(?:预算|计划|合同(?:上)?|账面|目标|原定|写)[^，。；\d]{0,6}$/
const IN_FACT_BEFORE = /(?:实际|真正|到头来|结果)[^，。；\d]{0,4}$/
/** 个人名下有 3 个，公司的 1 个 */
const OWN_BEFORE = /(?:个人|我自己|老板|我)(?:名下|手里|的|有)[^，。；\d]{0,3}$/
const OURS_BEFORE = /公司(?:名下|这边)?(?:的|有|是)*$/
/** 总共 1200 万，交了一半货，剩 600 万; 扣掉就 260 */
const LEFT_BEFORE = /(?:剩|余下?|扣掉就|扣完|减掉就)(?:了|有|就|下|的|是)*$/
/** 5 个里能拿 3 个出来 */
const OFFERED_BEFORE = /(?:能|可以|愿意?|肯)(?:拿|押|质押|用|出)(?:出)?$/
const STANDS: ReadonlySet<Role> = new Set<Role>(['orders', 'receivables', 'loanBalance'])

/** Of several values the one that the words set against the others. */
function chosenOf(
  scene: Scene,
  fact: FactDefinition,
  fitting: readonly Mention[],
  before: (each: Mention) => string,
): Mention | undefined {
  if (fitting.length < 2) return undefined
  const role = roleOf(scene, fact)
  const only = (some: readonly Mention[]): Mention | undefined => (some.length === 1 ? some[0] : undefined)
  const anyIs = (words: RegExp): boolean => fitting.some(each => words.test(before(each)))
  const last = fitting.at(-1)
  if (role !== undefined && STANDS.has(role) && last && LEFT_BEFORE.test(before(last))) return last
  if (role === 'pledgeable' && anyIs(OFFERED_BEFORE))
    return only(fitting.filter(each => OFFERED_BEFORE.test(before(each))))
  if (fitting.length > 2) return undefined
  if (anyIs(ONCE_BEFORE)) return only(fitting.filter(each => !ONCE_BEFORE.test(before(each))))
  if (anyIs(MEANT_BEFORE)) return only(fitting.filter(each => IN_FACT_BEFORE.test(before(each))))
  if (fact.type === 'count' && anyIs(OWN_BEFORE)) return only(fitting.filter(each => OURS_BEFORE.test(before(each))))
  return undefined
}

/** Whether a number only says how many of those told are of some kind: 其中外聘的 2 个. */
export function isPartOfKind({ masked }: Scene, { start, end }: Mention): boolean {
  const before = masked.slice(Math.max(0, start - REACH), start)
  return KIND_BEFORE.test(before) || (PART_BEFORE.test(before) && KIND_AFTER.test(masked.slice(end, end + REACH)))
}

/** 18 个全职加 2 个兼职，一共 20: what is said to be all of them, where it is their sum. */
function wholeOf(fitting: readonly Mention[], before: (each: Mention) => string): Mention | undefined {
  const last = fitting.at(-1)
  const parts = fitting.slice(0, -1)
  if (!last || parts.length < 2 || !TOTAL_BEFORE.test(before(last))) return undefined
  // 五百万加一百五: the unit is said once
  const ofUnit = ({ kind, low, unit }: Mention): number =>
    kind === 'money' ? low : last.kind === 'money' ? low * (unit ?? FEN_PER_WAN) : low
  const sum = parts.reduce((all, each) => all + ofUnit(each), 0)
  return sum === last.low && last.low === last.high ? last : undefined
}

/** 2018 年到 2019 年那会儿, 17 还是 18 年: a day somewhere in either. */
const EITHER = /^(?:年)? ?(?:到|至|-|~|或者?|还是|要么|、|or) ?$/

/** Two days told as one uncertain day, where a day that is past was asked. */
export function eitherDay(scene: Scene, fact: FactDefinition, fitting: readonly Mention[]): Choice | undefined {
  const [first, second, ...more] = fitting
  if (fact.type !== 'date' || fact.max !== 'today' || !first || !second || more.length > 0) return undefined
  if (first.kind !== 'date' || second.kind !== 'date' || !EITHER.test(scene.masked.slice(first.end, second.start)))
    return undefined
  if (first.low > second.low) return undefined
  return { is: 'one', mention: { ...first, high: second.high, end: second.end, approximate: true } }
}

/** As good an answer as the best one, and another one: of the same kind, of the same year, with another value. */
function isRival(scene: Scene, fact: FactDefinition, best: Mention, each: Mention): boolean {
  if (each === best) return true
  const year = (one: Mention): number | undefined => periodAt(scene.periods, scene.clauses, one.start, one.end)?.offset
  return (
    fact.type !== 'date' &&
    each.kind === best.kind &&
    !each.article &&
    suits(fact, each) === suits(fact, best) &&
    (each.low !== best.low || each.high !== best.high) &&
    // heads and rights are counted as they are, whatever year was named
    (fact.type === 'count' || year(each) === year(best))
  )
}
