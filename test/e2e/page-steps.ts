// What people do in the page of the running product: press, type, act at a desk, and wait until it is stored.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { InputLine } from './transcript.ts'

export const ANSWER_MS = 20_000

/** Presses the newest button of that name in one half, also one that waits behind "more". */
export async function press(page: Page, half: '.chat' | '.desk', label: string): Promise<void> {
  const button = page.locator(half).getByRole('button', { name: label, exact: true })
  const more = page.locator(half).locator('.press.more')
  await expect
    .poll(async () => (await button.count()) + (await more.count()), { timeout: ANSWER_MS })
    .toBeGreaterThan(0)
  if ((await button.count()) === 0) await more.last().click()
  await button.last().click()
}

/**
 * Nothing is on its way any more: what was typed is stored, and the buttons wait for somebody. Where a form opened, who
 * plays a transcript goes on by buttons.
 */
export async function settled(page: Page, half: '.chat' | '.desk'): Promise<void> {
  const open = page.locator(half).locator('.echo, .press[aria-disabled]')
  const wait = () => expect.poll(() => open.count(), { timeout: ANSWER_MS }).toBe(0)
  await wait()
  const stepwise = page.locator('dialog .form-stepwise')
  if ((await stepwise.count()) === 0) return
  await stepwise.click()
  await wait()
}

export async function enterprise(page: Page, { does }: InputLine): Promise<void> {
  await page.locator('.message.bot').evaluateAll(all => {
    for (const element of all) element.setAttribute('data-seen', '')
  })
  if (does.kind === 'press') await press(page, '.chat', does.label)
  else {
    await page.locator('.chat textarea').fill(does.text)
    await page.keyboard.press('Enter')
  }
  await page.locator('.message.bot:not([data-seen])').first().waitFor({ timeout: ANSWER_MS })
  await settled(page, '.chat')
}

export async function staff(page: Page, { desk, name }: { desk: string; name: string }, does: InputLine['does']) {
  await page.locator(`.channel-button[data-desk="${desk}"]`).click()
  await page.getByLabel('我是').fill(name)
  if (does.kind === 'press') await press(page, '.desk', does.label)
  else {
    await page.locator('.thread').locator('textarea').fill(does.text)
    await page.keyboard.press('Enter')
  }
  await settled(page, '.desk')
}
