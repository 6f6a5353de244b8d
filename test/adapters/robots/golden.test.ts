// What a group really reads: the notices of a real lead and a real visit as each robot shows them, kept as files, and searched
// for everything that tells who the company is.
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Card, Paper } from '#bot'
import type { Robot } from '../../../adapters/received.ts'
import { ERASED_CARD } from '../../../adapters/store/erase.ts'
import { WITHDRAWN_CARD } from '../../../adapters/store/recall.ts'
import { acts, applied, BANK, COMPANY, clerk, ENTERPRISE, lead, presses, staffed } from '../../support/lead-scene.ts'
import { knowledge as cast, sceneAt, TEAM } from '../../support/rights-cast.ts'
import { happen, type VirtualCase } from '../../support/virtual-case.ts'
import { ALL, openRobots } from './world.ts'

const SECRET_WORDS = '我们去年营收其实只有八百万，请先别外传'
const PAPER: Paper = { id: 'p'.repeat(22), name: '苏州某某营业执照.pdf', type: 'application/pdf', bytes: 1_000 }

/** Cards that reached desks, in order. */
const cardsOf = ({ posts }: VirtualCase): Card[] =>
  posts.flatMap(({ post }) => (post.to.kind === 'desk' ? [post.card] : []))

/** A lead from its first card to words and a paper in its thread, taken by 甲. */
function leadLife(): VirtualCase {
  const knowledge = staffed()
  const scene = applied(knowledge)
  acts(knowledge, scene, clerk('甲', BANK, 'UJIA'), 'take')
  presses(knowledge, scene, `rp:${lead(scene).id}`)
  happen(knowledge, scene, ENTERPRISE, { kind: 'text', text: SECRET_WORDS })
  happen(knowledge, scene, ENTERPRISE, { kind: 'paper', paper: PAPER })
  return scene
}

const told = (cards: readonly Card[]) => cards.flatMap(({ notice }) => (notice ? [notice] : []))
const [newLead, words, paper] = told(cardsOf(leadLife()))
const [newVisit] = told(cardsOf(sceneAt('visit', TEAM, [])))
const NOTICES = {
  'new-lead': newLead,
  'new-words': words,
  'new-paper': paper,
  'new-visit': newVisit,
  withdrawn: WITHDRAWN_CARD.notice,
  erased: ERASED_CARD.notice,
}

describe.each(ALL)('%s', (robot: Robot) => {
  test.each(Object.entries(NOTICES))('%s looks as it did', async (name, notice) => {
    if (!notice) throw new Error('nothing is told')
    const world = await openRobots()
    expect(await world.send(robot, notice)).toEqual({ is: 'sent' })
    const [body] = world.server.shown(world.token(robot))
    const golden = path.join(import.meta.dirname, 'golden', `${robot}-${name}.json`)
    await expect(`${JSON.stringify(body, null, 2)}\n`).toMatchFileSnapshot(golden)
  })

  test('nothing tells who it is, whatever happened in the thread', async () => {
    const world = await openRobots()
    for (const notice of told([...cardsOf(leadLife()), ...visitLife()]))
      expect((await world.send(robot, notice)).is).toBe('sent')
    const shown = JSON.stringify(world.server.shown(world.token(robot)))
    const who = [COMPANY['company.name'], COMPANY['company.uscc'], COMPANY['contact.name'], COMPANY['contact.phone']]
    for (const secret of [...who, SECRET_WORDS.slice(0, 8), PAPER.name.slice(0, 6), PAPER.id, '甲', '乙'])
      expect([secret, shown.includes(secret)]).toEqual([secret, false])
  })
})

/** A visit that is taken, given a time, confirmed and called off again. */
function visitLife(): Card[] {
  const scene = sceneAt('visit', TEAM, ['take', 'at:2026-11-25T0930'])
  const visit = scene.case.visits[0]?.id ?? ''
  for (const verb of ['vc', 'vx']) happen(cast, scene, ENTERPRISE, { kind: 'press', press: `${verb}:${visit}` })
  return cardsOf(scene)
}

test('a desk is told of what waits for it, once each, and not of what it did itself', () => {
  expect(told(cardsOf(leadLife())).map(({ title }) => title)).toEqual([
    '线索 · 江苏省苏州市虎丘区 · 待领取',
    '企业有新消息',
    '企业发来材料',
  ])
  expect(told(visitLife()).map(({ title }) => title)).toMatchInlineSnapshot(`
    [
      "上门任务 · 湖北省武汉市洪山区 · 待接单",
      "走访时间企业已确认",
      "上门任务 · 湖北省武汉市洪山区 · 已取消",
    ]
  `)
})
