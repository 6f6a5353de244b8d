// The forms of a visit: any free time, and the whole report at once — the same effect as press by press, the same rights.
import { describe, expect, test } from 'vitest'
import type { FormValues, Sender } from '#bot'
import { formFor } from '#bot'
import { may } from '../../../bot/rights.ts'
import { actorsAt, DESKS, knowledge, sceneAt, TEAM, threadAt } from '../../support/rights-cast.ts'
import { drainPosts, happen, type VirtualCase } from '../../support/virtual-case.ts'

const owner = DESKS[TEAM]?.owner
if (!owner) throw new Error('the team has no owner')

const pressOf = (scene: VirtualCase, verb: string) => `V:${threadAt(scene, TEAM)}:${verb}`
const fills = (scene: VirtualCase, who: Sender, verb: string, values: FormValues) =>
  happen(knowledge, scene, who, { kind: 'form', press: pressOf(scene, verb), values })
const looks = (scene: VirtualCase, who: Sender, verb: string) =>
  who.kind === 'staff'
    ? formFor({ knowledge, case: scene.case, from: who, press: pressOf(scene, verb), at: scene.now })
    : undefined
const visit = (scene: VirtualCase) => scene.case.visits[0]

describe('setting any time', () => {
  test('a free time in working hours is set, and the company is asked', () => {
    const scene = sceneAt('visit', TEAM, ['take'])
    expect(looks(scene, owner, 'at')?.fields.map(field => field.kind)).toEqual(['date', 'time'])
    drainPosts(scene)
    fills(scene, owner, 'at', { day: ['2026-11-26'], hour: ['10:15'] })
    expect(visit(scene)).toMatchObject({ state: 'scheduled', time: '2026-11-26T02:15:00.000Z' })
    expect(drainPosts(scene).join('\n')).toContain('11月26日 10:15')
  })

  test.each([
    ['a Sunday', '2026-11-29', '10:00'],
    ['the night', '2026-11-26', '22:00'],
    ['the past', '2026-11-20', '10:00'],
    ['next year', '2027-06-01', '10:00'],
  ])('%s is not set', (_what, day, hour) => {
    const scene = sceneAt('visit', TEAM, ['take'])
    fills(scene, owner, 'at', { day: [day], hour: [hour] })
    expect(visit(scene)?.time).toBeUndefined()
    expect(drainPosts(scene, TEAM).at(-1)).toContain('请换一个')
  })

  test('where there is no form, the button offers the next free times', () => {
    const scene = sceneAt('visit', TEAM, ['take'])
    happen(knowledge, scene, owner, { kind: 'press', press: pressOf(scene, 'at') })
    expect(visit(scene)?.state).toBe('accepted')
    expect(
      scene.posts
        .at(-1)
        ?.post.card.buttons?.flat()
        .every(button => button.press.includes(':at:2026-')),
    ).toBe(true)
  })
})

describe('the whole report', () => {
  test('does what the same ticks one by one do', () => {
    const steps = ['topic:subsidy', 'fact:rd.cost_last_year', 'finding:0', 'paper:rd-ledger', 'step:templates']
    const byPress = sceneAt('visit', TEAM, ['take', 'report', ...steps, '"设备款 80 万"', 'submit'])
    const byForm = sceneAt('visit', TEAM, ['take', ...steps.map(() => '@2026-11-23T01:00:00.000Z')])
    const form = looks(byForm, owner, 'report')
    expect(form?.fields.map(field => field.name)).toEqual(['topics', 'facts', 'findings', 'papers', 'steps', 'note'])
    const findings = form?.fields.find(field => field.name === 'findings')
    const problem = findings?.kind === 'choices' ? findings.options[0]?.value : undefined
    fills(byForm, owner, 'report', {
      topics: ['rd-ledger', 'subsidy'],
      facts: ['rd.cost_last_year'],
      findings: [problem ?? ''],
      papers: ['rd-ledger'],
      steps: ['templates'],
      note: ['设备款 80 万'],
    })
    const { facts: ticked, ...rest } = visit(byPress)?.report ?? { facts: {} }
    const { facts: filled, ...same } = visit(byForm)?.report ?? { facts: {} }
    expect(visit(byForm)?.state).toBe('reported')
    expect({ ...same, part: undefined }).toEqual({ ...rest, part: undefined })
    expect(Object.keys(filled)).toEqual(Object.keys(ticked))
    expect(byForm.case.answers['rd.cost_last_year']?.source).toBe('visited')
    expect(drainPosts(byForm).join('\n')).toContain('设备款 80 万')
  })

  test('what was not offered reports nothing', () => {
    const scene = sceneAt('visit', TEAM, ['take'])
    fills(scene, owner, 'report', { facts: ['contact.phone'] })
    expect(visit(scene)?.state).toBe('accepted')
    expect(drainPosts(scene, TEAM).at(-1)).toContain('没有记录任何内容')
  })
})

test('everybody × every form: opened and taken as the table of rights says', () => {
  const wrong: string[] = []
  for (const [verb, values] of [
    ['at', { day: ['2026-11-26'], hour: ['10:15'] }],
    ['report', { note: ['看过'] }],
  ] as const)
    for (const { name, from, standings } of actorsAt(TEAM, true)) {
      const scene = sceneAt('visit', TEAM, ['take'])
      const before = scene.case.visits
      const allowed = may(standings, `visit.${verb}`)
      if ((looks(scene, from, verb) !== undefined) !== allowed) wrong.push(`${name} opens ${verb}`)
      if (from.kind !== 'clock') fills(scene, from, verb, values)
      if ((scene.case.visits !== before) !== allowed) wrong.push(`${name} fills ${verb}`)
    }
  expect(wrong).toEqual([])
})
