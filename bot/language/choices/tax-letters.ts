// The tax office's letter where the name of the grade is left out or stands far off: 纳税信用分 91，A 级; 税是 C 级; 去年是 B
// 今年评上 A 了. The last letter that is not taken back holds.
import type { Found } from '../scene/found.ts'
import { factFor, type Scene } from '../scene/scene.ts'

const CONFIDENCE = 0.93
/** Who grades: the tax office, where taxes are spoken of; the government, where it is named. */
const TAXES =
  /纳税|税务|税局|\btax\b|[交缴报]税|税(?=[abmcd](?:级|[，。 ]|$))|税(?:是|级|的?等级|评|分|这块|那|[降掉升])|零申报/
const GOVERNMENT = /政府|公共信用|信用中国|发改|aaa/
const NEW_COMPANY = /刚(?:办|开|成立|注册)|才(?:办|开|成立|注册)|新(?:办|公司)|没(?:有|啥|什么)?收入|去年才|今年才/
/** 纳税信用 M 还是 B 我忘了. */
export const UNSURE = /[abmcd]级?(?:还是|或者?)[abmcd]|不是[abmcd]级?就是[abmcd]|(?:忘了|不记得|记不清|说不准)/
const LETTER =
  /(?<![a-z0-9+.])([abmcd])(?:(级|等(?!轮))|(?=$|[，。；、,;!！?？~ 了吧的]))(?!类|轮|股|区|座|栋|款|照|证|型|端|[a-z0-9+])/g
