// Who signed a request, and when: Slack's own example, the edges of the time window, every way to spoil one, through the real
// server. What is refused is refused before it is decoded, and changes nothing.
import { createHmac } from 'node:crypto'
import { request } from 'node:http'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { ConfigFault, readConfig } from '../../../adapters/config.ts'
import { startHttp } from '../../../adapters/slack/http.ts'
import { createQuietLogger } from '../../../adapters/slack/quiet-logger.ts'
import { isSigned, readShown } from '../../../adapters/slack/signature.ts'
import { click } from './envelopes.ts'

const SECRET = '0123456789abcdef0123456789abcdef'
/** The clock of the server stands still. */
const NOW_S = 1_800_000_000
const PATH = '/slack/events'
const BODY = JSON.stringify(click('claim', 'lead-1'))
const FLIPS = 200

type Headers = Readonly<Record<string, string | string[]>>

const sign = (body: string | Buffer, stamp: number | string, secret = SECRET): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex')}`
const signed = (body: string | Buffer, stamp: number | string = NOW_S): Headers => ({
  'x-slack-request-timestamp': String(stamp),
  'x-slack-signature': sign(body, stamp),
})

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function open() {
  const bodies: unknown[] = []
  const logged: string[] = []
  const log = (level: string, code: string) => void logged.push(`${level} ${code}`)
  const server = await startHttp({
    signingSecret: SECRET,
    port: 0,
    accept: async body => void bodies.push(body),
    now: () => new Date(NOW_S * 1_000),
    log,
    logger: createQuietLogger(log),
  })
  closers.push(server.stop)
  /** Sends exactly these bytes and headers; a body left open stays unsent. Answers the status and what was said. */
  const post = (body: string | Buffer, headers: Headers, how: { leaveOpen?: boolean; type?: string } = {}) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: server.port, path: PATH, method: 'POST' }, async response => {
        const pieces: Buffer[] = []
        for await (const piece of response as AsyncIterable<Buffer>) pieces.push(piece)
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() })
        if (how.leaveOpen) sent.destroy()
      })
      sent.on('error', reject)
      sent.setHeader('content-type', how.type ?? 'application/json')
      for (const [name, value] of Object.entries(headers)) sent.setHeader(name, value)
      if (how.leaveOpen) sent.setHeader('content-length', '1000000').flushHeaders()
      else sent.end(body)
    })
  return { post, bodies, logged }
}

