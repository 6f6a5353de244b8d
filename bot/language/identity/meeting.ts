// When and where to meet: 下周二下午, 明后天都行，最好上午, 晚上 8 点后联系, 地址滨江区网商路 599 号.
import type { FactDefinition } from '#engine'
import type { Found } from '../scene/found.ts'
import { factFor, onlyAsked, type Scene } from '../scene/scene.ts'

const LIKELY = 0.8
const PART = '(?:早上|上午|中午|下午|晚上|傍晚|白天|全天| mornings?| afternoons?| evenings?)'
const HOUR = '(?:[一二两三四五六七八九十\\d]{1,2}点(?:半|钟)?(?:[到至-][一二两三四五六七八九十\\d]{1,2}点(?:半|钟)?)?)'
const AROUND = '(?:[以之]?[前后])'
const DAY =
  '(?:(?:下{1,2}|这|本)?(?:周|星期|礼拜)[一二三四五六日天末](?:[到至-](?:周|星期|礼拜)?[一二三四五六日天末])?|明后天|这两天|明天|大后天|后天|今天|(?<![年\\d])\\d{1,2}月\\d{1,2}[日号]|工作日|(?:next |this )?(?:weekdays?|weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)(?![a-z])|tomorrow)'
const CLOCK = '\\d{1,2}(?::\\d\\d)?'
const AM_PM = "(?:am|pm|o'clock)"
/** Friday after 3pm; after 3pm on any day */
const ENGLISH_HOUR = `(?: (?:after|before|around|at|from) ${CLOCK} ?${AM_PM}?(?![\\d%]))`
const ENGLISH_ALONE = `\\b(?:after|before|around|between) ${CLOCK} ?${AM_PM}(?: (?:and|to|-) ${CLOCK} ?${AM_PM})?`
const MEETING = new RegExp(
  `${DAY}(?:的)?${PART}?(?:${HOUR}${AROUND}?|${ENGLISH_HOUR}|${AROUND})?|${ENGLISH_ALONE}`,
  'gi',
)
/** 下午两点后方便, 晚上 8 点后联系: without a day, only where it is said to suit. */
const HOURS_ALONE = new RegExp(
  `(?:(?:早上|上午|中午|下午|晚上|傍晚|白天)${HOUR}?|${HOUR})${AROUND}?(?=(?:都|就|比较|最|才|再)?(?:行|可以|方便|有空|联系|来电|[打找](?!了|过)))`,
  'g',
)
const MEETING_CUE =
  /(?<![下上出回进过起本从原后未将拿做])来(?!的|说|自|源|料)|看看|方便|有空|约|上门|过来|见面|来访|电话|打给|联系|visit|call|meet|available|come|phone|reach|suits?\b|\bbest\b/
const DENIED_AFTER = /^[^，。；,;]{0,3}(?:别|不(?:在|行|方便|要|用|得空)|没空|没时间|有事)/
const ADDRESS =
  /(?:(?:地址|地点)(?:就?是|就?在|[:：])?|来(?:我们)?公司[:：]|来(?=[一-龥]{2,16}(?:路|街|大道|巷)\d{1,5}号(?:[，。, ]|$|\d|[一-龥\d]{1,10}[楼室座幢]))) ?([^，。；,;\n]{4,60})/g
const ADDRESS_WORDS = /路|街|道|巷|村|镇|\d ?[号楼幢栋室座]|大厦|园/
const NO_ADDRESS = /租|自有|自己|共享|虚拟|挂靠|注册|不在|没有|变更|异常/
const REGISTERED_BEFORE = /注册|执照|登记/
/** Asked when to come, the answer is the time until it names somebody. */
const ANSWER_MAX = 30
/** 工作日上午都可以: that it suits is no part of the time. */
const WOULD_DO = /(?:我|这边)?(?:都|就|也)(?:可以|行|成|方便|有空|没问题|ok)(?:的|吧|啊|哈)?$/i
const THEN_WHO = /[，, ]{0,2}(?:找|联系|电话|打给?|叫|我姓|姓)[^，,]*$/

/** The time and the place to meet that a message names. */
export function readMeeting(scene: Scene): readonly Found[] {
  return [...timeOf(scene), ...addressOf(scene)]
}

function timeOf(scene: Scene): readonly Found[] {
  const fact = factFor(scene, 'visitTime')
  const asked = fact !== undefined && scene.context.pending.includes(fact.id)
  if (!fact) return []
  const days = [...scene.text.matchAll(MEETING)]
  const suiting = days.filter(each => !DENIED_AFTER.test(scene.text.slice(each.index + each[0].length)))
  const cued = asked || MEETING_CUE.test(scene.text)
  const when = (cued ? suiting[0] : undefined) ?? [...scene.text.matchAll(HOURS_ALONE)][0]
  if (!when) return []
  if (onlyAsked(scene) === fact && scene.text.length <= ANSWER_MAX && suiting.length > 0) {
    const said = scene.text
      .replace(THEN_WHO, '')
      .replace(/[。.！!，, ]+$/, '')
      .replace(WOULD_DO, '')
    return [made(fact, said, [0, said.length], 'a time to meet')]
  }
  return [made(fact, when[0], [when.index, when.index + when[0].length], 'a time to meet')]
}

/** The address to come to, which need not be the registered one. */
export function addressOf(scene: Scene): readonly Found[] {
  const fact = factFor(scene, 'address')
  if (!fact) return []
  return [...scene.text.matchAll(ADDRESS)].slice(0, 1).flatMap(where => {
    // spoken without a comma, the address ends at a blank
    const said = (where[1] ?? '').split(/(?<=[一-龥\d]) (?=[一-龥])/)[0] ?? ''
    const isPlace = ADDRESS_WORDS.test(said) && /[\d号楼幢栋室座路街]/.test(said) && !NO_ADDRESS.test(said)
    if (!isPlace || REGISTERED_BEFORE.test(scene.text.slice(Math.max(0, where.index - 4), where.index))) return []
    const start = where.index + where[0].indexOf(said)
    return [made(fact, said, [start, start + said.length], 'an address')]
  })
}

const made = (fact: FactDefinition, value: string, span: readonly [number, number], why: string): Found => ({
  fact: fact.id,
  value,
  confidence: LIKELY,
  approximate: false,
  why,
  span,
})
