// The way out to Slack: each card stands in its channel exactly once, whatever happens to the answers, and a limit in
// one channel is felt in that channel only.
import { afterEach, describe, expect, it } from 'vitest'
import type { Card } from '#bot'
import { slackRoute } from '../../../adapters/slack/desks.ts'
import { parseSlackChannels } from '../../../adapters/slack/index.ts'
import type { Room } from '../../../adapters/store/store.ts'
import { staffed } from '../../support/lead-scene.ts'
import { startSlackServer } from '../../support/slack-server.ts'
import { createFakeStore, until } from '../delivery/fake-outbox.ts'
import { startLife } from './life.ts'

const TOKEN = 'xoxb-test'
const knowledge = staffed()
const { desks } = parseSlackChannels('icbc=CICBC,boc=CBOC')
const room = (desk: string): Room => ({ kind: 'desk', desk, thread: 'lead-1' })
const card = (words: string): Card => ({
  title: words,
  lines: [{ kind: 'field', label: '企业', value: '示例科技' }],
  buttons: [[{ text: '接单', press: 'claim' }]],
})
const toIcbc = { platform: 'slack' as const, address: 'CICBC', room: room('icbc') }
const toBoc = { platform: 'slack' as const, address: 'CBOC', room: room('boc') }

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function start() {
  const server = await startSlackServer(TOKEN, ['CICBC', 'CBOC'])
  const store = createFakeStore()
  const logged: string[] = []
  const log = (level: string, code: string, fields?: object) =>
    void logged.push(`${level} ${code} ${JSON.stringify(fields ?? {})}`)
  const life = await startLife({
    botToken: TOKEN,
    signingSecret: 's',
    port: 0,
    apiUrl: server.apiUrl,
    desks,
    knowledge,
    store,
    log,
  })
  closers.push(async () => {
    await life.stop()
    await server.stop()
  })
  return { server, store, logged }
}

