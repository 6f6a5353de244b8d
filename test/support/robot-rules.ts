// What Feishu, DingTalk and WeCom ask of a request to a group robot, as their pages say, written from those pages and not from
// our adapter: signature, fields, size, how often. Each answers in the words of its service, inside an HTTP 200.
import { createHmac } from 'node:crypto'
import { z } from 'zod'

export type RobotName = 'feishu' | 'dingtalk' | 'wecom'

export interface RobotRules {
  readonly path: (token: string) => string
  readonly token: (url: URL) => string
  readonly done: object
  readonly unknownToken: object
  readonly badSign: object
  readonly badBody: object
  readonly tooFast: object
  readonly bytesMax: number
  /** windows in milliseconds, and how many may fall into one */
  readonly rates: readonly (readonly [number, number])[]
  readonly isSigned: (url: URL, body: Record<string, unknown>, secret: string, now: number) => boolean
  readonly body: z.ZodType
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const near = (at: number, now: number): boolean => Math.abs(at - now) < HOUR_MS
const chars = (max: number) => z.string().min(1).max(max)
const link = z.url({ protocol: /^https?$/ })

const larkText = z.strictObject({ tag: z.literal('plain_text'), content: z.string().min(1) })
const feishuBody = z.strictObject({
  timestamp: z.string().optional(),
  sign: z.string().optional(),
  msg_type: z.literal('interactive'),
  card: z.strictObject({
    config: z.strictObject({ wide_screen_mode: z.boolean() }),
    header: z.strictObject({ template: z.enum(['blue', 'green', 'red', 'orange', 'grey']), title: larkText }),
    elements: z
      .array(
        z.discriminatedUnion('tag', [
          z.strictObject({ tag: z.literal('div'), text: larkText }),
          z.strictObject({
            tag: z.literal('action'),
            actions: z.array(
              z.strictObject({ tag: z.literal('button'), type: z.literal('primary'), text: larkText, url: link }),
            ),
          }),
          z.strictObject({ tag: z.literal('note'), elements: z.array(larkText) }),
        ]),
      )
      .min(1),
  }),
})

const dingtalkBody = z.strictObject({
  msgtype: z.literal('actionCard'),
  actionCard: z.strictObject({
    title: z.string().min(1),
    text: z.string().min(1),
    singleTitle: z.string().min(1),
    singleURL: link,
  }),
})

const opens = { type: z.literal(1), url: link }
const wecomBody = z.strictObject({
  msgtype: z.literal('template_card'),
  template_card: z.strictObject({
    card_type: z.literal('text_notice'),
    main_title: z.strictObject({ title: chars(26), desc: chars(30).optional() }),
    sub_title_text: chars(112).optional(),
    horizontal_content_list: z
      .array(z.strictObject({ keyname: chars(5), value: chars(26) }))
      .max(6)
      .optional(),
    jump_list: z.array(z.strictObject({ ...opens, title: chars(60) })).max(3),
    card_action: z.strictObject(opens),
  }),
})

const hmac = (key: string, message: string): string => createHmac('sha256', key).update(message).digest('base64')

export const ROBOT_RULES: Readonly<Record<RobotName, RobotRules>> = {
  feishu: {
    path: token => `/open-apis/bot/v2/hook/${token}`,
    token: url => /^\/open-apis\/bot\/v2\/hook\/([\w-]+)$/.exec(url.pathname)?.[1] ?? '',
    done: { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' },
    unknownToken: { code: 19001, msg: 'param invalid: incoming webhook access token invalid' },
    badSign: { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time' },
    badBody: { code: 9499, msg: 'Bad Request', data: {} },
    tooFast: { code: 11232, msg: 'frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]', data: {} },
    bytesMax: 20 * 1_024,
    rates: [
      [1_000, 5],
      [MINUTE_MS, 100],
    ],
    isSigned: (_url, { timestamp, sign }, secret, now) =>
      near(Number(timestamp) * 1_000, now) && sign === hmac(`${timestamp}\n${secret}`, ''),
    body: feishuBody,
  },
  dingtalk: {
    path: token => `/robot/send?access_token=${token}`,
    token: url => (url.pathname === '/robot/send' ? (url.searchParams.get('access_token') ?? '') : ''),
    done: { errcode: 0, errmsg: 'ok' },
    unknownToken: { errcode: 300005, errmsg: 'token is not exist' },
    badSign: { errcode: 310000, errmsg: 'sign not match' },
    badBody: { errcode: 40035, errmsg: 'invalid parameter' },
    tooFast: { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' },
    bytesMax: 20_000,
    rates: [[MINUTE_MS, 20]],
    isSigned({ searchParams }, _body, secret, now) {
      const stamp = searchParams.get('timestamp') ?? ''
      return near(Number(stamp), now) && searchParams.get('sign') === hmac(secret, `${stamp}\n${secret}`)
    },
    body: dingtalkBody,
  },
  wecom: {
    path: token => `/cgi-bin/webhook/send?key=${token}`,
    token: url => (url.pathname === '/cgi-bin/webhook/send' ? (url.searchParams.get('key') ?? '') : ''),
    done: { errcode: 0, errmsg: 'ok' },
    unknownToken: { errcode: 93000, errmsg: 'invalid webhook url' },
    badSign: {},
    badBody: { errcode: 40058, errmsg: 'invalid parameter' },
    tooFast: { errcode: 45009, errmsg: 'api freq out of limit' },
    bytesMax: 20_000,
    rates: [[MINUTE_MS, 20]],
    isSigned: () => true,
    body: wecomBody,
  },
}
