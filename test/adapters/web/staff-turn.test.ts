// From the browser to the real turn: what each signed-in person may do with a lead that one of them has taken equals the table
// of rights, and a click on another bank's lead changes nothing and leaves its row.
import { expect, test } from 'vitest'
import { may, type Standing } from '#bot'
import { BANK, PRODUCT, RESERVE } from '../../support/lead-scene.ts'
import { knowledge, LISTED_TEAM } from '../../support/rights-cast.ts'
import { deskWorld } from './desk-world.ts'
import { key } from './serve.ts'
import { useStaff } from './staff-scene.ts'

const { start, enter } = useStaff()
/** They open something and move nothing, so that one lead serves for all of them. */
const VERBS = ['papers', 'requests', 'later', 'hand', 'block'] as const

/** person, the desk of that person, and how they stand to a lead that jia has taken at BANK */
const CAST: readonly (readonly [string, string, readonly Standing[]])[] = [
  ['jia', BANK, ['owner']],
  ['yi', BANK, ['colleague']],
  ['head', BANK, ['colleague', 'manager']],
  ['bing', RESERVE, ['elsewhere']],
  ['chief', RESERVE, ['elsewhere']],
  ['chen', LISTED_TEAM, ['elsewhere']],
]

test.each(CAST)('%s of %s, who stands as %j', async (person, desk, standings) => {
  const world = deskWorld('lead', BANK, ['take'])
  const { address } = await start({ staffing: () => knowledge.staffing }, { ...world.options, store: world.store })
  const browser = await enter(address, person)
  const before = JSON.stringify(world.scene.case)
  const wrong: string[] = []
  for (const [index, verb] of VERBS.entries()) {
    const seen = world.scene.events.length
    const body = { key: key(index), desk, thread: world.thread, name: '行长本人', press: `L:${world.thread}:${verb}` }
    expect((await browser.post('/desk/press', body)).status).toBe(202)
    // the memory store plays right after it has taken in
    await new Promise(resolve => setImmediate(resolve))
    const denied = world.scene.events.slice(seen).filter(event => event.verb === 'denied')
    if (denied.length === (may(standings, `lead.${verb}`) ? 1 : 0)) wrong.push(verb)
    if (standings.includes('elsewhere')) expect(denied).toMatchObject([{ object: world.thread, detail: 'other-desk' }])
  }
  expect(wrong).toEqual([])
  expect(world.store.inbox.every(({ from }) => from.kind === 'staff' && from.person === person)).toBe(true)
  if (standings.includes('elsewhere')) expect(JSON.stringify(world.scene.case)).toBe(before)
  // with the bank's own desk in the body it does not even come that far
  if (standings.includes('elsewhere')) {
    const body = { key: key(99), desk: BANK, thread: world.thread, name: '甲', press: `L:${world.thread}:papers` }
    expect((await browser.post('/desk/press', body)).json().error).toBe('unknown-desk')
  }
})

test.each(CAST)('forms of %s of %s, who stands as %j', async (person, desk, standings) => {
  const world = deskWorld('lead', BANK, ['take'])
  const { address } = await start({ staffing: () => knowledge.staffing }, { ...world.options, store: world.store })
  const browser = await enter(address, person)
  const wrong: string[] = []
  for (const verb of ['refuse', 'papers', 'granted']) {
    const body = { desk, thread: world.thread, name: '甲', press: `L:${world.thread}:${verb}` }
    const { status } = await browser.post('/desk/form', body)
    if ((status === 200) !== may(standings, `lead.${verb}`)) wrong.push(`${verb} opens: ${status}`)
  }
  const runs = person === 'head' || person === 'chief'
  const look = await browser.post('/desk/pre-offer/form', { desk, name: '主管' })
  expect([look.status, look.json().error]).toEqual(runs ? [200, undefined] : [403, 'manager-only'])
  const values = { product: [PRODUCT], what: ['send'] }
  const sent = await browser.post('/desk/pre-offer', { desk, name: '主管', key: key(50), values })
  expect(sent.status).toBe(runs ? 202 : 403)
  // another bank's desk in the body does not come that far
  const other = desk === BANK ? RESERVE : BANK
  expect((await browser.post('/desk/pre-offer', { desk: other, name: '主管', key: key(51), values })).status).toBe(404)
  expect(wrong).toEqual([])
  expect(world.store.inbox).toEqual([])
  expect(world.filled.map(({ staff }) => staff.kind === 'staff' && staff.person)).toEqual([person])
})
