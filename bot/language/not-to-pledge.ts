// What is named and still not offered as collateral: 厂房租的; 房子可以押，但我老婆不同意，所以不押.

const NOT_OURS = /^(?:都|也|全|就)?是?租|^(?:过了?|给了|掉了|出去)/
const REFUSED = /^[^。；]{0,22}(?:不同意|不愿意|不想[押抵]|所以不[押抵])/

/** Whether what follows a thing takes it out of what may be pledged. */
export const isNotToPledge = (after: string): boolean => NOT_OURS.test(after) || REFUSED.test(after)
