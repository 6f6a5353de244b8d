// Facts, findings and ratings in words: the owner's own value, the limit, the source. Used by every card, so that the same
// thing is said the same way everywhere.
import {
  type Dossier,
  type Exact,
  type FactId,
  type FactValue,
  type Finding,
  type Language,
  type Limit,
  type PartialScore,
  type ScoreRange,
  showQuantity,
  showValue,
  toNumber,
  UNITS_PER_POINT,
  type Value,
} from '#engine'
import { COMMA } from './comma.ts'
import { type Knowledge, placeName } from './knowledge.ts'
import { type PhraseValues, say } from './phrases.ts'
import type { Turn } from './turn-state.ts'

/** Language and knowledge, all that showing needs; a turn is one. */
export interface Showing {
  readonly knowledge: Knowledge
  readonly language: Language
  /** whose answers they are: tells rough answers from missing ones */
  readonly case?: { readonly answers: Dossier } | undefined
}

export const title = (at: Showing, fact: FactId): string =>
  at.knowledge.rulebook.facts.get(fact)?.title[at.language] ?? fact

/** One answered fact's value, with "约" when the owner said so. */
export function answerText(at: Showing & { readonly case: Turn['case'] }, id: FactId): string {
  const answer = at.case.answers[id]
  const fact = at.knowledge.rulebook.facts.get(id)
  if (!answer || !fact) return '—'
  const value = showValue(answer.value, fact, at.language, code => placeName(at.knowledge, code, at.language))
  return answer.approximate ? say(at.knowledge.phrases, at.language, 'value.about', { value }) : value
}

/** Points without needless decimals: 72, or 72–86 while something is open. */
export function points({ low, high }: ScoreRange): string {
  const show = (x: number) => String(Math.round((x / UNITS_PER_POINT) * 100) / 100)
  return low === high ? show(low) : `${show(low)}–${show(high)}`
}

const finite = (x: Exact): boolean => Number.isFinite(toNumber(x))

/** What is known of a tested value, in words. */
export function ownText(at: Showing, { test, own }: Pick<Finding, 'test' | 'own'>): string {
  const t = (key: string, values: PhraseValues = {}) => say(at.knowledge.phrases, at.language, key, values)
  const unknown = () => t('value.unknown')
  switch (own.is) {
    case 'none':
      return say(at.knowledge.phrases, at.language, 'value.none')
    case 'unknown':
      return unknown()
    case 'known':
      return wordText(at, test.subject, own.value)
    case 'range': {
      const kind = test.kind ?? 'count'
      const unit = test.subject.kind === 'quantity' ? test.subject.expression.unit?.[at.language] : undefined
      const show = (x: Exact) => showQuantity(x, kind, at.language, unit)
      if (toNumber(own.low) === toNumber(own.high)) return show(own.low)
      // approximate answers make a range of their own; what is still missing leaves at most a lower end
      if (own.lacks.every(lack => at.case !== undefined && Object.hasOwn(at.case.answers, lack)))
        return `${show(own.low)}～${show(own.high)}`
      return toNumber(own.low) > 0 && finite(own.low) ? t('value.at-least', { value: show(own.low) }) : unknown()
    }
  }
}

function wordText(
  at: Showing,
  subject: Finding['test']['subject'],
  value: Extract<Value, { is: 'known' }>['value'],
): string {
  if (subject.kind === 'fact')
    return showValue(value, subject.fact, at.language, code => placeName(at.knowledge, code, at.language))
  if (typeof value === 'boolean') return say(at.knowledge.phrases, at.language, value ? 'value.yes' : 'value.no')
  return String(value)
}

const SIGNS: Record<'atLeast' | 'above' | 'atMost' | 'below', string> = {
  atLeast: '≥',
  above: '>',
  atMost: '≤',
  below: '<',
}

/** What a test wants, in words. */
export function limitText(at: Showing, test: Finding['test']): string {
  const t = (key: string, values: Record<string, string>) => say(at.knowledge.phrases, at.language, key, values)
  const limit: Limit = test.limit
  const option = (key: string) =>
    test.subject.kind === 'fact' ? (test.subject.fact.options?.[key]?.title[at.language] ?? key) : key
  const list = (keys: readonly string[]) => keys.map(option).join(at.language === 'zh' ? '、' : ', ')
  switch (limit.op) {
    case 'oneOf':
      return t('limit.one-of', { options: list(limit.options) })
    case 'noneOf':
      return t('limit.none-of', { options: list(limit.options) })
    case 'within':
      return t('limit.within', {
        places: limit.codes.map(code => placeName(at.knowledge, code, at.language)).join(COMMA[at.language]),
      })
    case 'outside':
      return t('limit.outside', {
        places: limit.codes.map(code => placeName(at.knowledge, code, at.language)).join(COMMA[at.language]),
      })
    case 'is':
      return say(at.knowledge.phrases, at.language, limit.value ? 'limit.yes' : 'limit.no')
    default: {
      const unit = test.subject.kind === 'quantity' ? test.subject.expression.unit?.[at.language] : undefined
      return `${SIGNS[limit.op]} ${showQuantity(limit.value, test.kind ?? 'count', at.language, unit)}`
    }
  }
}

/** "上年营业收入：您是 1,200 万元，要求 ≥ 2,000 万元"; a rating that fails or forbids is said by its reason. */
export function findingText(at: Showing, finding: Finding): string {
  const { test } = finding
  const note = test.note?.[at.language]
  const name = test.title[at.language]
  const t = (key: string, values: Record<string, string>) => say(at.knowledge.phrases, at.language, key, values)
  if (test.subject.kind === 'passes' || test.subject.kind === 'knocked-out')
    return t('finding.rating', { title: name, reason: note ?? t(`finding.${test.subject.kind}`, {}) })
  const line = t('finding', { title: name, own: ownText(at, finding), limit: limitText(at, test) })
  return note ? t('finding.with-note', { line, note }) : line
}

/** The band, option or case that gave the points, in words. */
export function reachedText(at: Showing, partial: PartialScore): string | undefined {
  const { reached, expression } = partial
  if (!reached) return undefined
  if (reached.kind === 'otherwise') return say(at.knowledge.phrases, at.language, 'reached.otherwise')
  if (reached.kind === 'option') return reached.option
  if (reached.kind === 'case') return undefined
  return `${SIGNS[reached.op]} ${showQuantity(reached.value, expression?.kind ?? 'count', at.language, expression?.unit?.[at.language])}`
}

/** "★★★ 科技型中小企业评价办法（2017-05-03）". */
export function sourceText(source: { title: string; mark: string; date?: string | undefined }): string {
  return `${source.mark} ${source.title}${source.date ? `（${source.date}）` : ''}`
}

/** A value that is offered for confirmation. */
export function showCandidate(at: Showing, id: FactId, value: FactValue): string {
  const fact = at.knowledge.rulebook.facts.get(id)
  return fact ? showValue(value, fact, at.language, code => placeName(at.knowledge, code, at.language)) : String(value)
}

/** The name of an institution or a service team; its id when the directory no longer has it. */
export function deskName(at: Showing, id: string): string {
  const { institutions, teams } = at.knowledge.catalogue.directory
  return (institutions.get(id) ?? teams.get(id))?.title[at.language] ?? id
}
