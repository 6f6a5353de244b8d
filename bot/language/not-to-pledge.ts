// What is named and still not offered as collateral: 厂房租的; 房子可以押，但我老婆不同意，所以不押.

const NOT_OURS =
  /^(?:都|也|全|就)?是?租|^(?:过了?|给了|掉了|出去)|^(?:都|也|全)?是?(?:(?:我|老板|股东|法人)?(?:个人|自己|家里)|老婆|爱人|爸妈?|父母|别人|股东|老板)的[^，。；]{0,4}(?:不|别)(?:能|想|会|拿|给)?[押抵]/
const REFUSED = /^[^。；]{0,22}(?:不同意|不愿意|不想[押抵]|所以不[押抵])/

/** Whether what follows a thing takes it out of what may be pledged. */
export const isNotToPledge = (after: string): boolean => NOT_OURS.test(after) || REFUSED.test(after)
