// Questions to the list of people: who somebody is, who of a desk is there on a day, when a desk works.
import type { Sender } from '../ports.ts'
import type { WorkCalendar } from './calendar.ts'
import type { Person, Staffing } from './people.ts'
import type { Schedule } from './working-time.ts'

type Staff = Extract<Sender, { kind: 'staff' }>

/** Names of the local desk page, which has no accounts. */
const LOCAL = 'web:'

export const isAbsent = (person: Person, day: number): boolean =>
  person.absences.some(({ from, to }) => day >= from && day <= to)

/** Everybody listed at a desk. */
export const peopleOf = (staffing: Staffing, desk: string): readonly Person[] =>
  [...staffing.people.values()].filter(person => person.desk === desk)

/** A desk of which people are listed has working hours, and its leads are put to one of them. */
export const isStaffed = (staffing: Staffing, desk: string): boolean => peopleOf(staffing, desk).length > 0

/** Where accounts are listed, whoever is not on the list has no part, even inside the channel: leaving the list ends rights. */
export const listsAccounts = (staffing: Staffing, desk: string): boolean =>
  peopleOf(staffing, desk).some(person => person.accounts.length > 0)

/** The listed person behind a message of a platform. */
export function personOf(staffing: Staffing, staff: Staff): Person | undefined {
  return peopleOf(staffing, staff.desk).find(
    ({ id, name, accounts }) =>
      accounts.includes(staff.person) || id === staff.person || `${LOCAL}${name}` === staff.person,
  )
}

/** Who uses this account, at each desk where it is listed. */
export const peopleWith = (staffing: Staffing, account: string): readonly Person[] =>
  [...staffing.people.values()].filter(person => person.accounts.includes(account))

interface Held {
  readonly holder?: string | undefined
}

/** Who has a lead or a visit or is asked to take it, as listed; undefined where nobody is. */
export const holderOf = (staffing: Staffing, { holder }: Held): Person | undefined =>
  holder === undefined ? undefined : staffing.people.get(holder)

/** The listed person who has it or is asked is away on that day. */
export function isHolderAway(staffing: Staffing, held: Held, day: number): boolean {
  const person = holderOf(staffing, held)
  return person !== undefined && isAbsent(person, day)
}

/** Managers of a desk who are not absent on a day; all of them when everybody is. */
export function managersOf(staffing: Staffing, desk: string, day: number): readonly Person[] {
  const managers = peopleOf(staffing, desk).filter(person => person.role === 'manager')
  const present = managers.filter(person => !isAbsent(person, day))
  return present.length > 0 ? present : managers
}

/** When one person works. */
export const scheduleOf = (calendar: WorkCalendar, person: Person): Schedule => ({
  calendar,
  hours: person.hours,
  absent: day => isAbsent(person, day),
})

/** When the desks work, whoever is there. */
export const deskSchedule = (of: { readonly calendar: WorkCalendar; readonly staffing: Staffing }): Schedule => ({
  calendar: of.calendar,
  hours: of.staffing.hours,
})
