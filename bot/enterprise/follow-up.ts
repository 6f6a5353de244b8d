// Some days after a lead has ended the company is asked three short questions, and months later it is offered the one next
// topic that fits, once. Who has withdrawn everything or asked for quiet is left alone.
import { possible } from '#matching'
import { isOpen } from '../bank/lead.ts'
import { type Button, text } from '../card.ts'
import type { Case, Lead } from '../case.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import type { Turn } from '../turn-state.ts'

/** The three questions, in order; each is answered yes or no. */
export const FEEDBACK_QUESTIONS = ['helped', 'contacted', 'again'] as const
type Feedback = NonNullable<Case['feedback']>[number]

const mayWrite = (turn: Turn): boolean => !turn.case.quiet

function questionButtons(turn: Turn, lead: string, index: number): Button[][] {
  return [
    [
      { text: turn.t('button.yes'), press: press('fb', lead, String(index), 'yes') },
      { text: turn.t('button.no'), press: press('fb', lead, String(index), 'no') },
    ],
    [{ text: turn.t('button.quiet'), press: press('qt') }],
  ]
}

function ask(turn: Turn, lead: Lead, index: number): void {
  const question = FEEDBACK_QUESTIONS[index]
  if (question === undefined) return turn.say({ lines: [text(turn.t('feedback.thanks'))] })
  turn.say({
    lines: [text(turn.t(`feedback.${question}`, { receiver: deskName(turn, lead.receiver) }))],
    buttons: questionButtons(turn, lead.id, index),
  })
}

/** The tick of the first question. */
export function askFeedback(turn: Turn, lead: Lead): void {
  if (mayWrite(turn) && !turn.case.feedback?.some(one => one.lead === lead.id)) ask(turn, lead, 0)
}

/** One answer; the next question follows at once. Pressed twice, the last answer counts. */
export function recordFeedback(turn: Turn, id: string, position: string, given: string): void {
  const lead = turn.case.leads.find(one => one.id === id)
  const index = Number(position)
  const question = FEEDBACK_QUESTIONS[index]
  if (!lead || question === undefined) return
  const others = (turn.case.feedback ?? []).filter(one => one.lead !== id || one.question !== question)
  const answer: Feedback = { lead: id, question, yes: given === 'yes', at: turn.incoming.at }
  turn.update({ feedback: [...others, answer] })
  turn.note('feedback', id, `${question} ${answer.yes ? 'yes' : 'no'}`)
  ask(turn, lead, index + 1)
}

/** The tick months later: one product the company has not tried, if one fits by now. Once. */
export function offerNextTopic(turn: Turn): void {
  if (!mayWrite(turn) || turn.case.leads.some(isOpen)) return
  const tried = new Set(turn.case.leads.flatMap(lead => lead.products))
  const next = possible(turn.knowledge.catalogue, turn.reading).offers.find(
    ({ product }) => !tried.has(product.id) && !product.bankSide,
  )
  if (!next) return
  turn.note('next-topic', next.product.id)
  turn.say({
    lines: [text(turn.t('next-topic', { product: turn.w(next.product.title) }))],
    buttons: [
      [{ text: turn.w(next.product.title), press: press('p', next.product.id) }],
      [{ text: turn.t('button.quiet'), press: press('qt') }],
    ],
    note: turn.t('bank-decides'),
  })
}

/** No messages by themselves any more; what is under way goes on. */
export function beQuiet(turn: Turn): void {
  turn.update({ quiet: true, news: undefined })
  turn.forgetReminder('feedback')
  turn.forgetReminder('next-topic')
  turn.forgetReminder('news')
  turn.note('quiet', 'case')
  turn.say({ lines: [text(turn.t('quiet'))] })
}
