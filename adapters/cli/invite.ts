// `yinqi invite`: what a product would come to with the companies that asked to hear of something new, without a word of
// who they are, and with --send the offer to them. Whether each may hear it is decided in its own turn.
import { dayInChina, PRE_OFFER } from '#bot'
import { UNITS_PER_POINT } from '#engine'
import { type PreOffer, showAmount, whitelist } from '#matching'
import { loadData } from '../files/load.ts'
import type { OpenStore } from '../store/open.ts'
import { InputFault } from './input.ts'
import { withStore } from './open-store.ts'

interface Options {
  readonly from: string
  readonly send: boolean
  readonly json: boolean
}

/** A row without anything that tells who it is: no id, no place, no trade. */
const masked = ({ rank, standing, preLimit, rating, lacks }: PreOffer) => ({
  rank,
  standing,
  preLimit: preLimit ? showAmount(preLimit, 'zh') : null,
  score: rating ? `${rating.score.low / UNITS_PER_POINT}～${rating.score.high / UNITS_PER_POINT}` : null,
  grades: rating?.grades ?? [],
  toCheck: lacks.length,
})

/** Cases that asked to hear of something new, with their answers. */
async function listeners(store: OpenStore) {
  const timers = await store.database.prisma.timer.findMany({ where: { key: 'news' }, select: { caseId: true } })
  const cases = await Promise.all(
    timers.map(({ caseId }) =>
      store.caseOf({
        platform: 'clock',
        eventId: caseId,
        at: new Date().toISOString(),
        target: { kind: 'case', case: caseId },
        from: { kind: 'clock' },
        event: { kind: 'open' },
      }),
    ),
  )
  return cases.flatMap(one => (one?.news && !one.quiet ? [{ id: one.id, dossier: one.answers }] : []))
}

/** `yinqi invite PRODUCT --from INSTITUTION` */
export async function invite(id: string, { from, send, json }: Options): Promise<void> {
  const { catalogue, rulebook } = loadData()
  const product = catalogue.products.get(id)
  if (!product) throw new InputFault(`no product ${id}; yinqi catalogue list shows them all`)
  if (!product.institutions.includes(from) || !catalogue.directory.institutions.get(from)?.desk)
    throw new InputFault(`${from} does not offer ${id}, or has no desk`)
  const found = await withStore(async store => {
    const at = new Date()
    const firms = await listeners(store)
    const { offers } = whitelist(catalogue, rulebook, product, firms, { today: dayInChina(at.toISOString()) })
    // the key is one a receiver: an offer that still waits is replaced, never added to
    if (send)
      for (const { firm } of offers) {
        const timer = { at, what: `${PRE_OFFER}:${from} ${id}`, id: crypto.randomUUID(), rungAt: null }
        const key = `${PRE_OFFER}.${from}`
        await store.database.prisma.timer.upsert({
          where: { caseId_key: { caseId: firm, key } },
          create: { caseId: firm, key, ...timer },
          update: timer,
        })
      }
    return { agreed: firms.length, fitting: offers.length, sent: send ? offers.length : 0, rows: offers.map(masked) }
  })
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
