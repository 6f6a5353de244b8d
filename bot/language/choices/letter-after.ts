// The grade or level that stands after the name of its fact: 纳税信用 B 级, 数字化水平二级.

/** 去年还是 B，今年评的 A: the later one holds. */
const LETTER_NOW = /^[，,]? ?(?:今年|现在|最新)[^。；;]{0,6}?([a-em])(?:级|类)?(?![a-z+])/
const LEVEL_AFTER = /^(?:评测|测评|评估|结果|是|为|[:：]|达到|大概|目前|在| )*([1-4一二三四])级/
const LETTER_AFTER =
  /^(?:个|年年|每年|历年|连续[几两三四五]?年|都|级别|等级|评级|评价|结果|应该|大概|是|为|[:：=]|了|的|评|定|给|拿|被|我们|公司|那边|这边|去年|今年|最近|最新|目前|现在|一直|得|有|上|这块|方面|也|还|就|[掉降变升调改]|到|成| |is |of |was |we got an? |an? |the |stays? )*([a-em])(?:级|类)?(?![a-z+])/

/** B级纳税, A级的纳税人 */
const LETTER_BEFORE = /(?<![a-z0-9])([abcdm])(?:(?:级|类)的?| (?:for|in|on) (?:our |the )?)$/
/** 去年从A掉到B了 */
const LETTER_FROM_TO = /^[^。；;，]{0,8}(?:从|由)[a-em]级?(?:掉|降|升|变|评|调|改)[成到为了]*([a-em])(?![a-z])/
/** 会计说是B不是A */
const LETTER_NOT_OTHER = /^[^。；;]{0,14}?是([a-em])级?[，,]?(?:不是|并非)[a-em](?![a-z])/

/** A级说错了，是B级 */
const LETTER_MENDED =
  /^(?:级|类)?[，, ]{0,2}(?:哦|啊|呃|哎)?(?:不对|哦不|啊不|不是|[说讲报打写记填弄搞看]错了?|错了|更正|(?:- )?no\b,? ?(?:wait|sorry)?|(?:it )?turn(?:s|ed) out(?: to be)?|wait|sorry|hmm+|- just checked|actually)(?:[^。；;a-z]{0,6}?|,? (?:it's|it is|it was)(?: actually)? )([a-em])(?:级|类)?(?![a-z+])/

/** 数字化水平二级: the second of options that are called levels. */
export function levelAfter(text: string): string | undefined {
  const sign = LEVEL_AFTER.exec(text)?.[1]
  return sign && `level${/\d/.test(sign) ? sign : '一二三四'.indexOf(sign) + 1}`
}

/** It was B, it's A since April. */
const LETTER_NOW_ENGLISH =
  /^[^.;]{0,14}?[,;] ?(?:but |and )?([a-em]) (?:this year|now|since|today|currently)\b|^[^.;]{0,12}?[,;.]? ?(?:but |and )?(?:now |today |currently )?(?:it's|it is|we're|we are|is|now|became|became|got|upgraded to|raised to|downgraded to|dropped to|went (?:up|down) to|improved to)(?: now| an?| grade| at| back to| up to)* ([a-em])(?=$|[,.;!]| (?:since|now|this|grade|rating|rated|again|from|as of|today|currently)\b)/
/** Grade used to be A, dropped to B in April; went from M to B; was C last year, this year B. */
const LETTER_CHANGED_ENGLISH =
  /^(?: (?:used to be|was|has been))? ?(?:at |an? )?[a-em]?(?:, | and | but )*(?:it )?(?:has )?(?:went|gone|moved|changed|improved|dropped|fell|rose|raised|upgraded|downgraded|slipped)(?: up| down)?(?: from [a-em])? to (?:an? )?([a-em])(?![a-z])|^[^.;]{0,24}\bthis (?:year|april)(?: it's| it is| we got| we're|,)? (?:an? )?([a-em])(?![a-z]| (?!since|now|finally|again|for|at))/
function nowInEnglish(rest: string): string | undefined {
  const now = LETTER_NOW_ENGLISH.exec(rest)
  return now?.[1] ?? now?.[2]
}
/** our grade is a bit low */
const ARTICLE = /\ba$/
const WORD_AFTER =
  /^ (?!since|now|this|from|for|and|but|last|again|rating|level|grade|class|with|by|at |the |on |in |so |which|also|as |every|all )[a-z]/

/** The letter that takes the place of the one before it: , it turned out to be C. */
export const letterMended = (rest: string): string | undefined => LETTER_MENDED.exec(rest)?.[1]?.toUpperCase()

/** The grade after its name; 去年是 A 今年变 B 了 has changed since. */
export function letterAfter(text: string): string | undefined {
  const other = LETTER_NOT_OTHER.exec(text)?.[1] ?? LETTER_FROM_TO.exec(text)?.[1]
  if (other) return other.toUpperCase()
  const changedTo = LETTER_CHANGED_ENGLISH.exec(text)
  if (changedTo) return (changedTo[1] ?? changedTo[2])?.toUpperCase()
  const first = LETTER_AFTER.exec(text)
  if (first && ARTICLE.test(first[0]) && WORD_AFTER.test(text.slice(first[0].length))) return undefined
  const rest = first ? text.slice(first[0].length) : ''
  const newer = first && (LETTER_NOW.exec(rest)?.[1] ?? nowInEnglish(rest))
  const mended = first ? letterMended(rest) : undefined
  if (mended ?? newer) return mended ?? newer?.toUpperCase()
  const changed =
    first && /^[^，。；,;]{0,4}(?:变|降|升|调|改)[成到为了]*([a-em])(?![a-z+])/.exec(text.slice(first[0].length))
  return (changed?.[1] ?? first?.[1])?.toUpperCase()
}

/** The grade right before its name: B级纳税. */
export const letterBefore = (text: string): string | undefined => LETTER_BEFORE.exec(text)?.[1]?.toUpperCase()

const AT_ONCE = /^(?:等级|级别|评级|是|为|[:： ])*[abcdm](?![a-z+])/
const OTHER_DENIED = /^[^，。；]{0,8}[ ，,]零申报/

/** Whether the letter stands right behind the name. */
export const isLetterAtOnce = (after: string): boolean => AT_ONCE.test(after)

/** 纳税等级b 零申报从来没有过: what is denied later is not the grade. */
export const isOtherDenied = (after: string): boolean => AT_ONCE.test(after) && OTHER_DENIED.test(after)
