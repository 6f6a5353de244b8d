// Whether an answer to the question for the park says that there is none: 哪个园都没进, 不在，就是普通写字楼, 挨着中关村，没注册进去.
import { answerParts } from './answer-parts.ts'
import { OPEN } from './lists-told.ts'

const NONE = 'none'
const OTHER = 'other'
const OUT =
  /哪有[^，。]{0,4}园|(?:哪个|什么|啥)园?区?(?:都|也)?(?:没|不)|(?:不在|没在|没(?:有)?(?:进|入|注册|搬|挂|迁|登记)(?:驻|进)?)(?:去|里|内|园|$|[^，。]{0,5}(?:里|内|园|园区|里头|里面|进去)(?:$|的|呢))|^(?:不在|没在|没进|没入)|没(?:有)?(?:什么|啥)?园区|\bnot in (?:a|any|one)\b|\bno park\b|\boutside (?:of )?(?:a|any|the)\b/
const PLAIN_PLACE =
  /^(?:我们|公司|就|就是|在|租|租的|个|一个|普通|自己|老|[，, ])*(?:写字楼|居民楼|民房|小区|村里|镇上|街边|临街|商住楼|自建房|自己家|沿街|商铺|门面)[^园]{0,8}$/
const IN_ONE = /(?<!不|没|未)(?:在|进了|入驻了?|注册在|搬[进到])[^，。不没]{0,12}(?:园|区|孵化器|基地|谷)/
const LOCAL_PARK =
  /(?:[县镇乡区市村]里?|本地|当地|我们(?:这|那|这边|那边)|街道)(?:自己|本地)?(?:的|办的|建的|搞的)?(?:一个|个|那个)?(?:小)?(?:工业园|产业园|工业集中区|工业区|科技园|创业园|园区)/
const OUTSIDE = /旁边|隔壁|边上|对面|外面|挨着|紧邻|靠近|附近|没|不/
/** 以前在张江 去年搬出来了, 孵化器毕业了 */
const LEFT = /搬(?:出|走|离)|迁(?:出|走|离)|毕业|退(?:租|出|园)|moved out|used to/
const DOUBT = /不(?:太)?(?:清楚|知道|晓得|确定)|算不算|算(?:哪|啥)|吗$|[？?]|好像|not sure|don't know/

/** None, or a park of no name; undefined where free talk says it better. */
export function parkTold(text: string, heard: readonly string[]): string | undefined {
  if (DOUBT.test(text)) return undefined
  const parts = answerParts(text)
  const isIn = parts.some(part => IN_ONE.test(part.text) && !part.isDenied && !part.isPast)
  if ((OUT.test(text) || parts.some(part => OUT.test(part.text))) && !isIn) return NONE
  if (LEFT.test(text) && !isIn) return OPEN
  if (heard.length > 0) return undefined
  if (PLAIN_PLACE.test(text)) return NONE
  return LOCAL_PARK.test(text) && !OUTSIDE.test(text) ? OTHER : undefined
}
