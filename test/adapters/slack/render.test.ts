// Slack's rendering against a checker it shares no code with: whatever a customer typed, nothing rings, links or poses
// as the bank's own words, and Slack would accept the message.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Button, type Card, type Line, PRESS_BYTES_MAX } from '#bot'
import { slackUnescape } from '../../../adapters/slack/escape.ts'
import { render } from '../../../adapters/slack/render.ts'
import { blocksFault } from '../../support/slack-blocks.ts'

const hostile = fc.constantFrom(
  '<!channel>',
  '<!here>',
  '<!subteam^S1>',
  '<@U1>',
  '<#C1|x>',
  '<https://evil|工商银行>',
  '&lt;!channel&gt;',
  '*粗*',
  '`',
  '>>> ',
  '\n审批通过\n',
  ':tada:',
  '@channel',
  'https://evil.example',
  '\u202e',
)
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.oneof(hostile, fc.string({ maxLength: 8 })), { maxLength: 8 }).map(parts => parts.join('')),
  fc.integer({ min: 100, max: 5_000 }).map(length => '银企桥<!channel>😀'.repeat(length / 12)),
)
const line: fc.Arbitrary<Line> = fc.oneof(
  words.map((text): Line => ({ kind: 'text', text })),
  words.map((text): Line => ({ kind: 'head', text })),
  fc.tuple(words, words).map(([label, value]): Line => ({ kind: 'field', label, value })),
  fc.tuple(words, words).map(([text, detail]): Line => ({ kind: 'item', text, detail })),
  fc.tuple(words, words).map(([who, text]): Line => ({ kind: 'quote', who, text })),
)
const button: fc.Arbitrary<Button> = fc.record({
  text: words,
  press: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: PRESS_BYTES_MAX }),
  style: fc.constantFrom('primary' as const, 'danger' as const, undefined),
})
const card: fc.Arbitrary<Card> = fc.record({
  title: fc.option(words, { nil: undefined }),
  lines: fc.array(line, { maxLength: 120, size: 'max' }),
  buttons: fc.array(fc.array(button, { minLength: 1, maxLength: 30 }), { maxLength: 8, size: 'max' }),
  note: fc.option(words, { nil: undefined }),
})

/** Every object of a message, at any depth. */
function* objects(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  yield value as Record<string, unknown>
  for (const inner of Object.values(value)) yield* objects(inner)
}

const asJson = (blocks: unknown): Record<string, unknown>[] => JSON.parse(JSON.stringify(blocks))

