// Rights of several kinds that are counted together: 发明加新型加外观一共 37 个 are all patents, 发明（含 PCT）5 件 are applications of both,
// and PCT 去年申请了 2 个 counts the international ones alone.
import type { Pair } from '../pairing/pairing.ts'
import type { Role } from '../roles.ts'
import type { Found } from '../scene/found.ts'
import { clauseOf, factFor, roleOf, type Scene, wordsUpTo } from '../scene/scene.ts'
import { isTold } from '../text/clauses.ts'
import type { Mention } from '../values/mention.ts'
import { periodAt } from '../values/periods.ts'
import type { Summed } from './sums.ts'

const KIND = '(?:授权)?(?:发明|实用新型|实用|新型|实新|外观设计|外观|软件著作权|软著)(?:专利)?'
const JOINED = new RegExp(
  `${KIND}(?:(?:加上?|和|跟|与|、|及|\\+)?${KIND}){1,3}(?:这?[三两几]?[类种样])?(?:都|全部)?(?:一共|总共|共|合计|加起来|加一块|总计|拢共|加一起)(?:一共|总共|有|是|大概|约|就|才|差不多){0,3}$`,
)
const REACH = 44
const SURE = 0.9
/** 发明加 PCT, 发明（含 PCT: one noun for both. */
const WITH_INVENTIONS = /(?:发明|专利)[^，。；\d]{0,4}?(?:含|包括|包含|加上?|和|及|跟|与|、)[^，。；\d]{0,2}$/

/** What the kinds joined before a number make, where they make a fact that is asked for. */
function roleOfJoined(words: string, noDesigns: boolean): Role | undefined {
  const [invention, utility, design, software] = ['发明', '新型|实用|实新', '外观', '软'].map(kind =>
    new RegExp(kind).test(words),
  )
  // 发明加新型一共 31，没外观
  if (invention && utility && !design && !software) return noDesigns ? 'patents' : undefined
  if (utility && design) return invention === software ? undefined : invention ? 'patents' : 'class2'
  return undefined
}

/** Numbers that count several kinds of rights together; no other reader may take them. */
export function readJoinedRights(scene: Scene, mentions: readonly Mention[]): Summed {
  const used = new Set<Mention>()
  const found: Found[] = []
  for (const each of mentions) {
    if (each.kind !== 'count' && each.kind !== 'number') continue
    const words = JOINED.exec(scene.masked.slice(Math.max(0, each.start - REACH), each.start))?.[0]
    if (words === undefined) continue
    used.add(each)
    const role = roleOfJoined(words, /(?:没有?|无)外观|外观(?:的)?(?:倒|都|也)?没/.test(scene.masked))
    const fact = role && factFor(scene, role)
    const clause = clauseOf(scene, each.start)
    if (!fact || !isTold(clause) || clause.plan || each.vague) continue
    const value = each.low === each.high ? each.low : { low: each.low, high: each.high }
    const span = [each.start - words.length, each.end] as const
    found.push({ fact: fact.id, value, confidence: SURE, approximate: each.approximate, why: `«${words}»`, span })
  }
  return { found, used }
}

/** Whether a word for international applications only goes on with the inventions before it: 发明（含 PCT）. */
export function isJoinedPct(scene: Scene, { start, values }: Scene['signs'][number]): boolean {
  const isPct = values.some(value => value.is === 'fact' && roleOf(scene, value.fact) === 'pctApplications')
  return isPct && WITH_INVENTIONS.test(scene.masked.slice(Math.max(0, start - 12), start))
}

/** PCT 去年申请了 2 个: what was applied for stands before the verb. */
export function isOfPct(scene: Scene, { mention, anchor }: Pair): boolean {
  // PCT 申请 3 项, of no year: of all that was applied for
  const said = scene.masked.slice(anchor.start, anchor.end)
  if (said.includes('pct') && periodAt(scene.periods, scene.clauses, mention.start)?.offset !== -1) return false
  const words = wordsUpTo(scene, mention.start)
  const at = words.lastIndexOf('pct')
  return at >= 0 && !/\d|发明|专利/.test(words.slice(at)) && !WITH_INVENTIONS.test(words.slice(0, at))
}
