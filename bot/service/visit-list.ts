// The visits of a team as one list: those of one park together, so that one way serves several, and the urgent first. Names
// and addresses stand in it only where the visit was accepted.
import { type FactId, type Reading, read } from '#engine'
import { answersOn } from '#matching'
import { type Card, head, item, type Line, text } from '../card.ts'
import type { Case } from '../case.ts'
import type { Knowledge } from '../knowledge.ts'
import { say } from '../phrases.ts'
import { answerText } from '../show.ts'
import { dayInChina } from '../turn-state.ts'
import { openSteps } from './visit.ts'
import type { Visit } from './visit-record.ts'
import { visitTime } from './visit-text.ts'

/** In the order of urgency. */
export const URGENCIES = ['overdue', 'step', 'today', 'waiting', 'untimed', 'planned', 'reported'] as const
type Urgency = (typeof URGENCIES)[number]
const NOT_LISTED: readonly Visit['state'][] = ['cancelled', 'withdrawn']

interface Entry {
  readonly of: Case
  readonly visit: Visit
  readonly urgency: Urgency
  /** days within which the company needs money; Infinity when it did not say */
  readonly needDays: number
}

/** How urgent a visit is at an instant; undefined when nothing is left to do. */
export function urgencyOf(visit: Visit, at: string): Urgency | undefined {
  const today = dayInChina(at)
  if (NOT_LISTED.includes(visit.state)) return undefined
  if (visit.state === 'reported') {
    const [step] = openSteps(visit)
    return step && (step.due <= today ? 'step' : 'reported')
  }
  if (visit.state === 'requested') return 'waiting'
  if (visit.state === 'accepted' || visit.time === undefined) return visit.state === 'reporting' ? 'overdue' : 'untimed'
  if (Date.parse(visit.time) < Date.parse(at)) return 'overdue'
  return dayInChina(visit.time) <= today + 1 ? 'today' : 'planned'
}

function numberOf(reading: Reading, fact: FactId): number {
  const value = reading.value(fact)
  return value.is === 'range' && value.lacks.length === 0 ? Number(value.low) : Number.POSITIVE_INFINITY
}

/** Where a company is: its park when it has one, otherwise its place. */
function groupOf(knowledge: Knowledge, of: Case): string {
  const showing = { knowledge, language: 'zh' as const, case: of }
  const { park } = knowledge.script.visit
  const answer = of.answers[park]?.value
  const isPark = answer !== undefined && answer !== 'none' && answer !== 'other'
  const fact = isPark ? park : knowledge.catalogue.need.place
  return Object.hasOwn(of.answers, fact)
    ? answerText(showing, fact)
    : say(knowledge.phrases, 'zh', 'visit.list-elsewhere')
}

function entryLine(knowledge: Knowledge, { of, visit, urgency, needDays }: Entry): Line {
  const t = (key: string, values?: Record<string, string | number>) => say(knowledge.phrases, 'zh', key, values)
  const showing = { knowledge, language: 'zh' as const, case: of }
  const { script } = knowledge
  const known = (fact: FactId) => visit.owner !== undefined && Object.hasOwn(of.answers, fact)
  const agreed = new Set(of.consents.find(one => one.id === visit.consent)?.fields ?? [])
  const who = script.visit.contact
    .filter(fact => agreed.has(fact) && known(fact))
    .map(fact => answerText(showing, fact))
  const about = [
    t(`visit.urgent.${urgency}`),
    visit.time && visitTime({ language: 'zh' }, visit.time),
    Number.isFinite(needDays) && t('visit.need-days', { days: needDays }),
    visit.owner?.name,
  ].filter(Boolean)
  return item(about.join(' · '), who.join('、') || t('visit.list-masked'))
}

/** The list of one team, or of all teams, at an instant. Cases are read on that day. */
export function visitList(knowledge: Knowledge, cases: readonly Case[], at: string, team?: string): Card {
  const t = (key: string, values?: Record<string, string | number>) => say(knowledge.phrases, 'zh', key, values)
  const today = dayInChina(at)
  const entries = cases.flatMap(of => {
    const answers = answersOn(of.answers, today, knowledge.catalogue.repairs)
    const needDays = numberOf(read(knowledge.rulebook, answers, today), knowledge.script.visit.urgency)
    return of.visits
      .filter(visit => team === undefined || visit.team === team)
      .flatMap((visit): Entry[] => {
        const urgency = urgencyOf(visit, at)
        return urgency ? [{ of, visit, urgency, needDays }] : []
      })
  })
  const rank = ({ urgency }: Entry) => URGENCIES.indexOf(urgency)
  const sorted = entries.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.needDays === b.needDays ? 0 : a.needDays - b.needDays) ||
      Date.parse(a.visit.time ?? a.visit.history[0]?.at ?? '') -
        Date.parse(b.visit.time ?? b.visit.history[0]?.at ?? ''),
  )
  // a park stands where its most urgent visit stands
  const groups = new Map<string, Entry[]>()
  for (const entry of sorted) {
    const group = groupOf(knowledge, entry.of)
    groups.set(group, [...(groups.get(group) ?? []), entry])
  }
  const title = team === undefined ? undefined : knowledge.catalogue.directory.teams.get(team)?.title.zh
  return {
    title: t('visit.list-title', { team: title ?? team ?? '' }),
    lines:
      entries.length === 0
        ? [text(t('visit.list-none'))]
        : [...groups].flatMap(([group, list]) => [
            head(`${group}（${list.length}）`),
            ...list.map(entry => entryLine(knowledge, entry)),
          ]),
    note: t('visit.list-note'),
  }
}
