// A team whose people are listed: a visit is put to one of them in working time, to the next when nobody accepts, then to the
// manager; who is away is not asked, and everybody who is asked is rung. The company hears once that it still waits.
import { expect, test } from 'vitest'
import { type Knowledge, toText } from '#bot'
import { COMPANY, clerk, ENTERPRISE, MONDAY, withPeople } from '../../support/lead-scene.ts'
import { LISTED_TEAM as TEAM } from '../../support/rights-cast.ts'
import { applicant } from '../../support/rulebook.ts'
import { happen, openVirtual, passTo, type VirtualCase } from '../../support/virtual-case.ts'

const source = { title: '示意', mark: '示意' }
const PEOPLE = {
  chen: { name: '陈工', desk: TEAM, role: 'clerk', source },
  lin: { name: '林工', desk: TEAM, role: 'clerk', source },
  captain: { name: '队长', desk: TEAM, role: 'manager', source },
}
const ALL = withPeople(PEOPLE)
const away = (who: keyof typeof PEOPLE, from: string, to = from) =>
  withPeople({ ...PEOPLE, [who]: { ...PEOPLE[who], absences: [{ from, to }] } })
/** Sunday evening, and the end of Monday, in China */
const SUNDAY = '2026-11-22T12:00:00.000Z'
const TUESDAY = '2026-11-24T01:00:00.000Z'

/** A company that asked for a visit. */
function asked(knowledge: Knowledge, at = MONDAY): VirtualCase {
  const company = {
    ...COMPANY,
    'company.region': '350502',
    'visit.topics': ['rd-ledger'],
    'contact.address': '涂门街 1 号',
    'contact.time': '工作日上午',
  }
  const scene = openVirtual(applicant(company), at)
  for (const press of ['vs', 'cy']) happen(knowledge, scene, ENTERPRISE, { kind: 'press', press })
  return scene
}
const visitIn = ({ case: { visits } }: VirtualCase) => visits[0] ?? expect.unreachable('there is no visit')
const act = (knowledge: Knowledge, of: VirtualCase, name: string, ...words: string[]) =>
  happen(knowledge, of, clerk(name, TEAM), { kind: 'press', press: ['V', visitIn(of).id, ...words].join(':') })
/** Whom posts at the desk rang, with the first words of each, since the last call. */
function rung(of: VirtualCase): string[] {
  const posts = of.posts.splice(0).filter(({ post }) => post.to.kind === 'desk')
  return posts.map(
    ({ at, post: { card } }) => `${at.slice(0, 16)} ${card.calls?.join(' ') ?? '—'} ${toText(card).split('\n')[0]}`,
  )
}
const toldOften = (of: VirtualCase) =>
  of.posts.filter(({ post }) => post.to.kind === 'enterprise' && toText(post.card).includes('还没接单')).length

test('asked for at night, it waits for the morning and is then put to one person, who is rung', () => {
  const of = asked(ALL, SUNDAY)
  expect(rung(of)).toEqual([])
  passTo(ALL, of, '2026-11-23T01:30:00.000Z')
  const first = visitIn(of).holder
  expect(['chen', 'lin']).toContain(first)
  expect(rung(of)).toEqual([`2026-11-23T01:00 ${first} ◆ 上门任务 · 福建省泉州市鲤城区 · 待接单`])
})

test('nobody accepts: reminded after half a day, the next after one, the manager after two; the company hears once', () => {
  const of = asked(ALL)
  const first = visitIn(of).holder
  const next = first === 'chen' ? 'lin' : 'chen'
  const told = () => toldOften(of)
  passTo(ALL, of, '2026-11-23T09:00:00.000Z')
  expect(of.events.map(({ verb }) => verb)).toContain('visit-nudged')
  passTo(ALL, of, '2026-11-26T01:00:00.000Z')
  expect(visitIn(of)).toMatchObject({ holder: next, asked: [first, next] })
  expect(told()).toBe(1)
  const calls = rung(of).map(line => line.split(' ')[1])
  expect(calls.slice(0, 5)).toEqual([first, first, next, next, 'captain'])
  const verbs = of.events.map(({ verb }) => verb).filter(verb => verb.startsWith('visit-'))
  expect(verbs.slice(0, 5)).toEqual([
    'visit-requested',
    'visit-nudged',
    'visit-next-person',
    'visit-nudged',
    'visit-to-manager',
  ])
})

test('who is away is neither asked nor reminded', () => {
  const monday = away('chen', '2026-11-23')
  expect(visitIn(asked(monday)).holder).toBe('lin')
  // away from the afternoon of the next day on: the next person, without a reminder first
  const holder = visitIn(asked(ALL)).holder
  const who = holder === 'chen' ? 'chen' : 'lin'
  const of = asked(ALL, '2026-11-23T06:00:00.000Z')
  const tuesday = away(who, '2026-11-24')
  passTo(tuesday, of, '2026-11-24T04:00:00.000Z')
  expect(visitIn(of).holder).not.toBe(who)
  expect(of.events.map(({ verb }) => verb)).not.toContain('visit-nudged')
})

test('who accepted it has it, whoever was asked; while they are away the manager gives it to the next', () => {
  const of = asked(ALL)
  const [first, other] = visitIn(of).holder === 'chen' ? ['chen', '林工'] : ['lin', '陈工']
  const taker = other === '林工' ? 'lin' : 'chen'
  act(ALL, of, other ?? '', 'take')
  expect(visitIn(of)).toMatchObject({ state: 'accepted', holder: taker, owner: { name: other } })
  const gone = away(taker === 'lin' ? 'lin' : 'chen', '2026-11-24', '2026-11-30')
  rung(of)
  passTo(gone, of, '2026-11-24T09:00:00.000Z')
  expect(rung(of)).toEqual([expect.stringContaining(`captain 队长，${other}休假中`)])
  act(gone, of, first === 'chen' ? '陈工' : '林工', 'release')
  expect(visitIn(of).state).toBe('accepted')
  act(gone, of, '队长', 'release')
  expect(visitIn(of)).toMatchObject({ state: 'requested' })
  expect(visitIn(of).owner).toBeUndefined()
})

test('the day before, who goes is rung, and the manager when they will be away', () => {
  const of = asked(ALL)
  const name = visitIn(of).holder === 'chen' ? '陈工' : '林工'
  const who = visitIn(of).holder ?? ''
  act(ALL, of, name, 'take')
  act(ALL, of, name, 'at', '2026-11-25T0930')
  rung(of)
  const gone = away(who === 'chen' ? 'chen' : 'lin', '2026-11-25')
  passTo(gone, of, '2026-11-24T08:00:00.000Z')
  const lines = rung(of)
  expect(lines.map(line => line.split(' ')[1])).toEqual([who, 'captain'])
  expect(Date.parse(visitIn(of).time ?? '')).toBeGreaterThan(Date.parse(TUESDAY))
})

test('somebody who is not on the list may accept where no account is listed, and nobody else counts as owner', () => {
  const of = asked(ALL)
  const asked1 = visitIn(of).holder === 'chen' ? '陈工' : '林工'
  act(ALL, of, '帮手', 'take')
  expect(visitIn(of).holder).toBeUndefined()
  act(ALL, of, asked1, 'release')
  expect(visitIn(of).state).toBe('accepted')
})
