// What was agreed on at a visit: who does it tells that it is done, or that it needs more time; the other side is told, and
// until then it is asked for on its day.
import { type Button, text } from '../card.ts'
import { press } from '../press.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { refresh, tell, tellText, visitOf } from './desk.ts'
import { openSteps } from './visit.ts'
import type { Visit, VisitStep } from './visit-record.ts'
import { stepText } from './visit-text.ts'

function withStep(visit: Visit, code: string, change: Partial<VisitStep>): Visit {
  const { report } = visit
  if (!report) return visit
  return {
    ...visit,
    report: { ...report, steps: report.steps.map(one => (one.code === code ? { ...one, ...change } : one)) },
  }
}

const openStep = (visit: Visit | undefined, code: string, owner: VisitStep['owner']) =>
  visit && openSteps(visit).find(step => step.code === code && step.owner === owner)

/** The company did its step. Pressed twice, it stays done. */
export function stepDone(turn: Turn, id: string, code: string): void {
  const visit = visitOf(turn, id)
  const step = openStep(visit, code, 'enterprise')
  if (!visit || !step) return turn.say({ lines: [text(turn.t('visit.step-closed'))] })
  refresh(turn, withStep(visit, code, { doneAt: turn.incoming.at }))
  turn.note('step-done', id, code)
  tellText(turn, visit, 'visit.step-done-by-enterprise', {
    what: stepText({ ...turn, ...forDesk(turn), language: 'zh' }, step),
  })
  turn.say({
    lines: [text(turn.t('visit.step-thanks'))],
    buttons: [[{ text: turn.t('button.results'), press: press('x') }]],
  })
}

/** The company needs more time for it. */
export function moreTime(turn: Turn, id: string, code: string): void {
  const visit = visitOf(turn, id)
  const step = openStep(visit, code, 'enterprise')
  if (!visit || !step) return turn.say({ lines: [text(turn.t('visit.step-closed'))] })
  const due = turn.today + turn.knowledge.script.visit.moreDays
  refresh(turn, withStep(visit, code, { due }))
  turn.note('step-later', id, code)
  turn.say({ lines: [text(turn.t('visit.step-later', { what: stepText(turn, { ...step, due }) }))] })
}

/** The team did its step: the company is told. */
export function doneByTeam(turn: Turn, visit: Visit, code: string): void {
  const step = openStep(visit, code, 'team')
  if (!step) return tellText(turn, visit, 'visit.step-closed')
  refresh(turn, withStep(visit, code, { doneAt: turn.incoming.at }))
  turn.note('step-done', visit.id, code)
  turn.say({ lines: [text(turn.t('visit.step-done-by-team', { what: stepText(turn, step) }))] })
}

/** Asks whoever owns them for the steps that are due. */
export function chase(turn: Turn, visit: Visit): void {
  const due = openSteps(visit).filter(step => step.due <= turn.today)
  for (const step of due) {
    turn.note('step-chased', visit.id, step.code)
    if (step.owner === 'team') {
      const desk = { ...turn, ...forDesk(turn), language: 'zh' as const }
      const button: Button = { text: desk.t('visit.done-short'), press: press('V', visit.id, 'done', step.code) }
      tell(turn, visit, {
        lines: [text(desk.t('visit.step-due', { what: stepText(desk, step) }))],
        buttons: [[button]],
      })
      continue
    }
    turn.say({
      lines: [text(turn.t('visit.step-due', { what: stepText(turn, step) }))],
      buttons: [
        [
          { text: turn.t('visit.done-short'), press: press('vd', visit.id, step.code), style: 'primary' },
          { text: turn.t('button.more-time'), press: press('vl', visit.id, step.code) },
          { text: turn.t('button.reply'), press: press('rp', visit.id) },
        ],
      ],
    })
  }
}
