// When a company began, told in English with words between the verb and the day: registered in Haidian, Beijing on 12 March 2022;
// my dad set up the factory in 2006; Wuxi, 9 years now.
import { type Assumption, CARRIED } from '../scene/assumption.ts'
import { clauseOf, factFor, type Scene, wordsUpTo } from '../scene/scene.ts'
import { isTold } from '../text/clauses.ts'
import type { Mention } from '../values/mention.ts'

const REACH = 70
const BEGAN_BEFORE =
  /\b(?:registered|founded|incorporated|established|set up|started|opened|launched)\b([^.;?!\d]{0,54})$/
/** registered as a tech SME, started exporting, set up a branch */
const SOMETHING_ELSE =
  /\b(?:as|sme|high-tech|certified|patents?|trademarks?|copyrights?|export(?:s|ing)?|selling|branch|subsidiary|r&d|lab|line|product(?:ion)?|project|but|took|moved|raised|loan|since when|for|to)\b/
const COMPANY_AFTER = /^ (?:company|firm|start-?up|business)\b/
const LASTED_AFTER = /^ (?:now|already|old|so far|and counting|in business)(?=$|[,.;!) ])/
const ALONE_BEFORE =
  /(?:^|[,.;] ?|\b(?:company|firm|we|one|it|been|business|for|running)(?: is| are|'s|'re)?(?: now| about| around| already| nearly| almost| just| only| barely)*,? )$/
/** We've been making pumps for 15 years. */
const IN_TRADE =
  /\b(?:have|'ve|has|'s) been (?:doing|making|building|producing|developing|manufacturing|designing|selling|in) (?!business|operation|touch|talks|charge|this (?:building|place|city|park))[a-z][a-z &-]{2,40} for (?:about |over |around |nearly |almost |more than |the (?:past|last) )?$/
const OTHERS_YEARS =
  /\b(?:experience|niche|field|trade|together|married|customer|supplier|bank|loan|lease|warranty|product|machine)/

/** The day of founding, for a date that a verb of beginning governs from a few words away. */
export function began(scene: Scene, mention: Mention): Assumption | undefined {
  const clause = clauseOf(scene, mention.start)
  if (!isTold(clause)) return undefined
  if (mention.kind === 'date' && mention.high >= scene.context.today) return undefined
  const found = BEGAN_BEFORE.exec(scene.masked.slice(Math.max(0, mention.start - REACH), mention.start))
  const isNamed = found !== null && !SOMETHING_ELSE.test(found[1] ?? '')
  const isOfCompany =
    COMPANY_AFTER.test(scene.masked.slice(mention.end, mention.end + REACH)) && mention.year !== undefined
  return isNamed || isOfCompany ? [factFor(scene, 'founded'), CARRIED, 'the day of a beginning'] : undefined
}

/** Whether a time is how long they have been at what they make. */
export const isInTrade = (scene: Scene, { start }: Mention): boolean => IN_TRADE.test(wordsUpTo(scene, start))

/** 9 years now: how long a company has been there, where nothing else is said to have lasted. */
export function lasted(scene: Scene, mention: Mention): Assumption | undefined {
  const clause = clauseOf(scene, mention.start)
  if (!clause || clause.others || clause.question || mention.kind !== 'months') return undefined
  const words = scene.masked.slice(clause.start, clause.end)
  const isAlone = ALONE_BEFORE.test(scene.masked.slice(Math.max(0, mention.start - REACH), mention.start))
  const isLasting = LASTED_AFTER.test(scene.masked.slice(mention.end, mention.end + REACH))
  return isAlone && isLasting && !OTHERS_YEARS.test(words)
    ? [factFor(scene, 'age'), CARRIED, 'how long it has lasted']
    : undefined
}
