// A company of grade D on the scorecard of Binjiang, nine points below C; worked out by hand.
export const BINJIANG_D = {
  'finance.revenue_last_year': '3000 万元',
  'finance.revenue_year_before': '2900 万元',
  'rd.cost_last_year': '100 万元',
  'people.total': 40,
  'people.tech_staff': 7,
  'ip.invention': 1,
  'ip.other_class1': 0,
  'ip.utility': 3,
  'ip.design': 0,
  'ip.software': 2,
  'credit.government_grade': 'B',
  'credit.executed': false,
  'credit.zero_filing_months': '0 个月',
  'qualification.high_tech': false,
  'qualification.specialised': 'none',
  'qualification.tech_sme': false,
}
