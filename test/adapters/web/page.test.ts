// The enterprise's half of the page in a real browser: what an enterprise sees and does, with a bot played by the test.
import { describe, expect, test } from 'vitest'
import { createMemoryStore, deskRoom } from '../../support/memory-store.ts'
import { bot, greetingBot, hasChromium, own, PHONE, useBrowser } from './browser.ts'
import { plan, question, quoted, words, XSS } from './scenario.ts'

describe.skipIf(!hasChromium)('the chat', () => {
  const { serve, visit } = useBrowser()

  test('an enterprise is greeted, answers by keyboard alone, and sees its answer once', async () => {
    const store = createMemoryStore()
    greetingBot(store)
    const { page, faults } = await visit((await serve(store)).address, '/chat', PHONE)
    await bot(page)
      .getByText(question.title ?? '')
      .waitFor()
    const yes = page.getByRole('button', { name: '是', exact: true })
    for (let n = 0; n < 20 && !(await yes.evaluate(button => button.matches(':focus'))); n++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await bot(page)
      .getByText(plan.title ?? '')
      .waitFor()
    expect(store.inbox.map(({ event }) => event)).toEqual([
      { kind: 'open' },
      { kind: 'press', press: 'a:hightech:yes' },
    ])
    await page.getByRole('textbox').fill('去年营收两千八百万')
    await page.keyboard.press('Enter')
    await expect.poll(() => bot(page).count()).toBe(4)
    expect(await own(page).allInnerTexts()).toEqual([
      expect.stringContaining('是'),
      expect.stringContaining('两千八百万'),
    ])
    expect(await page.getByRole('textbox').inputValue()).toBe('')
    expect(faults).toEqual([])
  })

  test('buttons shut from the press until the answer', async () => {
    const store = createMemoryStore()
    const { room } = greetingBot(store)
    const { page } = await visit((await serve(store)).address, '/chat', PHONE)
    const yes = page.getByRole('button', { name: '是', exact: true })
    await yes.waitFor()
    store.answerWith(() => {})
    await yes.click()
    await yes.click({ force: true })
    await page.getByRole('button', { name: '跳过' }).click({ force: true })
    await expect.poll(() => store.inbox.length).toBe(2)
    expect(await yes.isDisabled()).toBe(true)
    await page.locator('.typing').waitFor({ state: 'visible' })
    store.say(room(), { card: plan })
    await expect.poll(() => yes.isDisabled()).toBe(false)
    expect(await page.locator('.typing').isVisible()).toBe(false)
    expect(store.inbox).toHaveLength(2)
  })

  test('Enter that confirms an input method sends nothing; Shift+Enter starts a line', async () => {
    const store = createMemoryStore()
    greetingBot(store)
    const { page } = await visit((await serve(store)).address, '/chat')
    const box = page.getByRole('textbox')
    await bot(page).first().waitFor()
    await box.fill('yingshou')
    await box.dispatchEvent('keydown', { key: 'Enter', isComposing: true })
    await box.dispatchEvent('keydown', { key: 'Enter', keyCode: 229 })
    await box.press('Shift+Enter')
    expect(await box.inputValue()).toBe('yingshou\n')
    expect(store.inbox.filter(({ event }) => event.kind === 'text')).toEqual([])
    await box.press('Enter')
    await expect.poll(() => store.inbox.filter(({ event }) => event.kind === 'text').length).toBe(1)
  })

  test('markup stays text, on both sides', async () => {
    const store = createMemoryStore()
    const { room } = greetingBot(store)
    const { page, faults } = await visit((await serve(store)).address, '/')
    await bot(page).first().waitFor()
    const evil = { title: XSS, lines: [words(XSS), quoted(XSS, XSS)].flatMap(card => card.lines), note: XSS }
    const fields = {
      lines: [{ kind: 'field', label: XSS, value: XSS } as const, { kind: 'item', text: XSS, detail: XSS } as const],
    }
    for (const card of [evil, fields]) {
      store.say(room(), { card: { ...card, buttons: [[{ text: XSS, press: 'x' }]] } })
      store.say(deskRoom('harbour-bank', 'L-0001'), { card, slot: card === evil ? 'L-0001' : undefined })
    }
    store.say(deskRoom('harbour-bank', 'L-0001'), { card: words('回复'), direction: 'in', author: XSS })
    await page.locator('.thread').getByText('回复').waitFor()
    expect(await page.getByText('<script>alert(1)</script>').count()).toBeGreaterThan(12)
    expect(await page.locator('main img, main script').count()).toBe(0)
    expect(await page.title()).toContain('银企桥')
    expect(faults).toEqual([])
  })

  test('a line that breaks: what was written waits, is sent once, and the gap is replayed', async () => {
    const store = createMemoryStore()
    const { room } = greetingBot(store)
    const web = await serve(store)
    const { page } = await visit(web.address, '/chat', PHONE)
    await bot(page)
      .getByText(question.title ?? '')
      .waitFor()
    await web.close()
    await page.locator('.chat .offline').waitFor({ state: 'visible' })
    await page.getByRole('textbox').fill('断线时写的')
    await page.keyboard.press('Enter')
    await page.getByText('等待网络').waitFor()
    store.say(room(), { card: words('断线时说的') })
    await serve(store, Number(new URL(web.address).port))
    await page.getByText('断线时说的').waitFor({ timeout: 20_000 })
    await expect.poll(() => store.inbox.filter(({ event }) => event.kind === 'text').length).toBe(1)
    await expect.poll(() => own(page).allInnerTexts()).toEqual([expect.stringContaining('断线时写的')])
    await page.locator('.chat .offline').waitFor({ state: 'hidden' })
    expect(await page.getByText('等待网络').count()).toBe(0)
  })

  test('an answer that gets lost: the message is sent again under its key and counts once', async () => {
    const store = createMemoryStore()
    greetingBot(store)
    const { page } = await visit((await serve(store)).address, '/chat')
    await bot(page)
      .getByText(question.title ?? '')
      .waitFor()
    let lost = 0
    await page.route('**/chat/text', async route => {
      await route.fetch()
      if (lost++ === 0) await route.abort()
      else await route.continue()
    })
    await page.getByRole('textbox').fill('只说一次')
    await page.keyboard.press('Enter')
    await expect.poll(() => store.duplicates()).toBeGreaterThan(0)
    expect(store.inbox.filter(({ event }) => event.kind === 'text')).toHaveLength(1)
    await expect.poll(() => own(page).allTextContents()).toEqual([expect.stringContaining('只说一次')])
  })

  test('a text that is refused stays with its reason', async () => {
    const store = createMemoryStore()
    greetingBot(store)
    const { page } = await visit((await serve(store)).address, '/chat')
    await bot(page).first().waitFor()
    const box = page.getByRole('textbox')
    await box.fill('字'.repeat(4_001))
    await box.press('Enter')
    await page.getByRole('alert').getByText('4000').waitFor()
    expect(await box.inputValue()).toHaveLength(4_001)
    await page.route('**/chat/text', route =>
      route.fulfill({ status: 400, json: { error: 'malformed', message: { zh: '没看懂', en: 'unreadable' } } }),
    )
    await box.fill('你好')
    await box.press('Enter')
    await own(page).getByText('没看懂').waitFor()
    expect(store.inbox.map(({ event }) => event.kind)).toEqual(['open'])
  })

  test('a reload shows the same conversation and does not greet twice', async () => {
    const store = createMemoryStore()
    greetingBot(store)
    const { page } = await visit((await serve(store)).address, '/chat')
    await bot(page)
      .getByText(question.title ?? '')
      .waitFor()
    await page.getByRole('textbox').fill('我们做传感器')
    await page.keyboard.press('Enter')
    await expect.poll(() => bot(page).count()).toBe(3)
    await page.reload()
    await expect.poll(() => bot(page).count()).toBe(3)
    expect(await own(page).count()).toBe(1)
    expect(store.inbox).toHaveLength(2)
  })

  test('a card with the same slot takes the place of the older; deleted data leaves the screen', async () => {
    const store = createMemoryStore()
    const { room } = greetingBot(store)
    const { page } = await visit((await serve(store)).address, '/chat')
    await bot(page)
      .getByText(question.title ?? '')
      .waitFor()
    store.say(room(), { card: { ...question, title: '下一题' }, slot: 'question' })
    await bot(page).getByText('下一题').waitFor()
    expect(await bot(page).count()).toBe(2)
    await page.getByRole('button', { name: '是', exact: true }).click()
    await page.getByRole('textbox').fill('营收两千万')
    await page.keyboard.press('Enter')
    await expect.poll(() => bot(page).count()).toBe(4)
    expect(await own(page).count()).toBe(2)
    store.erase()
    store.say(room(), { card: words('已全部删除') })
    await expect.poll(() => bot(page).count()).toBe(1)
    expect(await own(page).count()).toBe(0)
    // The bubble of the press is forgotten too: the same word, said anew, has a place of its own.
    store.say(room(), { card: words('是'), direction: 'in' })
    await expect.poll(() => own(page).count()).toBe(1)
    expect(await page.locator('.log').textContent()).not.toContain('两千万')
  })
})
