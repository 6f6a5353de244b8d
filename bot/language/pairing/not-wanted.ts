// Sums that stand beside words of loans and are neither wanted nor owed to a bank: what a bank offers (按税能给 200 万), what a thing
// is worth that is to be pledged, what one creditor of many is owed.
import { clauseOf, type Scene, wordsOf } from '../scene/scene.ts'
import type { Mention } from '../values/mention.ts'
import type { Pair } from './pairing.ts'

const OFFERED =
  /(?:银行|[工农中建交招]行|行里|客户经理|信贷经理|经理|信贷员|税贷|银税|发票贷|流水贷|信用贷|中介|人家|他们|平台|系统)[^，。；]{0,12}(?:[能可][以]?(?:给|批|贷|放|做|借)|(?:最多|最高|顶多|只|就|才|只能|只肯|只愿意)(?:给|批|贷|放)|[给批](?:了|到|出|的额度)|额度(?:是|有|给|最高)|(?:说|讲|答应)(?:能|可以)?给(?:我们?|咱们?)?|测算?出来|答应|同意|报价?)[^，。；\d]{0,5}$/
const EARLIER_CREDITOR = 6

/** 银行客户经理说按税能给 200 万, 税贷能批 120 万: what is offered, and asked for by nobody. */
export function isOffered(scene: Scene, { start }: Mention): boolean {
  const clause = clauseOf(scene, start)
  if (!clause || clause.question) return false
  const words = scene.masked.slice(clause.start, start)
  return (
    OFFERED.test(words) && !/[想要需]|希望|最好|我们?(?:就|只|最多)?(?:能|可以)/.test(words.replace(/不要|要求/g, ''))
  )
}

/** 银行要我拿 500 万的房子押: what a thing is worth that is to be pledged. */
export const isWorthOfPledge = (scene: Scene, { start, end }: Mention): boolean =>
  /^(?:的)?(?:抵押|担保|保证金|质押)才|^的(?:房|厂房|楼|地|土地|设备|机器|存单|定期|专利|资产|东西|抵押物|保证金|车)/.test(
    scene.masked.slice(end, end + 5),
  ) && /押|担保/.test(wordsOf(scene, clauseOf(scene, start)))

/** 现在贷款一年利息 12 万, 下个月要还 200 万: what a loan costs. */
export const isInterest = (scene: Scene, { start }: Mention): boolean =>
  /(?:要|得|该|须)还(?:银行)?(?:大概|差不多|约)?$|(?:利息|息钱|手续费|担保费)(?:一年|每年|每个?月|就|都|要|得|是|付|交|光)*(?:大概|差不多|约)?$/.test(
    scene.masked.slice(Math.max(0, start - 12), start),
  )

/** 法人有车贷 20 万, 老板娘借了公司 80 万周转: what somebody owes or has lent. */
export function isOfPerson(scene: Scene, { anchor, mention }: Pair): boolean {
  const words = wordsOf(scene, clauseOf(scene, mention.start))
  const said = scene.masked.slice(anchor.start, anchor.end)
  if (/(?<!厂)房贷|车贷|个人(?:名下|借款|背|的贷款)|信用卡|欠(?:我|老板|股东)/.test(words)) return true
  return !/贷|借/.test(said) && /借(?:了|给|过)(?:咱们?|我们|公司)?/.test(words) && !/[想要需再]|打算/.test(words)
}

/** 欠供应商货款 150 万, 欠股东一百万: one creditor of many, and no bank. */
export const isOneCreditor = (scene: Scene, { anchor, mention }: Pair): boolean =>
  /借给(?!我|咱|公司)|借出/.test(wordsOf(scene, clauseOf(scene, mention.start))) ||
  (/欠|没还|未还/.test(scene.masked.slice(anchor.start, anchor.end)) &&
    /供应商|货款|材料款|料款|工资|房租|租金|股东|老板|朋友|亲戚|私人|个人|月付|花呗|白条|工程款|运费|加工费|税|社保|水电/.test(
      scene.masked.slice(Math.max(0, anchor.start - EARLIER_CREDITOR), mention.end + EARLIER_CREDITOR),
    ))
