// A paper from the company's page to the bank's, once, for real: uploaded with the clip, fetched at the desk as it came, gone
// when the consent is withdrawn. On the way page and both desks are looked at by axe, wide and on a phone.
import { describe, expect, test } from 'vitest'
import { bot, hasChromium, PHONE, useBrowser } from '../adapters/web/browser.ts'
import { picture, violations } from '../support/look.ts'
import { ANSWER_MS, enterprise, press, settled, staff } from './page-steps.ts'
import { useProduct } from './product.ts'
import { inputsOf } from './transcript.ts'

const TIMEOUT_MS = 240_000
const PAPER = Buffer.from('%PDF-1.7\n% 云谷的账本\n')
describe.skipIf(!hasChromium)('papers in the product', () => {
  const { folder, start } = useProduct()
  const { visit } = useBrowser()

  test('a paper reaches the desk as it came, and goes with the consent', { timeout: TIMEOUT_MS }, async () => {
    const product = await start({ DATA_DIR: await folder() })
    const { page, faults } = await visit(product.address, '/')
    await bot(page).getByText('您好').first().waitFor({ timeout: ANSWER_MS })
    await product.prints('understanding-ready')
    for (const input of inputsOf('a12-wuhan-optics')) {
      if (input.staff) await staff(page, input.staff, input.does)
      else await enterprise(page, input)
      if (input.line === 'hankou-bank 李经理 > [领取]') break
    }
    await press(page, '.desk', '快捷请求')
    await settled(page, '.desk')
    await press(page, '.desk', '近两年审计报告')
    await bot(page).getByText('请您补充近两年审计报告').waitFor({ timeout: ANSWER_MS })

    const clip = page.locator('.chat input[type=file]')
    await clip.setInputFiles({ name: '坏.exe', mimeType: 'application/pdf', buffer: Buffer.from('MZ') })
    await page.locator('.attach-state').getByText('只收 pdf').waitFor({ timeout: ANSWER_MS })
    await clip.setInputFiles({ name: '审计报告.pdf', mimeType: 'application/pdf', buffer: PAPER })
    const link = page.locator('.desk .file-name').getByText('审计报告.pdf')
    await link.waitFor({ timeout: ANSWER_MS })
    const href = new URL((await link.getAttribute('href')) ?? '', product.address).href
    expect((await (await page.request.get(href)).body()).equals(PAPER)).toBe(true)
    await bot(page).locator('.file-name').getByText('审计报告.pdf').waitFor({ timeout: ANSWER_MS })
    await picture(page, 'wide-bank')
    expect(await violations(page)).toEqual([])

    await page.locator('.channel-button[data-desk="wuhan"]').dispatchEvent('click')
    await page.locator('.visit-list summary').click()
    await page.locator('.visit-list').getByText('没有要走访').waitFor({ timeout: ANSWER_MS })
    await picture(page, 'wide-team')
    expect(await violations(page)).toEqual([])

    await page.setViewportSize(PHONE.viewport)
    await picture(page, 'phone-chat')
    expect(await violations(page)).toEqual([])
    await page.locator('[data-go="desk"]').click()
    await picture(page, 'phone-desk')
    expect(await violations(page)).toEqual([])
    await page.locator('[data-go="chat"]').click()

    for (const words of ['撤回授权', '[撤回：汉口银行]']) {
      if (words.startsWith('[')) await page.locator('.chat .press').filter({ hasText: '汉口银行' }).last().click()
      else {
        await page.locator('.chat textarea').fill(words)
        await page.keyboard.press('Enter')
      }
      await settled(page, '.chat')
    }
    await expect.poll(async () => (await page.request.get(href)).status(), { timeout: ANSWER_MS }).toBe(404)
    // two refusals on purpose: the wrong kind of file
    expect(faults.filter(fault => !fault.includes('415'))).toEqual([])
  })
})
