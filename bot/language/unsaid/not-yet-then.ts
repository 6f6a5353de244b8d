// Revenue of years before the company was: 前年 1500 万，大前年还没公司呢; 再往前没成立; 我们去年才成立. Asked for such a year, it is nothing.
import { type Found, type Harvest, NOTHING_FOUND } from '../scene/found.ts'
import { factFor, type Scene } from '../scene/scene.ts'
import { hasFamily, inPeriod } from '../values/periods.ts'

const CONFIDENCE = 0.9
const NOT_THEN =
  /^(?:的?时候|那会儿?|那年|那时候?)?(?:我们|公司|还|就|都|也|是)*(?:没有?|无)(?:成立|公司|开业?|注册|收入|营收|生意|在|呢|的|了|啊)*(?=$|[，。；,; ])|^,? ?(?:none|nothing|no revenue|we (?:didn't|did not) exist|not founded)/
const EARLIER =
  /(?:再往前|再之前|更早|再早)(?:我们|公司|还|就|都|也|是)*(?:没有?|无)(?:成立|公司|开业?|注册|收入|营收|在|呢|的|了)*(?=$|[，。；,; ])|before that[, ]{1,2}(?:none|nothing|we (?:didn't|did not) exist)/
const BEGAN = /(去年|今年)(?:\d{1,2}月份?|年?底|年?初)?(?:才|刚)*(?:成立|注册|开的?公司|开业|创办|创立)/
const REACH = 16

/** Zeros for the asked years in which there was no company. */
export function readNotYetThen(scene: Scene): Harvest {
  const { lexicon, masked, context } = scene
  const revenue = factFor(scene, 'revenue')
  const began = BEGAN.exec(masked)
  const earlier = EARLIER.exec(masked)
  if (!revenue || !hasFamily(lexicon.facts, revenue)) return NOTHING_FOUND
  const oldest = Math.min(0, ...scene.periods.map(period => period.offset))
  const found = [-1, -2, -3].flatMap((offset): readonly Found[] => {
    const period = scene.periods.find(each => each.offset === offset)
    const from = period ? (period.end ?? period.at) : 0
    const isNamed = period !== undefined && NOT_THEN.test(masked.slice(from, from + REACH).replace(/^[大前去]*年/, ''))
    const isBefore =
      (began !== null && offset < (began[1] === '今年' ? 0 : -1)) || (earlier !== null && offset < oldest)
    const fact = inPeriod(lexicon, revenue, { offset, own: true })
    if (!fact || !(isNamed || isBefore) || !context.pending.includes(fact.id)) return []
    const span = [from, Math.min(masked.length, from + REACH)] as const
    return [{ fact: fact.id, value: 0, confidence: CONFIDENCE, approximate: false, why: 'no company yet', span }]
  })
  return { found, unclear: [] }
}
