// What staff do with a lead, and what they may not.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  acts,
  applied,
  BANK,
  COMPANY,
  clerk,
  lead,
  MONDAY,
  PRODUCT,
  presses,
  RESERVE,
  staffed,
  writes,
} from '../../support/lead-scene.ts'
import { applicant } from '../../support/rulebook.ts'
import { drainPosts, openVirtual, passTo, type VirtualCase } from '../../support/virtual-case.ts'

const knowledge = staffed()
const taken = (): VirtualCase => {
  const scene = applied(knowledge)
  acts(knowledge, scene, clerk('甲'), 'take')
  return scene
}
const details = (scene: VirtualCase) => scene.events.map(({ verb, detail }) => `${verb} ${detail ?? ''}`.trim())

describe('taking', () => {
  test('taking what was put to a colleague is allowed and visible', () => {
    const scene = applied(knowledge)
    const other = lead(scene).holder === 'jia' ? '乙' : '甲'
    acts(knowledge, scene, clerk(other), 'take')
    expect(lead(scene)).toMatchObject({ picked: true, owner: { name: other } })
    expect(details(scene)).toContain('lead-taken picked')
  })

  test('one person on two platforms is one owner', () => {
    const scene = taken()
    acts(knowledge, scene, clerk('Jia', BANK, 'UJIA'), 'talking')
    expect(lead(scene).state).toBe('talking')
  })

  test('two clerks press in any order, as often as they like: one owner, and the other is told', () => {
    const press = fc.constantFrom('甲', '乙')
    fc.assert(
      fc.property(fc.array(press, { minLength: 1, maxLength: 8 }), order => {
        const scene = applied(knowledge)
        for (const name of order) acts(knowledge, scene, clerk(name), 'take')
        expect(lead(scene).owner?.name).toBe(order[0])
        expect(details(scene).filter(verb => verb.startsWith('lead-taken'))).toHaveLength(1)
        expect(lead(scene).history.filter(step => step.state === 'taken')).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })
})

describe('handing over', () => {
  test('to a colleague, with the company told; a manager may, a colleague may not', () => {
    const scene = taken()
    acts(knowledge, scene, clerk('乙'), 'to', 'yi')
    expect(lead(scene).owner?.name).toBe('甲')
    expect(details(scene)).toContain('denied not-owner')
    acts(knowledge, scene, clerk('主管'), 'to', 'yi')
    expect(lead(scene)).toMatchObject({ owner: { name: '乙' }, holder: 'yi' })
    expect(drainPosts(scene).at(-1)).toContain('改由 乙 经办')
    acts(knowledge, scene, clerk('乙'), 'talking')
    expect(lead(scene).state).toBe('talking')
  })

  test('not to somebody of another desk, nor to who is away', () => {
    const away = staffed({ yi: { absences: [{ from: '2026-11-23', to: '2026-11-23' }] } })
    const scene = taken()
    acts(away, scene, clerk('甲'), 'to', 'yi')
    acts(away, scene, clerk('甲'), 'to', 'bank-of-jiangsu-1')
    expect(lead(scene).owner?.name).toBe('甲')
  })

  test('put back, it is put to the next person, and the former owner may take it again only like anybody', () => {
    const scene = taken()
    acts(knowledge, scene, clerk('甲'), 'back')
    expect(lead(scene)).toMatchObject({ state: 'offered' })
    expect(lead(scene).owner).toBeUndefined()
    acts(knowledge, scene, clerk('甲'), 'talking')
    expect(lead(scene).state).toBe('offered')
  })
})

describe('what holds a lead up', () => {
  test('unreachable: the company is asked, one press brings it back; without an answer it ends with the way on', () => {
    const scene = taken()
    acts(knowledge, scene, clerk('甲'), 'unreachable')
    expect(drainPosts(scene).at(-1)).toContain('打电话没联系上您')
    presses(knowledge, scene, `lr:${lead(scene).id}`)
    expect(lead(scene).state).toBe('taken')
    expect(drainPosts(scene, BANK).at(-1)).toContain('企业回应了')
    acts(knowledge, scene, clerk('甲'), 'unreachable')
    passTo(knowledge, scene, '2026-12-01T09:00:00.000Z')
    expect(lead(scene)).toMatchObject({ state: 'refused', refusal: 'unreachable' })
    expect(drainPosts(scene).at(-1)).toContain('更新联系电话')
  })

  test('blocked: coded, shown to the company, and gone when it goes on', () => {
    const scene = taken()
    acts(knowledge, scene, clerk('甲'), 'blocked', 'nonsense')
    expect(lead(scene).state).toBe('taken')
    acts(knowledge, scene, clerk('甲'), 'blocked', 'guarantee')
    expect(lead(scene)).toMatchObject({ state: 'blocked', blockage: 'guarantee' })
    expect(drainPosts(scene).at(-1)).toContain('等担保机构答复')
    acts(knowledge, scene, clerk('甲'), 'intent')
    expect(lead(scene).state).toBe('intent')
    expect(lead(scene).blockage).toBeUndefined()
  })
})

describe('outcomes', () => {
  test('amount, rate, term and days are recorded from one line', () => {
    const scene = taken()
    passTo(knowledge, scene, '2026-11-23T08:00:00.000Z')
    acts(knowledge, scene, clerk('甲'), 'granted')
    writes(knowledge, scene, clerk('甲'), '利率3.45%，12个月，800万元')
    expect(lead(scene)).toMatchObject({ state: 'granted', amount: 800_000_000, rate: 34_500, months: 12, days: 1 })
    acts(knowledge, scene, clerk('甲'), 'paid')
    writes(knowledge, scene, clerk('甲'), '500万')
    expect(lead(scene)).toMatchObject({ state: 'paid', amount: 500_000_000, rate: 34_500, days: 1 })
  })

  test('without a figure nothing is recorded', () => {
    const scene = taken()
    acts(knowledge, scene, clerk('甲'), 'granted')
    writes(knowledge, scene, clerk('甲'), '批了')
    expect(lead(scene).state).toBe('taken')
  })

  test('a refusal before taking shows the refuser nothing of the company', () => {
    const scene = applied(knowledge)
    acts(knowledge, scene, clerk('甲'), 'refused', 'out-of-scope')
    const cards = drainPosts(scene, BANK).join('\n')
    expect(lead(scene).state).toBe('refused')
    expect(cards).not.toMatch(/某某|张三|138/)
    expect(drainPosts(scene).at(-1)).toContain('行业或用途不在本行支持范围')
  })

  test('ten days after the end three questions, months later one topic, and quiet is kept', () => {
    const scene = applied(knowledge)
    acts(knowledge, scene, clerk('甲'), 'refused', 'too-early')
    drainPosts(scene)
    passTo(knowledge, scene, '2026-12-03T10:00:00.000Z')
    expect(drainPosts(scene)).toEqual([expect.stringContaining('有帮助吗')])
    const id = lead(scene).id
    presses(knowledge, scene, `fb:${id}:0:yes`)
    presses(knowledge, scene, `fb:${id}:1:no`)
    presses(knowledge, scene, `fb:${id}:2:yes`)
    expect(scene.case.feedback?.map(one => [one.question, one.yes])).toEqual([
      ['helped', true],
      ['contacted', false],
      ['again', true],
    ])
    expect(drainPosts(scene).at(-1)).toContain('谢谢')
    passTo(knowledge, scene, '2027-06-01T10:00:00.000Z')
    expect(drainPosts(scene).length).toBeLessThanOrEqual(1)
    const quiet = applied(knowledge)
    presses(knowledge, quiet, 'qt')
    acts(knowledge, quiet, clerk('甲'), 'refused', 'too-early')
    drainPosts(quiet)
    passTo(knowledge, quiet, '2027-06-01T10:00:00.000Z')
    expect(drainPosts(quiet)).toEqual([])
  })
})

describe('limits', () => {
  test('a fourth new lead on one day is not opened, and joining an open one is no new lead', () => {
    const scene = openVirtual(applicant(COMPANY), MONDAY)
    const at = ['bank-of-jiangsu', RESERVE, 'boc-jiangsu'].map(receiver => `to:${receiver}:${PRODUCT}`)
    for (const press of [...at, 'to:icbc:national/specialised-sme-loan']) {
      presses(knowledge, scene, press)
      presses(knowledge, scene, 'cy')
    }
    expect(scene.case.leads).toHaveLength(3)
    presses(knowledge, scene, 'to:bank-of-jiangsu:jiangsu/tech-transfer-loan')
    presses(knowledge, scene, 'cy')
    expect(scene.case.leads).toHaveLength(3)
    expect(scene.case.leads.find(one => one.receiver === BANK)?.products).toHaveLength(2)
  })

  test('a repeat from another chat goes to the person who has the company, and says so', () => {
    const scene = openVirtual(applicant(COMPANY), MONDAY)
    scene.around = { loads: { yi: 9 }, twins: [{ lead: 'otherL1', receiver: BANK, holder: 'yi' }] }
    presses(knowledge, scene, `to:${BANK}:${PRODUCT}`)
    presses(knowledge, scene, 'cy')
    expect(lead(scene)).toMatchObject({ holder: 'yi', twin: 'otherL1', firm: COMPANY['company.uscc'] })
    expect(drainPosts(scene, BANK)[0]).toContain('同一企业的另一条线索：otherL1')
  })
})

test('taking the consent back says nothing more to the desk, not even that the company has seen the last words', () => {
  const scene = applied(knowledge)
  acts(knowledge, scene, clerk('甲'), 'take')
  writes(knowledge, scene, clerk('甲'), '您好，请准备近两年报表')
  const thread = lead(scene).id
  const { posts } = presses(knowledge, scene, `wd:${scene.case.consents[0]?.id}`)
  const told = posts.filter(({ to }) => to.kind === 'desk' && to.thread === thread)
  expect(told.map(({ slot }) => slot)).toEqual([thread])
})
