// Whose a number of people is that stands beside a word for everybody: all of them, those of one department, or those in research.
import type { Scene } from '../scene/scene.ts'
import { type Pair, spanOf } from './pairing.ts'

const DEPARTMENT = /(?:生产|销售|管理|行政|车间|办公室?|后勤|财务|售后|市场)(?:人员|部)?[^，。；\d]{0,2}$/
const SOME_INSIDE = /^(?:里面?|里头|当中|中|内)(?!一共|总共|共|大概|差不多|有|就|才|现在|目前|是)[^，。；]{2,}$/
/** R&D is around fifteen people */
const RESEARCH_IS =
  /\b(?:r&d|research)(?: team| staff| side)? (?:is|are|has|counts) (?:about |around |roughly |some )?$/
/** 研发连我一起 8 个人 */
export const isOfResearchers = (scene: Scene, { anchor, mention }: Pair): boolean =>
  (/(?:研发|技术)(?:人员|团队|这块|部)?$/.test(scene.masked.slice(0, anchor.start)) &&
    /^[连加带算]/.test(scene.masked.slice(anchor.start))) ||
  RESEARCH_IS.test(scene.masked.slice(0, mention.start))

/** 销售部 8 人, 50 个工人加 10 个研发: some of the people. */
export function isPartOfHeads(scene: Scene, pair: Pair, between: string): boolean {
  if (DEPARTMENT.test(between) || SOME_INSIDE.test(between)) return true
  const [start, end] = spanOf(pair)
  return (
    /工人/.test(scene.masked.slice(start, end)) &&
    /^(?:[和跟与、]|加上?|还有)[^，。；]{0,6}[\d一二三四五六七八九十]/.test(scene.masked.slice(end))
  )
}
