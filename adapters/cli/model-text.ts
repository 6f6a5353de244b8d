// Conditions, points and sources of a model in one line each: what `yinqi models` and `yinqi explain` share.
import { type Knowledge, limitText, ownText } from '#bot'
import {
  type Condition,
  type Finding,
  type Language,
  type Source,
  type Test,
  UNITS_PER_POINT,
  type Words,
} from '#engine'

export interface Showing {
  readonly knowledge: Knowledge
  readonly language: Language
}

export const wordOf = (at: Showing, words: Words): string => words[at.language]
export const choose = (at: Showing, zh: string, en: string): string => (at.language === 'zh' ? zh : en)

/** Hundredths as points: 7.5, or 7–8 where it is a range. */
export function pointsText({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [String(low / UNITS_PER_POINT), String(high / UNITS_PER_POINT)]
  return from === to ? from : `${from}–${to}`
}

/** `★★★ 办法（2017-05-03） https://…`. */
export const sourceLine = (source: Source): string =>
  [`${source.mark} ${source.title}${source.date ? `（${source.date}）` : ''}`, source.url, source.note]
    .filter(Boolean)
    .join(' · ')

const testText = (at: Showing, test: Test): string => `${wordOf(at, test.title)} ${limitText(at, test)}`

/** A condition in words; what belongs together stands in parentheses. */
export function conditionText(at: Showing, condition: Condition, inside = false): string {
  if (condition.is === 'test') return testText(at, condition)
  const parts = condition.of.map(part => conditionText(at, part, true))
  if (parts.length === 0) return choose(at, '无条件', 'always')
  if (parts.length === 1) return parts[0] ?? ''
  const list =
    condition.is === 'at-least'
      ? choose(at, `以下满足 ${condition.count} 项：`, `at least ${condition.count} of: `) + parts.join('；')
      : parts.join(condition.is === 'all' ? choose(at, ' 且 ', ' and ') : choose(at, ' 或 ', ' or '))
  return inside ? `（${list}）` : list
}

/** What a finding saw, what it wanted, and where the rule stands. */
export function findingParts(at: Showing, finding: Finding) {
  return {
    what: wordOf(at, finding.test.title),
    is: finding.is,
    own: ownText(at, finding),
    limit: limitText(at, finding.test),
    note: finding.test.note?.[at.language],
    facts: finding.test.facts,
    source: finding.test.source,
  }
}
