// A form of a lead does what its button would, with the same rights, and nothing when it no longer fits.
import { describe, expect, test } from 'vitest'
import type { FormValues, Sender } from '#bot'
import { formFor } from '#bot'
import { acts, applied, BANK, clerk, lead, RESERVE, staffed } from '../../support/lead-scene.ts'
import { drainPosts, happen, type VirtualCase } from '../../support/virtual-case.ts'

const knowledge = staffed()
const JIA = clerk('甲')

function taken(): VirtualCase {
  const scene = applied(knowledge)
  acts(knowledge, scene, JIA, 'take')
  drainPosts(scene)
  return scene
}

const pressOf = (scene: VirtualCase, verb: string) => `L:${lead(scene).id}:${verb}`
const fills = (scene: VirtualCase, who: Sender, verb: string, values: FormValues) =>
  happen(knowledge, scene, who, { kind: 'form', press: pressOf(scene, verb), values })

function looks(scene: VirtualCase, who: Sender, press: string) {
  if (who.kind !== 'staff') throw new Error('only staff open forms')
  return formFor({ knowledge, case: scene.case, from: who, press, at: '2026-11-23T02:00:00.000Z' })
}

describe('forms of a lead', () => {
  test('declining: reason and a word of the clerk reach the company', () => {
    const scene = taken()
    const form = looks(scene, JIA, pressOf(scene, 'refuse'))
    expect(form?.fields.map(field => field.name)).toEqual(['reason', 'remark'])
    fills(scene, JIA, 'refuse', { reason: ['papers-missing'], remark: ['缺 2025 年审计报告'] })
    expect(lead(scene)).toMatchObject({ state: 'refused', refusal: 'papers-missing' })
    expect(drainPosts(scene).join('\n')).toContain('缺 2025 年审计报告')
  })

  test('asking for papers: only those ticked, and others by name', () => {
    const scene = taken()
    const field = looks(scene, JIA, pressOf(scene, 'papers'))?.fields[0]
    const [first, second] = field?.kind === 'choices' ? field.options : []
    if (!first || !second) throw new Error('the product of the scene needs two papers')
    fills(scene, JIA, 'papers', { papers: [first.value], other: ['近两年审计报告'] })
    const told = drainPosts(scene).join('\n')
    expect(told).toContain(first.text)
    expect(told).toContain('近两年审计报告')
    expect(told).not.toContain(second.text)
  })

  test('a credit line with its terms is recorded exactly', () => {
    const scene = taken()
    for (const step of ['talking', 'intent']) acts(knowledge, scene, JIA, step)
    fills(scene, JIA, 'granted', { amount: ['300'], rate: ['3.45'], months: ['12'] })
    expect(lead(scene)).toMatchObject({ state: 'granted', amount: 300_000_000, rate: 34_500, months: 12 })
  })

  test('nobody opens or hands in what they may not press', () => {
    const scene = taken()
    for (const who of [clerk('乙'), clerk('他行', RESERVE), clerk('路人', 'nobody')]) {
      expect(looks(scene, who, pressOf(scene, 'refuse'))).toBeUndefined()
      fills(scene, who, 'refuse', { reason: ['papers-missing'] })
    }
    expect(lead(scene).state).toBe('taken')
    expect(scene.events.filter(event => event.verb === 'denied')).toHaveLength(3)
  })

  test('what no longer fits is told and changes nothing', () => {
    const scene = taken()
    const before = scene.case
    fills(scene, JIA, 'refuse', { reason: ['invented'] })
    fills(scene, JIA, 'take', {})
    expect(scene.case).toEqual(before)
    expect(drainPosts(scene, BANK).join('\n')).toContain('没有记录任何内容')
    expect(looks(scene, clerk('甲', BANK), pressOf(scene, 'refused:papers-missing'))).toBeUndefined()
  })
})
