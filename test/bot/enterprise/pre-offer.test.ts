// A pre-offer reaches only who asked to hear of such things, once a week at most, and the bank learns nothing before consent.
import { expect, test } from 'vitest'
import { BANK, COMPANY, lead, PRODUCT, presses, staffed } from '../../support/lead-scene.ts'
import { applicant } from '../../support/rulebook.ts'
import { drainPosts, happen, openVirtual, passTo } from '../../support/virtual-case.ts'

const knowledge = staffed()
const MONDAY = '2026-11-23T01:00:00.000Z'
const WHAT = `pre-offer:${BANK} ${PRODUCT}`
const offered = (scene: ReturnType<typeof openVirtual>) =>
  happen(knowledge, scene, { kind: 'clock' }, { kind: 'tick', what: WHAT })

function listening(at = MONDAY) {
  const scene = openVirtual(applicant(COMPANY), at)
  presses(knowledge, scene, 'nw:yes')
  drainPosts(scene)
  return scene
}

test('who did not ask, or wants quiet, hears nothing', () => {
  const stranger = openVirtual(applicant(COMPANY), MONDAY)
  expect(offered(stranger).posts).toEqual([])
  const quiet = listening()
  presses(knowledge, quiet, 'qt')
  drainPosts(quiet)
  expect(offered(quiet).posts).toEqual([])
})

test('told with the range and its limits, not a word to the bank; accepted, it is a lead of its own kind after consent', () => {
  const scene = listening()
  const { posts } = offered(scene)
  expect(posts.map(({ to }) => to.kind)).toEqual(['enterprise'])
  const [card = ''] = drainPosts(scene)
  expect(card).toMatch(/想和您谈谈预授信[\s\S]*银行现在不知道您是谁[\s\S]*以银行审核为准/)
  presses(knowledge, scene, `to:${BANK}:${PRODUCT}:pre`)
  expect(scene.case.leads).toEqual([])
  expect(drainPosts(scene, BANK)).toEqual([])
  presses(knowledge, scene, 'cy')
  expect(lead(scene)).toMatchObject({ receiver: BANK, kind: 'pre-offer', state: 'offered' })
  expect(drainPosts(scene, BANK).join('\n')).toContain('预授信不等于授信')
})

test('once a week, in working time; a declined one never again', () => {
  const scene = listening()
  offered(scene)
  drainPosts(scene)
  offered(scene)
  expect(drainPosts(scene)).toEqual([])
  expect(scene.timers.get(`pre-offer.${BANK}`)?.at).toBe('2026-11-30T01:00:00.000Z')
  presses(knowledge, scene, `nw:not:${PRODUCT}`)
  drainPosts(scene)
  passTo(knowledge, scene, '2026-12-02T09:00:00.000Z')
  expect(drainPosts(scene).join('\n')).not.toContain('预授信')
  const night = listening('2026-11-23T13:00:00.000Z')
  expect(offered(night).posts).toEqual([])
  passTo(knowledge, night, '2026-11-24T01:00:00.000Z')
  expect(drainPosts(night).join('\n')).toContain('预授信')
})
