// Choices: which options of which facts a message names. One option may belong to two facts (A级): then the words around, or
// the open question, must say which; otherwise it is asked.
import type { FactDefinition } from '#engine'
import { isTakenBack } from '../changes/taken-back-options.ts'
import { isClaimed } from '../scene/claims.ts'
import type { Found, Harvest, UnclearFact } from '../scene/found.ts'
import { polarityOf } from '../scene/polarity.ts'
import { clauseOf, factFor, roleOf, type Scene, sentenceAround, wordsOf, wordsUpTo } from '../scene/scene.ts'
import { clauseAt } from '../text/clauses.ts'
import { byWholeProduct, tradeConfidence } from '../trade/trade.ts'
import { bareAnswers } from './bare-answers.ts'
import { leavesOpen } from './left-open.ts'
import { isLetterAtOnce, isOtherDenied, letterAfter, letterBefore, letterMended, levelAfter } from './letter-after.ts'
import { made, type Named } from './named-option.ts'
import { isNotToPledge } from './not-to-pledge.ts'
import { isInCompany, knownAmong, needsCompany } from './option-company.ts'
import { gradingOffice, readBothLetters, readTaxLetters, UNSURE } from './tax-letters.ts'

const EXPLICIT = 0.9
const PLAIN = 0.78
const LOOSE = 0.68
const NONE = 'none'
const BARE_GRADE =
  /(?<![政府税纳公共])(?:信用|企业信用)(?:评级|等级|级别|评价)(?:结果)?(?:是|为|[:：])? ?([abmcd])(?![a-z+])/
/** 开饭店的能不能贷 asks, and says what the asker does. */
const OWN_TRADE =
  /^(?:我们?|咱们?|俺们?)?是?(?:做|搞|开|卖|种|养|干|弄)[^，。]{1,12}的(?:能|可以|可不可以|行|也能|有没有)/
/** A year before last: what it was then. */
const STAGE_THEN =
  /(?:前年|那年|当年|[三四五六七八九十]年前|(?:20)?[012]\d年)(?:我们|公司|还|都|才|就|也|的时候|时|是|在|，|,)*$/
/** 对外没有担保 */
const FOR_OTHERS = /(?:对外|给(?:别人|人家|人)|互相)(?:也|都)?$/
/** 国家重点实验室是合作单位的 */
const OF_OTHERS_AFTER = /^(?:是|在)[^，。；]{0,4}(?:合作|客户|大学|学校|高校|集团|别人|母公司)/
const BEFORE_REACH = 10
const LETTER_REACH = 40
const LETTER_BEFORE_REACH = 11
/** All choices a message makes. */
export function readOptions(scene: Scene): Harvest {
  const unclear: UnclearFact[] = []
  const told = [
    ...byLetter(scene),
    ...scene.signs.flatMap((sign, i) => {
      if (isTakenBack(scene, sign, i)) return []
      const options = sign.values.flatMap(value => (value.is === 'option' ? [value] : []))
      const chosen = options.length > 1 ? whichFact(scene, options, sign.start) : options
      const open = chosen.length === 0 && polarityOf(scene, sign.start, sign.end) === 'affirmed'
      if (open) unclear.push(...options.map(({ fact, option }) => either(scene, fact, option, sign.start, sign.end)))
      return chosen.flatMap(({ fact, option }) => claim(scene, fact, option, sign.start, sign.end))
    }),
  ]
  const { named, unclear: open } = byWholeProduct(scene, told)
  unclear.push(...open, ...bareGrade(scene))
  const found: Found[] = [...readTaxLetters(scene), ...readBothLetters(scene)]
  for (const [, group] of Map.groupBy(named, each => each.fact.id)) settle(scene, group, found)
  found.push(...bareAnswers(scene, found))
  const settled = new Set(found.map(each => each.fact))
  // B级 of B级纳税 is the tax office's, so it is nobody else's
  const taken = new Set(unclear.filter(each => settled.has(each.fact)).map(each => each.span[0]))
  return { found, unclear: unclear.filter(each => !taken.has(each.span[0])) }
}

type OptionSign = { readonly fact: FactDefinition; readonly option: string }

