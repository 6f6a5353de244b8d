// What a reader of the result has to know: which models, of which day and source, and what the figures are not.
import { isoOf, type Language, type RatingModel, type Words } from '#engine'
import type { Cell } from './result-columns.ts'

const LINES: readonly Words[] = [
  {
    zh: '评价按企业自报信息计算，仅供参考；是否授信、额度和利率以银行审核为准。',
    en: 'Computed from what companies state, for reference; whether, how much and at what rate is for the bank to decide.',
  },
  {
    zh: '空白单元格表示未知：此时分数是区间，排名按区间下限。有错误单元格的行不评价，列在错误表里。',
    en: 'An empty cell is unknown: points are then a range, and ranks use its low end. A row with a broken cell is not rated and stands in the errors.',
  },
  {
    zh: '名次只在同一模型、同一阶段内比较，分数相同名次相同；阶段未定或不适用的企业不排名。',
    en: 'Ranks compare companies of the same stage by the same model, equal points share a rank; an open stage has none.',
  },
  {
    zh: '标记“示意”的数字未公开，是本程序给出的示例。',
    en: 'Numbers marked 示意 (illustrative) were never published and are examples of this program.',
  },
]

/** The rows of the notes: what, and what about it. */
export function noteRows(
  models: readonly RatingModel[],
  today: number,
  language: Language,
): readonly (readonly Cell[])[] {
  const [day, model] = language === 'zh' ? ['评价日期', '模型'] : ['Rated on', 'Model']
  return [
    [day, isoOf(today)],
    ...models.map(({ title, id, version, source }): Cell[] => [
      model,
      `${title[language]} · ${id} ${version} · ${source.mark} ${source.title}`,
    ]),
    ...LINES.map((line): Cell[] => ['', line[language]]),
  ]
}
