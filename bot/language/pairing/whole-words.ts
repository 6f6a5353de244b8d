// 总共, 实际, 还剩 count people only where nothing else was spoken of: 去年实际 3400 is of a year, 专利总共十九个 of rights, 还剩七十，
// 招行的 of a loan.
import type { Sign } from '../scene/lexicon.ts'
import { clauseOf, factFor, onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import { isOfPeople } from '../values/measures.ts'

/** Words that say no more than that all, or what is left, is counted. */
const WHOLE = /^(?:总数|一共|总共|合计|共计|总计|共|实际|就剩|只剩|还剩|在册|加起来一共)$/
const OTHER_NOUN =
  /专利|发明|新型|外观|软著|著作权|商标|贷|余额|欠|银行|[工农中建交招商]行|邮储|信用社|授信|博士|硕士|研究生|应届|积分|订单|合同|标准|项目|官司|案|应收|营收|收入|利润|研发费|税|股权|融资|投资/g
const PEOPLE = /人|员工|职工|团队|师傅|工程师|研发(?!费|投)/g
const BEHIND =
  /^[^，。；]{0,3}(?:里|当中|其中)[^，。；]{0,5}(?:发明|新型|外观|专利)|^[，, ]?[^，。；]{0,3}(?:[工农中建交招]行|银行|农商|万)/
/** Rights named last, with a clause of their own. */
const RIGHTS_BEFORE = /(?:发明|新型|外观|专利)[^，。；著]{0,8}[，,][^，。；著]{0,4}$/
const ALL_HANDS =
  /^(?:师傅)?(?:(?:加上?|带上?|和|跟|连|及|、)(?:我|老板|坐?办公室?的?|管理人?员?|干部|行政|销售|文员|职员|后勤|技术)){1,4}(?:一共|总共|合计|加起来|大概|差不多|有|共|就|是)*/
const SIGNED = /签(?:了|过)?(?:劳动)?$/
const WITH_CONTRACT = /^的(?:一共|总共|大概|差不多|有|就|是)*/
/** Where others are named, workers are a part. */
const OTHER_PEOPLE =
  /员工|职工|总人|一共|总共|合计|加起来|团队|全厂|全公司|上下|总数|管理|办公|坐班|销售|行政|社保|算上|加我|季节|临时|外包/
const WORKERS_PER_OTHER = 2
const REACH = 28
const BEHIND_REACH = 12

type SignFound = Scene['signs'][number]

/** The last place where one of the words stands, or -1. */
const lastOf = (pattern: RegExp, words: string): number => [...words.matchAll(pattern)].at(-1)?.index ?? -1

/** A word of counting everybody without the people, where it counts something else. */
export function withoutPeople(scene: Scene, sign: SignFound): SignFound {
  const end = endOfAllHands(scene, sign)
  if (end !== undefined) return { ...sign, end, values: allPeople(scene) }
  if (areAllWorkers(scene, sign)) return { ...sign, values: allPeople(scene) }
  if (!countsOther(scene, sign)) return sign
  const isHeads = (value: Sign): boolean => value.is === 'fact' && roleOf(scene, value.fact) === 'headcount'
  const others = sign.values.filter(value => !isHeads(value))
  // 发明五个，其余都是实用新型，总共十八: of all rights named
  const words = scene.masked.slice(Math.max(0, sign.start - REACH), sign.start)
  const patents = /专利/.test(words) && RIGHTS_BEFORE.test(words) ? factFor(scene, 'patents') : undefined
  return { ...sign, values: patents ? [...others, { is: 'fact', fact: patents, weak: true }] : others }
}

/** 工人加办公室 120 个, 205 个工人师傅加办公室, 签合同的 49 个: everybody. Where the words for them end. */
function endOfAllHands({ masked, mentions }: Scene, { start, end }: SignFound): number | undefined {
  const words = masked.slice(start, end)
  const isSigned = words === '合同' && SIGNED.test(masked.slice(0, start)) && /实习|兼职|劳务|员工|职工|人/.test(masked)
  if (!isSigned && !/^(?:工人|车间)$/.test(words)) return undefined
  const others = (isSigned ? WITH_CONTRACT : ALL_HANDS).exec(masked.slice(end, end + REACH))?.[0]
  if (others === undefined) return undefined
  const last = end + others.length
  return mentions.some(each => (each.start === last || each.end === start) && each.low === each.high) ? last : undefined
}

/** 厂里 76 个工人，搞技术的九个: in a factory that counts nobody else, they are everybody. */
function areAllWorkers(scene: Scene, sign: SignFound): boolean {
  if (!/^工人$/.test(scene.masked.slice(sign.start, sign.end)) || OTHER_PEOPLE.test(scene.masked)) return false
  const own = scene.mentions.find(
    each => each.end === sign.start || (each.start >= sign.end && each.start - sign.end <= 2),
  )
  const others = scene.mentions.filter(each => each !== own && (isOfPeople(each.measure) || each.measure === '个'))
  return own !== undefined && !own.approximate && others.every(each => each.low * WORKERS_PER_OTHER <= own.low)
}

const allPeople = (scene: Scene): readonly Sign[] => {
  const fact = factFor(scene, 'headcount')
  return fact ? [{ is: 'fact', fact, weak: true }] : []
}

/** 10 个人全是做研发的: all of them are, and no number of theirs is told. */
export const isOfAll = (scene: Scene, { start, values }: SignFound): boolean =>
  /(?:全|都|全部|清一色|个个)(?:都|部)?(?:是|在)?$/.test(scene.masked.slice(Math.max(0, start - 5), start)) &&
  values.some(value => value.is === 'decoy' || value.fact.unit?.zh === '人')

function countsOther(scene: Scene, { start, end }: SignFound): boolean {
  if (!WHOLE.test(scene.masked.slice(start, end))) return false
  const next = scene.mentions.find(each => each.start >= end)
  if (!next || isOfPeople(next.measure)) return false
  // asked how many copyrights there are, 共计四十七个 counts those
  const asked = onlyAsked(scene)
  if (asked?.type === 'count' && asked.unit?.zh !== '人') return true
  const clause = clauseOf(scene, start)
  const ofYear = scene.periods.some(
    ({ at, offset }) => clause !== undefined && offset < 0 && at >= clause.start && at < clause.end,
  )
  if (ofYear || BEHIND.test(scene.masked.slice(next.end, next.end + BEHIND_REACH))) return true
  const words = scene.masked.slice(Math.max(0, start - REACH), start)
  return lastOf(OTHER_NOUN, words) > lastOf(PEOPLE, words)
}
