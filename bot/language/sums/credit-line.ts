// A line of credit that a bank has granted: what is drawn of it is owed, the line itself is neither owed nor wanted, and what is
// left of it is neither.
import { clauseOf, factFor, type Scene, sentenceAround, wordsOf } from '../scene/scene.ts'
import { isTold } from '../text/clauses.ts'
import type { Mention } from '../values/mention.ts'
import { inFen, type Summed } from './sums.ts'

const LINE = /授信|敞口|额度|\bfacilit(?:y|ies)\b|\bcredit lines?\b/
const LINE_BEFORE = /(?:授信|敞口|额度|facility|credit line)[^，。；,;\d]{0,8}$/
const LINE_AFTER = /^ ?的?(?:综合)?(?:授信|敞口|额度)|^ (?:credit )?(?:facility|line)\b/
/** Said in the clause of a line, it is asked for and not there. */
const ASKED =
  /[想要需拟求]|希望|申请|新增|增加|追加|最好|能[批给做贷]|多少|缺|准备|打算|need|want|looking for|apply|would like/
/** Said of a line that is there. */
const GRANTED =
  /授信(?:总额|额度|总额度|了)|综合授信|敞口授信|敞口额度|批了|已批|获批|批复|核定|给了|给的|还剩|剩余|可用|未用|没用|没提|[工农中建交招]行|银行|农商|已[使支提用经]|用信|提款|提用|支用|用了|drawn|used|utili[sz]ed/
const DRAWN_BEFORE =
  /(?:提款|提用|支用|使用|动用|用信|用款|提取|提了|用了|用掉|占用|启用|[已只经才]用|[已只经才]提|drawn(?: down)?|\bused|utili[sz]ed|drew(?: down)?)(?:余额|金额|额度|了|出|掉|款|为|是|[:： ])*(?:大概|约|about |around |rmb |¥)*$/
const DRAWN_AFTER =
  /^ (?:of (?:it|that|which) )?(?:has been |have been |is |was |already )*(?:drawn|utili[sz]ed|used)\b|^(?:是|都)?已(?:提款|提|使用|用信|用)(?=[，。；,; ]|$)/
/** 还没提款 500 万: what is not drawn. */
const NOT_DRAWN = /(?:没有?|未|可|待|不)(?:提款|提用|支用|使用|动用|用信|用|提)[^，。\d]{0,4}$/
/** 用了 300 万做研发 is spent. */
const SPENT_AFTER = /^[^，。；,;]{0,3}(?:做|买|在|于|来|去|搞|投)/
const LEFT_BEFORE = /(?:剩余|剩下?|还剩|余|可用|未用|没用|还有|未提)(?:的|额度|授信|可用|大概|约)*$/
const LEFT_AFTER = /^(?:的?额度)?(?:可用|没用|未用|没提|未提|余量|剩余)/
const REACH = 20
const DRAWN = 0.88

/** 授信 2000 万，已提 1200 万; drawn 8m of a 20m facility: the sum of what is drawn, as owed. */
export function readCreditLines(scene: Scene, mentions: readonly Mention[]): Summed {
  const used = new Set<Mention>()
  const drawn: Mention[] = []
  const fact = factFor(scene, 'loanBalance')
  if (!fact || !LINE.test(scene.masked)) return { found: [], used }
  for (const mention of mentions) {
    if ((mention.kind !== 'money' && mention.unit === undefined) || mention.foreign !== undefined) continue
    if (!isTold(clauseOf(scene, mention.start))) continue
    if (isDrawn(scene, mention)) drawn.push(mention)
    else if (isLine(scene, mention) || isLeft(scene, mention)) used.add(mention)
  }
  const [first] = drawn
  const last = drawn.at(-1)
  if (!first || !last) return { found: [], used }
  for (const each of drawn) used.add(each)
  const [low, high] = [inFen(drawn, 'low'), inFen(drawn, 'high')]
  const value = low === high ? low : { low, high }
  const approximate = drawn.some(each => each.approximate)
  return {
    found: [
      {
        fact: fact.id,
        value,
        confidence: DRAWN,
        approximate,
        why: 'drawn of a line of credit',
        span: [first.start, last.end],
      },
    ],
    used,
  }
}

const before = (scene: Scene, { start }: Mention): string => scene.masked.slice(Math.max(0, start - REACH), start)
const after = (scene: Scene, { end }: Mention): string => scene.masked.slice(end, end + REACH)

function isDrawn(scene: Scene, mention: Mention): boolean {
  const words = before(scene, mention)
  return (
    (DRAWN_BEFORE.test(words) || DRAWN_AFTER.test(after(scene, mention))) &&
    !NOT_DRAWN.test(words) &&
    !SPENT_AFTER.test(after(scene, mention)) &&
    LINE.test(sentenceAround(scene, mention.start, 3))
  )
}

/** The sum of a line that is there already, rather than one that is asked for. */
function isLine(scene: Scene, mention: Mention): boolean {
  if (!LINE_BEFORE.test(before(scene, mention)) && !LINE_AFTER.test(after(scene, mention))) return false
  const amount = factFor(scene, 'amount')
  const sentence = sentenceAround(scene, mention.start, 2)
  const isThere = GRANTED.test(sentence)
  if (amount && scene.context.pending.includes(amount.id) && !isThere) return false
  const clause = clauseOf(scene, mention.start)
  const lead = scene.masked.slice(Math.max(0, (clause?.start ?? 0) - REACH), mention.start)
  if (ASKED.test(wordsOf(scene, clause).replaceAll('要求', '')) || /[想要需拟]|希望|申请|新增/.test(lead)) return false
  return isThere || /授信|敞口/.test(wordsOf(scene, clause))
}

/** 余 200 万可用: what is left of the line. */
const isLeft = (scene: Scene, mention: Mention): boolean =>
  LEFT_BEFORE.test(before(scene, mention)) &&
  (LEFT_AFTER.test(after(scene, mention)) || /授信|额度|可用|未用|未提/.test(before(scene, mention).slice(-8))) &&
  LINE.test(sentenceAround(scene, mention.start, 3))
