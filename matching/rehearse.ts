// The rehearsal of a change of rules: two editions of facts, models and catalogue over the same companies, and who gains or
// loses what. Nothing is published here; it is what an officer looks at before publishing.
import { type Rulebook, read } from '#engine'
import { amountOf } from './amount.ts'
import { answersOn, type Standing, standingOf } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import { needOf } from './need.ts'
import type { Firm } from './whitelist.ts'

/** What is in force together. */
export interface Edition {
  readonly rulebook: Rulebook
  readonly catalogue: Catalogue
}

/**
 * gain, loss: can be applied for now, or no longer · nearer, farther: an answer decides now, or no longer · more, less:
 * another indicative amount
 */
export const EFFECTS = ['gain', 'loss', 'nearer', 'farther', 'more', 'less'] as const
export type RehearsedEffect = (typeof EFFECTS)[number]

export interface RehearsedChange {
  readonly firm: string
  readonly product: string
  readonly effect: RehearsedEffect
  /** absent where the edition has no such product */
  readonly before?: Standing | undefined
  readonly after?: Standing | undefined
  /** upper ends of the indicative amounts, fen */
  readonly amountBefore?: number | undefined
  readonly amountAfter?: number | undefined
}

export interface Rehearsal {
  readonly firms: number
  readonly changes: readonly RehearsedChange[]
  /** changes by effect */
  readonly counts: Readonly<Record<RehearsedEffect, number>>
  /** firms that change in any way */
  readonly affected: number
}

interface State {
  readonly standing: Standing
  readonly amount: number | undefined
}

function statesOf({ rulebook, catalogue }: Edition, { dossier }: Firm, today: number): ReadonlyMap<string, State> {
  const reading = read(rulebook, answersOn(dossier, today, catalogue.repairs), today)
  const need = needOf(catalogue.need, reading)
  const states = new Map<string, State>()
  for (const [id, product] of catalogue.products)
    if (!product.bankSide)
      states.set(id, { standing: standingOf(product, reading), amount: amountOf(product, reading, need)?.high })
  return states
}

const HEIGHT: Record<Standing, number> = { no: 0, answer: 1, can: 2 }

/** A product that is not there stands as low as one that refuses. */
function effectOf(before: State | undefined, after: State | undefined): RehearsedEffect | undefined {
  const [from, to] = [HEIGHT[before?.standing ?? 'no'], HEIGHT[after?.standing ?? 'no']]
  if (from !== to) {
    if (to === HEIGHT.can) return 'gain'
    if (from === HEIGHT.can) return 'loss'
    return to > from ? 'nearer' : 'farther'
  }
  if (to !== HEIGHT.can || before?.amount === after?.amount) return undefined
  const open = Number.POSITIVE_INFINITY
  return (after?.amount ?? open) > (before?.amount ?? open) ? 'more' : 'less'
}

/** Plays both editions over every company on one day (days since 1970). */
export function rehearse(before: Edition, after: Edition, firms: readonly Firm[], today: number): Rehearsal {
  const changes = firms.flatMap(firm => {
    const [old, young] = [statesOf(before, firm, today), statesOf(after, firm, today)]
    return [...new Set([...old.keys(), ...young.keys()])].flatMap((product): RehearsedChange[] => {
      const [from, to] = [old.get(product), young.get(product)]
      const effect = effectOf(from, to)
      if (!effect) return []
      return [
        {
          firm: firm.id,
          product,
          effect,
          before: from?.standing,
          after: to?.standing,
          amountBefore: from?.amount,
          amountAfter: to?.amount,
        },
      ]
    })
  })
  const count = (effect: RehearsedEffect) => changes.filter(one => one.effect === effect).length
  return {
    firms: firms.length,
    changes,
    counts: Object.fromEntries(EFFECTS.map(effect => [effect, count(effect)])) as Record<RehearsedEffect, number>,
    affected: new Set(changes.map(one => one.firm)).size,
  }
}
