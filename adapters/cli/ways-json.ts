// Steps, what they open, and the calendar of one company for programs: the same as the match card says in words.
import { type FactValue, isoOf, type Reading } from '#engine'
import { type Catalogue, calendarOf, groupsOf, type Match, nextTurnings } from '#matching'

/** How far ahead the calendar looks, in days. */
const HORIZON_DAYS = 731

interface WrittenChange {
  readonly fact: string
  readonly to: FactValue
  /** the day on which it comes about by waiting */
  readonly on?: string | undefined
  readonly who?: string | undefined
  readonly way?: string | undefined
  readonly time?: string | undefined
}

/** One step away, with what the same changes open besides; and the next change of every product by time alone. */
export function waysOf(catalogue: Catalogue, reading: Reading, found: Match) {
  const groups = groupsOf(catalogue, reading, found)
  const turnings = calendarOf(catalogue, reading.rulebook, reading.dossier, reading.today, reading.today + HORIZON_DAYS)
  const key = (changes: readonly { readonly fact: string; readonly to: FactValue }[]) =>
    JSON.stringify(changes.map(({ fact, to }) => [fact, to]))
  return {
    oneStep: groups.step.map(({ product, step }) => ({
      product: product.id,
      changes: step.changes.map(
        ({ fact, to, on, repair }): WrittenChange => ({
          fact,
          to,
          on: on === undefined ? undefined : isoOf(on),
          who: repair?.who.zh,
          way: repair?.way.zh,
          time: repair?.time.zh,
        }),
      ),
      lacks: step.lacks,
      opens: groups.unlocks.find(one => key(one.changes) === key(step.changes))?.opens.map(({ id }) => id) ?? [],
    })),
    calendar: [...nextTurnings(turnings).values()].map(({ product, day, before, after, because }) => ({
      product: product.id,
      from: isoOf(day),
      before,
      after,
      because,
    })),
  }
}
