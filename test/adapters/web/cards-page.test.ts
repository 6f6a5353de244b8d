// Cards in a real browser: chips that are ticked, buttons that wait behind "more", and what stands out in a long list.
import { describe, expect, test } from 'vitest'
import type { Button, Card } from '#bot'
import { createMemoryStore, deskRoom } from '../../support/memory-store.ts'
import { bot, greetingBot, hasChromium, own, PHONE, useBrowser } from './browser.ts'
import { words } from './scenario.ts'

const FINGER_PX = 44
const TOPICS = ['高企申报', '研发费用归集', '融资', '贴息和补助', '人才', '专利']

/** A card in which the topics of `chosen` are ticked. */
function topicsCard(chosen: ReadonlySet<string>): Card {
  const chips = TOPICS.map((topic): Button[] => [
    { text: `${chosen.has(topic) ? '☑' : '☐'} ${topic}`, press: `t:${TOPICS.indexOf(topic)}` },
  ])
  const done: Button = { text: '选好了', press: 'done', style: 'primary' }
  return { lines: words('想请专班看哪些事？').lines, buttons: [...chips, [done]] }
}

/** Flips the topic of a press, as the bot would. */
function flip(chosen: Set<string>, press: string): string {
  const topic = TOPICS[Number(press.slice(2))] ?? ''
  const label = `${chosen.has(topic) ? '☑' : '☐'} ${topic}`
  if (!chosen.delete(topic)) chosen.add(topic)
  return label
}

