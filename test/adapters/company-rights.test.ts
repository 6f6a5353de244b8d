// Two companies on the real store and the real turn: every button and every typed id of the one, with each id of the other,
// leaves both cases as they were, reaches no desk and tells nothing of the other. With its own ids the same buttons work.
import { isDeepStrictEqual } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import type { Case } from '#bot'
import type { Received } from '../../adapters/received.ts'
import type { OpenStore } from '../../adapters/store/open.ts'
import { stepOf, toIncoming } from '../../adapters/worker.ts'
import { VERBS } from '../../bot/press.ts'
import { RIGHTS } from '../../bot/rights.ts'
import { BANK } from '../support/lead-scene.ts'
import { type Kind, knowledge, sceneAt, TEAM } from '../support/rights-cast.ts'
import { openMemoryStore } from '../support/store.ts'
import { happen, openVirtual } from '../support/virtual-case.ts'

const AT = '2026-11-23T02:00:00.000Z'
const SLOT = '2026-11-25T0930'
const PEERS = ['own', 'other'] as const
/** what only the other company has said */
const SECRETS = /别家精密|19900001111/

let cells = 0
let store: OpenStore | undefined
afterEach(async () => {
  await store?.close()
  store = undefined
})

type Event = Received['event']
let serial = 0
const received = (peer: string, event: Event): Received => ({
  platform: 'web',
  eventId: `e${++serial}`,
  at: AT,
  target: { kind: 'conversation', peer },
  from: { kind: 'enterprise' },
  event,
})

/** Two companies with the same kind of thing at the same desk. */
async function open(kind: Kind, desk: string, steps: readonly string[]) {
  const opened = await openMemoryStore({ now: () => new Date(AT) })
  store = opened
  for (const peer of PEERS) {
    await opened.accept(received(peer, { kind: 'open' }))
    const item = await opened.next()
    if (!item) throw new Error('the first event is not there')
    await opened.play(item, current => {
      const { case: made } = sceneAt(kind, desk, steps, current.id)
      const named = peer === 'other' ? { 'contact.phone': '19900001111', 'company.name': '别家精密有限公司' } : {}
      const answers = { ...made.answers }
      for (const [fact, value] of Object.entries(named)) answers[fact] = { value, source: 'stated', at: AT }
      return { case: { ...made, answers }, posts: [], events: [] }
    })
  }
  const caseOf = async (peer: string): Promise<Case> => {
    const found = await opened.caseOf(received(peer, { kind: 'open' }))
    return found ?? expect.unreachable(`no case of ${peer}`)
  }
  const play = async (peer: string, event: Event) => {
    await opened.accept(received(peer, event))
    for (let item = await opened.next(); item; item = await opened.next())
      await opened.play(item, stepOf(knowledge, item.received, toIncoming(item.received, [])))
  }
  return { store: opened, caseOf, play }
}

/** What belongs to somebody: how the talk stands (what is waited for, what was shown) does not. */
const parts = ({ answers, consents, leads, visits }: Case) => ({ answers, consents, leads, visits })
const idsOf = ({ consents, leads, visits }: Case) => [...consents, ...leads, ...visits].map(one => one.id)

/** Verbs of a company's buttons that take the id of a thing. */
const BY_ID = [
  'wd',
  'rp',
  'te',
  'fl',
  'lr',
  'fb',
  'vc',
  'vm',
  'vt',
  'vx',
  'vd',
  'vl',
  'vs',
  'p',
  'ap',
  'e',
  's',
] as const
const REST: Readonly<Record<string, string>> = {
  vt: `:${SLOT}`,
  vd: ':templates',
  vl: ':templates',
  fb: ':replied:yes',
}
const WORDS = ['撤回', '回复', '查看', '结束对话', '删除', '取消走访', '']

const ownPresses = (id: string) => BY_ID.map(verb => `${verb}:${id}${REST[verb] ?? ''}`)
const deskPresses = (id: string) =>
  (['lead', 'visit'] as const).flatMap(thing =>
    Object.keys(RIGHTS[thing]).map(verb => `${thing === 'lead' ? 'L' : 'V'}:${id}:${verb}`),
  )

test.each([
  ['lead', BANK, ['take']],
  ['visit', TEAM, ['take', `at:${SLOT}`]],
] as const)('buttons and words with ids of another company’s %s', async (kind, desk, steps) => {
  const { store: at, caseOf, play } = await open(kind, desk, steps)
  const [own, other] = [await caseOf('own'), await caseOf('other')]
  const foreign = idsOf(other).filter(id => !idsOf(own).includes(id))
  expect(foreign.length).toBeGreaterThanOrEqual(2)
  const wrong: string[] = []
  const check = (cell: string, after: Case) => {
    cells += 1
    if (!isDeepStrictEqual(parts(after), parts(own))) wrong.push(`${cell} changed its own case`)
  }
  for (const id of foreign) {
    for (const press of ownPresses(id)) {
      await play('own', { kind: 'press', press })
      check(press, await caseOf('own'))
    }
    for (const words of WORDS) {
      await play('own', { kind: 'text', text: `${words} ${id}` })
      check(words, await caseOf('own'))
    }
    // a desk's buttons need no database: none of them is the company's
    for (const press of deskPresses(id)) {
      const scene = { ...openVirtual({}, AT), case: await caseOf('own') }
      const { posts } = happen(knowledge, scene, { kind: 'enterprise' }, { kind: 'press', press })
      check(press, scene.case)
      if (posts.some(({ to }) => to.kind === 'desk')) wrong.push(`${press} reached a desk`)
    }
  }
  expect(wrong).toEqual([])
  expect(parts(await caseOf('other'))).toEqual(parts(other))
  expect(await at.desks(0n)).toEqual([])
  const told = JSON.stringify((await at.conversation('web', 'own', 0n)).map(({ card, direction }) => [direction, card]))
  expect(told).not.toMatch(SECRETS)
})

test('with its own ids the buttons do what they say', async () => {
  const { caseOf, play } = await open('visit', TEAM, ['take', `at:${SLOT}`])
  const visit = (await caseOf('own')).visits[0]
  await play('own', { kind: 'press', press: `vc:${visit?.id}` })
  expect((await caseOf('own')).visits[0]?.confirmed).toBe(true)
  await play('own', { kind: 'press', press: `vx:${visit?.id}` })
  expect((await caseOf('own')).visits[0]?.state).toBe('cancelled')
  await play('own', { kind: 'press', press: `wd:${(await caseOf('own')).consents[0]?.id}` })
  expect((await caseOf('own')).consents[0]?.withdrawnAt).toBe(AT)
  expect((await caseOf('other')).consents[0]?.withdrawnAt).toBeUndefined()
})

test('every verb of a company that takes an id was tried', () => {
  const told = /lead|visit|consent|step/
  const wanted = Object.entries(VERBS).filter(
    ([verb, words]) => words.includes(':') && told.test(words.split(':')[1] ?? '') && !'LV'.includes(verb),
  )
  const tried: readonly string[] = BY_ID
  process.stdout.write(`${cells} cells of companies\n`)
  expect(wanted.map(([verb]) => verb).filter(verb => !tried.includes(verb))).toEqual([])
})
