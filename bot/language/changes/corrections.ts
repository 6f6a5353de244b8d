// 说错了，营收是 3500 万; 把研发人数改成 12; 不是 12 个是 15 个; 由 3200 万改成 3500 万: which values are taken back, and
// whether the message corrects at all.
import type { RegionFound } from '../names/regions.ts'
import { isOfPeople } from '../values/measures.ts'
import type { Mention } from '../values/mention.ts'
import { isSlip, mendSlips, NUMBERS, sameKind } from '../values/repairs.ts'
import { type Told, withChanges } from './changed-values.ts'
import { type NamedBetween, withReplaced } from './replaced.ts'

const MARKER =
  /[说写报填输搞记弄打]错|报串|不对|有误|不准确?[，。 ]|作废|手滑|应该是|应为|应当是|更正|纠正|订正|改[成为到\d一二两三四五六七八九十]|改一下|更新[为成]|其实是|重新说|前面说的|之前说|刚才说|\bactually\b|correction|i meant|should be|change (?:it|that|the|my|our)|not \w+ but|instead of|sorry,/i
const TAKEN_BACK_BEFORE =
  /(?:(?:不是|并非|而非|不止)[大概约在盈亏利损赚赔营收入是有用 ]{0,4}|(?:不在|不要|不贷|别(?:写|填|按|用|算|要|报|贷|借)|不(?:写|填|按|借)|\bnot|instead of|rather than)[大概约在 ]{0,3})$/i
const TAKEN_BACK_REACH = 16
const TAKEN_BACK_AFTER =
  /^[^，。；,;]{0,2}(?:不对|错了|写错|说错|报错|作废|不准|is wrong|was wrong)(?![^。；\d]{0,4}那?是大?前年的)/i
/** 一年改三年; 三年期，改成两年: the number that follows at once takes its place. */
const REPLACED_AFTER = /^(?:期|的)?[，, ]{0,2}改(?:成|为|到)?(?=[\d一二两三四五六七八九十百])/
const CHANGED_AFTER = /^[^，。；,;]{0,3}(?:改[成为到]|变成|更新[为成]|改|→|->|to )/
/** 从 2200 万涨到 3100 万: the first is of an earlier time, nobody said which. */
const GREW_AFTER =
  /^[^，。；,;]{0,2}(?:涨|增长?|增加|升|提[高升]|扩大?|发展|降|下降|减少?|裁|砍|跌|滑|压|回落|缩小|缩减?|收窄|扭亏|做|拖|延长?|拉长?|缩短|压缩|变[长短]?)到|^[^，。；,;]{0,1}变[成为]?(?=[\d一二两三四五六七八九十百])|^ to /
/** 1400 万变 2800 万 */
const BECAME_AFTER = /^(?:变成?|涨到|升到|降到|增长到|增加到|掉到|跌到|缩到|减到)(?:了)?[\d一二两三四五六七八九十百千]/
const GREW_BEFORE = /(?:从|由|from )[^，。；,;]{0,8}$/
const CHANGED_BEFORE = /(?:由|从|把|将|原来是?|之前是?|刚才说的?|from )[^，。；,;]{0,8}$/

export interface Correction {
  readonly marked: boolean
  readonly mentions: readonly Mention[]
  readonly regions: readonly RegionFound[]
}

interface Span {
  readonly start: number
  readonly end: number
}

const textBefore = (text: string, span: Span): string => text.slice(Math.max(0, span.start - 24), span.start)

/** 不是 80，80 是含外包的: of more than what was asked. */
const isOfMore = (text: string, { end }: Span): boolean =>
  /^[个人万件]?那?是(?:含|算|包括?|连|加上|集团|别人|人家|以前|去年|前年|过年)/.test(text.slice(end, end + 10))

/** Whether a value is named as wrong where it stands. */
export function takenBack(text: string, span: Span): boolean {
  const before = textBefore(text, span)
  const after = text.slice(span.end, span.end + TAKEN_BACK_REACH)
  if (TAKEN_BACK_BEFORE.test(before) || TAKEN_BACK_AFTER.test(after) || REPLACED_AFTER.test(after)) return true
  return CHANGED_AFTER.test(after) && CHANGED_BEFORE.test(before)
}

