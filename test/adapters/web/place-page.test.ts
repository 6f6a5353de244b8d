// A link from a group robot opens its request, also when others are newer, and leaves nothing of it in the address.
import { describe, expect, test } from 'vitest'
import { createMemoryStore, deskRoom, type MemoryStore } from '../../support/memory-store.ts'
import { hasChromium, useBrowser } from './browser.ts'
import { lead } from './scenario.ts'

const HALF_PAGE = 400

const offer = (store: MemoryStore, desk: string, thread: string) =>
  store.say(deskRoom(desk, thread), { card: { ...lead('待领取'), title: `${thread} · 待领取` }, slot: thread })

describe.skipIf(!hasChromium)('a link to a place of the desk', () => {
  const { serve, visit } = useBrowser()

  test('opens its channel and its request; another link in the same tab goes on to its own', async () => {
    const store = createMemoryStore()
    for (let index = 1; index <= 6; index++) offer(store, 'river-bank', `case-of-one-L${index}`)
    offer(store, 'harbour-bank', 'case-of-two-L1')
    const { page, faults } = await visit((await serve(store)).address, '/desk#desk=river-bank&thread=f-one-L1')
    const heading = page.getByRole('heading', { name: /case-of-one-L1/ })
    await heading.waitFor()
    await expect.poll(() => heading.boundingBox().then(box => box !== null && box.y < HALF_PAGE)).toBe(true)
    expect(new URL(page.url()).hash).toBe('')
    await page.evaluate("location.hash = '#desk=harbour-bank&thread=f-two-L1'")
    await page.getByRole('heading', { name: /case-of-two-L1/ }).waitFor()
    expect(new URL(page.url()).hash).toBe('')
    expect(faults).toEqual([])
  })

  test('a link to nowhere, or of another form, opens the desk as always', async () => {
    for (const hash of ['#desk=no-such-bank', '#desk=<b>', '#desk=river-bank&thread=nothing', '#else']) {
      const store = createMemoryStore()
      offer(store, 'river-bank', 'case-of-one-L1')
      const { page, faults } = await visit((await serve(store)).address, `/desk${hash}`)
      await page.getByRole('heading', { name: /case-of-one-L1/ }).waitFor()
      expect(faults).toEqual([])
    }
  })
})
