// What was denied and comes to mind after all: 没有逾期，哦有一次; no penalties, oh wait, one fine; 没贷过款，哦前年贷过一笔. And what
// was claimed and turns out to be somebody else's: 有逾期，哦不是，那是我个人的信用卡.
import type { Scene } from '../scene/scene.ts'

const REACH = 40
const REMEMBERED =
  '(?:哦|噢|喔|啊|诶|哎呀?|呃|不对|等等|等一?下|对了|不是|说错了?|想起来了?|其实|实际上?|但|不过|就|算起来|好像|会计说|财务说|查了一?下|刚?想起来?|[，,。… ])'
/** 有一次, 前年贷过一笔, 晚了一回 */
const THERE_WAS =
  '(?:(?:是|倒|还|也)?有过?(?:那么)?[一两二三几](?:次|回|笔|起|(?:个|条|件|张)(?=$|[，。；,的了罚]))|[有罚晚列贷借拖](?:还|付|交)?(?:过|了)(?:[一两二三几](?:次|回|个|笔|条|件|起|天)|款|钱)|[贷借]过(?:[一两几]?笔|[\\d一二两三四五六七八九十百]))'
const AFTER_ALL = new RegExp(
  `^[^，。；,;]{0,4}[，,。… ]+(?=[^，。；]{0,2}(?:哦|噢|喔|啊|诶|哎|呃|不对|不准|等等|等一?下|对了|不是|说错|想起|其实|实际|会计说|财务说|查了|但|不过))${REMEMBERED}{1,4}[^，。；,]{0,12}${THERE_WAS}`,
)
/** 没贷过款不准确，19 年有过一笔 */
const NOT_SO = new RegExp(`^(?:这|那)?(?:句|个)?(?:话)?(?:不准确?|不对|错了|有误)[，,。… ]+[^，。；,]{0,8}${THERE_WAS}`)
const AFTER_ALL_ENGLISH =
  /^[^.;,]{0,16}(?:[,.;]|\.\.\.| -) ?(?:well|oh wait|oh|wait|actually|no|sorry|hmm+|except|scratch that|i mean)\b[^.;]{0,24}\b(?:once|one|twice|two|a (?:fine|penalty|delay)|we (?:did|had|were|have))\b/
/** It is theirs, or too long ago for what is asked. */
const NOT_OURS = /个人|私人|信用卡|房贷|[四五六七八九十\d]年前|personal|credit card/

/** Whether what is denied up to `end` is remembered after all, and is the company's own. */
export function isAfterAll({ masked }: Scene, end: number): boolean {
  const after = masked.slice(end, end + REACH)
  const said = (AFTER_ALL.exec(after) ?? NOT_SO.exec(after) ?? AFTER_ALL_ENGLISH.exec(after.padEnd(REACH)))?.[0]
  // 失信没有，但是被执行有一条: another thing
  if (said === undefined || (/但|不过/.test(said) && /被执行|异常|处罚|官司|失信|诉讼/.test(said))) return false
  return !NOT_OURS.test(masked.slice(end, end + said.length + REACH / 2))
}

const SOMEBODY =
  /^[^，。；,;]{0,4}[，,。… ]+(?:哦|噢|啊|诶|哎|呃)?[，, ]?(?:不是|不对|等等)[，, ]?[^，。；]{0,6}(?:个人|私人|信用卡|房贷)/

/** Whether what is claimed up to `end` turns out to be of a person and not of the company. */
export const isOfSomebody = ({ masked }: Scene, end: number): boolean => SOMEBODY.test(masked.slice(end, end + REACH))
