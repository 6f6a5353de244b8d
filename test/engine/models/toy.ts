// A made-up model of one block, with a score that experts may give: for tests of the model language.
import type { DataProblem, Rating } from '#engine'
import { modelOf, parseSmall, readingOfSmall, small } from '../small-rulebook.ts'

export type Fields = Record<string, unknown>
export const words = (text: string) => ({ zh: text, en: text })
export const OFFICIAL = { title: 'official', mark: '★★★' }
const EXPERT = { 'e.score': { type: 'count', min: 0, max: 30 } }

/** The rating of a company by a model of these fields. */
export function rate(model: Fields, facts: Fields): Rating {
  const book = small({ facts: EXPERT, models: [modelOf(model)] })
  const rating = readingOfSmall(facts, book).rating('toy')
  if (!rating) throw new Error('not in force')
  return rating
}

/** What is wrong with a model of these fields, as code and place. */
export function faults(model: Fields): string[] {
  const parsed = parseSmall({ facts: EXPERT, models: [modelOf(model)] })
  return parsed.ok ? [] : parsed.problems.map((one: DataProblem) => `${one.code} ${one.path.join('.')}`)
}

/** A block of thirty points with this one score. */
export const one = (score: unknown, more: Fields = {}) => ({
  dimensions: [{ id: 'all', title: words('all'), max: 30 }],
  characteristics: [{ id: 'one', title: words('one'), dimension: 'all', max: 30, score, ...more }],
})
