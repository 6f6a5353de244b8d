// Who lives in the simulated month: twelve institutions with forty people, some of them away or silent, and two thousand
// companies. Everything is made up from one seed, so that a run can be repeated.
import type { Case, Knowledge } from '#bot'
import type { DataProblem } from '#engine'
import { loadData } from '../../adapters/files/load.ts'
import { PEOPLE_FILE, type Person, parseStaffing } from '../../bot/staff/people.ts'
import { applicant } from '../support/rulebook.ts'

/** desk → a product it offers there, and the division its companies come from */
const DESKS = [
  ['icbc', 'national/specialised-sme-loan', '110108'],
  ['abc', 'national/specialised-sme-loan', '510104'],
  ['boc', 'national/specialised-sme-loan', '420111'],
  ['ccb', 'national/specialised-sme-loan', '440305'],
  ['psbc', 'national/specialised-sme-loan', '370102'],
  ['cib', 'national/specialised-sme-loan', '350582'],
  ['bank-of-jiangsu', 'jiangsu/points-loan', '320505'],
  ['bank-of-nanjing', 'jiangsu/points-loan', '320505'],
  ['boc-jiangsu', 'jiangsu/points-loan', '320505'],
  ['icbc-hangzhou', 'hangzhou-binjiang/innovation-points-loan', '330108'],
  ['hangzhou-united-bank', 'hangzhou-binjiang/innovation-points-loan', '330108'],
  ['bank-of-hangzhou', 'hangzhou-binjiang/innovation-points-loan', '330108'],
] as const

export const STAFF = 40
/** How somebody reacts: soon, after hours, or not at all. */
export type Habit = 'prompt' | 'slow' | 'silent'
const HABITS: readonly Habit[] = [
  'prompt',
  'prompt',
  'slow',
  'prompt',
  'silent',
  'slow',
  'prompt',
  'slow',
  'prompt',
  'silent',
]
const source = { title: '模拟', mark: '示意' }

export interface Town {
  readonly knowledge: Knowledge
  readonly habits: ReadonlyMap<string, Habit>
  readonly people: readonly Person[]
}

/** One manager a desk, the other people clerks in turn. Every third is away for some days of the month. */
function writtenPeople(random: () => number): Record<string, object> {
  const people: Record<string, object> = {}
  for (let index = 0; index < STAFF; index++) {
    const [desk] = DESKS[index % DESKS.length] ?? DESKS[0]
    const first = 21 + Math.floor(random() * 9)
    const absences =
      index % 3 === 2
        ? [
            { from: `2026-09-${first}`, to: '2026-09-30' },
            { from: '2026-10-12', to: '2026-10-13' },
          ]
        : []
    const role = index < DESKS.length ? 'manager' : 'clerk'
    people[`p${index}`] = { name: `模拟${index}`, desk, role, absences, digest: '09:00', source }
  }
  return people
}

/** The town of one seed, over the project's real data. */
export function openTown(random: () => number): Town {
  const { knowledge, rulebook, catalogue } = loadData()
  const problems: DataProblem[] = []
  const content = { hours: ['09:00-12:00', '13:30-17:30'], branches: {}, people: writtenPeople(random) }
  const staffing = parseStaffing({ file: PEOPLE_FILE, content }, rulebook, catalogue, problems)
  if (problems.length > 0) throw new Error(problems.map(one => `${one.path.join('.')}: ${one.message}`).join('\n'))
  const people = [...staffing.people.values()]
  const habits = new Map(people.map((person, index) => [person.id, HABITS[index % HABITS.length] ?? 'prompt']))
  return { knowledge: { ...knowledge, staffing }, habits, people }
}

export interface Firm {
  readonly answers: Case['answers']
  readonly desk: string
  readonly product: string
  /** agreed to beforehand, when nobody takes it */
  readonly reserve?: string | undefined
}

/** One company: where it applies, and whether it names a reserve of the same kind. */
export function openFirm(index: number, random: () => number): Firm {
  const at = Math.floor(random() * DESKS.length)
  const [desk, product, place] = DESKS[at] ?? DESKS[0]
  const others = DESKS.filter(([id, offered]) => id !== desk && offered === product)
  const other = others[Math.floor(random() * others.length)]
  return {
    desk,
    product,
    reserve: random() < 0.4 ? other?.[0] : undefined,
    answers: applicant({
      'company.name': `模拟企业${index}`,
      'company.region': place,
      'need.amount': `${50 + Math.floor(random() * 900)} 万元`,
      'need.term': '12 个月',
      'need.purpose': ['working-capital'],
      'contact.role': 'authorised-agent',
      'contact.name': '模拟联系人',
      'contact.phone': '13800138000',
    }),
  }
}
