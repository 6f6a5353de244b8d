// What bank staff do with a lead: take it, move it on, refuse it with a coded reason, ask for papers, write to the company.
// Rights are checked here, at the moment of the write: only the lead's own desk, and after taking only its owner.
import { FEN_PER_WAN } from '#engine'
import { type Card, field, quote, text } from '../card.ts'
import type { Lead, LeadState } from '../case.ts'
import { readAnswer } from '../language/index.ts'
import type { Sender } from '../ports.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { advance, isOpen } from './lead.ts'
import { leadCard } from './lead-card.ts'
import { putLead } from './open-lead.ts'

type Staff = Extract<Sender, { kind: 'staff' }>

const MOVES: Record<string, LeadState> = { talking: 'talking', intent: 'intent', granted: 'granted', paid: 'paid' }

/** A line in the lead's thread that only staff see. */
function tell(turn: Turn, lead: Lead, card: Card): void {
  turn.post(lead.receiver, lead.id, card)
}

function refresh(turn: Turn, lead: Lead): void {
  putLead(turn, lead)
  turn.post(lead.receiver, lead.id, leadCard(turn, lead), lead.id)
}

function take(turn: Turn, lead: Lead, staff: Staff): void {
  const desk = forDesk(turn)
  if (lead.owner) {
    const key = lead.owner.person === staff.person ? 'lead.already-yours' : 'lead.already-taken'
    tell(turn, lead, { lines: [text(desk.t(key, { name: lead.owner.name }))] })
    return
  }
  const taken = advance(lead, 'taken', staff.person, turn.incoming.at)
  if (!taken) return
  refresh(turn, { ...taken, owner: { person: staff.person, name: staff.name } })
  turn.note('lead-taken', lead.id)
  tell(turn, lead, { lines: [text(desk.t('lead.thread-how'))] })
  turn.say({
    lines: [text(turn.t('lead.taken', { receiver: deskName(turn, lead.receiver), name: staff.name }))],
    buttons: [
      [
        { text: turn.t('button.reply'), press: press('rp', lead.id) },
        { text: turn.t('button.status'), press: press('st') },
      ],
    ],
  })
}

function offerReasons(turn: Turn, lead: Lead): void {
  const desk = forDesk(turn)
  const reasons = Object.entries(turn.knowledge.script.refusals)
  tell(turn, lead, {
    lines: [text(desk.t('lead.why-refuse'))],
    buttons: reasons.map(([code, reason]) => [
      { text: desk.w(reason.title), press: press('L', lead.id, 'refused', code) },
    ]),
  })
}

function refuse(turn: Turn, lead: Lead, staff: Staff, code: string): void {
  const reason = Object.hasOwn(turn.knowledge.script.refusals, code) ? turn.knowledge.script.refusals[code] : undefined
  const refused = reason && advance(lead, 'refused', staff.person, turn.incoming.at)
  if (!reason || !refused) return
  refresh(turn, {
    ...refused,
    owner: lead.owner ?? { person: staff.person, name: staff.name },
    refusal: code,
    awaiting: undefined,
  })
  turn.note('lead-refused', lead.id, code)
  turn.say({
    title: turn.t('lead.refused-title', { receiver: deskName(turn, lead.receiver) }),
    lines: [
      field(turn.t('lead.refusal'), turn.w(reason.title)),
      field(turn.t('lead.way'), turn.w(reason.way)),
      text(turn.t('lead.refused-next')),
    ],
    buttons: [
      [
        { text: turn.t('button.results'), press: press('x') },
        { text: turn.t('button.visit'), press: press('vs') },
      ],
    ],
    note: turn.t('lead.refused-note'),
  })
}

function move(turn: Turn, lead: Lead, staff: Staff, to: LeadState): void {
  const moved = advance(lead, to, staff.person, turn.incoming.at)
  if (!moved) return
  const desk = forDesk(turn)
  if (to === 'granted' || to === 'paid') {
    // the state changes only with the amount: 意向 ≠ 授信 ≠ 放款, and none of them is said without its figure
    putLead(turn, { ...lead, awaiting: to })
    tell(turn, lead, { lines: [text(desk.t('lead.how-much', { state: desk.t(`lead.state.${to}`) }))] })
    return
  }
  refresh(turn, moved)
  turn.note(`lead-${to}`, lead.id)
  turn.say({
    lines: [text(turn.t(`lead.now.${to}`, { receiver: deskName(turn, lead.receiver) }))],
    note: turn.t('bank-decides'),
  })
}

