// Home tab, command and shortcut show one listed person what they have in hand, and strangers nothing.
import { afterEach, expect, it } from 'vitest'
import type { LeadRow, VisitRow } from '#bot'
import { BANK, RESERVE } from '../../support/lead-scene.ts'
import { askSigned, sendSigned } from '../../support/slack-server.ts'
import { until } from '../delivery/fake-outbox.ts'
import { openWorld, SECRET, type SlackWorld } from './world.ts'

let world: SlackWorld | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

const leadRow = (id: string, holder: string, more: Partial<LeadRow> = {}): LeadRow => ({
  id,
  state: 'taken',
  holder,
  due: '2026-11-24T01:00:00.000Z',
  changedAt: '2026-11-23T01:00:00.000Z',
  ...more,
})
const visitRow = (id: string, owner: string): VisitRow => ({
  id,
  state: 'scheduled',
  owner,
  time: '2026-11-25T01:30:00.000Z',
})

async function start(): Promise<SlackWorld> {
  world = await openWorld()
  world.store.leads[BANK] = [leadRow('caseL1111mine', 'jia'), leadRow('caseL2222other', 'yi')]
  world.store.leads[RESERVE] = [leadRow('caseL3333reserve', 'jia')]
  world.store.visits[BANK] = [visitRow('caseV4444mine', 'UJIA'), visitRow('caseV5555other', 'UYI')]
  return world
}

const home = (user: string) => ({
  type: 'event_callback',
  event_id: `Ev${user}`,
  event: { type: 'app_home_opened', user, tab: 'home', channel: 'D1' },
})
const command = (user_id: string, text: string) => ({
  command: '/yinqi',
  user_id,
  user_name: 'x',
  text,
  channel_id: 'C',
})
const asCommand = { secret: SECRET, command: true }

it('the home tab has my leads, my visits and my figures, and nobody else’s', async () => {
  const at = await start()
  expect(await sendSigned(at.port, home('UJIA'), { secret: SECRET })).toBe(200)
  await until(() => at.server.views.homes.has('UJIA'), 'published')
  const shown = JSON.stringify(at.server.views.homes.get('UJIA'))
  for (const words of ['我的线索', '我的走访', '我的数字', '1111mine', '4444mine', '2026-11-24 09:00'])
    expect(shown).toContain(words)
  for (const foreign of ['2222other', '5555other', '3333reserve']) expect(shown).not.toContain(foreign.slice(-8))
  expect(at.store.accepted).toEqual([])
})

it('who is not listed sees no lead, and what to do', async () => {
  const at = await start()
  await sendSigned(at.port, home('USTRANGER'), { secret: SECRET })
  await until(() => at.server.views.homes.has('USTRANGER'), 'published')
  const shown = JSON.stringify(at.server.views.homes.get('USTRANGER'))
  expect(shown).toContain('USTRANGER')
  expect(shown).not.toContain('mine')
})

it.each([
  ['', ['1111mine', '4444mine', '我的数字'], []],
  ['线索', ['1111mine'], ['4444mine', '我的数字']],
  [' Visits ', ['4444mine'], ['1111mine']],
  ['numbers', ['我的数字'], ['1111mine', '4444mine']],
  ['<!channel> 什么', ['/yinqi 线索'], ['mine', '<!channel>']],
])('/yinqi %j answers only who asked', async (words, has, hasNot) => {
  const at = await start()
  const { status, answer } = await askSigned(at.port, command('UJIA', words), asCommand)
  expect(status).toBe(200)
  expect(answer).toMatchObject({ response_type: 'ephemeral' })
  const shown = JSON.stringify(answer)
  for (const one of has) expect(shown).toContain(one)
  for (const one of hasNot) expect(shown).not.toContain(one)
  expect(at.server.posts).toEqual([])
})

it('a forged command is refused, another command is not answered', async () => {
  const at = await start()
  expect((await askSigned(at.port, command('UJIA', ''), { secret: 'guess', command: true })).status).toBe(401)
  const other = { ...command('UJIA', ''), command: '/other' }
  expect(await askSigned(at.port, other, asCommand)).toEqual({ status: 200, answer: undefined })
})

it('the shortcut opens the same as a modal', async () => {
  const at = await start()
  const shortcut = {
    type: 'shortcut',
    callback_id: 'my_work',
    trigger_id: at.server.views.trigger(),
    user: { id: 'UJIA' },
  }
  expect(await sendSigned(at.port, shortcut, { secret: SECRET, form: true })).toBe(200)
  await until(() => at.server.views.opened.length === 1, 'opened')
  expect(JSON.stringify(at.server.views.opened)).toContain('1111mine')
})
