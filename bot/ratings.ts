// Which ratings a company is shown: its region's own scorecard where there is one, the national one elsewhere. The choice is
// data (bot/script.yaml); a model that is not surely made for the company's place is not shown as its own.
import { judge, type Rating, type Reading } from '#engine'
import type { Knowledge } from './knowledge.ts'
import type { Script } from './script.ts'

type Known = Pick<Knowledge, 'script'>

/** The ratings of a company that it is shown, in the order of the script; each list gives at most one. */
export function ratingsFor({ script }: Known, reading: Reading): readonly Rating[] {
  return script.ratings.flatMap(list => {
    for (const { model, when } of list) {
      const rating = judge(when, reading).is === 'yes' ? reading.rating(model) : undefined
      if (rating?.applies.is === 'yes') return [rating]
    }
    return []
  })
}

/** The ids of the models a company is shown. */
export const modelsFor = (knowledge: Known, reading: Reading): readonly string[] =>
  ratingsFor(knowledge, reading).map(rating => rating.model.id)

/** The models for companies of any place: the last of each list. Whole tables are rated by them when none is named. */
export const modelsAnywhere = ({ ratings }: Script): readonly string[] =>
  ratings.flatMap(list => list.at(-1)?.model ?? [])
