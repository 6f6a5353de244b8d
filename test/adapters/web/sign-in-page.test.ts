// Signing in and out in a real browser: the link that only its person's press uses up, the desk of one person, words that
// wait for whoever wrote them, and pages that axe finds nothing wrong with.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { picture, violations } from '../../support/look.ts'
import { deskRoom } from '../../support/memory-store.ts'
import { hasChromium, PHONE, useBrowser, WIDE } from './browser.ts'
import { lead } from './scenario.ts'
import { serve } from './serve.ts'
import { IDLE_MS, PEOPLE, useStaff } from './staff-scene.ts'

const TIMEOUT_MS = 60_000
/** Sizes people sign in at. */
const SCREENS = { phone: PHONE, wide: WIDE }
const { clock, link, start, list, sessions } = useStaff()
/** Nobody is at home there. */
const PROVIDER = { oidc: { issuer: 'http://127.0.0.1:9', clientId: 'yinqi' } }

const enterButton = (page: Page) => page.getByRole('button', { name: '进入工作台' })
const why = (page: Page) => page.locator('.sign-in-why')
const textbox = (page: Page) => page.getByRole('textbox', { name: '回复企业' })
const waiting = (page: Page) => page.evaluate<string | null>(`sessionStorage.getItem('yinqi.desk-outbox.wang')`)

describe.skipIf(!hasChromium)('signing in', () => {
  const { visit } = useBrowser()

  /** Wang's browser, at the desk. */
  const atDesk = async (address: string, screen = WIDE as typeof PHONE | typeof WIDE) => {
    const { page, faults } = await visit(address, `/desk/sign-in#${await link('wang')}`, screen)
    await enterButton(page).click()
    await page.waitForURL(`${address}/desk`)
    return { page, faults }
  }

  test.each(Object.entries(SCREENS))('by a link, on a %s screen', { timeout: TIMEOUT_MS }, async (name, screen) => {
    const { address, store } = await start()
    store.say(deskRoom('harbour-bank', 'L-0001'), { card: lead('待领取'), slot: 'L-0001' })
    store.say(deskRoom('river-bank', 'L-0002'), { card: lead('待领取'), slot: 'L-0002' })
    const secret = await link('wang')
    const { page, faults } = await visit(address, `/desk/sign-in#${secret}`, screen)
    await enterButton(page).waitFor()
    // out of the address, the history and the sight of whoever looks over the shoulder; and not used by looking
    expect(page.url()).toBe(`${address}/desk/sign-in`)
    expect(await sessions()).toBe(0)
    await picture(page, `sign-in-link-${name}`)
    expect(await violations(page)).toEqual([])
    expect(await page.locator('body').evaluate(body => body.scrollWidth)).toBeLessThanOrEqual(screen.viewport.width)
    await enterButton(page).click()
    await page.waitForURL(`${address}/desk`)
    await page.getByRole('heading', { name: /云谷精密/ }).waitFor()
    expect(await page.getByText('江南农商行').count()).toBe(0)
    expect(await page.getByLabel('我是').count()).toBe(0)
    if (name === 'phone') await page.getByRole('button', { name: '返回列表' }).click()
    await page.getByText('名单上的wang').waitFor()
    await picture(page, `signed-in-${name}`)
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await why(page).getByText('已退出工作台').waitFor()
    expect(await sessions()).toBe(0)
    expect(faults).toEqual([])
  })

  test('with a work account, or by a link: each way is offered where it is there', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const { address } = await start({ ways: ['link', 'oidc'], ...PROVIDER }, { origin: 'http://127.0.0.1:1' })
    const { page } = await visit(address, '/desk')
    await page.getByRole('link', { name: '用单位账号登录' }).waitFor()
    await page.getByText('请向管理员要一条').waitFor()
    await picture(page, 'sign-in-both')
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: '用单位账号登录' }).click()
    await why(page).getByText('暂时连不上登录服务').waitFor()
    await page.getByRole('button', { name: /EN/ }).click()
    await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor()
    await picture(page, 'sign-in-away-english')
    expect(await violations(page)).toEqual([])
  })

  test('where nobody can sign in, a page says so', { timeout: TIMEOUT_MS }, async () => {
    const { address } = await serve({ names: ['bridge.example.cn'] })
    const { page } = await visit(address, '/desk', PHONE)
    await why(page).getByText('还没有设置登录').waitFor()
    await picture(page, 'desk-shut')
    expect(await violations(page)).toEqual([])
  })

  test('a used link says so and tells what to do; words in the address are nobody’s', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const { address } = await start()
    const secret = await link('wang')
    const first = await visit(address, `/desk/sign-in#${secret}`)
    await enterButton(first.page).click()
    await first.page.waitForURL(`${address}/desk`)
    const { page } = await visit(address, `/desk/sign-in?why=<b>账号异常，请致电</b>#${secret}`, PHONE)
    expect(await page.getByText('账号异常').count()).toBe(0)
    await enterButton(page).click()
    await why(page).getByText('已经用过或过期了').waitFor()
    await page.getByText('请向管理员要一条').waitFor()
    expect(await enterButton(page).isVisible()).toBe(false)
    await picture(page, 'sign-in-spent')
    expect(await violations(page)).toEqual([])
  })

  test('words written while the sign-in ran out are sent once the same person is back, and by nobody else', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const { address, store } = await start()
    store.say(deskRoom('harbour-bank', 'L-0001'), { card: lead('已领取'), slot: 'L-0001' })
    const { page } = await atDesk(address)
    await textbox(page).fill('材料收到了')
    clock.pass(IDLE_MS)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${address}/desk/sign-in`)
    await why(page).getByText('登录已到时间').waitFor()
    expect(await waiting(page)).toContain('材料收到了')
    // a colleague signs in at the same machine
    await page.goto(`${address}/desk/sign-in#${await link('wang-2')}`)
    await page.reload()
    await page.goto('about:blank')
    await page.goto(`${address}/desk/sign-in#${await link('wang-2')}`)
    await enterButton(page).click()
    await page.waitForURL(`${address}/desk`)
    await page.getByText('名单上的wang-2').waitFor()
    await textbox(page).waitFor()
    expect(store.inbox).toEqual([])
    await page.goto('about:blank')
    await page.goto(`${address}/desk/sign-in#${await link('wang')}`)
    await enterButton(page).click()
    await expect.poll(() => store.inbox.length, { timeout: 10_000 }).toBe(1)
    expect(store.inbox[0]).toMatchObject({ from: { person: 'wang' }, event: { text: '材料收到了' } })
  })

  test('who leaves the list while looking at the desk is led out', { timeout: TIMEOUT_MS }, async () => {
    const { address, store } = await start()
    const room = deskRoom('harbour-bank', 'L-0001')
    store.say(room, { card: lead('已领取'), slot: 'L-0001' })
    const { page } = await atDesk(address)
    await textbox(page).waitFor()
    list(PEOPLE.filter(({ id }) => id !== 'wang'))
    store.say(room, { card: lead('之后'), slot: 'L-0001' })
    await page.waitForURL(`${address}/desk/sign-in`)
    await why(page).getByText('登录已到时间').waitFor()
  })
})
