// Consent is for one receiver and one purpose: what was shown and ticked, with its time and the version of its words; taken
// back in two taps, and everything known can be had and kept.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Card, toText } from '#bot'
import {
  acts,
  BANK,
  COMPANY,
  clerk,
  ENTERPRISE,
  MONDAY,
  PRODUCT,
  presses,
  RESERVE,
  staffed,
} from '../../support/lead-scene.ts'
import { applicant } from '../../support/rulebook.ts'
import { drainPosts, happen, openVirtual, type VirtualCase } from '../../support/virtual-case.ts'

const knowledge = staffed()
const open = (more: Record<string, unknown> = {}): VirtualCase =>
  openVirtual(applicant({ ...COMPANY, 'people.total': 40, ...more }), MONDAY)
const buttons = (scene: VirtualCase) =>
  scene.posts
    .filter(({ post }) => post.to.kind === 'enterprise')
    .flatMap(({ post }) => (post.card.buttons ?? []).flat())
const button = (scene: VirtualCase, label: RegExp) => {
  const found = buttons(scene).findLast(one => label.test(one.text))
  if (!found) throw new Error(`no button ${label}`)
  return found.press
}

describe('giving', () => {
  test('an unticked field goes to nobody, and what was ticked, when, and under which words is kept', () => {
    const scene = open()
    presses(knowledge, scene, `to:${BANK}:${PRODUCT}`)
    presses(knowledge, scene, 'ct:people.total')
    presses(knowledge, scene, button(scene, /^同意/))
    const [consent] = scene.case.consents
    expect(consent).toMatchObject({
      receiver: BANK,
      purpose: 'credit-assessment',
      at: MONDAY,
      event: `e${scene.count}`,
      text: knowledge.script.consent.text,
    })
    expect(consent?.fields).not.toContain('people.total')
    expect(consent?.fields).toContain('contact.phone')
    expect(drainPosts(scene, BANK).join()).not.toContain('40 人')
  })

  test('a yes on the card of one receiver is none for another', () => {
    const scene = open()
    presses(knowledge, scene, `to:${BANK}:${PRODUCT}`)
    const yes = button(scene, /^同意/)
    presses(knowledge, scene, `to:${RESERVE}:${PRODUCT}`)
    drainPosts(scene)
    presses(knowledge, scene, yes)
    expect(scene.case.consents).toEqual([])
    expect(scene.case.leads).toEqual([])
    expect(drainPosts(scene).join('\n')).toContain('没有算数')
    expect(scene.case.pending).toMatchObject({ kind: 'consent', receiver: RESERVE })
    presses(knowledge, scene, `cy:${RESERVE}`)
    expect(scene.case.consents.map(one => one.receiver)).toEqual([RESERVE])
  })

  test('the words of a version do not change: other words need another version', () => {
    const phrases: unknown = parse(readFileSync(new URL('../../../bot/phrases/desk.yaml', import.meta.url), 'utf8'))
    const shown = Object.entries(phrases as Record<string, unknown>).filter(([key]) =>
      /^consent\.(?:purpose-.*|rating|terms|masked|standby)$/.test(key),
    )
    expect(shown).toHaveLength(6)
    const digest = createHash('sha256').update(JSON.stringify(shown.toSorted())).digest('hex').slice(0, 16)
    expect({ [knowledge.script.consent.text]: digest }).toEqual(VERSIONS)
  })
})

/** What was shown under each version of the consent text; a new version is a new line here and in bot/script.yaml. */
const VERSIONS = { '2026-11-22': 'd6ba80553f5b1350' }

describe('taking back', () => {
  const agreed = (): VirtualCase => {
    const scene = open()
    for (const bank of [BANK, RESERVE]) {
      presses(knowledge, scene, `to:${bank}:${PRODUCT}`)
      presses(knowledge, scene, `cy:${bank}`)
    }
    return scene
  }

  test('two taps: the list, and the receiver; the other receiver keeps its lead', () => {
    const scene = agreed()
    presses(knowledge, scene, button(scene, /^撤回授权$/))
    const outcome = presses(knowledge, scene, button(scene, /^撤回：.*江苏/))
    const of = (desk: string) => scene.case.leads.find(lead => lead.receiver === desk)
    expect([of(BANK)?.state, of(RESERVE)?.state]).toEqual(['withdrawn', 'offered'])
    expect(outcome.recalls).toEqual([{ desk: BANK, thread: of(BANK)?.id }])
    expect(scene.case.consents.map(one => [one.receiver, one.withdrawnAt !== undefined])).toEqual([
      [BANK, true],
      [RESERVE, false],
    ])
    expect(Object.keys(scene.case.answers)).toContain('contact.phone')
  })

  test('with the last consent the contact goes, and is asked for again when it is needed again', () => {
    const scene = agreed()
    for (const consent of scene.case.consents) presses(knowledge, scene, `wd:${consent.id}`)
    const kept = Object.keys(scene.case.answers)
    expect(kept).not.toContain('contact.phone')
    expect(kept).not.toContain('contact.name')
    expect(kept).toContain('people.total')
    expect(drainPosts(scene).at(-1)).toContain('联系方式已删除')
    presses(knowledge, scene, `to:${BANK}:${PRODUCT}`)
    expect(scene.case.pending?.kind).toBe('ask')
  })
})

describe('having it all', () => {
  test('every answer, consent and step is in the export, and asking changes nothing', () => {
    const scene = open({ 'people.total': 40 })
    presses(knowledge, scene, `to:${BANK}:${PRODUCT}`)
    presses(knowledge, scene, `cy:${BANK}`)
    const before = scene.case
    const { posts } = happen(knowledge, scene, ENTERPRISE, { kind: 'text', text: '导出我的资料' })
    const told = posts.map(({ card }: { card: Card }) => toText(card)).join('\n')
    for (const words of ['苏州某某智能科技有限公司', '13800138000', '40 人', '2026-11-22', '已申报', '待领取'])
      expect(told).toContain(words)
    expect(posts.every(({ to }) => to.kind === 'enterprise')).toBe(true)
    expect(scene.case).toEqual(before)
    expect(scene.events.at(-1)).toMatchObject({ verb: 'data-exported' })
  })

  test('is no message to a clerk, even while one is expected', () => {
    const scene = open()
    presses(knowledge, scene, `to:${BANK}:${PRODUCT}`)
    presses(knowledge, scene, `cy:${BANK}`)
    const thread = scene.case.leads[0]?.id
    // before anybody has taken it there is nobody to write to, and that is said
    presses(knowledge, scene, `rp:${thread}`)
    expect(scene.case.pending).toBeUndefined()
    acts(knowledge, scene, clerk('甲'), 'take')
    presses(knowledge, scene, `rp:${thread}`)
    expect(scene.case.pending).toMatchObject({ kind: 'reply' })
    drainPosts(scene, BANK)
    happen(knowledge, scene, ENTERPRISE, { kind: 'text', text: '导出我的资料' })
    expect(drainPosts(scene, BANK)).toEqual([])
  })
})
