// The chat on another website, in a real browser: one script tag on a page with a strict policy of its own, another site than
// ours, at a phone's width and a desk's.
import { createServer } from 'node:http'
import type { FrameLocator, Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { picture, violations } from '../../support/look.ts'
import { createMemoryStore } from '../../support/memory-store.ts'
import { greetingBot, hasChromium, PHONE, useBrowser, WIDE } from './browser.ts'
import { words } from './scenario.ts'

const TIMEOUT_MS = 60_000
const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A website of somebody's on `localhost`, which is another site than 127.0.0.1. Its page is made when it is asked for. */
async function website(pageFor: () => { readonly html: string; readonly policy: string }): Promise<string> {
  const server = createServer((_request, response) => {
    const { html, policy } = pageFor()
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
    response.end(html)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const at = server.address()
  return `http://localhost:${typeof at === 'object' && at !== null ? at.port : expect.unreachable('no port')}`
}

const pageWith = (tag: string) => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>某市产业园</title></head>
<body><main><h1>某市产业园</h1><p><a href="#a">入园企业</a></p></main>${tag}</body></html>`

const launch = (page: Page) => page.getByRole('button', { name: '融资问一问' })
const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="银企桥融资对话"]')
/** What runs in a page is text: this program knows no document. */
const ROOT = "document.querySelector('[data-yinqi-widget]')?.shadowRoot"
const isOpen = (page: Page) => page.evaluate<boolean>(`${ROOT}?.querySelector('dialog')?.open ?? false`)
/** What has the focus: on the website, and there within the widget. */
const focused = (page: Page) =>
  page.evaluate<string>(`[document.activeElement?.tagName, ${ROOT}?.activeElement?.tagName].filter(Boolean).join(' ')`)
const hasFocus = (page: Page, inside: string) => frameOf(page).locator(`${inside}:focus`).isVisible()

describe.skipIf(!hasChromium)('the widget', () => {
  const { serve, visit } = useBrowser()

  /** A website and our server, which lists it unless told otherwise. */
  const pair = async ({ lists = true, attributes = '' } = {}) => {
    const store = createMemoryStore()
    const answering = greetingBot(store)
    let bridge = ''
    const site = await website(() => ({
      html: pageWith(`<script src="${bridge}/widget.js" ${attributes}></script>`),
      policy: `default-src 'none'; script-src ${bridge}; frame-src ${bridge}; style-src 'none'`,
    }))
    bridge = (await serve(store, 0, { widgetOrigins: lists ? [site] : [] })).address
    return { store, answering, site, bridge }
  }

  test('opens in its corner, talks, keeps the talk over a reload, and gives the focus back', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const { store, answering, site, bridge } = await pair()
    const { page, faults } = await visit(site, '/', WIDE)
    expect(await page.locator('iframe').count()).toBe(0)
    await launch(page).click()
    const chat = frameOf(page)
    await chat.getByText('贵公司是高新技术企业吗？').waitFor()
    expect(await focused(page)).toBe('DIV IFRAME')
    await expect.poll(() => hasFocus(page, '.composer textarea')).toBe(true)
    await page.keyboard.type('我们在滨江')
    await page.keyboard.press('Enter')
    await chat.locator('.message.own').getByText('我们在滨江').waitFor()
    await chat.getByText('为您匹配到 3 项').waitFor()
    await picture(page, 'widget-wide')
    expect(await violations(page)).toEqual([])
    const [, frame] = page.frames()
    expect(frame && (await violations(frame))).toEqual([])
    // escape inside the frame closes it, and the focus is where it was
    await page.keyboard.press('Escape')
    await expect.poll(() => isOpen(page)).toBe(false)
    expect(await focused(page)).toBe('DIV BUTTON')
    // what comes while it is closed is counted on the button
    store.say(answering.room(), { card: words('银行有回音了') })
    await page.getByRole('button', { name: '融资问一问, 1 条新消息' }).waitFor()
    await picture(page, 'widget-closed')
    await page.reload()
    await launch(page).click()
    await frameOf(page).getByText('银行有回音了').waitFor()
    expect(await frameOf(page).locator('.message.own').count()).toBe(1)
    expect(faults.filter(fault => !fault.startsWith(bridge))).toEqual([])
  })

  test('fills a phone’s screen, with nothing behind it to reach, and closes by its button', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const { site } = await pair()
    const { page } = await visit(site, '/', PHONE)
    await launch(page).tap()
    const chat = frameOf(page)
    await chat.getByText('贵公司是高新技术企业吗？').waitFor()
    expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
    expect(await chat.locator('body').evaluate(body => body.scrollWidth)).toBeLessThanOrEqual(390)
    // no keyboard jumps up: the focus is on the talk as a whole, not in the box
    await expect.poll(() => hasFocus(page, '#chat')).toBe(true)
    await picture(page, 'widget-phone')
    expect(await violations(page)).toEqual([])
    const [, frame] = page.frames()
    expect(frame && (await violations(frame))).toEqual([])
    await page.locator('a').evaluate(link => link.focus())
    expect(await focused(page)).toBe('DIV IFRAME')
    await chat.getByRole('button', { name: '关上对话' }).tap()
    await expect.poll(() => isOpen(page)).toBe(false)
    expect(await focused(page)).toBe('DIV BUTTON')
  })

  test('a website that is not listed shows an empty box, and no conversation begins', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const { store, site } = await pair({ lists: false })
    const { page } = await visit(site, '/', WIDE)
    const refused = page.waitForEvent('console', line => line.text().includes('frame-ancestors'))
    await launch(page).click()
    await refused
    expect(store.inbox).toEqual([])
  })

  test('messages of anybody else are heard by neither side', { timeout: TIMEOUT_MS }, async () => {
    const { site } = await pair({ attributes: 'data-language="en"' })
    const { page } = await visit(site, '/', WIDE)
    await page.getByRole('button', { name: 'Ask about financing' }).click()
    const chat = page.frameLocator('iframe')
    await chat.getByText('Financing chat').waitFor()
    // from the website itself, and from a frame of somebody else's beside ours
    await page.evaluate(`
      postMessage({ source: 'yinqi-bridge', is: 'close' }, '*')
      postMessage({ source: 'yinqi-bridge', is: 'news', count: 9 }, '*')
      dispatchEvent(new MessageEvent('message', { data: { source: 'yinqi-bridge', is: 'close' }, origin: 'https://evil.example' }))
    `)
    const [, frame] = page.frames()
    await frame?.evaluate(`
      for (const origin of ['https://evil.example', location.origin])
        dispatchEvent(new MessageEvent('message', { data: { source: 'yinqi-bridge', is: 'closed' }, origin }))
    `)
    expect(await isOpen(page)).toBe(true)
    expect(await page.locator('.count').isVisible()).toBe(false)
    // ours are
    await chat.getByRole('button', { name: 'Close the chat' }).click()
    await expect.poll(() => isOpen(page)).toBe(false)
  })

  test('where the browser keeps no cookies in a frame, the whole page is offered', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const { site, bridge } = await pair()
    const { page } = await visit(site, '/', PHONE)
    await page.route('**/widget/session', route => route.fulfill({ json: { known: false } }))
    await launch(page).tap()
    const link = frameOf(page).getByRole('link', { name: '打开完整页面' })
    await link.waitFor()
    await picture(page, 'widget-no-cookies')
    const opened = page.waitForEvent('popup')
    await link.tap()
    expect((await opened).url()).toBe(`${bridge}/chat`)
  })

  test('opened by itself it becomes the whole page', { timeout: TIMEOUT_MS }, async () => {
    const { bridge } = await pair()
    const { page } = await visit(bridge, '/widget')
    await page.waitForURL(`${bridge}/chat`)
    await page.getByText('贵公司是高新技术企业吗？').waitFor()
  })
})
