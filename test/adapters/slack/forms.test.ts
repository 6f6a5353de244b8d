// Buttons with a form open it as a modal; what is handed in is checked at once and stored once. When no modal can open, the
// press takes the ordinary way, so that nothing is ever lost to a slow moment.
import { afterEach, expect, it } from 'vitest'
import { formModal } from '../../../adapters/slack/modal.ts'
import { askSigned, sendSigned } from '../../support/slack-server.ts'
import { viewFault } from '../../support/slack-views.ts'
import { click } from './envelopes.ts'
import { CHANNEL, openWorld, ROOT, SECRET, type SlackWorld } from './world.ts'

let world: SlackWorld | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

async function start(): Promise<SlackWorld> {
  world = await openWorld()
  return world
}

const asForm = { secret: SECRET, form: true }

function pressed(at: SlackWorld, verb: string, more: { user?: string; channel?: string; trigger?: string } = {}) {
  const { trigger = at.server.views.trigger(), ...extra } = more
  return {
    ...click(`L:${at.thread}:${verb}`, at.thread, { channel: CHANNEL, user: 'UJIA', ...extra }),
    trigger_id: trigger,
  }
}

function handedIn(at: SlackWorld, verb: string, values: object, viewId = 'V1') {
  const about = { press: `L:${at.thread}:${verb}`, thread: at.thread, channel: CHANNEL }
  return {
    type: 'view_submission',
    team: { id: 'T1' },
    user: { id: 'UJIA', username: 'jia' },
    view: { id: viewId, callback_id: 'form', private_metadata: JSON.stringify(about), state: { values } },
  }
}

const chosen = (value: string) => ({ value: { type: 'radio_buttons', selected_option: { value } } })

it('opens the form of a button for who may press it, and stores nothing yet', async () => {
  const at = await start()
  expect(await sendSigned(at.port, pressed(at, 'refuse'), asForm)).toBe(200)
  expect(at.server.views.opened).toHaveLength(1)
  expect(at.server.views.opened[0]).toMatchObject({ type: 'modal', title: { text: '婉拒这条线索' } })
  expect(at.store.accepted).toEqual([])
})

it('the same click delivered three times opens one modal and stores nothing', async () => {
  const at = await start()
  const same = pressed(at, 'papers')
  for (let times = 0; times < 3; times++) expect(await sendSigned(at.port, same, asForm)).toBe(200)
  expect(at.server.views.opened).toHaveLength(1)
  expect(at.store.accepted).toEqual([])
})

it('a colleague and another bank get no form: their press is played, and refused there', async () => {
  const at = await start()
  await sendSigned(at.port, pressed(at, 'refuse', { user: 'UOTHER' }), asForm)
  await sendSigned(at.port, pressed(at, 'refuse', { channel: 'CNJB' }), asForm)
  expect(at.server.views.opened).toEqual([])
  expect(at.store.accepted.map(({ event }) => event.kind)).toEqual(['press', 'press'])
})

it.each([
  ['the trigger is too old', { ageMs: 4_000 }],
  ['Slack refuses the modal', { fault: { error: 'fatal_error' } }],
  ['the answer is lost', { fault: 'lost' as const }],
])('plays the press when %s', async (_why, how) => {
  const at = await start()
  if ('fault' in how) at.server.fault({ method: 'views.open', does: how.fault })
  const trigger = at.server.views.trigger('ageMs' in how ? how.ageMs : 0)
  expect(await sendSigned(at.port, pressed(at, 'refuse', { trigger }), asForm)).toBe(200)
  expect(at.store.accepted).toMatchObject([{ event: { kind: 'press', press: `L:${at.thread}:refuse` } }])
})

