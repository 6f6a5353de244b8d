// The main road, once, for real: the whole case of 武汉中科锐择 (A12) in the page of the running product, from the first
// message to an accepted lead and a reported visit. What is checked is what people see.
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { bot, hasChromium, own, useBrowser } from '../adapters/web/browser.ts'
import { ANSWER_MS, enterprise, settled, staff } from './page-steps.ts'
import { useProduct } from './product.ts'
import { inputsOf } from './transcript.ts'

const TIMEOUT_MS = 240_000
const COMPANY = '武汉中科锐择光电科技有限公司'
const BANK = '汉口银行'
const CLERK = '李经理'
const LETTER = '张总您好，请准备近两年审计报告和专利清单，我周三去拜访。'

/** What can be read there: hidden words do not count. */
// biome-ignore lint/performance/useDomNodeTextContent: the rendered text is what people see
const seen = (place: Locator) => place.innerText()
const thread = (page: Page) => page.locator('.thread')
const chatText = (page: Page) => seen(page.locator('.chat .log'))
const deskText = (page: Page) => seen(thread(page))
const newest = (page: Page) => bot(page).last()
const badge = (page: Page) => thread(page).locator('.thread-head .badge')

/** What people see after certain lines of the transcript. */
const CHECKS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  '> 你好': async page => {
    expect(await seen(bot(page).first())).toContain('不收取任何费用')
    expect(await own(page).count()).toBe(1)
  },
  '> 看结果': async page => {
    const text = await chatText(page)
    for (const words of [COMPANY, '3,200 万元', '1,000 万元', '35 人', '约 400 万元']) expect(text).toContain(words)
    expect(text).toMatch(/您的评分[\s\S]*匹配结果[\s\S]*可以申请[\s\S]*湖北科技型企业知识价值信用贷款/)
    expect(text).toContain('以银行审核为准')
    // the answer is read from its beginning: what was said stands in view, with the first card below it
    const log = await page.locator('.chat .log').boundingBox()
    const said = await own(page).last().boundingBox()
    const first = await bot(page).filter({ hasText: '您的评分' }).last().boundingBox()
    if (!log || !said || !first) return expect.unreachable('the answer is not there')
    expect(said.y).toBeGreaterThanOrEqual(log.y)
    expect(first.y).toBeGreaterThan(said.y)
    expect(first.y).toBeLessThan(log.y + log.height / 2)
    expect(await page.getByRole('button', { name: '下面还有' }).isVisible()).toBe(true)
  },
  '> [湖北科技型企业知识价值信用贷款]': async page => {
    const text = await seen(newest(page))
    for (const words of ['1,000 万元', '3 年', '要准备的材料', '办理步骤', '来源', BANK]) expect(text).toContain(words)
  },
  '> 这协议我没法同意': async page => {
    expect(await seen(newest(page))).toContain('没有')
    expect(await page.locator('.busy-list button').count()).toBe(0)
  },
  '> [同意发送]': async page => {
    const consent = await seen(
      bot(page)
        .filter({ hasText: `授权确认：${BANK}` })
        .last(),
    )
    for (const words of [COMPANY, '张伟', '13800138000', '用途', '撤回授权', '征信']) expect(consent).toContain(words)
    // nobody chose a channel: the bank's opens by itself, without a name in it
    await badge(page).getByText('待领取').waitFor()
    expect(await page.locator('.channel-title').textContent()).toBe(BANK)
    const masked = await deskText(page)
    for (const words of ['1,000 万元', '湖北省武汉市', '知识价值信用贷款']) expect(masked).toContain(words)
    expect(masked).not.toMatch(/中科锐择|张伟|13800138000/)
  },
  'hankou-bank 李经理 > [领取]': async page => {
    await badge(page).getByText('已领取').waitFor()
    const text = await deskText(page)
    for (const words of [COMPANY, '张伟', '13800138000', CLERK]) expect(text).toContain(words)
    await bot(page).filter({ hasText: CLERK }).getByText('已领取').waitFor()
  },
  [`hankou-bank 李经理 > ${LETTER}`]: async page => {
    await bot(page).locator('.quote').getByText(LETTER).waitFor()
  },
  '> 好的，周三下午可以': async page => {
    await thread(page).locator('.quote').getByText('好的，周三下午可以').waitFor()
  },
  '> 同意': async page => {
    const top = page.locator('.busy-list button').first()
    await expect.poll(() => top.locator('.count').textContent()).toBe('1')
    expect(await top.getAttribute('data-desk')).toBe('wuhan')
  },
  'wuhan 王工 > [接单]': async page => {
    await badge(page).getByText('已接单').waitFor()
    for (const words of [COMPANY, '光谷大道77号3栋']) expect(await deskText(page)).toContain(words)
    const slot = page.locator('.desk .press').filter({ hasText: /月.+日.+上午/ })
    const day = (await seen(slot.first())).split('（')[0] ?? ''
    await slot.first().click()
    await badge(page).getByText('已约时间').waitFor()
    await bot(page)
      .filter({ hasText: `专班约的时间：${day}` })
      .waitFor()
    await settled(page, '.desk')
  },
  'wuhan 王工 > 看了辅助账，研发费用430万，发明专利32件': async page => {
    const report = page.locator('.thread-head')
    await report.getByText('430 万元').first().waitFor()
    for (const words of ['走访报告', '32 件']) expect(await seen(report)).toContain(words)
  },
  'wuhan 王工 > [提交报告]': async page => {
    const news = bot(page).filter({ hasText: '走访结果' }).last()
    await news.waitFor()
    const text = await seen(news)
    expect(text).toMatch(/现场核实了 \d+ 项/)
    expect(text).toMatch(/\S+ → \S+/)
    await badge(page).getByText('已完成').waitFor()
    await page.locator('.channel-button[data-desk="hankou-bank"] .count').getByText('1').waitFor()
  },
  'hankou-bank 李经理 > 1000万': async page => {
    await badge(page).getByText('授信').waitFor()
    await bot(page).filter({ hasText: BANK }).getByText('授信 1000 万元').waitFor()
  },
  '> 我的申请到哪了': async page => {
    const text = await seen(newest(page))
    expect(text).toMatch(/办理进展[\s\S]*汉口银行[\s\S]*授信[\s\S]*武汉科技金融服务队[\s\S]*已完成/)
  },
}

describe.skipIf(!hasChromium)('the product', () => {
  const { folder, start } = useProduct()
  const { visit } = useBrowser()

  test('武汉中科锐择: from hello to an accepted lead and a reported visit', { timeout: TIMEOUT_MS }, async () => {
    const product = await start({ DATA_DIR: await folder() })
    const { page, faults } = await visit(product.address, '/')
    await bot(page).getByText('您好').first().waitFor({ timeout: ANSWER_MS })
    await product.prints('understanding-ready')

    const left = new Map(Object.entries(CHECKS))
    for (const input of inputsOf('a12-wuhan-optics')) {
      try {
        if (input.staff) await staff(page, input.staff, input.does)
        else await enterprise(page, input)
        await left.get(input.line)?.(page)
      } catch (cause) {
        throw new Error(`at "${input.line}"; the product printed:\n${product.printed()}`, { cause })
      }
      left.delete(input.line)
    }
    expect([...left.keys()]).toEqual([])
    // nothing was refused or shown twice, and a reload shows the same
    const before = await chatText(page)
    expect(before).not.toContain('等待网络')
    await page.reload()
    await expect.poll(() => chatText(page), { timeout: ANSWER_MS }).toBe(before)
    expect(await product.health()).toMatchObject({ is: 'up', waiting: 0, dead: 0 })
    expect(faults).toEqual([])
  })
})
