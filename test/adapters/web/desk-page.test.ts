// The clerks' half in a real browser, and both halves together on a phone and in English.
import { describe, expect, test } from 'vitest'
import { createMemoryStore, deskRoom } from '../../support/memory-store.ts'
import { bot, greetingBot, hasChromium, PHONE, useBrowser } from './browser.ts'
import { lead, question, quoted, words } from './scenario.ts'

const FINGER_PX = 44

describe.skipIf(!hasChromium)('the desk', () => {
  const { serve, visit } = useBrowser()

  test('a clerk sees what is new, takes it, and answers in its thread', async () => {
    const store = createMemoryStore()
    const room = deskRoom('tax-team', 'V-0001')
    store.say(deskRoom('harbour-bank', 'L-0001'), { card: lead('待领取'), slot: 'L-0001' })
    const { page, faults } = await visit((await serve(store)).address, '/desk')
    const channel = page.getByRole('button', { name: /税务服务专班/ })
    await page.getByRole('heading', { name: /云谷精密/ }).waitFor()
    expect(await channel.locator('.count').isVisible()).toBe(false)
    store.say(room, { card: { ...lead('待领取'), title: '预约上门' }, slot: 'V-0001' })
    store.say(room, { card: quoted('企业', '周三可以吗') })
    await expect.poll(() => channel.locator('.count').textContent()).toBe('1')
    await channel.click()
    expect(await channel.locator('.count').isVisible()).toBe(false)
    await page.getByLabel('我是').fill('李队员')
    const thread = page.getByRole('article', { name: '预约上门' })
    await thread.getByRole('button', { name: '领取' }).click()
    await expect.poll(() => store.inbox.length).toBe(1)
    store.say(room, { card: { ...lead('已领取'), title: '已由李队员领取' }, slot: 'V-0001' })
    await page.getByRole('heading', { name: '已由李队员领取' }).waitFor()
    expect(await page.getByRole('button', { name: '领取' }).count()).toBe(0)
    store.answerWith(({ event }) => {
      if (event.kind === 'text') store.say(room, { card: words(event.text), direction: 'in', author: '李队员' })
    })
    await page.getByRole('textbox', { name: '回复企业' }).fill('可以，周三上午十点')
    await page.keyboard.press('Enter')
    await page.locator('.said:not(.echo)').getByText('周三上午十点').waitFor()
    expect(await page.getByText('周三上午十点').count()).toBe(1)
    expect(store.inbox).toMatchObject([
      { target: { thread: 'V-0001' }, from: { desk: 'tax-team', name: '李队员' }, event: { press: 'l:1:take' } },
      {
        target: { thread: 'V-0001' },
        from: { desk: 'tax-team', name: '李队员' },
        event: { text: '可以，周三上午十点' },
      },
    ])
    expect(faults).toEqual([])
  })

  test('what a company had deleted leaves the open desk', async () => {
    const store = createMemoryStore()
    const room = deskRoom('harbour-bank', 'L-0001')
    store.say(room, { card: lead('待领取'), slot: 'L-0001' })
    store.say(room, { card: quoted('企业', '我们的电话是……') })
    store.say(room, { card: words('好的'), direction: 'in', author: '王经理' })
    const { page } = await visit((await serve(store)).address, '/desk')
    await page.locator('.said').getByText('好的').waitFor()
    store.erase()
    await page.locator('.thread-head').getByText('资料已删除').waitFor()
    await expect.poll(() => page.locator('.threads').textContent()).not.toMatch(/云谷|电话|好的|王经理/)
  })

  test('a phone shows one half at a time, with targets for fingers and nothing to scroll sideways', async () => {
    const store = createMemoryStore()
    greetingBot(store)
    store.say(deskRoom('harbour-bank', 'L-0001'), { card: lead('待领取'), slot: 'L-0001' })
    const { page } = await visit((await serve(store)).address, '/', PHONE)
    const tab = page.getByRole('button', { name: /银行与专班/ })
    const tooSmall = () =>
      page.locator('button:visible, input:visible:not(.visually-hidden), textarea:visible').evaluateAll(
        (elements, least) =>
          elements
            .map(element => ({ what: element.textContent, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.height < least || box.width < least)
            .map(({ what, box }) => `${what} ${box.width}x${box.height}`),
        FINGER_PX,
      )
    const sideways = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    await bot(page)
      .getByText(question.title ?? '')
      .waitFor()
    expect(await page.locator('.desk').isVisible()).toBe(false)
    expect([await tooSmall(), await sideways()]).toEqual([[], 0])
    await expect.poll(() => tab.locator('.count').textContent()).toBe('1')
    await tab.click()
    expect(await page.locator('.chat').isVisible()).toBe(false)
    await page.getByRole('button', { name: /海港银行/ }).click()
    await page.getByRole('heading', { name: /云谷精密/ }).waitFor()
    expect(await tab.locator('.count').isVisible()).toBe(false)
    expect([await tooSmall(), await sideways()]).toEqual([[], 0])
    await page.getByRole('button', { name: '返回列表' }).click()
    await page.getByText('其他机构').click()
    expect([await tooSmall(), await sideways()]).toEqual([[], 0])
    await page.getByRole('button', { name: /江南农商行/ }).click()
    await page.getByText('暂时没有需求').waitFor()
  })

  test('the switch changes the labels, is remembered, and tells the bot which language was on', async () => {
    const store = createMemoryStore()
    greetingBot(store)
    const { page } = await visit((await serve(store)).address, '/')
    await bot(page).first().waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.locator('.language').click()
    await page.reload()
    await page.getByRole('heading', { name: 'Financing chat' }).waitFor()
    await page.getByText('Others (6)').click()
    await page.getByRole('button', { name: /Harbour Bank/ }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.getByRole('textbox', { name: 'Write or ask here' }).fill('hello')
    await page.keyboard.press('Enter')
    await expect.poll(() => store.inbox.map(({ language }) => language)).toEqual(['zh', 'en'])
  })
})
