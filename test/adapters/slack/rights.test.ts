// Slack's door, with the real store and the real turn behind it: who clicks is the user id in the channel of a desk. A card
// that was forwarded, a value that was copied or made up, and a click that comes again move nothing.
import { randomBytes } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { createAccept } from '../../../adapters/slack/accept.ts'
import { parseSlackChannels } from '../../../adapters/slack/desks.ts'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { stepOf, toIncoming } from '../../../adapters/worker.ts'
import { BANK, RESERVE } from '../../support/lead-scene.ts'
import { knowledge, OTHER_TEAM, sceneAt, threadAt } from '../../support/rights-cast.ts'
import { openMemoryStore } from '../../support/store.ts'
import { click } from './envelopes.ts'

const AT = '2026-11-23T02:00:00.000Z'
const GUESSES = 300
const CHANNELS: Readonly<Record<string, string>> = { [BANK]: 'CBANK', [RESERVE]: 'CRESERVE', [OTHER_TEAM]: 'CTEAM' }
const { desks } = parseSlackChannels(
  Object.entries(CHANNELS)
    .map(([desk, channel]) => `${desk}=${channel}`)
    .join(','),
)

const stores: OpenStore[] = []
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
})

/** A company whose lead waits at both banks, and Slack in front of them. */
async function open() {
  const store = await openMemoryStore({ now: () => new Date(AT) })
  stores.push(store)
  const opened = {
    platform: 'web',
    eventId: 'open',
    at: AT,
    target: { kind: 'conversation', peer: 'p' },
    from: { kind: 'enterprise' },
    event: { kind: 'open' },
  } as const
  await store.accept(opened)
  const first = await store.next()
  if (!first) throw new Error('the first event is not there')
  let thread = ''
  await store.play(first, current => {
    const scene = sceneAt('lead', BANK, [], current.id)
    thread = threadAt(scene, BANK)
    return { case: scene.case, posts: [], events: [] }
  })
  const results: string[] = []
  const accept = createAccept({
    refuseFiles: () => undefined,
    store,
    desks,
    forms: { open: async () => false, check: async () => undefined },
    invitations: { mayInvite: () => false, open: async () => false, take: () => undefined },
    work: {
      answerCommand: async () => {
        throw new Error('nobody typed a command')
      },
      publishHome: async () => {},
      openModal: async () => {},
      refuseInvitation: () => {
        throw new Error('nobody asked to invite')
      },
    },
    nameOf: async person => person.id,
    wake: () => {},
    now: () => new Date(AT),
    log: () => {},
  })
  /** Slack delivers a click, and the inbox is worked until it is empty. */
  async function deliver(channel: string, user: string, press: string, at: string, of = thread, home = 'T1') {
    await accept(click(press, of, { channel, user, at, home }))
    for (let item = await store.next(); item; item = await store.next())
      results.push(await store.play(item, stepOf(knowledge, item.received, toIncoming(item.received, []))))
  }
  const lead = async () => (await store.caseOf(opened))?.leads.find(one => one.id === thread)
  const denied = () => store.database.prisma.audit.count({ where: { verb: 'denied' } })
  return { store, thread, deliver, lead, denied, results }
}

test('the card of one bank, clicked from everywhere else, stays as it is', async () => {
  const { thread, deliver, lead, denied } = await open()
  const before = await lead()
  let at = 0
  const next = () => `1700000${++at}.5`
  for (const verb of ['take', 'refused:cash-flow', 'papers']) {
    const press = `L:${thread}:${verb}`
    // another bank's clerk and manager, a team, and a guest in the bank's own channel under the clerk's name
    await deliver('CRESERVE', 'UBING', press, next())
    await deliver('CRESERVE', 'UCHIEF', press, next())
    await deliver('CTEAM', 'UTEAM', press, next())
    await deliver('CBANK', 'UGUEST', press, next())
    // the bank's own clerk, in another bank's channel and in one that belongs to nobody
    await deliver('CRESERVE', 'UJIA', press, next())
    await deliver('CNOBODY', 'UJIA', press, next())
    // somebody of another company in the shared channel, whose workspace happens to give out the clerk's id
    await deliver('CBANK', 'UJIA', press, next(), thread, 'T2')
  }
  expect(await lead()).toEqual(before)
  expect(await denied()).toBe(3 * 6)
  await deliver('CBANK', 'UJIA', `L:${thread}:take`, next())
  expect(await lead()).toMatchObject({ state: 'taken', owner: { person: 'UJIA' } })
})

test('a click that comes again, at once or later, has one effect', async () => {
  const { store, thread, deliver, lead } = await open()
  for (let times = 0; times < 3; times++) await deliver('CBANK', 'UJIA', `L:${thread}:take`, '1700000001.5')
  await deliver('CBANK', 'UJIA', `L:${thread}:talking`, '1700000002.5')
  await deliver('CBANK', 'UJIA', `L:${thread}:take`, '1700000001.5')
  expect((await lead())?.history.map(step => step.state)).toEqual(['applied', 'offered', 'taken', 'talking'])
  expect(await store.database.prisma.audit.count({ where: { verb: 'lead-taken' } })).toBe(1)
})

test('made-up threads and values hit nothing', async () => {
  const { deliver, lead, results, thread } = await open()
  const before = await lead()
  results.length = 0
  for (let guess = 0; guess < GUESSES; guess++) {
    const made = `${randomBytes(16).toString('hex')}L1`
    await deliver('CBANK', 'UJIA', `L:${made}:take`, `1700001${guess}.5`, made)
  }
  expect(new Set(results)).toEqual(new Set(['unknown-thread']))
  // a real thread with somebody else's press, and a company's own button
  for (const press of ['L:made-up:take', `V:${thread}:take`, 'dy', 'cy', `wd:${thread}`, `L:${thread}:constructor`])
    await deliver('CBANK', 'UJIA', press, `1700009${press.length}.${press.charCodeAt(0)}`)
  expect(await lead()).toEqual(before)
})