/** A letter without 级 needs one of these right before it. */
const LED =
  /(?:是|税务?|\btax|评(?:的|了|上|成|为|到|级|定|价)?|(?:更新|修复|[降掉升变改])到?(?:成|了|为)?|给|分数?|级别|等级|信用|[:：]|\d分?[，, ]*|不对|错了?|[哦啊]不|it's|it is|actually|wait|sorry)[，, ]*$/
const TAKEN_BACK = /(?:不是|并非|别是)$/
const EARLIER = /(?:之前|以前|原来|[去前]年|那时)[^，。；]{0,4}?(?:还|都|也)?(?:是|评(?:的|了)?)?$/
const LONG_AGO = /^[abmcd]级?(?:那)?是?(?:(?:20)?[0-2]\d年|以前|之前|去年|前年)/
const BEFORE_REACH = 10
const AFTER_REACH = 12

/** Whose letter an ambiguous A级 is, where only one office is spoken of in the message. */
export function gradingOffice(scene: Scene, place: number): 'taxGrade' | 'governmentGrade' | undefined {
  if (GOVERNMENT.test(scene.masked)) return undefined
  const isNew = scene.masked.startsWith('m', place) && NEW_COMPANY.test(scene.masked)
  return TAXES.test(scene.masked) || isNew ? 'taxGrade' : undefined
}

/** 都是 A, 两个都 B, both A: asked for both grades. */
const BOTH = /(?:两个)?都(?:是|为)?([abmcd])(?:级|(?=$|[，。；,; ]))|\bboth (?:are )?([abmcd])\b/

/** One letter told of both offices, where both were asked for. */
export function readBothLetters(scene: Scene): readonly Found[] {
  const match = BOTH.exec(scene.masked)
  const letter = (match?.[1] ?? match?.[2])?.toUpperCase()
  const facts = (['taxGrade', 'governmentGrade'] as const).map(role => factFor(scene, role))
  if (!match || letter === undefined || UNSURE.test(scene.masked)) return []
  if (!facts.every(fact => fact && scene.context.pending.includes(fact.id))) return []
  const span = [match.index, match.index + match[0].length] as const
  return facts.flatMap(fact =>
    fact?.options?.[letter]
      ? [{ fact: fact.id, value: letter, confidence: CONFIDENCE, approximate: false, why: 'of both offices', span }]
      : [],
  )
}

/** The tax office's letter of a message that speaks of taxes and of no other grade; at most one. */
export function readTaxLetters(scene: Scene): readonly Found[] {
  const fact = factFor(scene, 'taxGrade')
  const text = scene.masked
  const asked = fact !== undefined && isAloneAsked(scene, fact.id)
  if (GOVERNMENT.test(text)) return UNSURE.test(text) ? [] : byOffice(scene)
  const ofTaxes = TAXES.test(text)
  if (!fact || UNSURE.test(text) || !(ofTaxes || asked)) return []
  const letters = [...text.matchAll(LETTER)].flatMap(match => {
    const before = text.slice(Math.max(0, match.index - BEFORE_REACH), match.index)
    const clause = scene.clauses.find(each => each.start <= match.index && match.index < each.end)
    const isLed = LED.test(before) && (ofTaxes || !/评级|改/.test(before))
    const isNamed = match[2] !== undefined || isLed || (asked && match.index === 0)
    if (
      !isNamed ||
      !clause ||
      (clause.question && !REMEMBERED.test(text.slice(clause.start, clause.end))) ||
      clause.supposed ||
      clause.others ||
      clause.plan
    )
      return []
    return TAKEN_BACK.test(before)
      ? []
      : [
          {
            letter: match[1] ?? '',
            at: match.index,
            earlier: EARLIER.test(before) || LONG_AGO.test(text.slice(match.index, match.index + AFTER_REACH)),
          },
        ]
  })
  const now = letters.filter(each => !each.earlier)
  const last = now.at(-1)
  if (!last || letters.length > LETTERS_MAX) return []
  const why = `the tax office's letter: «${scene.text.slice(last.at, last.at + 2)}»`
  const span = [last.at, last.at + 1] as const
  return [{ fact: fact.id, value: last.letter.toUpperCase(), confidence: CONFIDENCE, approximate: false, why, span }]
}

const LETTERS_MAX = 3
/** Whether of all letters that are asked for only the tax office's can be meant. */
const isAloneAsked = ({ context, lexicon }: Scene, tax: string): boolean =>
  context.pending.includes(tax) &&
  !context.pending.some(id => id !== tax && Object.hasOwn(lexicon.facts.get(id)?.options ?? {}, 'B'))
/** 税务是 B 级来着 recalls, and asks nothing. */
const REMEMBERED = /来着[，。 ]*$/
const OF_TAXES = /(?:纳税|税务|税局)[^，。；;]{0,10}?([abmcd])(?:级|[，。；、 ]|$)/
const OF_GOVERNMENT =
  /(?:政府|公共信用|信用中国)[^，。；;]{0,12}?(?:是|为|评|：|:|级别|评级)[^，。；;]{0,4}?([abmcd])a*(?:级|[，。；、 ]|$)|([abmcd])a*级?(?:那个)?是(?:政府|公共信用|信用中国)/
const WHERE_ELSE = /政府|公共信用|信用中国/

/** Both offices named: 政府那个评级我们是 A, 税务那个是 B. */
function byOffice(scene: Scene): readonly Found[] {
  return (
    [
      ['taxGrade', OF_TAXES],
      ['governmentGrade', OF_GOVERNMENT],
    ] as const
  ).flatMap(([role, pattern]) => {
    const fact = factFor(scene, role)
    const match = pattern.exec(scene.masked)
    const letter = match?.[1] ?? match?.[2]
    const clause = match && scene.clauses.find(each => each.start <= match.index && match.index < each.end)
    if (!fact || !match || !letter || !clause || clause.question || clause.supposed || clause.plan) return []
    if (role === 'taxGrade' && WHERE_ELSE.test(match[0])) return []
    const span = [match.index, match.index + match[0].length] as const
    const why = `its office named: «${scene.text.slice(...span)}»`
    return [{ fact: fact.id, value: letter.toUpperCase(), confidence: CONFIDENCE, approximate: false, why, span }]
  })
}
