// What a service team does with a visit: accept it, set a time, report on site. Facts confirmed on site are marked so, the
// ratings and matches are computed again, and both sides see before → after.
import { type Dossier, isNumeric, record, withinBounds } from '#engine'
import { isOpen as leadIsOpen } from '../bank/lead.ts'
import { atDesk, leadCard } from '../bank/lead-card.ts'
import { type Card, quote, text } from '../card.ts'
import { changeLines } from '../cards/change.ts'
import type { Visit } from '../case.ts'
import { CONFIDENCE_SURE } from '../enterprise/record.ts'
import { extract } from '../language/index.ts'
import type { Sender } from '../ports.ts'
import { press } from '../press.ts'
import type { VisitVerb } from '../rights.ts'
import { deskName } from '../show.ts'
import { admitted } from '../staff/admit.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { putVisit } from './open-visit.ts'
import { advance, isOpen } from './visit.ts'
import { checksOf, visitCard, visitTime } from './visit-card.ts'

type Staff = Extract<Sender, { kind: 'staff' }>
const SLOT = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})$/
const NOTE_CHARACTERS_MAX = 2_000

const tell = (turn: Turn, visit: Visit, card: Card): void => turn.post(visit.team, visit.id, card)

function refresh(turn: Turn, visit: Visit): void {
  putVisit(turn, visit)
  turn.post(visit.team, visit.id, visitCard(turn, visit), visit.id)
}

function take(turn: Turn, visit: Visit, staff: Staff): void {
  const taken = advance(visit, 'accepted', staff.person, turn.incoming.at)
  if (!taken) return
  refresh(turn, { ...taken, owner: { person: staff.person, name: staff.name } })
  turn.note('visit-accepted', visit.id)
  tell(turn, visit, { lines: [text(forDesk(turn).t('visit.thread-how'))] })
  turn.say({ lines: [text(turn.t('visit.accepted', { team: deskName(turn, visit.team), name: staff.name }))] })
}

function schedule(turn: Turn, visit: Visit, staff: Staff, slot: string): void {
  const match = SLOT.exec(slot)
  const time = match ? `${match[1]}T${match[2]}:${match[3]}:00+08:00` : undefined
  const scheduled =
    time === undefined || Number.isNaN(Date.parse(time))
      ? undefined
      : advance(visit, 'scheduled', staff.person, turn.incoming.at)
  if (!scheduled || time === undefined) return
  const instant = new Date(Date.parse(time)).toISOString()
  refresh(turn, { ...scheduled, time: instant })
  turn.note('visit-scheduled', visit.id, instant)
  turn.say({
    lines: [
      text(
        turn.t('visit.scheduled', {
          team: deskName(turn, visit.team),
          name: staff.name,
          time: visitTime(turn, instant),
        }),
      ),
    ],
  })
}

function startReport(turn: Turn, visit: Visit, staff: Staff): void {
  const started = advance(visit, 'reporting', staff.person, turn.incoming.at)
  if (started) refresh(turn, { ...started, report: { topics: [...visit.topics], note: '', facts: {} } })
}

function toggleTopic(turn: Turn, visit: Visit, topic: string): void {
  const options = turn.knowledge.rulebook.facts.get(turn.knowledge.script.visit.topics)?.options ?? {}
  if (!visit.report || !Object.hasOwn(options, topic)) return
  const topics = visit.report.topics.includes(topic)
    ? visit.report.topics.filter(one => one !== topic)
    : [...visit.report.topics, topic]
  refresh(turn, { ...visit, report: { ...visit.report, topics } })
}

function toggleFact(turn: Turn, visit: Visit, fact: string): void {
  const answer = turn.case.answers[fact]
  if (!visit.report || !answer || !checksOf(turn, visit.topics).includes(fact)) return
  const { [fact]: confirmed, ...others } = visit.report.facts
  const facts = confirmed
    ? others
    : { ...others, [fact]: { ...answer, source: 'visited' as const, at: turn.incoming.at } }
  refresh(turn, { ...visit, report: { ...visit.report, facts } })
}

