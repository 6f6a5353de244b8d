// A clerk asks the company for papers: those of the lead's products, or the ones chosen in a form, and others by name.
import { quote, text } from '../../card.ts'
import type { Lead } from '../../case.ts'
import { press } from '../../press.ts'
import { deskName } from '../../show.ts'
import type { Turn } from '../../turn-state.ts'
import { tellText } from '../desk.ts'
import { putLead } from '../put-lead.ts'
import { reacted } from '../watch.ts'

/** What was ticked in a form. */
interface Wanted {
  /** ids of documents */
  readonly chosen: readonly string[]
  readonly other?: string | undefined
}

export function askPapers(turn: Turn, lead: Lead, wanted?: Wanted): void {
  const products = lead.products.flatMap(id => turn.knowledge.catalogue.products.get(id) ?? [])
  const ids = wanted?.chosen ?? [...new Set(products.flatMap(product => product.documents))]
  const names = ids.flatMap(id => turn.knowledge.catalogue.documents.get(id) ?? []).map(words => turn.w(words))
  putLead(turn, reacted(turn, lead))
  turn.note('papers-asked', lead.id)
  turn.say({
    lines: [
      text(
        turn.t('lead.papers-asked', {
          receiver: deskName(turn, lead.receiver),
          papers: names.join(turn.comma) || turn.t('lead.papers-usual'),
        }),
      ),
      ...(wanted?.other ? [quote(deskName(turn, lead.receiver), wanted.other)] : []),
    ],
    buttons: [[{ text: turn.t('button.reply'), press: press('rp', lead.id) }]],
  })
  tellText(turn, lead, 'lead.papers-sent')
}
