// What an update becomes, shape by shape.
import { describe, expect, it } from 'vitest'
import { parseUpdate } from '../../../adapters/telegram/receive.ts'

const AT = '2026-11-22T01:00:00.000Z'
const chat = { id: 7, type: 'private', first_name: '张' }
const from = { id: 7, is_bot: false, first_name: '张', language_code: 'zh-hans' }
const message = (extra: object) => ({ message_id: 5, date: 1, chat, from, ...extra })
const menu = new Map([['results', 'x']])
const parse = (update: object) => parseUpdate({ update_id: 900, ...update }, '42', AT, menu)

describe('a Telegram update', () => {
  it('with text is a text event of its chat, keyed by bot and update', () => {
    expect(parse({ message: message({ text: '三千万左右' }) })).toEqual({
      is: 'event',
      messageId: 5,
      received: {
        platform: 'telegram',
        eventId: '42:900',
        at: AT,
        target: { kind: 'conversation', peer: '7' },
        from: { kind: 'enterprise' },
        language: 'zh',
        event: { kind: 'text', text: '三千万左右', message: { id: '5', edited: false } },
      },
    })
  })

  it.each([
    ['/start', { kind: 'open' }],
    ['/start binjiang-park', { kind: 'open', channel: 'binjiang-park' }],
    ['/start  <b>park</b>', { kind: 'open' }],
    ['/start  一个园区', { kind: 'open' }],
    ['/results', { kind: 'press', press: 'x' }],
    ['/results@yinqi_bot', { kind: 'press', press: 'x' }],
    ['/results 怎么看', { kind: 'text', text: '/results 怎么看' }],
    ['/start@yinqi_bot', { kind: 'open' }],
    ['/started', { kind: 'text', text: '/started' }],
    ['/help', { kind: 'text', text: '/help' }],
    ['a\u0000b\ud800', { kind: 'text', text: 'ab\ufffd' }],
  ])('reads %j as %j', (text, event) => {
    expect(parse({ message: message({ text }) })).toMatchObject({ received: { event } })
  })

  it('of an edited message is a text event too', () => {
    expect(parse({ edited_message: message({ text: '五百万' }) })).toMatchObject({
      received: { eventId: '42:900', event: { kind: 'text', text: '五百万', message: { id: '5', edited: true } } },
    })
    const commands = ['/start', '/results'].map(text => parse({ edited_message: message({ text }) }))
    expect(commands).toMatchObject([
      { received: { event: { kind: 'text', text: '/start' } } },
      { received: { event: { kind: 'text', text: '/results' } } },
    ])
    expect(commands.every(one => !('messageId' in one))).toBe(true)
  })

  it('of somebody who stops the bot tells that they are away; everything else about members is ignored', () => {
    const member = (status: string, type = 'private') => ({
      my_chat_member: { chat: { id: 7, type }, from, new_chat_member: { status } },
    })
    expect(parse(member('kicked'))).toMatchObject({ received: { target: { peer: '7' }, event: { kind: 'away' } } })
    for (const other of [member('member'), member('kicked', 'group'), member('left', 'supergroup')]) {
      expect(parse(other)).toEqual({ is: 'ignored', why: 'member' })
    }
  })

  it('about a group that became a supergroup is said to nobody', () => {
    const group = { chat: { id: -9, type: 'group' }, migrate_to_chat_id: -1_009 }
    expect(parse({ message: message(group) })).toEqual({ is: 'ignored', why: 'migration' })
  })

  it('of a button is a press, with the callback to answer', () => {
    const query = { id: 'q1', from, message: message({}), data: 'answer:need.amount:3' }
    expect(parse({ callback_query: query })).toMatchObject({
      callback: 'q1',
      received: { target: { peer: '7' }, event: { kind: 'press', press: 'answer:need.amount:3' } },
    })
  })

  it.each([
    ['too long', 'x'.repeat(65)],
    ['not ours', '按钮'],
  ])('of a button whose data is %s is answered and ignored', (_why, data) => {
    const query = { id: 'q1', from, message: message({}), data }
    expect(parse({ callback_query: query })).toEqual({ is: 'ignored', why: 'callback', callback: 'q1', language: 'zh' })
  })

  it('from a group gets a polite line, never a case', () => {
    const group = message({ chat: { id: -9, type: 'supergroup' }, text: '你好' })
    expect(parse({ message: group })).toMatchObject({ is: 'polite', line: 'group', chat: -9 })
    expect(parse({ callback_query: { id: 'q', from, message: group, data: 'x' } })).toMatchObject({ is: 'ignored' })
  })

  it('with a picture or document is a file, the largest size, and its caption an event of its own', () => {
    const sizes = [90, 1280, 320].map(width => ({ file_id: `f${width}`, width, height: 1, file_size: width }))
    const photo = parse({ message: message({ photo: sizes, caption: '营收三千万' }) })
    expect(photo).toMatchObject({
      is: 'file',
      peer: '7',
      file: { id: 'f1280', bytes: 1280 },
      stub: { eventId: '42:900', target: { peer: '7' } },
      words: { eventId: '42:900:caption', event: { kind: 'text', text: '营收三千万' } },
    })
    expect(photo).not.toHaveProperty('stub.event')
    const document = { file_id: 'd', file_name: '审计报告.pdf', file_size: 12, mime_type: 'application/x-evil' }
    const parsed = parse({ message: message({ document, caption: '/start x' }) })
    expect(parsed).toMatchObject({ is: 'file', file: { id: 'd', name: '审计报告.pdf', bytes: 12 } })
    expect(parse({ edited_message: message({ document }) })).toEqual({ is: 'ignored', why: 'no-text' })
  })

  it('with a voice message or sticker gets a polite line', () => {
    expect(parse({ message: message({ voice: {} }) })).toMatchObject({ is: 'polite', line: 'words-only', chat: 7 })
  })

  it('from a bot, of an unknown kind or shape is ignored', () => {
    expect(parse({ message: message({ text: 'x', from: { ...from, is_bot: true } }) })).toMatchObject({ is: 'ignored' })
    expect(parse({ poll: { id: 'p' } })).toEqual({ is: 'ignored', why: 'kind' })
    expect(parseUpdate(null, '42', AT)).toEqual({ is: 'ignored', why: 'shape' })
    expect(parse({ message: { text: 'no chat' } })).toEqual({ is: 'ignored', why: 'shape' })
  })

  it('hints English for everybody who does not read Chinese, and nothing when unknown', () => {
    const languageIn = (code: string | undefined) =>
      parse({ message: message({ text: 'x', from: { ...from, language_code: code } }) })
    expect(languageIn('zh-TW')).toMatchObject({ received: { language: 'zh' } })
    expect(languageIn('de')).toMatchObject({ received: { language: 'en' } })
    expect(languageIn(undefined)).toMatchObject({ received: { language: undefined } })
  })
})