function askPapers(turn: Turn, lead: Lead): void {
  const products = lead.products.flatMap(id => turn.knowledge.catalogue.products.get(id) ?? [])
  const ids = [...new Set(products.flatMap(product => product.documents))]
  const names = ids.flatMap(id => turn.knowledge.catalogue.documents.get(id) ?? []).map(words => turn.w(words))
  turn.note('papers-asked', lead.id)
  turn.say({
    lines: [
      text(
        turn.t('lead.papers-asked', {
          receiver: deskName(turn, lead.receiver),
          papers: names.join(turn.comma) || turn.t('lead.papers-usual'),
        }),
      ),
    ],
    buttons: [[{ text: turn.t('button.reply'), press: press('rp', lead.id) }]],
  })
  tell(turn, lead, { lines: [text(forDesk(turn).t('lead.papers-sent'))] })
}

/** Somebody who may not: the same neutral words whatever the reason, and a row in the audit log. */
function deny(turn: Turn, lead: Lead, staff: Staff, why: string): void {
  turn.note('denied', lead.id, why)
  if (staff.desk === lead.receiver)
    tell(turn, lead, { lines: [text(forDesk(turn).t('lead.not-yours', { name: lead.owner?.name ?? '' }))] })
}

/** A button of a lead's card. */
export function handleLeadPress(
  turn: Turn,
  lead: Lead,
  staff: Staff,
  verb: string,
  argument: string | undefined,
): void {
  if (staff.desk !== lead.receiver) return deny(turn, lead, staff, 'other-desk')
  if (!isOpen(lead)) return tell(turn, lead, { lines: [text(forDesk(turn).t('lead.closed'))] })
  if (verb === 'take') return take(turn, lead, staff)
  if (lead.owner && lead.owner.person !== staff.person) return deny(turn, lead, staff, 'not-owner')
  if (verb === 'refuse') return offerReasons(turn, lead)
  if (verb === 'refused') return refuse(turn, lead, staff, argument ?? '')
  if (!lead.owner) return tell(turn, lead, { lines: [text(forDesk(turn).t('lead.take-first'))] })
  if (verb === 'papers') return askPapers(turn, lead)
  const to = MOVES[verb]
  if (to) move(turn, lead, staff, to)
}

function readAmount(turn: Turn, words: string): number | undefined {
  const fact = turn.knowledge.rulebook.facts.get(turn.knowledge.catalogue.need.amount)
  if (!fact) return undefined
  const read = readAnswer(turn.knowledge.lexicon, fact, words, {
    today: turn.today,
    pending: [fact.id],
    language: 'zh',
  })
  return read.is === 'value' && typeof read.value === 'number' ? read.value : undefined
}

function recordAmount(turn: Turn, lead: Lead, staff: Staff, words: string): void {
  const desk = forDesk(turn)
  const amount = readAmount(turn, words)
  const to = lead.awaiting
  const moved = to && amount !== undefined ? advance(lead, to, staff.person, turn.incoming.at) : undefined
  if (!to || amount === undefined || !moved)
    return tell(turn, lead, {
      lines: [text(desk.t('lead.how-much', { state: desk.t(`lead.state.${to ?? 'granted'}`) }))],
    })
  refresh(turn, { ...moved, amount, awaiting: undefined })
  turn.note(`lead-${to}`, lead.id)
  const values = { receiver: deskName(turn, lead.receiver), amount: String(amount / FEN_PER_WAN) }
  turn.say({ lines: [text(turn.t(`lead.now.${to}`, values))], note: turn.t('bank-decides') })
}

/** Words a clerk typed into the lead's thread: they go to the company, unless a figure was asked for. */
export function handleLeadText(turn: Turn, lead: Lead, staff: Staff, words: string): void {
  if (staff.desk !== lead.receiver) return deny(turn, lead, staff, 'other-desk')
  const desk = forDesk(turn)
  if (!isOpen(lead)) return tell(turn, lead, { lines: [text(desk.t('lead.closed'))] })
  if (!lead.owner) return tell(turn, lead, { lines: [text(desk.t('lead.take-first'))] })
  if (lead.owner.person !== staff.person) return deny(turn, lead, staff, 'not-owner')
  if (lead.awaiting) return recordAmount(turn, lead, staff, words)
  const limit = turn.knowledge.script.limits.relayCharacters
  turn.note('message-to-enterprise', lead.id)
  turn.say({
    lines: [
      quote(turn.t('relay.from', { receiver: deskName(turn, lead.receiver), name: staff.name }), words.slice(0, limit)),
    ],
    buttons: [[{ text: turn.t('button.reply'), press: press('rp', lead.id) }]],
    note: turn.t('relay.note'),
  })
}
