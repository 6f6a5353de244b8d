// Sayings that are a whole fact without a number or a name: 打平, 全是主业, 没贷过, 拿房子抵. Each is one line: the words, the
// fact, the value, how sure.
import type { FactDefinition } from '#engine'
import { isAfterAll } from '../changes/after-all.ts'
import { isNotToPledge } from '../choices/not-to-pledge.ts'
import { isNotWanted } from '../choices/option-company.ts'
import { isOldFine } from '../pairing/penalty-year.ts'
import { isClaimed, isTakenBack } from '../scene/claims.ts'
import type { Found, Harvest } from '../scene/found.ts'
import { factFor, type Scene, wordsOf } from '../scene/scene.ts'
import { clauseAt } from '../text/clauses.ts'
import type { Idiom } from './idiom.ts'
import { IDIOMS_OF_ENGLISH } from './idioms-of-english.ts'
import { IDIOMS_OF_INNOVATION } from './idioms-of-innovation.ts'
import { IDIOMS_OF_NEEDS } from './idioms-of-needs.ts'
import { IDIOMS_OF_RECORD } from './idioms-of-record.ts'
import { IDIOMS_OF_STANDING } from './idioms-of-standing.ts'
import { IDIOMS_OF_TITLES } from './idioms-of-titles.ts'
import { IDIOMS_OF_WISHES } from './idioms-of-wishes.ts'

const IDIOMS: readonly Idiom[] = [
  ...IDIOMS_OF_STANDING,
  ...IDIOMS_OF_TITLES,
  ...IDIOMS_OF_NEEDS,
  ...IDIOMS_OF_INNOVATION,
  ...IDIOMS_OF_RECORD,
  ...IDIOMS_OF_WISHES,
  ...IDIOMS_OF_ENGLISH,
]
const THING = /厂房|房子|房产|土地|办公楼|写字楼|商铺|设备|机器|机床|专利|发明|应收|订单|存单/
const CONFIDENT_FIRST_LOAN = /从来|从没|从未|一直没|历史上没/

/** All sayings of a message that are facts by themselves. */
export function readIdioms(scene: Scene): Harvest {
  const found: Found[] = []
  for (const idiom of IDIOMS) {
    for (const match of scene.masked.matchAll(idiom.says)) {
      const clause = scene.clauses[clauseAt(scene.clauses, match.index)]
      const fact = factFor(scene, idiom.fact)
      if (!fact || !clause || (clause.question && !idiom.asked) || !isClaimed(scene, fact, match.index)) continue
      // 我们不是没有出口
      if (/(?:不是|并非)$/.test(scene.masked.slice(Math.max(0, match.index - 2), match.index))) continue
      if (isTakenBack(scene, match.index)) continue
      if (idiom.fact === 'penalty' && isOldFine(scene, match.index, match.index + match[0].length)) continue
      if (idiom.aside && scene.context.pending.length > 0 && !scene.context.pending.includes(fact.id)) continue
      if (idiom.unless?.test(wordsOf(scene, clause))) continue
      const ofLoans = idiom.fact === 'loanBalance' || idiom.fact === 'firstLoan'
      if (ofLoans && isAfterAll(scene, match.index + match[0].length)) continue
      if (idiom.fact === 'purpose' && isNotWanted(scene, match.index, match.index + match[0].length)) continue
      if (idiom.fact === 'collateral' && isRefused(scene, match[0], match.index)) continue
      found.push({
        fact: fact.id,
        value: idiom.value,
        confidence: idiom.confidence,
        approximate: idiom.approximate ?? false,
        why: `«${scene.text.slice(match.index, match.index + match[0].length)}»`,
        span: [match.index, match.index + match[0].length],
      })
      if (idiom.fact === 'loanBalance') found.push(...firstLoan(scene, match[0], match.index))
    }
  }
  return { found, unclear: [] }
}

/** 用厂房，算了厂房老婆不让: offered, and taken out again. */
const isRefused = (scene: Scene, said: string, start: number): boolean => {
  const thing = THING.exec(said)
  if (!thing) return false
  const at = start + thing.index
  return isNotToPledge(scene, at, at + thing[0].length) || isNotToPledge(scene, at, start + said.length)
}

/** 没有贷款 mostly means never, but not surely; 没有其他贷款 says nothing about the past. */
function firstLoan(scene: Scene, said: string, at: number): readonly Found[] {
  const fact: FactDefinition | undefined = factFor(scene, 'firstLoan')
  if (!fact || /其他|其它|别的|还清|结清|other|outstanding|existing/.test(said)) return []
  const before = scene.masked.slice(Math.max(0, at - 6), at)
  if (/现在|目前|暂时|手上|名下|当前/.test(before)) return []
  const never = CONFIDENT_FIRST_LOAN.test(before + said) || /过|首|白户|第一次|first|never/.test(said)
  return [
    {
      fact: fact.id,
      value: true,
      confidence: never ? 0.9 : 0.55,
      approximate: false,
      why: `«${said}»`,
      span: [at, at + said.length],
    },
  ]
}
