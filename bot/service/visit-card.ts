// A visit as the service team sees it: topics, an agenda made from the company's gaps, where and whom once it is accepted,
// and the report as it grows.
import type { FactId } from '#engine'
import { isoOf } from '#engine'
import { nextQuestion } from '#matching'
import { atDesk, consentOf } from '../bank/lead-card.ts'
import { type Button, type Card, field, head, item, type Line, text } from '../card.ts'
import type { Visit } from '../case.ts'
import { press } from '../press.ts'
import { modelsFor } from '../ratings.ts'
import { answerText, title } from '../show.ts'
import { clockInChina, dayInChina, type Turn } from '../turn-state.ts'
import { isOpen } from './visit.ts'

const AGENDA_MAX = 6
const CHECKS_MAX = 8
/** Days offered as buttons for the visit. */
const SLOTS_DAYS = [1, 2, 3, 5, 7] as const
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

/** "11月25日（周三）". Saturdays and Sundays are not offered. */
function slotLabel(day: number): string | undefined {
  const weekday = (day + 4) % 7 // 1970-01-01 was a Thursday
  if (weekday === 0 || weekday === 6) return undefined
  const iso = isoOf(day)
  return `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日（周${WEEKDAYS[weekday]}）`
}

/** What to talk about: answers nobody has verified yet that decide something, and answers still missing. */
export function agenda(turn: Turn): Line[] {
  const open = nextQuestion(turn.knowledge.catalogue, turn.reading, {
    skipped: [],
    models: modelsFor(turn.knowledge, turn.reading),
  })
  const missing = open
    ? [item(turn.t('visit.agenda-missing', { facts: open.facts.map(fact => title(turn, fact)).join(turn.comma) }))]
    : []
  const checks = checksOf(turn, []).slice(0, AGENDA_MAX)
  const verify =
    checks.length > 0
      ? [item(turn.t('visit.agenda-verify', { facts: checks.map(fact => title(turn, fact)).join(turn.comma) }))]
      : []
  return [...missing, ...verify]
}

/** Facts a visitor may confirm on site: those of the topics that were answered but not yet verified. */
export function checksOf(turn: Turn, topics: readonly string[]): FactId[] {
  const { checks } = turn.knowledge.script.visit
  const chosen = topics.length > 0 ? topics.flatMap(topic => checks[topic] ?? []) : Object.values(checks).flat()
  const answered = (fact: FactId) => {
    const answer = turn.case.answers[fact]
    return answer !== undefined && answer.source !== 'visited'
  }
  return [...new Set(chosen)].filter(answered).slice(0, CHECKS_MAX)
}

function topicTitle(turn: Turn, topic: string): string {
  return turn.w(
    turn.knowledge.rulebook.facts.get(turn.knowledge.script.visit.topics)?.options?.[topic]?.title ?? {
      zh: topic,
      en: topic,
    },
  )
}

function slotButtons(turn: Turn, visit: Visit): Button[][] {
  const today = dayInChina(turn.incoming.at)
  const days = SLOTS_DAYS.flatMap(offset => {
    const label = slotLabel(today + offset)
    return label ? [{ day: today + offset, label }] : []
  }).slice(0, 3)
  return days.map(({ day, label }) => [
    { text: turn.t('visit.slot-am', { day: label }), press: press('V', visit.id, 'at', `${isoOf(day)}T0930`) },
    { text: turn.t('visit.slot-pm', { day: label }), press: press('V', visit.id, 'at', `${isoOf(day)}T1430`) },
  ])
}

function buttons(turn: Turn, visit: Visit): Button[][] {
  const one = (key: string, verb: string, style?: Button['style']): Button => ({
    text: turn.t(key),
    press: press('V', visit.id, verb),
    ...(style ? { style } : {}),
  })
  switch (visit.state) {
    case 'requested':
      return [[one('visit.take', 'take', 'primary')]]
    case 'accepted':
      return [...slotButtons(turn, visit), [one('visit.report', 'report')]]
    case 'scheduled':
      return [[one('visit.report', 'report', 'primary')], ...slotButtons(turn, visit)]
    case 'reporting':
      return [...reportButtons(turn, visit), [one('visit.submit', 'submit', 'primary')]]
    default:
      return []
  }
}

