// How many lend, where a loan was told and the number stands apart from the word for lenders: 就这一家, 就农商行一家贷了 180 万, 工行、
// 中行、莱商三家, 别的银行没有.
import type { Found } from '../scene/found.ts'
import { factFor, type Scene, sentenceAround } from '../scene/scene.ts'
import { readNumeral } from '../values/numeral.ts'

const SURE = 0.88
const BANK = '(?:[工农中建交招]行|[一-龥]{0,4}银行|农商行?|信用社|邮储|泰隆)'
const ONE = new RegExp(
  `(?:就|只有?|仅|光|单)[^，。；\\d]{0,5}?(?:这|那|它)?(?:一家|1家|一个银行|这家)(?!公司|厂|店|企业)|(?:就|只有?)(?:这|那)?(?:一笔|笔)|(?:就|只有?|仅)(?:在|跟|有)?${BANK}(?:这|那)?(?:有|贷)?(?:一家|一笔|(?=\\d))|(?:就|只有?)(?:在)?${BANK}[^，。；]{0,7}一笔|(?:就|只)剩下?(?:了)?${BANK}|(?<![第另换找问哪])一家银行`,
)
const NO_OTHER =
  /(?:别的|其他的?|别家|另外)(?:银行|家)?(?:都|也)?没(?:有|了)?|没(?:有)?(?:别的|其他|别家)(?:银行|了|的)?|除了(?:这|它)[^，。；]{0,6}没/
const SEVERAL =
  /(?:贷款?|银行|[工农中建交招]行|欠|一共|总共|共|就|、[一-龥]{2,4}|[，, ])[^，。；\d]{0,3}?([两二三四五六七八2-8])家(?!公司|厂|客户|企业|店|子公司|供应|投资|机构|分)/
const WISH = /[想找问跑换]|咨询|要(?!不|是|到|还)/

/** The number of lenders that a message leaves to be understood beside its loans. */
export function lendersOf(scene: Scene, found: readonly Found[]): readonly Found[] {
  const [fact, balance] = [factFor(scene, 'lenders'), factFor(scene, 'loanBalance')]
  const loan = found.find(each => each.fact === balance?.id)
  if (!fact || !loan || loan.value === 0 || found.some(each => each.fact === fact.id)) return []
  const words = sentenceAround(scene, loan.span[0])
  const value = WISH.test(around(words)) ? undefined : countIn(words)
  return value === undefined
    ? []
    : [{ ...loan, fact: fact.id, value, approximate: false, confidence: SURE, why: 'who lends' }]
}

/** What is said next to the number of banks; a wish elsewhere in the sentence does not matter. */
function around(words: string): string {
  const at = (ONE.exec(words) ?? NO_OTHER.exec(words) ?? SEVERAL.exec(words))?.index ?? 0
  return words.slice(Math.max(0, at - 3), at + 8)
}

function countIn(words: string): number | undefined {
  const several = SEVERAL.exec(words)?.[1]
  if (several !== undefined) return readNumeral(several, 0)?.low
  if (ONE.test(words)) return 1
  const banks = words.match(new RegExp(BANK, 'g')) ?? []
  return NO_OTHER.test(words) && banks.filter(bank => !/^(?:别的|其他|别家|另外)?的?银行$/.test(bank)).length === 1
    ? 1
    : undefined
}