describe.skipIf(!hasChromium)('cards', () => {
  const { serve, visit } = useBrowser()

  test('what can be ticked are chips in rows; pressing them changes the card in place and says nothing', async () => {
    const store = createMemoryStore()
    const { room } = greetingBot(store)
    const { page, faults } = await visit((await serve(store)).address, '/chat', PHONE)
    await bot(page).nth(1).waitFor()
    const chosen = new Set<string>()
    store.say(room(), { card: topicsCard(chosen), slot: 'topics' })
    store.answerWith(({ event }) => {
      if (event.kind !== 'press') return
      if (event.press === 'done') {
        store.say(room(), { card: words('选好了'), direction: 'in' })
        store.say(room(), { card: words('记下了') })
        return
      }
      store.say(room(), { card: words(flip(chosen, event.press)), direction: 'in' })
      store.say(room(), { card: topicsCard(chosen), slot: 'topics' })
    })
    const chip = (name: string) => page.getByRole('button', { name, exact: true })
    await chip('融资').waitFor()
    const boxes = await Promise.all(TOPICS.map(name => chip(name).boundingBox()))
    expect(boxes.filter(box => (box?.height ?? 0) < FINGER_PX)).toEqual([])
    expect(new Set(boxes.map(box => box?.y)).size).toBeLessThan(TOPICS.length)
    expect(await chip('融资').getAttribute('aria-pressed')).toBe('false')

    await chip('融资').click()
    await chip('专利').click()
    await expect.poll(() => [...chosen]).toEqual(['融资', '专利'])
    const pressed = page.locator('.chip[aria-pressed="true"]')
    await expect.poll(() => pressed.allTextContents()).toEqual(['融资', '专利'])
    await chip('融资').press('Space')
    await expect.poll(() => pressed.allTextContents()).toEqual(['专利'])
    await expect.poll(() => chip('融资').evaluate(element => element.matches(':focus'))).toBe(true)
    expect(await own(page).count()).toBe(0)
    expect(await bot(page).count()).toBe(3)

    await chip('选好了').click()
    await bot(page).getByText('记下了').waitFor()
    expect(await own(page).allInnerTexts()).toEqual([expect.stringContaining('选好了')])
    await page.reload()
    await bot(page).getByText('记下了').waitFor()
    expect(await own(page).count()).toBe(1)
    expect(await pressed.allTextContents()).toEqual(['专利'])
    expect(faults).toEqual([])
  })

  test('a clerk ticks in a report without a word in the thread', async () => {
    const store = createMemoryStore()
    const room = deskRoom('tax-team', 'V-0001')
    const chosen = new Set(['人才'])
    store.say(room, { card: topicsCard(chosen), slot: 'V-0001' })
    store.answerWith(({ event }) => {
      if (event.kind !== 'press') return
      store.say(room, { card: words(flip(chosen, event.press)), direction: 'in', author: '王工' })
      store.say(room, { card: topicsCard(chosen), slot: 'V-0001' })
    })
    const { page } = await visit((await serve(store)).address, '/desk')
    await page.getByRole('button', { name: '专利', exact: true }).click()
    await expect.poll(() => page.locator('.chip[aria-pressed="true"]').allTextContents()).toEqual(['人才', '专利'])
    await page.getByRole('button', { name: '人才', exact: true }).click()
    await expect.poll(() => page.locator('.chip[aria-pressed="true"]').allTextContents()).toEqual(['专利'])
    await expect.poll(() => [...chosen]).toEqual(['专利'])
    expect(await page.locator('.said').count()).toBe(0)
  })

  test('somebody who types a box is heard like anybody else', async () => {
    const store = createMemoryStore()
    greetingBot(store)
    const { page } = await visit((await serve(store)).address, '/chat')
    await bot(page).first().waitFor()
    await page.getByRole('textbox').fill('☑ 同意')
    await page.keyboard.press('Enter')
    await expect.poll(() => own(page).allInnerTexts()).toEqual([expect.stringContaining('☑ 同意')])
    await page.reload()
    await expect.poll(() => own(page).count()).toBe(1)
  })

  test('many buttons: the first ones and every coloured one, the rest behind "more"', async () => {
    const store = createMemoryStore()
    const { room } = greetingBot(store)
    const { page } = await visit((await serve(store)).address, '/chat', PHONE)
    await bot(page).nth(1).waitFor()
    const products = Array.from({ length: 9 }, (_, n): Button[] => [{ text: `产品 ${n + 1}`, press: `p:${n + 1}` }])
    const apply: Button = { text: '全部申请', press: 'all', style: 'primary' }
    store.say(room(), { card: { title: '匹配结果', lines: [], buttons: [...products, [apply]] } })
    const card = bot(page).last()
    const labels = async () =>
      (await card.locator('button:visible').allTextContents()).map(text => text.replace('产品 ', ''))
    await expect.poll(labels).toEqual(['1', '2', '3', '4', '5', '6', '全部申请', '更多 (3)'])
    await card.getByRole('button', { name: '更多' }).click()
    expect(await labels()).toEqual(['1', '2', '3', '4', '5', '6', '全部申请', '7', '8', '9'])
    expect(await card.getByRole('button', { name: '产品 7' }).evaluate(element => element.matches(':focus'))).toBe(true)
    store.say(room(), { card: { title: '八个不算多', lines: [], buttons: products.slice(0, 8) } })
    await expect.poll(async () => (await labels()).length).toBe(8)
  })

  test('names, what became of something, and points stand out', async () => {
    const store = createMemoryStore()
    const { room } = greetingBot(store)
    const { page } = await visit((await serve(store)).address, '/chat', PHONE)
    await bot(page).nth(1).waitFor()
    const card: Card = {
      title: '线索 · 武汉 · 待领取',
      lines: [
        { kind: 'field', label: '创新投入', value: '8–16 / 32' },
        { kind: 'item', text: '知识价值信用贷款 — 最高 1,000 万元 — 信用', detail: '信息 ★★★' },
        { kind: 'item', text: '评价：70 分 → 通过' },
      ],
    }
    store.say(room(), { card })
    const shown = bot(page).last()
    await expect.poll(() => shown.locator('.badge').textContent()).toBe('待领取')
    expect(await shown.locator('.item-name').allTextContents()).toEqual(['知识价值信用贷款'])
    expect(await shown.locator('.item-told').allTextContents()).toEqual(['最高 1,000 万元 — 信用'])
    expect(await shown.locator('.item-text strong').allTextContents()).toEqual(['通过'])
    const widths = await shown
      .locator('.bar, .bar-sure, .bar-open')
      .evaluateAll(all => all.map(element => element.getBoundingClientRect().width))
    const [whole = 0, open = 0, sure = 0] = widths
    expect(open / whole).toBeCloseTo(0.5, 1)
    expect(sure / whole).toBeCloseTo(0.25, 1)
  })
})
