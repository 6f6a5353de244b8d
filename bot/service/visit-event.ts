// A visit as an entry of a calendar: the same time for both sides, each with what it may know.
import type { FactId } from '#engine'
import type { Case } from '../case.ts'
import type { Knowledge } from '../knowledge.ts'
import { say } from '../phrases.ts'
import { answerText } from '../show.ts'

export interface VisitEvent {
  readonly uid: string
  /** grows with each change, so that calendars keep the newest */
  readonly sequence: number
  /** ISO instant */
  readonly start: string
  readonly minutes: number
  readonly title: string
  readonly place: string
  readonly text: string
}

/** The entry for one side; undefined while no time is set, or for a desk that may not know. */
export function visitEvent(
  knowledge: Knowledge,
  of: Case,
  id: string,
  reader: { readonly kind: 'enterprise' } | { readonly kind: 'desk'; readonly desk: string },
): VisitEvent | undefined {
  const visit = of.visits.find(one => one.id === id)
  if (!visit || visit.time === undefined) return undefined
  const consent = of.consents.find(one => one.id === visit.consent && one.withdrawnAt === undefined)
  const language = reader.kind === 'desk' ? 'zh' : of.language
  const showing = { knowledge, language, case: of }
  const team = knowledge.catalogue.directory.teams.get(visit.team)
  if (reader.kind === 'desk' && (reader.desk !== visit.team || !visit.owner)) return undefined
  if (!consent || (visit.state !== 'scheduled' && visit.state !== 'reporting')) return undefined
  const agreed = knowledge.script.visit.contact.filter(
    fact => consent.fields.includes(fact) && Object.hasOwn(of.answers, fact),
  )
  const { company, address } = knowledge.script.visit
  const shown = (fact: FactId) => (agreed.includes(fact) ? answerText(showing, fact) : '')
  const title =
    reader.kind === 'desk'
      ? say(knowledge.phrases, 'zh', 'visit.event-title-desk', { company: shown(company) })
      : say(knowledge.phrases, language, 'visit.event-title', { team: team?.title[language] ?? visit.team })
  return {
    uid: visit.id,
    sequence: visit.sequence ?? 0,
    start: visit.time,
    minutes: knowledge.script.visit.slots.minutes,
    title,
    place: shown(address),
    text: [visit.owner?.name, say(knowledge.phrases, language, 'visit.event-text')].filter(Boolean).join('\n'),
  }
}
