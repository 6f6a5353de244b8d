// The way to the next grade or to a pass: how many points are missing and which changeable facts give them, cheapest first,
// each with who helps and how long it takes. Every way was tried before it is told.
import { type Rating, UNITS_PER_POINT, type WayStep, type WayUp, wayUp } from '#engine'
import { adviceOf } from '#matching'
import { head, item, type Line, text } from '../card.ts'
import { type Showing, showCandidate } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { repairText } from './repair-text.ts'

type Speaking = Showing & Pick<Turn, 't' | 'w' | 'comma' | 'reading'>

function gapText(turn: Speaking, { target, gap }: WayUp): string {
  const points = String(gap / UNITS_PER_POINT)
  if (target.kind === 'pass') return turn.t(gap > 0 ? 'way.to-pass' : 'way.to-pass-condition', { points })
  return turn.t(gap > 0 ? 'way.to-grade' : 'way.to-grade-condition', { grade: turn.w(target.grade.title), points })
}

/** "科技人员数：7 人 → 20 人，加 11 分", with who helps. */
function stepLine(turn: Speaking, { fact, from, to, points }: WayStep): Line {
  const shown = { fact: turn.w(fact.title), to: showCandidate(turn, fact.id, to) }
  const step =
    from === undefined
      ? turn.t('way.change-to', shown)
      : turn.t('way.change', { ...shown, from: showCandidate(turn, fact.id, from) })
  const line = points > 0 ? turn.t('way.points', { step, points: String(points / UNITS_PER_POINT) }) : step
  return item(line, repairText(turn, [fact.id]))
}

/**
 * The way up of one rating; nothing at the top, where the model has no ladder, or where nothing but answers is missing for
 * conditions that may well be met.
 */
export function wayUpLines(turn: Speaking, rating: Rating): Line[] {
  const way = wayUp(turn.reading, rating.model.id, adviceOf(turn.knowledge.catalogue.repairs))
  if (!way) return []
  const changes = way.steps.filter(step => !step.told)
  const answers = way.steps.filter(step => step.told).map(step => turn.w(step.fact.title))
  if (way.reached && changes.length === 0 && way.gap === 0) return []
  return [
    head(gapText(turn, way)),
    ...(way.reached ? [] : [text(turn.t('way.none'))]),
    ...(answers.length > 0 ? [text(turn.t('way.tell', { facts: answers.join(turn.comma) }))] : []),
    ...changes.map(step => stepLine(turn, step)),
  ]
}
