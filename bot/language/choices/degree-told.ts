// The highest degree of the founders as an answer tells it: 博士读了一半 硕士证是有的 is a master, 大专，总工是博士 is none of these.
import { answerParts } from './answer-parts.ts'

const DEGREES: readonly (readonly [option: string, words: RegExp])[] = [
  ['doctor', /博士|ph\.? ?d|doctor/],
  ['master', /硕士?|研究生|e?mba|读研(?!发)|master/],
  [
    'bachelor',
    /本科|学士|大学(?:毕业|文凭|学历|生)|读的大学|专升本|bachelor|undergrad|college (?:grad|degree)|university (?:grad|degree)/,
  ],
  [
    'other',
    /大专|专科|中专|技校|职高|职业学校|高中|高职|初中|小学|没(?:怎么|咋)?(?:上|读|念)过?(?:啥|什么|几[天年]|多少|过)?(?:大学|书|学)|没(?:啥|什么)?(?:学历|文凭|文化)|辍学|肄业|退学|学徒|泥腿子|大学(?:都|也)?没|dropped out|drop.?out|high school|vocational|no degree|trade school|technical school/,
  ],
]
const UNFINISHED =
  /在读|正?在[读念上]|读[了到]?一半|没[读念毕拿上]|还没|肄业|退学|辍学|想读|准备读|打算|报了|申请|考上|drop.?out|dropped|unfinished|not finished|studying|doing (?:a|an|my)/
const KIN =
  /儿子|女儿|老婆|太太|爱人|老公|总工|技术总监|员工|工程师|同事|研发总监|团队|cto|\b(?:son|daughter|wife|husband|engineer|staff|team)\b/
const SELF = /我|本人|老板|创始|合伙|董事长|总经理|法人|founder|\bi\b|i'm|i've|\bmy\b|owner|partner/
const DOUBT = /不清楚|不知道|忘了|不方便|算不算|吗$|[？?]|相当于|差不多|同等|荣誉|名誉|客座|honorary|equivalent/

/** The highest degree told, of those that are finished and the founders'. */
export function degreeTold(text: string): string | undefined {
  if (DOUBT.test(text)) return undefined
  const ranks = answerParts(text).flatMap(part => {
    if (KIN.test(part.text) && !SELF.test(part.text)) return []
    const rank = DEGREES.findIndex(([, words]) => words.test(part.text))
    if (rank < 0) return []
    if (UNFINISHED.test(part.text)) return rank === 2 || rank === 3 ? [3] : []
    return part.isDenied && rank < 3 ? [] : [rank]
  })
  return ranks.length === 0 ? undefined : DEGREES[Math.min(...ranks)]?.[0]
}
