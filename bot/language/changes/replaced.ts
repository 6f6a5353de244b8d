// Values of one message that another of the same kind takes the place of: what was planned and what came of it, what is too
// little and what it shall be, what was last year and what is now. The one that holds stands where the other stood, beside its noun.
import { FEN_PER_WAN } from '#engine'
import type { Mention } from '../values/mention.ts'
import { replaces } from '../values/repairs.ts'

/** Whether a noun that wants the later value stands between two; then the later value has a noun of its own. */
export type NamedBetween = (from: Mention, to: Mention) => boolean

const REACH = 40
const BEFORE_REACH = 20
/** 目标四千万, 预算 200 万, 原计划研发投 300 万 */
const PLANNED_BEFORE =
  /(?:计划|预算|目标|本来(?:想|打算|说)|原本(?:想|打算)?|原来(?:想|打算)|打算|预计|预期|指标|任务|定的|说好)[^，。；;\d]{0,12}$/
const DONE_BETWEEN = /^[^，。；;\d]{0,6}[，, ][^。；;\d]{0,8}(?:实际|结果|最后|最终|到头来|真正)[^。；;\d]{0,8}$/
/** 400 万太少, 一年不够: too much or too little of what is wanted. */
const REFUSED_AFTER =
  /^[^，。；;\d]{0,2}(?:[，, ]?(?:有点|实在|确实|觉得|感觉)?(?:太|偏)[少多短长紧高低贵大小]|不够|不太够|少了|多了|短了|长了|紧了|就算了|没必要)/
const NO_WISH_BEFORE = /账期|回款|工资|房租|成本|单价|税|应收|结款|欠/
const INSTEAD_BETWEEN = /^[^。；;\d]{0,14}$/
/** 17 个那是去年的数 */
const OLD_AFTER =
  /^[^，。；;\d]{0,6}[，, ]?(?:那|这)?都?是(?:去年底?|前年|年初|以前|之前|早先|原来|上次)(?:的|填的|报的)?(?:数|数据|老数|旧数|情况|事)/
