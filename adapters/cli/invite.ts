// `yinqi invite`: what a product would come to with the companies that asked to hear of something new, without a word of
// who they are, and with --send the offer to them. Whether each may hear it is decided in its own turn.
import { invitable, maskedOffer } from '#bot'
import { loadData } from '../files/load.ts'
import { invite as askOut } from '../pre-offers.ts'
import { InputFault } from './input.ts'
import { withStore } from './open-store.ts'

interface Options {
  readonly from: string
  readonly send: boolean
  readonly json: boolean
}

/** `yinqi invite PRODUCT --from INSTITUTION` */
export async function invite(id: string, { from, send, json }: Options): Promise<void> {
  const { catalogue, knowledge } = loadData()
  const product = catalogue.products.get(id)
  if (!product) throw new InputFault(`no product ${id}; yinqi catalogue list shows them all`)
  if (!invitable(knowledge, from).includes(product))
    throw new InputFault(`${from} does not offer ${id}, or has no desk`)
  const now = () => new Date()
  const by = send ? 'operator' : undefined
  const { agreed, offers, sent } = await withStore(store => askOut({ store, knowledge, now }, from, product, by))
  const found = { agreed, fitting: offers.length, sent, rows: offers.map(maskedOffer) }
  if (json) {
    process.stdout.write(`${JSON.stringify({ product: id, from, ...found })}\n`)
    return
  }
  const rows = found.rows.map(({ rank, grades, preLimit, score, toCheck }) =>
    [`${rank}.`, grades.join('/'), score ?? '', preLimit ?? '', toCheck > 0 ? `待核 to check ${toCheck}` : '']
      .filter(part => part !== '')
      .join('  '),
  )
  process.stdout.write(
    `${product.title.zh}：愿意接收消息 agreed ${found.agreed}，适合 fitting ${found.fitting}，已排队 queued ${found.sent}\n${rows.map(row => `${row}\n`).join('')}`,
  )
}
