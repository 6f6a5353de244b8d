// Before → after: what a visit or a correction changed in ratings and matches.
import type { Reading } from '#engine'
import { possible } from '#matching'
import { head, item, type Line, text } from '../card.ts'
import { ratingsFor } from '../ratings.ts'
import type { Turn } from '../turn-state.ts'
import { ratingLine, ratingShort } from './rating.ts'

/** Lines that compare two readings of one company: what has changed, and in a word what has not. */
export function changeLines(turn: Turn, before: Reading, now: Reading): Line[] {
  const ratings = ratingsFor(turn.knowledge, now).flatMap(rating => {
    const old = before.rating(rating.model.id)
    const after = ratingLine(turn, rating)
    if (!old || ratingLine(turn, old) === after) return []
    return [item(turn.t('change.rating', { model: turn.w(rating.model.title), before: ratingShort(turn, old), after }))]
  })
  const titles = (reading: Reading) =>
    new Map(
      possible(turn.knowledge.catalogue, reading).offers.map(offer => [offer.product.id, turn.w(offer.product.title)]),
    )
  const [had, has] = [titles(before), titles(now)]
  const gained = [...has].filter(([id]) => !had.has(id)).map(([, name]) => name)
  const lost = [...had].filter(([id]) => !has.has(id)).map(([, name]) => name)
  const matches = [
    ...(gained.length > 0
      ? [item(turn.t('change.gained', { count: gained.length, names: gained.join(turn.comma) }))]
      : []),
    ...(lost.length > 0 ? [item(turn.t('change.lost', { count: lost.length, names: lost.join(turn.comma) }))] : []),
  ]
  if (ratings.length + matches.length === 0) return [text(turn.t('change.nothing', { count: has.size }))]
  return [
    head(turn.t('change.title')),
    ...(ratings.length > 0 ? ratings : [text(turn.t('change.same-ratings'))]),
    ...(matches.length > 0 ? matches : [text(turn.t('change.same-matches', { count: has.size }))]),
  ]
}
