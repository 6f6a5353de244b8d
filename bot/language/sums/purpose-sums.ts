// 三百万买设备，两百万备货: two sums, each with its purpose, and no sum of both: what is wanted is both together.
import { clauseOf, factFor, type Scene } from '../scene/scene.ts'
import { isTold } from '../text/clauses.ts'
import type { Mention } from '../values/mention.ts'
import type { Summed } from './sums.ts'

const SURE = 0.76
const PARTS_MIN = 2
const PURPOSE_AFTER =
  /^(?:是|就|拿|用|要)?(?:来|去|于)?(?:买|购|采购|备|进(?!账|项)|囤|扩|建|盖|上(?!下|市)|换|添|发|付|补|还(?!有|剩|没|差)|招|做|搞|投|周转|研发|流动)|^ ?(?:yuan |rmb )?(?:for|to) (?:buy|pay|hire|stock|the |new |materials|equipment|machines?|working capital|r&d|inventory|wages)/
const SPENT = /花了|用了|已经|去年|前年|上个?月|付了|投了|买了|还了|发了|spent|paid|bought|last year/
const REACH = 24

/** The amount that is wanted for several purposes, where only its parts are told. */
export function readPurposeSums(scene: Scene, mentions: readonly Mention[]): Summed {
  const nothing: Summed = { found: [], used: new Set() }
  const fact = factFor(scene, 'amount')
  const sums = mentions.filter(each => each.kind === 'money' && each.foreign === undefined && !each.vague)
  const parts = sums.filter(each => PURPOSE_AFTER.test(scene.masked.slice(each.end, each.end + REACH)))
  const [first] = parts
  const last = parts.at(-1)
  if (!fact || !first || !last || parts.length < PARTS_MIN || parts.length < sums.length) return nothing
  const clauses = parts.map(each => clauseOf(scene, each.start))
  const isOne = clauses.every(each => each && each.sentence === clauses[0]?.sentence)
  const isSaid = clauses.every(isTold)
  if (!isOne || !isSaid || SPENT.test(scene.masked)) return nothing
  const low = parts.reduce((sum, each) => sum + each.low, 0)
  const high = parts.reduce((sum, each) => sum + each.high, 0)
  const found = {
    fact: fact.id,
    value: low === high ? low : { low, high },
    confidence: SURE,
    approximate: low !== high || parts.some(each => each.approximate),
    why: `the sum of ${parts.length} purposes`,
    span: [first.start, last.end] as const,
  }
  return { found: [found], used: new Set(parts) }
}
