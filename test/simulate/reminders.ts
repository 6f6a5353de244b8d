// The messages that people get together: reminders as they fall due, several leads in one, and each morning's
// summary. The real decision from the real code, on rows made of the virtual cases.
import { type Case, digestCard, type LeadRow, type Person, reminderCard } from '#bot'
import type { VirtualCase } from '../support/virtual-case.ts'
import type { Town } from './town.ts'

type Lead = Case['leads'][number]

const rowOf = (lead: Lead): LeadRow => ({
  id: lead.id,
  state: lead.state,
  holder: lead.holder,
  offeredAt: lead.history.find(step => step.state === 'offered')?.at,
  takenAt: lead.history.find(step => step.state === 'taken')?.at,
  due: lead.due,
  step: lead.ladder?.did,
  stepAt: lead.ladder?.did === undefined ? undefined : lead.ladder.since,
  changedAt: lead.ladder?.since ?? lead.history.at(-1)?.at ?? '',
})

export interface Asked {
  readonly scene: VirtualCase
  readonly lead: string
}

export interface Messenger {
  /** A case has changed: its open leads are known from now on. */
  changed(scene: VirtualCase): void
  /** What is due to a person now: the leads it is about, or undefined. */
  remind(person: Person, at: string): readonly Asked[] | undefined
  /** The leads of whoever has something to read this morning, which has been read then; undefined: nothing. */
  summarise(person: Person, at: string): readonly Asked[] | undefined
}

export function openMessenger({ knowledge }: Town): Messenger {
  const desks = new Map<string, Map<string, { scene: VirtualCase; row: LeadRow }>>()
  const last = new Map<string, string>()
  const rowsOf = (desk: string) => [...(desks.get(desk)?.values() ?? [])]
  return {
    changed(scene) {
      for (const lead of scene.case.leads) {
        const rows = desks.get(lead.receiver) ?? new Map()
        desks.set(lead.receiver, rows)
        if (lead.due === undefined) rows.delete(lead.id)
        else rows.set(lead.id, { scene, row: rowOf(lead) })
      }
    },
    remind(person, at) {
      const rows = rowsOf(person.desk)
      const all = rows.map(({ row }) => row)
      if (!reminderCard(knowledge, person, all, last.get(person.id), at)) return undefined
      last.set(person.id, at)
      return rows
        .filter(({ row }) => (row.step === 'manager' ? person.role === 'manager' : row.holder === person.id))
        .map(({ scene, row }) => ({ scene, lead: row.id }))
    },
    summarise(person, at) {
      const rows = rowsOf(person.desk)
      if (
        !digestCard(
          knowledge,
          person,
          rows.map(({ row }) => row),
          at,
        )
      )
        return undefined
      last.set(person.id, at)
      return rows.filter(({ row }) => row.holder === person.id).map(({ scene, row }) => ({ scene, lead: row.id }))
    },
  }
}
