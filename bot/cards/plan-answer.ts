// What the plans at hand say to "how much", "at what cost" and "how long, and which papers": a few lines, so that a side
// question gets this company's figures and not only the rule.
import type { ChosenPlan } from '#matching'
import { head, item, type Line } from '../card.ts'
import type { Turn } from '../turn-state.ts'
import { amountLine, costTotal, names, paperLine, shownPlans, timeText } from './plan.ts'

type Aspect = (turn: Turn, plan: ChosenPlan['plan'], isFirst: boolean) => readonly Line[]

/** The intents that ask for a side of a plan. Papers are listed for the first plan only: the others have their own card. */
const ASPECTS: Readonly<Record<string, Aspect>> = {
  'ask-limit': (turn, plan) => [amountLine(turn, plan)],
  'ask-rate': (turn, plan) => [costTotal(turn, plan)],
  'ask-process': (turn, plan, isFirst) => [
    item(timeText(turn, plan)),
    ...(isFirst && plan.documents.length > 0 ? [paperLine(turn, plan)] : []),
  ],
}

/** Lines for the question of this intent from the plans shown, `certain` or not; none before results were shown or without a plan. */
export function planAnswer(turn: Turn, intent: string, certain: boolean): readonly Line[] {
  const aspect = Object.hasOwn(ASPECTS, intent) ? ASPECTS[intent] : undefined
  if (!aspect || !turn.case.shown) return []
  return shownPlans(turn, certain).plans.flatMap(({ plan }, index) => [
    head(turn.t('results.plan', { number: index + 1, names: names(turn, [plan.main, ...plan.others]) })),
    ...aspect(turn, plan, index === 0),
  ])
}
