// A lead as bank staff see it. Before somebody takes it: grade, reasons, need, fit, how much is verified, what is missing,
// and no name, phone or company. After: exactly the fields the owner agreed to.
import { type FactId, judge, reasonsOf, UNITS_PER_POINT } from '#engine'
import { amountOf, needOf, type Product, showAmount } from '#matching'
import { type Card, field, head, item, type Line, type Notice, text } from '../card.ts'
import { ratingLine, tooEarly } from '../cards/rating.ts'
import type { Consent, Lead } from '../case.ts'
import { channelOf } from '../channels.ts'
import { COMMA } from '../comma.ts'
import { ratingsFor } from '../ratings.ts'
import { answerText, findingText, title } from '../show.ts'
import { noticeOf } from '../staff/notice.ts'
import { clockText, forDesk, type Turn } from '../turn-state.ts'
import { leadButtons } from './lead-buttons.ts'
import { isUnmasked, progressLines } from './lead-progress.ts'

/** A turn seen from a desk: Chinese, whatever the enterprise speaks. */
export function atDesk(turn: Turn): Turn {
  return { ...turn, language: 'zh', comma: COMMA.zh, case: turn.case, reading: turn.reading, ...forDesk(turn) }
}

export const consentOf = (turn: Turn, id: string): Consent | undefined =>
  turn.case.consents.find(consent => consent.id === id)

const personal = (turn: Turn, fact: FactId): boolean => turn.knowledge.rulebook.facts.get(fact)?.personal === true

function fitLines(turn: Turn, product: Product): Line[] {
  const verdict = judge(product.eligible, turn.reading)
  const amount = amountOf(product, turn.reading, needOf(turn.knowledge.catalogue.need, turn.reading))
  const shown =
    amount && (amount.low !== undefined || amount.high !== undefined) ? `（${showAmount(amount, 'zh')}）` : ''
  const open =
    verdict.is === 'open'
      ? [item(turn.t('lead.lacks', { facts: verdict.lacks.map(fact => title(turn, fact)).join(turn.comma) }))]
      : []
  const why = verdict.is === 'no' ? verdict.findings.map(finding => item(findingText(turn, finding))) : []
  return [
    field(turn.t('lead.product'), `${turn.w(product.title)}${shown} · ${turn.t(`fit.${verdict.is}`)}`),
    ...open,
    ...why,
  ]
}

function ratingLines(turn: Turn): Line[] {
  return ratingsFor(turn.knowledge, turn.reading).flatMap(rating => {
    const reasons = reasonsOf(rating).flatMap(reason =>
      reason.kind === 'knockout' ? [item(turn.w(reason.knockout.title))] : [],
    )
    const best = rating.partials
      .filter(partial => partial.low > 0)
      .sort((a, b) => b.low - a.low)
      .slice(0, 2)
    const strengths = best
      .map(partial => `${turn.w(partial.characteristic.title)} ${partial.low / UNITS_PER_POINT} 分`)
      .join(turn.comma)
    return [
      field(turn.w(rating.model.title), ratingLine(turn, rating)),
      ...reasons,
      ...(strengths ? [item(turn.t('lead.strengths', { strengths }))] : []),
    ]
  })
}

function evidenceLine(turn: Turn): Line {
  const answers = Object.values(turn.case.answers)
  const verified = answers.filter(answer => answer.source === 'verified' || answer.source === 'visited').length
  return field(turn.t('lead.evidence'), turn.t('lead.evidence-text', { verified, total: answers.length }))
}

/** Facts shown to whoever has not taken the lead: place, need and what the rating rests on, never who. */
function maskedFields(turn: Turn, consent: Consent): FactId[] {
  const { catalogue } = turn.knowledge
  const who = new Set([...turn.knowledge.script.consent.contact, ...turn.knowledge.script.consent.required])
  const need = [catalogue.need.place, catalogue.need.amount, catalogue.need.term, catalogue.need.purpose]
  return consent.fields.filter(fact => need.includes(fact) || (!who.has(fact) && !personal(turn, fact)))
}

function papers(turn: Turn, products: readonly Product[]): Line[] {
  const ids = [...new Set(products.flatMap(product => product.documents))]
  const names = ids.flatMap(id => turn.knowledge.catalogue.documents.get(id)?.zh ?? [])
  return names.length > 0 ? [field(turn.t('lead.papers'), names.join(turn.comma))] : []
}

/** A lead that waits, for a room that is not ours: which products, how much, for how long, with what grade. */
function waitingNotice(turn: Turn, heading: string, consent: Consent, products: readonly Product[]): Notice {
  const { need } = turn.knowledge.catalogue
  const told = maskedFields(turn, consent).filter(fact => fact === need.amount || fact === need.term)
  return noticeOf(turn.knowledge.phrases, heading, [
    field(turn.t('lead.product'), products.map(product => turn.w(product.title)).join(turn.comma)),
    ...told.map(fact => field(title(turn, fact), answerText(turn, fact))),
    ...ratingsFor(turn.knowledge, turn.reading)
      .filter(rating => !tooEarly(rating))
      .map(rating => field(turn.t('notice-rating'), `${ratingLine(turn, rating)} · ${turn.w(rating.model.title)}`)),
  ])
}

/** The card at the head of the lead's thread. It replaces itself on every step. */
export function leadCard(from: Turn, lead: Lead): Card {
  const turn = atDesk(from)
  const consent = consentOf(turn, lead.consent)
  const heading = turn.t('lead.title', {
    state: turn.t(`lead.state.${lead.state}`),
    place: answerText(turn, turn.knowledge.catalogue.need.place),
  })
  if (lead.state === 'withdrawn' || !consent || consent.withdrawnAt)
    return { title: turn.t('lead.title-withdrawn'), lines: [text(turn.t('lead.withdrawn'))] }
  if (lead.state === 'passed') return { title: heading, lines: [text(turn.t('lead.passed'))] }
  const products = lead.products.flatMap(id => turn.knowledge.catalogue.products.get(id) ?? [])
  const fields = isUnmasked(lead) ? consent.fields : maskedFields(turn, consent)
  const last = lead.history.at(-1)
  const by = channelOf(turn)
  return {
    title: heading,
    lines: [
      ...progressLines(turn, lead),
      ...(by ? [field(turn.t('lead.came-by'), turn.w(by.title))] : []),
      ...fields.map(fact => field(title(turn, fact), answerText(turn, fact))),
      head(turn.t('lead.fit')),
      ...products.flatMap(product => fitLines(turn, product)),
      head(turn.t('lead.rating')),
      ...ratingLines(turn),
      evidenceLine(turn),
      ...papers(turn, products),
    ],
    buttons: leadButtons(turn, lead),
    ...(lead.state === 'offered' ? { notice: waitingNotice(turn, heading, consent, products) } : {}),
    note: turn.t('lead.note', { at: clockText(last?.at ?? turn.incoming.at) }),
  }
}