function reportButtons(turn: Turn, visit: Visit): Button[][] {
  const { topics } = turn.knowledge.script.visit
  const options = Object.keys(turn.knowledge.rulebook.facts.get(topics)?.options ?? {})
  const talked = new Set(visit.report?.topics ?? [])
  const confirmed = visit.report?.facts ?? {}
  const mark = (ticked: boolean) => (ticked ? '☑' : '☐')
  return [
    ...options.map((topic): Button[] => [
      { text: `${mark(talked.has(topic))} ${topicTitle(turn, topic)}`, press: press('V', visit.id, 'topic', topic) },
    ]),
    ...checksOf(turn, visit.topics).map((fact): Button[] => [
      {
        text: `${mark(Object.hasOwn(confirmed, fact))} ${turn.t('visit.confirm', { fact: title(turn, fact), value: answerText(turn, fact) })}`,
        press: press('V', visit.id, 'fact', fact),
      },
    ]),
  ]
}

function reportLines(turn: Turn, visit: Visit): Line[] {
  const { report } = visit
  if (!report) return []
  const facts = Object.entries(report.facts).map(([fact, answer]) =>
    field(title(turn, fact), answerText({ ...turn, case: { ...turn.case, answers: { [fact]: answer } } }, fact)),
  )
  return [
    head(turn.t('visit.report-title')),
    field(turn.t('visit.talked'), report.topics.map(topic => topicTitle(turn, topic)).join(turn.comma) || '—'),
    ...facts,
    ...(report.note ? [{ kind: 'quote' as const, who: turn.t('visit.note'), text: report.note }] : []),
    ...(visit.state === 'reporting' ? [text(turn.t('visit.report-how'))] : []),
  ]
}

/** "11月25日 09:30" of an instant, in China. */
export function visitTime(turn: Turn, at: string): string {
  const [date = '', clock = ''] = clockInChina(at).split('T')
  return turn.language === 'zh'
    ? `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日 ${clock}`
    : `${date} ${clock}`
}

/** The card at the head of the visit's thread. It replaces itself on every step. */
export function visitCard(from: Turn, visit: Visit): Card {
  const turn = atDesk(from)
  const consent = consentOf(turn, visit.consent)
  if (visit.state === 'withdrawn' || !consent || consent.withdrawnAt)
    return { title: turn.t('visit.title-withdrawn'), lines: [text(turn.t('lead.withdrawn'))] }
  const place = answerText(turn, turn.knowledge.catalogue.need.place)
  const contact = new Set(turn.knowledge.script.visit.contact)
  const open = consent.fields.filter(fact => !contact.has(fact) && fact !== turn.knowledge.script.visit.topics)
  const shown = visit.owner
    ? [...consent.fields.filter(fact => contact.has(fact)), ...open]
    : open.filter(
        fact => !turn.knowledge.script.consent.required.includes(fact) || fact === turn.knowledge.catalogue.need.place,
      )
  return {
    title: turn.t('visit.title', { state: turn.t(`visit.state.${visit.state}`), place }),
    lines: [
      ...(visit.owner ? [field(turn.t('lead.owner'), visit.owner.name)] : [text(turn.t('visit.masked'))]),
      ...(visit.time ? [field(turn.t('visit.time'), visitTime(turn, visit.time))] : []),
      field(turn.t('visit.wanted'), visit.topics.map(topic => topicTitle(turn, topic)).join(turn.comma)),
      ...shown.map(fact => field(title(turn, fact), answerText(turn, fact))),
      ...(isOpen(visit) && visit.state !== 'reporting' ? [head(turn.t('visit.agenda')), ...agenda(turn)] : []),
      ...reportLines(turn, visit),
    ],
    buttons: buttons(turn, visit),
  }
}
