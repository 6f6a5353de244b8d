// Answers to a choice that name an option and still leave it open: 小巨人在报, 以前是小巨人，掉了, 厂房抵押了, 在读博士. They are
// asked again rather than taken for the option they name.
import type { FactDefinition } from '#engine'
import type { Role } from '../roles.ts'
import { polarityOf } from '../scene/polarity.ts'
import { roleOf, type Scene } from '../scene/scene.ts'
import { AUTHORISED } from './option-company.ts'

/** Words that say of the option of a role that it is not, not yet or no longer had. */
const OPEN: Readonly<Partial<Record<Role, RegExp>>> = {
  founderDegree: /在读|(?:博士|硕士|研究生|本科|大学)[^，。]{0,3}(?:肄业|没[读念]完|退学)/,
  collateral:
    /按揭|(?<!没|没有|未|可以|能|想|愿意)(?:抵押|质押)(?:了|出去|掉|给)|已经?(?:抵押|质押)|押(?:出去|掉|着)|租的|租来|不(?:抵|押|让|拿|动)|个人/,
  specialised: /[市区县](?:级|里的?)/,
  // 搞制造的 tells no trade
  industry:
    /^(?:我们|公司|就是|是|主要|专门|做|搞|干|属于|纯)*(?:制造业?|生产|加工业?|科技|技术|服务业?|实业|贸易|工业|高科技|智能制造)(?:型|的|类|行业|企业|公司|这块|吧|呢)*[。.！!]?$/,
}

/** Who only says 我是会计 authorises nobody. */
const MERE_JOB = /\bcfo\b|财务|会计|出纳|办公室的|员工|办事员|文员|accountant|financ|bookkeep|accounts|\bbooks\b/
/** 就在光谷旁边，没进去 */
const OUTSIDE =
  /旁边|隔壁|边上|对面|外面|挨着|紧邻|靠近|附近|没(?:有)?(?:注册|搬|入驻|迁|登记)*(?:进去?|园)|next to|near(?:by)?\b|just outside/

/** 一半软件一半卖设备，你说算哪个 */
const ASKS_WHICH =
  /(?:[算选归填写]|属于)(?:是)?(?:哪|什么|啥)|[你您](?:们)?(?:说|看|帮我)(?:呢|着|算|选|定|填)|which (?:one|is it)|you (?:tell|choose|decide)/

/** Whether the words from `start` to `end` name an option only to say that it does not hold for certain. */
export function leavesOpen(scene: Scene, fact: FactDefinition, start = 0, end = scene.masked.length): boolean {
  const role = roleOf(scene, fact)
  // 高企怎么报: to be talked of, whatever it says of it
  if (role === 'topics') return false
  const words = scene.masked.slice(start, end)
  if (ASKS_WHICH.test(scene.masked)) return true
  if (role !== undefined && OPEN[role]?.test(words) && !/[，,、]/.test(words.slice(0, -1))) return true
  const named = scene.signs.filter(
    sign =>
      sign.start >= start &&
      sign.end <= end &&
      sign.values.some(value => value.is === 'option' && value.fact.id === fact.id && value.option !== 'none'),
  )
  if (role === 'applicant' && MERE_JOB.test(scene.masked) && !AUTHORISED.test(scene.masked)) return true
  if (role === 'park' && named.length > 0 && OUTSIDE.test(scene.masked)) return true
  return named.length > 0 && named.every(sign => polarityOf(scene, sign.start, sign.end, fact) !== 'affirmed')
}