/** 比前年多了 400 万: a difference, not an amount. */
const DIFFERENCE =
  /比[^，。；,;]{1,10}(?:多|少|增加|减少|增|减|高|低|涨|降)(?:做|卖|赚|挣|交|投|花|收)?了?(?:大?概|约|有|将近|个)?$/

/** 原来 45 个人，现在 38: what was, where what is follows. */
const ONCE_BEFORE =
  /(?:原来|原先|以前|之前|本来|当初|前[一两二几]年|早[一两几]年|早年|早先|疫情前|高峰的?时候|巅峰的?时候|成立(?:的?时候|之初|那[会年]儿?)|刚开始|一开始|最早|最初|起步(?:的?时候)?|刚起步|最多的?时候|高峰期?时?|used to (?:be|have|employ)|once had|were)[^，。；,;\d]{0,6}$/
const NOW_AFTER = /^[^。；;]{0,22}(?:现在|目前|如今|今年|[还只就]剩|剩下?|[减裁缩降]到|down to|\bnow\b)/

/** 去年有 28 个人，今年扩到 40 个: people are counted as they are. */
const isEarlierCount = (text: string, found: Mention): boolean =>
  found.kind === 'count' &&
  isOfPeople(found.measure) &&
  /(?:去年|前年|年初|上半年)[^，。；\d]{0,4}$/.test(textBefore(text, found)) &&
  /^[^。；;\d]{0,4}[，, ][^。；;\d]{0,4}(?:现在|目前|如今|今年)[^。；;\d]{0,6}[\d一二两三四五六七八九十]/.test(
    text.slice(found.end, found.end + 20),
  )

/** We used to have 120 workers, now it's 74; last year 120 people, now 95. */
const ONCE_BEFORE_ENGLISH =
  /\b(?:used to (?:be|have|employ)|once (?:had|employed|were)|(?:we|there) (?:were|had)|had been|peaked at|peak of|at (?:our|the|its) peak|(?:old|previous|former) (?:plant|factory|workshop|shop|office|site) had|last year(?: it was| we were| we had)?|previously|formerly|originally|in 20[0-4]\d(?: we had| we were)?|before (?:the )?(?:move|covid|the pandemic|restructuring|layoffs)(?: we had| we were)?)(?: still| about| around| over| nearly| almost| some| at|,)*,? $/
const NOW_AFTER_ENGLISH =
  /^(?=[^.;?!]{0,60}\d)[^.;?!]{0,40}\b(?:now|currently|today|down to|at present|these days|presently|left)\b/
