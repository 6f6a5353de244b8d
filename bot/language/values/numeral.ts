// Reads one number as people write it: 3200, 12,000,000, 三千二百, 壹仟贰佰, 3千2百万, 1.2亿, 3kw, 一亿两千万, 两三百万,
// 十几, 八十多万, 一千八, 3亿5. A number is an interval; what is counted (元, %, 人 …) is read elsewhere.
import { blank, decimals, glue, half, latin, roughly, several } from './numeral-forms.ts'
import {
  BIG,
  big,
  close,
  DIGITS,
  finish,
  isDigit,
  isUnit,
  NUMERAL_LENGTH_MAX,
  type Numeral,
  openScale,
  type State,
  UNITS,
} from './numeral-state.ts'

const ARABIC = /\d{1,3}(?:,\d{3}){1,4}(?![\d,])(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,8})?/y
/** The number that begins exactly at `at`, or undefined. Looks at a bounded number of characters. */
export function readNumeral(text: string, at: number): Numeral | undefined {
  const state: State = {
    text,
    start: at,
    at,
    low: 0,
    high: 0,
    groupLow: 0,
    groupHigh: 0,
    pending: undefined,
    pendingIsDigit: false,
    last: 0,
    step: 1,
    scale: 1,
    approximate: false,
    vague: false,
    digits: '',
    chinese: false,
    mark: undefined,
    afterZero: false,
    rough: false,
  }
  const limit = Math.min(text.length, at + NUMERAL_LENGTH_MAX)
  while (state.at < limit && advance(state)) {}
  return state.at === at ? undefined : finish(state)
}

function advance(s: State): boolean {
  const char = s.text[s.at] ?? ''
  // 两千多万，三千不到: two numbers
  if (s.rough && s.last >= 10_000) return false
  if (char >= '0' && char <= '9') return arabic(s)
  if (s.digits && s.chinese) return false
  if (DIGITS.has(char)) return chineseDigit(s, char)
  if (char === '几' || char === '数') return several(s, char)
  if (char === '好' && s.last === 10 && s.text[s.at + 1] === '几') {
    s.at += 1
    return several(s, '几')
  }
  if (UNITS.has(char)) return unit(s, UNITS.get(char) ?? 1)
  if (BIG.has(char)) return big(s, BIG.get(char) ?? 1, 1)
  if (char === '点') return decimals(s)
  if (char === '多' || char === '来' || char === '余' || char === '把') return roughly(s)
  if (char === '半') return half(s)
  if (char === '个') return glue(s)
  return (char === ' ' && blank(s)) || latin(s)
}

function arabic(s: State): boolean {
  if (s.pending) return false
  ARABIC.lastIndex = s.at
  const found = ARABIC.exec(s.text)?.[0]
  if (found === undefined) return false
  // 6700万25年: the next year begins
  if (s.last >= 10_000 && /^年/.test(s.text.slice(s.at + found.length))) return false
  const value = Number(found.replaceAll(',', ''))
  s.at += found.length
  s.pending = [value, value]
  s.pendingIsDigit = found.length === 1
  if (s.last === 0) s.digits = found
  return true
}

function chineseDigit(s: State, char: string): boolean {
  const value = DIGITS.get(char) ?? 0
  if (s.pending) return pair(s, value)
  if (value === 0 && s.last > 0) {
    if (!isDigit(s.text[s.at + 1]) && s.text[s.at + 1] !== '十') return false
    s.afterZero = true
    s.at += 1
    return true
  }
  s.chinese = true
  if (s.last === 0 && isPositional(s)) return true
  s.pending = [value, value]
  s.pendingIsDigit = true
  s.at += 1
  // 俩 and 仨 already contain their counting word
  return char !== '俩' && char !== '仨'
}

/** 二零一九, 零八, 一一: digits without units. Neighbours such as 七八 mean "seven or eight" instead. */
function isPositional(s: State): boolean {
  let end = s.at
  while (end - s.at < NUMERAL_LENGTH_MAX && isDigit(s.text[end])) end += 1
  const length = end - s.at
  const [first, second] = [DIGITS.get(s.text[s.at] ?? ''), DIGITS.get(s.text[s.at + 1] ?? '')]
  if (length < 2 || first === undefined || second === undefined) return false
  if (length === 2 && (neighbours(first, second) || isUnit(s.text[end]))) return false
  s.digits = [...s.text.slice(s.at, end)].map(char => DIGITS.get(char)).join('')
  const value = Number(s.digits)
  s.pending = [value, value]
  s.at = end
  return true
}

const neighbours = (a: number, b: number): boolean => a > 0 && (b === a + 1 || (a === 3 && b === 5))

function pair(s: State, value: number): boolean {
  const [low, high] = s.pending ?? [0, 0]
  if (!s.pendingIsDigit || low !== high || !neighbours(low, value)) return false
  s.pending = [low, value]
  s.pendingIsDigit = false
  s.approximate = true
  s.at += 1
  return true
}

function unit(s: State, value: number): boolean {
  if (/^[百千]分之/.test(s.text.slice(s.at, s.at + 3))) return false
  if (!s.pending && !impliedOne(s, value)) return false
  if (s.last > 0 && s.last <= value && s.groupLow > 0) return false
  const [low, high] = s.pending ?? [1, 1]
  s.groupLow += low * value
  s.groupHigh += high * value
  return close(s, value, 1)
}

/** 十五, 百来号, 上千万, 千万级: a unit without a digit before it. */
function impliedOne(s: State, value: number): boolean {
  if (value === 10) return s.last !== 10 && s.text[s.at + 1] !== '分'
  if (s.last > 0) return false
  return openScale(s)
}
