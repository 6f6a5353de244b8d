// What a service team can say in one form instead of many presses: any free time for the visit, and the whole report. Who
// may is decided by the right of the button it stands for.
import { isoOf } from '#engine'
import { atDesk } from '../bank/lead-card.ts'
import { text } from '../card.ts'
import { type Form, type FormValues, type Option, onlyValue, readForm } from '../form.ts'
import type { Sender } from '../ports.ts'
import { answerText, title } from '../show.ts'
import { ends, ticks } from '../staff/desk-form.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { schedule } from './booking.ts'
import { checksOf } from './checks.ts'
import { tell } from './desk.ts'
import { fillReport, NOTE_CHARACTERS_MAX, problemsOf } from './report.ts'
import { findingText, paperName } from './report-card.ts'
import { mayMove } from './visit.ts'
import type { Visit } from './visit-record.ts'
import { topicTitle } from './visit-text.ts'

type Staff = Extract<Sender, { kind: 'staff' }>

interface VisitForm {
  readonly form: (turn: Turn, visit: Visit) => Form | undefined
  readonly does: (turn: Turn, visit: Visit, staff: Staff, values: FormValues) => void
}

function timeForm(turn: Turn, visit: Visit): Form | undefined {
  if (!mayMove(visit, 'scheduled')) return undefined
  const { t } = forDesk(turn)
  const { slots } = turn.knowledge.script.visit
  return {
    title: t('visit.other-time'),
    intro: t('form.time-intro'),
    fields: [
      { kind: 'date', name: 'day', label: t('form.day'), required: true, value: isoOf(turn.today + 1) },
      { kind: 'time', name: 'hour', label: t('form.hour'), required: true, value: slots.am },
    ],
    ...ends(turn),
  }
}

function setTime(turn: Turn, visit: Visit, staff: Staff, values: FormValues): void {
  const hour = onlyValue(values, 'hour')?.replace(':', '')
  schedule(turn, visit, staff, `${onlyValue(values, 'day')}T${hour}`)
}

function reportForm(from: Turn, visit: Visit): Form | undefined {
  if (!mayMove(visit, 'reporting')) return undefined
  const turn = atDesk(from)
  const { script, rulebook } = turn.knowledge
  const named = (values: readonly string[], name: (value: string) => string): Option[] =>
    values.map(value => ({ value, text: name(value) }))
  const topics = Object.keys(rulebook.facts.get(script.visit.topics)?.options ?? {})
  const confirm = (fact: string) => turn.t('visit.confirm', { fact: title(turn, fact), value: answerText(turn, fact) })
  const part = (name: string) => turn.t(`visit.part.${name}`)
  return {
    title: turn.t('visit.report'),
    intro: turn.t('form.report-intro'),
    fields: [
      ...ticks(
        'topics',
        part('topics'),
        named(topics, topic => topicTitle(turn, topic)),
        visit.topics,
      ),
      ...ticks('facts', part('facts'), named(checksOf(turn, visit.topics), confirm)),
      ...ticks(
        'findings',
        part('findings'),
        named(problemsOf(turn, visit, {}, []), fact => findingText(turn, fact)),
      ),
      ...ticks(
        'papers',
        part('papers'),
        named(script.visit.papers, id => paperName(turn, id)),
      ),
      ...ticks(
        'steps',
        part('steps'),
        named(Object.keys(script.visit.steps), code =>
          turn.w(script.visit.steps[code]?.title ?? { zh: code, en: code }),
        ),
      ),
      {
        kind: 'text',
        name: 'note',
        label: turn.t('visit.note'),
        hint: turn.t('form.note-hint'),
        required: false,
        max: NOTE_CHARACTERS_MAX,
        lines: true,
      },
    ],
    ...ends(turn),
  }
}

/** verb of the button → its form. */
const VISIT_FORMS: Readonly<Record<string, VisitForm>> = {
  at: { form: timeForm, does: setTime },
  report: {
    form: reportForm,
    does: (turn, visit, staff, values) => {
      const { topics = [], facts = [], findings = [], papers = [], steps = [] } = values
      fillReport(turn, visit, staff, { topics, facts, findings, papers, steps, note: onlyValue(values, 'note') ?? '' })
    },
  },
}

/** The form behind a button of a visit; undefined when the button has none or it cannot be filled in now. */
export function visitForm(turn: Turn, visit: Visit, verb: string): Form | undefined {
  return Object.hasOwn(VISIT_FORMS, verb) ? VISIT_FORMS[verb]?.form(turn, visit) : undefined
}

/** A form was handed in by somebody who may. What no longer fits the form of now is told, and nothing happens. */
export function fillVisitForm(turn: Turn, visit: Visit, staff: Staff, verb: string, given: FormValues): void {
  const form = visitForm(turn, visit, verb)
  const filled = form && readForm(form, given)
  if (filled?.is !== 'filled') return tell(turn, visit, { lines: [text(forDesk(turn).t('form.stale'))] })
  VISIT_FORMS[verb]?.does(turn, visit, staff, filled.values)
}
