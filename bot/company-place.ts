// Where the company is, as it told.
import type { Turn } from './turn-state.ts'

/** The division code of the company's place; undefined while it is unknown. */
export function companyPlace(turn: Turn): string | undefined {
  const place = turn.case.answers[turn.knowledge.catalogue.need.place]?.value
  return typeof place === 'string' ? place : undefined
}
