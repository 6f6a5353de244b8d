// Words about a visit that several cards use: times, topics, steps, the calendar entry.
import { isoOf } from '#engine'
import { type Button, file, type Line } from '../card.ts'
import { clockInChina, type Turn } from '../turn-state.ts'
import type { Slot } from './slots.ts'
import type { Visit, VisitStep } from './visit-record.ts'

const WEEKDAYS = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
} as const
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 4
const DAYS_PER_WEEK = 7

type Speaking = Pick<Turn, 't' | 'w' | 'language' | 'knowledge'>

/** "11月25日 09:30" of an instant, in China. */
export function visitTime(turn: Pick<Turn, 'language'>, at: string): string {
  const [date = '', clock = ''] = clockInChina(at).split('T')
  return turn.language === 'zh' ? `${dateText(turn, date)} ${clock}` : `${date} ${clock}`
}

const dateText = ({ language }: Pick<Turn, 'language'>, iso: string): string =>
  language === 'zh' ? `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日` : iso

/** A day since 1970: "12月5日". */
export const dayText = (turn: Pick<Turn, 'language'>, day: number): string => dateText(turn, isoOf(day))

export function topicTitle(turn: Speaking, topic: string): string {
  const { rulebook, script } = turn.knowledge
  return turn.w(rulebook.facts.get(script.visit.topics)?.options?.[topic]?.title ?? { zh: topic, en: topic })
}

/** "建研发辅助账：企业，12月5日前". */
export function stepText(turn: Speaking, step: VisitStep): string {
  const known = turn.knowledge.script.visit.steps[step.code]
  const what = known ? turn.w(known.title) : step.code
  const values = { what, who: turn.t(`visit.who.${step.owner}`), day: dayText(turn, step.due) }
  return turn.t(step.doneAt === undefined ? 'visit.step-text' : 'visit.step-done-text', values)
}

/** Times as buttons, two a row: morning and afternoon. */
export function slotButtons(turn: Speaking, slots: readonly Slot[], pressOf: (key: string) => string): Button[][] {
  const rows = new Map<number, Button[]>()
  for (const { key, half, day } of slots) {
    const weekday = WEEKDAYS[turn.language][(day + FIRST_WEEKDAY) % DAYS_PER_WEEK] ?? ''
    const label = turn.language === 'zh' ? `${dayText(turn, day)}（${weekday}）` : `${dayText(turn, day)} (${weekday})`
    const button = { text: turn.t(`visit.slot.${half}`, { day: label }), press: pressOf(key) }
    rows.set(day, [...(rows.get(day) ?? []), button])
  }
  return [...rows.values()]
}

/** The entry for a calendar, made anew whenever it is fetched. */
export const calendarLine = (turn: Speaking, visit: Visit): Line[] =>
  visit.time === undefined ? [] : [file(`${visit.id}.ics`, turn.t('visit.calendar'), visitTime(turn, visit.time))]
