// Division codes by the names people write: 武汉市, or 湖北省武汉市洪山区. A name that several places share gives none.
export interface PlaceNames {
  codeOf(written: string): string | undefined
}

const PROVINCE_END = 2
const CITY_END = 4

/** Names by code, as GB/T 2260 lists them. */
export function placeNames(places: readonly { readonly code: string; readonly name: string }[]): PlaceNames {
  const names = new Map(places.map(({ code, name }) => [code, name]))
  const codes = new Map<string, string | undefined>()
  const add = (name: string, code: string) =>
    codes.set(name, codes.has(name) && codes.get(name) !== code ? undefined : code)
  for (const { code, name } of places) {
    const province = names.get(code.slice(0, PROVINCE_END).padEnd(code.length, '0')) ?? ''
    const city = names.get(code.slice(0, CITY_END).padEnd(code.length, '0')) ?? ''
    for (const full of new Set([name, `${city}${name}`, `${province}${name}`, `${province}${city}${name}`]))
      add(full, code)
  }
  return {
    codeOf: written => (names.has(written) ? written : codes.get(written.replaceAll(/\s+/g, ''))),
  }
}
