// Sums that only the question makes clear: 二百三十多个不到二百四十万 between two numbers, 最少 200 最多 350 万, a unit told once behind
// a list of banks, 三百个 w.

const NUMBER = '[\\d.]+|[零一二两三四五六七八九十百千]+'
/** 三百多，不到四百万 */
const MORE_YET_LESS = new RegExp(
  `(${NUMBER})多个?(万)?[，, ]?(?:但|还|又)?(?:不到|没到|不足|不满)(${NUMBER})(?=[万亿wW])`,
)
/** 最少 200，最多 350 万 */
const LEAST_AND_MOST = new RegExp(
  `(?:最少|至少|起码|最低)(?:要|得)?(${NUMBER})(?:万)?[，,、 ]?(?:最多|最高|顶多|至多)(?:要|到)?(${NUMBER})(?=[万亿wW])`,
)
/** 跟去年一样，950 万: both years. */
const SAME_AS_LAST =
  /^(?:[跟和与]|同)[去前]年(?:一样|差不多|持平|一个样)(?:多|，|,| |都|也|是|就)*(?=[\d一二三四五六七八九十两])/
const BANK =
  '(?:[工农中建交招]行|[一-龥]{2}银行|浦发|兴业|民生|中信|平安|光大|华夏|邮储|农商行?|信用社|网商|微众|招商|浙商)'
/** 工行 150 交行 80 浦发 100 万: the unit stands behind the last. */
const BANKS_ONE_UNIT = new RegExp(`^(?:${BANK}(?:有|是|还有|还剩)?(?:\\d{1,5})[，,、 ]*){2,6} ?万?$`)
const BANK_SUM = new RegExp(`(${BANK}(?:有|是|还有|还剩)?)(\\d{1,5})(?!\\d| ?万)`, 'g')

/** The answer with its sums written out; it says nothing that was not said. */
export function sumInFull(text: string): string {
  const plain = text
    .replace(
      /(?<![\d.])(\d)亿零?(\d{2,4})万/,
      (_, high: string, low: string) => `${Number(high) * 10_000 + Number(low)}万`,
    )
    .replace(/个 ?[wW](?![a-zA-Z])/, '万')
    .replace(/(?<=[\d十百千]) ?wan(?![a-z])/i, '万')
    .replace(SAME_AS_LAST, '去年和前年都是')
    .replace(MORE_YET_LESS, '$1到$3')
    .replace(LEAST_AND_MOST, '$1到$2')
    .replace(/^负的?[，, ]+(大概)?(?:欠|亏)了?/, '$1负')
  return /万$/.test(plain) && BANKS_ONE_UNIT.test(plain) ? plain.replace(BANK_SUM, '$1$2万') : plain
}