/** The facts whose own name stands in the same sentence before the shared option, nearest first; or the one asked for. */
function whichFact(scene: Scene, options: readonly OptionSign[], place: number): readonly OptionSign[] {
  const distinct = new Set(options.map(each => each.fact.id))
  if (distinct.size === 1) return options
  const sentence = clauseOf(scene, place)?.sentence
  const names = scene.signs.filter(
    sign =>
      clauseOf(scene, sign.start)?.sentence === sentence &&
      sign.values.some(value => value.is !== 'decoy' && distinct.has(value.fact.id)) &&
      new Set(sign.values.flatMap(value => (value.is === 'decoy' ? [] : [value.fact.id]))).size < distinct.size,
  )
  const nearest = names.findLast(sign => sign.end <= place) ?? names[0]
  const office = nearest ? undefined : gradingOffice(scene, place)
  if (office) return options.filter(each => roleOf(scene, each.fact) === office)
  const ids = nearest?.values.flatMap(value => (value.is === 'decoy' ? [] : [value.fact.id])) ?? scene.context.pending
  const asked = options.filter(each => ids.includes(each.fact.id))
  // A 级，没零申报, asked for both grades: the first is answered
  const isOfBoth = nearest !== undefined || /都|均|两个|\bboth\b/.test(scene.masked)
  const [first] = scene.context.pending.filter(id => asked.some(each => each.fact.id === id))
  return isOfBoth || first === undefined ? asked : asked.filter(each => each.fact.id === first)
}

function either(scene: Scene, fact: FactDefinition, option: string, start: number, end: number): UnclearFact {
  return {
    fact: fact.id,
    problem: 'not-an-option',
    candidates: [option],
    span: [start, end],
    why: `«${scene.text.slice(start, end)}» may mean this`,
  }
}

/** 纳税信用是 M 级, 税务评级 B: one letter after the fact's name. */
function byLetter(scene: Scene): readonly Named[] {
  return scene.signs.flatMap(sign =>
    sign.values.flatMap(value => {
      if (value.is !== 'fact' || value.fact.type !== 'choice') return []
      // 还没评专精特新, not specialised: the title itself is denied
      const after = scene.masked.slice(sign.end, sign.end + LETTER_REACH)
      if (
        value.fact.options?.[NONE] &&
        !isLetterAtOnce(after) &&
        polarityOf(scene, sign.start, sign.end, value.fact) === 'denied'
      )
        return [{ fact: value.fact, option: NONE, start: sign.start, end: sign.end, confidence: PLAIN }]
      const before = scene.masked.slice(Math.max(0, sign.start - LETTER_BEFORE_REACH), sign.start)
      const letter = letterAfter(after) ?? levelAfter(after) ?? letterBefore(before)
      if (letter === undefined || value.fact.options?.[letter] === undefined) return []
      if (isOtherDenied(after) && isClaimed(scene, value.fact, sign.start))
        return [{ fact: value.fact, option: letter, start: sign.start, end: sign.end, confidence: EXPLICIT }]
      return claim(scene, value.fact, letter, sign.start, sign.end)
    }),
  )
}

/** 信用评级A: the tax office's grade or the government's? Both are asked. */
function bareGrade(scene: Scene): readonly UnclearFact[] {
  const match = BARE_GRADE.exec(scene.masked)
  const letter = match?.[1]?.toUpperCase()
  if (!match || letter === undefined || polarityOf(scene, match.index, match.index + match[0].length) !== 'affirmed')
    return []
  return (['taxGrade', 'governmentGrade'] as const).flatMap(role => {
    const fact = factFor(scene, role)
    return fact?.options?.[letter] ? [either(scene, fact, letter, match.index, match.index + match[0].length)] : []
  })
}

