// The facts of a message, all at once. The readers each look for one kind of thing; here their findings are brought
// together, corrections marked, and each fact kept once.
import type { FactId } from '#engine'
import { correct } from '../changes/corrections.ts'
import { withAskedChoice } from '../choices/asked-choice.ts'
import { readFlags } from '../choices/flags.ts'
import { readFirstYes, readOwnWords, readWilling } from '../choices/group-flags.ts'
import { readKindsWanted } from '../choices/kinds-wanted.ts'
import { readListedOptions } from '../choices/listed-options.ts'
import { readOptions } from '../choices/options.ts'
import { readIdentity } from '../identity/identity.ts'
import { readIdioms } from '../idioms/idioms.ts'
import { readFounding } from '../pairing/founding.ts'
import { readNumbers } from '../pairing/numbers.ts'
import { type Extraction, type Found, type FoundFact, type Harvest, merge } from '../scene/found.ts'
import { onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import { readAccountSums } from '../sums/account-sums.ts'
import { readAskedParts, readUnnamedParts } from '../sums/asked-parts.ts'
import { readReckoned } from '../sums/asked-reckoning.ts'
import { readCreditLines } from '../sums/credit-line.ts'
import { readFromTo } from '../sums/from-to.ts'
import { readPurposeSums } from '../sums/purpose-sums.ts'
import { readJoinedRights } from '../sums/rights-together.ts'
import { readSums } from '../sums/sums.ts'
import { inAll } from '../sums/told-in-all.ts'
import { readProducts } from '../trade/products.ts'
import { readGroupAnswers } from '../unsaid/group-answers.ts'
import { readLeadingAnswer } from '../unsaid/leading-answer.ts'
import { readNotYetThen } from '../unsaid/not-yet-then.ts'
import { readUnsaid } from '../unsaid/unsaid.ts'
import { readZeros, withNothing } from '../unsaid/zeros.ts'
import { suits } from '../values/fit.ts'
import type { Mention } from '../values/mention.ts'
import { answeredOnly } from './answered-only.ts'
import { isBesideChoice } from './beside-the-choice.ts'
import { completed } from './completed.ts'

/** What a message that is laid out states about the company. */
export function factsIn(scene: Scene): Extraction {
  const isNamed = (from: Mention, to: Mention) => isNamedBetween(scene, from, to)
  const rises = readFromTo(scene, scene.mentions)
  const told = withNothing(scene, scene.mentions).filter(each => !rises.used.has(each))
  const correction = correct(scene, told, scene.regions, isNamed)
  const listed = readAskedParts(scene, correction.mentions)
  const reckoned = readReckoned(scene, scene.mentions)
  const unlisted = reckoned.used.size > 0 ? [] : correction.mentions.filter(each => !listed.used.has(each))
  const accounts = readAccountSums(scene, unlisted)
  const others = unlisted.filter(each => !accounts.used.has(each))
  const parts = [
    rises,
    listed,
    reckoned,
    accounts,
    ...[readSums, readPurposeSums, readJoinedRights, readCreditLines].map(read => read(scene, others)),
  ]
  const unread = unlisted.filter(each => !parts.some(({ used }) => used.has(each)))
  const unnamed = readUnnamedParts(scene, unread)
  const free = unread.filter(each => !unnamed.used.has(each))
  const numbers = readNumbers(scene, inAll(scene, free))
  const heard = merge(
    readIdentity(scene, correction.regions),
    numbers.harvest,
    readUnsaid(scene, numbers, correction.marked),
    readZeros(scene, numbers),
    { found: parts.flatMap(each => each.found), unclear: [...parts, unnamed].flatMap(each => each.unclear ?? []) },
    readFounding(scene),
    readIdioms(scene),
    readFlags(scene),
    readOptions(scene),
    readProducts(scene),
    readKindsWanted(scene),
    readListedOptions(scene),
    readGroupAnswers(scene),
    readNotYetThen(scene),
    { found: [...readWilling(scene), ...readFirstYes(scene), ...readOwnWords(scene)], unclear: [] },
    readLeadingAnswer(scene),
  )
  const harvest = withAskedChoice(scene, heard)
  const found = completed(scene, harvest.found, harvest.unclear).filter(
    each => !isOfAnother(scene, each) && !isImplied(scene, each) && !isBesideChoice(scene, each),
  )
  return once(answeredOnly(scene, { ...harvest, found }), correction.marked)
}

/** Whether a noun that would own the later of two values stands between them. */
const isNamedBetween = ({ signs }: Scene, from: Mention, to: Mention): boolean =>
  signs.some(
    ({ start, end, values }) =>
      start >= from.end &&
      end <= to.start &&
      values.some(value => (value.is === 'measure' || value.is === 'fact') && suits(value.fact, to) > HALF),
  )

/** Asked where to meet, people name a street; where the company is registered is another matter. */
function isOfAnother(scene: Scene, { fact }: { readonly fact: FactId }): boolean {
  const asked = onlyAsked(scene)
  const { facts, cast } = scene.lexicon
  const role = asked && roleOf(scene, asked)
  const isPlace = facts.get(fact)?.type === 'region'
  // asked for the park, its city only says which
  if (role === 'park') return isPlace && !/注册|公司在|我们在/.test(scene.masked)
  return role === 'address' && (isPlace || cast.roleOf.get(fact) === 'park')
}

/** A noun that suits less does not own a value. */
const HALF = 0.5

/** Asked whether it would be the first loan, 从没贷过 answers that; what is owed was asked before. */
function isImplied(scene: Scene, { fact, value }: Found): boolean {
  const asked = onlyAsked(scene)
  return (
    asked !== undefined &&
    roleOf(scene, asked) === 'firstLoan' &&
    value === 0 &&
    scene.lexicon.cast.roleOf.get(fact) === 'loanBalance'
  )
}

/** 没有抵押，可以拿专利质押: something outweighs nothing. */
const NONE = 'none'

/** Of two findings for one fact: several options add up; 没有别的贷款 does not undo a loan that was named. */
function better(earlier: FoundFact, later: FoundFact): FoundFact {
  // 营收一千六，更正，去年是两千一百万: what is said last holds
  if (later.correction && typeof earlier.value === 'number' && typeof later.value === 'number') {
    const last = later.span[0] >= earlier.span[0] ? later : earlier
    if (last.value !== 0) return last
  }
  if (Array.isArray(earlier.value) && Array.isArray(later.value)) {
    const both = [...new Set([...earlier.value, ...later.value])]
    const value = both.length > 1 ? both.filter(option => option !== NONE) : both
    return { ...earlier, value, confidence: Math.max(earlier.confidence, later.confidence) }
  }
  if (later.value === 0 && earlier.value !== 0) return earlier
  if (earlier.value === 0 && later.value !== 0) return later
  return later.confidence >= earlier.confidence ? later : earlier
}

/** Each fact once: the surest finding, of equals the later one, for people correct themselves as they speak. */
function once(harvest: Harvest, correction: boolean): Extraction {
  const best = new Map<FactId, FoundFact>()
  for (const each of harvest.found) {
    const earlier = best.get(each.fact)
    best.set(each.fact, { ...(earlier ? better(earlier, { ...each, correction }) : each), correction })
  }
  const found = [...best.values()].sort((a, b) => a.span[0] - b.span[0])
  const unclear = harvest.unclear.filter(each => !best.has(each.fact))
  const seen = new Set<FactId>()
  return { found, unclear: unclear.filter(each => !seen.has(each.fact) && seen.add(each.fact)) }
}