/** Words typed into the thread while a report is open: facts are taken as seen on site, everything is kept as the note. */
function addNote(turn: Turn, visit: Visit, words: string): void {
  const { report } = visit
  if (!report) return
  const { facts } = turn.knowledge.rulebook
  const found = extract(turn.knowledge.lexicon, words, { today: turn.today, pending: [], language: 'zh' }).found
  let seen: Dossier = report.facts
  for (const { fact, value, confidence, approximate } of found) {
    const definition = facts.get(fact)
    if (
      !definition ||
      definition.personal ||
      confidence < CONFIDENCE_SURE ||
      !withinBounds(definition, value, turn.today)
    )
      continue
    seen = record(seen, fact, {
      value,
      source: 'visited',
      at: turn.incoming.at,
      ...(approximate && isNumeric(definition.type) ? { approximate } : {}),
    })
  }
  const note = [report.note, words].filter(Boolean).join('\n').slice(0, NOTE_CHARACTERS_MAX)
  refresh(turn, { ...visit, report: { ...report, note, facts: { ...seen } } })
}

function submit(turn: Turn, visit: Visit, staff: Staff): void {
  const { report } = visit
  const reported = report && advance(visit, 'reported', staff.person, turn.incoming.at)
  if (!report || !reported) return
  const before = turn.reading
  turn.update({ answers: { ...turn.case.answers, ...report.facts } })
  const after = turn.reading
  refresh(turn, reported)
  turn.note('visit-reported', visit.id, `${Object.keys(report.facts).length} facts`)
  const heading = turn.t('visit.reported', { team: deskName(turn, visit.team) })
  turn.say({
    title: heading,
    lines: [
      text(turn.t('visit.reported-facts', { count: Object.keys(report.facts).length })),
      ...(report.note ? [quote(turn.t('visit.note'), report.note)] : []),
      ...changeLines(turn, before, after),
    ],
    buttons: [
      [
        { text: turn.t('button.results'), press: press('x') },
        { text: turn.t('button.review'), press: press('r') },
      ],
    ],
  })
  const desk = atDesk(turn)
  tell(turn, visit, { title: desk.t('visit.effect'), lines: changeLines(desk, before, after) })
  // banks already working on this company see the verified figures at once
  for (const lead of turn.case.leads.filter(leadIsOpen))
    turn.post(lead.receiver, lead.id, leadCard(turn, lead), lead.id)
}

type Act = (turn: Turn, visit: Visit, staff: Staff, argument: string) => void

/** What every button of a visit does. Who may press it stands in bot/rights.ts. */
const VISIT_ACTS: Readonly<Record<VisitVerb, Act>> = {
  take,
  at: schedule,
  report: startReport,
  topic: (turn, visit, _staff, topic) => toggleTopic(turn, visit, topic),
  fact: (turn, visit, _staff, fact) => toggleFact(turn, visit, fact),
  submit,
}

const isVisitVerb = (verb: string): verb is VisitVerb => Object.hasOwn(VISIT_ACTS, verb)

const mayDo = (turn: Turn, visit: Visit, staff: Staff, verb: VisitVerb | 'words'): boolean =>
  admitted(turn, staff, { ...visit, desk: visit.team, open: isOpen(visit) }, `visit.${verb}`)

/** A button of a visit's card. */
export function handleVisitPress(turn: Turn, visit: Visit, staff: Staff, verb: string, argument = ''): void {
  if (isVisitVerb(verb) && mayDo(turn, visit, staff, verb)) VISIT_ACTS[verb](turn, visit, staff, argument)
}

/** Words a visitor typed: part of the report while it is open, otherwise a message to the company. */
export function handleVisitText(turn: Turn, visit: Visit, staff: Staff, words: string): void {
  if (!mayDo(turn, visit, staff, 'words')) return
  if (visit.state === 'reporting') return addNote(turn, visit, words)
  turn.note('message-to-enterprise', visit.id)
  turn.say({
    lines: [
      quote(
        turn.t('relay.from', { receiver: deskName(turn, visit.team), name: staff.name }),
        words.slice(0, turn.knowledge.script.limits.relayCharacters),
      ),
    ],
    note: turn.t('relay.note'),
  })
}
