// Counts and sums whose noun was said a moment ago: 报了 5 个发明，授权了 2 个; 有 3 件愿意质押; 原来九十人，现在六十二; 增长三成到
// 2600 万; 十天内要用钱.
import type { FactDefinition } from '#engine'
import { PART_OF_STAFF, type Role } from '../roles.ts'
import { ASSUMED, type Assumption, CARRIED } from '../scene/assumption.ts'
import { clauseOf, factFor, isAsTold, roleOf, type Scene, sentenceAround, wordsOf } from '../scene/scene.ts'
import { isGranted } from '../sums/granted.ts'
import { isOfPeople } from '../values/measures.ts'
import type { Mention } from '../values/mention.ts'
import { inPeriod, periodAt } from '../values/periods.ts'
import { began, lasted } from './english-beginnings.ts'
import type { NumberReading } from './numbers.ts'
import { type Pair, spanOf } from './pairing.ts'
import { wholeOf } from './part-of-whole.ts'
import { isToPledge } from './pledged-rights.ts'

const RIGHTS: readonly (readonly [RegExp, Role])[] = [
  [/发明|inventions?/g, 'invention'],
  [/新型|utility models?/g, 'utility'],
  [/外观|designs?/g, 'design'],
  [/(?<!发明|新型|外观|实用)专利|patents?/g, 'patents'],
]
const LEFT_BEFORE =
  /(?:现在|目前|如今|今年|也就|[减裁缩降扩]到|more like|[还只就]剩下?|剩下?|left with|down to|now|currently|today|at present|right now|these days|we(?:'re| are| have)|there are)(?:大?概|约|有|只|是|就|才|也就|了|还|are|have|at|it's|it is|it|we're|we|there|only|just|about|around|down to|[:,]| )*$/
/** We plan to hire 30 more, right now it's 27: heads, though no word for them stands beside the number. */
const HIRING_BEFORE =
  /\b(?:hire|hiring|recruit|recruiting|employed|headcount|laid off) (?:about |around |another |some )?$/
const HEADS_AFTER = /^ (?:[a-z-]+ ){0,2}(?:workers|employees|people|staff|engineers|heads)\b/
const REACHED_BEFORE = /(?:到|至|达到?|[只还]剩下?|to|reach(?:ed|ing)) ?(?:了|约|近|about|around|大概|rmb|¥| )*$/
/** Nobody borrows for so short a time and says 以内. */
const SOON_MONTHS = 6
const IN_TIME = /^(?:以|之)?内/
const WITHIN = /(?:within|in|under) (?:the next |about )?$/
const MONEY_BY_THEN =
  /用钱|到账|到位|放款|下款|拿到|批下|要钱|用款|要用|得用|急|着急|就要|必须|之前要|cash|money|funds|fund|urgent|need it|loan|下来|批|搞定|办好|办下|办完/
/** 人最多的时候有 120 */
const CONVERTED_BEFORE =
  /(?:每年|年均|平均)[^。；\d]{0,8}转化[^，。；\d]{0,4}$|转化[^。；]{0,16}(?:每年|年均|平均)(?:每年|平均|转化|大概|大约|有|是|约|个)*$/
const HEADS_BEFORE =
  /(?:招|招聘|进|走|离职|裁)了$|(?:^|[，。；, ])(?:我们|公司|厂里)?人(?:最多|多|手)?[^，。；\d]{0,6}$/
const IN_ENGLISH = /^(?:$|[,.;!)]| ?[a-z])/
const IN_ENGLISH_WORDS = /^[^一-龥]*$/
const TOPIC_REACH = 60

/** What a number without a noun counts, where the words just before have named it; undefined when they have not. */
export function elided(scene: Scene, numbers: NumberReading, mention: Mention): Assumption | undefined {
  switch (mention.kind) {
    case 'count':
      return (
        queried(scene, mention) ??
        converted(scene, mention) ??
        wholeOf(scene, mention, numbers.pairs) ??
        rights(scene, mention) ??
        graduatesNow(scene, numbers, mention) ??
        peopleLeft(scene, numbers, mention)
      )
    case 'number':
      return (
        wholeOf(scene, mention, numbers.pairs) ??
        (mention.year === undefined ? undefined : began(scene, mention)) ??
        (IN_ENGLISH.test(scene.masked.slice(mention.end, mention.end + 2)) ? rights(scene, mention) : undefined) ??
        peopleLeft(scene, numbers, mention)
      )
    case 'money':
      return grownTo(scene, numbers, mention) ?? averaged(scene, numbers, mention)
    case 'date':
      return began(scene, mention)
    case 'days':
    case 'months':
      return inTime(scene, mention) ?? lasted(scene, mention)
    default:
      return undefined
  }
}

const before = (scene: Scene, { start }: Mention): string => scene.masked.slice(Math.max(0, start - TOPIC_REACH), start)
const after = (scene: Scene, { end }: Mention): string => scene.masked.slice(end, end + 16)

/** The right that was spoken of last: 发明, 新型, or patents of any kind. */
function rightBefore(scene: Scene, mention: Mention): Role | undefined {
  const sentence = clauseOf(scene, mention.start)?.sentence
  const words = before(scene, mention)
  const from = mention.start - words.length
  let nearest: Role | undefined
  let place = -1
  for (const [pattern, role] of RIGHTS) {
    for (const { index } of words.matchAll(pattern)) {
      const sameSentence = clauseOf(scene, from + index)?.sentence === sentence
      if (sameSentence && index > place) [nearest, place] = [role, index]
    }
  }
  return nearest
}

function rights(scene: Scene, mention: Mention): Assumption | undefined {
  if (mention.article || isOfPeople(mention.measure)) return undefined
  const right = rightBefore(scene, mention)
  if (isToPledge(scene, mention.start, mention.end) && /专利|发明|新型|patent|invention/.test(scene.masked))
    return [factFor(scene, 'pledgeable'), CARRIED, 'rights that may be pledged']
  return right && isGranted(scene, mention) ? [factFor(scene, right), CARRIED, 'granted of those named'] : undefined
}

/** 半年一共 7 次, after a word of credit reports. */
const queried = (scene: Scene, mention: Mention): Assumption | undefined =>
  mention.measure === '次' &&
  /征信|查/.test(before(scene, mention)) &&
  /半年(?:内|里)?(?:一共|总共|大概|也就|就|有)*$/.test(before(scene, mention))
    ? [factFor(scene, 'queries'), CARRIED, 'queries of half a year']
    : undefined

/** 每年转化个四项左右, 成果转化三年 18 项，平均每年 6 项: so many a year. */
const converted = (scene: Scene, mention: Mention): Assumption | undefined =>
  /^[项个]?$/.test(mention.measure) && CONVERTED_BEFORE.test(before(scene, mention))
    ? [factFor(scene, 'conversions'), CARRIED, 'results put to use in a year']
    : undefined

/** 还有 5 个发明在审，授权的就 3 个: the right that is granted, though a word for applications stands nearer. */
export function grantedRight(scene: Scene, mention: Mention): FactDefinition | undefined {
  const right = isGranted(scene, mention) ? rightBefore(scene, mention) : undefined
  return right && factFor(scene, right)
}

const isOfHeads = (scene: Scene, found: Mention): boolean =>
  HIRING_BEFORE.test(before(scene, found)) || HEADS_AFTER.test(after(scene, found))

const isOneBefore = (earlier: number | undefined, sentence: number | undefined): boolean =>
  earlier !== undefined && sentence !== undefined && sentence - earlier <= 1

/** 去年招了五个应届的: of last year, and not put right by what this year was. */
export const isOfLastYear = (scene: Scene, pair: Pair): boolean =>
  periodAt(scene.periods, scene.clauses, ...spanOf(pair))?.offset === -1 && isAsTold(scene, pair.mention)

/** 去年招了五个应届的，今年招了三个: this year is asked for. */
function graduatesNow(scene: Scene, { all }: NumberReading, mention: Mention): Assumption | undefined {
  const named = all.findLast(pair => pair.mention.end <= mention.start)
  const isOfThem = named?.fact && roleOf(scene, named.fact) === 'graduates'
  return isOfThem && /今年[^，。；\d]{0,6}$/.test(before(scene, mention))
    ? [named.fact, CARRIED, 'as many of this year']
    : undefined
}

/** 原来九十人，现在六十二: the second number counts what the first did. */
function peopleLeft(scene: Scene, numbers: NumberReading, mention: Mention): Assumption | undefined {
  if (mention.measure !== '' && !isOfPeople(mention.measure) && mention.measure !== '个') return undefined
  if (!LEFT_BEFORE.test(before(scene, mention)) && !/^ ?now\b/.test(after(scene, mention))) return undefined
  const sentence = clauseOf(scene, mention.start)?.sentence
  const earlier = scene.mentions.findLast(
    each =>
      each.end <= mention.start &&
      (isOfHeads(scene, each)
        ? isOneBefore(clauseOf(scene, each.start)?.sentence, sentence)
        : (each.kind === 'count' || each.kind === 'number') && clauseOf(scene, each.start)?.sentence === sentence),
  )
  // 人最多的时候有一百二，现在八十来个
  if (
    earlier &&
    (isOfPeople(earlier.measure) || isOfHeads(scene, earlier) || HEADS_BEFORE.test(before(scene, earlier)))
  )
    return [factFor(scene, 'headcount'), CARRIED, 'what is left of a number of people']
  // 准备再招 20 个研发，目前是 11 个: of the same people
  const named = numbers.all.findLast(pair => pair.mention.end <= mention.start)
  const role = named?.fact && roleOf(scene, named.fact)
  return named?.fact && role && PART_OF_STAFF.has(role) && clauseOf(scene, named.mention.start)?.sentence === sentence
    ? [named.fact, CARRIED, 'as many of those named before']
    : undefined
}

/** 去年交税 186 万，两年平均下来 160 万. */
function averaged(scene: Scene, numbers: NumberReading, mention: Mention): Assumption | undefined {
  const clause = clauseOf(scene, mention.start)
  const words = wordsOf(scene, clause)
  const last = numbers.pairs.findLast(pair => pair.mention.end <= mention.start)
  const ofTax = last !== undefined && roleOf(scene, last.fact) === 'taxPaid' && /平均|年均|average/.test(words)
  return ofTax ? [factFor(scene, 'taxAverage'), CARRIED, 'the average of what was named'] : undefined
}

/** 营收增长三成到 2600 万: what grew is what the sum is of. */
function grownTo(scene: Scene, numbers: NumberReading, mention: Mention): Assumption | undefined {
  const growth = numbers.pairs.findLast(
    pair => roleOf(scene, pair.fact) === 'growth' && pair.mention.end <= mention.start,
  )
  const near = growth && mention.start - growth.mention.end <= TOPIC_REACH / 2
  const revenue = factFor(scene, 'revenue')
  if (!near || !revenue || !REACHED_BEFORE.test(before(scene, mention))) return undefined
  const fact = inPeriod(scene.lexicon, revenue, periodAt(scene.periods, scene.clauses, mention.start, mention.end))
  return fact && [fact, CARRIED, 'what it grew to']
}

/** Whether a time is the one within which money must be there: 两个礼拜内得用钱. */
export function isByWhen(scene: Scene, mention: Mention): boolean {
  const clause = clauseOf(scene, mention.start)
  // 最好两个礼拜以内: how soon, for nobody borrows for days
  const said = scene.masked.slice(mention.start, mention.end)
  const isSoon = mention.kind === 'days' || (mention.high <= SOON_MONTHS && /内$/.test(said))
  if (isSoon && mention.bound !== 'least' && /(?:最好|尽量|争取|希望)(?:是|在|能|能在)?$/.test(before(scene, mention)))
    return true
  return (
    clause !== undefined &&
    (IN_TIME.test(after(scene, mention)) || /内$/.test(said)) &&
    /[得要]用|用[上到]|用钱|到账|到位|放款|下款|急|下来|批[下出给]|[能可]下|搞定|办好|拿到/.test(wordsOf(scene, clause))
  )
}

/** 十天内要用钱: how soon the money is needed, not for how long. */
function inTime(scene: Scene, mention: Mention): Assumption | undefined {
  const clause = clauseOf(scene, mention.start)
  if (!clause) return undefined
  const inside = IN_TIME.test(after(scene, mention)) || mention.bound === 'most' || WITHIN.test(before(scene, mention))
  const words = IN_ENGLISH_WORDS.test(wordsOf(scene, clause))
    ? sentenceAround(scene, mention.start, 1)
    : wordsOf(scene, clause)
  return inside && MONEY_BY_THEN.test(words)
    ? [factFor(scene, 'urgency'), ASSUMED, 'by when money is needed']
    : undefined
}
