// Opening and checking forms at Slack's pace: a modal must open within three seconds of the click, so the form is looked up
// beside the worker, on the case as last committed. What cannot be opened is left to the ordinary press.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Form, type FormFault, faultText, formFor, type Knowledge, readForm } from '#bot'
import type { Call } from '../delivery/call.ts'
import type { Log } from '../delivery/send.ts'
import type { Received } from '../received.ts'
import type { Store } from '../store/store.ts'
import { OPEN_MS_MAX } from './limits.ts'
import { type About, formModal } from './modal.ts'

export interface FormsOptions {
  readonly store: Pick<Store, 'caseOf'>
  readonly knowledge: Knowledge
  readonly call: Call
  readonly log: Log
}

/** An answer in the acknowledgement itself: what is wrong with a modal's fields, by field. */
export interface FieldErrors {
  readonly response_action: 'errors'
  readonly errors: Readonly<Record<string, string>>
}

export interface Forms {
  /** True when a modal opened for it; then the press is not to be played. */
  open(received: Received, about: About, trigger: string): Promise<boolean>
  /** What is wrong with a form that was handed in; undefined: nothing, or the turn will say. */
  check(received: Received): Promise<FieldErrors | undefined>
}

/** Slack has taken this trigger already: an earlier delivery of the same click has opened the modal. */
const OPENED_BEFORE = 'exchanged_trigger_id'

export function createForms({ store, knowledge, call, log }: FormsOptions): Forms {
  async function look(received: Received): Promise<Form | undefined> {
    const { event, from, at } = received
    if (from.kind !== 'staff' || (event.kind !== 'press' && event.kind !== 'form')) return undefined
    const known = await store.caseOf(received)
    return known && formFor({ knowledge, case: known, from, press: event.press, at })
  }

  async function tryOpen(received: Received, about: About, trigger: string): Promise<boolean> {
    const form = await look(received)
    if (!form) return false
    const result = await call('views.open', { trigger_id: trigger, view: formModal(form, about) })
    if (result.is === 'done' || (result.is === 'refused' && result.code === OPENED_BEFORE)) return true
    log('warn', 'slack.form-not-opened', { code: result.is === 'limited' ? 'limited' : result.code })
    return false
  }

  return {
    async open(received, about, trigger) {
      const opened = tryOpen(received, about, trigger).catch(() => {
        log('error', 'slack.form-failed')
        return false
      })
      return Promise.race([opened, sleep(OPEN_MS_MAX, false, { ref: false })])
    },
    async check(received) {
      const form = received.event.kind === 'form' ? await look(received) : undefined
      if (!form || received.event.kind !== 'form') return undefined
      const read = readForm(form, received.event.values)
      if (read.is === 'filled') return undefined
      const text = (fault: FormFault) => faultText(knowledge, fault)
      return {
        response_action: 'errors',
        errors: Object.fromEntries(Object.entries(read.faults).map(([name, fault]) => [name, text(fault)])),
      }
    },
  }
}
