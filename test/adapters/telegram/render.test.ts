// Telegram's rendering against a parser it does not share code with: nothing a person typed is lost or becomes markup,
// and no message breaks a limit, whatever the card.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Button, type Card, type Line, PRESS_BYTES_MAX } from '#bot'
import { render } from '../../../adapters/telegram/render.ts'
import { visibleText } from '../../support/telegram-checks.ts'

const hostile = fc.constantFrom(
  '<b>',
  '</b>',
  '&lt;',
  '&amp;lt;',
  '<a href="tg://x">',
  '>',
  '&',
  '<!channel>',
  '一'.repeat(9),
)
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.oneof(hostile, fc.string({ maxLength: 8 })), { maxLength: 8 }).map(parts => parts.join('')),
  fc.integer({ min: 2_000, max: 9_000 }).map(length => '银企桥\n😀 '.repeat(length / 6)),
)
const line: fc.Arbitrary<Line> = fc.oneof(
  words.map((text): Line => ({ kind: 'text', text })),
  words.map((text): Line => ({ kind: 'head', text })),
  fc.tuple(words, words).map(([label, value]): Line => ({ kind: 'field', label, value })),
  fc.tuple(words, words).map(([text, detail]): Line => ({ kind: 'item', text, detail })),
  fc.tuple(words, words).map(([who, text]): Line => ({ kind: 'quote', who, text })),
)
const button: fc.Arbitrary<Button> = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 200 }).map(text => `按${text}`),
  press: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: PRESS_BYTES_MAX }),
})
const card: fc.Arbitrary<Card> = fc.record({
  title: fc.option(words, { nil: undefined }),
  lines: fc.array(line, { maxLength: 25, size: 'max' }),
  buttons: fc.array(fc.array(button, { minLength: 1, maxLength: 12 }), { maxLength: 5 }),
  note: fc.option(words, { nil: undefined }),
})

/** Every text of a card, in the order it is read. */
function textsOf({ title, lines, note }: Card): string[] {
  const inLines = lines.flatMap(one => {
    switch (one.kind) {
      case 'field':
        return [one.label, one.value]
      case 'item':
        return [one.text, one.detail ?? '']
      case 'quote':
        return [one.who, one.text]
      case 'file':
        return [one.name, one.detail]
      default:
        return [one.text]
    }
  })
  return [title ?? '', ...inLines, note ?? '']
}

/** Without white space and what cannot be shown at all: Telegram trims the one and drops the other. */
function essence(text: string): string {
  return [...text.toWellFormed()].filter(char => !/\s|\p{Cc}/u.test(char)).join('')
}

function isInOrder(needle: string, haystack: string): boolean {
  let at = 0
  for (const char of needle) {
    at = haystack.indexOf(char, at) + char.length
    if (at < char.length) return false
  }
  return true
}

describe('a card on Telegram', () => {
  it('keeps every character and every limit', () => {
    fc.assert(
      fc.property(card, shown => {
        const parts = render(shown)
        const visible = parts.map(part => visibleText(part.html))
        for (const text of visible) {
          expect(text.trim()).not.toBe('')
          expect(text.length).toBeLessThanOrEqual(4096)
        }
        const all = essence(visible.join(''))
        for (const text of textsOf(shown)) if (text.length < 2_000) expect(all).toContain(essence(text))
        expect(isInOrder(textsOf(shown).map(essence).join(''), all)).toBe(true)
      }),
      { numRuns: 150, endOnFailure: true },
    )
  })

  it('hangs all buttons on the last part, in order', () => {
    fc.assert(
      fc.property(card, shown => {
        const parts = render(shown)
        for (const part of parts.slice(0, -1)) expect(part.keyboard).toBeUndefined()
        const keys = (parts.at(-1)?.keyboard ?? []).flat()
        expect(keys.map(key => key.callback_data)).toEqual(shown.buttons?.flat().map(one => one.press))
        for (const key of keys) expect(Object.keys(key)).toEqual(['text', 'callback_data'])
      }),
      { numRuns: 100, endOnFailure: true },
    )
  })

  it('loses nothing when one text fills several messages', () => {
    const long = Array.from({ length: 3_000 }, (_, index) => `第${index}行`).join('\n')
    const parts = render({ lines: [{ kind: 'quote', who: '客户', text: long }] })
    expect(parts.length).toBeGreaterThan(3)
    const visible = parts.map(part => visibleText(part.html))
    expect(essence(visible.join(''))).toBe(essence(`客户：${long}`))
    for (const text of visible.slice(1)) expect(text).toMatch(/^第\d+行/)
  })

  it('cuts between characters, never inside one', () => {
    for (const shift of ['', 'a']) {
      const long = `${shift}${'😀'.repeat(5_000)}`
      const visible = render({ lines: [{ kind: 'text', text: long }] }).map(part => visibleText(part.html))
      expect(visible.every(text => text.isWellFormed())).toBe(true)
      expect(visible.join('')).toBe(long)
    }
  })

  it('shows markup a person typed as typed', () => {
    const [part] = render({
      lines: [{ kind: 'text', text: '<b>审批通过</b> &amp; <a href="https://evil">工商银行</a>' }],
    })
    expect(part?.html).toBe('&lt;b&gt;审批通过&lt;/b&gt; &amp;amp; &lt;a href="https://evil"&gt;工商银行&lt;/a&gt;')
  })

  it('refuses a press Telegram would refuse', () => {
    const tooLong = { lines: [], buttons: [[{ text: '好', press: '一'.repeat(22) }]] }
    expect(() => render(tooLong)).toThrow(/66/)
  })
})
