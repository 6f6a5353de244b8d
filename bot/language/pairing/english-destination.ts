// What an English noun and its number are about where the words around say otherwise: a third of our 90 people counts them all,
// lost 800k but made 1.5 million is a profit, headcount 58, R&D 9 are heads.
import type { FactDefinition } from '#engine'
import type { Role } from '../roles.ts'
import { clauseOf, factFor, type Scene, sentenceAround, wordsOf } from '../scene/scene.ts'
import { inPeriod, periodAt } from '../values/periods.ts'
import { isInTrade } from './english-beginnings.ts'
import { type Pair, spanOf } from './pairing.ts'

const SUITS = /\b(?:law)?suits?\b|\bcases?\b|\bclaims?\b/
const REACH = 24
const SHARE_OF =
  /(?:third|thirds|half|quarter|quarters|percent|%|most|some|majority|part)(?: out)? of (?:our |the |all |these |about |around |total )*$/
const MADE = /^(?:made|earned|make|earn)$/
const PROFIT_OR_LOSS = /\b(?:lost|loss|losing|losses|in the red|profits?|profitable)\b/
const SALES = /\b(?:sales|revenue|turnover|sold)\b/
/** 2 people with class B talent: some of them. */
const SOME_AFTER =
  /^ (?:with|holding|in|from|who (?:have|are)) [^.;,]{0,24}\b(?:talent|title|phd|master|degree|doctorate)/
const SINCE_AGO = /^ ago\b/
const NICHE = /\b(?:niche|field|trade|line of business|this business|this industry|sector|segment)\b/
const HEADCOUNT_BEFORE =
  /\b(?:headcount|staff|employees|people|ppl|team|workers|人|员工)\b[^.;]{0,12}\d|\d[^.;]{0,3} ?(?:people|ppl|staff|employees|人)/
/** the market grew by 10 % */
const OF_A_MARKET = /\b(?:market|industry|sector|demand|economy|gdp)(?: has| as a whole)? ?$/
const PAYS_AFTER =
  /^ (?:off |for |back )?(?:the |our |my )?(?:suppliers?|vendors?|wages|salar|staff|workers|rent|tax|bills?|invoices?|materials?|deposit|bonus|it\b)/
const IN_TIME = /\b(?:in|within) (?:about |just |the next )?$/
const HAS_LASTED_AFTER = /^ (?:now|already|old|ago)\b/
const MONEY_OR_SHARE = /^ ?(?:%|percent|per cent|m\b|million|k\b|w\b|万|rmb|yuan|of (?:sales|revenue))/

/** up 20 %, but not: make up 40 %, up to 5 %. */
const GROWN = /(?<!make |makes |made |go |goes |put |set )up (?!to)/

/** two other doctors work here, so three in total; goes up to 5 %: the noun only stands beside the number. */
function isMerelyBeside(scene: Scene, { anchor, mention }: Pair, role: Role | undefined): boolean {
  const said = scene.masked.slice(anchor.start, anchor.end)
  if (role === 'headcount') return anchor.start < mention.start && said.endsWith('work here')
  const around = scene.masked.slice(Math.max(0, anchor.start - 8), anchor.end + 3)
  return role === 'growth' && said === 'up' && !GROWN.test(around)
}

/** Another fact than the noun's own; null where it is none at all; undefined where English has nothing to say. */
export function elsewhereInEnglish(
  scene: Scene,
  pair: Pair,
  role: Role | undefined,
): FactDefinition | null | undefined {
  // two suits against us and one we filed
  if (role === 'applications' && SUITS.test(scene.masked)) return null
  const { anchor, mention } = pair
  if (isMerelyBeside(scene, pair, role)) return null
  const [start] = spanOf(pair)
  const said = scene.masked.slice(anchor.start, anchor.end)
  const before = scene.masked.slice(Math.max(0, mention.start - REACH), mention.start)
  const after = scene.masked.slice(mention.end, mention.end + 2 * REACH)
  const ofPeople = pair.fact?.unit?.zh === '人' && role !== 'headcount'
  if (ofPeople && SHARE_OF.test(before)) return factFor(scene, 'headcount')
  if (role === 'headcount' && mention.kind === 'count' && SOME_AFTER.test(after)) return null
  if (role === 'revenue' && MADE.test(said)) return made(scene, pair)
  if (role === 'founded' && SINCE_AGO.test(after) && NICHE.test(wordsOf(scene, clauseOf(scene, start))))
    return mention.kind === 'months' ? factFor(scene, 'nicheYears') : null
  const isHeads =
    role === 'intensity' || role === 'researchCost' ? mention.kind === 'number' && mention.year === undefined : false
  if (isHeads && Number.isInteger(mention.low) && !MONEY_OR_SHARE.test(after) && isAfterHeads(scene, pair))
    return factFor(scene, 'techStaff')
  // R&D is 12, nobody knows of what
  const isAsked = scene.context.pending.length > 0
  if (role === 'intensity' && mention.kind === 'number' && said.startsWith('r&d') && !isAsked) return null
  if (role === 'growth' && OF_A_MARKET.test(scene.masked.slice(0, anchor.start))) return null
  // within 3 months, unless it is to be paid back by then
  if (
    role === 'term' &&
    said === 'within' &&
    !/repa|pa(?:y|id) back|return|tenor/.test(wordsOf(scene, clauseOf(scene, start)))
  )
    return factFor(scene, 'urgency')
  // 2 million in 10 days to pay suppliers
  if (role === 'receivableMonths' && said.endsWith('to pay') && PAYS_AFTER.test(scene.masked.slice(anchor.end)))
    return IN_TIME.test(scene.masked.slice(0, mention.start)) ? factFor(scene, 'urgency') : null
  if (role === 'term' && isInTrade(scene, mention)) return factFor(scene, 'nicheYears')
  if (role === 'term' && HAS_LASTED_AFTER.test(after)) return null
  return undefined
}

/** We lost 800k in 2024 but made 1.5 million last year. */
function made(scene: Scene, { mention }: Pair): FactDefinition | undefined {
  const sentence = sentenceAround(scene, mention.start)
  const profit = factFor(scene, 'netProfit')
  if (!profit || !PROFIT_OR_LOSS.test(sentence) || SALES.test(sentence)) return undefined
  return inPeriod(scene.lexicon, profit, periodAt(scene.periods, scene.clauses, mention.start, mention.end))
}

/** headcount 58, R&D 9: a bare number right after heads counts heads. */
function isAfterHeads(scene: Scene, { anchor }: Pair): boolean {
  const before = scene.masked.slice(Math.max(0, anchor.start - 2 * REACH), anchor.start)
  return HEADCOUNT_BEFORE.test(before) && /^r&d/.test(scene.masked.slice(anchor.start))
}
