// A value that is named as wrong says which fact it was: no noun is needed.
import { describe, expect, test } from 'vitest'
import { type Dossier, FEN_PER_WAN } from '#engine'
import { loadData } from '../../../adapters/files/load.ts'
import { applicant } from '../../support/rulebook.ts'
import { happen, openVirtual } from '../../support/virtual-case.ts'

const { knowledge } = loadData()
const { amount } = knowledge.catalogue.need
const AT = '2026-11-24T07:00:00.000Z'

function caseAfter(told: Dossier, words: string): Dossier {
  const scene = openVirtual(told, AT)
  scene.case = { ...scene.case, shown: true, asking: 'no' }
  return happen(knowledge, scene, { kind: 'enterprise' }, { kind: 'text', text: words }).case.answers
}
const told = applicant({ [amount]: '500 万元', 'finance.revenue_last_year': '3200 万元', 'people.total': 48 })

describe('a value in place of another', () => {
  test.each([
    ['说错了，是600万不是500万', amount, 600 * FEN_PER_WAN],
    ['不是500万，是600万', amount, 600 * FEN_PER_WAN],
    ['不是3200，是3600', 'finance.revenue_last_year', 3_600 * FEN_PER_WAN],
    ['营收不是3200，是3600', 'finance.revenue_last_year', 3_600 * FEN_PER_WAN],
    ['不是48个，是52个', 'people.total', 52],
  ])('%s', (text, fact, value) => {
    expect(caseAfter(told, text)[fact]?.value).toBe(value)
    const others = Object.keys(told).filter(id => id !== fact)
    for (const id of others) expect(caseAfter(told, text)[id]).toEqual(told[id])
  })
  test('nothing is swapped that was not told, or that two facts have', () => {
    expect(caseAfter(told, '是600万不是700万')).toEqual(told)
    const twice = { ...told, ...applicant({ 'rd.cost_last_year': '500 万元' }) }
    expect(caseAfter(twice, '是600万不是500万')).toEqual(twice)
  })
})
