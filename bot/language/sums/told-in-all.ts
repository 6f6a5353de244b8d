// Counts told in parts and in all: 发明买了 3 个，自己申请下来 2 个，共 5 个 are five, and so are 两个发明是买来的，另外三个自己研发; 牵头 1 项参与 2
// 项 are three, 我跟两个徒弟 三个人 too, and 发明 6 个里面 2 个在审，授权的 4 个 are four. What they are in all stands where the first part stood.
import { ADDS_UP, GRANTED, type Role } from '../roles.ts'
import { clauseOf, onlyAsked, roleOf, type Scene } from '../scene/scene.ts'
import { isTold } from '../text/clauses.ts'
import { suits } from '../values/fit.ts'
import { isOfPeople } from '../values/measures.ts'
import type { Mention } from '../values/mention.ts'
import { answeredInAll, asMany, isNumber, type Next, type Whole } from './answered-in-all.ts'
import { isGranted, isInReview } from './granted.ts'

const REACH = 32
const NOUN_REACH = 5
const TOTAL_BEFORE = /(?:一共|总共|合计|加起来|拢共|共计?|现在|目前)(?:就|才|有|是)*$/
/** 两位博士，加他一共三位 */
const WITH_ONE = /加上?(?:他|她|我|老板|本人|老总|[一-龥]总)[^，。；\d]{0,3}$/
/** 我跟两个徒弟: one more than the number. */
const ME_BEFORE = /(?:我|老板|本人)(?:自己)?(?:再|就)?(?:[和跟与]|加上?|带着?|领着)(?:了)?$/
const ME_TOTAL = /^[^，。；\d]{0,5}[，,、 ]?(?:一共|总共|拢共|加起来|共|就|才|也就)?$/
const MATES_AFTER = /^(?:徒弟|合伙人|师傅|工程师|研发|技术|员工|学生|兄弟|伙计|同学)/
const BOUGHT = /买|受让|转让来|购入/
const OWN = /自己|自研|自主/
/** 牵头 1 项，参与 2 项: the first of the parts, and the others. */
const LED_BEFORE = /(?:牵头|主持|主导|承担|主编|起草|在研|在做)(?:制定|起草|承担|编制|的|了|过|有)*$/
const JOINED_BETWEEN =
  /^(?:[，,、； ]|和|还|又|另外|也|有)*(?:参与|参加|参编|协助|配合|结题|完成|验收|合作)(?:制定|起草|承担|编制|的|了|过|有|国家级?|省级?)*$/
/** 省重点研发计划 1 项，还有国家的 1 项 */
const OTHER_LEVEL =
  /^(?:[，,、； ]|和|还|又|另外|也|有)*(?:参与|参加|承担|牵头)?[了过]?(?:国家|省|部)(?:级|里)?的[，, ]?(?:也有|有)?$/
const NATIONAL_BEFORE = /国家(?:级)?的?(?:有)?$/
const PROVINCIAL_BETWEEN = /^[，,、 ]?(?:省级?|省里)的?(?:有)?$/
/** 去年新增授权发明 2 件，累计 9 件 */
const NEW_BEFORE = /(?:新增|新授权|新拿|新下|新获)[^，。；\d]{0,6}$/
const IN_ALL_BEFORE = /(?:累计|总数|总共|一共|现在|目前|合计)(?:一共|有|是|到了|达到|就|共)*$/
/** 发明 8 个，今年授权 3 个: some of them, or more of them, and not all that are granted. */
const SOME_OF_THEM = /另|还有|再|又|新|刚|[年月]|外/
const APPLIED_BEFORE = /(?:申请|报|[提递]交|交|受理|filed|applied for)了?[^，。；,;]{0,6}$/
/** 发明 10 个有 6 个还在审, 里面 3 个还在审 */
const AMONG_THEM = /^,? ?(?:of (?:which|them|those)|including) $|^[，, ]?(?:其中|里头?面?|当中)?(?:有|就|才|只)*$/

