// Writing the report of a visit in the chat: parts and ticks by buttons, notes and figures by typing, and at the end the
// recomputation that both sides and every bank at work see as before → after.
import { type Dossier, isNumeric, record, withinBounds } from '#engine'
import { isOpen as leadIsOpen } from '../bank/lead.ts'
import { atDesk, leadCard } from '../bank/lead-card.ts'
import { type Button, quote, text } from '../card.ts'
import { changeLines } from '../cards/change.ts'
import { CONFIDENCE_SURE } from '../enterprise/record.ts'
import { extract } from '../language/index.ts'
import type { Sender } from '../ports.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { checksOf } from './checks.ts'
import { refresh, tell, visitOf } from './desk.ts'
import { gapsOf, repairOf } from './gaps.ts'
import { outcomeLines } from './report-card.ts'
import { advance } from './visit.ts'
import { REPORT_PARTS, type Visit, type VisitReport } from './visit-record.ts'
import { stepText } from './visit-text.ts'
import { putVisit } from './watch-visit.ts'

type Staff = Extract<Sender, { kind: 'staff' }>
export const NOTE_CHARACTERS_MAX = 2_000
const PROBLEMS_MAX = 8

/**
 * Problems to choose from, those offered before in their places: what stands between the company and more, then what
 * belongs to the topics. Each once, by the fact that shows it.
 */
export function problemsOf(turn: Turn, visit: Visit, seen: Dossier, before: readonly string[]): string[] {
  const { checks } = turn.knowledge.script.visit
  const reading = turn.readingOf({ ...turn.case.answers, ...seen })
  const found = [
    ...gapsOf(turn, reading).map(({ fact }) => fact),
    ...visit.topics.flatMap(topic => checks[topic] ?? []),
  ]
  const offered = [...before]
  const problems = new Set(before.map(fact => repairOf(turn, fact)?.problem.zh))
  for (const fact of found) {
    const repair = repairOf(turn, fact)
    if (!repair || problems.has(repair.problem.zh) || offered.length >= PROBLEMS_MAX) continue
    problems.add(repair.problem.zh)
    offered.push(fact)
  }
  return offered
}

/** Begins the report: topics as they were wished, problems as the gaps suggest them. */
export function startReport(turn: Turn, visit: Visit, staff: Staff): void {
  const started = advance(visit, 'reporting', staff.person, turn.incoming.at)
  if (!started) return
  const offered = problemsOf(turn, visit, {}, [])
  const report = { topics: [...visit.topics], note: '', facts: {}, offered, findings: [], papers: [], steps: [] }
  refresh(turn, { ...started, report })
}

const toggled = (list: readonly string[], one: string): string[] =>
  list.includes(one) ? list.filter(other => other !== one) : [...list, one]

function change(turn: Turn, visit: Visit, what: Partial<VisitReport>): void {
  if (visit.report && visit.state === 'reporting') refresh(turn, { ...visit, report: { ...visit.report, ...what } })
}

export function openPart(turn: Turn, visit: Visit, name: string): void {
  const part = REPORT_PARTS.find(one => one === name)
  if (part) change(turn, visit, { part })
}

export function toggleTopic(turn: Turn, visit: Visit, topic: string): void {
  const options = turn.knowledge.rulebook.facts.get(turn.knowledge.script.visit.topics)?.options ?? {}
  if (visit.report && Object.hasOwn(options, topic))
    change(turn, visit, { topics: toggled(visit.report.topics, topic) })
}

export function toggleFact(turn: Turn, visit: Visit, fact: string): void {
  const answer = turn.case.answers[fact]
  if (!visit.report || !answer || !checksOf(turn, visit.topics).includes(fact)) return
  const { [fact]: confirmed, ...others } = visit.report.facts
  const seen = { ...answer, source: 'visited' as const, at: turn.incoming.at }
  change(turn, visit, { facts: confirmed ? others : { ...others, [fact]: seen } })
}

export function toggleFinding(turn: Turn, visit: Visit, index: string): void {
  const fact = visit.report?.offered[Number(index)]
  if (visit.report && fact !== undefined) change(turn, visit, { findings: toggled(visit.report.findings, fact) })
}

export function togglePaper(turn: Turn, visit: Visit, id: string): void {
  if (visit.report && turn.knowledge.script.visit.papers.includes(id))
    change(turn, visit, { papers: toggled(visit.report.papers, id) })
}

