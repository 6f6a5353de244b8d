// Everything the case holds of the company, as cards it can read and keep in any chat: answers with source and day, consents
// with their fields and text, leads and visits with every step. The web page also has it as a file, with the talk itself.
import { type Button, type Card, field, head, item, type Line, text } from '../card.ts'
import type { Consent } from '../case.ts'
import { press } from '../press.ts'
import { visitTime } from '../service/visit-text.ts'
import { answerText, deskName, title } from '../show.ts'
import { clockText, type Turn } from '../turn-state.ts'

function answersCard(turn: Turn): Card {
  const { answers, skipped } = turn.case
  const known = Object.entries(answers).map(([fact, { source, at }]) =>
    field(title(turn, fact), [answerText(turn, fact), turn.t(`source.${source}`), clockText(at)].join(' · ')),
  )
  return {
    title: turn.t('export.title', { at: clockText(turn.incoming.at) }),
    lines: [
      ...(known.length > 0 ? known : [text(turn.t('review.empty'))]),
      ...(skipped.length > 0
        ? [head(turn.t('review.skipped')), text(skipped.map(fact => title(turn, fact)).join(turn.comma))]
        : []),
    ],
  }
}

function consentLines(turn: Turn, consent: Consent): Line[] {
  const purpose = consent.purpose === 'visit' ? 'consent.purpose-visit' : 'consent.purpose-lead'
  return [
    head(deskName(turn, consent.receiver)),
    field(turn.t('consent.purpose'), turn.t(purpose)),
    field(turn.t('consent.fields'), consent.fields.map(fact => title(turn, fact)).join(turn.comma)),
    field(turn.t('export.given'), turn.t('export.given-text', { at: clockText(consent.at), version: consent.text })),
    ...(consent.withdrawnAt === undefined ? [] : [field(turn.t('export.withdrawn'), clockText(consent.withdrawnAt))]),
  ]
}

function progressLines(turn: Turn): Line[] {
  return [
    ...turn.case.leads.flatMap(lead => [
      head(deskName(turn, lead.receiver)),
      ...lead.history.map(step => item(`${clockText(step.at)} ${turn.t(`lead.state.${step.state}`)}`)),
    ]),
    ...turn.case.visits.flatMap(visit => [
      head(deskName(turn, visit.team)),
      ...visit.history.map(step => item(`${clockText(step.at)} ${turn.t(`visit.state.${step.state}`)}`)),
      ...(visit.time === undefined ? [] : [field(turn.t('export.visit-time'), visitTime(turn, visit.time))]),
    ]),
  ]
}

/** Buttons of the rights over one's data. */
export const dataButtons = (turn: Turn): Button[] => [
  { text: turn.t('button.export'), press: press('ex') },
  { text: turn.t('button.delete'), press: press('dd') },
]

export function exportData(turn: Turn): void {
  turn.note('data-exported', 'case')
  turn.say(answersCard(turn))
  const consents = turn.case.consents.flatMap(consent => consentLines(turn, consent))
  if (consents.length > 0) turn.say({ title: turn.t('withdraw.title'), lines: consents })
  const progress = progressLines(turn)
  if (progress.length > 0) turn.say({ title: turn.t('status.title'), lines: progress })
  turn.say({
    lines: [text(turn.t('export.file'))],
    buttons: [
      [
        { text: turn.t('button.withdraw'), press: press('rv') },
        { text: turn.t('button.delete'), press: press('dd') },
      ],
    ],
  })
}
