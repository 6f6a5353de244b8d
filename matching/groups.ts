// The four groups: 可以申请, 差一个答案, 差一步, 不适合. Every product that is shown to firms stands in exactly one, each line with
// the company's own value, the limit and where the limit comes from.
import { answerOf, type Finding, judge, type Reading, type Source, type Test } from '#engine'
import type { Catalogue } from './catalogue.ts'
import { type Match, match, type Refusal, type Undecided } from './match.ts'
import { needOf } from './need.ts'
import type { Offer } from './possible.ts'
import type { Product } from './product.ts'
import { byRank } from './rank.ts'
import { type Change, obstacles, type Step, stepFinder } from './step.ts'
import { type Worlds, worldsOf } from './worlds.ts'

/** One limit with what the company has: `finding.own` against `finding.test.limit`. */
export interface Seen {
  readonly finding: Finding
  /** the limit's own source, or else the product's */
  readonly source: Source
}
interface Line {
  readonly product: Product
  /** what decided: every limit met, missing or failed */
  readonly seen: readonly Seen[]
}
export interface CanLine extends Line {
  readonly offer: Offer
}
export interface AnswerLine extends Line {
  readonly open: Undecided
}
export interface StepLine extends Line {
  readonly refusal: Refusal
  readonly step: Step
}
/**
 * place: for somewhere else · not-yet, over: not in force today · other-need: suitable, but serves another need ·
 * far: could be changed, but not in a step · rating: hangs on a grade or a pass that no step reaches ·
 * fixed: what stands in the way cannot be changed
 */
export type Why = 'place' | 'not-yet' | 'over' | 'other-need' | 'far' | 'rating' | 'fixed'
export interface NoLine extends Line {
  readonly refusal: Refusal
  readonly why: Why
  /** the limits in the way: of `fixed` those nothing can change, of `rating` those on a model */
  readonly fixed: readonly Seen[]
  /** the whole way, of `far` */
  readonly step?: Step | undefined
}

/** One set of changes and what it does to every product that refuses now. */
export interface Unlock {
  readonly changes: readonly Change[]
  readonly patience: number
  /** can be applied for afterwards */
  readonly opens: readonly Product[]
  /** only answers are missing afterwards */
  readonly nears: readonly Product[]
}

export interface Groups {
  readonly can: readonly CanLine[]
  readonly answer: readonly AnswerLine[]
  readonly step: readonly StepLine[]
  readonly no: readonly NoLine[]
  /** the steps of the third group, most products first */
  readonly unlocks: readonly Unlock[]
}

const sourceOf = (test: Test, product: Product): Source => test.source ?? product.source
const seenIn = (product: Product, findings: readonly Finding[]): Seen[] =>
  findings.map(finding => ({ finding, source: sourceOf(finding.test, product) }))

function why(refusal: Refusal, today: number): Exclude<Why, 'far' | 'rating' | 'fixed'> | undefined {
  if (refusal.expired) return refusal.product.from !== undefined && today < refusal.product.from ? 'not-yet' : 'over'
  if (refusal.elsewhere) return 'place'
  return refusal.unwanted ? 'other-need' : undefined
}

/** Sorts a match into the four groups. Pass the match when it is already at hand. */
export function groupsOf(catalogue: Catalogue, reading: Reading, found: Match = match(catalogue, reading)): Groups {
  const { repairs } = catalogue
  const worlds = worldsOf(reading)
  const find = stepFinder(reading, repairs, worlds)
  const step: StepLine[] = []
  const no: NoLine[] = []
  for (const refusal of found.refused) {
    const { product, verdict } = refusal
    const line = { product, refusal, seen: seenIn(product, verdict.findings) }
    const reason = why(refusal, reading.today)
    if (reason) {
      no.push({ ...line, why: reason, fixed: [] })
      continue
    }
    const way = find(product)
    if (!way) {
      const tests = obstacles(product.eligible, reading, repairs)
      const rated = tests.length > 0 && tests.every(test => 'model' in test.subject)
      const fixed = seenIn(
        product,
        tests.flatMap(test => judge(test, reading).findings),
      )
      no.push({ ...line, why: rated ? 'rating' : 'fixed', fixed })
    } else if (way.changes.length > repairs.near.changes || way.patience > repairs.near.patience)
      no.push({ ...line, why: 'far', fixed: [], step: way })
    else step.push({ ...line, step: way })
  }
  const rank = byRank(needOf(catalogue.need, reading))
  const offers = step.map(line => ({ line, offer: { ...line.refusal, modifiers: [] } }))
  offers.sort((a, b) => a.line.step.patience - b.line.step.patience || rank(a.offer, b.offer))
  const steps = offers.map(one => one.line)
  return {
    can: found.offers.map(one => ({
      product: one.product,
      offer: one,
      seen: seenIn(one.product, one.verdict.findings),
    })),
    answer: found.open.map(one => ({
      product: one.product,
      open: one,
      seen: seenIn(one.product, one.verdict.findings),
    })),
    step: steps,
    no,
    unlocks: unlocksOf(steps, [...steps, ...no.filter(line => line.why === 'far')], worlds),
  }
}

/** What each distinct set of changes opens together. */
function unlocksOf(steps: readonly StepLine[], shut: readonly Line[], worlds: Worlds): Unlock[] {
  const distinct = new Map(
    steps.map(({ step }) => [JSON.stringify(step.changes.map(({ fact, to }) => [fact, to])), step] as const),
  )
  return [...distinct.values()]
    .map(({ changes, patience }): Unlock => {
      const after = worlds(changes.map(({ fact, to }) => ({ fact: { id: fact }, to })))
      // where the terms are not published nobody is ever called eligible
      const verdicts = shut.map(({ product }) => {
        const is = answerOf(product.eligible, after.answer)
        return { product, is: is === 'yes' && product.terms === 'ask' ? ('open' as const) : is }
      })
      const of = (is: 'yes' | 'open') => verdicts.filter(one => one.is === is).map(one => one.product)
      return { changes, patience, opens: of('yes'), nears: of('open') }
    })
    .sort((a, b) => b.opens.length - a.opens.length || b.nears.length - a.nears.length || a.patience - b.patience)
}
