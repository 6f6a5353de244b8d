// A visit from the wish to the last thing agreed on: booking from both sides, nobody there, reminders in working time, the
// report that changes the score, and steps that are asked for until they are done.
import { describe, expect, test } from 'vitest'
import { visitEvent, visitList } from '#bot'
import { ENTERPRISE } from '../../support/lead-scene.ts'
import { DESKS, knowledge, OTHER_TEAM, sceneAt, TEAM, threadAt } from '../../support/rights-cast.ts'
import { drainPosts, firstTimer, happen, passTo, type VirtualCase } from '../../support/virtual-case.ts'

const SLOT = '2026-11-25T0930'
const SLOT_AT = '2026-11-25T01:30:00.000Z'
const scene = (...steps: string[]) => sceneAt('visit', TEAM, steps)
const visitIn = ({ case: { visits } }: VirtualCase) => visits[0] ?? expect.unreachable('there is no visit')
const team = (of: VirtualCase, ...words: string[]) =>
  happen(knowledge, of, DESKS[TEAM]?.owner ?? ENTERPRISE, {
    kind: 'press',
    press: ['V', threadAt(of, TEAM), ...words].join(':'),
  })
const company = (of: VirtualCase, verb: string, ...words: string[]) =>
  happen(knowledge, of, ENTERPRISE, { kind: 'press', press: [verb, threadAt(of, TEAM), ...words].join(':') })
const verbs = (of: VirtualCase) => of.events.map(({ verb }) => verb)

describe('a time', () => {
  test('is proposed, confirmed and moved by the company; each change is a new edition of the calendar entry', () => {
    const of = scene('take', `at:${SLOT}`)
    expect(visitIn(of)).toMatchObject({ state: 'scheduled', time: SLOT_AT, confirmed: false, sequence: 0 })
    company(of, 'vc')
    expect(visitIn(of)).toMatchObject({ confirmed: true, sequence: 0 })
    company(of, 'vt', '2026-11-26T1430')
    expect(visitIn(of)).toMatchObject({ time: '2026-11-26T06:30:00.000Z', confirmed: true, sequence: 1 })
    const entry = visitEvent(knowledge, of.case, visitIn(of).id, { kind: 'enterprise' })
    expect(entry).toMatchObject({ start: '2026-11-26T06:30:00.000Z', sequence: 1, minutes: 90 })
    expect(visitEvent(knowledge, of.case, visitIn(of).id, { kind: 'desk', desk: OTHER_TEAM })).toBeUndefined()
  })

  test('in the past, at night, on a Sunday or where the team is elsewhere is not taken, and says so', () => {
    for (const slot of ['2026-11-20T0930', '2026-11-25T2330', '2026-11-29T0930', '2027-03-01T0930', 'nonsense']) {
      const of = scene('take')
      drainPosts(of, TEAM)
      team(of, 'at', slot)
      expect(visitIn(of).state).toBe('accepted')
      expect(drainPosts(of, TEAM).join()).toContain('约不了')
    }
    const of = scene('take')
    of.around = { loads: {}, twins: [], booked: [{ team: TEAM, time: SLOT_AT }] }
    team(of, 'at', SLOT)
    expect(visitIn(of).state).toBe('accepted')
    of.around = { loads: {}, twins: [], booked: [{ team: OTHER_TEAM, time: SLOT_AT }] }
    team(of, 'at', SLOT)
    expect(visitIn(of).state).toBe('scheduled')
  })

  test('is reminded of once, to both, on the working day before: for a Monday that is Friday', () => {
    const of = scene('take', 'at:2026-11-30T0930')
    drainPosts(of, TEAM)
    drainPosts(of)
    expect(firstTimer(of)?.at).toBe('2026-11-27T07:00:00.000Z')
    passTo(knowledge, of, '2026-11-30T01:00:00.000Z')
    expect([drainPosts(of, TEAM), drainPosts(of)].map(posts => posts.length)).toEqual([1, 1])
  })

  test('with nobody there leads to new times without a reproach, and is counted', () => {
    const of = scene('take', `at:${SLOT}`)
    team(of, 'missed')
    expect(visitIn(of).state).toBe('scheduled')
    passTo(knowledge, of, '2026-11-25T03:00:00.000Z')
    drainPosts(of)
    team(of, 'missed')
    expect(visitIn(of)).toMatchObject({ state: 'accepted', missed: [SLOT_AT] })
    expect(visitIn(of).time).toBeUndefined()
    expect(drainPosts(of).join()).toMatch(/换个时间就好[\s\S]*上午/)
  })

  test('called off by the company ends the visit, blanks its card and stops the clock', () => {
    const of = scene('take', `at:${SLOT}`)
    company(of, 'vx')
    expect(visitIn(of).state).toBe('cancelled')
    expect(of.timers.has(`visit.${visitIn(of).id}`)).toBe(false)
    expect(drainPosts(of, TEAM).at(-2)).not.toContain('光谷大道')
    company(of, 'vt', SLOT)
    expect(visitIn(of).state).toBe('cancelled')
  })
})