it('stores what was handed in, once however often it is delivered', async () => {
  const at = await start()
  const values = {
    reason: chosen('papers-missing'),
    remark: { value: { type: 'plain_text_input', value: '缺审计报告' } },
  }
  for (let times = 0; times < 3; times++)
    expect(await askSigned(at.port, handedIn(at, 'refuse', values), asForm)).toEqual({ status: 200, answer: undefined })
  expect(at.store.accepted).toMatchObject([
    {
      eventId: 'view:T1:UJIA:V1',
      target: { kind: 'thread', thread: at.thread },
      from: { kind: 'staff', person: 'UJIA' },
      event: {
        kind: 'form',
        press: `L:${at.thread}:refuse`,
        values: { reason: ['papers-missing'], remark: ['缺审计报告'] },
      },
    },
  ])
})

it('says in the modal which field is wrong, and stores nothing', async () => {
  const at = await start()
  const { answer } = await askSigned(at.port, handedIn(at, 'refuse', { reason: chosen('invented') }), asForm)
  expect(answer).toEqual({ response_action: 'errors', errors: { reason: '请从列出的选项里选择。' } })
  expect(at.store.accepted).toEqual([])
})

it('does not acknowledge a form that could not be stored', async () => {
  const at = await start()
  at.store.failAccepts = 1
  const whole = handedIn(at, 'refuse', { reason: chosen('papers-missing') })
  expect(await sendSigned(at.port, whole, asForm)).toBe(500)
  expect(await sendSigned(at.port, whole, asForm)).toBe(200)
  expect(at.store.accepted).toHaveLength(1)
})

it('a form whose metadata is not ours is ignored', async () => {
  const at = await start()
  const forged = handedIn(at, 'refuse', { reason: chosen('papers-missing') })
  for (const private_metadata of ['', '{}', 'x', JSON.stringify({ press: '没', thread: 't', channel: CHANNEL })])
    expect(await sendSigned(at.port, { ...forged, view: { ...forged.view, private_metadata } }, asForm)).toBe(200)
  expect(at.store.accepted).toEqual([])
})

it('a shortcut on a message of the thread opens the same form', async () => {
  const at = await start()
  const shortcut = (callback_id: string, thread_ts: string) => ({
    type: 'message_action',
    callback_id,
    trigger_id: at.server.views.trigger(),
    action_ts: '1700000005.1',
    team: { id: 'T1' },
    user: { id: 'UJIA' },
    channel: { id: CHANNEL },
    message: { ts: '1700000004.000001', thread_ts },
  })
  await sendSigned(at.port, shortcut('ask_papers', ROOT), asForm)
  await sendSigned(at.port, shortcut('ask_papers', '1600000000.000001'), asForm)
  await sendSigned(at.port, shortcut('something_else', ROOT), asForm)
  expect(at.server.views.opened).toMatchObject([{ title: { text: '请企业补充材料' } }])
})

it('every kind of field and the largest texts are within what Slack takes', () => {
  const long = '一'.repeat(5_000)
  const options = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ value: `v${index}`, text: `${index}${long}` }))
  const asked = { label: long, hint: long, required: true }
  const view = formModal(
    {
      title: long,
      intro: long,
      submit: long,
      cancel: long,
      fields: [
        { ...asked, kind: 'choice', name: 'a', options: options(10), chosen: 'v1' },
        { ...asked, kind: 'choice', name: 'b', options: options(100) },
        { ...asked, kind: 'choices', name: 'c', options: options(3), chosen: ['v0', 'v2'] },
        { ...asked, kind: 'choices', name: 'd', options: options(11), chosen: [] },
        { ...asked, kind: 'date', name: 'e', value: '2026-11-25' },
        { ...asked, kind: 'time', name: 'f', value: '09:30' },
        { ...asked, kind: 'number', name: 'g', min: 0, max: 36, decimals: 4 },
        { ...asked, kind: 'text', name: 'h', max: 9_999, lines: true, value: long },
      ],
    },
    { press: 'L:x:refuse', thread: 'x', channel: 'C1' },
  )
  expect(viewFault(JSON.parse(JSON.stringify(view)))).toBeUndefined()
  const tooMany = { ...asked, kind: 'choice' as const, name: 'a', options: options(101) }
  const form = { title: '表单', submit: '提交', cancel: '取消', fields: [tooMany] }
  expect(() => formModal(form, { press: 'p', thread: 't', channel: 'C1' })).toThrow('options')
})
