// Opening and checking forms at Slack's pace: a modal must open within three seconds of the click, so the form is looked up
// beside the worker, on the case as last committed. What cannot be opened is left to the ordinary press.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Call } from '../delivery/call.ts'
import type { Log } from '../delivery/send.ts'
import type { Received } from '../received.ts'
import type { StaffForms } from '../staff-forms.ts'
import { OPEN_MS_MAX } from './limits.ts'
import { type About, formModal } from './modal.ts'

export interface FormsOptions {
  readonly staffForms: StaffForms
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

export function createForms({ staffForms, call, log }: FormsOptions): Forms {
  async function tryOpen(received: Received, about: About, trigger: string): Promise<boolean> {
    const form = await staffForms.look(received)
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
      const errors = await staffForms.faults(received)
      return errors && { response_action: 'errors', errors }
    },
  }
}