const WE_ARE_AFTER = /^[^.;?!]{0,40}\b(?:we're|we are) (?:only |just |about )?\d/
const NOW_REACH = 64
/** headcount 58 last year, 71 now */
const ONCE_AFTER_ENGLISH =
  /^ ?(?:people |staff |employees |workers |of us )?(?:last year|a year ago|in 20[0-4]\d|before [a-z]{2,12}|back then)[,;]? (?:and |but )?(?:it's |we're |we are )?(?:about |around |only |just )?\d{1,5} (?:people |staff )?(?:now|today|currently)\b/
const ONCE_REACH = 50

const isOnceEnglish = (text: string, found: Mention): boolean =>
  (found.kind === 'count' || found.kind === 'number') &&
  ((ONCE_BEFORE_ENGLISH.test(text.slice(Math.max(0, found.start - ONCE_REACH), found.start)) &&
    (NOW_AFTER_ENGLISH.test(text.slice(found.end, found.end + NOW_REACH)) ||
      (isOfPeople(found.measure) && WE_ARE_AFTER.test(text.slice(found.end, found.end + NOW_REACH))))) ||
    ONCE_AFTER_ENGLISH.test(text.slice(found.end, found.end + NOW_REACH)))

const outgrown = (text: string, found: Mention): boolean =>
  isEarlierCount(text, found) ||
  isOnceEnglish(text, found) ||
  (ONCE_BEFORE.test(textBefore(text, found)) && NOW_AFTER.test(text.slice(found.end, found.end + 20))) ||
  (NUMBERS.has(found.kind) && DIFFERENCE.test(text.slice(Math.max(0, found.start - 18), found.start))) ||
  (GREW_AFTER.test(text.slice(found.end, found.end + 8)) && GREW_BEFORE.test(textBefore(text, found))) ||
  BECAME_AFTER.test(text.slice(found.end, found.end + 8))

/** 没有 80 个人那么多, 反正不是一个亿, we do not have 100 people: nothing is told but what it is not. */
const DENIED =
  /(?:不是|并非)(?:要|想)(?:再)?(?:借|贷|融)?[大概约 ]{0,3}$|(?:不是|并非|哪有|哪来|哪里有)[大概约的 ]{0,3}$|没有?说(?:过|要|想)[^，。；\d]{0,4}$|(?:没有|没)(?:想|要|打算)?(?:贷|借|要)?[大概约 ]{0,2}$|(?:do|does|did)(?:n't| not) (?:have|employ|make|need|want|borrow|owe) (?:about |over |as much as )?(?:rmb )?$/i
const SO_MUCH =
  /^[^，。；,;]{0,6}(?:那么|这么)[多高大]|^[^，。；,;]{0,4}[，, ]{1,2}(?:也就|就|才|只有|只|大概|大约|差不多|最多|顶多|more like|only)[^，。；]{0,3}[\d一二两三四五六七八九十]/

function isDenied(text: string, found: Mention): boolean {
  const denial = DENIED.exec(textBefore(text, found))?.[0]
  if (denial === undefined) return false
  return !/^没有?(?!说)/.test(denial) || SO_MUCH.test(text.slice(found.end, found.end + 10))
}

/** 以前 45 人，走了一批，剩下 28 个: what is left is counted as what was. */
function counted(text: string, found: Mention, before: Mention | undefined): Mention {
  const isLeft = before?.kind === 'count' && found.kind === 'count' && found.measure === '个' && outgrown(text, before)
  return isLeft ? { ...found, measure: before.measure } : found
}

/** 深圳那个点关了，现在在东莞; we used to be in Ningbo, now in Jiaxing. */
const isLeftBehind = (text: string, found: Span): boolean =>
  (/(?:以前|原来|之前|原先|早先|最早)[^，。；]{0,6}$/.test(text.slice(Math.max(0, found.start - 10), found.start)) &&
    /^[^。；]{0,8}[，, ][^。；]{0,6}(?:搬|迁|现在|如今|换到|落户)/.test(text.slice(found.end, found.end + 20))) ||
  /used to be (?:based |located |registered )?in $/i.test(text.slice(Math.max(0, found.start - 30), found.start)) ||
  /^[^，。；;]{0,6}(?:关了|关掉|撤了|注销了|不做了)/.test(text.slice(found.end, found.end + 12))

/**
 * What still counts of the values and places of a message, once each change of mind is made. A value is only taken back when
 * another of its kind remains.
 */
export function correct(
  told: Told,
  mentions: readonly Mention[],
  regions: readonly RegionFound[],
  named: NamedBetween = () => false,
): Correction {
  const { masked: text } = told
  const mended = withReplaced(text, mendSlips(text, withChanges(told, mentions)), named)
  // what took the place of another stands behind words that speak of the other
  const isMended = (found: Mention) => !mentions.some(each => each.start === found.start && each.low === found.low)
  const current = mended.flatMap((found, i) =>
    !isMended(found) && outgrown(text, found)
      ? []
      : [
          counted(
            text,
            found,
            mended.slice(0, i).findLast(each => each.kind !== 'date'),
          ),
        ],
  )
  const wrong = current.filter(found => !isMended(found) && takenBack(text, found))
  const backMentions = current.filter(
    found => wrong.includes(found) || wrong.some(each => each.low === found.low && isOfMore(text, found)),
  )
  const backRegions = regions.filter(
    (found, i) =>
      takenBack(text, found) ||
      (regions.length > 1 && isLeftBehind(text, found)) ||
      (i < regions.length - 1 && isSlip(text, found.end)),
  )
  const isReplaced = (found: Mention) => current.some(other => !backMentions.includes(other) && sameKind(other, found))
  const keptMentions = current.filter(
    found => !(backMentions.includes(found) && isReplaced(found)) && (isMended(found) || !isDenied(text, found)),
  )
  const keptRegions = regions.filter(found => !backRegions.includes(found))
  const dropped =
    mended.length < mentions.length ||
    keptMentions.length < current.length ||
    (keptRegions.length < regions.length && keptRegions.length > 0)
  return { marked: dropped || MARKER.test(text), mentions: keptMentions, regions: keptRegions }
}
