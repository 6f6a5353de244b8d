// How owners and their partners write in English, by kinds: places, what was and is, titles, sums, loans, people.
import { testKinds } from './kinds.ts'

testKinds({
  places: `
Deyang Guanghan, drill pipe repair, 70 staff | company.region 510681; people.total 70
Our plant in Chongqing's Beibei district makes valves | company.industry manufacturing-equipment; company.region 500109
Yuelu District of Changsha | company.region 430104
we moved here from Suzhou last year, now in Nantong | company.region 320600
Branch office in Shenzhen, registered in Changsha | company.region 430100
our HQ is in Beijing but company registered in Tianjin | company.region 120000
Taizhou, Zhejiang | company.region 331000
we are in Taizhou | ? company.region ambiguous-region
spun off from Tianjin University, 9 people | people.total 9; rd.university_spinout yes
account at Bank of Ningbo |
please guide me through it |
`,
  'what was and what is': `
We once had 140 workers, today it's 83 | people.total 83
the old factory had 260 people, but since the move we are 110 | people.total 110
headcount 58 last year, 71 now | people.total 71
our headcount went from 40 to 65 | people.total 65
we plan to hire 12 more; right now it's 41 | people.total 41
The parent company has 3,000 people, we are only 52 | people.total 52
we used to owe CCB 2 million but cleared it in 2023, zero debt now | ? credit.first_loan yes; credit.loan_balance 0万
my uncle's company owes the bank 4 million but ours owes nothing | ? credit.first_loan yes; credit.loan_balance 0万
`,
  'titles and grades': `
tax grade was B, it's A since April | credit.tax_grade A
our tax grade is a bit low |
provincial specialised SME, little giant still pending | qualification.specialised provincial
ISO 9001 and CE both done | qualification.quality management-system+overseas-product
we still need CE certification |
we were on the abnormal list in 2022 but got removed | credit.abnormal no
we were overdue once in 2019 |
We are not on any dishonest list and have no lawsuits pending | credit.dishonest no; credit.lawsuits 0
we are registered as a tech SME this year | qualification.tech_sme yes
`,
  sums: `
sales 2 crore yuan, profit 9 lakh yuan | finance.net_profit 90万; finance.revenue_last_year 2000万
turnover 18 mln, net profit 90 w | finance.net_profit 90万; finance.revenue_last_year 1800万
target for 2027 is 90 million, actual 2025 was 52 million | finance.revenue_last_year 5200万
we aim for 80 million next year but last year was only 44 million | finance.revenue_last_year 4400万
`,
})
