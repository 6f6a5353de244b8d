// The owner moves a lead on: talks, intention; a credit line and a payout only with their figures.
import { FEN_PER_WAN, PPM_PER_PERCENT, scaleDecimal } from '#engine'
import { type Line, text } from '../../card.ts'
import type { Lead, LeadState } from '../../case.ts'
import { readAnswer } from '../../language/index.ts'
import { deskName } from '../../show.ts'
import { forDesk, type Turn } from '../../turn-state.ts'
import { afterClosing } from '../after-closing.ts'
import { refresh, type Staff, tell, tellText } from '../desk.ts'
import { advance, appliedAt, mayBecome } from '../lead.ts'
import { putLead } from '../put-lead.ts'
import { reacted } from '../watch.ts'

const MS_PER_DAY = 86_400_000
const MONTHS_PER_YEAR = 12
/** Yearly rates above this were not meant as percent. */
const RATE_PERCENT_MAX = 36
const RATE = /(\d{1,2}(?:\.\d{1,4})?)\s*[%％]/
const TERM = /(\d{1,3})\s*(个月|月|年)/

export function move(turn: Turn, lead: Lead, staff: Staff, to: LeadState): void {
  if (!mayBecome(lead, to)) return
  if (to === 'granted' || to === 'paid') {
    // the state changes only with the amount: 意向 ≠ 授信 ≠ 放款, and none of them is said without its figure
    putLead(turn, { ...reacted(turn, lead), awaiting: to })
    return tellText(turn, lead, 'lead.how-much', { state: forDesk(turn).t(`lead.state.${to}`) })
  }
  const moved = advance(lead, to, staff.person, turn.incoming.at)
  if (!moved) return
  const { blockage: _solved, ...rest } = reacted(turn, moved)
  refresh(turn, rest)
  turn.note(`lead-${to}`, lead.id)
  turn.say({
    lines: [text(turn.t(`lead.now.${to}`, { receiver: deskName(turn, lead.receiver) }))],
    note: turn.t('bank-decides'),
  })
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

/** Rate and term, when the clerk wrote them beside the amount: "800 万，3.45%，12 个月". */
function readTerms(words: string): Pick<Lead, 'rate' | 'months'> {
  const [, percent] = RATE.exec(words) ?? []
  const [, count, unit] = TERM.exec(words) ?? []
  const rate = percent === undefined ? undefined : scaleDecimal(percent, PPM_PER_PERCENT)
  const months = count === undefined ? undefined : Number(count) * (unit === '年' ? MONTHS_PER_YEAR : 1)
  return {
    ...(rate !== undefined && rate <= RATE_PERCENT_MAX * PPM_PER_PERCENT ? { rate } : {}),
    ...(months === undefined ? {} : { months }),
  }
}

/** Days from the application to the credit line, begun ones counted. */
function daysTaken(turn: Turn, lead: Lead): number {
  return Math.ceil((Date.parse(turn.incoming.at) - Date.parse(appliedAt(lead))) / MS_PER_DAY)
}

/** The figures of a credit line or payout, as the clerk typed them. */
export function recordAmount(turn: Turn, lead: Lead, staff: Staff, words: string): void {
  const to = lead.awaiting
  const amount = readAmount(turn, words.replace(RATE, ' ').replace(TERM, ' '))
  const moved = to && amount !== undefined ? advance(lead, to, staff.person, turn.incoming.at) : undefined
  if (!to || amount === undefined || !moved)
    return tellText(turn, lead, 'lead.how-much', { state: forDesk(turn).t(`lead.state.${to ?? 'granted'}`) })
  const { blockage: _solved, awaiting: _told, ...rest } = reacted(turn, moved)
  const days = lead.days ?? daysTaken(turn, lead)
  refresh(turn, { ...rest, amount, days, ...readTerms(words) })
  turn.note(`lead-${to}`, lead.id)
  const values = { receiver: deskName(turn, lead.receiver), amount: String(amount / FEN_PER_WAN) }
  const lines: Line[] = [text(turn.t(`lead.now.${to}`, values))]
  turn.say({ lines, note: turn.t('bank-decides') })
  tell(turn, lead, { lines: [text(forDesk(turn).t('lead.recorded', { days }))] })
  if (to === 'paid') afterClosing(turn, lead)
}
