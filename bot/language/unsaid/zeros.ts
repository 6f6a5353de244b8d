// Nothing is a value too: 没有专利, 还没有收入, 软著一个都没有, 外观没有 are zeros, where the fact allows zero.
import type { FactDefinition, FactId } from '#engine'
import type { NumberReading } from '../pairing/numbers.ts'
import { NEVER_ZERO } from '../roles.ts'
import type { Found, Harvest } from '../scene/found.ts'
import { polarityOf } from '../scene/polarity.ts'
import { onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import { withinBounds } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import { inPeriod, periodAt } from '../values/periods.ts'

const CONFIDENCE = 0.9
const SOUGHT = /(?:[招聘找请挖](?:到|来|过)?|拿到|读完?|考上?|[投花]过?)$/
/** 出口 alone names no sum. */
const BARE_WORD = 2
const NOT_YET = 0.7
const GRANT_PENDING = /^[^。；;]{0,8}(?:申请中|在申请|在审)[^。；;]{0,4}(?:还没|没|未)(?:授权|下证|批|拿到)/
const ZERO_TYPES = new Set(['count', 'money', 'months'])
const NOTHING_AFTER =
  /^(?:[^，。；,;]{0,6}(?:都|也)还?(?:没有?|[木莫]有|[么莫冒没]得?|无|不|未|冇)|还?没有?(?:$|[，。；,; ])|(?:莫得|冒得|没得|冇)(?:$|[，。；,; ]))/
/** 一个没招: not one, but 有一个没下来 is one, and 一个没结 stands open. */
const NOT_ONE_AFTER = /^没(?:有)?(?![几多少]|[结判还完算写填说提录])[^，。；,; \d]{1,5}(?=$|[，。；,; ])/
/** 打过一个官司，已经调解了: none is open. */
const CLOSED_AFTER =
  /^[^。；\d]{0,7}(?:都|全)(?:是)?(?:(?:我们|咱们?)(?:公司)?(?:去)?(?:告|起诉)(?!的我们)|(?:别人|人家|客户|对方)欠)|^[^。；\d]{0,7}(?:都|全|已经?)(?:都|已经?)?(?:结(?!果|算)|调解|撤诉|和解|了结|判完)/
const ONE_BEFORE = /(?:[有剩就只差漏另中]|里头|里面)(?:是|了)?$/
const NOT_ONE_GRANTED = /没(?:有|得)?一(?:都|也|还)?(?:真正)?(?:授权|下证|下来|拿到|批|登记)/
/** A counted noun that is denied right behind it. */
const NONE_AFTER = /^(?:倒是|还|都|也|倒)?(?:没有?|么得|无)(?=$|[，。；,; ])/
const SAID_BEFORE = /(?:前头|前面|刚才|刚刚|之前|上次|开头|先前)我?(?:说|讲|填|写)(?:了|的|过)?(?:没有?|无)$/
const UNDONE = /^(?:倒|也|都|就|还|可)*没(?!有|得|人|招|$|[，。；,; ])/
const NOT_USED =
  /^(?:证|款|权)?(?:我们|都|也|就|还|暂时)*(?:不(?:想|愿意?|肯|打算|考虑|好|能|会)|别)[^，。；]{0,4}(?:押|抵|拿|用|动|卖|转|给)|^[^，。；不]{0,3}(?:不(?:考虑|接受|打算|需要)|不想(?:要|搞|做|碰)?(?=$|[，。；]))/
const NOT_COUNTED =
  /没(?:有)?(?:单独|单列|专门|另外|分开)|没(?:有)?(?:做|搞|弄)?过?(?:研发)?(?:费用?)?(?:的)?(?:归集|核算|建账|记账)|没(?:多久|几年|几个月)|没有?(?:统计|算过|数过|注意|印象|概念|细算|核算)|不清楚|不知道|记不清/

/** 一项都没有, 一个没招, 没有一件授权: the one becomes none. */
export function withNothing(scene: Scene, mentions: readonly Mention[]): readonly Mention[] {
  const { masked } = scene
  const asked = onlyAsked(scene)
  const ofLawsuits = /官司|案|诉|被告/.test(masked) || (asked && roleOf(scene, asked)) === 'lawsuits'
  const isNone = ({ kind, low, article, start, end }: Mention): boolean => {
    if (kind === 'count' && ofLawsuits && CLOSED_AFTER.test(masked.slice(end, end + 14))) return true
    if (kind !== 'count' || low > 1) return false
    const [words, after] = [masked.slice(Math.max(0, start - 4), start), masked.slice(end, end + 10)]
    // 除了一个行业标准啥也没有
    if (NOTHING_AFTER.test(after)) return !/除[了开去]?$/.test(words)
    return (
      article &&
      ((NOT_ONE_AFTER.test(after) && !ONE_BEFORE.test(words)) || NOT_ONE_GRANTED.test(words + masked[start] + after))
    )
  }
  return mentions.map(found =>
    isNone(found) ? { ...found, low: 0, high: 0, article: false, approximate: false } : found,
  )
}

/** Zeros for all nouns that are denied and have no number of their own. */
export function readZeros(scene: Scene, numbers: NumberReading): Harvest {
  const found: Found[] = []
  const named = new Set(numbers.pairs.map(pair => pair.anchor))
  if (NOT_COUNTED.test(scene.masked)) return { found, unclear: [] }
  for (const sign of scene.signs) {
    if (named.has(sign)) continue
    for (const value of sign.values) {
      if (value.is === 'option' || value.is === 'decoy' || !ZERO_TYPES.has(value.fact.type)) continue
      // 软著 31 个发明没有: the measure word belongs to the number before
      if ((value.is === 'measure' || value.weak) && !isNoneOf(scene, value.fact, sign.end)) continue
      const fact = zeroOf(scene, value.fact, sign.start, sign.end)
      if (!fact) continue
      const why = `no «${scene.text.slice(sign.start, sign.end)}»`
      const confidence = isPending(scene, sign.end) ? NOT_YET : CONFIDENCE
      const zero = { value: 0, confidence, approximate: false, why, span: [sign.start, sign.end] as const }
      // where a sum is nothing, so are its parts: 没有专利
      for (const id of [fact.id, ...partsOf(fact)]) found.push({ ...zero, fact: id })
    }
  }
  return { found, unclear: [] }
}

/** Rights that are denied right behind their name; people are denied within a list of others. */
const isNoneOf = (scene: Scene, fact: FactDefinition, end: number): boolean =>
  fact.unit?.zh === '件' && NONE_AFTER.test(scene.masked.slice(end, end + 5))

function partsOf(fact: FactDefinition): readonly FactId[] {
  return fact.derive.flatMap(rule => {
    const sum = typeof rule === 'object' && rule !== null && 'sum' in rule ? rule.sum : undefined
    return Array.isArray(sum) ? sum.filter(id => typeof id === 'string') : []
  })
}

/** 发明正在申请，还没授权: none is granted yet. */
const isPending = (scene: Scene, end: number): boolean => GRANT_PENDING.test(scene.masked.slice(end, end + 14))

/** Whether nothing at all can be said of the fact: a flag can be no, a number must allow zero. */
export function mayBeZero(scene: Scene, fact: FactDefinition): boolean {
  const role = roleOf(scene, fact)
  if (role !== undefined && NEVER_ZERO.has(role)) return false
  return withinBounds(fact, { is: 'value', value: 0, approximate: false }, scene.context.today).is === 'value'
}

function zeroOf(scene: Scene, fact: FactDefinition, start: number, end: number): FactDefinition | undefined {
  const role = roleOf(scene, fact)
  if (!mayBeZero(scene, fact)) return undefined
  // 没出口 says that nothing is exported; the sum is asked of exporters only
  if (role === 'exports' && scene.masked.slice(start, end).length <= BARE_WORD) return undefined
  // 没有贷款逾期 denies the delay; 研发不是二百六 denies the figure
  const after = scene.masked.slice(end, end + 4)
  if (/^(?:逾期|不良|展期|不是|都?没(?:过|批|评|通|中|下)|isn't|is not|was not|wasn't)/.test(after)) return undefined
  // A 轮签了还没到: what is done is not denied
  // 营收掉了 says that there is some
  if (fact.type === 'money' && (/了$/.test(scene.masked.slice(start, end)) || /^[也都是]?[掉少降跌减缩]/.test(after)))
    return undefined
  // no R&D department may still mean some who do research
  if (/dep(?:t|artment)$/.test(scene.masked.slice(start, end))) return undefined
  // 收入没断过
  if (/^没(?:断|停|少)过/.test(scene.masked.slice(end))) return undefined
  // 收入不方便讲 tells nothing
  if (/^(?:这块|这个|的话)?不(?:太)?(?:方便|想|愿意?|好|便)(?:说|讲|透露|告诉|提供|报)/.test(scene.masked.slice(end)))
    return undefined
  // 专利不想押, 应收不好拿出来押, 股权融资不考虑: what is not done with it leaves it there
  if (NOT_USED.test(scene.masked.slice(end, end + 10))) return undefined
  // nothing paid in so far is no time of payment
  if (fact.type === 'months' && /^paid in$/.test(scene.masked.slice(start, end))) return undefined
  // no lawsuits pending
  if (/^(?:pending|under review|in review|filed|submitted)$/.test(scene.masked.slice(start, end))) return undefined
  // 研发倒没省, 自己研发的没买过: what is not done is another thing
  if (fact.unit?.zh === '人' && UNDONE.test(scene.masked.slice(end, end + 6))) return undefined
  if (role === 'standards' && /团/.test(scene.masked.slice(start, end))) return undefined
  // 专利没几个 is some
  if (/^[^，。；]{0,3}没有?(?:几|多少|太多)/.test(scene.masked.slice(end, end + 8))) return undefined
  // 前头说没贷款，其实还有 50 万
  if (SAID_BEFORE.test(scene.masked.slice(Math.max(0, start - 10), start))) return undefined
  // 没有负债，就欠供应商 30 万
  if (role === 'liabilities' && /[就只但还][^，。；\d]{0,3}欠/.test(scene.masked.slice(end))) return undefined
  // 没有外债 is said of any debt; 小巨人去年报了没过 denies no application
  if (/^外/.test(scene.masked.slice(start, end)) && fact.type === 'money') return undefined
  if (role === 'applications' && /^[^，。；]{0,2}没(?:过|通过|成|批)/.test(scene.masked.slice(end))) return undefined
  // 最近没收入 is no whole year
  if (
    role === 'revenue' &&
    /最近|半年|这几个月|这阵子?|近[几两三]个月|上个月/.test(scene.masked.slice(Math.max(0, start - 10), start))
  )
    return undefined
  // 基本没负债, 没什么收入 is little, and no nought
  if (
    fact.type === 'money' &&
    !scene.context.pending.includes(fact.id) &&
    /(?:基本上?|几乎|差不多)[也都是]?没有?$|没有?(?:什么|啥子?|多少|几个|太多|大|得啥)(?:钱的?|像样的?)?$/.test(
      scene.masked.slice(Math.max(0, start - 9), start),
    )
  )
    return undefined
  // 境外没有研发 says where, not how much
  if (/(?:[境国海]外|外地|异地)(?:的|都|也|还|基本)*没?有?$/.test(scene.masked.slice(Math.max(0, start - 7), start)))
    return undefined
  // 没招到博士 says nothing of those who are there
  if (SOUGHT.test(scene.masked.slice(Math.max(0, start - 5), start))) return undefined
  const applied = /^ip\./.test(fact.id) && role !== 'applications' && isPending(scene, end)
  const zeroBefore = scene.masked[start - 1] === '零'
  if (!applied && !zeroBefore && polarityOf(scene, start, end, fact) !== 'denied') return undefined
  const period = periodAt(scene.periods, scene.clauses, start)
  return period?.own ? inPeriod(scene.lexicon, fact, period) : fact
}
