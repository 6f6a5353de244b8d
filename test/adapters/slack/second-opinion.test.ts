// Our Slack adapter against a Slack that others wrote: `emulate` of Vercel Labs (pinned exactly: a later "latest" has another
// owner), with tokens that have the scopes of our manifest and no more. It checks methods, fields, scopes, threads, metadata
// and views; block limits, rates, Socket Mode and clicks it does not know, those are our own stand-in's part.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Card } from '#bot'
import { parseSlackChannels } from '../../../adapters/slack/index.ts'
import { WITHDRAWN_CARD } from '../../../adapters/store/recall.ts'
import { acts, applied, BANK, clerk, lead, staffed } from '../../support/lead-scene.ts'
import { ROOT } from '../../support/rulebook.ts'
import { sendSigned } from '../../support/slack-server.ts'
import { createFakeStore, until } from '../delivery/fake-outbox.ts'
import { click, reply } from './envelopes.ts'
import { startLife } from './life.ts'
import { closers, OURS, openWorkspace } from './workspace.ts'

const SECRET = 'shhh'
const ENTRY = { name: 'yinqi-visit.ics', type: 'text/calendar', bytes: Buffer.from('BEGIN:VCALENDAR\r\n') }
const manifestSchema = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) })

const { oauth_config: granted } = manifestSchema.parse(
  parse(readFileSync(path.join(ROOT, 'adapters/slack/manifest.yaml'), 'utf8')),
)

async function start(scopes: readonly string[] = granted.scopes.bot) {
  const workspace = await openWorkspace(scopes)
  const knowledge = staffed({ jia: { accounts: [workspace.user] } })
  const scene = applied(knowledge)
  acts(knowledge, scene, clerk('甲', BANK, workspace.user), 'take')
  const store = createFakeStore()
  store.known = scene.case
  const logged: string[] = []
  const log = (_level: string, code: string, fields?: object) =>
    void logged.push(`${code} ${JSON.stringify(fields ?? {})}`)
  const life = await startLife({
    handFile: async file => (file === 'caseV1.ics' ? ENTRY : undefined),
    botToken: OURS,
    signingSecret: SECRET,
    port: 0,
    apiUrl: workspace.apiUrl,
    desks: parseSlackChannels(`${BANK}=${workspace.channel}`).desks,
    knowledge,
    store,
    log,
  })
  closers.push(life.stop)
  const thread = lead(scene).id
  const to = {
    platform: 'slack' as const,
    address: workspace.channel,
    room: { kind: 'desk' as const, desk: BANK, thread },
  }
  return { ...workspace, store, logged, to, thread, port: life.port }
}

const card = (title: string): Card => ({
  title,
  lines: [{ kind: 'field', label: '地区', value: '苏州 <!channel>' }],
  buttons: [[{ text: '领取', press: 'L:x:take' }]],
})
const tsOf = (of: Awaited<ReturnType<typeof start>>, index: number): string => {
  const result = of.store.results[index]?.result
  return result?.is === 'sent' ? (result.externalId ?? '') : expect.unreachable('not sent')
}

it('a card, its thread and its change arrive with nothing but the scopes of the manifest', async () => {
  const of = await start()
  await until(() => of.logged.some(line => line.startsWith('slack.ready')), 'the token is taken')
  of.store.add(card('新线索'), of.to)
  await until(() => of.store.open() === 0, 'posted')
  of.store.add(card('企业来信'), { ...of.to, threadRoot: tsOf(of, 0) })
  of.store.add(card('已领取'), { ...of.to, replaces: tsOf(of, 0) })
  await until(() => of.store.open() === 0, 'all sent')
  const [head] = await of.messages()
  expect(head).toMatchObject({ ts: tsOf(of, 0), text: expect.stringContaining('已领取') })
  expect(head?.text).toContain('&lt;!channel&gt;')
  const thread = await of.messages(tsOf(of, 0))
  expect(thread.map(({ text }) => text.slice(0, 6))).toEqual([
    expect.stringContaining('已领取'),
    expect.stringContaining('企业来信'),
  ])
})

