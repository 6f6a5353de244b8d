// A company that applied at a bank with listed people, on the clock of test/support/virtual-case.ts.
import type { Case, Knowledge, Sender } from '#bot'
import type { DataProblem } from '#engine'
import { loadData } from '../../adapters/files/load.ts'
import { PEOPLE_FILE, parseStaffing } from '../../bot/staff/people.ts'
import { applicant } from './rulebook.ts'
import { happen, openVirtual, type VirtualCase } from './virtual-case.ts'

export const PRODUCT = 'jiangsu/points-loan'
export const BANK = 'bank-of-jiangsu'
export const RESERVE = 'bank-of-nanjing'
/** Monday, 09:00 in China */
export const MONDAY = '2026-11-23T01:00:00.000Z'

const source = { title: '示意', mark: '示意' }
const person = (name: string, role: string, more: object = {}) => ({ name, desk: BANK, role, source, ...more })
const PEOPLE = {
  hours: ['09:00-12:00', '13:30-17:30'],
  branches: {},
  people: {
    jia: person('甲', 'clerk', { accounts: ['UJIA'] }),
    yi: person('乙', 'clerk'),
    head: person('主管', 'manager'),
  },
}

const { knowledge, rulebook, catalogue } = loadData()

/** The real knowledge with other people at the desks. Throws on a faulty list. */
export function withPeople(people: object): Knowledge {
  const problems: DataProblem[] = []
  const content = { ...PEOPLE, people }
  const staffing = parseStaffing({ file: PEOPLE_FILE, content }, rulebook, catalogue, problems)
  if (problems.length > 0) throw new Error(problems.map(one => `${one.path.join('.')}: ${one.message}`).join('\n'))
  return { ...knowledge, staffing }
}

export const staffed = (change: Record<string, object> = {}): Knowledge =>
  withPeople(Object.fromEntries(Object.entries(PEOPLE.people).map(([id, one]) => [id, { ...one, ...change[id] }])))

/** Everything a consent asks for. */
export const COMPANY = {
  'company.name': '苏州某某智能科技有限公司',
  'company.uscc': '91320500MA1WXYT889',
  'company.region': '320505',
  'need.amount': '300 万元',
  'need.term': '12 个月',
  'need.purpose': ['working-capital'],
  'contact.role': 'authorised-agent',
  'contact.name': '张三',
  'contact.phone': '13800138000',
}

export const ENTERPRISE: Sender = { kind: 'enterprise' }
export const clerk = (name: string, desk = BANK, account = `web:${name}`): Sender => ({
  kind: 'staff',
  desk,
  person: account,
  name,
})

/** The company presses a button. */
export const presses = (know: Knowledge, scene: VirtualCase, press: string) =>
  happen(know, scene, ENTERPRISE, { kind: 'press', press })

/** Staff press a button of the newest lead. */
export const acts = (know: Knowledge, scene: VirtualCase, who: Sender, ...words: string[]) =>
  happen(know, scene, who, { kind: 'press', press: ['L', lead(scene).id, ...words].join(':') })

export const writes = (know: Knowledge, scene: VirtualCase, who: Sender, text: string) =>
  happen(know, scene, who, { kind: 'text', text, thread: lead(scene).id })

/** The newest lead; throws when there is none. */
export function lead(scene: VirtualCase): Case['leads'][number] {
  const newest = scene.case.leads
    .toSorted((a, b) => Date.parse(a.history[0]?.at ?? '') - Date.parse(b.history[0]?.at ?? ''))
    .at(-1)
  if (!newest) throw new Error('there is no lead')
  return newest
}

/** A company that has agreed to its data going to the bank. */
export function applied(know: Knowledge, at = MONDAY, id = 'v'): VirtualCase {
  const scene = openVirtual(applicant(COMPANY), at, id)
  presses(know, scene, `to:${BANK}:${PRODUCT}`)
  presses(know, scene, 'cy')
  return scene
}