/** A step as the script knows it, to be done in its days from today. */
function stepOf(turn: Turn, code: string): VisitReport['steps'][number] | undefined {
  const { steps } = turn.knowledge.script.visit
  const known = Object.hasOwn(steps, code) ? steps[code] : undefined
  return known && { code, owner: known.owner, due: turn.today + known.days }
}

/** Agrees on a step, with who and by when as the script says; pressed again it goes. */
export function toggleStep(turn: Turn, visit: Visit, code: string): void {
  const added = stepOf(turn, code)
  if (!visit.report || !added) return
  const { steps } = visit.report
  const without = steps.filter(one => one.code !== code)
  change(turn, visit, { steps: without.length < steps.length ? without : [...steps, added] })
}

/** More days for a step that is being agreed on. */
export function postponeStep(turn: Turn, visit: Visit, code: string): void {
  const days = turn.knowledge.script.visit.moreDays
  const steps = visit.report?.steps.map(one => (one.code === code ? { ...one, due: one.due + days } : one))
  if (steps) change(turn, visit, { steps })
}

/** Words typed into the thread while a report is open: facts are taken as seen on site, everything is kept as the note. */
export function addNote(turn: Turn, visit: Visit, words: string): void {
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
  change(turn, visit, { note, facts: { ...seen }, offered: problemsOf(turn, visit, seen, report.offered) })
}

/** What the company may press below its report: its own steps, and the new result. */
function reportPresses(turn: Turn, visit: Visit, report: VisitReport): Button[][] {
  return [
    ...report.steps
      .filter(step => step.owner === 'enterprise')
      .map((step): Button[] => [
        { text: turn.t('visit.done', { what: stepText(turn, step) }), press: press('vd', visit.id, step.code) },
      ]),
    [
      { text: turn.t('button.results'), press: press('x') },
      { text: turn.t('button.review'), press: press('r') },
      { text: turn.t('button.reply'), press: press('rp', visit.id) },
    ],
  ]
}

/** Hands the report in: what was seen counts from now on. */
export function submit(turn: Turn, visit: Visit, staff: Staff): void {
  const { report } = visit
  const reported = report && advance(visit, 'reported', staff.person, turn.incoming.at)
  if (!report || !reported) return
  const before = turn.reading
  turn.update({ answers: { ...turn.case.answers, ...report.facts } })
  const after = turn.reading
  const count = Object.keys(report.facts).length
  refresh(turn, reported)
  turn.note('visit-reported', visit.id, `${count} facts`)
  turn.say({
    title: turn.t('visit.reported', { team: deskName(turn, visit.team) }),
    lines: [
      text(turn.t('visit.reported-facts', { count })),
      ...outcomeLines(turn, report),
      ...(report.note ? [quote(turn.t('visit.note'), report.note)] : []),
      ...changeLines(turn, before, after),
    ],
    buttons: reportPresses(turn, visit, report),
  })
  const desk = atDesk(turn)
  tell(turn, visit, { title: desk.t('visit.effect'), lines: changeLines(desk, before, after) })
  // banks already working on this company see the verified figures at once
  for (const lead of turn.case.leads.filter(one => leadIsOpen(one) && one.state !== 'applied'))
    turn.post(lead.receiver, lead.id, leadCard(turn, lead), lead.id)
}

/** The whole report as one form has it: ids and codes of what was ticked. */
export interface FilledReport {
  readonly topics: readonly string[]
  readonly findings: readonly string[]
  readonly papers: readonly string[]
  readonly note: string
  readonly facts: readonly string[]
  readonly steps: readonly string[]
}

/** Writes the whole report at once and hands it in, by the same rules as tick by tick. */
export function fillReport(turn: Turn, visit: Visit, staff: Staff, filled: FilledReport): void {
  const started = advance(visit, 'reporting', staff.person, turn.incoming.at)
  if (!started) return
  const { note } = filled
  const seen = filled.facts.flatMap(fact => {
    const answer = turn.case.answers[fact]
    return answer ? [[fact, { ...answer, source: 'visited' as const, at: turn.incoming.at }] as const] : []
  })
  const steps = filled.steps.flatMap(code => stepOf(turn, code) ?? [])
  const offered = problemsOf(turn, visit, {}, [])
  const ticked = { topics: [...filled.topics], findings: [...filled.findings], papers: [...filled.papers] }
  const report = { ...ticked, note: '', facts: Object.fromEntries(seen), offered, steps }
  const put = putVisit(turn, { ...started, report })
  if (note !== '') addNote(turn, put, note)
  submit(turn, visitOf(turn, visit.id) ?? put, staff)
}
