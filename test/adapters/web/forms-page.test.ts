// The forms of the desk page in a real browser, over the real turn: what a clerk and a visitor can say at one go, what is
// wrong is told at its field, and nothing written is lost. Each is looked at by axe on a phone and on a wide screen.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { BANK } from '../../support/lead-scene.ts'
import { picture, violations } from '../../support/look.ts'
import { TEAM } from '../../support/rights-cast.ts'
import { hasChromium, PHONE, useBrowser, WIDE } from './browser.ts'
import { type DeskWorld, deskWorld } from './desk-world.ts'

const SIZES = { phone: PHONE, wide: WIDE }
const SLOT = '2026-11-25T0930'

const leadOf = ({ scene, thread }: DeskWorld) => scene.case.leads.find(one => one.id === thread)
const visitOf = ({ scene, thread }: DeskWorld) => scene.case.visits.find(one => one.id === thread)
const sheet = (page: Page) => page.getByRole('dialog')

describe.skipIf(!hasChromium)('forms at the desk', () => {
  const { serve, visit } = useBrowser()

  async function open(world: DeskWorld, name: string, size: (typeof SIZES)[keyof typeof SIZES] = WIDE) {
    const { address } = await serve(world.store, 0, world.options)
    const opened = await visit(address, '/desk', size)
    const { page } = opened
    if (size === PHONE) await page.locator('.busy-list button').first().click()
    await page.getByLabel('我是').fill(name)
    await page.getByRole('article').waitFor()
    const press = async (label: string) => {
      const button = page.getByRole('article').getByRole('button', { name: label, exact: true })
      if ((await button.count()) === 0) await page.locator('.press.more').click()
      await button.click()
    }
    return { ...opened, press }
  }

  /** No rule broken, nothing to scroll sideways, targets for fingers. */
  async function looks(page: Page, name: string) {
    expect(await violations(page)).toEqual([])
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBe(0)
    const small = await sheet(page)
      .locator('button, .blank, .tick')
      .evaluateAll(all => all.map(one => one.getBoundingClientRect().height).filter(height => height < 44))
    expect(small).toEqual([])
    await picture(page, name)
  }

  test.each(Object.entries(SIZES))('a lead is declined with a reason and a word, %s', async (name, size) => {
    const world = deskWorld('lead', BANK, ['take'])
    const { page, faults, press } = await open(world, '甲', size)
    await looks(page, `lead-${name}`)
    await press('婉拒')
    await sheet(page).getByRole('heading', { name: '婉拒这条线索' }).waitFor()
    await sheet(page).getByRole('textbox').fill('材料齐了再来')
    await looks(page, `refuse-${name}`)
    await page.keyboard.press('Escape')
    await press('婉拒')
    expect(await sheet(page).getByRole('textbox').inputValue()).toBe('材料齐了再来')
    await sheet(page).getByRole('button', { name: '提交' }).click()
    await sheet(page).getByText('这一项需要填写').waitFor()
    await looks(page, `refuse-fault-${name}`)
    expect(leadOf(world)?.state).toBe('taken')
    await sheet(page).getByLabel('现金流').check()
    await sheet(page).getByRole('button', { name: '提交' }).click()
    await page.locator('.badge').getByText('婉拒').waitFor()
    expect(leadOf(world)).toMatchObject({ state: 'refused', refusal: 'cash-flow' })
    expect(await sheet(page).count()).toBe(0)
    // the refusal of the form with a fault, on purpose
    expect(faults.filter(fault => !fault.includes('422'))).toEqual([])
  })

  test('papers are asked for, and an outcome has amount, rate and months', async () => {
    const world = deskWorld('lead', BANK, ['take'])
    const { page, press } = await open(world, '甲')
    await press('请补材料')
    await sheet(page).getByRole('textbox').fill('设备采购合同')
    await looks(page, 'papers-wide')
    await sheet(page).getByRole('button', { name: '提交' }).click()
    await expect
      .poll(() =>
        world.scene.posts
          .filter(({ post }) => post.to.kind === 'enterprise')
          .map(one => JSON.stringify(one))
          .join(),
      )
      .toContain('设备采购合同')
    await press('授信')
    await sheet(page).getByLabel(/金额/).fill('三百')
    await sheet(page).getByRole('button', { name: '提交' }).click()
    await sheet(page).getByText('请填写合理范围内的数字').waitFor()
    await sheet(page).getByLabel(/金额/).fill('300')
    await sheet(page)
      .getByLabel(/年利率/)
      .fill('3.45')
    await sheet(page).getByLabel(/期限/).fill('24')
    await looks(page, 'granted-wide')
    await sheet(page).getByRole('button', { name: '提交' }).click()
    await page.locator('.badge').getByText('授信').waitFor()
    expect(leadOf(world)).toMatchObject({ state: 'granted', amount: 300_000_000, rate: 34_500 })
  })

  test.each(Object.entries(SIZES))('a visit is scheduled and reported, %s', async (name, size) => {
    const world = deskWorld('visit', TEAM, ['take'])
    const { page, press } = await open(world, '王工', size)
    await looks(page, `visit-${name}`)
    await press('选其他时间')
    await sheet(page).getByLabel(/日期/).fill('2026-11-25')
    await sheet(page)
      .getByLabel(/开始时间/)
      .fill('10:00')
    await looks(page, `time-${name}`)
    await sheet(page).getByRole('button', { name: '提交' }).click()
    await page.locator('.badge').getByText('已约时间').waitFor()
    expect(visitOf(world)?.time).toBe('2026-11-25T02:00:00.000Z')
    await press('填走访报告')
    for (const tick of await sheet(page).getByRole('checkbox').all()) await tick.check()
    await sheet(page).getByRole('textbox').fill('看了辅助账，去年研发费用 320 万')
    await looks(page, `report-${name}`)
    await sheet(page).getByRole('button', { name: '提交' }).click()
    await page.locator('.badge').getByText('已完成').waitFor()
    expect(visitOf(world)?.state).toBe('reported')
    await looks(page, `reported-${name}`)
  })

  test.each(Object.entries(SIZES))('a manager has companies asked, a clerk hears who may, %s', async (name, size) => {
    const world = deskWorld('lead', BANK, ['take'])
    const { page } = await open(world, '甲', size)
    const button = page.getByRole('button', { name: '预授信邀请' })
    await button.click()
    await page.getByText('由名单上的主管办理').waitFor()
    await page.getByLabel('我是').fill('主管')
    await button.click()
    await sheet(page).getByLabel('苏创积分贷').check()
    await sheet(page).getByLabel('请你们去问问').check()
    await looks(page, `pre-offer-${name}`)
    expect(await sheet(page).getByText('改用按钮').count()).toBe(0)
    await sheet(page).getByRole('button', { name: '提交' }).click()
    await expect.poll(() => sheet(page).count()).toBe(0)
    expect(world.filled).toMatchObject([{ staff: { name: '主管', desk: BANK }, values: { what: ['send'] } }])
  })

  test('who would rather have the buttons gets them, and who may not gets the same calm words', async () => {
    const world = deskWorld('visit', TEAM, ['take', `at:${SLOT}`])
    const { page, press } = await open(world, '王工')
    await press('填走访报告')
    await sheet(page).getByRole('button', { name: '改用按钮' }).click()
    await page.locator('.badge').getByText('填报告中').waitFor()
    expect(visitOf(world)?.state).toBe('reporting')
    await page.getByLabel('我是').fill('李工')
    const posts = world.scene.posts.length
    await press('提交报告')
    await expect.poll(() => world.scene.posts.length).toBeGreaterThan(posts)
    expect([await sheet(page).count(), visitOf(world)?.state]).toEqual([0, 'reporting'])
  })
})
