// One summary a person and working day, on the real store, also with two processes and after a restart.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Knowledge, toText, type VisitRow } from '#bot'
import { postDigests } from '../../adapters/digests.ts'
import type { OpenStore } from '../../adapters/store/open.ts'
import { applied, BANK, staffed } from '../support/lead-scene.ts'
import { knowledge as cast, LISTED_TEAM, sceneAt } from '../support/rights-cast.ts'
import { openClock, openMemoryStore } from '../support/store.ts'
import { claim, opens } from './store/events.ts'

const knowledge = staffed({ jia: { digest: '09:00' }, yi: { digest: '09:00' } })
/** The people of the rights tests, each with a summary at nine. */
const withCaptain: Knowledge = {
  ...cast,
  staffing: {
    ...cast.staffing,
    people: new Map([...cast.staffing.people].map(([id, person]) => [id, { ...person, digest: 540 }])),
  },
}
const holderIn = (rows: readonly VisitRow[]) => rows[0]?.holder ?? ''
const clock = openClock('2026-11-24T00:30:00.000Z')
let store: OpenStore
beforeAll(async () => {
  store = await openMemoryStore({ now: clock.now })
  await store.accept(opens('p'))
  await store.play(await claim(store), current => ({
    case: applied(knowledge, '2026-11-23T01:00:00.000Z', current.id).case,
    posts: [],
    events: [],
  }))
})
afterAll(() => store.close())

const options = () => ({ store, knowledge, now: clock.now, log: () => {} })

test('nothing before the hour, then one for who has something, and never a second', async () => {
  expect(await postDigests(options(), new Set())).toBe(0)
  clock.pass(3_600_000)
  expect(await Promise.all([postDigests(options(), new Set()), postDigests(options(), new Set())])).toContain(1)
  expect(await postDigests(options(), new Set())).toBe(0)
  const said = (await store.desks(0n)).filter(({ slot }) => slot?.startsWith('digest.'))
  expect(said.map(({ room, card }) => [room.kind === 'desk' && room.desk, toText(card).split('\n')[1]])).toEqual([
    [BANK, '待领取 1 条，在办 0 条'],
  ])
  clock.pass(24 * 3_600_000)
  expect(await postDigests(options(), new Set())).toBe(1)
})

test('who goes on visits reads how many wait for them, and when the next one is', async () => {
  const at = await openMemoryStore({ now: clock.now })
  const options = { store: at, knowledge: withCaptain, now: clock.now, log: () => {} }
  await at.accept(opens('q'))
  await at.play(await claim(at), current => {
    const scene = sceneAt('visit', LISTED_TEAM, [], current.id)
    return { case: scene.case, posts: [], events: [] }
  })
  clock.pass(24 * 3_600_000)
  expect(await postDigests(options, new Set())).toBe(2)
  const said = (await at.desks(0n)).map(({ card }) => toText(card).split('\n').slice(0, 2))
  expect(said).toEqual([
    [expect.stringMatching(/陈工|林工/), '走访：待您接单 1 次，在办 0 次'],
    [expect.stringContaining('队长'), '本队走访 1 次，其中没人接单 1 次'],
  ])
  expect((await at.around('other', undefined)).loads).toEqual({ [holderIn(await at.visitsOfDesk(LISTED_TEAM))]: 1 })
  await at.close()
})
