// The rules change in the middle of a talk, and after it: nobody is stranded, and every lead comes out again bit for bit from
// what it stores, by the version it was given under.
import { describe, expect, test } from 'vitest'
import type { Knowledge } from '#bot'
import { isoOf, parseRulebook, type Rulebook, ratingRecord, recompute } from '#engine'
import { yamlFiles } from '../../../adapters/files/yaml.ts'
import { type Case, caseSchema } from '../../../bot/case.ts'
import {
  acts,
  applied,
  BANK,
  COMPANY,
  clerk,
  ENTERPRISE,
  lead,
  PRODUCT,
  presses,
  staffed,
} from '../../support/lead-scene.ts'
import { applicant, dataFiles, ROOT } from '../../support/rulebook.ts'
import { happen, openVirtual, type VirtualCase } from '../../support/virtual-case.ts'

const MONDAY = '2026-11-23T01:00:00.000Z'
/** the day from which the newer versions are in force */
const NEWER = '2026-11-24'
const TUESDAY = '2026-11-24T01:00:00.000Z'
const RICHER = {
  ...COMPANY,
  'company.founded_on': '2019-03-01',
  'finance.revenue_last_year': '3000 万元',
  'people.total': 60,
  'qualification.high_tech': true,
  'credit.tax_grade': 'B',
}

const old = staffed()

/** The real rules with a newer version of every model, in which every grade wants one point more. */
function newer(): Rulebook {
  const models = dataFiles(ROOT, yamlFiles(ROOT, 'engine/models'))
  const later = models.map(({ file, content }) => {
    const model = structuredClone(content) as { grades?: { list: { atLeast?: number }[] } }
    for (const grade of model.grades?.list ?? []) if (grade.atLeast !== undefined) grade.atLeast += 1
    return { file: `${file}.later`, content: { ...model, effectiveFrom: NEWER } }
  })
  const parsed = parseRulebook(dataFiles(ROOT, yamlFiles(ROOT, 'engine/facts')), [...models, ...later])
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

/** The same knowledge after a new scorecard was published, and the product that was chosen has another rate and is gone elsewhere. */
function published(without?: string): Knowledge {
  const products = new Map(old.catalogue.products)
  const product = products.get(PRODUCT)
  if (product) products.set(PRODUCT, { ...product, rate: { ...product.rate, from: 123_400, to: 123_400 } })
  if (without !== undefined) products.delete(without)
  return { ...old, rulebook: newer(), catalogue: { ...old.catalogue, products } }
}
const after = published()

const company = () => applicant(RICHER)

/** Every rating of a lead, worked out again from what the lead stores and nothing else. */
function again(rulebook: Rulebook, one: Case['leads'][number]): string[] {
  const { basis } = one
  if (!basis) throw new Error('the lead has no basis')
  return basis.ratings.map(({ model, version }) => {
    const rating = recompute(rulebook, basis.answers, model, version, basis.day)
    if (!rating) throw new Error(`${model} ${version} is gone`)
    return JSON.stringify(ratingRecord(rating))
  })
}
const stored = ({ basis }: Case['leads'][number]) => (basis?.ratings ?? []).map(one => JSON.stringify(one))

/** A company applies; from the nth step on the new rules hold. */
function apply(from: number): VirtualCase {
  const scene = openVirtual(company(), from === 0 ? TUESDAY : MONDAY)
  const steps: ((know: Knowledge) => void)[] = [
    know => void presses(know, scene, 'x'),
    know => void presses(know, scene, `to:${BANK}:${PRODUCT}`),
    know => void presses(know, scene, 'cy'),
    know => void acts(know, scene, clerk('甲'), 'take'),
    know => void happen(know, scene, ENTERPRISE, { kind: 'text', text: '去年营收3200万' }),
    know => void acts(know, scene, clerk('甲'), 'talking'),
  ]
  for (const [index, step] of steps.entries()) {
    if (index === from) scene.now = TUESDAY
    step(index >= from ? after : old)
  }
  return scene
}

describe('rules that change between any two turns', () => {
  test.each([0, 1, 2, 3, 4, 5, 6])('from turn %i on', from => {
    const scene = apply(from)
    const one = lead(scene)
    const wanted = from <= 2 ? NEWER : undefined
    expect(one.state).toBe('talking')
    expect(one.basis?.ratings.length).toBeGreaterThan(0)
    for (const { version } of one.basis?.ratings ?? []) {
      if (wanted) expect(version).toBe(wanted)
      else expect(version < NEWER).toBe(true)
    }
    expect(isoOf(one.basis?.day ?? 0)).toBe(from <= 2 ? NEWER : '2026-11-23')
    expect(again(after.rulebook, one)).toEqual(stored(one))
    // rolled back, the old program reads the case and knows all leads that were made under it
    expect(caseSchema.parse(JSON.parse(JSON.stringify(scene.case)))).toEqual(JSON.parse(JSON.stringify(scene.case)))
    if (!wanted) expect(again(old.rulebook, one)).toEqual(stored(one))
  })

  test('a product that is gone from the catalogue strands no lead', () => {
    const scene = applied(old)
    const gone = published(PRODUCT)
    acts(gone, scene, clerk('甲'), 'take')
    acts(gone, scene, clerk('甲'), 'talking')
    expect(lead(scene).state).toBe('talking')
    presses(gone, scene, 'st')
    expect(scene.posts.length).toBeGreaterThan(0)
  })
})

test('a lead stores the terms it was applied for under, and nobody’s name', () => {
  const [before, now] = [lead(apply(6)), lead(apply(0))]
  expect(before.basis?.products).toMatchObject([{ product: PRODUCT }])
  expect(now.basis?.products[0]?.terms).toContain('123400')
  expect(before.basis?.products[0]?.terms).not.toBe(now.basis?.products[0]?.terms)
  const words = JSON.stringify(before.basis)
  const personal = Object.entries(RICHER).filter(([fact]) => old.rulebook.facts.get(fact)?.personal)
  expect(personal.length).toBeGreaterThan(1)
  for (const [, value] of personal) expect(words).not.toContain(String(value))
  expect(words).not.toContain('13800138000')
})

test('what the company says afterwards changes nothing of what it applied on', () => {
  const scene = applied(old)
  const before = lead(scene).basis
  happen(old, scene, ENTERPRISE, { kind: 'text', text: '去年营收8000万，研发人员30个' })
  expect(lead(scene).basis).toEqual(before)
  expect(again(old.rulebook, lead(scene))).toEqual(stored(lead(scene)))
})
