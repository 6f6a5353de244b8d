// 认定 and 评级 in the funnel: noted when the answers first reach them, and never twice.
import { expect, test } from 'vitest'
import { loadData } from '../../adapters/files/load.ts'
import { presses } from '../support/lead-scene.ts'
import { applicant } from '../support/rulebook.ts'
import { openVirtual } from '../support/virtual-case.ts'

const { knowledge } = loadData()
const verbs = (scene: ReturnType<typeof openVirtual>) => scene.events.map(({ verb }) => verb)

test('a valid title counts once, also when it is answered again', () => {
  const scene = openVirtual(applicant({}), '2026-11-23T01:00:00.000Z')
  presses(knowledge, scene, 'a:qualification.tech_sme:no')
  expect(verbs(scene)).not.toContain('case-recognised')
  presses(knowledge, scene, 'a:qualification.high_tech:yes')
  presses(knowledge, scene, 'a:qualification.high_tech:no')
  presses(knowledge, scene, 'a:qualification.high_tech:yes')
  expect(verbs(scene).filter(verb => verb === 'case-recognised')).toHaveLength(1)
  expect(scene.case.reached).toContain('recognised')
})

test('points that say something count as rated, a range that says nothing does not', () => {
  const scene = openVirtual(applicant({}), '2026-11-23T01:00:00.000Z')
  presses(knowledge, scene, 'a:qualification.tech_sme:no')
  expect(verbs(scene)).not.toContain('case-rated')
  const known = openVirtual(
    applicant({
      'company.region': '110108',
      'people.total': 20,
      'people.tech_staff': 5,
      'rd.cost_last_year': '90 万元',
      'finance.revenue_last_year': '900 万元',
      'finance.cost_last_year': '200 万元',
      'ip.invention': 0,
      'ip.utility': 2,
    }),
    '2026-11-23T01:00:00.000Z',
  )
  presses(knowledge, known, 'a:qualification.high_tech:yes')
  expect(verbs(known)).toContain('case-rated')
})
