// A product that is one step away, and one that is not suitable: the company's value beside the limit, what to change, who
// helps, how long, what else the same step opens. What cannot be changed says so.
import { isoOf, REASONS_MAX } from '#engine'
import type { Change, Groups, NoLine, StepLine, Unlock } from '#matching'
import { item, type Line } from '../card.ts'
import { findingText, showCandidate, title } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { repairText } from './repair-text.ts'

/**
 * Why a product refuses: the limits that are missed, at most as many as anybody takes in, and how many there are in all; or that
 * it is for another need or another day.
 */
export function reasonsText(turn: Turn, { refusal }: Pick<NoLine, 'refusal'>): string {
  // "not in this place" beside a repairable reason is only the other half of an either-or
  const repairable = refusal.verdict.findings.filter(({ test }) => test.limit.op !== 'outside')
  const findings = repairable.length > 0 ? repairable : refusal.verdict.findings
  const reasons = findings
    .slice(0, REASONS_MAX)
    .map(finding => findingText(turn, finding))
    .join('；')
  if (findings.length > REASONS_MAX) return turn.t('list.and-more', { names: reasons, count: findings.length })
  return reasons || turn.t(refusal.unwanted ? 'refusal.unwanted' : 'refusal.expired')
}

function changeText(turn: Turn, { fact, to, on }: Change): string {
  const shown = { fact: title(turn, fact), to: showCandidate(turn, fact, to) }
  return on === undefined ? turn.t('way.change-to', shown) : turn.t('step.by-waiting', { ...shown, date: isoOf(on) })
}

/** Each way back once; nobody is needed for what comes by waiting. */
function repairsText(turn: Turn, changes: readonly Change[]): readonly string[] {
  const acted = changes.filter(one => one.on === undefined)
  return [...new Set(acted.flatMap(({ fact }) => repairText(turn, [fact]) ?? []))]
}

const keyOf = (changes: readonly Change[]): string => JSON.stringify(changes.map(({ fact, to }) => [fact, to]))

function unlockText(turn: Turn, line: StepLine, unlocks: readonly Unlock[]): string | undefined {
  const unlock = unlocks.find(one => keyOf(one.changes) === keyOf(line.step.changes))
  const others = unlock?.opens.filter(product => product !== line.product).length ?? 0
  return others > 0 ? turn.t('step.unlocks', { count: others }) : undefined
}

/** The step to one product and what it opens besides. */
export function stepLine(turn: Turn, line: StepLine, { unlocks }: Pick<Groups, 'unlocks'>): Line {
  const { changes } = line.step
  // the limit itself says what to become, unless there is more to it than one fact
  const steps = changes.length > 1 || changes.some(one => one.on !== undefined)
  const details = [
    steps && changes.map(one => changeText(turn, one)).join(' + '),
    ...repairsText(turn, changes),
    unlockText(turn, line, unlocks),
  ]
  return item(`${turn.w(line.product.title)} — ${reasonsText(turn, line)}`, details.filter(Boolean).join('；'))
}

function wayBack(turn: Turn, line: NoLine): string | undefined {
  if (line.step) return repairsText(turn, line.step.changes).join('；') || undefined
  if (line.fixed.length === 0) return undefined
  const names = [...new Set(line.fixed.map(({ finding }) => turn.w(finding.test.title)))]
  return turn.t(line.why === 'rating' ? 'refusal.rating' : 'refusal.fixed', { facts: names.join(turn.comma) })
}

/** A product that is not suitable, with all its reasons and, where nothing helps, that nothing does. */
export function noLine(turn: Turn, line: NoLine): Line {
  return item(`${turn.w(line.product.title)} — ${reasonsText(turn, line)}`, wayBack(turn, line))
}
