// Who may do what: the one table that every door asks — the chat, the desks, Slack, the web server, the command line. It says
// nothing about when something makes sense; that is for the lead, the visit and the talk. docs/rights.md explains each row.
// (long: one table, which is read and reviewed as a whole)
import type { Incoming, Sender } from './ports.ts'
import { readPress, type Verb } from './press.ts'
import type { Person, Staffing } from './staff/people.ts'
import { isStaffed, listsAccounts, personOf } from './staff/roster.ts'

/** How somebody stands to one thing. One person may stand in several ways: a manager can be the owner, too. */
export const STANDINGS = [
  /** the company, in its own chat, with its own case */
  'company',
  /** somebody of the desk while nobody has taken the lead or visit */
  'free',
  /** who has taken it */
  'owner',
  /** somebody of the desk when somebody else has taken it */
  'colleague',
  /** listed as manager of the desk */
  'manager',
  /** somebody of the desk towards their own work and the desk as a whole; where nobody is listed, whoever is there */
  'listed',
  /** in the desk's channel, but not on the list of a desk that lists accounts */
  'unlisted',
  /** of another desk */
  'elsewhere',
  /** a timer of the case */
  'clock',
  /** at this machine's own browser */
  'local',
  /** there, too, while the desk page has no sign-in and no proxy is announced */
  'demo',
  /** signed in at the desk page: for the desks of that person only */
  'staff',
  /** shows the token for the metrics */
  'watcher',
  /** runs commands on the server */
  'operator',
  /** everybody else, unknown */
  'stranger',
] as const
export type Standing = (typeof STANDINGS)[number]

const COMPANY = ['company'] as const
const OWNER = ['owner'] as const
const OWNER_OR_FREE = ['owner', 'free'] as const
const OWNER_OR_MANAGER = ['owner', 'manager'] as const
const LISTED = ['listed'] as const
const MANAGER = ['manager'] as const
const DESK = ['demo', 'staff'] as const
const OPERATOR = ['operator'] as const
const ANYBODY = STANDINGS

export const RIGHTS = {
  /** a company's talk with the bot */
  talk: { open: COMPANY, say: COMPANY, steer: COMPANY },
  answers: { give: COMPANY, see: COMPANY, restart: COMPANY },
  results: { see: COMPANY },
  consent: { ask: COMPANY, untick: COMPANY, give: COMPANY, refuse: COMPANY, list: COMPANY, withdraw: COMPANY },
  data: { export: COMPANY, delete: COMPANY },
  news: { choose: COMPANY },
  timer: { ring: ['clock'] },
  /** a lead: the company's verbs, the desk's buttons by their names, and `words` typed into its thread */
  lead: {
    follow: COMPANY,
    reply: COMPANY,
    reach: COMPANY,
    rate: COMPANY,
    take: ['free'],
    refuse: OWNER_OR_FREE,
    refused: OWNER_OR_FREE,
    papers: OWNER,
    requests: OWNER,
    request: OWNER,
    end: OWNER,
    resume: OWNER,
    visit: OWNER,
    talking: OWNER,
    intent: OWNER,
    granted: OWNER,
    paid: OWNER,
    later: OWNER,
    snooze: OWNER,
    hand: OWNER_OR_MANAGER,
    to: OWNER_OR_MANAGER,
    back: OWNER_OR_MANAGER,
    unreachable: OWNER,
    block: OWNER,
    blocked: OWNER,
    words: OWNER,
  },
  /** a visit: the company's verbs, the team's buttons by their names, and `words` typed into its thread */
  visit: {
    time: COMPANY,
    cancel: COMPANY,
    step: OWNER,
    'own-step': COMPANY,
    take: ['free'],
    release: OWNER_OR_MANAGER,
    at: OWNER,
    missed: OWNER,
    report: OWNER,
    part: OWNER,
    topic: OWNER,
    fact: OWNER,
    finding: OWNER,
    paper: OWNER,
    later: OWNER,
    submit: OWNER,
    requests: OWNER,
    request: OWNER,
    done: OWNER,
    again: OWNER,
    words: OWNER,
  },
  paper: { send: COMPANY },
  /** what one person has in hand: home tab, command and shortcut of Slack; `help` and how to get on the list for everybody */
  work: { own: LISTED, team: MANAGER, help: ANYBODY },
  /** a desk has us ask companies that listen */
  'pre-offer': { look: MANAGER, send: MANAGER },
  /** doors of the web server */
  page: { read: ANYBODY },
  session: { begin: ANYBODY },
  chat: { read: COMPANY, send: COMPANY, export: COMPANY },
  sign: { show: ANYBODY, in: ANYBODY, out: ['staff'] },
  desk: { read: DESK, act: DESK },
  hook: { call: ANYBODY },
  health: { read: ANYBODY },
  metrics: { read: ['local', 'watcher'] },
  /** commands that open the database */
  command: {
    serve: OPERATOR,
    talk: OPERATOR,
    leads: OPERATOR,
    visits: OPERATOR,
    invite: OPERATOR,
    desk: OPERATOR,
    dead: OPERATOR,
    audit: OPERATOR,
    keys: OPERATOR,
    restored: OPERATOR,
    export: OPERATOR,
  },
} as const satisfies Record<string, Record<string, readonly Standing[]>>

