// The form behind a staff member's button, looked up beside the worker, on the case as last committed. Nothing is written
// here: who opens a form has done nothing yet, and when it comes back the turn judges again.
import { type Form, faultsOf, formFor, type Knowledge } from '#bot'
import type { Received } from './received.ts'
import type { Store } from './store/store.ts'

export interface StaffForms {
  /** The form a press or a filled form of staff is about; undefined where there is none for this person now. */
  look(received: Received): Promise<Form | undefined>
  /** What is wrong with a form that was handed in, in words by field; undefined: nothing, or the turn will say. */
  faults(received: Received): Promise<Readonly<Record<string, string>> | undefined>
}

export function createStaffForms(store: Pick<Store, 'caseOf'>, knowledge: Knowledge): StaffForms {
  async function look(received: Received): Promise<Form | undefined> {
    const { event, from, at } = received
    if (from.kind !== 'staff' || (event.kind !== 'press' && event.kind !== 'form')) return undefined
    const known = await store.caseOf(received)
    return known && formFor({ knowledge, case: known, from, press: event.press, at })
  }

  return {
    look,
    async faults(received) {
      const { event } = received
      if (event.kind !== 'form') return undefined
      const form = await look(received)
      return form && faultsOf(knowledge, form, event.values)
    },
  }
}
