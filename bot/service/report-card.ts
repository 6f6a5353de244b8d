// The report of a visit on the card: what was ticked and written so far, and the buttons of the one part that is open.
// 问题, 部门 and 措施 come from matching/repairs.yaml, steps and documents from bot/script.yaml.
import { type Button, field, head, item, type Line, quote, text } from '../card.ts'
import { press } from '../press.ts'
import { answerText, title } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { checksOf } from './checks.ts'
import { repairOf } from './gaps.ts'
import { REPORT_PARTS, type Visit, type VisitReport } from './visit-record.ts'
import { stepText, topicTitle } from './visit-text.ts'

const mark = (ticked: boolean): string => (ticked ? '☑' : '☐')

/** "问题：…；部门：…；措施：…（时间）". */
export function findingText(turn: Turn, fact: string): string {
  const repair = repairOf(turn, fact)
  if (!repair) return title(turn, fact)
  const { problem, who, way, time } = repair
  return turn.t('visit.finding', { problem: turn.w(problem), who: turn.w(who), way: turn.w(way), time: turn.w(time) })
}

const problemText = (turn: Turn, fact: string): string => {
  const repair = repairOf(turn, fact)
  return repair ? turn.w(repair.problem) : title(turn, fact)
}

export const paperName = (turn: Turn, id: string): string => {
  const known = turn.knowledge.catalogue.documents.get(id)
  return known ? turn.w(known) : id
}

/** A value as it was seen on site, otherwise as the company told it. */
const seenText = (turn: Turn, { facts }: VisitReport, fact: string): string =>
  answerText({ ...turn, case: { ...turn.case, answers: { ...turn.case.answers, ...facts } } }, fact)

/** The choices of one part. */
function choicesOf(turn: Turn, visit: Visit, report: VisitReport): Button[][] {
  const one = (ticked: boolean, words: string, verb: string, argument: string): Button[] => [
    { text: `${mark(ticked)} ${words}`, press: press('V', visit.id, verb, argument) },
  ]
  const { script, rulebook } = turn.knowledge
  switch (report.part ?? 'facts') {
    case 'topics': {
      const options = Object.keys(rulebook.facts.get(script.visit.topics)?.options ?? {})
      return options.map(topic => one(report.topics.includes(topic), topicTitle(turn, topic), 'topic', topic))
    }
    case 'facts':
      return checksOf(turn, visit.topics).map(fact => {
        const words = turn.t('visit.confirm', { fact: title(turn, fact), value: seenText(turn, report, fact) })
        return one(Object.hasOwn(report.facts, fact), words, 'fact', fact)
      })
    case 'findings':
      return report.offered.map((fact, index) =>
        one(report.findings.includes(fact), problemText(turn, fact), 'finding', String(index)),
      )
    case 'papers':
      return script.visit.papers.map(id => one(report.papers.includes(id), paperName(turn, id), 'paper', id))
    case 'steps':
      return Object.entries(script.visit.steps).map(([code, { title: words }]) => {
        const chosen = report.steps.find(step => step.code === code)
        const row = one(chosen !== undefined, chosen ? stepText(turn, chosen) : turn.w(words), 'step', code)
        const more = {
          text: turn.t('visit.more-days', { days: script.visit.moreDays }),
          press: press('V', visit.id, 'later', code),
        }
        return chosen ? [...row, more] : row
      })
  }
}

/** The parts as a row to choose from, and below it the choices of the open one. */
export function reportButtons(turn: Turn, visit: Visit): Button[][] {
  const { report } = visit
  if (!report) return []
  const parts = REPORT_PARTS.filter(part => part !== 'findings' || report.offered.length > 0).map(
    (part): Button => ({
      text: `${part === (report.part ?? 'facts') ? '▾ ' : ''}${turn.t(`visit.part.${part}`)}`,
      press: press('V', visit.id, 'part', part),
    }),
  )
  return [parts, ...choicesOf(turn, visit, report)]
}

/** What the report says so far, or said. */
export function reportLines(turn: Turn, visit: Visit): Line[] {
  const { report } = visit
  if (!report) return []
  const facts = Object.keys(report.facts).map(fact => field(title(turn, fact), seenText(turn, report, fact)))
  return [
    head(turn.t('visit.report-title')),
    field(turn.t('visit.talked'), report.topics.map(topic => topicTitle(turn, topic)).join(turn.comma) || '—'),
    ...facts,
    ...outcomeLines(turn, report),
    ...(report.note ? [quote(turn.t('visit.note'), report.note)] : []),
    ...(visit.state === 'reporting' ? [text(turn.t('visit.report-how'))] : []),
  ]
}

/** Problems, documents and steps: also what the company reads of a report. */
export function outcomeLines(turn: Turn, report: VisitReport): Line[] {
  const papers = report.papers.map(id => paperName(turn, id)).join(turn.comma)
  return [
    ...report.findings.map(fact => item(findingText(turn, fact))),
    ...(papers === '' ? [] : [field(turn.t('visit.papers-seen'), papers)]),
    ...report.steps.map(step => item(stepText(turn, step))),
  ]
}
