// Shares beside research that are none of what is taken in: of the people, of a loan, of money that is shared out by its uses.
import { clauseOf, type Scene, wordsOf } from '../scene/scene.ts'
import type { Mention } from '../values/mention.ts'
import { type Pair, spanOf } from './pairing.ts'

/** 研发占了一半 after 五十号人 is a share of people, not of money. */
const PEOPLE_BEFORE = /(?:人|员工|全员|全厂|在册|团队|职工|号人|名|staff|people)[^。；;]{0,8}$/
const PEOPLE_AFTER = /^[，, ]?[^，。；\d]{0,3}[\d一二两三四五六七八九十百]{1,5}(?:多|来)?(?:个|号)?人/
const SHARED_OUT =
  /^(?:的?(?:钱|资金|款))?(?:是|就|准备|打算|计划|要|想|得|都)*(?:用来|拿来|拿去|拿出来|用于|用在|用到|用去|留给|留着|投给|投到|投进|投入到|给(?!了))|^ (?:goes |will go |would go |is |of it )?(?:for|to|on|towards) (?!r&d spending)/
/** 85% of our R&D is carried out in China: a share of the research itself. */
const OF_RESEARCH = /^ of (?:all )?(?:our |the |its )?(?:r&d|research)\b(?! staff| team| people)/
const SPENDING = /费|投入|强度|营收|收入|销售|花|投|钱|spend|revenue|intensity/

/** 研发和备货各一半 shares out between the two, 研发里头委外占两成 is a share of it. */
const isOfEach = (scene: Scene, { anchor, mention }: Pair): boolean =>
  /里头?|里面|其中|当中/.test(scene.masked.slice(anchor.end, mention.start)) ||
  /各(?:占|是)?$/.test(scene.masked.slice(0, mention.start)) ||
  /^开/.test(scene.masked.slice(mention.end))

/** Whether a share beside a word for research is of something else than of the revenue. */
export function isShareOfElse(scene: Scene, pair: Pair): boolean {
  const [start, end] = spanOf(pair)
  return (
    asksForPeople(scene) ||
    ofPeople(scene, start, end) ||
    ofUse(scene, start) ||
    isSharedOut(scene, pair) ||
    isOfEach(scene, pair) ||
    OF_RESEARCH.test(scene.masked.slice(pair.mention.end))
  )
}

/** Asked for a number of people, 三分之一是研发 is a share of them. */
const asksForPeople = (scene: Scene): boolean =>
  scene.context.pending.some(id => scene.lexicon.facts.get(id)?.unit?.zh === '人') && !SPENDING.test(scene.masked)

/** 融资用途：研发投入 40% shares out the loan, not the revenue. */
export const ofUse = (scene: Scene, start: number): boolean =>
  /用途|资金用|贷款用|钱[^，。]{0,4}用|用于|用来|资金安排|募资/.test(scene.masked.slice(Math.max(0, start - 16), start))

/** 一半拿来备料，一半给新产品做研发: money is shared out, unless it is what is taken in that is shared. */
function isSharedOut(scene: Scene, { mention }: Pair): boolean {
  const clause = clauseOf(scene, mention.start)
  return (
    (SHARED_OUT.test(scene.masked.slice(mention.end)) || /一半[^。；]{1,12}一半/.test(scene.masked)) &&
    !/收入|营收|销售|营业额|revenue|sales|turnover/.test(wordsOf(scene, clause))
  )
}

function ofPeople(scene: Scene, start: number, end: number): boolean {
  const said = scene.masked.slice(start, end)
  // 研发占一半，六十个人里三十个
  const isBefore = PEOPLE_BEFORE.test(scene.masked.slice(Math.max(0, start - 16), start))
  return !SPENDING.test(said) && (isBefore || PEOPLE_AFTER.test(scene.masked.slice(end, end + 12)))
}

const TAKEN_IN = /^(?:收入|营收|营业收入|销售收入|销售额|营业额|负债|总负债|资产|总资产|revenue|sales|turnover)$/
const BASE_BEFORE =
  /(?:占(?:了|到|比)?(?:总|全部|全年|公司|我们|整个|去年|当年|年)*的?|(?:%|half|thirds?|quarters?|most|majority|percent|per cent|part|share) of (?:our |the |total |all |annual )*)$/
const BASE_REACH = 24

/** In 占销售额的 12%, half of sales and 两成收入 the revenue is what the share is of, and owns no value itself. */
export function isShareBase(
  { masked }: Scene,
  { start, end }: { readonly start: number; readonly end: number },
  mentions: readonly Mention[],
): boolean {
  if (!TAKEN_IN.test(masked.slice(start, end))) return false
  return (
    BASE_BEFORE.test(masked.slice(Math.max(0, start - BASE_REACH), start)) ||
    mentions.some(each => each.kind === 'percent' && each.end <= start && /^的?$/.test(masked.slice(each.end, start)))
  )
}
