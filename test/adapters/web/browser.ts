// A real browser for the tests of the page: starts Chromium once per file, serves the page, and collects what must not happen.
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import type { Room } from '../../../adapters/store/store.ts'
import { startWeb, type WebOptions } from '../../../adapters/web/server.ts'
import { chatRoom, type MemoryStore } from '../../support/memory-store.ts'
import { DESKS, greeting, plan, question, words } from './scenario.ts'

export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }
export const WIDE = { viewport: { width: 1440, height: 900 } }

export const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`page tests are skipped: no Chromium at ${CHROMIUM}; set CHROMIUM to its path`)

export const own = (page: Page) => page.locator('.message.own')
export const bot = (page: Page) => page.locator('.message.bot')

/** A bot that greets, repeats what was typed as the store would, and answers with a plan. */
export function greetingBot(store: MemoryStore): { room: () => Room } {
  let room: Room | undefined
  store.answerWith(({ target, event }) => {
    if (target.kind !== 'conversation') return
    room = chatRoom(target.peer)
    if (event.kind === 'open') {
      store.say(room, { card: greeting })
      store.say(room, { card: question, slot: 'question' })
      return
    }
    if (event.kind === 'text') store.say(room, { card: words(event.text), direction: 'in' })
    store.say(room, { card: plan })
  })
  return { room: () => room ?? expect.unreachable('nobody opened the page') }
}

/** `serve` and `visit` for one test file; everything they open is closed after each test. */
export function useBrowser() {
  let browser: Browser
  const stops: (() => Promise<void>)[] = []
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
  })
  afterAll(() => browser.close())
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  })

  return {
    serve: async (store: MemoryStore, port = 0, more: Partial<WebOptions> = {}) => {
      let serial = 0
      const options = { store, wake: () => {}, now: () => new Date(), newId: () => String(++serial), desks: DESKS }
      const web = await startWeb({ ...options, port, health: () => store.health(), ...more })
      stops.push(web.close)
      return web
    },
    /** `faults` collects errors of the page, and requests to anybody else. */
    visit: async (address: string, path: string, options: BrowserContextOptions = WIDE) => {
      const context = await browser.newContext(options)
      stops.push(() => context.close())
      const page = await context.newPage()
      const faults: string[] = []
      page.on('pageerror', error => faults.push(error.message))
      page.on('console', line => {
        if (line.type() === 'error' && !line.text().includes('ERR_')) faults.push(line.text())
      })
      page.on('request', request => {
        if (!request.url().startsWith(address)) faults.push(request.url())
      })
      await page.goto(address + path)
      return { page, faults }
    },
  }
}
