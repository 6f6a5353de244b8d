// A sum of several years together, told by the first and the last of them: 2023-2025年研发费用合计 1560 万. It is the sum of no
// single year.

const SPAN =
  /(?<!\d)(?:20)?(\d{2})年?度?[-~至到](?:20)?(\d{2})(?:年|这?[两三]年)(?:度|末|底|期间|间)?[^\d；。;]{0,24}(?:大概|约|为|是|共)?$/
const EACH = /分别|依次|每年|年均|平均|各/
const REACH = 48

/** How many years a sum that begins at `place` is of, where the words before it name a span of years; else undefined. */
export function yearsSpanned(text: string, place: number): number | undefined {
  const before = text.slice(Math.max(0, place - REACH), place)
  const span = SPAN.exec(before)
  if (!span || EACH.test(span[0])) return undefined
  const years = Number(span[2]) - Number(span[1]) + 1
  return years > 1 ? years : undefined
}
