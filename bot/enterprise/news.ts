// Who asked for it hears when something new fits: a new product, better known terms, a day that was reached. Looked at once a
// working day; one message a week at most, each with its reason; never to who did not ask, or asked for quiet.
import { read } from '#engine'
import { answersOn, calendarOf, nextTurnings, type Offer, possible, standingOf } from '#matching'
import { type Card, item, text } from '../card.ts'
import { turningText } from '../cards/calendar.ts'
import type { Case } from '../case.ts'
import { press } from '../press.ts'
import { deskSchedule } from '../staff/roster.ts'
import { isWorkingTime, nextWorkingTime } from '../staff/working-time.ts'
import { termsOf } from '../terms.ts'
import type { Turn } from '../turn-state.ts'

/** Key of the timer, and what its tick says. */
export const NEWS = 'news'
const MS_PER_DAY = 86_400_000
/** Days between two messages, at least. */
export const NEWS_PAUSE_DAYS = 7
const ITEMS_SHOWN = 5

type News = NonNullable<Case['news']>

const offersNow = (turn: Turn): readonly Offer[] => possible(turn.knowledge.catalogue, turn.reading).offers
const fitsOf = (offers: readonly Offer[]): News['fits'] =>
  offers.map(({ product }) => ({ product: product.id, terms: termsOf(product) }))

/** The first instant (ms since 1970) at which a company may hear something again; 0 when it never has. */
export const freeFrom = ({ toldAt }: News): number =>
  toldAt === undefined ? 0 : Date.parse(toldAt) + NEWS_PAUSE_DAYS * MS_PER_DAY

function planTick(turn: Turn): void {
  const tomorrow = new Date(Date.parse(turn.incoming.at) + MS_PER_DAY).toISOString()
  const at = nextWorkingTime(deskSchedule(turn.knowledge), tomorrow)
  if (at !== undefined) turn.remind(NEWS, at, NEWS)
}

/** The company wants to hear of it; what fits today is no news. */
export function askNews(turn: Turn): void {
  const { declined } = turn.case.news ?? {}
  const news: News = { since: turn.incoming.at, day: turn.today, fits: fitsOf(offersNow(turn)), declined }
  turn.update({ news, quiet: undefined })
  planTick(turn)
  turn.note('news-asked', 'case')
  turn.say({
    lines: [text(turn.t('news.on'))],
    buttons: [[{ text: turn.t('button.news-off'), press: press('nw', 'no') }]],
  })
}

/** No news any more. */
export function stopNews(turn: Turn): void {
  turn.update({ news: undefined })
  turn.forgetReminder(NEWS)
  turn.note('news-stopped', 'case')
  turn.say({ lines: [text(turn.t('news.off'))] })
}

/** What was just shown is no news. */
export function seen(turn: Turn): void {
  const { news } = turn.case
  if (news) turn.update({ news: { ...news, day: turn.today, fits: fitsOf(offersNow(turn)) } })
}

/** Why a product is news: its terms, the catalogue, or time alone; undefined when it is none. */
function whyNew(turn: Turn, { day, fits }: News, { product }: Offer): string | undefined {
  const had = fits.find(one => one.product === product.id)
  if (had) return had.terms === termsOf(product) ? undefined : turn.t('news.terms')
  const { catalogue, rulebook } = turn.knowledge
  const { answers } = turn.case
  const then = read(rulebook, answersOn(answers, day, catalogue.repairs), day)
  // it would have fitted on the last day as well, so it is the catalogue that has changed
  if (standingOf(product, then) === 'can') return turn.t('news.catalogue')
  const turning = nextTurnings(calendarOf(catalogue, rulebook, answers, day, turn.today)).get(product)
  return turning ? turningText(turn, turning) : turn.t('news.time')
}

function newsCard(turn: Turn, items: readonly { readonly offer: Offer; readonly why: string }[]): Card {
  const shown = items.slice(0, ITEMS_SHOWN)
  const hidden = items.length - shown.length
  return {
    title: turn.t('news.title', { count: items.length }),
    lines: [
      ...shown.map(({ offer: { product }, why }) =>
        item(
          `${turn.w(product.title)} — ${why}`,
          turn.t('offer.info', { mark: product.source.mark, date: product.source.date }),
        ),
      ),
      ...(hidden > 0 ? [text(turn.t('list.more', { count: hidden }))] : []),
    ],
    buttons: [
      ...shown.map(({ offer: { product } }) => [{ text: turn.w(product.title), press: press('p', product.id) }]),
      [
        { text: turn.t('button.results'), press: press('x') },
        { text: turn.t('button.news-off'), press: press('nw', 'no') },
      ],
    ],
    note: turn.t('bank-decides'),
  }
}

/** The daily look. What may not be said yet, this week or at night, is kept for later. */
export function newsTick(turn: Turn): void {
  const { news, quiet } = turn.case
  if (!news || quiet) return
  planTick(turn)
  if (!isWorkingTime(deskSchedule(turn.knowledge), turn.incoming.at)) return
  if (Date.parse(turn.incoming.at) < freeFrom(news)) return
  const offers = offersNow(turn)
  const items = offers.flatMap(offer => {
    const why = whyNew(turn, news, offer)
    return why === undefined ? [] : [{ offer, why }]
  })
  const looked = { ...news, day: turn.today, fits: fitsOf(offers) }
  if (items.length === 0) return turn.update({ news: looked })
  turn.update({ news: { ...looked, toldAt: turn.incoming.at } })
  turn.note('news-told', 'case', String(items.length))
  turn.say(newsCard(turn, items))
}
