// Asked for one thing, people answer and tell more: 12人，总共70人.
import { testAsked } from './kinds.ts'

testAsked(
  'the answer at the head',
  `
qualification.high_tech 有，科小也有 | qualification.high_tech yes; qualification.tech_sme yes
people.tech_staff 12，总共26个人 | people.tech_staff 12; people.total 26
people.tech_staff 12人，总共70人 | people.tech_staff 12; people.total 70
ip.software 共计四十七个 | ip.software 47
ip.invention 总共12个，公司45人 | ip.invention 12; people.total 45
need.collateral 没有，厂房租的 | credit.independent_site yes; need.collateral none
qualification.high_tech 有，但是科小没有 | qualification.high_tech yes; qualification.tech_sme no
`,
)
