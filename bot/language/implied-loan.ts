// Sums and times of loans whose noun was left out: 农商行有两笔，一共 430 万; 补流，三百万; 借 300 万，一年.
import { ASSUMED, type Assumption, CARRIED } from './assumption.ts'
import { clauseAt } from './clauses.ts'
import type { Mention } from './mention.ts'
import type { NumberReading } from './numbers.ts'
import { clauseOf, factFor, roleOf, type Scene } from './scene.ts'

/** Money that was spent is not wanted. */
const SPENT = /花了|花掉|用了|用掉|付了|已经|去年|前年|支出|投了|买了|进了|spent|paid|bought|last year/
const NOT_A_TERM =
  /流水|营收|收入|产值|税|利润|销售|赚|出口|成立|经验|历史|年限|干了|做了|开了|办了|注册|合作|质保|账期|\bago\b|experience/

/** 农商行有两笔，一共 430 万，都正常还款: a loan, though the word is not said. */
export function owed(scene: Scene, mention: Mention): Assumption | undefined {
  const index = clauseAt(scene.clauses, mention.start)
  const near = scene.clauses
    .slice(Math.max(0, index - 1), index + 2)
    .filter(clause => clause.sentence === scene.clauses[index]?.sentence)
  const words = scene.masked.slice(near[0]?.start ?? 0, near.at(-1)?.end ?? 0)
  const isLoan =
    /(?:[工农中建交招商]行|银行|信用社)/.test(words) &&
    /还款|还着|在还|逾期|还清|没还|未还|还剩|欠|笔|家银行[^，。；]{0,2}[，, ]?(?:一共|总共|合计|加起来)/.test(words)
  return isLoan && !/[想要需]|申请/.test(words)
    ? [factFor(scene, 'loanBalance'), CARRIED, 'money owed to a bank']
    : undefined
}

/** 打算把经营贷置换掉，大概 400 万: what is wanted, in the clause after the wish. */
export function wanted(scene: Scene, mention: Mention): Assumption | undefined {
  // 差 150 万: too short a word to be searched for, since 差不多 begins with it
  if (/(?<![相误时偏])差个?$/.test(scene.masked.slice(Math.max(0, mention.start - 3), mention.start)))
    return [factFor(scene, 'amount'), CARRIED, 'the sum that lacks']
  const index = clauseAt(scene.clauses, mention.start)
  const [before, own] = [scene.clauses[index - 1], scene.clauses[index]]
  if (own && hasPurpose(scene, own.sentence)) return [factFor(scene, 'amount'), ASSUMED, 'a sum beside its purpose']
  if (!own || before?.sentence !== own.sentence || own.start + 4 < mention.start) return undefined
  const words = scene.masked.slice(before.start, before.end)
  return /想|打算|需要|准备|希望|要|缺|差|先来/.test(words) &&
    /贷|借|融资|缺口|资金|周转|[一几]笔|[换还]掉|置换/.test(words)
    ? [factFor(scene, 'amount'), ASSUMED, 'a sum after a wish']
    : undefined
}

/** 补流，三百万: what money is wanted for, with nothing spent and no loan that is there already. */
function hasPurpose(scene: Scene, sentence: number): boolean {
  const clauses = scene.clauses.filter(clause => clause.sentence === sentence)
  const words = scene.masked.slice(clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? 0)
  if (SPENT.test(words) || clauses.some(clause => clause.others || clause.question)) return false
  return scene.signs.some(
    sign =>
      clauseOf(scene, sign.start)?.sentence === sentence &&
      sign.values.some(value => value.is === 'option' && roleOf(scene, value.fact) === 'purpose'),
  )
}

/** A time beside a wanted sum is how long it is wanted. */
export function term(scene: Scene, numbers: NumberReading, mention: Mention): Assumption | undefined {
  const clause = clauseOf(scene, mention.start)
  const wanted =
    numbers.pairs.some(pair => roleOf(scene, pair.fact) === 'amount') ||
    (clause !== undefined && hasPurpose(scene, clause.sentence))
  if (!clause || !wanted || NOT_A_TERM.test(scene.masked.slice(clause.start, clause.end))) return undefined
  return [factFor(scene, 'term'), CARRIED, 'a time beside the wanted sum']
}