describe('sending to Slack', () => {
  it('posts the head card to the channel and later cards into its thread', async () => {
    const { server, store } = await start()
    store.add(card('新线索'), toIcbc)
    await until(() => store.open() === 0, 'head sent')
    const head = server.posts[0]
    expect(head).toMatchObject({
      channel: 'CICBC',
      metadata: { event_type: 'yinqi_message', event_payload: { id: '1' } },
    })
    expect(store.results).toEqual([{ id: 1n, result: { is: 'sent', externalId: head?.ts } }])
    store.add(card('客户留言'), { ...toIcbc, threadRoot: head?.ts ?? '' })
    await until(() => store.open() === 0, 'thread sent')
    expect(server.posts[1]?.threadTs).toBe(head?.ts)
    expect(server.calls.find(call => call.method === 'chat.postMessage')?.form).toMatchObject({
      unfurl_links: 'false',
      unfurl_media: 'false',
      link_names: 'false',
      parse: 'none',
    })
  })

  it('changes a card in place, and posts anew when it is gone', async () => {
    const { server, store } = await start()
    store.add(card('新线索'), toIcbc)
    await until(() => store.open() === 0, 'sent')
    store.add(card('已接单'), { ...toIcbc, replaces: server.posts[0]?.ts ?? '' })
    await until(() => store.open() === 0, 'changed')
    expect(server.posts).toMatchObject([{ edited: true, text: expect.stringContaining('已接单') }])
    store.add(card('再来'), { ...toIcbc, replaces: '1600000000.000001' })
    await until(() => store.open() === 0, 'posted')
    expect(server.posts).toHaveLength(2)
  })

  it.each(['channel', 'thread'])('stands in the %s exactly once when the answer was lost', async where => {
    const { server, store } = await start()
    store.add(card('先到'), toIcbc)
    await until(() => store.open() === 0, 'the first')
    const threadRoot = server.posts[0]?.ts ?? ''
    server.fault({ method: 'chat.postMessage', does: 'lost' })
    store.add(card('只一次'), where === 'thread' ? { ...toIcbc, threadRoot } : toIcbc)
    await until(() => store.open() === 0, 'settled')
    expect(server.posts).toHaveLength(2)
    const outcomes = store.results.slice(1).map(({ result }) => result)
    expect(outcomes).toMatchObject([{ is: 'uncertain' }, { is: 'sent', externalId: server.posts[1]?.ts }])
  })

  it('posts again when it looked and the message is not there', async () => {
    const { server, store } = await start()
    server.fault({ method: 'chat.postMessage', does: 'drop' })
    store.add(card('终会到'), toIcbc)
    await until(() => store.open() === 0, 'sent')
    expect(server.posts).toHaveLength(1)
    expect(server.calls.map(call => call.method)).toContain('conversations.history')
  })

  it.each([
    ['fatal_error', { error: 'fatal_error' }],
    ['a gateway page', { status: 502 }],
  ])('looks before repeating after %s', async (_what, does) => {
    const { server, store } = await start()
    server.fault({ method: 'chat.postMessage', does })
    server.fault({ method: 'conversations.history', does: { status: 503 } })
    store.add(card('终会到'), toIcbc)
    await until(() => store.open() === 0, 'sent')
    expect(store.results.map(({ result }) => result.is)).toEqual(['uncertain', 'later', 'sent'])
    expect(server.posts).toHaveLength(1)
  })

  it('finds its message behind many others', async () => {
    const { server, store } = await start()
    server.fault({ method: 'chat.postMessage', does: 'lost' })
    const id = store.add(card('在后面'), toIcbc)
    await until(() => server.posts.length === 1, 'posted, answer lost')
    const mine = server.posts[0]
    for (let other = 0; other < 250 && mine; other++) {
      server.posts.push({ ...mine, ts: (Number(mine.ts) + 1 + other).toFixed(6), metadata: undefined })
    }
    await until(() => store.open() === 0, 'found')
    expect(store.results.at(-1)).toEqual({ id, result: { is: 'sent', externalId: mine?.ts } })
  })

  it.each([
    ['a wait', { limitSeconds: 1 }],
    ['ratelimited in a 200', { error: 'ratelimited' }],
    ['no wait', { limitSeconds: undefined }],
  ])('obeys a limit with %s, in that channel only', async (what, does) => {
    const { server, store } = await start()
    server.fault({ method: 'chat.postMessage', channel: 'CICBC', does })
    store.add(card('慢'), toIcbc)
    store.add(card('快'), toBoc)
    await until(() => server.posts.length === 1 && store.results.length === 2, 'the other channel is served')
    expect(server.posts[0]?.channel).toBe('CBOC')
    expect(store.results.find(({ id }) => id === 1n)?.result).toMatchObject({ is: 'later', code: 'limited' })
    if (what !== 'a wait') return
    await until(() => store.open() === 0, 'then the limited one')
    const mine = server.calls.filter(call => call.method === 'chat.postMessage' && call.form['channel'] === 'CICBC')
    expect(mine).toHaveLength(2)
    expect((mine[1]?.at ?? 0) - (mine[0]?.at ?? 0)).toBeGreaterThan(990)
  })

  it('leaves a second between posts in one channel', async () => {
    const { server, store } = await start()
    store.add(card('一'), toIcbc)
    store.add(card('二'), toIcbc)
    await until(() => store.open() === 0, 'both')
    const [first, second] = server.calls.filter(call => call.method === 'chat.postMessage')
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(980)
  })

  it.each(['channel_not_found', 'is_archived', 'msg_too_long', 'invalid_blocks', 'not_in_channel', 'some_new_error'])(
    'gives up on %s',
    async error => {
      const { server, store, logged } = await start()
      server.fault({ method: 'chat.postMessage', does: { error } })
      store.add(card('x'), toIcbc)
      await until(() => store.open() === 0, 'settled')
      expect(store.results).toEqual([{ id: 1n, result: { is: 'dead', code: error } }])
      expect(logged.some(line => line.startsWith('error delivery.dead') && line.includes(error))).toBe(true)
    },
  )

  it.each(['token_revoked', 'invalid_auth'])(
    'keeps a card while %s stands in the way of all, and says so',
    async error => {
      const { server, store, logged } = await start()
      server.fault({ method: 'chat.postMessage', does: { error } })
      store.add(card('x'), toIcbc)
      await until(() => store.results.length === 1, 'tried')
      expect(store.results).toEqual([
        { id: 1n, result: { is: 'later', at: expect.any(String), code: `mend-${error}` } },
      ])
      expect(logged.some(line => line.startsWith('warn delivery.later') && line.includes(`mend-${error}`))).toBe(true)
      expect(server.posts).toEqual([])
    },
  )

  it('does not send an enterprise chat to Slack, nor a card that cannot be carried', async () => {
    const { server, store } = await start()
    store.add(card('x'), { ...toIcbc, room: { kind: 'enterprise', platform: 'telegram', peer: '1' } })
    store.add({ lines: [], buttons: [[{ text: 'x', press: 'x'.repeat(65) }]] }, toBoc)
    await until(() => store.open() === 0, 'settled')
    const codes = store.results.map(({ result }) => (result.is === 'dead' ? result.code : ''))
    expect(codes.sort()).toEqual(['not-a-desk', 'unrenderable'])
    expect(server.posts).toEqual([])
  })

  it('logs no words of a card and no token', async () => {
    const { server, store, logged } = await start()
    server.fault({ method: 'chat.postMessage', times: 2, does: { status: 500 } })
    store.add(card('机密企业名称'), toIcbc)
    await until(() => store.open() === 0, 'sent')
    expect(logged.join()).not.toMatch(/机密|示例|xoxb/)
  })

  it('routes a desk to its channel and others nowhere', () => {
    expect(slackRoute(desks)('icbc')).toEqual([{ platform: 'slack', address: 'CICBC' }])
    expect(slackRoute(desks)('abc')).toEqual([])
  })
})
