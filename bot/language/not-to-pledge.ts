// What is named and still not offered as collateral: 厂房租的; 房子可以押，但我老婆不同意，所以不押.

const NOT_OURS =
  /^(?:都|也|全|就)?是?租|^(?:过了?|给了|掉了|出去)|^(?:都|也|全)?是?(?:(?:我|老板|股东|法人)?(?:个人|自己|家里)|老婆|爱人|爸妈?|父母|别人|股东|老板)的[^，。；]{0,4}(?:不|别)(?:能|想|会|拿|给)?[押抵]/
const REFUSED =
  /^[^。；]{0,12}(?:抵押|押|抵)不了|^[^。；]{0,22}(?:不同意|不愿意|不想[押抵]|所以不[押抵])|^[，, ]?(?:但|不过|可)?是?(?:早就?|已经|都)?(?:抵押|质押|[押抵])(?:给|掉|出去|在)|^(?:的话)?(?:老婆|老公|股东|家里|我爸|合伙人)?(?:不行|不让|不能|不肯|没法|[押抵]不了|不算)|^(?:, |\.\.\. ?)?(?:no, )?(?:that's |it's |is |are )?(?:already )?(?:mortgaged|pledged)/
/** 刚才说厂房，厂房不行是租的: named a second time to be taken out. */
const AGAIN_REACH = 14

/** Whether what follows a thing takes it out of what may be pledged; `said` is the thing as it was named. */
export function isNotToPledge(after: string, said: string): boolean {
  if (NOT_OURS.test(after) || REFUSED.test(after)) return true
  const again = after.indexOf(said)
  if (said.length < 2 || again < 0 || again > AGAIN_REACH) return false
  const behind = after.slice(again + said.length)
  return NOT_OURS.test(behind) || REFUSED.test(behind)
}
