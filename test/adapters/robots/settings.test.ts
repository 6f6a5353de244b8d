// The settings of robots: every fault is named, no address and no secret ever is, and no robot serves two desks.
import { describe, expect, test } from 'vitest'
import { ConfigFault, readConfig } from '../../../adapters/config.ts'
import { deskRoute } from '../../../adapters/desk-route.ts'
import { createRobots } from '../../../adapters/robots/index.ts'
import { parseRobots } from '../../../adapters/robots/settings.ts'

const FEISHU = 'https://open.feishu.cn/open-apis/bot/v2/hook/0a1b2c3d-4e5f'
const DINGTALK = 'https://oapi.dingtalk.com/robot/send?access_token=0a1b2c3d4e5f'
const WECOM = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0a1b2c3d-4e5f'
const PUBLIC_ORIGIN = 'https://bridge.example.cn'

test('a desk with its robot, with and without a secret, also at a site of one’s own', () => {
  const { robots, problems } = parseRobots('feishu', `icbc=${FEISHU};demo , abc=${FEISHU}6,`)
  expect(problems).toEqual([])
  expect([...robots]).toEqual([
    ['icbc', { url: FEISHU, secret: 'demo' }],
    ['abc', { url: `${FEISHU}6` }],
  ])
  const own = 'https://wecom.bank.example/cgi-bin/webhook/send?key=k-1'
  expect(parseRobots('wecom', `icbc=${own}`).robots.get('icbc')).toEqual({ url: own })
})

describe('faults', () => {
  test.each([
    ['feishu', FEISHU, 'entry 1: not desk=address;secret'],
    ['feishu', `icbc=${DINGTALK}`, 'icbc: not the webhook address of such a robot'],
    ['feishu', `icbc=${FEISHU.replace('https', 'http')}`, 'icbc: not the webhook address of such a robot'],
    ['feishu', `icbc=${FEISHU.replace('open.', 'user:secret@open.')}`, 'icbc: not the webhook address of such a robot'],
    ['feishu', `icbc=${FEISHU}?next=1`, 'icbc: not the webhook address of such a robot'],
    ['feishu', `icbc=${FEISHU}/../../elsewhere`, 'icbc: not the webhook address of such a robot'],
    ['feishu', 'icbc=file:///etc/passwd', 'icbc: not the webhook address of such a robot'],
    ['feishu', `icbc=${FEISHU};a;b`, 'icbc: not desk=address;secret'],
    ['feishu', `icbc=${FEISHU};`, 'icbc: this kind of robot has no secret to sign with'],
    ['dingtalk', `icbc=${DINGTALK}&sign=x`, 'icbc: not the webhook address of such a robot'],
    ['wecom', `icbc=${WECOM};demo`, 'icbc: this kind of robot has no secret to sign with'],
    ['wecom', `icbc=${WECOM}, icbc=${WECOM}6`, 'icbc: two robots'],
    ['wecom', `icbc=${WECOM}, abc=${WECOM}`, 'abc: the same robot as icbc'],
  ] as const)('%s %s', (robot, text, problem) => {
    expect(parseRobots(robot, text).problems).toEqual([problem])
  })

  test('the start is refused with the name of the variable, and nothing of the address', () => {
    const read = (more: object) => {
      try {
        readConfig({ ...more })
        return []
      } catch (error) {
        if (!(error instanceof ConfigFault)) throw error
        expect(error.message).not.toMatch(/0a1b2c3d|demo/)
        return error.problems
      }
    }
    expect(read({ ROBOT_WECOM: `icbc=${WECOM}` })).toEqual([expect.stringContaining('PUBLIC_ORIGIN')])
    expect(read({ ROBOT_WECOM: `icbc=${WECOM};demo`, PUBLIC_ORIGIN })).toEqual([
      expect.stringContaining('ROBOT_WECOM: icbc'),
    ])
    expect(read({ ROBOT_WECOM: `icbc=${WECOM}`, PUBLIC_ORIGIN: 'bridge' })).toEqual([
      expect.stringContaining('PUBLIC_ORIGIN'),
    ])
    expect(read({ ROBOT_WECOM: `icbc=${WECOM}`, PUBLIC_ORIGIN })).toEqual([])
  })
})

test('a desk’s cards go to its channel and to each of its robots, others nowhere', () => {
  const config = readConfig({
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_CHANNELS: 'icbc=C0123',
    ROBOT_FEISHU: `icbc=${FEISHU};demo`,
    ROBOT_WECOM: `abc=${WECOM}`,
    PUBLIC_ORIGIN,
  })
  expect(config.robots?.deskUrl).toBe('https://bridge.example.cn/desk')
  const route = deskRoute(config)
  expect(route('icbc')).toEqual([
    { platform: 'slack', address: 'C0123' },
    { platform: 'feishu', address: 'icbc' },
  ])
  expect(route('abc')).toEqual([{ platform: 'wecom', address: 'abc' }])
  expect(route('boc')).toEqual([])
})

test('tests never reach a real service', () => {
  const { robots } = parseRobots('wecom', `icbc=${WECOM}`)
  const webhooks = { feishu: new Map(), dingtalk: new Map(), wecom: robots }
  expect(() => createRobots({ webhooks, deskUrl: `${PUBLIC_ORIGIN}/desk`, now: () => new Date() })).toThrow('loopback')
})