const DOCTORS: ReadonlySet<Role> = new Set(['doctors'])
const FOUNDER_DOCTOR =
  /(?:我|老板|创始人|董事长|总经理|本人|法人)[^，。；\d]{0,6}博士[^。；]*$|(?:founder|ceo|\bi\b|manager|boss)[^.;]{0,12}(?:phd|doctorate)[^.;]*$/
const MORE_BEFORE = /(?:还有|另有|另外有?|再有)(?:另外)?$/
/** 连我一共三个 */
const ME_INCLUDED = /^[^。；]{0,8}(?:包括|连|含|算上|加上?)(?:我|老板|创始人)/
const FOUNDER_TOO =
  /^[^。；.;]{0,16}(?:老板|我|创始人)(?:自己|本人)?也(?:是|读过)博士|^[^.;]{0,24}\b(?:founder|ceo|i|boss)\b[^.;]{0,12}(?:phd|doctorate)[^.;]{0,4} (?:too|as well)/
const BANKS_BETWEEN = /^(?:商业)?银行(?:贷款)?(?:[，,、； ]|和|跟|加上?|还有|另外|再加|有)*$/
const ADDED = /^[，, ]?(?:加上?|还有|另外|再加|和|跟)(?:有)?$/
const OTHER_LENDER = /^(?:融资租赁|租赁|小贷|小额贷|信用社|农信|村镇银行|保理|信托|网贷|财务公司)/

const isCount = (each: Mention): boolean => isNumber(each) && !each.article

type Value = Scene['signs'][number]['values'][number]

/** Whether a word names what a number counts, other than everybody. */
const names = (scene: Scene, value: Value, each: Mention): boolean => {
  const role = value.is === 'measure' || value.is === 'fact' ? roleOf(scene, value.fact) : 'headcount'
  return role !== 'headcount' && role !== 'applications' && value.is !== 'decoy' && suits(value.fact, each) > 0.5
}

/** Whether a noun for another thing that is counted stands between two numbers, or right behind the second. */
const isNamed = (scene: Scene, from: Mention, to: Mention): boolean =>
  scene.signs.some(
    ({ start, values }) =>
      start >= from.end &&
      start <= to.end &&
      // 5 inventions: its own noun
      !(start === from.end + 1 && /^ [a-z]/.test(scene.masked.slice(from.end, from.end + 2))) &&
      values.some(value => names(scene, value, to)),
  )

/** Whether the number stands beside the noun of what it counts; of one of some roles, where they are given. */
const isBesideNoun = (scene: Scene, each: Mention, roles?: ReadonlySet<Role>): boolean =>
  scene.signs.some(
    ({ start, end, values }) =>
      end >= each.start - NOUN_REACH &&
      start <= each.end + 1 &&
      values.some(value => {
        const role = value.is === 'fact' || value.is === 'measure' ? roleOf(scene, value.fact) : undefined
        return names(scene, value, each) && (roles === undefined || (role !== undefined && roles.has(role)))
      }),
  )

/** Whether nothing but one of these facts was asked for. */
const isAsked = (scene: Scene, roles: ReadonlySet<Role>): boolean => {
  const asked = onlyAsked(scene)
  const role = asked && roleOf(scene, asked)
  return role !== undefined && roles.has(role)
}

const inOneSentence = (text: string, a: Mention, b: Mention): boolean =>
  b.start - a.end <= REACH && !/[。！!？?\n；;]/.test(text.slice(a.end, b.start))

/** 我跟两个徒弟 三个人: three; without their sum nobody knows whether the speaker counts. */
function withMe({ masked }: Scene, [a, b]: Next): Whole | undefined {
  if (!a || !isNumber(a) || !ME_BEFORE.test(masked.slice(Math.max(0, a.start - 8), a.start))) return undefined
  if (a.measure !== '' && a.measure !== '个' && a.measure !== '位' && !isOfPeople(a.measure)) return undefined
  const isTotal = b && isNumber(b) && b.low === a.low + 1 && ME_TOTAL.test(masked.slice(a.end, b.start))
  if (isTotal) return { mention: asMany(b, b.low), used: 1 }
  return MATES_AFTER.test(masked.slice(a.end, a.end + 4)) ? { mention: { ...a, vague: true }, used: 0 } : undefined
}

