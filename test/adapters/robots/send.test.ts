// Robots against the strict local services: signatures, sizes, rates, every way of saying no, and what a lost answer costs.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Notice } from '#bot'
import { dingtalkSign, withoutMarkup } from '../../../adapters/robots/dingtalk.ts'
import { feishuSign } from '../../../adapters/robots/feishu.ts'
import { HOSTILE } from '../../support/hostile.ts'
import { ALL, DESK, deliveryOf, openRobots, sendsOf, THREAD } from './world.ts'

const notice = (title = '线索 · 苏州 · 待领取', ...values: string[]): Notice => ({
  title,
  lines: values.map(value => ({ kind: 'field', label: '产品', value })),
  open: '打开工作台',
})

test('signatures are those of the documented Python examples', () => {
  // computed by those examples with Python 3
  expect(feishuSign('1599360473', 'demo')).toBe('l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=')
  expect(dingtalkSign('1577262236757', 'SECthis is secret')).toBe('J2qBKLynGZv5uMXAkGgdbSkX8S8Dbkqw1VOS3Ie+DF0=')
})

describe.each(ALL)('%s', robot => {
  it('takes a notice: signed, in its own form, with a link to the desk', async () => {
    const world = await openRobots()
    expect(await world.send(robot, notice(undefined, '创新积分贷'))).toEqual({ is: 'sent' })
    const [body] = world.server.shown(world.token(robot))
    const text = JSON.stringify(body)
    expect(text).toContain('创新积分贷')
    expect(text).toContain(`https://bridge.example.cn/desk#desk=${DESK}&thread=${THREAD.slice(-8)}`)
    expect(text).not.toContain(THREAD)
  })

  it('stays below the limit of its robot, however much there is to say', async () => {
    const world = await openRobots()
    for (let index = 0; index < 130; index++)
      expect(await world.send(robot, notice(`第 ${index} 条`))).toEqual({ is: 'sent' })
    expect(world.server.refusals).toEqual([])
  })

  it('waits when it is said to be too fast', async () => {
    const world = await openRobots()
    const words = { feishu: { code: 11232 }, dingtalk: { errcode: 130101 }, wecom: { errcode: 45009 } }[robot]
    world.server.fault({ token: world.token(robot), does: { answer: words } })
    const result = await world.send(robot, notice())
    expect(result).toMatchObject({ is: 'later', code: 'limited' })
    const wait = result.is === 'later' ? Date.parse(result.at) - world.clock.at : 0
    // DingTalk silences a robot for ten minutes
    expect(wait).toBe(robot === 'dingtalk' ? 600_000 : 60_000)
  })

  it('waits as long as an HTTP 429 says', async () => {
    const world = await openRobots()
    world.server.fault({ does: { status: 429, headers: { 'retry-after': '7' } } })
    const at = new Date(world.clock.at + 7_000).toISOString()
    expect(await world.send(robot, notice())).toEqual({ is: 'later', at, code: 'limited' })
  })

  it('a refusal inside a 200 is final and is told by its number', async () => {
    const world = await openRobots()
    const [gone, why] = {
      feishu: [{ code: 19001, msg: '绝密' }, 'refused-19001'],
      dingtalk: [{ errcode: 300005, errmsg: '绝密' }, 'refused-300005'],
      wecom: [{ errcode: 93000, errmsg: '绝密' }, 'refused-93000'],
    }[robot] as [object, string]
    world.server.fault({ does: { answer: gone } })
    expect(await world.send(robot, notice())).toEqual({ is: 'dead', code: why })
  })

  it('an answer that says nothing, a gateway’s page and a cut line leave it uncertain', async () => {
    const world = await openRobots()
    for (const does of [{ answer: {} }, { answer: [1] }, { status: 502 }, 'drop'] as const) {
      world.server.fault({ does })
      expect([does, (await world.send(robot, notice())).is]).toEqual([does, 'uncertain'])
    }
    expect(world.server.shown(world.token(robot))).toEqual([])
  })

  it('after a lost answer it is sent a second time, and never a third', async () => {
    const world = await openRobots()
    world.server.fault({ does: 'lost' })
    expect((await world.send(robot, notice('一'))).is).toBe('uncertain')
    world.server.fault({ does: 'lost' })
    expect(await world.send(robot, notice('一'), { uncertain: true })).toEqual({ is: 'dead', code: 'unknown-outcome' })
    expect(world.server.shown(world.token(robot)).length).toBe(2)
    expect(world.server.asked()).toBe(1)
  })

  it('while nobody answers at all, what may have arrived is not sent again', async () => {
    const world = await openRobots()
    const sends = sendsOf(world.server, world.clock, 'SEC-of-one-robot')
    await world.server.stop()
    const results = [
      await sends.get(robot)?.(deliveryOf(robot, notice())),
      await sends.get(robot)?.(deliveryOf(robot, notice(), { uncertain: true })),
    ]
    expect(results.map(result => result?.is)).toEqual(['later', 'later'])
  })

  it('says nothing of another desk, and nothing without a notice', async () => {
    const world = await openRobots()
    const room = { kind: 'desk', desk: 'abc', thread: THREAD } as const
    const { message } = deliveryOf(robot, notice())
    expect(await world.send(robot, notice(), { message: { ...message, room } })).toMatchObject({ is: 'dead' })
    expect(await world.send(robot, notice(), { address: 'abc' })).toMatchObject({ is: 'dead', code: 'no-robot' })
    const { notice: _none, ...card } = message.card
    expect(await world.send(robot, notice(), { message: { ...message, card } })).toMatchObject({ is: 'dead' })
    expect(world.server.shown(world.token(robot))).toEqual([])
  })

  it('refuses to repeat what somebody typed', async () => {
    const world = await openRobots()
    const lines = [{ kind: 'quote', who: '企业', text: '我们的营收是三千万' }] as const
    expect(await world.send(robot, { ...notice(), lines })).toEqual({ is: 'dead', code: 'unrenderable' })
  })

  it('whatever stands in a notice, the service takes it, and nothing in it rings or links', async () => {
    const world = await openRobots()
    for (const words of HOSTILE) {
      expect([words, await world.send(robot, notice(words, words, words))]).toEqual([words, { is: 'sent' }])
    }
    const text = JSON.stringify(world.server.shown(world.token(robot)))
    // only DingTalk reads markup; the others get plain text by its type
    if (robot === 'dingtalk') {
      const shown = world.server.shown(world.token(robot)).map(body => JSON.stringify(body['actionCard']))
      expect(shown.filter(one => /\]\(|<\w|@\d|`/.test(one))).toEqual([])
    }
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/)
  })
})

it.each(['feishu', 'dingtalk'] as const)('%s: a wrong secret is refused by the service', async robot => {
  const world = await openRobots('another secret')
  const code = robot === 'feishu' ? 'refused-19021' : 'refused-310000'
  expect(await world.send(robot, notice())).toEqual({ is: 'dead', code })
})

it.each(ALL)('%s: a notice of any length stays within the limits', async robot => {
  const world = await openRobots()
  const words = fc.string({ unit: 'grapheme', maxLength: 400, size: 'max' })
  const lines = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('field' as const), label: words, value: words }),
      fc.record({ kind: fc.constant('text' as const), text: words }),
    ),
    { maxLength: 30, size: 'max' },
  )
  const results = fc.asyncProperty(words, lines, async (title, given) => {
    const result = await world.send(robot, { title, lines: given, open: '打开工作台' })
    return result.is === 'sent'
  })
  await fc.assert(results, { numRuns: 60, endOnFailure: true })
})

test('in full width no sign of Markdown is left, and every other character stays', () => {
  expect(withoutMarkup('[点我](https://evil.example) **急** @13800138000 <b>')).toBe(
    '［点我］（https:／/evil.example） ＊＊急＊＊ ＠13800138000 ＜b＞',
  )
  expect(withoutMarkup('- 一\n1. 二')).toBe('－ 一\n·1. 二')
})