describe('when nobody reacts', () => {
  test('the team is asked each working day, the company told once', () => {
    const of = scene()
    passTo(knowledge, of, '2026-11-27T09:00:00.000Z')
    const nudges = of.posts.filter(
      ({ post }) => post.to.kind === 'desk' && JSON.stringify(post.card).includes('接单，企业在等'),
    )
    expect(nudges.length).toBeGreaterThanOrEqual(3)
    expect(drainPosts(of).filter(text => text.includes('还没接单'))).toHaveLength(1)
    const hours = nudges.map(({ at }) => (new Date(at).getUTCHours() + 8) % 24)
    expect(hours.every(hour => hour >= 9 && hour < 18)).toBe(true)
  })

  test('put back by who had it, it is masked and waits again', () => {
    const of = scene('take', `at:${SLOT}`, 'release')
    expect(visitIn(of)).toMatchObject({ state: 'requested' })
    expect(visitIn(of).owner).toBeUndefined()
    expect(drainPosts(of, TEAM).at(-2)).not.toContain('光谷大道')
  })
})

describe('the report', () => {
  const reported = () => {
    const of = scene('take', `at:${SLOT}`, '@2026-11-25T03:00:00.000Z', 'report')
    happen(knowledge, of, DESKS[TEAM]?.owner ?? ENTERPRISE, {
      kind: 'text',
      text: '员工60人，研发人员20人，去年研发费用420万，发明专利8件，实用新型12件',
      thread: threadAt(of, TEAM),
    })
    for (const step of [
      'part:findings',
      'finding:0',
      'part:papers',
      'paper:rd-ledger',
      'step:rd-ledger',
      'step:templates',
      'later:templates',
    ])
      team(of, ...step.split(':'))
    return of
  }

  test('makes what was seen 走访核实, computes again, and tells both sides before and after', () => {
    const of = reported()
    drainPosts(of)
    drainPosts(of, TEAM)
    team(of, 'submit')
    expect(of.case.answers['rd.cost_last_year']).toMatchObject({ source: 'visited', value: 420_000_000 })
    for (const posts of [drainPosts(of), drainPosts(of, TEAM)]) expect(posts.join()).toMatch(/前后变化[\s\S]* → /)
    expect(visitIn(of).report).toMatchObject({ findings: [expect.any(String)], papers: ['rd-ledger'] })
  })

  test('asks for each step on its day and again some days later, until it is done', () => {
    const of = reported()
    team(of, 'submit')
    const [ledger, templates] = visitIn(of).report?.steps ?? []
    expect([ledger?.owner, templates?.owner]).toEqual(['enterprise', 'team'])
    // three days for the templates, and seven more by one press
    expect((templates?.due ?? 0) - (ledger?.due ?? 0)).toBe(10 - 30)
    passTo(knowledge, of, '2026-12-08T03:00:00.000Z')
    expect(verbs(of).filter(verb => verb === 'step-chased')).toHaveLength(1)
    passTo(knowledge, of, '2026-12-12T03:00:00.000Z')
    expect(verbs(of).filter(verb => verb === 'step-chased')).toHaveLength(2)
    team(of, 'done', 'templates')
    passTo(knowledge, of, '2026-12-24T03:00:00.000Z')
    expect(verbs(of).filter(verb => verb === 'step-chased')).toHaveLength(2)
    passTo(knowledge, of, '2026-12-26T03:00:00.000Z')
    company(of, 'vl', 'rd-ledger')
    company(of, 'vd', 'rd-ledger')
    company(of, 'vd', 'rd-ledger')
    expect(verbs(of).filter(verb => verb === 'step-done')).toHaveLength(2)
    expect(of.timers.has(`visit.${visitIn(of).id}`)).toBe(false)
  })

  test('is over with the consent: nothing is asked for any more', () => {
    const of = reported()
    team(of, 'submit')
    happen(knowledge, of, ENTERPRISE, { kind: 'press', press: `wd:${visitIn(of).consent}` })
    expect(visitIn(of).state).toBe('withdrawn')
    expect(of.timers.has(`visit.${visitIn(of).id}`)).toBe(false)
    expect(visitEvent(knowledge, of.case, visitIn(of).id, { kind: 'desk', desk: TEAM })).toBeUndefined()
  })
})

test('the list stands by park and urgency, and shows nobody who was not accepted', () => {
  const at = '2026-11-25T00:30:00.000Z'
  const waiting = scene()
  const today = sceneAt('visit', TEAM, ['take', `at:${SLOT}`], 'w')
  const card = visitList(knowledge, [waiting.case, today.case], at, TEAM)
  const text = JSON.stringify(card)
  expect(text.indexOf('今明两天')).toBeGreaterThan(0)
  expect(text.indexOf('今明两天')).toBeLessThan(text.indexOf('等人接单'))
  expect(text.split('光谷大道')).toHaveLength(2)
  expect(JSON.stringify(visitList(knowledge, [today.case], at, OTHER_TEAM))).toContain('没有要走访')
})
