// Nouns that stand beside a number and still own none: what is denied (硕士 3 个博士没有, 还没收入，费用花了 1800 万), what a share is
// of (占销售额的 12%), the tail of a longer noun (发明专利一共).
import type { Sign } from '../scene/lexicon.ts'
import type { Scene } from '../scene/scene.ts'
import type { Mention } from '../values/mention.ts'
import { isShareBase } from './share-of-else.ts'

type SignFound = Scene['signs'][number]

/** Whether a noun owns no number where it stands; `before` is the noun before it. */
export const ownsNoNumber = (
  scene: Scene,
  mentions: readonly Mention[],
  sign: SignFound,
  before: SignFound | undefined,
): boolean =>
  isShareBase(scene, sign, mentions) ||
  isTailOf(before, sign) ||
  isDenied(scene, sign) ||
  isDeniedBefore(scene, sign) ||
  isWork(scene, sign) ||
  isAfterTax(scene, sign)

/** 硕士 3 个博士没有, no patents yet, 4 pending: the three are no doctors, and the four no patents. */
const isDenied = (scene: Scene, { start, end }: SignFound): boolean =>
  (/^(?:都|也|倒)?(?:没有|无)(?=$|[，。；,; ])/.test(scene.masked.slice(end, end + 5)) &&
    !/[一半][个项件]?$/.test(scene.masked.slice(Math.max(0, start - 2), start))) ||
  /(?:^|[^a-z])(?:no|without) $/.test(scene.masked.slice(Math.max(0, start - 9), start))

/** 还没收入，费用花了 1800 万: what there is none of owns no sum behind. */
const isDeniedBefore = (scene: Scene, { start, end, values }: SignFound): boolean =>
  values.every(value => value.is === 'fact' && value.fact.type === 'money') &&
  /(?<!有)[没无零]有?$/.test(scene.masked.slice(Math.max(0, start - 3), start)) &&
  /^(?:呢|的|吧|了)?[，。,; ]/.test(scene.masked.slice(end, end + 2))

/** 我管技术，四十号人: what somebody does. */
const isWork = ({ masked }: Scene, { start, end }: SignFound): boolean =>
  /^技术$/.test(masked.slice(start, end)) && /[管懂出]$/.test(masked.slice(0, start))

/** 净利润交完税 310 万, 去掉税 2200 万: what is left when the tax is paid. */
const isAfterTax = (scene: Scene, { start, end }: SignFound): boolean =>
  (/^完税/.test(scene.masked.slice(start, end)) && /[交缴扣纳]$/.test(scene.masked.slice(0, start))) ||
  (/^税/.test(scene.masked.slice(start, end)) &&
    /(?:去掉|扣[掉除]?|除去|不含|刨[去掉])$/.test(scene.masked.slice(0, start)))

/** 发明专利一共: 专利一共 begins inside 发明专利, which says more exactly what is counted. */
function isTailOf(before: Scene['signs'][number] | undefined, sign: SignFound): boolean {
  if (!before || before.end <= sign.start) return false
  const [first, second] = [before.values[0], sign.values[0]]
  const counts = (each: Sign | undefined): boolean => each?.is === 'fact' && each.fact.type === 'count'
  return counts(first) && counts(second)
}
