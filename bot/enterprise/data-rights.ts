// The owner's rights over the data: start over, take a consent back, have everything deleted. Each is asked once more in
// plain words, and only a clear yes does it.
import { wasOffered, withdraw as withdrawLead } from '../bank/lead.ts'
import { leadCard } from '../bank/lead-card.ts'
import { stopWatching } from '../bank/watch.ts'
import { type Button, field, item, text } from '../card.ts'
import { newCase } from '../case.ts'
import { press } from '../press.ts'
import { withdraw as withdrawVisit } from '../service/visit.ts'
import { visitCard } from '../service/visit-card.ts'
import { timerOf } from '../service/watch-visit.ts'
import { deskName } from '../show.ts'
import { clockText, type Turn } from '../turn-state.ts'
import { askAgain, carryOn } from './carry-on.ts'
import { dropContact } from './consent.ts'
import { dataButtons } from './export-data.ts'

/** Asks for a clear yes before everything is deleted. */
export function askDelete(turn: Turn): void {
  turn.update({ pending: { kind: 'delete', failures: 0 } })
  turn.say({
    title: turn.t('delete.title'),
    lines: [text(turn.t('delete.ask'))],
    buttons: [
      [
        { text: turn.t('button.delete-yes'), press: press('dy'), style: 'danger' },
        { text: turn.t('button.keep'), press: press('dn') },
      ],
    ],
  })
}

/** Everything goes; only a fresh, empty case remains. The store erases in the same transaction. */
export function deleteAll(turn: Turn): void {
  const { id, language } = turn.case
  turn.note('case-deleted', 'case')
  turn.replace({ ...newCase(id, turn.incoming.at), language, greeted: true })
  turn.say({ lines: [text(turn.t('delete.done'))] })
}

export function askRestart(turn: Turn): void {
  turn.update({ pending: { kind: 'restart', failures: 0 } })
  turn.say({
    lines: [text(turn.t('restart.ask'))],
    buttons: [
      [
        { text: turn.t('button.restart-yes'), press: press('ry') },
        { text: turn.t('button.keep'), press: press('rn') },
      ],
    ],
  })
}

/** Answers are forgotten; leads, visits and consents that are under way stay. */
export function restart(turn: Turn): void {
  turn.update({
    answers: {},
    skipped: [],
    trail: [],
    told: [],
    shown: false,
    asked: 0,
    asking: 'first',
    failures: 0,
    goal: undefined,
  })
  carryOn(turn, [text(turn.t('restart.done'))])
}

export function keep(turn: Turn): void {
  turn.settle()
  askAgain(turn, [text(turn.t('kept'))])
}

/** Lists the consents that can be taken back. */
export function listConsents(turn: Turn): void {
  const live = turn.case.consents.filter(consent => consent.withdrawnAt === undefined)
  if (live.length === 0) {
    turn.say({
      lines: [text(turn.t('withdraw.none'))],
      buttons: [dataButtons(turn)],
    })
    return
  }
  const buttons = live.map((consent): Button[] => [
    {
      text: turn.t('button.withdraw-one', { receiver: deskName(turn, consent.receiver) }),
      press: press('wd', consent.id),
      style: 'danger',
    },
  ])
  const lines = live.map(consent =>
    field(
      deskName(turn, consent.receiver),
      turn.t('withdraw.given', { at: clockText(consent.at), count: consent.fields.length }),
    ),
  )
  turn.say({
    title: turn.t('withdraw.title'),
    lines: [...lines, text(turn.t('withdraw.how'))],
    buttons: [...buttons, dataButtons(turn)],
  })
}

/** Takes one consent back: its leads and visits end, their cards are blanked. */
export function withdraw(turn: Turn, id: string): void {
  const consent = turn.case.consents.find(one => one.id === id && one.withdrawnAt === undefined)
  if (!consent) {
    turn.say({ lines: [text(turn.t('withdraw.none'))] })
    return
  }
  const { at } = turn.incoming
  turn.update({
    consents: turn.case.consents.map(one =>
      one.receiver === consent.receiver && one.purpose === consent.purpose
        ? { ...one, withdrawnAt: one.withdrawnAt ?? at }
        : one,
    ),
  })
  turn.update({
    leads: turn.case.leads.map(lead =>
      consent.purpose === 'credit-assessment' && lead.receiver === consent.receiver ? withdrawLead(lead, at) : lead,
    ),
    visits: turn.case.visits.map(visit =>
      consent.purpose === 'visit' && visit.team === consent.receiver ? withdrawVisit(visit, at) : visit,
    ),
  })
  turn.note('consent-withdrawn', consent.id, consent.receiver)
  const dropped = dropContact(turn)
  if (consent.purpose === 'credit-assessment')
    for (const lead of turn.case.leads.filter(one => one.receiver === consent.receiver)) {
      stopWatching(turn, lead)
      turn.recall(lead.receiver, lead.id)
      if (wasOffered(lead)) turn.post(lead.receiver, lead.id, leadCard(turn, lead), lead.id)
    }
  else
    for (const visit of turn.case.visits.filter(one => one.team === consent.receiver)) {
      turn.forgetReminder(timerOf(visit))
      turn.recall(visit.team, visit.id)
      turn.post(visit.team, visit.id, visitCard(turn, visit), visit.id)
    }
  turn.say({
    lines: [
      text(turn.t('withdraw.done', { receiver: deskName(turn, consent.receiver) })),
      ...(dropped ? [item(turn.t('withdraw.contact-dropped'))] : []),
      item(turn.t('withdraw.kept')),
    ],
  })
}