/** 牵头 1 项参与 2 项: of projects and standards both count. */
function ledAndJoined(scene: Scene, [a, b]: Next): Whole | undefined {
  const { masked } = scene
  if (!a || !b || !isNumber(a) || !isNumber(b) || !inOneSentence(masked, a, b)) return undefined
  const between = masked.slice(a.end, b.start)
  const isLed = LED_BEFORE.test(masked.slice(Math.max(0, a.start - 8), a.start)) && JOINED_BETWEEN.test(between)
  const isByLevel = NATIONAL_BEFORE.test(masked.slice(0, a.start)) && PROVINCIAL_BETWEEN.test(between)
  if (
    !(isByLevel && isAsked(scene, ADDS_UP)) &&
    !isLed &&
    !(OTHER_LEVEL.test(between) && isBesideNoun(scene, a, ADDS_UP))
  )
    return undefined
  const clause = clauseOf(scene, a.start)
  const named = scene.signs.find(
    ({ start, end, values }) =>
      start >= (clause?.start ?? 0) &&
      end <= a.start &&
      values.some(value => value.is === 'fact' && ADDS_UP.has(roleOf(scene, value.fact) ?? 'headcount')),
  )
  // 牵头 1 项、参与 2 项国家标准: the noun stands behind
  const behind = named === undefined && isBesideNoun(scene, b, ADDS_UP)
  return named || behind || isAsked(scene, ADDS_UP)
    ? { mention: asMany(behind ? b : a, a.low + b.low), used: 1 }
    : undefined
}

/** 发明 6 个里面 2 个还在审，授权的就 4 个: only those that are granted count; 发明 10 个有 6 个还在审 leaves it open. */
function grantedOf(scene: Scene, [a, b, c]: Next): Whole | undefined {
  const { masked } = scene
  if (!a || !b || !isCount(a) || !isNumber(b) || b.low >= a.low || !isBesideNoun(scene, a, GRANTED)) return undefined
  if (!inOneSentence(masked, a, b) || isNamed(scene, a, b) || isGranted(scene, a) || isInReview(scene, a))
    return undefined
  const clause = clauseOf(scene, a.start)
  if (!isTold(clause) || clause.plan) return undefined
  if (APPLIED_BEFORE.test(masked.slice(clause.start, a.start))) return undefined
  const between = masked.slice(a.end, b.start)
  // 7 inventions filed, 2 of them granted
  if (/filed|applied|submitted|申请了?/.test(between)) return undefined
  if (isGranted(scene, b)) return SOME_OF_THEM.test(between) ? undefined : { mention: asMany(a, b.low), used: 1 }
  if (!isInReview(scene, b)) return undefined
  const rest = c && isNumber(c) && inOneSentence(masked, b, c) && !isNamed(scene, b, c) ? c : undefined
  if (
    rest &&
    isGranted(scene, rest) &&
    rest.low + b.low <= a.low &&
    !SOME_OF_THEM.test(masked.slice(b.end, rest.start))
  )
    return { mention: asMany(a, rest.low), used: 2 }
  return AMONG_THEM.test(between) && between !== '' && !/^[，, ]$/.test(between)
    ? { mention: { ...a, vague: true }, used: 1 }
    : undefined
}

/** 老板博士毕业，公司还有一个博士: two; we have two PhDs and the founder has one too: two or three. */
function withFounder(scene: Scene, [a]: Next): Whole | undefined {
  const { masked } = scene
  if (!a || !isNumber(a) || !isBesideNoun(scene, a, DOCTORS)) return undefined
  const [words, after] = [masked.slice(Math.max(0, a.start - REACH), a.start), masked.slice(a.end, a.end + REACH * 2)]
  if (FOUNDER_DOCTOR.test(words) && MORE_BEFORE.test(words) && !ME_INCLUDED.test(after))
    return { mention: asMany(a, a.low + 1), used: 0 }
  return FOUNDER_TOO.test(after) ? { mention: { ...a, vague: true }, used: 0 } : undefined
}

