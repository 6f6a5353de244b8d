// Nouns that stand beside a number and still own none: what is denied (硕士 3 个博士没有, 还没收入，费用花了 1800 万), what a share is
// of (占销售额的 12%), the tail of a longer noun (发明专利一共).
import type { Sign } from './lexicon.ts'
import type { Mention } from './mention.ts'
import type { Scene } from './scene.ts'

type SignFound = Scene['signs'][number]

/** Whether a noun owns no number where it stands; `before` is the noun before it. */
export const ownsNoNumber = (
  scene: Scene,
  mentions: readonly Mention[],
  sign: SignFound,
  before: SignFound | undefined,
): boolean =>
  isShareBase(scene, mentions, sign.start, sign.end) ||
  isTailOf(before, sign) ||
  isDenied(scene, sign) ||
  isDeniedBefore(scene, sign) ||
  isAfterTax(scene, sign)

/** 硕士 3 个博士没有: the three are no doctors. */
const isDenied = (scene: Scene, { start, end }: SignFound): boolean =>
  /^(?:都|也|倒)?(?:没有|冇|无)(?=$|[，。；,; ])/.test(scene.masked.slice(end, end + 5)) &&
  !/[一半][个项件]?$/.test(scene.masked.slice(Math.max(0, start - 2), start))

/** 还没收入，费用花了 1800 万: what there is none of owns no sum behind. */
const isDeniedBefore = (scene: Scene, { start, end, values }: SignFound): boolean =>
  values.every(value => value.is === 'fact' && value.fact.type === 'money') &&
  /(?<!有)[没无零]有?$/.test(scene.masked.slice(Math.max(0, start - 3), start)) &&
  /^(?:呢|的|吧|了)?[，。,; ]/.test(scene.masked.slice(end, end + 2))

/** 净利润交完税 310 万: what is left when the tax is paid. */
const isAfterTax = (scene: Scene, { start, end }: SignFound): boolean =>
  /^完税/.test(scene.masked.slice(start, end)) && /[交缴扣纳]$/.test(scene.masked.slice(0, start))

/** 发明专利一共: 专利一共 begins inside 发明专利, which says more exactly what is counted. */
function isTailOf(before: Scene['signs'][number] | undefined, sign: SignFound): boolean {
  if (!before || before.end <= sign.start) return false
  const [first, second] = [before.values[0], sign.values[0]]
  const counts = (each: Sign | undefined): boolean => each?.is === 'fact' && each.fact.type === 'count'
  return counts(first) && counts(second)
}

/** In 占销售额的 12% and 两成收入 the revenue is what the share is of, and owns no value itself. */
function isShareBase(scene: Scene, mentions: readonly Mention[], start: number, end: number): boolean {
  if (
    !/^(?:收入|营收|营业收入|销售收入|销售额|营业额|负债|总负债|资产|总资产|revenue|sales|turnover)$/.test(
      scene.masked.slice(start, end),
    )
  )
    return false
  const before = scene.masked.slice(Math.max(0, start - 10), start)
  if (/(?:占(?:了|到|比)?(?:总|全部|全年|公司|我们|整个|去年|当年|年)*的?|% of (?:our |the |total )*)$/.test(before))
    return true
  return mentions.some(
    each => each.kind === 'percent' && /^的?$/.test(scene.masked.slice(each.end, start)) && each.end <= start,
  )
}
