// A lead cannot die: what happens by itself when nobody reacts, in working time, seen by the company.
import { expect, test } from 'vitest'
import { isWorkingTime } from '../../../bot/staff/working-time.ts'
import {
  acts,
  applied,
  BANK,
  clerk,
  lead,
  MONDAY,
  PRODUCT,
  presses,
  RESERVE,
  staffed,
  writes,
} from '../../support/lead-scene.ts'
import { drainPosts, happen, passTo, type VirtualCase } from '../../support/virtual-case.ts'

const knowledge = staffed()
const verbs = (scene: VirtualCase) => scene.events.map(event => event.verb)
const china = (clock: string): string => new Date(Date.parse(`${clock}:00+08:00`)).toISOString()
const inChina = (at: string | undefined) =>
  at === undefined ? '' : new Date(Date.parse(at) + 28_800_000).toISOString().slice(0, 16)

test('in working time a lead is put to one person at once, masked', () => {
  const scene = applied(knowledge)
  expect(lead(scene)).toMatchObject({ state: 'offered', asked: [expect.stringMatching(/^(jia|yi)$/)] })
  expect(lead(scene).history.map(step => step.state)).toEqual(['applied', 'offered'])
  const [card = ''] = drainPosts(scene, BANK)
  expect(card).toMatch(/请领取：[甲乙]/)
  expect(card).not.toMatch(/某某|张三|138/)
})

test('at night it waits for the morning, and the company knows', () => {
  const scene = applied(knowledge, china('2026-09-30T21:00'))
  expect(lead(scene).state).toBe('applied')
  expect(drainPosts(scene, BANK)).toEqual([])
  expect(drainPosts(scene).at(-1)).toContain('2026-10-08 09:00')
  passTo(knowledge, scene, china('2026-10-08T09:00'))
  expect(lead(scene).state).toBe('offered')
  expect(drainPosts(scene, BANK)).toHaveLength(1)
})

test('silence: nudge, next person, manager, then the company is told, and the manager again each day', () => {
  const scene = applied(knowledge)
  const first = lead(scene).holder
  passTo(knowledge, scene, china('2026-11-24T17:00'))
  const steps = scene.events.filter(event => event.verb.startsWith('lead-'))
  expect(steps.map(({ at, verb }) => `${inChina(at)} ${verb}`)).toEqual([
    '2026-11-23T09:00 lead-applied',
    '2026-11-23T09:00 lead-offered',
    '2026-11-23T10:30 lead-nudged',
    '2026-11-23T13:30 lead-next-person',
    '2026-11-23T15:00 lead-to-manager',
    '2026-11-23T17:00 lead-nobody',
    '2026-11-24T17:00 lead-to-manager',
  ])
  expect(lead(scene).asked).toEqual([first, first === 'jia' ? 'yi' : 'jia'])
  const told = drainPosts(scene).join('\n')
  expect(told).toMatch(/还没有动静，已请他们的主管安排/)
  expect(told).toMatch(/暂时没有人领取/)
  // people are told together, several leads in one message: the thread itself stays quiet
  expect(drainPosts(scene, BANK).filter(card => !card.startsWith('◆'))).toEqual([])
})

test('the reserve gets it when nobody takes it: only with its own consent, and the first card is blanked', () => {
  const scene = applied(knowledge)
  presses(knowledge, scene, `sb:${RESERVE}:${PRODUCT}`)
  presses(knowledge, scene, 'cy')
  expect(scene.case.leads).toHaveLength(1)
  passTo(knowledge, scene, china('2026-11-23T17:00'))
  expect(scene.case.leads.map(one => `${one.receiver} ${one.state}`).toSorted()).toEqual([
    `${BANK} passed`,
    `${RESERVE} offered`,
  ])
  expect(drainPosts(scene, BANK).at(-1)).toContain('内容已清空')
  expect(drainPosts(scene).at(-1)).toContain('已按您的授权转给')
})

test('a withdrawn reserve is never used', () => {
  const scene = applied(knowledge)
  presses(knowledge, scene, `sb:${RESERVE}:${PRODUCT}`)
  presses(knowledge, scene, 'cy')
  const consent = scene.case.consents.find(one => one.receiver === RESERVE)
  presses(knowledge, scene, `wd:${consent?.id}`)
  passTo(knowledge, scene, china('2026-12-01T17:00'))
  expect(scene.case.leads.map(one => one.receiver)).toEqual([BANK])
  expect(drainPosts(scene, RESERVE)).toEqual([])
})

