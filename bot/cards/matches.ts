// What the company can have, in groups: can apply, one answer away, one step away, not suitable. Each line carries the
// owner's value, the limit and how sure the information is.
import {
  groupsOf,
  type Match,
  type NoLine,
  type Offer,
  type Product,
  showAmount,
  type Undecided,
  type Why,
} from '#matching'
import { type Button, type Card, head, item, type Line, text } from '../card.ts'
import { press } from '../press.ts'
import { title } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { calendarLines } from './calendar.ts'
import { termsText } from './product.ts'
import { noLine, stepLine } from './step.ts'

/** So many missing answers still count as near. */
const NEAR_ANSWERS = 2
/** Unsuitable for what the company is, not for its place, its need or the day. */
const OWN = new Set<Why>(['far', 'rating', 'fixed'])
function offerLine(turn: Turn, { product, amount, modifiers }: Offer): Line {
  const shown =
    amount && (amount.low !== undefined || amount.high !== undefined)
      ? turn.t('offer.amount', { amount: showAmount(amount, turn.language) })
      : undefined
  const better =
    modifiers.length > 0
      ? turn.t('offer.modified', { names: modifiers.map(one => turn.w(one.title)).join(turn.comma) })
      : undefined
  const parts = [shown, termsText(turn, product), better].filter(Boolean).join(' · ')
  return item(`${turn.w(product.title)}${parts ? ` — ${parts}` : ''}`, infoText(turn, product))
}

const infoText = (turn: Turn, product: Product): string =>
  turn.t('offer.info', { mark: product.source.mark, date: product.source.date })

function openLine(turn: Turn, { product, lacks, asks }: Undecided): Line {
  const what = asks
    ? turn.t('open.ask')
    : turn.t('open.lacks', { facts: lacks.map(fact => title(turn, fact)).join(turn.comma) })
  return item(`${turn.w(product.title)} — ${what}`)
}

const more = (turn: Turn, hidden: number): Line[] => (hidden > 0 ? [text(turn.t('list.more', { count: hidden }))] : [])

function group<T>(
  turn: Turn,
  key: string,
  list: readonly T[],
  limit: number,
  line: (one: T) => readonly Line[],
): Line[] {
  if (list.length === 0) return []
  return [
    head(turn.t(key, { count: list.length })),
    ...list.slice(0, limit).flatMap(line),
    ...more(turn, list.length - limit),
  ]
}

/** The four groups. Products that are only for other places are counted, not listed. */
export function matchCard(turn: Turn, found: Match): Card {
  const { limits } = turn.knowledge.script
  const groups = groupsOf(turn.knowledge.catalogue, turn.reading, found)
  const { step } = groups
  const never = groups.no.filter(line => OWN.has(line.why))
  const decidable = found.open.filter(one => !one.asks)
  const near = decidable.filter(one => one.lacks.length <= NEAR_ANSWERS)
  const far = decidable.length - near.length
  const asks = found.open.filter(one => one.asks)
  const elsewhere = found.refused.filter(refusal => refusal.elsewhere).length
  const lines = [
    ...group(turn, 'group.can', found.offers, limits.offersShown, offer => [offerLine(turn, offer)]),
    ...group(turn, 'group.open', near, limits.openShown, one => [openLine(turn, one)]),
    ...(far > 0 ? [text(turn.t('group.open-far', { count: far }))] : []),
    ...group(turn, 'group.step', step, limits.refusalsShown, line => [stepLine(turn, line, groups)]),
    ...calendarLines(turn),
    ...group(turn, 'group.no', never, limits.refusalsShown, line => [noLine(turn, line)]),
    ...group(turn, 'group.ask', asks, limits.openShown, one => [openLine(turn, one)]),
    ...(elsewhere > 0 ? [text(turn.t('group.elsewhere', { count: elsewhere }))] : []),
  ]
  if (found.offers.length === 0)
    lines.unshift(text(turn.t(step.length + found.open.length > 0 ? 'match.none-yet' : 'match.none')))
  const details: Button[] = [...found.offers, ...near]
    .slice(0, limits.buttonsInline)
    .map(({ product }) => ({ text: turn.w(product.title), press: press('p', product.id) }))
  const buttons = [
    ...details.map(button => [button]),
    ...(never.length + step.length > limits.refusalsShown
      ? [[{ text: turn.t('button.all-refusals'), press: press('xr') }]]
      : []),
  ]
  return { title: turn.t('match.title'), lines, buttons, note: turn.t('match.note') }
}

/** Everything unsuitable for this company and place, each with all its reasons. */
export function refusalCard(turn: Turn, found: Match): Card {
  const groups = groupsOf(turn.knowledge.catalogue, turn.reading, found)
  const { step } = groups
  // an edition that is over, or not there yet, is no refusal while another one can be had
  const had = new Set([...groups.can, ...groups.answer, ...step].map(line => line.product.title.zh))
  const dated = (line: NoLine) => line.why === 'over' || line.why === 'not-yet'
  const no = groups.no.filter(line => line.why !== 'place' && !(dated(line) && had.has(line.product.title.zh)))
  return {
    title: turn.t('refusals.title'),
    lines: [
      ...step.map(line => stepLine(turn, line, groups)),
      ...no.map(line => noLine(turn, line)),
      ...(step.length + no.length === 0 ? [text(turn.t('refusals.none'))] : []),
    ],
    // whoever doubts a no can have a person look at it
    buttons: [[{ text: turn.t('button.person'), press: press('h') }]],
    note: turn.t('match.note'),
  }
}
