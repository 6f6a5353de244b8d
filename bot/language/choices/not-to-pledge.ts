// What is named and still not offered as collateral: 厂房租的; 房子可以押，但我老婆不同意，所以不押; 银行要我押厂房，我没答应.
import { clauseOf, type Scene } from '../scene/scene.ts'

const NOT_OURS =
  /^(?:都|也|全|就)?是?租|^(?:过了?|给了|掉了|出去)|^(?:都|也|全)?是?(?:(?:我|老板|股东|法人)?(?:个人|自己|家里)|老婆|爱人|爸妈?|父母|别人|股东|老板)的[^，。；]{0,4}(?:不|别)(?:能|想|会|拿|给)?[押抵]/
const REFUSED =
  /^[^。；]{0,12}(?:抵押|押|抵)不了|^[^。；]{0,22}(?:不同意|不愿意|不想[押抵]|所以不[押抵])|^[，, ]?(?:但|不过|可)?是?(?:早就?|已经?|都|现在)?(?:抵押|质押|[押抵])(?:给(?!你|贵)|掉|出去|在|着)|^(?:的话)?(?:老婆|老公|股东|家里|我爸|合伙人)?(?:不行|不让|不能|不肯|没法|不[抵押拿动]|[押抵]不了|不算)|^(?:, |\.\.\. ?)?(?:no, )?(?:that's |it's |is |are )?(?:already )?(?:mortgaged|pledged)|^在[^，。；]{1,6}(?:抵押|[押抵])着|^(?:早就?|都)?已经?(?:抵押|质押)(?=$|[，。])|^[^.;]{0,30}\b(?:refused|declined|said no)\b/
/** 我没答应: what a bank asked for */
const NOT_AGREED = /^[^。；]{0,12}(?:没答应|没同意|没肯|我不干|不干|不愿|不肯|不划算|没做|没敢)/
const ASKED_BEFORE =
  /(?:银行|他们|人家|对方|要求|非要|必须|非得|让我们?|要我们?|叫我们?|一定要|贷款)(?:一定|非|先|就)?(?:得|要|拿|用|押|抵押|[^，。；]{0,2}[押抵])*[^，。；]{0,5}$/
/** 之前的贷款是厂房抵押的 */
const OF_A_LOAN_BEFORE =
  /(?:之前|现在|原来|目前|[这那上]一?笔|去年|前年)(?:的|那笔|这笔)*(?:贷款|借款)?(?:都|全)?(?:是|用)的?$/
const REFUSED_BEFORE =
  /(?:(?<![能可要肯])不|别)(?:想|愿意?|肯|能|打算|会|让|敢|准)?(?:我们?)?(?:拿|用|把|动|押|抵押?|质押)(?:公司|自己|自家)?(?:的)?$/
const OF_PERSONS_BEFORE =
  /(?:个人|自己家|我家|我爸|我妈|爸妈|爱人|老婆|老公|(?:老板|股东|法人)(?:个人|自己|名下))(?:名下)?(?:的|那套|有套|一套|家)*$/
/** 贷款在中行，抵押的厂房: what the loan there is stands on. */
const PLEDGED_BEFORE = /(?:抵押|质押|[押抵])(?:的(?:就?是)?|着|了|过)(?:一?[套栋个块台])?$/
const FIRM = '公司'
/** 刚才说厂房，厂房不行是租的: named a second time to be taken out. */
const AGAIN_REACH = 14
const BEFORE_REACH = 12

/** Whether what stands around a thing takes it out of what may be pledged. */
export function isNotToPledge(scene: Scene, start: number, end: number): boolean {
  const { masked } = scene
  const after = masked.slice(end)
  const said = masked.slice(start, end)
  const before = masked.slice(Math.max(clauseOf(scene, start)?.start ?? 0, start - BEFORE_REACH), start)
  if (isTakenOut(after) || REFUSED_BEFORE.test(before) || PLEDGED_BEFORE.test(before) || OF_A_LOAN_BEFORE.test(before))
    return true
  if (OF_PERSONS_BEFORE.test(before) && !before.includes(FIRM)) return true
  if (ASKED_BEFORE.test(before) && NOT_AGREED.test(after)) return true
  const again = after.indexOf(said)
  return said.length >= 2 && again >= 0 && again <= AGAIN_REACH && isTakenOut(after.slice(again + said.length))
}

const isTakenOut = (after: string): boolean => NOT_OURS.test(after) || REFUSED.test(after)
