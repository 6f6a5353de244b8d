// A visit as an .ics file, and the list of a team's visits: what the web server offers beside the talk.
import { createEvent } from 'ics'
import { type Card, type Case, type Knowledge, visitEvent, visitList } from '#bot'
import type { PaperReader } from '../store/papers.ts'
import type { Store } from '../store/store.ts'

/** What the server needs for visits. */
export interface VisitPages {
  /** the entry of one visit for whoever asks; undefined when there is none for them */
  readonly calendar: (of: Case, visit: string, reader: PaperReader) => string | undefined
  /** the visits of one team */
  readonly visits: (team: string) => Promise<Card>
}

/** The text of an .ics file (RFC 5545); undefined when a visit has no time, or is none of the reader's business. */
export function visitCalendar(
  knowledge: Knowledge,
  of: Case,
  visit: string,
  reader: PaperReader,
  now: Date,
): string | undefined {
  const event = visitEvent(knowledge, of, visit, reader)
  if (!event) return undefined
  const { error, value } = createEvent({
    uid: `${event.uid}@yinqi-bridge`,
    productId: 'yinqi-bridge',
    method: 'PUBLISH',
    sequence: event.sequence,
    start: Date.parse(event.start),
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes: event.minutes },
    created: now.getTime(),
    title: event.title,
    description: event.text,
    status: 'CONFIRMED',
    ...(event.place ? { location: event.place } : {}),
  })
  return error || !value ? undefined : value
}

/** Both, over one store. */
export function visitPages(knowledge: Knowledge, store: Pick<Store, 'visited'>, now: () => Date): VisitPages {
  return {
    calendar: (of, visit, reader) => visitCalendar(knowledge, of, visit, reader, now()),
    visits: async team => visitList(knowledge, await store.visited(team), now().toISOString(), team),
  }
}
