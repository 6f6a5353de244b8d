// As in real use: a browser, https by a proxy, the product behind it on this machine. What only counts there is seen there:
// cookies bound to the host, forwarded addresses, streams through the proxy, the widget on another https website.
import { type Browser, chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { hasOpenssl, startHttps } from '../../support/https-proxy.ts'
import { deskRoom } from '../../support/memory-store.ts'
import { bot, CHROMIUM, FLAGS, greetingBot, hasChromium } from './browser.ts'
import { lead } from './scenario.ts'
import { useStaff } from './staff-scene.ts'

const TIMEOUT_MS = 60_000
const BRIDGE = 'bridge.test'
const PARK = 'www.park.test'
const { link, start } = useStaff()

const park = (bridge: string) => ({
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': `default-src 'none'; script-src ${bridge}; frame-src ${bridge}`,
  },
  html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>园区</title><script src="${bridge}/widget.js" async></script></head><body><h1>园区</h1></body></html>`,
})

if (!hasOpenssl) console.warn('tests over https are skipped: no openssl')

describe.skipIf(!hasChromium || !hasOpenssl)('behind https', () => {
  const stops: (() => unknown)[] = []
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [...FLAGS, `--host-resolver-rules=MAP *.test 127.0.0.1`],
    })
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  })

  const open = async () => {
    const https = await startHttps(BRIDGE, { [PARK]: park })
    stops.push(https.close)
    const [origin, site] = [https.originOf(BRIDGE), https.originOf(PARK)]
    const web = await start({}, { origin, names: [BRIDGE], proxies: ['loopback'], widgetOrigins: [site] })
    https.leadTo(web.address)
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    stops.push(() => context.close())
    return { ...web, origin, site, context, page: await context.newPage() }
  }

  test('staff sign in, act and sign out; the cookie is bound to this host', { timeout: TIMEOUT_MS }, async () => {
    const { store, origin, context, page } = await open()
    const room = deskRoom('harbour-bank', 'L-0001')
    store.say(room, { card: lead('待领取'), slot: 'L-0001' })
    await page.goto(`${origin}/desk`)
    expect(page.url()).toBe(`${origin}/desk/sign-in`)
    await page.goto('about:blank')
    await page.goto(`${origin}/desk/sign-in#${await link('wang')}`)
    await page.getByRole('button', { name: '进入工作台' }).click()
    await page.waitForURL(`${origin}/desk`)
    const cookies = await context.cookies(origin)
    expect(cookies).toMatchObject([
      { name: '__Host-yinqi_desk', secure: true, httpOnly: true, sameSite: 'Lax', path: '/', domain: BRIDGE },
    ])
    await page.getByRole('button', { name: '领取' }).click()
    await expect.poll(() => store.inbox.length).toBe(1)
    expect(store.inbox[0]?.from).toMatchObject({ desk: 'harbour-bank', person: 'wang' })
    // a stream goes through the proxy as it comes
    store.say(room, { card: lead('已领取'), slot: 'L-0001' })
    await page.locator('.badge').getByText('已领取').waitFor()
    await page.getByRole('button', { name: '退出', exact: true }).click()
    await page.getByText('已退出工作台').waitFor()
    expect(await context.cookies(origin)).toEqual([])
  })

  test('the widget on another https website keeps its talk, apart from the page’s own', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const { store, site, origin, page, context } = await open()
    greetingBot(store)
    await page.goto(site)
    const launch = page.getByRole('button', { name: '融资问一问' })
    await launch.click()
    const chat = page.frameLocator('iframe')
    await chat.getByText('贵公司是高新技术企业吗？').waitFor()
    await page.reload()
    await launch.click()
    await chat.getByText('贵公司是高新技术企业吗？').waitFor()
    const peers = () => new Set(store.inbox.map(({ target }) => (target.kind === 'conversation' ? target.peer : '')))
    expect(peers().size).toBe(1)
    const whole = await context.newPage()
    await whole.goto(`${origin}/chat`)
    await bot(whole).getByText('贵公司是高新技术企业吗？').waitFor()
    expect(peers().size).toBe(2)
  })
})
