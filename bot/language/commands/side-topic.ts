// What a question beside the facts is about, where an answer of its own is owed: 没有抵押物行不行 and 专利能押吗 about security,
// 征信不好能贷吗 about a bad record. Rates, sums, papers and who sees the data have their own answers.
import { lower, normalise } from '../text/normalise.ts'

export type SideTopic = 'security' | 'record'

const LENGTH_MAX = 40
const ASKS =
  /[?？吗么嘛呢]|行不行|可不可以|能不能|要不要|用不用|需不需要|算不算|中不中|有没有影响|怎么办|咋办|\b(?:can|could|do|does|is|are|will|would|what about|how about|possible|required|needed)\b/
const SECURITY =
  /(?:抵押|质押|担保物|房产|不动产|固定资产)|(?:能|可以|可不可以|能不能|拿|用)[^，。；]{0,10}(?<!扣)[押抵](?![扣税达金])|\b(?:collateral|pledged?|mortgaged?|security|unsecured)\b/
const BAD_RECORD =
  /(?:征信|信用)[^，。；]{0,6}(?:不好|不太好|不行|很?差|有问题|花了?|黑|烂|坏|有?逾期|有?污点)|逾期|黑户|老赖|失信|被执行|\b(?:bad|poor|weak) credit\b|\boverdue\b|\bdefault(?:ed|s)?\b|\bblack-?list(?:ed)?\b/
/** What is asked of it is another thing: 没有抵押能贷多少, 质押要什么材料, 会不会上征信. */
const OF_ELSE =
  /利率|利息|几个点|多少|额度|材料|资料|流程|手续|多久|几天|授权|上征信|查[^，。]{0,4}征信|记录在|罚息|违约金|是什么|什么意思|\b(?:rate|interest|how much|how long|papers|documents|process)\b/

/** The topic of a short question; undefined where it asks for something else, for both or for nothing. */
export function readSideTopic(raw: string): SideTopic | undefined {
  const text = lower(normalise(raw))
  if (text.length > LENGTH_MAX || !ASKS.test(text) || OF_ELSE.test(text)) return undefined
  const [security, record] = [SECURITY.test(text), BAD_RECORD.test(text)]
  if (security === record) return undefined
  return security ? 'security' : 'record'
}
