// A visit as far as somebody's own work goes: ids, codes and times.
import type { VisitState } from '../case.ts'
import type { Person } from './people.ts'

/** Instants are ISO. */
export interface VisitRow {
  readonly id: string
  readonly state: VisitState
  /** account of who accepted it */
  readonly owner?: string | undefined
  /** listed person who has it or is asked to take it */
  readonly holder?: string | undefined
  readonly time?: string | undefined
}

/** Whether a visit is theirs, or put to them. */
export const isTheirs = ({ holder, owner }: VisitRow, person: Person): boolean =>
  holder === person.id || (owner !== undefined && (owner === person.id || person.accounts.includes(owner)))
