// Answers to one question for a number that name parts of it: 技术部九个，再加俩管项目的，一共 11 are eleven, 仨人加我 四个 four, 11 个吧，管研发的 2 个也算
// 里面 eleven, 两件，一件撤诉了 one, 两个，都在读 none, 我一个，合伙人一个 two.
import { DEGREES } from '../roles.ts'
import { onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import type { Mention } from '../values/mention.ts'

/** Longer texts tell more than an answer. */
const LENGTH_MAX = 40
const TOTAL_BEFORE = /(?:一共|总共|合计|加起来|拢共|共计?)(?:就|才|有|是)*$/
const WITH_ME = /^[个人名位]?(?:再)?加上?(?:我|老板)[，, ]*(?:就|一共|总共|是)*$/
const COUNTED_IN = /^[个名位人]?(?:也|都)?(?:算|包括|包含|含)(?:在)?(?:里面?|里头|内|进去|其中)/
const SETTLED = /^[个件起]?[，, ]?(?:已经?|也|早就?|刚|刚刚)?(?:调解|结案?|了结|撤诉?|和解|判|执行)(?:完|好)?了/
const STUDYING = /^[个位名人]?(?:的)?[，, ]?(?:都|全|还|是)*(?:在读|在念|没毕业|读着)/
const ONE_EACH =
  /^(?:我|老板)(?:自己)?(?:有|是)?一[个位][，, ]?(?:还有|加上)?我?(?:合伙人|老婆|爱人|弟弟|哥哥|同学|股东|总工|技术总监)(?:也|有|是)*一[个位]$/

/** The next numbers, as many as there are. */
export type Next = readonly (Mention | undefined)[]
/** What the first of some numbers becomes, and how many of those behind it are told with it. */
export interface Whole {
  readonly mention: Mention
  readonly used: number
}

export const isNumber = (each: Mention): boolean =>
  (each.kind === 'count' || each.kind === 'number') &&
  !each.vague &&
  each.low === each.high &&
  each.low > 0 &&
  each.year === undefined

export const asMany = (mention: Mention, all: number): Mention => ({ ...mention, low: all, high: all, article: false })

/** The number that the answer means of the next ones; undefined where they are no parts of one number. */
export function answeredInAll(scene: Scene, [a, b]: Next): Whole | undefined {
  const { masked } = scene
  const asked = onlyAsked(scene)
  if (asked?.type !== 'count' || masked.length > LENGTH_MAX || !a || !isNumber(a)) return undefined
  const role = roleOf(scene, asked)
  if (role !== undefined && DEGREES.has(role) && STUDYING.test(masked.slice(a.end)))
    return { mention: asMany(a, 0), used: 0 }
  // 两个半，我自己算半个
  if (asked.unit?.zh === '人' && /^半(?![年月])/.test(masked.slice(a.end)))
    return { mention: { ...a, vague: true }, used: 0 }
  if (!b || !isNumber(b)) return undefined
  const [between, after] = [masked.slice(a.end, b.start), masked.slice(b.end)]
  if (ONE_EACH.test(masked.replace(/[。.！! ]+$/, ''))) return { mention: asMany(b, a.low + b.low), used: 1 }
  if (b.low < a.low && COUNTED_IN.test(after)) return { mention: asMany(a, a.low), used: 1 }
  if (role === 'lawsuits' && b.low < a.low && SETTLED.test(after)) return { mention: asMany(a, a.low - b.low), used: 1 }
  if (b.low === a.low + 1 && WITH_ME.test(between)) return { mention: asMany(b, b.low), used: 1 }
  // 九个，再加俩，一共 11
  const isTotal = b.low > a.low && /加/.test(between) && TOTAL_BEFORE.test(between)
  return isTotal ? { mention: asMany(b, b.low), used: 1 } : undefined
}
