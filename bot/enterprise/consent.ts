// Consent per receiver: exactly what goes to whom, why, how long, and how to take it back. A lead or a visit exists only
// with a consent, and a consent only after a clear yes to this very text.
import type { FactId } from '#engine'
import { openLead } from '../bank/open-lead.ts'
import { keepStandby } from '../bank/standby.ts'
import { type Button, field, head, item, type Line, text } from '../card.ts'
import type { Consent } from '../case.ts'
import { press } from '../press.ts'
import { openVisit } from '../service/open-visit.ts'
import { answerText, title } from '../show.ts'
import type { Turn } from '../turn-state.ts'

const answered = (turn: Turn, fact: FactId): boolean => Object.hasOwn(turn.case.answers, fact)

/** Facts still to be asked before the consent can be shown. Only contact data cannot be skipped. */
export function goalMissing(turn: Turn): FactId[] {
  const { script } = turn.knowledge
  const { goal } = turn.case
  if (!goal) return []
  const wanted =
    goal.kind === 'lead'
      ? [...script.consent.required, ...script.consent.contact]
      : [script.visit.topics, ...script.visit.contact]
  return wanted.filter(fact => !answered(turn, fact) && !turn.case.skipped.includes(fact))
}

function receiver(turn: Turn) {
  const { goal } = turn.case
  const { directory } = turn.knowledge.catalogue
  if (!goal) return undefined
  return goal.kind === 'lead' ? directory.institutions.get(goal.receiver) : directory.teams.get(goal.team)
}

/** The fields a consent covers, and those of them the owner may untick. */
function fieldsOf(turn: Turn): { fields: FactId[]; optional: FactId[] } {
  const { script } = turn.knowledge
  const lead = turn.case.goal?.kind === 'lead'
  const required = lead
    ? [...script.consent.required, ...script.consent.contact]
    : [script.visit.topics, ...script.visit.contact]
  const optional = script.consent.optional.filter(fact => answered(turn, fact) && !required.includes(fact))
  return { fields: [...required.filter(fact => answered(turn, fact)), ...optional], optional }
}

/** Shows what would go to the receiver and waits for a clear answer. */
export function showConsent(turn: Turn, before: readonly Line[] = []): void {
  const to = receiver(turn)
  const { goal, pending } = turn.case
  if (!to || !goal) return
  if (before.length > 0) turn.say({ lines: before })
  const { fields, optional } = fieldsOf(turn)
  const without = pending?.kind === 'consent' && pending.receiver === to.id ? pending.without : []
  turn.update({ pending: { kind: 'consent', receiver: to.id, fields, without, failures: 0 } })
  const members =
    'members' in to ? [field(turn.t('consent.members'), to.members.map(one => turn.w(one)).join(turn.comma))] : []
  const products =
    goal.kind === 'lead'
      ? goal.products
          .map(id => turn.knowledge.catalogue.products.get(id))
          .flatMap(product => (product ? [turn.w(product.title)] : []))
      : []
  const shown = fields.filter(fact => !without.includes(fact))
  const toggles = optional.map((fact): Button[] => [
    { text: `${without.includes(fact) ? '☐' : '☑'} ${title(turn, fact)}`, press: press('ct', fact) },
  ])
  turn.say(
    {
      title: turn.t('consent.title', { receiver: turn.w(to.title) }),
      lines: [
        field(turn.t('consent.receiver'), `${turn.w(to.title)}（${turn.w(to.contact)}）`),
        ...members,
        field(
          turn.t('consent.purpose'),
          turn.t(goal.kind === 'lead' ? 'consent.purpose-lead' : 'consent.purpose-visit'),
        ),
        ...(products.length > 0 ? [field(turn.t('consent.products'), products.join(turn.comma))] : []),
        head(turn.t('consent.fields')),
        ...shown.map(fact => field(title(turn, fact), answerText(turn, fact))),
        item(turn.t('consent.rating')),
        ...(goal.kind === 'lead' && goal.standby ? [text(turn.t('consent.standby'))] : []),
        text(turn.t('consent.terms')),
        text(turn.t('consent.masked')),
      ],
      buttons: [
        [
          { text: turn.t('button.agree'), press: press('cy', to.id), style: 'primary' },
          { text: turn.t('button.disagree'), press: press('cn', to.id) },
        ],
        ...toggles,
      ],
      note: turn.t('consent.note', { version: turn.knowledge.script.consent.text }),
    },
    `consent.${to.id}.${turn.case.consents.length}`,
  )
}

/** Ticks or unticks one optional field. */
export function toggleField(turn: Turn, fact: FactId): void {
  const { pending } = turn.case
  if (pending?.kind !== 'consent') return
  const { optional } = fieldsOf(turn)
  if (!optional.includes(fact)) return
  const without = pending.without.includes(fact)
    ? pending.without.filter(id => id !== fact)
    : [...pending.without, fact]
  turn.update({ pending: { ...pending, without } })
  showConsent(turn)
}

/** The owner said yes: consent is recorded, and the lead or visit goes out. */
export function giveConsent(turn: Turn): void {
  const { pending, goal } = turn.case
  const to = receiver(turn)
  if (pending?.kind !== 'consent' || !goal || !to) return
  const consent: Consent = {
    id: turn.newId('C'),
    receiver: to.id,
    purpose: goal.kind === 'lead' ? 'credit-assessment' : 'visit',
    fields: pending.fields.filter(fact => !pending.without.includes(fact)),
    text: turn.knowledge.script.consent.text,
    by: 'enterprise',
    at: turn.incoming.at,
    event: turn.incoming.eventId,
    ...(goal.kind === 'lead' && goal.standby ? { standby: goal.products } : {}),
  }
  turn.settle()
  turn.update({ consents: [...turn.case.consents, consent] })
  clearGoal(turn)
  turn.note('consent-given', consent.id, `${consent.receiver} ${consent.text}`)
  if (goal.kind === 'visit') openVisit(turn, consent, goal.by)
  else if (goal.standby) keepStandby(turn, consent)
  else openLead(turn, consent, goal.products, goal.preOffer ? { kind: 'pre-offer' } : {})
}

/** The owner said no: nothing is sent, nothing is held against anybody. */
export function refuseConsent(turn: Turn): void {
  const to = receiver(turn)
  clearGoal(turn)
  turn.settle()
  dropContact(turn)
  turn.note('consent-refused', to?.id ?? '')
  turn.say({
    lines: [text(turn.t('consent.refused', { receiver: to ? turn.w(to.title) : '' }))],
    buttons: [[{ text: turn.t('button.results'), press: press('x') }]],
  })
}

/** Contact data was given for a receiver only: with no consent in force or about to be, it is not kept. Tells whether some went. */
export function dropContact(turn: Turn): boolean {
  if (turn.case.goal || turn.case.consents.some(consent => consent.withdrawnAt === undefined)) return false
  const { facts } = turn.knowledge.rulebook
  const answers = Object.entries(turn.case.answers)
  const kept = answers.filter(([id]) => !facts.get(id)?.personal)
  if (kept.length === answers.length) return false
  turn.update({ answers: Object.fromEntries(kept) })
  return true
}

/** Gives up what was being collected for. */
export function clearGoal(turn: Turn): void {
  turn.update({ goal: undefined })
}