/** 去年新增授权发明 2 件，累计 9 件: nine; of what is new alone nobody knows how many there are. */
function withNewOnes(scene: Scene, [a, b]: Next): Whole | undefined {
  const { masked } = scene
  if (!a || !isCount(a) || !isBesideNoun(scene, a, GRANTED)) return undefined
  if (!NEW_BEFORE.test(masked.slice(Math.max(0, a.start - 12), a.start))) return undefined
  const isAll = b && isNumber(b) && b.low > a.low && inOneSentence(masked, a, b) && !isNamed(scene, a, b)
  if (isAll && IN_ALL_BEFORE.test(masked.slice(a.end, b.start))) return { mention: asMany(a, b.low), used: 1 }
  return { mention: { ...a, vague: true }, used: 0 }
}

/** 三家银行一家租赁: four lenders. */
function lendersOfKinds({ masked }: Scene, [a, b]: Next): Whole | undefined {
  if (!a || !b || !isNumber(a) || !isNumber(b) || a.measure !== '家' || !inOneSentence(masked, a, b)) return undefined
  const isKind = OTHER_LENDER.test(masked.slice(b.end, b.end + 8)) && (b.measure === '家' || b.measure === '个')
  const between = masked.slice(a.end, b.start)
  const isBanks =
    BANKS_BETWEEN.test(between) || (/[银款]行[^，。；\d]{0,3}$/.test(masked.slice(0, a.start)) && ADDED.test(between))
  return isKind && isBanks ? { mention: asMany(a, a.low + b.low), used: 1 } : undefined
}

/** The number that counts both, or undefined where the second is another thing. */
function addedUp(scene: Scene, [a, b, c]: Next): Whole | undefined {
  const { masked } = scene
  if (!a || !b || !isCount(a) || !isNumber(b) || !inOneSentence(masked, a, b) || isNamed(scene, a, b)) return undefined
  if (!isBesideNoun(scene, a) && !isAsked(scene, GRANTED)) return undefined
  const between = masked.slice(a.end, b.start)
  if (WITH_ONE.test(between.replace(TOTAL_BEFORE, '')) && b.low === a.low + 1)
    return { mention: asMany(a, b.low), used: 1 }
  const told = c && isCount(c) && inOneSentence(masked, b, c) && TOTAL_BEFORE.test(masked.slice(b.end, c.start))
  if (told && c.low === a.low + b.low && !isNamed(scene, b, c)) return { mention: asMany(a, c.low), used: 2 }
  const after = masked.slice(b.end, b.end + 8)
  const bought =
    BOUGHT.test(masked.slice(Math.max(0, a.start - 3), b.start)) &&
    OWN.test(between + after) &&
    /另外|还有|其他|其余|剩下|自己/.test(between + after)
  return bought && /[，, ]/.test(between) ? { mention: asMany(a, a.low + b.low), used: 1 } : undefined
}

/** The values of a text, parts of one count made one. */
export function inAll(scene: Scene, mentions: readonly Mention[]): readonly Mention[] {
  const made: Mention[] = []
  for (let i = 0; i < mentions.length; i += 1) {
    const next = mentions.slice(i, i + 3)
    const [each] = next
    if (!each) continue
    const whole =
      answeredInAll(scene, next) ??
      withNewOnes(scene, next) ??
      withMe(scene, next) ??
      withFounder(scene, next) ??
      ledAndJoined(scene, next) ??
      lendersOfKinds(scene, next) ??
      addedUp(scene, next) ??
      grantedOf(scene, next)
    made.push(whole?.mention ?? each)
    i += whole?.used ?? 0
  }
  return made
}
