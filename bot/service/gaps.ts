// What a visit can move: the changes that would lift a grade or open products that are one step away, each with the problem
// behind it, the department and the measure where matching/repairs.yaml knows them. Every one was tried before it is told.
import { type FactId, type FactValue, type Reading, UNITS_PER_POINT, wayUp } from '#engine'
import { adviceOf, groupsOf, type Repair, repairFor } from '#matching'
import { item, type Line } from '../card.ts'
import { repairText } from '../cards/repair-text.ts'
import { ratingsFor } from '../ratings.ts'
import { showCandidate, title } from '../show.ts'
import type { Turn } from '../turn-state.ts'

const GAPS_MAX = 5
/** Products named for one gap; the others are counted. */
const NAMED_MAX = 2

export interface Gap {
  readonly fact: FactId
  readonly to: FactValue
  /** what it brings, in words */
  readonly effect: string
}

/** Changes on the way to the next grade or a pass. */
function gradeGaps(turn: Turn, reading: Reading): Gap[] {
  const { catalogue } = turn.knowledge
  return ratingsFor(turn.knowledge, reading).flatMap(rating => {
    const way = wayUp(reading, rating.model.id, adviceOf(catalogue.repairs))
    if (!way?.reached) return []
    const goal = way.target.kind === 'grade' ? turn.w(way.target.grade.title) : turn.t('visit.gap-pass')
    return way.steps
      .filter(step => !step.told)
      .map(step => {
        const points = String(step.points / UNITS_PER_POINT)
        const values = { points, goal, model: turn.w(rating.model.title) }
        const effect = turn.t(step.points > 0 ? 'visit.gap-points' : 'visit.gap-goal', values)
        return { fact: step.fact.id, to: step.to, effect }
      })
  })
}

/** Changes that open products: 差一步. */
function stepGaps(turn: Turn, reading: Reading): Gap[] {
  const { unlocks } = groupsOf(turn.knowledge.catalogue, reading)
  return unlocks.flatMap(({ changes, opens, nears }) => {
    const [change] = changes
    const named = [...opens, ...nears]
    // one change at a time: a visit cannot move several things that only work together
    if (!change || changes.length > 1 || change.on !== undefined || named.length === 0) return []
    const products = named
      .slice(0, NAMED_MAX)
      .map(product => turn.w(product.title))
      .join(turn.comma)
    return [{ fact: change.fact, to: change.to, effect: turn.t('visit.gap-opens', { count: named.length, products }) }]
  })
}

/** What to work on, each fact once: what moves a grade and opens products comes first. */
export function gapsOf(turn: Turn, reading: Reading = turn.reading): Gap[] {
  const byFact = new Map<FactId, Gap[]>()
  for (const gap of [...gradeGaps(turn, reading), ...stepGaps(turn, reading)])
    byFact.set(gap.fact, [...(byFact.get(gap.fact) ?? []), gap])
  return [...byFact.values()]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, GAPS_MAX)
    .flatMap(gaps => {
      const [first] = gaps
      return first ? [{ ...first, effect: [...new Set(gaps.map(one => one.effect))].join('；') }] : []
    })
}

/** 问题 + 部门 + 措施 of a fact, where the data knows it. */
export const repairOf = (turn: Pick<Turn, 'knowledge'>, fact: FactId): Repair | undefined =>
  repairFor(turn.knowledge.catalogue.repairs, fact)

/** The gaps as lines of an agenda. */
export function gapLines(turn: Turn): Line[] {
  return gapsOf(turn).map(({ fact, to, effect }) => {
    const change = turn.t('way.change-to', { fact: title(turn, fact), to: showCandidate(turn, fact, to) })
    return item(turn.t('visit.gap', { change, effect }), repairText(turn, [fact]))
  })
}
