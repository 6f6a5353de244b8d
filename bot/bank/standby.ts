// Who is next when nobody takes a lead: receivers the company agreed to beforehand, each with a consent of its own. None is
// ever used without that.
import { possible } from '#matching'
import { type Button, text } from '../card.ts'
import type { Consent, Lead } from '../case.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import type { Turn } from '../turn-state.ts'

const CHOICES_MAX = 3

interface Choice {
  readonly receiver: string
  readonly product: string
}

/** Receivers with a desk that were not tried yet and offer something that fits, most fitting first. */
function choices(turn: Turn): Choice[] {
  const { directory } = turn.knowledge.catalogue
  const live = turn.case.consents.filter(one => one.withdrawnAt === undefined).map(one => one.receiver)
  const tried = new Set([...live, ...turn.case.leads.map(one => one.receiver)])
  const found = possible(turn.knowledge.catalogue, turn.reading)
  const all = [...found.offers, ...found.open]
    .filter(({ product }) => !product.bankSide)
    .flatMap(({ product }) => product.institutions.map(receiver => ({ receiver, product: product.id })))
    .filter(({ receiver }) => directory.institutions.get(receiver)?.desk && !tried.has(receiver))
  return all.filter((one, index) => all.findIndex(other => other.receiver === one.receiver) === index)
}

/** The consent that lets a lead go to another receiver; the first one given is used first. */
export const standbyOf = (turn: Turn): Consent | undefined =>
  turn.case.consents.find(
    one =>
      one.standby !== undefined &&
      one.withdrawnAt === undefined &&
      !turn.case.leads.some(lead => lead.receiver === one.receiver),
  )

/** The way to name a reserve, where there is somebody to name. */
export function standbyButtons(turn: Turn, lead: Lead): Button[][] {
  if (lead.state !== 'applied' && lead.state !== 'offered') return []
  if (standbyOf(turn) || choices(turn).length === 0) return []
  return [[{ text: turn.t('button.standby'), press: press('sl') }]]
}

/** Offers receivers as a reserve. */
export function listStandby(turn: Turn): void {
  const buttons = choices(turn)
    .slice(0, CHOICES_MAX)
    .map(({ receiver, product }): Button[] => [
      { text: deskName(turn, receiver), press: press('sb', receiver, product) },
    ])
  const key = buttons.length > 0 ? 'standby.choose' : 'standby.none'
  turn.say({
    lines: [text(turn.t(key))],
    buttons: [...buttons, [{ text: turn.t('button.status'), press: press('st') }]],
  })
}

/** A reserve was agreed to: nothing is sent now. */
export function keepStandby(turn: Turn, consent: Consent): void {
  turn.say({
    lines: [text(turn.t('standby.kept', { receiver: deskName(turn, consent.receiver) }))],
    buttons: [
      [
        { text: turn.t('button.status'), press: press('st') },
        { text: turn.t('button.withdraw'), press: press('rv') },
      ],
    ],
  })
}