function claim(scene: Scene, fact: FactDefinition, told: string, start: number, end: number): readonly Named[] {
  const clause = clauseOf(scene, start)
  const asked = scene.context.pending.includes(fact.id)
  const words = wordsOf(scene, clause)
  const role = roleOf(scene, fact)
  // which kinds are wanted has a reader of its own
  if (role === 'kinds') return []
  const mended = role === 'taxGrade' || role === 'governmentGrade' ? letterMended(scene.masked.slice(end)) : undefined
  const option = mended ?? told
  if (asked && leavesOpen(scene, fact)) return []
  // 税务 M 还是 B 我忘了
  if ((role === 'taxGrade' || role === 'governmentGrade') && UNSURE.test(words)) return []
  // 大前年刚起步
  if (role === 'stage' && (clause?.past || STAGE_THEN.test(wordsUpTo(scene, start)))) return []
  const before = scene.masked.slice(Math.max(0, start - BEFORE_REACH), start)
  if (role === 'collateral' && FOR_OTHERS.test(before)) return []
  if (role === 'platform' && OF_OTHERS_AFTER.test(scene.masked.slice(end))) return []
  // a city's own title is none of the asked ones
  if (role === 'specialised' && /[市区县]级|[市区县]里的/.test(words)) return []
  if (role === 'collateral' && option !== NONE && isNotToPledge(scene, start, end)) return []
  // 银行说没有抵押就不批 is a rule
  if (role === 'collateral' && option === NONE && /^物?品?(?:就|根本|是)(?:不|没)/.test(scene.masked.slice(end)))
    return []
  if (!isInCompany(scene, role, start, end, asked)) return []
  const own = polarityOf(scene, start, end, fact)
  // 不是高企也不是专精特新: the words of "none" bring their own denial, which an earlier one does not undo
  const isItself = option === NONE && /^[不没无未]/.test(scene.masked.slice(start, end))
  const polarity = isItself && own === 'denied' ? 'affirmed' : own
  // 高企怎么报 names what to talk of
  if (role === 'topics' && asked && clause?.question) return [{ fact, option, start, end, confidence: PLAIN }]
  if (polarity === 'unsaid')
    return role === 'industry' && OWN_TRADE.test(words) ? [{ fact, option, start, end, confidence: PLAIN }] : []
  if (polarity === 'denied') {
    // 没评过专精特新 is the option "none", where there is one; a denied 没有抵押 is already its own saying
    const none =
      fact.options?.[NONE] !== undefined &&
      fact.type === 'choice' &&
      option !== NONE &&
      role !== 'industry' &&
      // 独角兽谈不上，瞪羚入过库: another title of the kind is left open
      !/潜在|培育|入过?库/.test(sentenceAround(scene, start)) &&
      // 小巨人没评上 leaves the lower title open
      (!fact.order || fact.order.filter(key => key !== NONE).at(-1) === option)
    return none ? [{ fact, option: NONE, start, end, confidence: EXPLICIT }] : []
  }
  const confidence =
    role === 'industry'
      ? tradeConfidence(scene, words, start, end)
      : needsCompany(role) && !clause?.wish && !asked
        ? LOOSE
        : EXPLICIT
  return confidence > 0 || asked ? [{ fact, option, start, end, confidence: asked ? EXPLICIT : confidence }] : []
}

/** One value per fact: all options where several may hold, the best where they are ordered, else the surest. */
function settle(scene: Scene, group: readonly Named[], found: Found[]): void {
  const [first] = group
  if (!first) return
  const { fact } = first
  const positive = group.filter(each => each.option !== NONE)
  const known = knownAmong(positive)
  const pool = known.length > 0 ? known : group
  if (fact.type === 'choices') {
    found.push(made(scene, pool[0] ?? first, [...new Set(pool.map(each => each.option))]))
    return
  }
  const ranked = fact.order
    ? [...pool].sort((a, b) => rank(fact, a.option) - rank(fact, b.option))
    : surest(scene, pool)
  const [winner] = ranked
  if (!winner) return
  const rivals = new Set(pool.map(each => each.option)).size > 1
  found.push(
    made(
      scene,
      rivals && !fact.order ? { ...winner, confidence: Math.min(winner.confidence, PLAIN) } : winner,
      winner.option,
    ),
  )
}

const rank = (fact: FactDefinition, option: string): number => {
  const place = fact.order?.indexOf(option) ?? -1
  return place < 0 ? Number.POSITIVE_INFINITY : place
}

/** The surest; of equals the first clause's last, for Chinese puts the head last: 给光伏企业做软件. */
function surest(scene: Scene, pool: readonly Named[]): readonly Named[] {
  const best = Math.max(...pool.map(each => each.confidence))
  const equals = pool.filter(each => each.confidence === best)
  const clause = clauseAt(scene.clauses, equals[0]?.start ?? 0)
  return equals.filter(each => clauseAt(scene.clauses, each.start) === clause).toReversed()
}
