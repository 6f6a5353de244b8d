// One question for a person on a phone: short, with buttons for everything that has buttons, and always a way out.
import type { FactDefinition, FactId } from '#engine'
import type { Question } from '#matching'
import { type Button, type Card, item, type Line, text } from '../card.ts'
import type { Case } from '../case.ts'
import { press } from '../press.ts'
import { title } from '../show.ts'
import type { Turn } from '../turn-state.ts'

const PER_ROW = 2
/** Longer labels get a row of their own on a phone. */
const LABEL_SHORT = 9

function rows(buttons: readonly Button[]): Button[][] {
  const out: Button[][] = []
  for (const button of buttons) {
    const last = out.at(-1)
    const fits = last && last.length < PER_ROW && [...last, button].every(one => one.text.length <= LABEL_SHORT)
    if (fits) last.push(button)
    else out.push([button])
  }
  return out
}

/** Ready answers for a fact without options, from the script. */
function quickButtons(turn: Turn, fact: FactId): Button[][] {
  const quick = turn.knowledge.script.quick[fact] ?? []
  return rows(quick.map((words, index) => ({ text: turn.w(words), press: press('k', fact, String(index)) })))
}

/** Buttons that answer one fact; too many options are listed on demand. */
export function optionButtons(turn: Turn, fact: FactDefinition, all = false): Button[][] {
  if (fact.type === 'flag')
    return [
      [
        { text: turn.t('button.yes'), press: press('a', fact.id, 'yes') },
        { text: turn.t('button.no'), press: press('a', fact.id, 'no') },
      ],
    ]
  const options = Object.entries(fact.options ?? {})
  if (options.length === 0) return quickButtons(turn, fact.id)
  if (!all && options.length > turn.knowledge.script.limits.optionsInline)
    return [[{ text: turn.t('button.list'), press: press('ls', fact.id) }]]
  if (fact.type === 'choice')
    return rows(options.map(([key, option]) => ({ text: turn.w(option.title), press: press('a', fact.id, key) })))
  const chosen = new Set(chosenOptions(turn.case, fact.id))
  const toggles = options.map(([key, option]) => ({
    text: `${chosen.has(key) ? '☑' : '☐'} ${turn.w(option.title)}`,
    press: press('m', fact.id, key),
  }))
  return [...rows(toggles), [{ text: turn.t('button.chosen'), press: press('md', fact.id), style: 'primary' }]]
}

/** The options of a several-choice fact ticked so far. */
export function chosenOptions({ answers }: Case, fact: FactId): readonly string[] {
  const value = answers[fact]?.value
  return Array.isArray(value) ? value : []
}

function exits(turn: Turn, facts: readonly FactId[]): Button[] {
  const [first] = facts
  const skip = facts.length === 1 && first ? press('s', first) : press('s', '*')
  return [
    { text: turn.t('button.skip'), press: skip },
    { text: turn.t('button.why'), press: press('w') },
    { text: turn.t('button.results'), press: press('x') },
  ]
}

/** How the open question reads: the natural request for several facts, or the fact's own question. */
export function questionText(turn: Turn, facts: readonly FactId[], request?: string): string {
  const { rulebook } = turn.knowledge
  const [first] = facts
  if (facts.length === 1 && first) return turn.w(rulebook.facts.get(first)?.ask ?? { zh: first, en: first })
  const words = request === undefined ? undefined : rulebook.requests.get(request)
  const all = [...rulebook.facts.values()].filter(fact => fact.request === request)
  if (words && all.every(fact => facts.includes(fact.id))) return turn.w(words)
  return turn.t('ask.several', { facts: facts.map(fact => title(turn, fact)).join(turn.comma) })
}

/** The card of a question; `before` is what was just recorded or answered. */
export function questionCard(
  turn: Turn,
  before: readonly Line[],
  facts: readonly FactId[],
  request?: string,
  note?: string,
): Card {
  const [first] = facts
  const fact = facts.length === 1 && first ? turn.knowledge.rulebook.facts.get(first) : undefined
  const lines = [...before, text(questionText(turn, facts, request))]
  if (fact) lines.push(item(turn.w(fact.help)))
  const singly: Button[][] = fact ? [] : [[{ text: turn.t('button.singly'), press: press('o') }]]
  const buttons = [...(fact ? optionButtons(turn, fact) : singly), exits(turn, facts)]
  return { lines, buttons, ...(note ? { note } : {}) }
}

/** So many products are named in a word of why; the rest are counted. */
const NAMED_IN_SHORT = 1

/** In a few words what hangs on a question; nothing where everybody is asked it. */
export function shortWhy(
  turn: Turn,
  { products, ratings }: Pick<Question, 'products' | 'ratings'>,
): string | undefined {
  const named = products.slice(0, NAMED_IN_SHORT).map(product => turn.w(product.title))
  const parts = [
    ...(products.length > NAMED_IN_SHORT
      ? [turn.t('ask.why-products', { first: named.join(turn.comma), count: products.length })]
      : named),
    ...(ratings.length > 0 ? [turn.t('ask.why-ratings')] : []),
  ]
  return parts.length > 0 ? turn.t('ask.why', { what: parts.join(turn.comma) }) : undefined
}

/** Why a question is asked: the products and points that hang on it. */
export function whyText(turn: Turn, question: Pick<Question, 'products' | 'ratings'>): string {
  const { limits } = turn.knowledge.script
  const products = question.products.slice(0, limits.buttonsInline).map(product => turn.w(product.title))
  const ratings = question.ratings.map(rating => turn.w(rating.model.title))
  if (products.length > 0 && ratings.length > 0)
    return turn.t('why.both', {
      count: question.products.length,
      products: products.join(turn.comma),
      ratings: ratings.join(turn.comma),
    })
  if (products.length > 0)
    return turn.t('why.products', { count: question.products.length, products: products.join(turn.comma) })
  return ratings.length > 0 ? turn.t('why.ratings', { ratings: ratings.join(turn.comma) }) : turn.t('why.need')
}
