// A visit as the service team sees it: topics, an agenda made from the company's gaps, where and whom once it is accepted,
// and the report as it grows.
import { nextQuestion } from '#matching'
import { atDesk, consentOf } from '../bank/lead-card.ts'
import { type Button, type Card, field, head, item, type Line, type Notice, text } from '../card.ts'
import { type Press, press } from '../press.ts'
import { modelsFor } from '../ratings.ts'
import { answerText, deskName, title } from '../show.ts'
import { noticeOf } from '../staff/notice.ts'
import { holderOf } from '../staff/roster.ts'
import { clockText, type Turn } from '../turn-state.ts'
import { checksOf } from './checks.ts'
import { gapLines } from './gaps.ts'
import { reportButtons, reportLines } from './report-card.ts'
import { slotsFor } from './slots.ts'
import { isOpen, openSteps } from './visit.ts'
import type { Visit } from './visit-record.ts'
import { slotButtons, stepText, topicTitle, visitTime } from './visit-text.ts'

const AGENDA_MAX = 6

/** What to talk about: what would move most, answers still missing, and answers nobody has seen proof of yet. */
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
  return [...gapLines(turn), ...missing, ...verify]
}

function buttons(turn: Turn, visit: Visit): Button[][] {
  const verb: Press['verb'] = 'V'
  const one = (key: string, act: string, style?: Button['style']): Button => ({
    text: turn.t(key),
    press: press(verb, visit.id, act),
    ...(style ? { style } : {}),
  })
  const slots = () => slotButtons(turn, slotsFor(turn, visit), key => press(verb, visit.id, 'at', key))
  const talk = [one('talk.requests', 'requests'), one('visit.release', 'release')]
  switch (visit.state) {
    case 'requested':
      return [[one('visit.take', 'take', 'primary')]]
    case 'accepted':
      return [...slots(), [one('visit.other-time', 'at'), one('visit.report', 'report')], talk]
    case 'scheduled':
      return [
        [one('visit.report', 'report', 'primary'), one('visit.missed', 'missed')],
        ...slots(),
        [one('visit.other-time', 'at'), ...talk],
      ]
    case 'reporting':
      return [...reportButtons(turn, visit), [one('visit.submit', 'submit', 'primary')]]
    case 'reported':
      return [
        ...openSteps(visit)
          .filter(step => step.owner === 'team')
          .map((step): Button[] => [
            {
              text: turn.t('visit.done', { what: stepText(turn, step) }),
              press: press('V', visit.id, 'done', step.code),
            },
          ]),
        [one('talk.requests', 'requests'), one('visit.again', 'again')],
      ]
    default:
      return []
  }
}

/** Who proposed it, since when it waits, when it is, how often nobody was there. */
function stateLines(turn: Turn, visit: Visit): Line[] {
  const missed = visit.missed ?? []
  return [
    ...(visit.owner
      ? [field(turn.t('lead.owner'), visit.owner.name)]
      : [text(turn.t('visit.masked')), ...askedLine(turn, visit)]),
    ...(visit.proposedBy ? [field(turn.t('visit.proposed-by'), deskName(turn, visit.proposedBy))] : []),
    ...(visit.time ? [field(turn.t('visit.time'), timeText(turn, visit, visit.time))] : []),
    ...(missed.length > 0
      ? [field(turn.t('visit.missed-title'), missed.map(at => visitTime(turn, at)).join(turn.comma))]
      : []),
  ]
}

/** Who is asked to take it. */
function askedLine(turn: Turn, visit: Visit): Line[] {
  const person = holderOf(turn.knowledge.staffing, visit)
  return person ? [field(turn.t('visit.asked'), person.name)] : []
}

const timeText = (turn: Turn, { confirmed }: Visit, time: string): string =>
  `${visitTime(turn, time)}${confirmed ? ` · ${turn.t('visit.time-confirmed')}` : ''}`

const topicsField = (turn: Turn, visit: Visit): Line =>
  field(turn.t('visit.wanted'), visit.topics.map(topic => topicTitle(turn, topic)).join(turn.comma))

/** What the company itself has just done about the visit, for a room that is not ours; undefined when the team did it. */
function companyNotice(turn: Turn, visit: Visit, heading: string): { readonly notice: Notice } | undefined {
  if (visit.history.at(-1)?.by !== 'enterprise') return undefined
  const time = visit.time === undefined ? [] : [field(turn.t('visit.time'), timeText(turn, visit, visit.time))]
  return { notice: noticeOf(turn.knowledge.phrases, heading, [topicsField(turn, visit), ...time]) }
}

/** The card at the head of the visit's thread. It replaces itself on every step. */
export function visitCard(from: Turn, visit: Visit): Card {
  const turn = atDesk(from)
  const consent = consentOf(turn, visit.consent)
  if (visit.state === 'withdrawn' || !consent || consent.withdrawnAt)
    return { title: turn.t('visit.title-withdrawn'), lines: [text(turn.t('lead.withdrawn'))] }
  const place = answerText(turn, turn.knowledge.catalogue.need.place)
  const heading = turn.t('visit.title', { state: turn.t(`visit.state.${visit.state}`), place })
  if (visit.state === 'cancelled')
    return { title: heading, lines: [text(turn.t('visit.cancelled-desk'))], ...companyNotice(turn, visit, heading) }
  const contact = new Set(turn.knowledge.script.visit.contact)
  const open = consent.fields.filter(fact => !contact.has(fact) && fact !== turn.knowledge.script.visit.topics)
  const shown = visit.owner
    ? [...consent.fields.filter(fact => contact.has(fact)), ...open]
    : open.filter(
        fact => !turn.knowledge.script.consent.required.includes(fact) || fact === turn.knowledge.catalogue.need.place,
      )
  return {
    title: heading,
    lines: [
      ...stateLines(turn, visit),
      topicsField(turn, visit),
      ...shown.map(fact => field(title(turn, fact), answerText(turn, fact))),
      ...(isOpen(visit) && visit.state !== 'reporting' ? [head(turn.t('visit.agenda')), ...agenda(turn)] : []),
      ...reportLines(turn, visit),
    ],
    buttons: buttons(turn, visit),
    ...(visit.state === 'requested' && visit.holder !== undefined ? { calls: [visit.holder] } : {}),
    note: turn.t('lead.note', { at: clockText(visit.history.at(-1)?.at ?? turn.incoming.at) }),
    ...companyNotice(turn, visit, heading),
  }
}