test('who is away is not asked and not reminded', () => {
  const away = staffed({ jia: { absences: [{ from: '2026-11-23', to: '2026-11-23' }] } })
  const scene = applied(away)
  expect(lead(scene).asked).toEqual(['yi'])
  const fallsIll = staffed({ yi: { absences: [{ from: '2026-11-24', to: '2026-11-24' }] } })
  acts(away, scene, clerk('乙'), 'take')
  passTo(fallsIll, scene, china('2026-11-24T09:00'))
  expect(verbs(scene)).toContain('lead-to-manager')
  expect(verbs(scene)).not.toContain('lead-nudged')
})

test('a lead that was taken and then left alone goes back for the next person, masked again', () => {
  const scene = applied(knowledge)
  acts(knowledge, scene, clerk('甲'), 'take')
  expect(drainPosts(scene, BANK).join('\n')).toContain('张三')
  passTo(knowledge, scene, china('2026-11-26T09:00'))
  expect(
    verbs(scene)
      .filter(verb => verb.startsWith('lead-'))
      .slice(-3),
  ).toEqual(['lead-nudged', 'lead-to-manager', 'lead-put-back'])
  expect(lead(scene)).toMatchObject({ state: 'offered' })
  expect(lead(scene).owner).toBeUndefined()
  const cards = drainPosts(scene, BANK)
  expect(cards.filter(card => card.startsWith('◆')).at(-1)).not.toContain('张三')
  expect(drainPosts(scene).at(-1)).toContain('换人接手')
})

test('every act of the owner starts the waiting anew; later puts it off for working days', () => {
  const scene = applied(knowledge)
  acts(knowledge, scene, clerk('甲'), 'take')
  passTo(knowledge, scene, china('2026-11-23T16:00'))
  writes(knowledge, scene, clerk('甲'), '您好，明天上午给您电话')
  expect(inChina(lead(scene).due)).toBe('2026-11-24T16:00')
  acts(knowledge, scene, clerk('甲'), 'snooze', '3')
  expect(inChina(lead(scene).due)).toBe('2026-11-26T16:00')
  presses(knowledge, scene, 'st')
  expect(drainPosts(scene).at(-1)).toContain('对方 2026-11-26 16:00 继续办理')
  passTo(knowledge, scene, china('2026-11-26T15:00'))
  expect(verbs(scene)).not.toContain('lead-nudged')
  passTo(knowledge, scene, china('2026-11-26T16:00'))
  expect(verbs(scene)).toContain('lead-nudged')
})

test('the one month: warned before, the company told when it is over; what nobody took ends', () => {
  const scene = applied(knowledge)
  acts(knowledge, scene, clerk('甲'), 'take')
  acts(knowledge, scene, clerk('甲'), 'intent')
  passTo(knowledge, scene, china('2026-12-25T18:00'))
  const desk = drainPosts(scene, BANK).join('\n')
  expect(desk).toContain('离一个月的办理时限还有 5 天')
  expect(desk).toContain('已满 30 天')
  expect(drainPosts(scene).join('\n')).toContain('已满 30 天还没有答复')
  const silent = applied(knowledge)
  passTo(knowledge, silent, china('2026-12-25T18:00'))
  expect(lead(silent).state).toBe('passed')
  expect([...silent.timers.keys()]).toEqual([])
})

test('after a standstill a step waits for working time', () => {
  const scene = applied(knowledge)
  scene.now = china('2026-11-23T23:00')
  happen(knowledge, scene, { kind: 'clock' }, { kind: 'tick', what: `lead:${lead(scene).id}` })
  expect(verbs(scene)).not.toContain('lead-nudged')
  expect(inChina(scene.timers.get(`lead.${lead(scene).id}`)?.at)).toBe('2026-11-24T09:00')
})

test('whatever staff do and however long they wait: one deadline per open lead, and desks hear in working time only', () => {
  const script = [
    'take',
    'talking',
    'unreachable',
    'block',
    'blocked:quota',
    'intent',
    'back',
    'take',
    'hand',
    'to:yi',
    'snooze:5',
  ]
  const scene = applied(knowledge)
  const schedule = { calendar: knowledge.calendar, hours: knowledge.staffing.hours }
  for (const [index, step] of script.entries()) {
    passTo(knowledge, scene, new Date(Date.parse(MONDAY) + (index + 1) * 26 * 3_600_000).toISOString())
    const acted = scene.posts.length
    acts(knowledge, scene, clerk(index < 8 ? '甲' : '主管'), ...step.split(':'))
    scene.posts.splice(acted)
    for (const one of scene.case.leads)
      expect([...scene.timers.keys()].includes(`lead.${one.id}`)).toBe(one.due !== undefined)
  }
  passTo(knowledge, scene, '2027-03-01T00:00:00.000Z')
  const late = scene.posts.filter(({ at, post }) => post.to.kind === 'desk' && !isWorkingTime(schedule, at))
  expect(late).toEqual([])
})
