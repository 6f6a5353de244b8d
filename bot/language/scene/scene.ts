// One message laid out for reading: its text, the same text with names and codes blanked, its clauses, its values and every
// known expression in it. Built once per message; all readers share it.
import type { FactDefinition, FactId, Language } from '#engine'
import { type CompanyFound, findCompanies } from '../names/company-name.ts'
import { levelOf } from '../names/gazetteer.ts'
import { findPhones, type PhoneFound } from '../names/phone.ts'
import { findRegions, type RegionFound } from '../names/regions.ts'
import { tradesByHead } from '../names/trade-heads.ts'
import { type CodeFound, findCodes } from '../names/uscc.ts'
import { fromForm } from '../pages/forms.ts'
import type { Role } from '../roles.ts'
import { type Clause, clauseAt, clausesOf, lastPlanWord } from '../text/clauses.ts'
import { lower, normalise } from '../text/normalise.ts'
import { longestMatches, type TrieMatch } from '../text/trie.ts'
import { withCarriedUnits } from '../values/carried-unit.ts'
import { suits } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import { findMentions } from '../values/mentions.ts'
import { findPeriods, type Period } from '../values/periods.ts'
import { withRefined } from '../values/refined.ts'
import { withOwnAnswers } from '../values/repairs.ts'
import type { Lexicon, Sign } from './lexicon.ts'
import { withPauses } from './pauses.ts'

export interface Context {
  /** days since 1970 */
  readonly today: number
  /** the facts the open question asks for */
  readonly pending: readonly FactId[]
  /** what is added without having been asked: a lone value may answer it as well */
  readonly alsoOpen?: readonly FactId[]
  readonly language: Language
}

export interface Scene {
  readonly lexicon: Lexicon
  readonly context: Context
  readonly text: string
  /** lower case, names and codes blanked, same length */
  readonly masked: string
  readonly clauses: readonly Clause[]
  readonly codes: readonly CodeFound[]
  readonly phones: readonly PhoneFound[]
  readonly companies: readonly CompanyFound[]
  readonly regions: readonly RegionFound[]
  readonly mentions: readonly Mention[]
  readonly signs: readonly TrieMatch<Sign>[]
  readonly periods: readonly Period[]
}

/** How far a word of planning reaches in one clause. */
const PLAN_REACH = 36
/** Stands for a blanked character: no letter, no digit, no mark of punctuation. */
const BLANK = '\u25A2'

/** Lays out one message. */
export function sceneOf(lexicon: Lexicon, raw: string, context: Context): Scene {
  const text = withPauses(lexicon, fromForm(normalise(raw)))
  const codes = findCodes(text)
  const phones = findPhones(mask(text, codes))
  const withoutCodes = mask(text, [...codes, ...phones])
  const companies = findCompanies(withoutCodes, asks(lexicon, context, 'company'))
  const named = mask(withoutCodes, companies)
  const masked = withOwnAnswers(lower(named))
  const isTrade = (start: number, end: number): boolean =>
    tradesByHead(masked.slice(start, end)).length > 0 ||
    longestMatches(lexicon.signs, masked.slice(start, end)).some(
      sign => sign.end === end - start && isOfTrade(lexicon, sign),
    )
  const regions = findRegions(lexicon.gazetteer, named, asks(lexicon, context, 'region'), isTrade)
  const signs = longestMatches(lexicon.signs, masked).filter(
    // 在路桥 is a place
    sign => !isTimeLimit(masked, sign) && !regions.some(region => isTradeOf(lexicon, region, sign)),
  )
  const places = regions.filter(region => !insidePark(lexicon, region, signs))
  const clauses = clausesOf(masked)
  const periods = findPeriods(masked, context.today)
  // asked how soon, 一个月 is the answer and not what is paid a month
  const asksTime = asks(lexicon, context, 'days') || asks(lexicon, context, 'months')
  const owning = asksTime ? signs.filter(sign => sign.values.some(value => value.is !== 'decoy')) : signs
  const told = findMentions(masked, context.today).filter(found => !insideSign(found, owning))
  const mentions = withRefined(masked, told, context.today)
  return {
    lexicon,
    context,
    text,
    masked,
    clauses,
    codes,
    phones,
    companies,
    regions: places,
    mentions: withCarriedUnits(masked, mentions, periods, clauses),
    signs,
    periods,
  }
}

/** The role a fact plays, if it plays one. */
export const roleOf = (scene: Scene, fact: FactDefinition): Role | undefined => scene.lexicon.cast.roleOf.get(fact.id)

