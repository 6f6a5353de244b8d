// How owners and their partners write in English, by kinds: places, what was and is, titles, sums, loans, people.
import { testKinds } from './kinds.ts'

testKinds({
  'a form filled in': `
High tech: yes, tech SME: no | qualification.high_tech yes; qualification.tech_sme no
Green factory: no. Gazelle: none. Tax grade: B | credit.tax_grade B; qualification.gazelle none; qualification.green_factory no
High-tech enterprise: no. Overdue: none. Lawsuits: none | credit.lawsuits 0; credit.overdue no; qualification.high_tech no
失信：否 被执行：否 | credit.dishonest no; credit.executed no
We are not a little giant yet, only provincial | qualification.specialised provincial
Provincial specialised-and-innovative SME, no little giant | qualification.specialised provincial
`,
  'who writes, and who is only spoken of': `
I'm the accountant here. 62 staff | people.total 62
I'm the CFO, authorised by the legal representative to handle this | contact.role authorised-agent
The legal rep is travelling, 45 staff | people.total 45
I'm Ana Lopez, the legal representative | contact.name Ana Lopez; contact.role legal-representative
`,
  'what a share is of, and what a part is of': `
Exports are about a third of sales, 12 million yuan last year | trade.export_value 1200万; trade.exporter yes
30 R&D out of 85 | people.tech_staff 30; people.total 85
60 engineers out of 75 people | people.tech_staff 60; people.total 75
sales went from 21m in 2024 to 26m in 2025 | finance.revenue_last_year 2600万; finance.revenue_year_before 2100万
the whole group has 900 people, our company 120 | people.total 120
We can pledge our workshop and three patents | ip.core_pledgeable 3; need.collateral ip+property
`,
  'changed, refused, over': `
Our tax grade was A last year, B this year | credit.tax_grade B
I said tax grade B, it turned out to be C | credit.tax_grade C
change the amount to 5 million | need.amount 500万
we prefer equity to a loan | need.kinds equity
We used to owe CCB 2 million, paid it all off in May, nothing left now | credit.first_loan no; credit.loan_balance 0万
We might get high-tech status next year but don't have it now | qualification.high_tech no
need 2 million in 10 days to pay wages | need.amount 200万; need.purpose working-capital; need.urgency 10天
need cash for materials, 6 to 8 million | need.amount 600万..800万; need.purpose orders
We've been in laser cutting for 11 years | rd.niche_years 132个月
`,
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
we used to owe CCB 2 million but cleared it in 2023, zero debt now | credit.first_loan no; credit.loan_balance 0万
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
  'loans that are there': `
outstanding loans: CCB 3 million, Bank of Suzhou 600k | credit.lenders 2; credit.loan_balance 360万
we owe ABC 2 million and CMB 1 million, that's all | credit.lenders 2; credit.loan_balance 300万
two loans, 4 million at Bank of China and 900k at SPDB | credit.lenders 2; credit.loan_balance 490万
1.2 million still owed to ICBC, never late | credit.loan_balance 120万; credit.overdue no
want to refinance our 11% loan, 2.4m left on it | credit.loan_balance 240万; need.purpose refinancing
we have 1.8 million outstanding with one bank | credit.lenders 1; credit.loan_balance 180万
receivables from Midea, about 6 million outstanding | need.receivables 600万
always repaid on time, three lenders | credit.lenders 3; credit.overdue no
`,
  'money that is wanted': `
want to buy three lathes, roughly 2 million | need.amount 200万; need.purpose equipment
Actually make it 7 million instead of 5 | need.amount 700万
make that 3 million instead of 2, and 24 months | need.amount 300万; need.term 24个月
working capital, mainly wages, 1.2 million RMB for one year | need.amount 120万; need.purpose working-capital; need.term 12个月
my husband says we want 4 million RMB, not 6 | need.amount 400万
We want to buy two CNC machines, cost around 2.4 million, need 3 yrs | need.amount 240万; need.purpose equipment; need.term 36个月
the boss wants 6 million yuan for a new press, three years | need.amount 600万; need.purpose equipment; need.term 36个月
we bought two lathes, roughly 3 million |
my friend needs a loan, 2 million |
could go up to 5.5% a year all in | need.rate_wish 5.5%
`,
  'equity, exports and kinds': `
an angel put in 3 million in 2024, another 5 million signed but not paid | finance.equity_raised 300万
we export to Italy, about 6 million yuan in the past 12 months | trade.export_value 600万; trade.exporter yes
we ship under our own customs code | trade.exporter yes
domestic market only, no exports | trade.exporter no
debt or equity, both fine | need.kinds equity+loan
looking for equity, not debt | need.kinds equity
raised 9 million in equity, now looking for a loan | finance.equity_raised 900万; need.kinds loan
that is fine with us |
`,
  'rights in English': `
we filed 9 inventions last year incl. 2 PCT, granted so far only 3 | ip.applications 9; ip.invention 3; ip.pct_applications 2
filed 6 inventions and 2 PCT last year, none granted yet | ip.applications 8; ip.invention 0; ip.pct_applications 2
7 inventions filed, 2 of them granted | ip.applications 7; ip.invention 2
15 patents, 4 inventions 11 utility, we can pledge 2 | ip.core_pledgeable 2; ip.invention 4; ip.patents_total 15; ip.utility 11; need.collateral ip
48 copyrights, no patents | ip.design 0; ip.invention 0; ip.patents_total 0; ip.software 48; ip.utility 0
`,
  'how it began': `
Registered in Hanyang, Wuhan on 3 April 2021 | company.founded_on 2021-04-03; company.region 420105
my father set up the factory in 1999, I took it over in 2020 | company.founded_on 1999
a 2016 company, 9 years already | company.age 108个月; company.founded_on 2016
registered a trademark in 2018 |
the loan started in March 2024 |
spun out of Tianjin University two years ago | rd.university_spinout yes
`,
  'fines, premises, grades': `
got a safety fine in January, otherwise clean | credit.penalty yes
the workshop is rented | credit.independent_site yes
grade B with the tax bureau | credit.tax_grade B
the pilot line is running | company.pilot_stage pilot
`,
  'purposes in English': `
need 4 million yuan for 18 months to buy a packaging line | need.amount 400万; need.purpose equipment; need.term 18个月
need RMB 3m to pay for two test ovens, no collateral | need.amount 300万; need.collateral none; need.purpose equipment
we need money for components within 40 days | need.purpose orders; need.urgency 40天
the money is mostly for hiring and R&D | need.purpose hiring+rd
want to replace the 9% loan from a microlender, about 1 million | need.amount 100万; need.purpose refinancing
we make packaging lines, need 2 million | company.industry manufacturing-equipment; need.amount 200万
bought two new machines last year, need 2 million for wages | need.amount 200万; need.purpose working-capital
our pilot line is running, need 6 million to build the first plant | company.pilot_stage pilot; need.amount 600万; need.purpose expansion
the money is for copper purchases | need.purpose orders
`,
  'people to call': `
I'm the legal representative, Wang Fang, call me on 138 6712 9034 | contact.name Wang Fang; contact.phone 13867129034; contact.role legal-representative
I'm the legal rep, call me at 13770651829 after 4pm | contact.phone 13770651829; contact.role legal-representative; contact.time after 4pm
Ms. Gao does the books, her phone is 13793355667, Monday mornings suit her | contact.name Ms. Gao; contact.phone 13793355667; contact.time Monday mornings
This is Anna from the finance office, phone 13922104478 | contact.name Anna; contact.phone 13922104478
I am German, company in Kunshan | company.region 320583
I'm handling sales for a bearing maker |
call Tuesday after 2pm | contact.time Tuesday after 2pm
I'm the legal rep, PhD from Tsinghua | contact.role legal-representative
`,
  'what it may cost': `
the boss would accept 4.2% a year at most | need.rate_wish 4.2%
unsecured only, under 5% | need.collateral none; need.rate_wish 5%
we can live with 5.5% | need.rate_wish 5.5%
we pay 6% interest now, want 4.5 at most | need.rate_wish 4.5%
our gross margin is 30% |
growth of 10% is fine with us | finance.revenue_growth 10%
market share of our valve is about 6 percent | rd.market_share 6%
`,
  'years and parts of years': `
Revenue last year 16 million RMB, 11.5 million the year before, net profit about 800k | finance.net_profit 80万; finance.revenue_last_year 1600万; finance.revenue_year_before 1150万
Last year 14.2m, year before 11m, net profit 1.2m | finance.net_profit 120万; finance.revenue_last_year 1420万; finance.revenue_year_before 1100万
Turnover of FY25 was 44 mn, FY24 was 39 mn | finance.revenue_last_year 4400万; finance.revenue_year_before 3900万
last month revenue was 4 million |
H1 sales 21m |
Q3 profit 1.5m |
we lost 600k in 2024 but made 1.1 million last year | finance.net_profit 110万
`,
  'people by parts': `
one third of our 60 people are in R&D | people.total 60
3 people with class B talent title | people.talent_class B
headcount 47, R&D 16 | people.tech_staff 16; people.total 47
rnd team 14 ppl | people.tech_staff 14
our sales team has 9 people |
26 staff. 12 devs. | people.tech_staff 12; people.total 26
R&D is 12 |
`,
  'what is not ours': `
policy says R&D must be 5% |
we don't need 10 million |
the market grew by 12% |
we lost our high-tech status in 2024 | qualification.high_tech no
hoping to be a high-tech enterprise next year, not one yet | qualification.high_tech no
we don't export directly, via a trading company | trade.exporter no
`,
  'lists without the nouns between': `
patents: 4 invention / 9 utility | ip.invention 4; ip.utility 9
we've 5 inventions, 11 UMs, 7 SW copyrights | ip.invention 5; ip.software 7; ip.utility 11
got 2 loans: 2m ICBC, 1.5m Ningbo Bank | credit.lenders 2; credit.loan_balance 350万
AR is about 6 million now, orders in hand 12 million | need.order_amount 1200万; need.receivables 600万
`,
  time: `
need the money within a month | need.urgency 30天
not urgent, within 3 months | need.urgency 90天
this one is just a year old | company.age 12个月
`,
  'parks and trades': `
we're in Zhangjiang hi-tech park | company.park zhangjiang
based in Hefei high-tech zone | company.park other; company.region 340100
we make lithium cells | company.industry manufacturing-energy
ball bearings from Taicang, 120 staff | company.industry manufacturing-equipment; company.region 320585; people.total 120
about 8% of the national market | rd.market_share 8%
`,
  'sums that are not wanted': `
salaries cost us 5 million per year |
our revenue is about 3.5 million a month |
the loan would be repaid within 2 years | need.term 24个月
we need 1.5 million for salaries | need.amount 150万; need.purpose working-capital
the bank approved 5 million, we have used 3 so far |
`,
  'shares and short lists': `
staff of 45, 1/3 R&D | people.total 45
meeting on 1/3 |
total patents 21 (6 inv, 15 UM) | ip.invention 6; ip.patents_total 21; ip.utility 15
patent有7个，invention 3个 | ip.invention 3; ip.patents_total 7
公司base在苏州SIP，headcount 33，R&D 14个 | company.park suzhou-sip; company.region 320500; people.tech_staff 14; people.total 33
想borrow 400w，term 2 years，用来expand产能 | need.amount 400万; need.purpose expansion; need.term 24个月
`,
})
