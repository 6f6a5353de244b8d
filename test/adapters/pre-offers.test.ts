// A desk has companies asked beforehand, over the real store: only who asked to hear of such things, each in its own turn,
// with a row of audit; the desk gets one card without a word of who they are, and only its manager may.
import { afterEach, expect, test } from 'vitest'
import { toText } from '#bot'
import { createPreOffers, type PreOffers } from '../../adapters/pre-offers.ts'
import type { OpenStore } from '../../adapters/store/open.ts'
import { BANK, COMPANY, PRODUCT, RESERVE } from '../support/lead-scene.ts'
import { DESKS, knowledge } from '../support/rights-cast.ts'
import { applicant } from '../support/rulebook.ts'
import { openMemoryStore } from '../support/store.ts'
import { happen, openVirtual } from '../support/virtual-case.ts'

const AT = '2026-11-23T02:00:00.000Z'
const SEND = { product: [PRODUCT], what: ['send'] }
let store: OpenStore | undefined
afterEach(() => store?.close())

/** Companies of which the first so many asked to hear of something new. */
async function open(companies: number, listening: number): Promise<{ store: OpenStore; preOffers: PreOffers }> {
  const opened = await openMemoryStore({ now: () => new Date(AT) })
  store = opened
  for (let index = 0; index < companies; index++) {
    const target = { kind: 'conversation', peer: `p${index}` } as const
    const event = { kind: 'open' } as const
    await opened.accept({ platform: 'web', eventId: `o${index}`, at: AT, target, from: { kind: 'enterprise' }, event })
    const item = await opened.next()
    if (!item) throw new Error('the first event is not there')
    await opened.play(item, current => {
      const scene = openVirtual(applicant(COMPANY), AT, current.id)
      if (index >= listening) return { case: scene.case, posts: [], events: [] }
      return happen(knowledge, scene, { kind: 'enterprise' }, { kind: 'press', press: 'nw:yes' })
    })
  }
  return { store: opened, preOffers: createPreOffers(opened, knowledge, () => new Date(AT)) }
}

function staffOf(desk: string, who: 'owner' | 'manager' | 'outsider') {
  const found = DESKS[desk]?.[who]
  if (found?.kind !== 'staff') throw new Error(`nobody is ${who} of ${desk}`)
  return found
}

const offers = (of: OpenStore) => of.database.prisma.timer.count({ where: { key: `pre-offer.${BANK}` } })
const cards = async (of: OpenStore) => (await of.desks(0n)).map(({ card }) => toText(card))

test('a look tells counts and asks nobody; sending asks those who listen, once', async () => {
  const { store: at, preOffers } = await open(3, 2)
  const manager = staffOf(BANK, 'manager')
  expect(await preOffers.fill(manager, { ...SEND, what: ['look'] }, 'k1')).toBe('done')
  expect([await offers(at), await cards(at)]).toEqual([
    0,
    [expect.stringContaining('愿意接收消息的 2 家，其中适合 2 家')],
  ])
  for (const key of ['k2', 'k2', 'k3']) expect(await preOffers.fill(manager, SEND, key)).toBe('done')
  expect(await offers(at)).toBe(2)
  const shown = await cards(at)
  expect(shown).toHaveLength(3)
  expect(shown[1]).toContain('已安排去问 2 家')
  for (const card of shown) expect(card).not.toMatch(/苏州|某某|91320500|13800138000|张三/)
  expect(await at.database.prisma.audit.findFirst({ where: { verb: 'pre-offer-sent' } })).toMatchObject({
    object: BANK,
    by: 'UHEAD',
    detail: `${PRODUCT} 2`,
  })
})

test('clerks, guests and other desks are denied, and a product of others is no choice', async () => {
  const { store: at, preOffers } = await open(1, 1)
  for (const staff of [staffOf(BANK, 'owner'), staffOf(BANK, 'outsider'), staffOf(RESERVE, 'owner')]) {
    expect(preOffers.form(staff)).toBe('denied')
    expect(await preOffers.fill(staff, SEND, 'k1')).toBe('denied')
  }
  const chief = staffOf(RESERVE, 'manager')
  expect(preOffers.form(chief)).toMatchObject({ title: '预授信邀请' })
  const wrong = { product: ['hubei/knowledge-value-loan'], what: ['send'] }
  expect(await preOffers.fill(chief, wrong, 'k2')).toEqual({ product: '请从列出的选项里选择。' })
  expect([await offers(at), await cards(at)]).toEqual([0, []])
})
