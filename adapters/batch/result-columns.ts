// The columns of the result: who it is, then for every model what it says. Ranks come last, when every row is known.
import {
  illustrativeOf,
  type Language,
  PPM_PER_PERCENT,
  type Rank,
  type Rating,
  type RatingModel,
  type Rulebook,
  UNITS_PER_POINT,
  type Words,
} from '#engine'
import type { Column } from './columns.ts'
import type { TableRow } from './table.ts'
import { type Place, placeOf } from './tally.ts'

/** A cell of the result; null is empty. */
export type Cell = string | number | null

/** Names of missing facts in one cell. */
const LACKS_MAX = 5
/** Facts that say who a row is about. */
const IDENTITY = new Set(['company', 'uscc'])

const NUMBER: Words = { zh: '行', en: 'Row' }
const ANSWERS = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  open: { zh: '待定', en: 'open' },
} as const satisfies Record<'yes' | 'no' | 'open', Words>
const PER_MODEL: readonly Words[] = [
  { zh: '版本', en: 'version' },
  { zh: '适用', en: 'applies' },
  { zh: '阶段', en: 'stage' },
  { zh: '最低分', en: 'points from' },
  { zh: '最高分', en: 'points to' },
  { zh: '等级', en: 'grade' },
  { zh: '通过', en: 'passes' },
  { zh: '否决项', en: 'knockouts' },
  { zh: '待补信息', en: 'still missing' },
  { zh: '含示意数字', en: 'illustrative' },
  { zh: '同阶段名次', en: 'rank in stage' },
  { zh: '同阶段家数', en: 'companies in stage' },
  { zh: '领先同阶段（%）', en: 'ahead of (%)' },
]

/** Columns of the table that are repeated in the result. */
export const carriedColumns = (columns: readonly Column[]): readonly Column[] =>
  columns.filter(column => column.kind === 'own' || IDENTITY.has(column.fact.type))

/** The header of the result. */
export function resultHeader(
  columns: readonly Column[],
  models: readonly RatingModel[],
  language: Language,
): readonly string[] {
  const titles = models.flatMap(model => PER_MODEL.map(words => `${model.title[language]} ${words[language]}`))
  return [NUMBER[language], ...carriedColumns(columns).map(column => column.title), ...titles]
}

function lacksText(rating: Rating, rulebook: Rulebook, language: Language): string | null {
  const titles = rating.lacks.map(id => rulebook.facts.get(id)?.title[language] ?? id)
  if (titles.length === 0) return null
  const more = titles.length - LACKS_MAX
  const shown = titles.slice(0, LACKS_MAX).join(language === 'zh' ? '、' : ', ')
  return more <= 0 ? shown : shown + (language === 'zh' ? ` 等 ${titles.length} 项` : ` and ${more} more`)
}

function ratingCells(rating: Rating, rulebook: Rulebook, language: Language): Cell[] {
  const { model, score } = rating
  const answer = (is: 'yes' | 'no' | 'open') => ANSWERS[is][language]
  const unsaid: Cell = null
  if (rating.applies.is === 'no') return [model.version, answer('no'), ...Array<Cell>(8).fill(unsaid)]
  const scored = model.characteristics.length > 0
  const decides = model.pass ?? model.directPass ?? (scored ? undefined : model.gates)
  const knockouts = rating.knockouts.filter(one => one.verdict.is === 'yes').map(one => one.knockout.title[language])
  const grades = rating.gradeVerdicts.map(one => one.grade.title[language])
  return [
    model.version,
    answer(rating.applies.is),
    rating.stages.map(stage => stage.title[language]).join(' / ') || unsaid,
    scored ? score.low / UNITS_PER_POINT : unsaid,
    scored ? score.high / UNITS_PER_POINT : unsaid,
    grades.join(' / ') || unsaid,
    decides ? answer(rating.passes.is) : unsaid,
    knockouts.join('；') || unsaid,
    lacksText(rating, rulebook, language),
    answer(illustrativeOf(rating).any ? 'yes' : 'no'),
  ]
}

/** A row of the result that still lacks its ranks, as it is kept between the two passes. */
export interface Draft {
  readonly carried: readonly Cell[]
  readonly models: readonly { readonly cells: readonly Cell[]; readonly place: Place | null }[]
}

/** The row of the result without its ranks. */
export function draftOf(
  row: TableRow,
  columns: readonly Column[],
  ratings: readonly Rating[],
  rulebook: Rulebook,
  language: Language,
): Draft {
  return {
    carried: [row.number, ...carriedColumns(columns).map(column => row.cells[column.index] || null)],
    models: ratings.map(rating => ({
      cells: ratingCells(rating, rulebook, language),
      place: placeOf(rating) ?? null,
    })),
  }
}

/** The finished row. */
export function finishedRow(draft: Draft, rankOf: (place: Place) => Rank): readonly Cell[] {
  return [
    ...draft.carried,
    ...draft.models.flatMap(({ cells, place }): Cell[] => {
      if (!place) return [...cells, null, null, null]
      const { rank, of, ahead } = rankOf(place)
      const percent = ahead === undefined ? null : Math.floor((ahead * 100) / PPM_PER_PERCENT) / 100
      return [...cells, rank, of, percent]
    }),
  ]
}