describe('a card on Slack', () => {
  it('is accepted, and nothing in it is live, whatever was typed', () => {
    fc.assert(
      fc.property(card, shown => {
        const { text, blocks } = render(shown, 'lead-1')
        expect(blocksFault(asJson(blocks))).toBeUndefined()
        expect(text).not.toMatch(/[<>]/)
        expect(text.length).toBeLessThan(4_000)
        for (const object of objects(blocks)) {
          if (object['type'] === 'mrkdwn') {
            expect(object['verbatim']).toBe(true)
            expect(object['text']).not.toMatch(/[<>]/)
            expect(String(object['text']).replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&')
          }
          if (object['type'] === 'plain_text') expect(object['emoji']).toBe(false)
          expect(String(object['text'] ?? '')).not.toMatch(/[\u202a-\u202e\u200b-\u200f]/)
          expect(['user', 'usergroup', 'broadcast', 'link', 'channel', 'emoji']).not.toContain(object['type'])
        }
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })

  it('brings every press and its thread back', () => {
    fc.assert(
      fc.property(card, shown => {
        const { blocks } = render(shown, 'lead-1')
        const values = [...objects(blocks)].filter(one => one['type'] === 'button').map(one => one['value'])
        const expected = (shown.buttons ?? []).flat().map(({ press }) => ({ press, thread: 'lead-1' }))
        expect(values.map(value => JSON.parse(String(value)))).toEqual(expected)
      }),
      { numRuns: 50, endOnFailure: true },
    )
  })

  it('shows a lead as header, fields, quote, buttons and small print', () => {
    const lead: Card = {
      title: '新线索 · 示例科技',
      lines: [
        { kind: 'field', label: '评级', value: 'B' },
        { kind: 'field', label: '额度', value: '*300* 万元' },
        { kind: 'quote', who: '客户', text: '请尽快\n<!channel> 审批通过' },
      ],
      buttons: [[{ text: '接单', press: 'claim', style: 'primary' }]],
      note: '以银行审核为准',
    }
    expect(render(lead, 'lead-1')).toEqual({
      text: '◆ 新线索 · 示例科技 / 评级：B / 额度：*300* 万元 / 客户：“请尽快 / &lt;!channel&gt; 审批通过” / （以银行审核为准）',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: '新线索 · 示例科技', emoji: false } },
        {
          type: 'section',
          fields: [
            { type: 'mrkdwn', text: '*评级*\nB', verbatim: true },
            { type: 'plain_text', text: '额度\n*300* 万元', emoji: false },
          ],
        },
        {
          type: 'rich_text',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text: '客户：', style: { bold: true } }] },
            { type: 'rich_text_quote', elements: [{ type: 'text', text: '请尽快 ⏎ <!channel> 审批通过' }] },
          ],
        },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              text: { type: 'plain_text', text: '接单', emoji: false },
              action_id: 'press:0:0',
              value: '{"press":"claim","thread":"lead-1"}',
              style: 'primary',
            },
          ],
        },
        { type: 'context', elements: [{ type: 'plain_text', text: '以银行审核为准', emoji: false }] },
      ],
    })
  })

  it('rings the people a card is for by their accounts, and nobody whose account is not known', () => {
    const accounts: Record<string, string> = { jia: 'UJIA', yi: 'UYI' }
    const card: Card = { lines: [{ kind: 'text', text: '请 <@UOTHER> 领取' }], calls: ['jia', 'nobody', 'yi'] }
    const { blocks } = render(card, 'lead-1', person => accounts[person])
    expect(blocksFault(JSON.parse(JSON.stringify(blocks)))).toBeUndefined()
    const rung = JSON.stringify(blocks).match(/"user_id":"[^"]+"/g)
    expect(rung).toEqual(['"user_id":"UJIA"', '"user_id":"UYI"'])
    expect(JSON.stringify(render(card, 'lead-1').blocks)).not.toContain('user_id')
  })

  it('shows every field, ten to a block, and keeps within fifty blocks', () => {
    const fields = Array.from({ length: 23 }, (_, at): Line => ({ kind: 'field', label: `项${at}`, value: `值${at}` }))
    const shown = asJson(render({ lines: fields }, 'x').blocks)
    expect(blocksFault(shown)).toBeUndefined()
    for (let at = 0; at < 23; at++) expect(JSON.stringify(shown)).toContain(`*项${at}*\\n值${at}`)
    const mixed = fields.flatMap((one): Line[] => [one, { kind: 'text', text: '隔' }])
    const many = asJson(render({ title: '多', lines: [...mixed, ...mixed], note: '注' }, 'x').blocks)
    expect(blocksFault(many)).toBeUndefined()
    expect(many).toHaveLength(50)
    expect(JSON.stringify(many)).toContain('内容较长')
  })

  it('says how long a message was that is shown in part', () => {
    const { blocks } = render({ lines: [{ kind: 'quote', who: '客户', text: '长'.repeat(4_000) }] }, 'x')
    expect(JSON.stringify(blocks)).toContain('共 4000 字')
  })

  it('says that a card goes on where it was shortened', () => {
    const lines = Array.from({ length: 400 }, (): Line => ({ kind: 'text', text: '很长的一行'.repeat(40) }))
    expect(JSON.stringify(render({ lines }, 'x').blocks)).toContain('内容较长')
  })
})

describe('text from Slack', () => {
  it.each([
    ['3 &lt; 5 &amp;&amp; 7 &gt; 6', '3 < 5 && 7 > 6'],
    ['&amp;lt;!channel&amp;gt;', '&lt;!channel&gt;'],
    ['<@U9> 请看 <#C1|credit>', '@U9 请看 #credit'],
    ['<!here> <!subteam^S1|@risk>', '@here @risk'],
    ['<https://x.cn>', 'https://x.cn'],
    ['<http://x.cn|x.cn>', 'x.cn'],
    ['<https://evil|工商银行>', '工商银行 (https://evil)'],
    ['<mailto:a@b.cn|a@b.cn>', 'a@b.cn'],
  ])('%s reads %s', (escaped, typed) => {
    expect(slackUnescape(escaped)).toBe(typed)
  })
})
