// Which of the rights told are granted and which are still applied for: 授权的就 3 个, 有效的还有 11 件, 4 件在审, 一个没下来, none
// granted so far.
import type { Found } from '../scene/found.ts'
import { clauseOf, factFor, type Scene } from '../scene/scene.ts'
import { isTold } from '../text/clauses.ts'
import type { Mention } from '../values/mention.ts'

const GRANTED_BEFORE =
  /(?:授权|下证|拿证|有效的|批下来|(?<![申报])批了?|拿到证书?|下来|到手|granted(?: so far| yet| now| until now)?)(?:下来|了|的|有|已经?|就|才|只|还|剩|一共|总共|目前|现在|大概|是|也就| only| just|:| )*$/
const GRANTED_AFTER =
  /^(?:个|件|项| of (?:them|these|those|which))?(?: are| is| were| have been| already| so far)*(?:是|都|已经?| )?(?:授权|下证|拿证|批了|批下来|granted)(?!给)/
/** 授权了 2 件给别人用: others may use them. */
const LICENSED_AFTER = /^(?:个|件|项)?(?:专利|发明)?给/
const NOT_YET = '没(?:有)?(?:一[个件项])?(?:授权|下证|下来|批|拿证|拿到)'
const NONE_AFTER = new RegExp(`^(?:都|也|还|倒)*(?:${NOT_YET})`)
const REVIEW_AFTER = new RegExp(
  `^(?:个|件|项)?(?:发明|实用新型|新型|外观)?(?:专利)?(?:是|都|还|仍|正|目前|现在)*(?:在审|在?实审|在申请|在走|申请中|受理|审查|审核|${NOT_YET}|pending| (?:are |is |still |currently ){0,3}(?:pending|under review|in review))`,
)
const REVIEW_BEFORE = /(?:在审|在申请|申请中|实审|审查)(?:中|的|还|有|着)*$/
const REACH = 60
const NONE_GRANTED =
  /\b(?:none|nothing)(?: of (?:them|these|those))?(?: (?:is|are|was|were|has been|have been|been|got|yet|so far))* granted\b|\bnot (?:yet )?granted(?: yet)?\b|\bno(?:ne)? grants?(?: yet| so far)\b/
const SURE = 0.85

const before = ({ masked }: Scene, { start }: Mention): string => masked.slice(Math.max(0, start - REACH), start)
const after = ({ masked }: Scene, { end }: Mention): string => masked.slice(end, end + 16)

/** Whether what is said next to a number says that so many are granted; 一个没下来 says that none is. */
export const isGranted = (scene: Scene, mention: Mention): boolean =>
  (GRANTED_BEFORE.test(before(scene, mention)) && !LICENSED_AFTER.test(after(scene, mention))) ||
  GRANTED_AFTER.test(after(scene, mention)) ||
  (mention.high === 0 && NONE_AFTER.test(after(scene, mention)))

/** Whether what is said next to a number says that so many are not granted yet. */
export const isInReview = (scene: Scene, mention: Mention): boolean =>
  REVIEW_AFTER.test(after(scene, mention)) || REVIEW_BEFORE.test(before(scene, mention))

/** Filed five inventions, none granted so far: no invention is granted. */
export function noneGranted(scene: Scene, found: readonly Found[]): readonly Found[] {
  const fact = factFor(scene, 'invention')
  if (!fact || found.some(each => each.fact === fact.id)) return []
  const match = NONE_GRANTED.exec(scene.masked)
  if (!match || !isTold(clauseOf(scene, match.index))) return []
  if (!/\binventions?\b/.test(scene.masked.slice(Math.max(0, match.index - REACH), match.index))) return []
  const span = [match.index, match.index + match[0].length] as const
  return [{ fact: fact.id, value: 0, confidence: SURE, approximate: false, why: `«${match[0]}»`, span }]
}
