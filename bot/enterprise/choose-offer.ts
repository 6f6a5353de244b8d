// The owner types which offer is wanted instead of pressing it: a plan by its number or a product by its name. Applying only
// begins the way to consent; nothing leaves before that.
import { type Match, match, type Product } from '#matching'
import { type Button, type Line, text } from '../card.ts'
import { shownPlans } from '../cards/plan.ts'
import { receiversOf } from '../cards/product.ts'
import { type OfferChoice, readOfferChoice } from '../language/index.ts'
import { press } from '../press.ts'
import type { Turn } from '../turn-state.ts'
import { applyFor, showProduct } from './apply.ts'
import { fold } from './definition.ts'
import { outlookFor } from './question.ts'
import { showPlans } from './results.ts'

/** A name may be left without its beginning (善科贷 of 建行善科贷), down to so many characters. */
const NAME_MIN = 3
const OFFERED_MAX = 6
/** Words that half of all products end with name none of them. */
const COMMON =
  /^(?:科技|科创|信用|质押|抵押|担保|保证|贷款|信贷|贴息|专项|企业|补贴|保险|保费|知识产权|融资|支持|奖励|风险池|技术|的)+$/

interface Named {
  readonly product: Product
  /** of the name, in characters; 0 where the words do not name it */
  readonly length: number
  readonly whole: boolean
}

/** How a product is named in the words: by its whole name, or in Chinese by the end of it. */
function namedIn(words: string, product: Product): Named {
  const [zh, en] = [fold(product.title.zh.replace(/（[^（）]*）$/, '')), fold(product.title.en)]
  const whole = [zh, en].find(name => words.includes(name))
  if (whole) return { product, length: whole.length, whole: true }
  for (let from = 1; zh.length - from >= NAME_MIN; from += 1) {
    const part = zh.slice(from)
    if (words.includes(part)) return { product, length: COMMON.test(part) ? 0 : part.length, whole: false }
  }
  return { product, length: 0, whole: false }
}

const isRefused = (found: Match, { id }: Product): boolean => found.refused.some(one => one.product.id === id)

/** The products that are meant; what the company cannot have, and anything beside facts, only by the whole name. */
function productsNamed(found: Match, raw: string, besideFacts: boolean): readonly Product[] {
  const words = fold(raw)
  const products = [...found.offers, ...found.open, ...found.refused].map(one => one.product)
  const named = products
    .map(product => namedIn(words, product))
    .filter(({ product, whole }) => whole || !(besideFacts || isRefused(found, product)))
  const longest = Math.max(1, ...named.map(one => one.length))
  return named.filter(one => one.length === longest).map(one => one.product)
}

/** Shows or applies for what was chosen in words; false when nothing was. `before` is said first; beside facts only a name chooses. */
export function chooseOffer(turn: Turn, raw: string, before: readonly Line[]): boolean {
  const choice = readOfferChoice(raw)
  if (!choice) return false
  const found = match(turn.knowledge.catalogue, turn.reading)
  const named = productsNamed(found, raw, before.length > 0)
  const byNumber = named.length === 0 && choice.plan !== undefined && before.length === 0 && isOpenFor(turn, choice)
  if (named.length === 0 && !byNumber) return false
  const [only, ...others] = byNumber ? planned(turn, choice) : named
  // what the company cannot have is shown with its reason and the way back instead
  if (only && others.length === 0 && choice.applies && receiversOf(turn, only).length > 0 && !isRefused(found, only)) {
    applyFor(turn, only.id, [...before, text(turn.t('apply.chosen', { product: turn.w(only.title) }))])
    return true
  }
  if (before.length > 0) turn.say({ lines: before })
  if (!only) showPlans(turn)
  else if (others.length > 0) askWhich(turn, [only, ...others], choice)
  else showProduct(turn, only.id)
  return true
}

/** Before any plan was shown, or while another question waits, a number alone means something else. */
const isOpenFor = (turn: Turn, { applies }: OfferChoice): boolean =>
  turn.case.shown && (applies || turn.case.pending === undefined)

/** The product that leads the plan of this number; none where no plan has it. */
function planned(turn: Turn, { plan = 0 }: OfferChoice): readonly Product[] {
  const chosen = shownPlans(turn, outlookFor(turn).settled).plans[plan - 1]
  return chosen ? [chosen.plan.main] : []
}

function askWhich(turn: Turn, products: readonly Product[], { applies }: OfferChoice): void {
  const buttons = products
    .slice(0, OFFERED_MAX)
    .map((one): Button[] => [{ text: turn.w(one.title), press: press(applies ? 'ap' : 'p', one.id) }])
  turn.say({ lines: [text(turn.t('offer.which'))], buttons })
}
