// The file behind a file line of a card, for whoever may have it: a paper as it was sent, or the entry of a visit, which is
// made when it is fetched, so that it always tells the present time.
import type { Card } from '#bot'
import type { Received } from './received.ts'
import type { PaperReader } from './store/papers.ts'
import type { Store } from './store/store.ts'
import type { VisitPages } from './web/calendar.ts'

export interface HandedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** Undefined: there is no such file for this reader. That one exists is not told. */
export type HandFile = (file: string, reader: PaperReader) => Promise<HandedFile | undefined>

export interface HandFileOptions {
  readonly store: Pick<Store, 'paper' | 'caseOf'>
  readonly calendar?: VisitPages['calendar'] | undefined
  readonly now: () => Date
}

const CALENDAR = /^([\w-]{1,60})\.ics$/
const FILE = /^[\w-]{1,60}$/
const CALENDAR_NAME = 'yinqi-visit.ics'

/** Ids of the files that go out with a card: entries of visits. Papers stay sealed with us. */
export const filesOf = (card: Card): readonly string[] =>
  card.lines.flatMap(line => (line.kind === 'file' && CALENDAR.test(line.file) ? [line.file] : []))

/** Builds the way to files, for the page and for platforms that carry them. */
export function createHandFile({ store, calendar, now }: HandFileOptions): HandFile {
  async function entryOf(visit: string, file: string, reader: PaperReader): Promise<HandedFile | undefined> {
    const asked: Received = {
      platform: reader.kind === 'enterprise' ? reader.platform : 'desk',
      eventId: file,
      at: now().toISOString(),
      target:
        reader.kind === 'enterprise' ? { kind: 'conversation', peer: reader.peer } : { kind: 'thread', thread: visit },
      from: { kind: 'enterprise' },
      event: { kind: 'open' },
    }
    const known = await store.caseOf(asked)
    const entry = known && calendar?.(known, visit, reader)
    return entry === undefined
      ? undefined
      : { name: CALENDAR_NAME, type: 'text/calendar; charset=utf-8', bytes: Buffer.from(entry) }
  }

  return async (file, reader) => {
    const [, visit] = CALENDAR.exec(file) ?? []
    if (visit !== undefined) return entryOf(visit, file, reader)
    return FILE.test(file) ? store.paper(file, reader) : undefined
  }
}
