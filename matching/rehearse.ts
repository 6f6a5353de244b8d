// The rehearsal of a change of rules: two editions of facts, models and catalogue over the same companies, and who gains or
// loses what. Nothing is published here; it is what an officer looks at before publishing.
import { firmsIn, type Plane, type Rulebook, read } from '#engine'
import { amountOf } from './amount.ts'
import { answersOn, type Standing } from './calendar.ts'
import type { Catalogue } from './catalogue.ts'
import { needOf } from './need.ts'
import { FIRMS_AT_ONCE, type Stand, shownOf, standingIn, surveyOf } from './survey.ts'
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

/** One edition over some companies. */
interface Played {
  readonly stands: ReadonlyMap<string, Stand>
  readonly state: (product: string, firm: number) => State | undefined
}

function player({ rulebook, catalogue }: Edition, today: number): (firms: readonly Firm[]) => Played {
  const survey = surveyOf(shownOf(catalogue))
  return firms => {
    const readings = firms.map(({ dossier }) => read(rulebook, answersOn(dossier, today, catalogue.repairs), today))
    const stands = new Map(survey(readings).map(stand => [stand.product.id, stand]))
    return {
      stands,
      state(id, firm) {
        const [stand, reading] = [stands.get(id), readings[firm]]
        if (!stand || !reading) return undefined
        return {
          standing: standingIn(stand, firm),
          amount: amountOf(stand.product, reading, needOf(catalogue.need, reading))?.high,
        }
      },
    }
  }
}

/** Companies for which a product may look different: another standing, or an amount that may be another. */
function suspects(before: Stand | undefined, after: Stand | undefined): Iterable<number> {
  const [old, young] = [before ?? after, after ?? before]
  if (!old || !young) return []
  const none = new Uint32Array(old.can.length)
  const [was, is] = [before ?? { can: none, answer: none }, after ?? { can: none, answer: none }]
  const counted = old.product.amount !== undefined || young.product.amount !== undefined
  return firmsIn(
    none.map((_, at) => {
      const of = (plane: Plane) => plane[at] ?? 0
      const moved = (of(was.can) ^ of(is.can)) | (of(was.answer) ^ of(is.answer))
      return counted ? moved | (of(was.can) & of(is.can)) : moved
    }),
  )
}

/** What changes for some companies, by company and in the order of the products. */
function compare(before: Played, after: Played, firms: readonly Firm[]): readonly RehearsedChange[] {
  const changes = firms.map((): RehearsedChange[] => [])
  for (const product of new Set([...before.stands.keys(), ...after.stands.keys()]))
    for (const firm of suspects(before.stands.get(product), after.stands.get(product))) {
      const [from, to] = [before.state(product, firm), after.state(product, firm)]
      const effect = effectOf(from, to)
      if (!effect) continue
      changes[firm]?.push({
        firm: firms[firm]?.id ?? '',
        product,
        effect,
        before: from?.standing,
        after: to?.standing,
        amountBefore: from?.amount,
        amountAfter: to?.amount,
      })
    }
  return changes.flat()
}

/**
 * Plays both editions over every company on one day (days since 1970). Standings come from the bit program, so that only
 * companies for which something may differ are looked at one by one.
 */
export function rehearse(before: Edition, after: Edition, firms: readonly Firm[], today: number): Rehearsal {
  const [playBefore, playAfter] = [player(before, today), player(after, today)]
  const changes: RehearsedChange[] = []
  for (let from = 0; from < firms.length; from += FIRMS_AT_ONCE) {
    const some = firms.slice(from, from + FIRMS_AT_ONCE)
    changes.push(...compare(playBefore(some), playAfter(some), some))
  }
  const count = (effect: RehearsedEffect) => changes.filter(one => one.effect === effect).length
  return {
    firms: firms.length,
    changes,
    counts: Object.fromEntries(EFFECTS.map(effect => [effect, count(effect)])) as Record<RehearsedEffect, number>,
    affected: new Set(changes.map(one => one.firm)).size,
  }
}