it.each(['channel', 'thread'])(
  'a lost answer: by our metadata the message in the %s is found, and stands once',
  async where => {
    const of = await start()
    of.store.add(card('先到'), of.to)
    await until(() => of.store.open() === 0, 'the first')
    const root = tsOf(of, 0)
    of.loseAnswer('chat.postMessage')
    of.store.add(card('只一次'), where === 'thread' ? { ...of.to, threadRoot: root } : of.to)
    await until(() => of.store.open() === 0, 'settled')
    expect(of.store.results.slice(1).map(({ result }) => result.is)).toEqual(['uncertain', 'sent'])
    const standing = [...(await of.messages()), ...(await of.messages(root)).slice(1)]
    expect(standing.filter(({ text }) => text.includes('只一次'))).toHaveLength(1)
  },
)

it('who writes is named as the workspace names them', async () => {
  const of = await start()
  of.store.add(card('新线索'), of.to)
  await until(() => of.store.open() === 0, 'posted')
  of.store.bindThread(of.channel, tsOf(of, 0), of.thread)
  const event = reply('请问研发费用怎么归集？', tsOf(of, 0), { channel: of.channel, user: of.user })
  expect(await sendSigned(of.port, event, { secret: SECRET })).toBe(200)
  await until(() => of.store.accepted.length === 1, 'stored')
  expect(of.store.accepted[0]?.from).toMatchObject({ kind: 'staff', person: of.user, name: '王经理' })
})

it('the home tab is published, and a form opens with a trigger of the workspace, once', async () => {
  const of = await start()
  const opened = {
    type: 'event_callback',
    event_id: 'EvHome',
    event: { type: 'app_home_opened', user: of.user, tab: 'home', channel: 'D1' },
  }
  expect(await sendSigned(of.port, opened, { secret: SECRET })).toBe(200)
  const { trigger_id: trigger } = z.object({ trigger_id: z.string() }).parse(await of.ask('views.generateTriggerId'))
  const press = {
    ...click(`L:${of.thread}:refuse`, of.thread, { channel: of.channel, user: of.user }),
    trigger_id: trigger,
  }
  expect(await sendSigned(of.port, press, { secret: SECRET })).toBe(200)
  expect(of.store.accepted).toEqual([])
  expect(of.logged.filter(line => /home-failed|form-/.test(line))).toEqual([])
  // a trigger is good for one form: the same click with it again is stored as a press
  const again = {
    ...click(`L:${of.thread}:refuse`, of.thread, { channel: of.channel, user: of.user, at: '1700000009.5' }),
    trigger_id: 'made-up',
  }
  expect(await sendSigned(of.port, again, { secret: SECRET })).toBe(200)
  await until(() => of.store.accepted.length === 1, 'stored as a press')
  expect(of.logged.some(line => line.startsWith('slack.form-not-opened'))).toBe(true)
})

it('a channel that is not there is final, a missing scope waits to be mended, and both are named', async () => {
  const of = await start(granted.scopes.bot.filter(scope => scope !== 'chat:write'))
  of.store.add(card('新线索'), of.to)
  await until(() => of.store.results.length > 0, 'tried')
  const whole = await start()
  whole.store.add(card('新线索'), { ...whole.to, address: 'C0000NONE' })
  await until(() => whole.store.open() === 0, 'settled')
  expect([of, whole].map(({ store }) => store.results.at(-1)?.result)).toEqual([
    { is: 'later', at: expect.any(String), code: 'mend-missing_scope' },
    { is: 'dead', code: 'channel_not_found' },
  ])
})

it.each(['nothing', 'the last answer'])(
  'a file goes up in three steps and is there once when %s is lost, and is deleted with the rest',
  async lost => {
    const of = await start()
    of.store.add(card('上门任务'), of.to)
    await until(() => of.store.open() === 0, 'the head')
    const root = tsOf(of, 0)
    if (lost !== 'nothing') of.loseAnswer('files.completeUploadExternal')
    const lines = [{ kind: 'file' as const, file: 'caseV1.ics', name: '日历', detail: '' }]
    of.store.add({ lines }, { ...of.to, threadRoot: root })
    await until(() => of.store.open() === 0, 'settled')
    const files = async () =>
      (await of.messages(root)).flatMap(
        message =>
          z
            .array(z.object({ name: z.string() }))
            .optional()
            .parse(message['files']) ?? [],
      )
    expect(await files()).toEqual([{ name: 'yinqi-visit.ics' }])
    of.store.add(WITHDRAWN_CARD, { ...of.to, threadRoot: root, replaces: tsOf(of, of.store.results.length - 1) })
    await until(() => of.store.open() === 0, 'taken back')
    expect(of.store.results.at(-1)?.result.is).toBe('sent')
    expect(await files()).toEqual([])
  },
)