/** The fact that plays a role. */
export const factFor = (scene: Scene, role: Role): FactDefinition | undefined => scene.lexicon.cast.byRole.get(role)

/** The fact that is asked for, where it is the only one. */
export function onlyAsked({ lexicon, context }: Scene): FactDefinition | undefined {
  const [asked, ...others] = context.pending
  return asked === undefined || others.length > 0 ? undefined : lexicon.facts.get(asked)
}

/** Whether a fact of this type is being asked for. */
export function asks(lexicon: Lexicon, context: Context, type: string): boolean {
  return context.pending.some(id => lexicon.facts.get(id)?.type === type)
}

/** Whether the fact of a role is being asked for. */
export const asksFor = ({ lexicon, context }: Scene, role: Role): boolean =>
  context.pending.some(id => lexicon.cast.roleOf.get(id) === role)

/** The clause around a place. */
export function clauseOf(scene: Scene, place: number): Clause | undefined {
  return scene.clauses[clauseAt(scene.clauses, place)]
}

/** Whether a value still is what was told where it stands, and not what took its place. */
export const isAsTold = ({ mentions }: Scene, { start, low }: Mention): boolean =>
  mentions.some(each => each.start === start && each.low === low)

/** The words of a clause, names and codes blanked; empty where there is none. */
export const wordsOf = ({ masked }: Scene, clause: Clause | undefined): string =>
  clause ? masked.slice(clause.start, clause.end) : ''

/** The words of the clause around a place, from its beginning up to the place. */
export const wordsUpTo = (scene: Scene, place: number): string =>
  scene.masked.slice(clauseOf(scene, place)?.start ?? place, place)

/** The words of the sentence around a place, at most so many clauses before and behind its own. */
export function sentenceAround(scene: Scene, place: number, reach = Number.POSITIVE_INFINITY): string {
  const index = clauseAt(scene.clauses, place)
  const sentence = scene.clauses[index]?.sentence
  const near = scene.clauses
    .slice(Math.max(0, index - reach), index + reach + 1)
    .filter(clause => clause.sentence === sentence)
  return scene.masked.slice(near[0]?.start ?? 0, near.at(-1)?.end ?? 0)
}

function mask(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let out = ''
  let at = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    out += text.slice(at, start) + BLANK.repeat(end - start)
    at = end
  }
  return out + text.slice(at)
}

/** 东湖高新 is a park; the district 东湖 inside its name is another place. */
function insidePark(lexicon: Lexicon, region: RegionFound, signs: readonly TrieMatch<Sign>[]): boolean {
  if (region.codes.some(code => levelOf(code) !== 'district')) return false
  return signs.some(
    sign =>
      sign.start <= region.start &&
      sign.end > region.end &&
      sign.values.some(value => value.is === 'option' && lexicon.cast.roleOf.get(value.fact.id) === 'park'),
  )
}

/** 在路桥 is a place, and builds no roads. */
const isTradeOf = (lexicon: Lexicon, region: RegionFound, sign: TrieMatch<Sign>): boolean =>
  region.start === sign.start && region.end >= sign.end && isOfTrade(lexicon, sign)

const isOfTrade = (lexicon: Lexicon, { values }: TrieMatch<Sign>): boolean =>
  values.every(value => value.is === 'option' && lexicon.cast.roleOf.get(value.fact.id) === 'industry')

/** 一个月内要到账 is no sum of a month. */
const isTimeLimit = (masked: string, { start, end, values }: TrieMatch<Sign>): boolean =>
  values.every(value => value.is === 'decoy') &&
  (/^[以之]?内/.test(masked.slice(end, end + 2)) || /\b(?:within|for) $/.test(masked.slice(0, start)))

/** 一年做, 三年研发费用: the number is part of the expression; but 借一年 names the term and states it. */
function insideSign(found: Mention, signs: readonly TrieMatch<Sign>[]): boolean {
  return signs.some(
    sign =>
      sign.start <= found.start &&
      sign.end >= found.end &&
      !sign.values.some(value => value.is === 'fact' && suits(value.fact, found) > 0),
  )
}

/** A plan or hope that governs a place: 准备, 目标, 明年 before it in its clause, and no 去年 in between. */
export function isPlanned(scene: Scene, place: number): boolean {
  const clause = clauseOf(scene, place)
  if (clause?.aims) return true
  if (!clause?.plan) return false
  const at = lastPlanWord(scene.masked.slice(clause.start, place))
  // spoken without a pause, a plan does not govern all that follows
  if (at === undefined || place - clause.start - at > PLAN_REACH) return false
  return !scene.periods.some(period => period.offset < 0 && period.at >= clause.start + at && period.at < place)
}
