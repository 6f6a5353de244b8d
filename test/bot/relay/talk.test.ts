// Words, requests and papers between a company and a desk: only when it was taken and consented, seen or not, and a clean end.
import { describe, expect, test } from 'vitest'
import type { Outcome, Sender } from '#bot'
import { turn } from '#bot'
import { acts, applied, BANK, clerk, ENTERPRISE, lead, presses, staffed, writes } from '../../support/lead-scene.ts'
import { drainPosts, happen, type VirtualCase } from '../../support/virtual-case.ts'

const knowledge = staffed()
const OWNER = clerk('甲')
const taken = (): VirtualCase => {
  const scene = applied(knowledge)
  acts(knowledge, scene, OWNER, 'take')
  drainPosts(scene)
  drainPosts(scene, BANK)
  return scene
}
const says = (scene: VirtualCase, text: string) => happen(knowledge, scene, ENTERPRISE, { kind: 'text', text })
const PAPER = { id: 'p1', name: '审计报告.pdf', type: 'application/pdf', bytes: 2_000_000 }
function sendsPaper(scene: VirtualCase, paper = PAPER): Outcome {
  const from: Sender = ENTERPRISE
  const outcome = turn(knowledge, scene.case, {
    eventId: `p${scene.count++}`,
    at: scene.now,
    from,
    kind: 'paper',
    paper,
  })
  scene.case = outcome.case
  for (const post of outcome.posts) scene.posts.push({ at: scene.now, post })
  return outcome
}

describe('words', () => {
  test('reach the company, are seen when it does something, and its answer comes back', () => {
    const scene = taken()
    writes(knowledge, scene, OWNER, '您好，请问研发费用怎么归集的？')
    expect(drainPosts(scene).join()).toContain('怎么归集')
    expect(drainPosts(scene, BANK)).toEqual(['已送达，企业还没看到。'])
    presses(knowledge, scene, `rp:${lead(scene).id}`)
    expect(drainPosts(scene, BANK).join()).toContain('企业已看到')
    says(scene, '按项目分开记的')
    expect(drainPosts(scene, BANK).join()).toContain('按项目分开记的')
    acts(knowledge, scene, OWNER, 'requests')
    expect(lead(scene).talk?.enterprise?.readAt).toBe(scene.now)
  })

  test('do not pass before somebody took it, nor after the consent was withdrawn', () => {
    const scene = applied(knowledge)
    presses(knowledge, scene, `rp:${lead(scene).id}`)
    expect(drainPosts(scene).at(-1)).toContain('还没有人领取')
    acts(knowledge, scene, OWNER, 'take')
    presses(knowledge, scene, `rp:${lead(scene).id}`)
    presses(knowledge, scene, `wd:${lead(scene).consent}`)
    drainPosts(scene)
    writes(knowledge, scene, OWNER, '还在吗')
    expect(drainPosts(scene)).toEqual([])
    expect(sendsPaper(scene).papers).toEqual([{ id: 'p1', thread: null }])
    drainPosts(scene)
    presses(knowledge, scene, `rp:${lead(scene).id}`)
    expect(drainPosts(scene).join()).toContain('没有转发')
  })
})

describe('the end', () => {
  test('by the desk is told to both, later words of both are answered kindly, and only the desk begins again', () => {
    const scene = taken()
    acts(knowledge, scene, OWNER, 'end')
    expect(drainPosts(scene).join()).toContain('结束了这次对话')
    writes(knowledge, scene, OWNER, '再说一句')
    expect(drainPosts(scene)).toEqual([])
    presses(knowledge, scene, `rp:${lead(scene).id}`)
    expect(scene.case.pending?.kind).not.toBe('reply')
    expect(drainPosts(scene).join()).toContain('结束了对话，没有转发')
    acts(knowledge, scene, OWNER, 'resume')
    writes(knowledge, scene, OWNER, '再说一句')
    expect(drainPosts(scene).join()).toContain('再说一句')
  })

  test('by the company stops the desk until the company writes again', () => {
    const scene = taken()
    presses(knowledge, scene, `te:${lead(scene).id}`)
    drainPosts(scene)
    acts(knowledge, scene, OWNER, 'resume')
    writes(knowledge, scene, OWNER, '在吗')
    expect(drainPosts(scene)).toEqual([])
    presses(knowledge, scene, `rp:${lead(scene).id}`)
    expect(scene.case.pending).toMatchObject({ kind: 'reply' })
    writes(knowledge, scene, OWNER, '在吗')
    expect(drainPosts(scene).join()).toContain('在吗')
  })
})

describe('papers', () => {
  test('go to the desk that asked, answer the request, and are never named to another desk', () => {
    const scene = taken()
    acts(knowledge, scene, OWNER, 'request', 'accounts')
    const outcome = sendsPaper(scene)
    expect(outcome.papers).toEqual([{ id: 'p1', thread: lead(scene).id }])
    expect(lead(scene).talk?.requests).toEqual([{ code: 'accounts', at: scene.now, answeredAt: scene.now }])
    expect(drainPosts(scene, BANK).join()).toContain('📎 审计报告.pdf（1.9 MB）')
  })

  test('without anybody to give them to are dropped with a kind word; an unknown request changes nothing', () => {
    const scene = applied(knowledge)
    expect(sendsPaper(scene).papers).toEqual([{ id: 'p1', thread: null }])
    expect(drainPosts(scene).at(-1)).toContain('没有保存')
    acts(knowledge, scene, OWNER, 'take')
    const before = scene.case
    acts(knowledge, scene, OWNER, 'request', 'everything')
    expect(scene.case.leads[0]?.talk).toEqual(before.leads[0]?.talk)
  })

  test('more than a talk holds are not kept', () => {
    const scene = taken()
    const limit = knowledge.script.limits.papersPerTalk
    for (let index = 0; index < limit; index++) sendsPaper(scene, { ...PAPER, id: `p${index}` })
    expect(lead(scene).talk?.papers).toHaveLength(limit)
    expect(sendsPaper(scene, { ...PAPER, id: 'last' }).papers).toEqual([{ id: 'last', thread: null }])
  })
})
