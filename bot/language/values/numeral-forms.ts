// The looser ways of writing numbers: 几十, 八十多, 两千来, 半个亿, 一点二亿, 50个W, 3kw, 5 million. Each takes its characters from
// the state and says whether the number may go on.
import { big, DIGITS, isDigit, isUnit, NUMERAL_LENGTH_MAX, type State } from './numeral-state.ts'

const LATIN = new Map([
  ['kw', 10_000_000],
  ['w', 10_000],
  ['k', 1_000],
  ['wan', 10_000],
  ['yi', 100_000_000],
  ['thousand', 1_000],
  ['dozen', 12],
  ['lakh', 100_000],
  ['crore', 10_000_000],
  ['m', 1_000_000],
  ['mn', 1_000_000],
  ['mil', 1_000_000],
  ['mio', 1_000_000],
  ['mln', 1_000_000],
  ['mill', 1_000_000],
  ['million', 1_000_000],
  ['millions', 1_000_000],
  ['bn', 1_000_000_000],
  ['billion', 1_000_000_000],
])
/** 730 w and 900 k, but not w/o; 5 m is money only before its currency. */
const LATIN_UNIT =
  / ?(dozen|thousand|millions?|billion|mill|mil|mio|mln|mn|bn|wan|yi|lakhs?|crores?)(?![a-z0-9])|(kw|w|k|m)(?![a-z0-9²])| (w|k|m(?= ?(?:rmb|yuan|cny|usd|eur|€|\$)))(?![a-z0-9²/])/iy
/** 几十, 十几, 大几百, 数千. */
export function several(s: State, char: string): boolean {
  if (s.pending) return char === '几' && tensAndMore(s)
  const next = s.text[s.at + 1]
  if (s.last === 0) {
    const before = s.text[s.at - 1] ?? ''
    if (char === '数' && (!isUnit(next) || /[人个件参次总指基分户倍系函点]/.test(before))) return false
    if (s.text.startsWith('百分', s.at + 1) || /[乎率何时]/.test(next ?? '')) return false
    s.pending = [before === '大' ? 6 : 2, 9]
    s.vague = true
  } else {
    if (char === '数') return false
    s.pending = s.last === 10 ? [1, 9] : [s.last / 10, (9 * s.last) / 10]
  }
  s.approximate = true
  s.chinese = true
  s.pendingIsDigit = false
  s.at += 1
  return true
}

/** 20几: between 21 and 29, as 二十几. */
function tensAndMore(s: State): boolean {
  const tens = Number(s.digits)
  if (!s.pending || s.digits === '' || tens < 10 || tens > 90 || tens % 10 !== 0) return false
  s.pending = [tens + 1, tens + 9]
  s.approximate = true
  s.digits = ''
  s.at += 1
  return true
}

export function decimals(s: State): boolean {
  if (!s.pending || !s.chinese || !s.pendingIsDigit) return false
  let end = s.at + 1
  while (end - s.at < NUMERAL_LENGTH_MAX && isDigit(s.text[end])) end += 1
  if (end === s.at + 1) return false
  const part = [...s.text.slice(s.at + 1, end)].map(char => DIGITS.get(char)).join('')
  const value = Number(`${s.pending[0]}.${part}`)
  // 六点八 stands alone; 十二点五 adds to what is already there
  s.pending = [value, value]
  s.pendingIsDigit = false
  s.at = end
  return true
}

/** 八十多万, 两千来万, 千把万, 两个多亿: keeps the value, marks it rough. 来 before a verb is not part of a number. */
export function roughly(s: State): boolean {
  const char = s.text[s.at] ?? ''
  const next = s.text[s.at + 1] ?? ''
  const tens = s.digits !== '' && Number(s.digits.replaceAll(',', '')) % 10 === 0
  if (s.pending ? !tens : s.last === 0) return false
  const inside = isUnit(next) && !/^[百千万]分之/.test(s.text.slice(s.at + 1, s.at + 4))
  const counted = /[个人名位项件家次笔份篇款台套条号口块元年月天岁wW]/.test(next)
  if (char === '来' || char === '把') {
    if (!inside && !counted) return false
    if (s.last >= 10_000 && !/[块元]/.test(next)) return false
  }
  s.approximate = true
  s.rough = true
  s.at += 1
  return inside
}

/** 半个亿, 半千万, 半年. */
export function half(s: State): boolean {
  if (s.pending || s.last > 0) return false
  if (/^半(?:年|个月|个季度)/.test(s.text.slice(s.at, s.at + 4))) {
    s.pending = [0.5, 0.5]
    s.at += 1
    return false
  }
  const rest = /^半个?([百千]?[万亿])/.exec(s.text.slice(s.at, s.at + 4))
  if (!rest?.[1]) return false
  s.at += rest[0].length - rest[1].length
  s.pending = [0.5, 0.5]
  s.chinese = true
  return true
}

/** 一个亿, 两个多亿, 50个W, 1.2个小目标. */
export function glue(s: State): boolean {
  if ((!s.pending && s.last === 0) || s.scale > 1) return false
  // 一个半亿, 两个半小目标
  if (s.pending && s.last === 0 && /^个半(?:[百千]?万|亿|小目标)/.test(s.text.slice(s.at, s.at + 6))) {
    s.pending = [s.pending[0] + 0.5, s.pending[1] + 0.5]
    s.pendingIsDigit = false
    s.at += s.text.startsWith('小', s.at + 2) ? 1 : 2
    if (s.text[s.at] !== '半') return true
    return big(s, 100_000_000, '半小目标'.length)
  }
  const found = /^个(多|来)?(亿|小目标|[wW](?![a-zA-Z]))/.exec(s.text.slice(s.at, s.at + 6))
  if (!found) return false
  if (found[1]) s.approximate = true
  const length = found[0].length
  return big(s, found[2] === '亿' || found[2] === '小目标' ? 100_000_000 : 10_000, length)
}

/** One blank between digits and 万: 1200 万. */
export function blank(s: State): boolean {
  const next = s.text[s.at + 1]
  // 二百六 万 is dictated so; 三 万 too
  const spoken = s.chinese && /^[万亿](?![一-龥]?[\d一二三四五六七八九])/.test(s.text.slice(s.at + 1, s.at + 4))
  if (
    (!s.pending && !(spoken && s.groupLow > 0)) ||
    (s.chinese && !spoken) ||
    !(next === '万' || next === '亿' || (/[千来多]/.test(next ?? '') && s.text[s.at + 2] === '万'))
  )
    return false
  // 二百六 万: the six stands for sixty
  if (spoken && s.pending && s.pendingIsDigit && s.last >= 100 && !s.afterZero)
    s.pending = [(s.pending[0] * s.last) / 10, (s.pending[1] * s.last) / 10]
  s.at += 1
  return true
}

const unitOf = ([, word, letter, apart]: RegExpExecArray): string =>
  (word ?? letter ?? apart ?? '').toLowerCase().replace(/^(lakh|crore)s$/, '$1')

export function latin(s: State): boolean {
  if (!s.pending || s.chinese || s.last > 0) return false
  LATIN_UNIT.lastIndex = s.at
  const found = LATIN_UNIT.exec(s.text)
  return found ? big(s, LATIN.get(unitOf(found)) ?? 1, found[0].length) : false
}
