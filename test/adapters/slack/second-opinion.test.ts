// Our Slack adapter against a Slack that others wrote: `emulate` of Vercel Labs (pinned exactly: a later "latest" has another
// owner), with tokens that have the scopes of our manifest and no more. It checks methods, fields, scopes, threads, metadata
// and views; block limits, rates, Socket Mode and clicks it does not know, those are our own stand-in's part.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createEmulator } from 'emulate'
import { afterEach, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Card } from '#bot'
import { startSender } from '../../../adapters/delivery/sender.ts'
import { parseSlackChannels, startSlack } from '../../../adapters/slack/index.ts'
import { acts, applied, BANK, clerk, lead, staffed } from '../../support/lead-scene.ts'
import { ROOT } from '../../support/rulebook.ts'
import { sendSigned } from '../../support/slack-server.ts'
import { createFakeStore, until } from '../delivery/fake-outbox.ts'
import { click, reply } from './envelopes.ts'

const OURS = 'xoxb-ours'
const READER = 'xoxb-reader'
const SECRET = 'shhh'
const manifestSchema = z.object({ oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }) })

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const { oauth_config: granted } = manifestSchema.parse(
  parse(readFileSync(path.join(ROOT, 'adapters/slack/manifest.yaml'), 'utf8')),
)

/** The workspace, and what its members see; `loseAnswer` cuts the line after the next call of a method. */
async function openWorkspace(scopes: readonly string[] = granted.scopes.bot) {
  const slack = {
    strict_scopes: true,
    users: [{ name: 'wang', profile: { display_name: '王经理' } }],
    channels: [{ name: 'leads' }, { name: 'others' }],
    tokens: [
      { token: OURS, scopes },
      { token: READER, scopes: ['channels:read', 'channels:history', 'users:read'] },
    ],
  }
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack } as never })
  closers.push(() => emulator.close())
  const lost: string[] = []
  const proxy = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const { authorization = '', 'content-type': type = '' } = request.headers
    const answer = await fetch(`${emulator.url}${request.url}`, {
      method: 'POST',
      headers: { authorization, 'content-type': type },
      body: Buffer.concat(pieces),
    })
    const text = await answer.text()
    const index = lost.findIndex(method => request.url?.endsWith(method))
    if (index >= 0) {
      lost.splice(index, 1)
      request.socket.destroy()
      return
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  closers.push(async () => {
    proxy.closeAllConnections()
    await new Promise(resolve => proxy.close(resolve))
  })
  const ask = async (method: string, body: object = {}): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${READER}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return z.record(z.string(), z.unknown()).parse(await answer.json())
  }
  const named = z.array(z.object({ id: z.string(), name: z.string() }))
  const idOf = async (method: string, list: string, name: string) =>
    named.parse((await ask(method))[list]).find(one => one.name === name)?.id ?? expect.unreachable(name)
  const channel = await idOf('conversations.list', 'channels', 'leads')
  const messages = async (ts?: string) =>
    z
      .array(z.looseObject({ ts: z.string(), text: z.string(), metadata: z.unknown().optional() }))
      .parse(
        (await ask(ts === undefined ? 'conversations.history' : 'conversations.replies', { channel, ts }))['messages'],
      )
  return {
    apiUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/api/`,
    channel,
    user: await idOf('users.list', 'members', 'wang'),
    messages,
    ask,
    loseAnswer: (method: string) => void lost.push(method),
  }
}

async function start(scopes?: readonly string[]) {
  const workspace = await openWorkspace(scopes)
  const knowledge = staffed({ jia: { accounts: [workspace.user] } })
  const scene = applied(knowledge)
  acts(knowledge, scene, clerk('甲', BANK, workspace.user), 'take')
  const store = createFakeStore()
  store.known = scene.case
  const logged: string[] = []
  const log = (_level: string, code: string, fields?: object) =>
    void logged.push(`${code} ${JSON.stringify(fields ?? {})}`)
  const now = () => new Date()
  const slack = await startSlack({
    botToken: OURS,
    signingSecret: SECRET,
    port: 0,
    apiUrl: workspace.apiUrl,
    desks: parseSlackChannels(`${BANK}=${workspace.channel}`).desks,
    knowledge,
    store,
    wake: () => undefined,
    now,
    log,
  })
  const sender = startSender({ store, platforms: new Map([['slack', slack.send]]), now, log })
  const poke = setInterval(sender.wake, 20)
  closers.push(async () => {
    clearInterval(poke)
    await sender.stop()
    await slack.stop()
  })
  const thread = lead(scene).id
  const to = {
    platform: 'slack' as const,
    address: workspace.channel,
    room: { kind: 'desk' as const, desk: BANK, thread },
  }
  return { ...workspace, store, logged, to, thread, port: slack.port ?? 0 }
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

it('a channel that is not there and a missing scope are final, and named', async () => {
  const of = await start(granted.scopes.bot.filter(scope => scope !== 'chat:write'))
  of.store.add(card('新线索'), of.to)
  await until(() => of.store.open() === 0, 'settled')
  const whole = await start()
  whole.store.add(card('新线索'), { ...whole.to, address: 'C0000NONE' })
  await until(() => whole.store.open() === 0, 'settled')
  expect([of, whole].map(({ store }) => store.results.at(-1)?.result)).toEqual([
    { is: 'dead', code: 'missing_scope' },
    { is: 'dead', code: 'channel_not_found' },
  ])
})
