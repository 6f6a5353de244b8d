// 预授信 in Slack: a manager has companies asked beforehand, from the home tab or with the command. The modal is the form of
// the desk page; what came of it is posted into the desk's channel.
import { type Card, type FormValues, type Knowledge, peopleWith } from '#bot'
import type { Call } from '../delivery/call.ts'
import type { Log } from '../delivery/send.ts'
import type { PreOffers } from '../pre-offers.ts'
import type { FieldErrors } from './forms.ts'
import { formModal, INVITE_CALLBACK } from './modal.ts'

/** What the button of the home tab carries. */
export const INVITE_PRESS = 'pre-offer'

export interface InvitationOptions {
  readonly preOffers: PreOffers
  readonly knowledge: Knowledge
  readonly call: Call
  readonly log: Log
}

export interface Invitations {
  /** Whether somebody with this account may have companies asked at all. */
  mayInvite(account: string): boolean
  /** Opens the form; false when this person may not, or has nothing to offer. */
  open(account: string, trigger: string): Promise<boolean>
  /** A form was handed in: what is wrong with it, or nothing; its card is posted a moment later. */
  take(account: string, desk: string, values: FormValues, key: string): FieldErrors | undefined
}

export function createInvitations({ preOffers, knowledge, call, log }: InvitationOptions): Invitations {
  const staffAt = (account: string, desk: string) => ({ kind: 'staff' as const, desk, person: account, name: account })
  /** The first desk of this person where they may, with its form. */
  function formOf(account: string) {
    for (const { desk } of peopleWith(knowledge.staffing, account)) {
      const form = preOffers.form(staffAt(account, desk))
      if (form && form !== 'denied') return { desk, form }
    }
    return undefined
  }

  return {
    mayInvite: account => formOf(account) !== undefined,
    async open(account, trigger) {
      const found = formOf(account)
      if (!found) return false
      const view = formModal(found.form, { desk: found.desk }, INVITE_CALLBACK)
      const result = await call('views.open', { trigger_id: trigger, view })
      if (result.is !== 'done') log('warn', 'slack.invite-not-opened', { code: result.is })
      return true
    },
    take(account, desk, values, key) {
      const staff = staffAt(account, desk)
      const errors = preOffers.faults(staff, values)
      if (errors && errors !== 'denied') return { response_action: 'errors', errors }
      // looking through all companies may take longer than Slack waits
      void preOffers.fill(staff, values, key).catch(() => log('error', 'slack.invite-failed'))
      return undefined
    },
  }
}

/** The home tab's card with the way to the form, for who may. */
export const withInvitation = (card: Card, text: string): Card => ({
  ...card,
  buttons: [...(card.buttons ?? []), [{ text, press: INVITE_PRESS }]],
})
