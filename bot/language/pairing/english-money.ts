// Sums told in English without their noun: buy two machines, roughly 3 million; make it 8 million instead of 5; 1.5 million
// still owed; 12 million arrived from a fund.
import { ASSUMED, type Assumption, CARRIED } from '../scene/assumption.ts'
import { clauseOf, factFor, type Scene, sentenceAround, wordsOf } from '../scene/scene.ts'
import type { Mention } from '../values/mention.ts'

const REACH = 60
const CLAUSES_AROUND = 3
const LOAN = /\b(?:loans?|lenders?|borrow(?:ed|ing)?|overdue|owe|bank|icbc|ccb|abc|boc|cmb|credit)\b/
const LEFT_AFTER =
  /^,? ?(?:rmb |yuan )?(?:(?:is|are) )?(?:left(?: on it| to (?:pay|repay)| over)?\b|still (?:owed|owing|outstanding|to (?:pay|repay)|open)|outstanding|remaining|to be repaid|unpaid)/
const LEFT_BEFORE =
  /\b(?:balance|outstanding|still owe|remaining|left to (?:pay|repay))(?: loan)?(?: is| of| now|:)?(?: about| around| roughly| still| rmb)*,? $/
/** About 7 million outstanding of what customers owe. */
const OF_CUSTOMERS = /receivable|customers?|clients?|buyers?|invoice|\border/
const MADE_IT =
  /\b(?:make (?:it|that)|change (?:it|that|the (?:(?:loan )?amount|sum|loan)) to|let's (?:say|make it)|put it at)(?: only| about| around| rmb)* $/
const TAKEN_BACK =
  /\b(?:instead|rather than|scrap|actually|sorry|correction|not \d|hold on|wait|on second thought|better)\b/
const WISH =
  /\b(?:needs?|needed|wants?|would like|looking (?:for|at)|borrow(?:ing)?|seek(?:ing)?|apply(?:ing)?|lease|leasing|replace|refinance|pay for|to buy|to build|to expand|to purchase|to hire)\b/
const NO_WISH =
  /\b(?:spent|paid|bought|last year|cost us|earned?|made|sold|sales|revenue|turnover|profit|worth|valued|invested|raised|outstanding|owe[sd]?|orders?|receivables?|tax(?:es)?|salary|capital of|export(?:s|ed|ing)?|competitors?|term sheet|if|friend|used to|plan(?:ning)? to (?:reach|hit|sell)|target)\b/
/** Beside the sum nothing but how it is meant. */
const SMALL =
  /\b(?:roughly|about|around|approximately|some|maybe|perhaps|say|cost(?:s|ing)?|price[ds]?(?: at)?|total(?:s|ling)?|in|altogether|all|together|budget|will|would|should|be|it|its|it's|is|that|that's|the|a|an|of|for|over|up to|at most|or so|so|and|need|needs|want|wants|within|max|rmb|yuan|cny|years?|yrs?|months?|one|two|three|five|we|i|please|ideally)\b|[^a-z]/g
const PLEASE = /^,? please\b/
/** 6 million per year: what something costs, or earns. */
export const PER_TIME = /^ (?:a|per|each|every) (?:year|month|week|quarter)\b|^ (?:annually|yearly|monthly)\b/
const OTHER_WORDS_MAX = 0
const EQUITY = /\b(?:vcs?|venture|investors?|angel|series [a-d]|equity|seed round|fund(?:s)?|round)\b/
const ARRIVED = /\b(?:raised|got|received|arrived|invested|closed|landed|paid in|came in|put in)\b/
const NOT_ARRIVED = /\b(?:signed|not paid|promised|will|term sheet|hope|plan|expect|looking|want|need|committed)\b/
const EXPORT_WINDOW =
  /^[^.;\d]{0,16}\b(?:(?:past|last|previous) (?:12|twelve) months|(?:a|per|each|every) year|yearly|annually|last year|last 12 months)/
const EXPORTS = /\bexport(?:s|ing|ed)?\b/

/** The fact of a sum that no noun owns, in an English sentence. */
export function moneyInEnglish(scene: Scene, mention: Mention): Assumption | undefined {
  const clause = clauseOf(scene, mention.start)
  if (!clause || clause.others || clause.supposed || mention.foreign !== undefined) return undefined
  const before = scene.masked.slice(Math.max(0, mention.start - REACH), mention.start)
  const after = scene.masked.slice(mention.end, mention.end + REACH)
  const near = sentenceAround(scene, mention.start, CLAUSES_AROUND)
  if (MADE_IT.test(before) && (TAKEN_BACK.test(near) || /\bchange (?:the|that|it)/.test(before)))
    return [factFor(scene, 'amount'), CARRIED, 'a wish told anew']
  const isLeft = isLeftOver(scene, mention)
  if (isLeft)
    return isOfLoan(scene, near) ? [factFor(scene, 'loanBalance'), CARRIED, 'what is left of a loan'] : undefined
  if (EXPORTS.test(before) && EXPORT_WINDOW.test(after))
    return [factFor(scene, 'exports'), CARRIED, 'exported in a year']
  if (EQUITY.test(near) && ARRIVED.test(wordsOf(scene, clause)) && !NOT_ARRIVED.test(wordsOf(scene, clause)))
    return [factFor(scene, 'equity'), ASSUMED, 'money of investors that arrived']
  return isWished(scene, mention) ? [factFor(scene, 'amount'), ASSUMED, 'a sum beside a wish'] : undefined
}

/** 1.5 million left on it: what is still to be repaid. */
export const isLeftOver = (scene: Scene, { start, end }: Mention): boolean =>
  LEFT_AFTER.test(scene.masked.slice(end, end + REACH)) ||
  LEFT_BEFORE.test(scene.masked.slice(Math.max(0, start - REACH), start))

const isOfLoan = (scene: Scene, near: string): boolean =>
  LOAN.test(near) ? !OF_CUSTOMERS.test(near) : LOAN.test(scene.masked) && !OF_CUSTOMERS.test(scene.masked)

/** need cash for materials, 6 to 8 million: the clause before wishes, and this one says nothing but how much. */
function isWishJustBefore(scene: Scene, { start, end }: Mention): boolean {
  const clause = clauseOf(scene, start)
  const last = clause && clauseOf(scene, clause.start - 1)
  if (!clause || !last || last === clause || last.sentence !== clause.sentence || last.question) return false
  const words = wordsOf(scene, last)
  const rest = scene.masked.slice(clause.start, start) + scene.masked.slice(end, clause.end)
  return WISH.test(words) && !NO_WISH.test(words) && !/\d|[一-龥]/.test(words) && rest.replace(SMALL, '') === ''
}

/** We want to buy two machines, roughly 3 million, for three years. */
export function isWished(scene: Scene, mention: Mention): boolean {
  const clause = clauseOf(scene, mention.start)
  if (!clause || clause.question || PER_TIME.test(scene.masked.slice(mention.end))) return false
  if (PLEASE.test(scene.masked.slice(mention.end)) || isWishJustBefore(scene, mention)) return true
  const sentence = sentenceAround(scene, mention.start, CLAUSES_AROUND)
  if (!WISH.test(sentence) || NO_WISH.test(sentence) || /[一-龥]/.test(sentence)) return false
  const rest = scene.masked.slice(clause.start, mention.start) + scene.masked.slice(mention.end, clause.end)
  return WISH.test(rest) || rest.replace(SMALL, '').length <= OTHER_WORDS_MAX
}
