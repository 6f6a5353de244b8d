// What one person at a desk has in hand: their leads, their visits, their figures. The same card stands in the home tab, in
// the answer to the command and behind the shortcut; no company is named in it.
import { type LeadRow, managerLines, responseMinutes } from '../bank/digest.ts'
import { type Card, head, item, type Line, text } from '../card.ts'
import type { Knowledge } from '../knowledge.ts'
import { type PhraseValues, say } from '../phrases.ts'
import { may, standingsOfListed } from '../rights.ts'
import { clockText } from '../turn-state.ts'
import type { Person } from './people.ts'
import { isTheirs, type VisitRow } from './visit-row.ts'

/** Rows named one by one in each part. */
const NAMED_MAX = 15
/** The end of an id, enough to tell one from the other. */
const ID_CHARS = 8

export interface WorkRows {
  /** of the person's desk */
  readonly leads: readonly LeadRow[]
  readonly visits: readonly VisitRow[]
}

export const WORK_PARTS = ['leads', 'visits', 'numbers'] as const
export type WorkPart = (typeof WORK_PARTS)[number]

type Say = (key: string, values?: PhraseValues) => string

const shortId = (id: string): string => id.slice(-ID_CHARS)
function listed<Row>(t: Say, rows: readonly Row[], show: (row: Row) => string): Line[] {
  if (rows.length === 0) return [text(t('work.none'))]
  const more = rows.length - NAMED_MAX
  return [
    ...rows.slice(0, NAMED_MAX).map(row => item(show(row))),
    ...(more > 0 ? [text(t('digest.more', { count: more }))] : []),
  ]
}

function leadLines(t: Say, leads: readonly LeadRow[]): Line[] {
  const open = leads
    .flatMap(row => (row.due === undefined ? [] : [{ ...row, due: row.due }]))
    .toSorted((a, b) => Date.parse(a.due) - Date.parse(b.due))
  return listed(t, open, row =>
    t('work.lead', { lead: shortId(row.id), state: t(`lead.state.${row.state}`), due: clockText(row.due) }),
  )
}

function visitLines(t: Say, visits: readonly VisitRow[]): Line[] {
  const open = visits
    .filter(row => !['reported', 'withdrawn', 'cancelled'].includes(row.state))
    .toSorted((a, b) => (a.time ?? '~').localeCompare(b.time ?? '~'))
  return listed(t, open, row => {
    const time = row.time === undefined ? t('work.no-time') : clockText(row.time)
    return t('work.visit', { visit: shortId(row.id), state: t(`visit.state.${row.state}`), time })
  })
}

function numberLines(knowledge: Knowledge, t: Say, person: Person, mine: WorkRows, all: WorkRows, at: string): Line[] {
  const reached = (state: LeadRow['state']) => mine.leads.filter(row => row.state === state).length
  const minutes = responseMinutes(knowledge, mine.leads, at)
  return [
    text(t('work.counts', { leads: mine.leads.length, granted: reached('granted'), paid: reached('paid') })),
    text(t('work.reports', { count: mine.visits.filter(row => row.state === 'reported').length })),
    ...(minutes === undefined ? [] : [text(t('work.response', { minutes }))]),
    ...(may(standingsOfListed(person), 'work.team') ? managerLines(knowledge, all.leads, at) : []),
  ]
}

/** The card of one listed person, whole or one part of it. */
export function workCard(knowledge: Knowledge, person: Person, rows: WorkRows, at: string, part?: WorkPart): Card {
  const t: Say = (key, values) => say(knowledge.phrases, 'zh', key, values)
  const mine: WorkRows = {
    leads: rows.leads.filter(row => row.holder === person.id),
    visits: rows.visits.filter(row => isTheirs(row, person)),
  }
  const lines: Record<WorkPart, () => Line[]> = {
    leads: () => leadLines(t, mine.leads),
    visits: () => visitLines(t, mine.visits),
    numbers: () => numberLines(knowledge, t, person, mine, rows, at),
  }
  return {
    title: t('work.title', { name: person.name }),
    lines: WORK_PARTS.filter(one => part === undefined || one === part).flatMap(one => [
      head(t(`work.${one}`)),
      ...lines[one](),
    ]),
    note: t('work.note', { time: clockText(at) }),
  }
}

/** For somebody nobody has listed: whom to ask, with the account to be written down. */
export const unlistedCard = ({ phrases }: Knowledge, account: string): Card => ({
  title: say(phrases, 'zh', 'work.unlisted-title'),
  lines: [text(say(phrases, 'zh', 'work.unlisted', { account }))],
})

/** The words that can follow the command. */
export const workHelp = ({ phrases }: Knowledge): Card => ({
  title: say(phrases, 'zh', 'work.help-title'),
  lines: [text(say(phrases, 'zh', 'work.help')), text(say(phrases, 'en', 'work.help'))],
})

const ASKED: Readonly<Record<string, WorkPart | 'all'>> = {
  '': 'all',
  线索: 'leads',
  leads: 'leads',
  走访: 'visits',
  visits: 'visits',
  数字: 'numbers',
  numbers: 'numbers',
}

/** What was asked for after the command; undefined: show the help. */
export function readWorkPart(words: string): WorkPart | 'all' | undefined {
  const asked = words.trim().toLowerCase()
  return Object.hasOwn(ASKED, asked) ? ASKED[asked] : undefined
}
