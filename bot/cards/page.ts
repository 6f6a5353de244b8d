// What was read on a pasted page, all of it side by side, before anything is stored: the owner says yes, or what is wrong.
import { type Card, field, type Line, text } from '../card.ts'
import type { Pending } from '../case.ts'
import { press } from '../press.ts'
import { showCandidate, title } from '../show.ts'
import type { Turn } from '../turn-state.ts'

type PendingPage = Extract<Pending, { kind: 'page' }>

/** The card of a page that waits for a yes, saying `before` first. */
export function pageCard(turn: Turn, { values, doubts }: PendingPage, before: readonly Line[]): Card {
  const open = doubts.map(doubt => title(turn, doubt.fact)).join(turn.comma)
  return {
    lines: [
      ...before,
      text(turn.t('page.read', { count: String(values.length) })),
      ...values.map(({ fact, value }) => field(title(turn, fact), showCandidate(turn, fact, value))),
      ...(open === '' ? [] : [text(turn.t('page.open', { facts: open }))]),
      text(turn.t('page.check')),
    ],
    buttons: [
      [
        { text: turn.t('button.page-yes'), press: press('py'), style: 'primary' },
        { text: turn.t('button.page-no'), press: press('pn') },
      ],
    ],
  }
}
