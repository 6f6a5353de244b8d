// Everybody who may ever touch a lead or a visit, and scenes with one in each state, made by the real turn. How each person
// stands to each thing is written down here by hand, so that the code that works it out is tried against it.
import type { Knowledge, Sender } from '#bot'
import type { Standing } from '../../bot/rights.ts'
import { BANK, COMPANY, clerk, ENTERPRISE, MONDAY, PRODUCT, RESERVE, withPeople } from './lead-scene.ts'
import { applicant } from './rulebook.ts'
import { happen, openVirtual, passTo, type VirtualCase } from './virtual-case.ts'

export const TEAM = 'wuhan'
export const OTHER_TEAM = 'jinan'
/** a team whose people are listed */
export const LISTED_TEAM = 'quanzhou-pairs'
const REGIONS: Readonly<Record<string, string>> = { [TEAM]: '420111', [OTHER_TEAM]: '370102', [LISTED_TEAM]: '350502' }
const MINUTE_MS = 60_000

const source = { title: '示意', mark: '示意' }
const one = (name: string, desk: string, role: string, account?: string) => ({
  name,
  desk,
  role,
  source,
  ...(account ? { accounts: [account] } : {}),
})
export const knowledge: Knowledge = withPeople({
  jia: one('甲', BANK, 'clerk', 'UJIA'),
  yi: one('乙', BANK, 'clerk', 'UYI'),
  head: one('主管', BANK, 'manager', 'UHEAD'),
  bing: one('丙', RESERVE, 'clerk', 'UBING'),
  ding: one('丁', RESERVE, 'clerk', 'UDING'),
  chief: one('行长', RESERVE, 'manager', 'UCHIEF'),
  chen: one('陈工', LISTED_TEAM, 'clerk', 'UCHEN'),
  lin: one('林工', LISTED_TEAM, 'clerk', 'ULIN'),
  captain: one('队长', LISTED_TEAM, 'manager', 'UCAPTAIN'),
})

/** desks: the two of a scene; `here` is where its thing is */
export type Kind = 'lead' | 'visit'
interface Desk {
  readonly owner: Sender
  readonly colleague: Sender
  readonly manager?: Sender
  readonly twin?: Sender
  readonly outsider?: Sender
}
/** Banks and one team list accounts; of the other teams nobody is listed, so that everybody in the channel is one of them. */
export const DESKS: Readonly<Record<string, Desk>> = {
  [BANK]: {
    owner: clerk('甲', BANK, 'UJIA'),
    twin: clerk('甲', BANK),
    colleague: clerk('乙', BANK, 'UYI'),
    manager: clerk('主管', BANK, 'UHEAD'),
    outsider: clerk('甲', BANK, 'UGUEST'),
  },
  [RESERVE]: {
    owner: clerk('丙', RESERVE, 'UBING'),
    twin: clerk('丙', RESERVE),
    colleague: clerk('丁', RESERVE, 'UDING'),
    manager: clerk('行长', RESERVE, 'UCHIEF'),
    outsider: clerk('丙', RESERVE, 'UGUEST'),
  },
  [TEAM]: { owner: clerk('王工', TEAM), colleague: clerk('李工', TEAM) },
  [LISTED_TEAM]: {
    owner: clerk('陈工', LISTED_TEAM, 'UCHEN'),
    twin: clerk('陈工', LISTED_TEAM),
    colleague: clerk('林工', LISTED_TEAM, 'ULIN'),
    manager: clerk('队长', LISTED_TEAM, 'UCAPTAIN'),
    outsider: clerk('陈工', LISTED_TEAM, 'UGUEST'),
  },
  [OTHER_TEAM]: { owner: clerk('赵工', OTHER_TEAM), colleague: clerk('钱工', OTHER_TEAM) },
}

export interface Actor {
  readonly name: string
  readonly from: Sender
  readonly standings: readonly Standing[]
}

/** Everybody, and how each stands to a thing of `desk` that its owner has taken, or nobody yet. */
export function actorsAt(desk: string, taken: boolean): Actor[] {
  const actors: Actor[] = [
    { name: 'the company', from: ENTERPRISE, standings: ['company'] },
    { name: 'the clock', from: { kind: 'clock' }, standings: ['clock'] },
  ]
  const add = (name: string, from: Sender | undefined, standings: readonly Standing[]) =>
    from && actors.push({ name, from, standings })
  for (const [id, { owner, twin, colleague, manager, outsider }] of Object.entries(DESKS)) {
    const here = id === desk
    add(`${id} owner`, owner, here ? [taken ? 'owner' : 'free'] : ['elsewhere'])
    add(`${id} owner on another account`, twin, here ? [taken ? 'owner' : 'free'] : ['elsewhere'])
    add(`${id} colleague`, colleague, here ? [taken ? 'colleague' : 'free'] : ['elsewhere'])
    add(`${id} manager`, manager, here ? [taken ? 'colleague' : 'free', 'manager'] : ['elsewhere'])
    add(`${id} guest of the channel, with the owner's name`, outsider, here ? ['unlisted'] : ['elsewhere'])
  }
  return actors
}

const press = (scene: VirtualCase, from: Sender, words: string) =>
  happen(knowledge, scene, from, { kind: 'press', press: words })

/** The thread at a desk; throws when there is none. */
export function threadAt({ case: { leads, visits } }: VirtualCase, desk: string): string {
  const found = leads.find(lead => lead.receiver === desk) ?? visits.find(visit => visit.team === desk)
  if (!found) throw new Error(`nothing is at ${desk}`)
  return found.id
}

const pass = (scene: VirtualCase) => passTo(knowledge, scene, new Date(Date.parse(scene.now) + MINUTE_MS).toISOString())

/** A company with leads at both banks, or a visit at one team, each brought on by `steps` of its owner. */
export function sceneAt(kind: Kind, desk: string, steps: readonly string[], id = 'v'): VirtualCase {
  if (kind === 'lead') {
    const scene = openVirtual(applicant(COMPANY), MONDAY, id)
    for (const bank of [BANK, RESERVE]) {
      press(scene, ENTERPRISE, `to:${bank}:${PRODUCT}`)
      press(scene, ENTERPRISE, 'cy')
    }
    return stepOn(scene, 'L', desk, steps)
  }
  const scene = openVirtual(
    applicant({
      ...COMPANY,
      'company.region': REGIONS[desk] ?? '',
      'company.founded_on': '2018-01-01',
      'finance.revenue_last_year': '3000 万元',
      'rd.cost_last_year': '300 万元',
      'visit.topics': ['rd-ledger'],
      'contact.address': '光谷大道 1 号',
      'contact.time': '工作日上午',
    }),
    MONDAY,
    id,
  )
  press(scene, ENTERPRISE, 'vs')
  press(scene, ENTERPRISE, 'cy')
  return stepOn(scene, 'V', desk, steps)
}

/** A step is a verb with its arguments, words in quotation marks, or an instant after @ to which the clock goes on. */
function stepOn(scene: VirtualCase, verb: 'L' | 'V', desk: string, steps: readonly string[]): VirtualCase {
  const owner = DESKS[desk]?.owner
  const thread = threadAt(scene, desk)
  for (const step of steps) {
    if (!owner) throw new Error(`no such desk: ${desk}`)
    pass(scene)
    if (step.startsWith('@')) passTo(knowledge, scene, step.slice(1))
    else if (step.startsWith('"'))
      happen(knowledge, scene, owner, { kind: 'text', text: step.replaceAll('"', ''), thread })
    else press(scene, owner, `${verb}:${thread}:${step}`)
  }
  pass(scene)
  return scene
}