describe('the signature', () => {
  it('of Slack’s own example is right, and only then', () => {
    const secret = '8f742231b10e8888abcd99yyyzzz85a5'
    const stamp = '1531420618'
    const body = Buffer.from(
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar' +
        '&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com' +
        '%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN' +
        '&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
    )
    const headers = {
      'x-slack-request-timestamp': stamp,
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    }
    const shown = readShown(headers, new Date(Number(stamp) * 1_000))
    if (typeof shown === 'string') return expect.unreachable(shown)
    expect(isSigned(shown, body, secret)).toBe(true)
    expect(isSigned(shown, body, `${secret}x`)).toBe(false)
    expect(isSigned(shown, body.subarray(0, -1), secret)).toBe(false)
  })

  it.each([
    [0, 200],
    [-299, 200],
    [299, 200],
    [-300, 200],
    [300, 200],
    [-301, 401],
    [301, 401],
    [86_400, 401],
    [-86_400, 401],
  ])('that is right, with a stamp %d s from now, is answered %d', async (seconds, status) => {
    const { post, bodies, logged } = await open()
    expect((await post(BODY, signed(BODY, NOW_S + seconds))).status).toBe(status)
    expect(bodies).toHaveLength(status === 200 ? 1 : 0)
    expect(logged).toEqual(status === 200 ? [] : ['warn slack.request-stale'])
  })

  it('does not survive one flipped bit of body, stamp or signature', async () => {
    const { post, bodies } = await open()
    const right = signed(BODY)
    const flip = (text: string, at: number, bit: number) => {
      const bytes = Buffer.from(text)
      const place = at % bytes.length
      bytes[place] = (bytes[place] ?? 0) ^ (1 << bit)
      return bytes
    }
    // the low four bits keep letters and digits printable, so that the flipped header can be sent at all
    const header = (name: string, at: number, bit: number) => ({
      ...right,
      [name]: flip(String(right[name]), at, bit).toString('latin1'),
    })
    const spoilt = fc
      .tuple(fc.nat(), fc.nat(7))
      .chain(([at, bit]) =>
        fc.constantFrom<[string | Buffer, Headers]>(
          [flip(BODY, at, bit), right],
          [BODY, header('x-slack-request-timestamp', at, bit % 4)],
          [BODY, header('x-slack-signature', at, bit % 4)],
        ),
      )
    for (const [body, headers] of fc.sample(spoilt, FLIPS)) expect((await post(body, headers)).status).toBe(401)
    expect(bodies).toEqual([])
    expect((await post(BODY, right)).status).toBe(200)
  })

  it('is over the bytes as they came: not over the same thing written anew, nor over what merely reads alike', async () => {
    const { post, bodies } = await open()
    const anew = JSON.stringify(JSON.parse(BODY), undefined, 1)
    expect((await post(anew, signed(BODY))).status).toBe(401)
    // both read as the replacement character
    const [one, other] = [0xff, 0xfe].map(byte =>
      Buffer.concat([Buffer.from('{"x":"'), Buffer.from([byte]), Buffer.from('"}')]),
    )
    if (!one || !other) return expect.unreachable()
    expect(one.toString()).toBe(other.toString())
    expect((await post(other, signed(one))).status).toBe(401)
    expect((await post(one, signed(one.toString()))).status).toBe(401)
    expect(bodies).toEqual([])
    expect((await post(one, signed(one))).status).toBe(200)
  })

  const { 'x-slack-request-timestamp': stamp, 'x-slack-signature': signature } = signed(BODY)
  const hash = String(signature).slice('v0='.length)
  it.each<[string, Headers]>([
    ['no header at all', {}],
    ['no stamp', { 'x-slack-signature': signature ?? '' }],
    ['no signature', { 'x-slack-request-timestamp': stamp ?? '' }],
    ['another version', { ...signed(BODY), 'x-slack-signature': `v1=${hash}` }],
    ['no version', { ...signed(BODY), 'x-slack-signature': hash }],
    ['capitals', { ...signed(BODY), 'x-slack-signature': `v0=${hash.toUpperCase()}` }],
    ['something after it', { ...signed(BODY), 'x-slack-signature': `v0=${hash}=00` }],
    ['half of it', { ...signed(BODY), 'x-slack-signature': `v0=${hash.slice(0, 32)}` }],
    [
      'two signatures, the first right',
      { ...signed(BODY), 'x-slack-signature': [`v0=${hash}`, `v0=${'0'.repeat(64)}`] },
    ],
    ['two signatures, both right', { ...signed(BODY), 'x-slack-signature': [`v0=${hash}`, `v0=${hash}`] }],
    ['two stamps', { ...signed(BODY), 'x-slack-request-timestamp': [String(NOW_S), String(NOW_S)] }],
    ['a stamp that is no number', { ...signed(BODY, 'NaN') }],
    ['an empty stamp', { ...signed(BODY, '') }],
    ['a stamp with a sign', { ...signed(BODY, `+${NOW_S}`) }],
    ['another secret', { ...signed(BODY), 'x-slack-signature': sign(BODY, NOW_S, 'a guess at the secret') }],
    ['an empty secret', { ...signed(BODY), 'x-slack-signature': sign(BODY, NOW_S, '') }],
  ])('is refused with %s', async (_what, headers) => {
    const { post, bodies } = await open()
    expect(await post(BODY, headers)).toEqual({ status: 401, text: '' })
    expect(bodies).toEqual([])
  })

  it('is missed before a byte of the body is read', async () => {
    const { post } = await open()
    expect((await post('', {}, { leaveOpen: true })).status).toBe(401)
    expect((await post('', signed('', NOW_S - 301), { leaveOpen: true })).status).toBe(401)
  })

  it('is asked for whatever a request says it is: the address check, the check of the certificate', async () => {
    const { post, bodies } = await open()
    const form = { type: 'application/x-www-form-urlencoded' }
    const payload = encodeURIComponent(BODY)
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'c' })
    for (const [body, how] of [
      ['ssl_check=1', form],
      [`ssl_check=1&payload=${payload}`, form],
      [challenge, {}],
    ] as const) {
      expect(await post(body, {}, how)).toEqual({ status: 401, text: '' })
      expect(await post(body, signed('another body'), how)).toEqual({ status: 401, text: '' })
    }
    expect(await post('ssl_check=1', signed('ssl_check=1'), form)).toEqual({ status: 200, text: '' })
    expect(await post(challenge, signed(challenge))).toEqual({ status: 200, text: '{"challenge":"c"}' })
    expect(bodies).toEqual([])
  })
})

describe('a start', () => {
  const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_CHANNELS: 'icbc=C0123' }
  it.each([
    ['no secret', {}],
    ['an empty secret', { SLACK_SIGNING_SECRET: '' }],
    ['a short secret', { SLACK_SIGNING_SECRET: 'short' }],
  ])('with %s is refused, and the variable named', (_what, secret) => {
    expect(() => readConfig({ ...slack, ...secret })).toThrow(ConfigFault)
    expect(() => readConfig({ ...slack, ...secret })).toThrow('SLACK_SIGNING_SECRET')
  })
})
