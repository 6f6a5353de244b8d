// Asked for one thing, people answer and tell more: 12人，总共70人.
import { describe, expect, test } from 'vitest'
import { gold, heard, rows } from './lexicon.ts'

const ANSWERED_AND_MORE = `
qualification.high_tech 有，科小也有 | qualification.high_tech yes; qualification.tech_sme yes
people.tech_staff 12，总共26个人 | people.tech_staff 12; people.total 26
people.tech_staff 12人，总共70人 | people.tech_staff 12; people.total 70
ip.software 共计四十七个 | ip.software 47
ip.invention 总共12个，公司45人 | ip.invention 12; people.total 45
need.collateral 没有，厂房租的 | credit.independent_site yes; need.collateral none
qualification.high_tech 有，但是科小没有 | qualification.tech_sme no
`
describe('the answer at the head', () => {
  test.each(rows(ANSWERED_AND_MORE))('%s', (row, meant) => {
    const blank = row.indexOf(' ')
    expect(heard(row.slice(blank + 1), [row.slice(0, blank)])).toEqual(gold(meant))
  })
})