type Rights = typeof RIGHTS
type Thing = keyof Rights
/** "lead.take" */
export type Right = { [thing in Thing]: `${thing}.${keyof Rights[thing] & string}` }[Thing]
export type LeadVerb = Exclude<keyof Rights['lead'], 'follow' | 'reply' | 'reach' | 'rate' | 'words'>
export type VisitVerb = Exclude<keyof Rights['visit'], 'time' | 'cancel' | 'own-step' | 'words'>

const ALLOWED: ReadonlyMap<string, readonly Standing[]> = new Map(
  Object.entries(RIGHTS).flatMap(([thing, verbs]) =>
    Object.entries(verbs).map(([verb, standings]) => [`${thing}.${verb}`, standings] as const),
  ),
)

/** Every right there is, in the table's order. */
export const ALL_RIGHTS: readonly string[] = [...ALLOWED.keys()]

/** Whether somebody who stands so may do it. What is not in the table nobody may do. */
export function may(standings: readonly Standing[], right: string): boolean {
  return ALLOWED.get(right)?.some(one => standings.includes(one)) ?? false
}

/** What a company's buttons need. Those of desks carry their own verb. */
const PRESSES: Readonly<Record<Exclude<Verb, 'L' | 'V'>, Right>> = {
  a: 'answers.give',
  m: 'answers.give',
  md: 'answers.give',
  ls: 'answers.give',
  k: 'answers.give',
  v: 'answers.give',
  vn: 'answers.give',
  vo: 'answers.give',
  py: 'answers.give',
  pn: 'answers.give',
  s: 'answers.give',
  e: 'answers.give',
  b: 'answers.give',
  o: 'talk.steer',
  w: 'talk.steer',
  go: 'talk.steer',
  q: 'talk.steer',
  h: 'talk.steer',
  lang: 'talk.steer',
  i: 'talk.steer',
  r: 'answers.see',
  x: 'results.see',
  xr: 'results.see',
  pl: 'results.see',
  p: 'results.see',
  sc: 'results.see',
  ap: 'consent.ask',
  to: 'consent.ask',
  vs: 'consent.ask',
  sl: 'consent.ask',
  sb: 'consent.ask',
  ct: 'consent.untick',
  cy: 'consent.give',
  cn: 'consent.refuse',
  rv: 'consent.list',
  wd: 'consent.withdraw',
  st: 'lead.follow',
  rp: 'lead.reply',
  te: 'lead.reply',
  fl: 'paper.send',
  fn: 'paper.send',
  vc: 'visit.time',
  vm: 'visit.time',
  vt: 'visit.time',
  vx: 'visit.cancel',
  vd: 'visit.own-step',
  vl: 'visit.own-step',
  lr: 'lead.reach',
  fb: 'lead.rate',
  ex: 'data.export',
  dd: 'data.delete',
  dy: 'data.delete',
  dn: 'data.delete',
  rs: 'answers.restart',
  ry: 'answers.restart',
  rn: 'answers.restart',
  qt: 'news.choose',
  nw: 'news.choose',
}

/** The right that a button needs; undefined when it is none of ours. */
export function rightOfPress(written: string): string | undefined {
  const found = readPress(written)
  if (!found) return undefined
  if (found.verb === 'L') return `lead.${found.args[1] ?? ''}`
  if (found.verb === 'V') return `visit.${found.args[1] ?? ''}`
  return PRESSES[found.verb]
}

/** The right that an event in a chat needs. */
export function rightOf(incoming: Incoming): string {
  if (incoming.kind === 'press') return rightOfPress(incoming.press) ?? ''
  if (incoming.kind === 'text') return 'talk.say'
  if (incoming.kind === 'paper') return 'paper.send'
  return incoming.kind === 'tick' ? 'timer.ring' : 'talk.open'
}

/** A lead or visit, as far as rights go. */
export interface Held {
  readonly desk: string
  readonly owner?: { readonly person: string } | undefined
  /** listed person who owns it, or is asked to take it */
  readonly holder?: string | undefined
}

/** How staff stand to a lead or visit, from the list of people as it is now. */
export function standingsOf(
  staffing: Staffing,
  staff: Extract<Sender, { kind: 'staff' }>,
  held: Held,
): readonly Standing[] {
  if (staff.desk !== held.desk) return ['elsewhere']
  const person = personOf(staffing, staff)
  if (!person && listsAccounts(staffing, held.desk)) return ['unlisted']
  const manager: readonly Standing[] = person?.role === 'manager' ? ['manager'] : []
  if (!held.owner) return ['free', ...manager]
  // by the same account, or by another account of the same listed person
  const own = held.owner.person === staff.person || (person !== undefined && person.id === held.holder)
  return [own ? 'owner' : 'colleague', ...manager]
}

/** How a listed person stands to their desk as a whole and to their own work. */
export const standingsOfListed = ({ role }: Person): readonly Standing[] =>
  role === 'manager' ? ['listed', 'manager'] : ['listed']

/** How staff stand to their desk as a whole and to their own work. Where nobody is listed, whoever is there runs the desk. */
export function deskStandings(staffing: Staffing, staff: Extract<Sender, { kind: 'staff' }>): readonly Standing[] {
  const person = personOf(staffing, staff)
  if (!person) return isStaffed(staffing, staff.desk) ? ['unlisted'] : ['listed', 'manager']
  return standingsOfListed(person)
}
