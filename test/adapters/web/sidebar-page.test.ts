// The list of channels in a real browser: where requests are stands on top, everything else waits behind one line, and the
// first request opens by itself for somebody who has not chosen anything.
import { describe, expect, test } from 'vitest'
import { createMemoryStore, deskRoom, type MemoryStore } from '../../support/memory-store.ts'
import { greetingBot, hasChromium, PHONE, useBrowser } from './browser.ts'
import { DESKS, lead, words } from './scenario.ts'

const offer = (store: MemoryStore, desk: string, thread: string) =>
  store.say(deskRoom(desk, thread), { card: { ...lead('待领取'), title: `${thread} · 待领取` }, slot: thread })

describe.skipIf(!hasChromium)('the list of channels', () => {
  const { serve, visit } = useBrowser()

  test('channels with requests stand on top, newest first; the others are counted and closed, and stay as left', async () => {
    const store = createMemoryStore()
    offer(store, 'river-bank', 'L-0001')
    offer(store, 'tax-team', 'V-0001')
    const { page, faults } = await visit((await serve(store)).address, '/desk')
    const busy = page.locator('.busy-list .channel-name')
    const others = page.locator('.others')
    await expect.poll(() => busy.allTextContents()).toEqual(['税务服务专班', '江南农商行'])
    expect(await others.locator('summary').textContent()).toBe(`其他机构（${DESKS.length - 2}）`)
    expect(await page.getByRole('button', { name: /海港银行/ }).isVisible()).toBe(false)
    expect(await page.getByRole('heading', { name: /V-0001/ }).isVisible()).toBe(true)

    store.say(deskRoom('river-bank', 'L-0001'), { card: words('企业补充了材料') })
    await expect.poll(() => busy.allTextContents()).toEqual(['江南农商行', '税务服务专班'])
    expect(
      await page
        .getByRole('button', { name: /江南农商行/ })
        .locator('.count')
        .textContent(),
    ).toBe('1')
    offer(store, 'harbour-bank', 'L-0002')
    await expect.poll(() => busy.allTextContents()).toEqual(['海港银行', '江南农商行', '税务服务专班'])

    await others.locator('summary').click()
    expect(await others.locator('.group').allTextContents()).toEqual(['其他机构（3）', '担保', '基金', '服务专班'])
    await page.getByRole('button', { name: /市融资担保/ }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: /市融资担保/ }).waitFor()
    await others.locator('summary').click()
    await page.reload()
    await expect.poll(() => busy.count()).toBe(3)
    expect(await page.getByRole('button', { name: /市融资担保/ }).isVisible()).toBe(false)
    expect(faults).toEqual([])
  })

  test('the first request opens its channel; a second one, and one after a choice, only count', async () => {
    const store = createMemoryStore()
    const { page } = await visit((await serve(store)).address, '/desk')
    await page.getByText('暂时没有需求').waitFor()
    expect(await page.getByLabel('我是').isVisible()).toBe(false)
    offer(store, 'river-bank', 'L-0001')
    await page.getByRole('heading', { name: /L-0001/ }).waitFor()
    expect(await page.getByLabel('我是').inputValue()).toBe('值班客户经理')
    offer(store, 'harbour-bank', 'L-0002')
    await expect
      .poll(() =>
        page
          .getByRole('button', { name: /海港银行/ })
          .locator('.count')
          .textContent(),
      )
      .toBe('1')
    expect(await page.getByRole('heading', { name: /L-0001/ }).isVisible()).toBe(true)
  })

  test('whoever chose an empty channel stays there', async () => {
    const store = createMemoryStore()
    const { page } = await visit((await serve(store)).address, '/desk')
    await page.getByText('其他机构').click()
    await page.getByRole('button', { name: /科创种子基金/ }).click()
    offer(store, 'river-bank', 'L-0001')
    const channel = page.getByRole('button', { name: /江南农商行/ })
    await expect.poll(() => channel.locator('.count').textContent()).toBe('1')
    expect(await page.locator('.channel-title').textContent()).toBe('科创种子基金')
  })

  test('on a phone the first request is open behind its tab, and unread until somebody looks', async () => {
    const store = createMemoryStore()
    greetingBot(store)
    const { page } = await visit((await serve(store)).address, '/', PHONE)
    const tab = page.getByRole('button', { name: /银行与专班/ })
    await page.locator('.message.bot').first().waitFor()
    offer(store, 'river-bank', 'L-0001')
    await expect.poll(() => tab.locator('.count').textContent()).toBe('1')
    await tab.click()
    await page.getByRole('heading', { name: /L-0001/ }).waitFor()
    expect(await tab.locator('.count').isVisible()).toBe(false)
    await page.getByRole('button', { name: '返回列表' }).click()
    offer(store, 'tax-team', 'V-0001')
    await expect
      .poll(() => page.locator('.busy-list .channel-name').allTextContents())
      .toEqual(['税务服务专班', '江南农商行'])
    expect(await page.locator('.threads').isVisible()).toBe(false)
  })
})
