// Division codes (GB/T 2260): two digits each for province, city and district, so that a subtree is a common beginning.

/** The part of a code that its whole subtree shares: 330100 → 3301. */
export function subtreeOf(code: string): string {
  let end = code.length
  while (end >= 2 && code.endsWith('00', end)) end -= 2
  return end === code.length ? code : code.slice(0, end)
}
