// Division codes (GB/T 2260): two digits each for province, city and district, so that a subtree is a common beginning.

/** The part of a code that its whole subtree shares: 330100 → 3301. */
export const subtreeOf = (code: string): string => code.replace(/(00)+$/, '')
