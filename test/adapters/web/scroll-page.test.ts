// What of the conversation is in view, in a real browser: answers are read from their beginning, and nobody who reads
// further up is moved.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Card } from '#bot'
import { createMemoryStore } from '../../support/memory-store.ts'
import { bot, greetingBot, hasChromium, own, PHONE, useBrowser } from './browser.ts'
import { words } from './scenario.ts'

/** Longer than a screen. */
const long = (title: string): Card => ({
  title,
  lines: Array.from({ length: 40 }, (_, n) => ({ kind: 'text', text: `${title}，第 ${n + 1} 行` })),
})
/** After this long nothing of an answer is still moving. */
const SETTLED_MS = 300
/** Two cards this far apart are two answers. */
const APART_MS = 1_800

/** Where an element begins, in pixels below the upper edge of the log. */
const topOf = (page: Page, text: string) =>
  page.locator('.log').evaluate((log, wanted) => {
    const element = [...log.querySelectorAll('.message')].find(one => one.textContent?.includes(wanted))
    return (element?.getBoundingClientRect().top ?? Number.NaN) - log.getBoundingClientRect().top
  }, text)
const heightOf = (page: Page) => page.locator('.log').evaluate(log => log.clientHeight)
const isAtEnd = (page: Page) =>
  page.locator('.log').evaluate(log => log.scrollHeight - log.clientHeight - log.scrollTop < 2)
const say = async (page: Page, text: string) => {
  await page.locator('.chat textarea').fill(text)
  await page.keyboard.press('Enter')
}

describe.skipIf(!hasChromium)('the view', () => {
  const { serve, visit } = useBrowser()

  async function open(path = '/chat') {
    const store = createMemoryStore()
    const { room } = greetingBot(store)
    const { page } = await visit((await serve(store)).address, path, PHONE)
    await bot(page).nth(1).waitFor()
    const answer = (...cards: readonly Card[]) =>
      store.answerWith(({ event }) => {
        if (event.kind !== 'text') return
        store.say(room(), { card: words(event.text), direction: 'in' })
        for (const card of cards) store.say(room(), { card })
      })
    return { page, answer, tell: (card: Card) => store.say(room(), { card }) }
  }

  test('several long cards: what was said stands on top, the first card begins below it', async () => {
    const { page, answer } = await open()
    answer(long('评分'), long('匹配'), words('下一步'))
    await say(page, '看结果')
    await bot(page).getByText('下一步').waitFor()
    await page.waitForTimeout(SETTLED_MS)
    expect(await topOf(page, '看结果')).toBeCloseTo(12, 0)
    expect(await topOf(page, '评分')).toBeLessThan((await heightOf(page)) / 4)
    expect(await page.getByRole('button', { name: '下面还有' }).isVisible()).toBe(true)
    await page.getByRole('button', { name: '下面还有' }).click()
    expect(await isAtEnd(page)).toBe(true)
  })

  test('after a long message of one’s own the answer still begins in view', async () => {
    const { page, answer } = await open()
    answer(long('评分'))
    await say(page, '我们公司的情况是这样的。'.repeat(60))
    await bot(page).getByText('评分，第 40 行').waitFor()
    await page.waitForTimeout(SETTLED_MS)
    const top = await topOf(page, '评分')
    expect(top).toBeGreaterThan(0)
    expect(top).toBeLessThan((await heightOf(page)) / 2)
  })

  test('whoever reads further up stays there, whatever comes', async () => {
    const { page, answer, tell } = await open()
    answer(long('评分'), long('匹配'))
    await say(page, '看结果')
    await bot(page).getByText('匹配，第 40 行').waitFor()
    await page.waitForTimeout(SETTLED_MS)
    await page.locator('.log').evaluate(log => {
      log.scrollTop = 100
    })
    await page.waitForTimeout(SETTLED_MS)
    const before = await topOf(page, '评分')
    tell(words('银行来话了'))
    tell(long('又一张'))
    await bot(page).getByText('又一张，第 40 行').waitFor()
    await page.waitForTimeout(APART_MS)
    tell(words('再来一句'))
    await bot(page).getByText('再来一句').waitFor()
    await page.waitForTimeout(SETTLED_MS)
    expect(await topOf(page, '评分')).toBeCloseTo(before, 0)
    expect(await page.getByRole('button', { name: '下面还有' }).isVisible()).toBe(true)
  })

  test('whoever still reads the beginning of a long answer is not moved by what comes later', async () => {
    const { page, answer, tell } = await open()
    answer(long('评分'))
    await say(page, '看结果')
    await bot(page).getByText('评分，第 40 行').waitFor()
    await page.waitForTimeout(APART_MS)
    const before = await topOf(page, '评分')
    tell(long('银行来话了'))
    await bot(page).getByText('银行来话了，第 40 行').waitFor()
    await page.waitForTimeout(SETTLED_MS)
    expect(await topOf(page, '评分')).toBeCloseTo(before, 0)
  })

  test('at the end, what comes by itself is read from its beginning and nothing goes back up', async () => {
    const { page, answer, tell } = await open()
    answer(long('评分'))
    await say(page, '看结果')
    await bot(page).getByText('评分，第 40 行').waitFor()
    await page.getByRole('button', { name: '下面还有' }).click()
    await page.waitForTimeout(APART_MS)
    tell(words('银行来话了'))
    await bot(page).getByText('银行来话了').waitFor()
    await page.waitForTimeout(APART_MS)
    expect(await isAtEnd(page)).toBe(true)
    tell(long('专班的报告'))
    await bot(page).getByText('专班的报告，第 40 行').waitFor()
    await page.waitForTimeout(SETTLED_MS)
    expect(await topOf(page, '专班的报告')).toBeCloseTo(12, 0)
  })

  test('what came while the other half was shown is read from its beginning', async () => {
    const { page, answer, tell } = await open('/')
    answer(long('评分'))
    await say(page, '看结果')
    await bot(page).getByText('评分，第 40 行').waitFor()
    await page.waitForTimeout(APART_MS)
    await page.getByRole('button', { name: '银行与专班' }).click()
    tell(words('银行领取了'))
    tell(long('专班的报告'))
    const tab = page.getByRole('button', { name: /^企业/ })
    await expect.poll(() => tab.locator('.count').textContent()).toBe('2')
    await tab.click()
    await page.waitForTimeout(SETTLED_MS)
    expect(await topOf(page, '银行领取了')).toBeCloseTo(12, 0)
  })

  test('when a keyboard takes half of the room, the end stays in view', async () => {
    const { page, answer } = await open()
    answer(long('评分'))
    await say(page, '看结果')
    await bot(page).getByText('评分，第 40 行').waitFor()
    await page.getByRole('button', { name: '下面还有' }).click()
    await page.setViewportSize({ width: 390, height: 500 })
    await expect.poll(() => isAtEnd(page)).toBe(true)
  })

  test('two messages in a row: each answer stands below its question', async () => {
    const { page, answer } = await open()
    answer(words('好的'))
    await say(page, '第一句')
    await say(page, '第二句')
    await expect.poll(() => bot(page).count()).toBe(4)
    await expect.poll(() => own(page).count()).toBe(2)
    const texts = (await page.locator('.message').allInnerTexts()).slice(2).map(text => text.split('\n').at(-1))
    expect(texts).toEqual(['第一句', '好的', '第二句', '好的'])
  })
})
