// 一笔200万一笔300万: several loans told one by one are one balance.
import type { Harvest } from './found.ts'
import type { Mention } from './mention.ts'
import { KNOWN } from './sayings.ts'
import { clauseOf, type Scene } from './scene.ts'

const CONFIDENCE = 0.8
const EACH_BEFORE = /(?:一笔|另一笔|还有一笔|[工农中建交招]行|银行)[^，。；,;\d]{0,4}$/

/** The sum of loans that are listed, when the message speaks of loans and of nothing that is wanted. */
export function readSums(scene: Scene, mentions: readonly Mention[]): Harvest {
  const loans = mentions.filter(
    found =>
      found.kind === 'money' &&
      found.foreign === undefined &&
      !found.vague &&
      EACH_BEFORE.test(scene.masked.slice(Math.max(0, found.start - 10), found.start)) &&
      clauseOf(scene, found.start)?.others === false,
  )
  const [first] = loans
  const last = loans.at(-1)
  const fact = scene.lexicon.facts.get(KNOWN.loanBalance)
  const sentence = first && clauseOf(scene, first.start)?.sentence
  const oneSentence = loans.every(found => clauseOf(scene, found.start)?.sentence === sentence)
  if (
    !fact ||
    !first ||
    !last ||
    loans.length < 2 ||
    !oneSentence ||
    !/贷/.test(scene.masked) ||
    /[想要需]/.test(scene.masked)
  ) {
    return { found: [], unclear: [] }
  }
  const low = loans.reduce((sum, found) => sum + found.low, 0)
  const high = loans.reduce((sum, found) => sum + found.high, 0)
  const value = low === high ? low : { low, high }
  const why = `the sum of ${loans.length} loans`
  return {
    found: [
      { fact: fact.id, value, confidence: CONFIDENCE, approximate: low !== high, why, span: [first.start, last.end] },
    ],
    unclear: [],
  }
}