const NOW_BEFORE = /(?:现在|目前|如今|眼下|最新)[^，。；;\d]{0,4}$/
/** 余额 1200 那是授信额度，实际用了 750 万 */
const LINE_AFTER = /^[^。；;\d]{0,3}[，, ]?(?:那|这|说的|指的)?是(?:总)?授信/
const USED_BETWEEN = /(?:用了|用信|提款|提了|支用|欠|余额是?|借了)(?:大概|约|有)?$/
/** 去年职工 150，今年裁到 117; 去年招了 6 个应届，今年才 2 个 */
const EARLIER_BEFORE = /(?:去年|前年|年初|上半年|去年底)[^，。；;\d]{0,6}$/
const PEOPLE_HERE = /(?:职工|员工|人|团队|招了?|校招|进了)[^，。；;\d]{0,3}$/
const PEOPLE_BEHIND = /^(?:应届|毕业生|大学生|新人|人)/
const THIS_YEAR_BETWEEN = /^[^。；;\d]{0,8}(?:[，,(（ ][^。；;\d]{0,3}|的)(?:现在|目前|如今|今年)[^。；;万亿\d]{0,6}$/
/** 发明去年又批了 2 个，现在一共 9 个 */
const MORE_BEFORE = /(?:又|新|再|增加|新增)(?:批|授权|下来|拿到?|申请|登记|增|加|添|发|下)?了?(?:来|到|下来)?$/
const NOW_ALL_BETWEEN =
  /^[^。；;\d]{0,6}[，, ][^。；;\d]{0,4}(?:现在|目前|如今|总共|一共|累计|加起来|合计)[^。；;\d]{0,5}$/
/** 去年底贷款余额 1000 万，今年还了 400 万，现在 600 万 */
const OWED_BEFORE = /(?:去年|前年|年初|原来|之前|以前|当初)[^，。；\d]{0,8}(?:贷|余额|欠|借)[^，。；\d]{0,4}$/
/** 应收去年底是 900 万，现在降到 650 */
const STANDING_BEFORE = /应收|余额|负债|欠|订单|存货|贷款/
const NOW_STANDS_BETWEEN =
  /^[^。；;\d]{0,4}[，, ](?:现在|目前|如今)[^，。；;\d]{0,2}(?:[降减涨升增]到|还有|还剩|是|有|只有|剩)?了?$/
/** 刚拿了 3 个发明，加上原来的 5 个，现在 8 个 */
const WITH_THOSE_BETWEEN = /[，, ]加上?(?:原来|之前|以前|老)的?[^。；;]{0,8}(?:现在|一共|总共|共)[^，。；;\d]{0,3}$/
/** 两家银行，漏了一家，一共三家 */
const LEFT_OUT_BETWEEN =
  /^[^。；;]{0,6}[，, ][^。；;]{0,4}漏了?[^。；;]{0,8}(?:一共|总共|合计|共|应该)[^，。；\d]{0,3}$/
/** 发明多报了一个，4 个 */
const MISTOLD_BY_BEFORE = /(?:多|少|漏|错)(?:报|说|写|算|数|填|打|记|加)了?$/
/** 以 455 为准 */
const BINDING_BEFORE = /(?:以|按)[^，。；;\d]{0,4}$/
const BINDING_AFTER = /^(?:万元?|元|个|人|件)?(?:来|算|的)?为准/

/** Whether so much is called too much or too little where it stands, as people speak of what they want. */
export const isRefused = (text: string, { start, end }: Mention): boolean =>
  REFUSED_AFTER.test(text.slice(end, end + BEFORE_REACH)) &&
  !NO_WISH_BEFORE.test(text.slice(Math.max(0, start - BEFORE_REACH), start))

const BEST_BEFORE = /(?:最好|最想)(?:是|能|有|要|给|贷|借|用)*$/
const BEST_AFTER = /^[个万]?(?:最好|更好|最理想)/
/** 最好三年，不行两年也行: what is hoped for, and what would do too. */
const OR_ELSE =
  /^[个万]?(?:最好|更好|最理想)?[，, ]{0,2}(?:实在|要是|如果)?(?:不行|不成|不够|批不了|批不下来|没有)?(?:的话)?[，, ]?(?:那|就|先)?$/
const WOULD_DO = /^[个万]?(?:的)?(?:也|都)(?:行|中(?!间|标)|成(?!立|本)|可以|能接受|凑合|够)/

/** What is hoped for and what would do too, as one range. */
function withAlternatives(text: string, mentions: readonly Mention[]): readonly Mention[] {
  return mentions.flatMap((each, i) => {
    const before = mentions[i - 1]
    if (before && isAlternative(text, before, each)) return []
    const next = mentions[i + 1]
    if (!next || !isAlternative(text, each, next)) return [each]
    const other = inPlace(each, next)
    const [low, high] = [Math.min(each.low, other.low), Math.max(each.high, other.high)]
    return [{ ...each, kind: other.kind, low, high, approximate: true, bound: undefined }]
  })
}

const isAlternative = (text: string, first: Mention, next: Mention): boolean =>
  first.kind !== 'count' &&
  replaces(first, next) &&
  OR_ELSE.test(text.slice(first.end, next.start)) &&
  WOULD_DO.test(text.slice(next.end, next.end + BEFORE_REACH)) &&
  (BEST_BEFORE.test(text.slice(Math.max(0, first.start - BEFORE_REACH), first.start)) ||
    BEST_AFTER.test(text.slice(first.end, first.end + BEFORE_REACH)))

/** Whether the later value holds instead of the first. */
function holds(text: string, first: Mention, later: Mention): boolean {
  const before = text.slice(Math.max(0, first.start - BEFORE_REACH), first.start)
  const after = text.slice(first.end, first.end + REACH)
  const between = text.slice(first.end, later.start)
  if (isRefused(text, first) && !isRefused(text, later)) return INSTEAD_BETWEEN.test(between)
  if (PLANNED_BEFORE.test(before) && DONE_BETWEEN.test(between)) return true
  if (OLD_AFTER.test(after) && NOW_BEFORE.test(between)) return true
  if (LINE_AFTER.test(after) && USED_BETWEEN.test(between)) return true
  if (MORE_BEFORE.test(before) && later.low > first.low && NOW_ALL_BETWEEN.test(between)) return true
  if (STANDING_BEFORE.test(before) && EARLIER_BEFORE.test(before) && NOW_STANDS_BETWEEN.test(between)) return true
  if (later.low > first.low && WITH_THOSE_BETWEEN.test(between)) return true
  if (OWED_BEFORE.test(before) && NOW_BEFORE.test(between)) return true
  if (
    LEFT_OUT_BETWEEN.test(between) ||
    (MISTOLD_BY_BEFORE.test(before) && /^[^。；;]{0,4}[，, ][^。；;\d]{0,6}$/.test(between))
  )
    return true
  const ofPeople = PEOPLE_HERE.test(before) || PEOPLE_BEHIND.test(after) || first.measure === '分'
  return EARLIER_BEFORE.test(before) && ofPeople && THIS_YEAR_BETWEEN.test(between)
}

/** The later value where the first stood, in its unit: 四百万太少，改成 550. */
export function inPlace(first: Mention, later: Mention): Mention {
  const { start, end } = first
  const isPlain = later.kind === 'number' && later.unit === undefined && later.year === undefined
  const lent = isPlain && first.kind === 'money' && later.high * FEN_PER_WAN < 10 * first.high
  if (lent) return { ...later, kind: 'money', low: later.low * FEN_PER_WAN, high: later.high * FEN_PER_WAN, start, end }
  return { ...later, start, end, measure: later.measure === '' ? first.measure : later.measure }
}

/** The one value of a sentence that is said to be binding, where the first of its kind stood. */
function bindingOf(text: string, mentions: readonly Mention[]): readonly Mention[] | undefined {
  const binding = mentions.find(
    ({ start, end }) =>
      BINDING_BEFORE.test(text.slice(Math.max(0, start - BEFORE_REACH), start)) &&
      BINDING_AFTER.test(text.slice(end, end + BEFORE_REACH)),
  )
  const first = binding && mentions.find(each => each !== binding && replaces(each, binding))
  if (!binding || !first || first.start > binding.start) return undefined
  return mentions.flatMap(each =>
    each === first ? [inPlace(first, binding)] : each === binding || replaces(each, binding) ? [] : [each],
  )
}

/** The values of a text without those that another one replaces. */
export function withReplaced(text: string, told: readonly Mention[], named: NamedBetween): readonly Mention[] {
  const mentions = withAlternatives(text, told)
  const binding = bindingOf(text, mentions)
  if (binding) return binding
  const dropped = new Set<Mention>()
  const moved = new Map<Mention, Mention>()
  for (const [i, first] of mentions.entries()) {
    if (dropped.has(first)) continue
    const later = mentions
      .slice(i + 1)
      .find(
        each =>
          each.start - first.end <= REACH &&
          !/[。！!\n；;]/.test(text.slice(first.end, each.start)) &&
          replaces(first, each) &&
          holds(text, first, each),
      )
    if (!later) continue
    dropped.add(later)
    const ofYear = /[去前今]年[^，。；]{0,8}$/.test(text.slice(first.end, later.start))
    moved.set(first, named(first, later) || (ofYear && first.kind !== 'count') ? later : inPlace(first, later))
  }
  return mentions.flatMap(each => (moved.has(each) ? [moved.get(each) ?? each] : dropped.has(each) ? [] : [each]))
}
