// Before → after: what a visit or a correction changed in ratings and matches.
import type { Reading } from '#engine'
import { possible } from '#matching'
import { head, item, type Line, text } from '../card.ts'
import { ratingsFor } from '../ratings.ts'
import type { Turn } from '../turn-state.ts'
import { ratingLine } from './rating.ts'

/** Lines that compare two readings of one company; none when nothing changed. */
export function changeLines(turn: Turn, before: Reading, after: Reading): Line[] {
  const lines: Line[] = []
  for (const now of ratingsFor(turn.knowledge, after)) {
    const old = before.rating(now.model.id)
    if (!old) continue
    const [was, is] = [ratingLine(turn, old), ratingLine(turn, now)]
    const model = turn.w(now.model.title)
    lines.push(
      item(
        was === is
          ? turn.t('change.same', { model, after: is })
          : turn.t('change.rating', { model, before: was, after: is }),
      ),
    )
  }
  const titles = (reading: Reading) =>
    new Map(
      possible(turn.knowledge.catalogue, reading).offers.map(offer => [offer.product.id, turn.w(offer.product.title)]),
    )
  const [had, has] = [titles(before), titles(after)]
  const gained = [...has].filter(([id]) => !had.has(id)).map(([, name]) => name)
  const lost = [...had].filter(([id]) => !has.has(id)).map(([, name]) => name)
  if (gained.length > 0)
    lines.push(item(turn.t('change.gained', { count: gained.length, names: gained.join(turn.comma) })))
  if (lost.length > 0) lines.push(item(turn.t('change.lost', { count: lost.length, names: lost.join(turn.comma) })))
  if (gained.length === 0 && lost.length === 0) lines.push(text(turn.t('change.same-matches', { count: has.size })))
  return [head(turn.t('change.title')), ...lines]
}
