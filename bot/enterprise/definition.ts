// What a word means, from data: the officer's glossary first, then products, ratings and their parts, facts, options, papers
// and institutions by their names. Nothing is explained that the data does not hold.
import type { Words } from '#engine'
import { item, type Line, text } from '../card.ts'
import type { Turn } from '../turn-state.ts'

/** A name may be shortened to so many characters of it. */
const PART_MIN = 3

/** Words as names are compared: without case, blanks, quotes and particles. */
export const fold = (words: string): string => words.toLowerCase().replace(/[\s“”"'《》？?。的]/g, '')
const isNamed = (title: Words, wanted: string): boolean => [fold(title.zh), fold(title.en)].includes(wanted)
const isPartOf = (title: Words, wanted: string): boolean =>
  wanted.length >= PART_MIN && [fold(title.zh), fold(title.en)].some(name => name.includes(wanted))

/** The whole name wins over a part of one, wherever it stands in the list. */
function pick<T>(list: Iterable<T>, title: (one: T) => Words, wanted: string): T | undefined {
  const all = [...list]
  return all.find(one => isNamed(title(one), wanted)) ?? all.find(one => isPartOf(title(one), wanted))
}

function inGlossary({ knowledge, w }: Turn, wanted: string): Line[] | undefined {
  const found = knowledge.script.terms.find(one => one.says.map(fold).includes(wanted) || isNamed(one.title, wanted))
  return found && [text(`${w(found.title)}：${w(found.text)}`)]
}

function amongProducts({ knowledge, w, t }: Turn, wanted: string): Line[] | undefined {
  const shown = [...knowledge.catalogue.products.values()].filter(one => !one.bankSide)
  const found = pick(shown, one => one.title, wanted)
  return (
    found && [
      text(`${w(found.title)}：${w(found.summary)}`),
      item(t('offer.info', { mark: found.source.mark, date: found.source.date })),
    ]
  )
}

function amongModels({ knowledge, w }: Turn, wanted: string): Line[] | undefined {
  const found = pick([...knowledge.rulebook.models.values()].flat(), one => one.title, wanted)
  return found && [text(`${w(found.title)}：${w(found.summary)}`)]
}

function amongFacts({ knowledge, w }: Turn, wanted: string): Line[] | undefined {
  const facts = [...knowledge.rulebook.facts.values()]
  const found = facts.find(one => isNamed(one.title, wanted) || one.says.zh.some(word => fold(word) === wanted))
  return found && [text(`${w(found.title)}：${w(found.help)}`)]
}

/** "小巨人": an option, told by the question it answers. */
function amongOptions({ knowledge, w, t }: Turn, wanted: string): Line[] | undefined {
  for (const fact of knowledge.rulebook.facts.values()) {
    const option = Object.values(fact.options ?? {}).find(one => isNamed(one.title, wanted))
    if (option) {
      const values = { option: w(option.title), fact: w(fact.title), help: w(fact.help) }
      return [text(t('term.option', values))]
    }
  }
  return undefined
}

/** A paper, told by the products that ask for it. */
function amongPapers({ knowledge, w, t, comma }: Turn, wanted: string): Line[] | undefined {
  const { documents, products } = knowledge.catalogue
  const found = pick(documents, ([, title]) => title, wanted)
  if (!found) return undefined
  const [id, title] = found
  const asking = [...products.values()].filter(one => one.documents.includes(id)).map(one => w(one.title))
  const shown = asking.slice(0, knowledge.script.limits.offersShown).join(comma)
  return [text(t('term.paper', { paper: w(title), count: asking.length, products: shown || '—' }))]
}

function amongInstitutions({ knowledge, w }: Turn, wanted: string): Line[] | undefined {
  const { institutions, teams } = knowledge.catalogue.directory
  const found = pick([...institutions.values(), ...teams.values()], one => one.title, wanted)
  return found && [text(`${w(found.title)}：${w(found.contact)}`)]
}

/** In this order: the officer's own words first. */
const PLACES = [
  inGlossary,
  amongProducts,
  amongFacts,
  amongModels,
  amongOptions,
  amongPapers,
  amongInstitutions,
] as const

/** What a term means; undefined when no data says it. */
export function definitionOf(turn: Turn, term: string): Line[] | undefined {
  const wanted = fold(term)
  if (wanted === '') return undefined
  for (const place of PLACES) {
    const found = place(turn, wanted)
    if (found) return found
  }
  return undefined
}
